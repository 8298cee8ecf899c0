import { describe, expect, onTestFinished, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { InstrumentImported, InstrumentPreview } from '../../server/contract/imports.ts'
import { InstrumentSummary, InstrumentView } from '../../server/contract/instruments.ts'
import { ResponseView } from '../../server/contract/responses.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { migrate, openDatabase } from '../../server/db/open.ts'
import { Instruments, loadInstruments } from '../../server/instruments.ts'
import { LiveHub } from '../../server/live/hub.ts'
import { PostgresRelay } from '../../server/live/postgres-relay.ts'
import { learnInstruments } from '../../server/services/imported-instruments.ts'
import { eraseDueOrganisations } from '../../server/services/organisation-erasure.ts'
import { confirmed, joinRound, newRound, signUp, startApp, startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES, temporaryPostgres } from '../support/databases.ts'
import { FORM, type FormRows, formFile } from '../support/forms.ts'
import { gatherPeople } from '../support/people.ts'
import { BOOKKEEPING, hashOfTables } from '../support/table-hash.ts'

const GENERAL = new URL('../../data/instruments', import.meta.url).pathname
const REWORDED = [
  ...FORM.survey.slice(0, 2),
  ['select_one agree', 'trust', 'Wij vertrouwen elkaar helemaal.', 'We trust each other entirely.'],
  ['select_one agree', 'calm', 'Het is hier rustig.', 'It is calm here.'],
  ['end_group', '', '', ''],
]

describe.each(DATABASES)('instruments of an organisation, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const { alice, carol, bakery, mill } = people
    const calls = (client: Client, org: string) => {
      const send = async (rows: FormRows, query: string, to: string) =>
        client
          .with({ 'x-file-name': encodeURIComponent('vragen.xlsx'), 'content-type': 'application/octet-stream' })
          .post(`/api/organisations/${org}/imports/instruments${to}${query}`, await formFile(rows))
      return {
        preview: (rows: FormRows = {}, query = '') => send(rows, query, '/preview'),
        import: (rows: FormRows = {}, query = '') => send(rows, query, ''),
        list: async () =>
          (await client.get(`/api/organisations/${org}/instruments`)).as(listOf(InstrumentSummary)).items,
        read: (id: string, version = '1.0.0') => client.get(`/api/instruments/${id}/${version}`),
        round: (id: string, version = '1.0.0') =>
          client.post(`/api/organisations/${org}/rounds`, {
            ...{ instrument: { id, version }, variant: 'full', period: '2026-Q4', horizons: ['now'], mode: 'open' },
          }),
      }
    }
    return { api, people, own: calls(alice.client, bakery), theirs: calls(carol.client, mill) }
  }

  test('a form is looked at without keeping anything, then imported, and then asked on phones', async () => {
    const { api, own } = await start()
    const before = await hashOfTables(api.database, BOOKKEEPING)
    const preview = (await own.preview()).as(InstrumentPreview)
    expect(preview.faults).toEqual([])
    expect(preview.form).toMatchObject({
      title: { nl: 'Samen werken' },
      items: 2,
      dimensions: [{ id: 'team', name: { nl: 'Ons team', en: 'Our team' }, items: 2 }],
      scale: { min: 1, max: 3, words: [{ nl: 'Oneens' }, { nl: 'Half' }, { nl: 'Eens' }] },
      first: [{ id: 'trust', question: { en: 'We trust each other.' } }, { id: 'time' }],
    })
    expect(preview.next).toBeNull()
    expect(await hashOfTables(api.database, BOOKKEEPING)).toBe(before)

    const { id, version, isNew } = (await own.import()).as(InstrumentImported)
    expect([id, version, isNew]).toEqual([expect.stringMatching(/^own-[0-9a-f]{8}$/), '1.0.0', true])
    expect((await own.list()).filter(({ isOwn }) => isOwn)).toEqual([
      { id, version, title: { nl: 'Samen werken', en: 'Samen werken' }, isOwn: true },
    ])
    const made = (await own.round(id)).as(RoundMade)
    const phone = await joinRound(api.nobody, made.code, { name: 'Piet' })
    const asked = (await phone.client.get('/api/response')).as(ResponseView)
    expect(JSON.stringify(asked)).toContain('Wij vertrouwen elkaar.')
    expect(JSON.stringify(asked)).not.toContain('Ons team')
  })

  test('with a fault nothing is imported, and each fault is told in the language of the reader', async () => {
    const { api, people, own } = await start()
    const survey = [...FORM.survey.slice(0, 2), ['selct_one agree', 'a', 'Een', 'One'], ['end_group', '', '', '']]
    const preview = (await own.preview({ survey })).as(InstrumentPreview)
    expect(preview).toMatchObject({ form: null, faults: [{ sheet: 'survey', line: 3, column: 'type' }] })
    const before = await hashOfTables(api.database, BOOKKEEPING)
    const dutch = people.alice.client.with({ 'accept-language': 'nl' })
    const path = `/api/organisations/${people.bakery}/imports/instruments`
    const refused = await dutch.post(path, await formFile({ survey }))
    expect(refused.problem()).toMatchObject({
      type: '/problems/import-refused',
      errors: [{ pointer: 'survey, regel 3, kolom type', detail: expect.stringContaining('“selct_one”') }],
    })
    expect((await dutch.post(path, Buffer.from('no workbook'))).refusal).toBe('not-a-workbook')
    expect((await dutch.post(path, Buffer.alloc(6 * 1024 * 1024))).refusal).toBe('body-too-large')
    expect((await dutch.post(path, { file: 'as JSON' })).refusal).toBe('unsupported-media-type')
    expect(await hashOfTables(api.database, BOOKKEEPING)).toBe(before)
  })

  test('nobody outside the organisation sees it, asks with it, or learns that it is there', async () => {
    const { people, own, theirs } = await start()
    const { id } = (await own.import()).as(InstrumentImported)
    const general = (await people.carol.client.get('/api/instruments')).as(listOf(InstrumentSummary))
    expect(general.items.some(({ isOwn }) => isOwn)).toBe(false)
    expect((await theirs.list()).some(({ isOwn }) => isOwn)).toBe(false)
    const missing = await theirs.read('own-00000000')
    const foreign = await theirs.read(id)
    expect([foreign.status, foreign.text]).toEqual([404, missing.text])
    expect((await theirs.round(id)).refusal).toBe('unknown-instrument')
    const form = `/api/organisations/${people.mill}/instruments/${id}/1.0.0/form`
    expect((await people.carol.client.get(form)).refusal).toBe('not-found')
    expect((await theirs.import({}, `?as=${id}`)).refusal).toBe('not-found')
    // Dan's time at the bakery is over; Frank only looks.
    expect((await people.dan.client.get(`/api/instruments/${id}/1.0.0`)).refusal).toBe('not-found')
    const looked = await people.frank.client.get(`/api/instruments/${id}/1.0.0`)
    expect(looked.as(InstrumentView).items).toHaveLength(2)
  })

  test('the same form again changes nothing; with changes it is the next version, with a lineage from its names', async () => {
    const { api, people, own } = await start()
    const first = (await own.import()).as(InstrumentImported)
    expect((await own.import()).as(InstrumentImported)).toEqual({ ...first, isNew: false })
    const preview = (await own.preview({ survey: REWORDED })).as(InstrumentPreview)
    expect(preview.next).toMatchObject({
      of: { id: first.id, version: '1.0.0' },
      isSame: false,
      kept: 0,
      reworded: [{ id: 'trust', mayCompare: true, before: { nl: 'Wij vertrouwen elkaar.' } }],
      added: ['calm'],
      dropped: ['time'],
    })
    const next = (await own.import({ survey: REWORDED }, '?comparable=trust,nothing')).as(InstrumentImported)
    expect(next).toEqual({ id: first.id, version: '1.1.0', isNew: true })
    const known = api.deps.instruments.find(next.id, next.version)
    expect(known?.lineage).toMatchObject({
      from: '1.0.0',
      items: [
        { id: 'trust', kind: 'reworded', was: ['trust'], comparable: true },
        { id: 'calm', kind: 'new', was: [], comparable: false },
      ],
      dropped: [{ id: 'time' }],
    })
    expect((await own.import({}, '?as=new')).as(InstrumentImported).id).not.toBe(first.id)
    const events = await api.database.db.selectFrom('auditEvent').select(['action', 'object', 'userId']).execute()
    expect(events.filter(({ action }) => action === 'instrument.import')).toEqual(
      expect.arrayContaining([
        { action: 'instrument.import', object: `${first.id}@1.1.0`, userId: people.alice.userId },
      ]),
    )
  })

  test('a reworded question is not comparable unless somebody says so, and never on another scale', async () => {
    const { api, own } = await start()
    const { id } = (await own.import()).as(InstrumentImported)
    await own.import({ survey: REWORDED })
    const choices = [...FORM.choices, ['agree', 'very', 'Zeer eens', 'Agree very much', 4]]
    const wider = (await own.preview({ survey: REWORDED, choices })).as(InstrumentPreview)
    expect(wider.next).toMatchObject({ kept: 0, reworded: [{ id: 'trust', mayCompare: false }, { id: 'calm' }] })
    await own.import({ survey: REWORDED, choices }, '?comparable=trust,calm')
    const comparable = (version: string) =>
      api.deps.instruments.find(id, version)?.lineage?.items.map((item) => `${item.id} ${item.comparable}`)
    expect(comparable('1.1.0')).toEqual(['trust false', 'calm false'])
    expect(comparable('1.2.0')).toEqual(['trust false', 'calm false'])
  })

  test('leaves as a form, and that form is the same instrument to the letter', async () => {
    const { people, own } = await start()
    const { id } = (await own.import()).as(InstrumentImported)
    const path = `/api/organisations/${people.bakery}`
    expect((await people.erin.client.get(`${path}/instruments/${id}/1.0.0/form`)).refusal).toBe('not-allowed')
    const form = await people.bob.client.get(`${path}/instruments/${id}/1.0.0/form`)
    expect(form.headers['content-disposition']).toContain(`${id}-1.0.0.xlsx`)
    const again = await people.alice.client.post(`${path}/imports/instruments`, form.bytes)
    expect(again.as(InstrumentImported)).toEqual({ id, version: '1.0.0', isNew: false })
    const example = await people.alice.client.get('/api/instruments/example-form')
    expect((await people.alice.client.post(`${path}/imports/instruments`, example.bytes)).status).toBe(200)
  })

  test('another process that starts, or hears of it, knows it; erasing the organisation takes it away everywhere', async () => {
    const { api, people, own } = await start()
    const { id } = (await own.import()).as(InstrumentImported)
    const elsewhere = new Instruments(api.deps.instruments.list())
    expect(await learnInstruments(api.database.db, elsewhere)).toEqual([])
    expect(elsewhere.find(id, '1.0.0')).toEqual(api.deps.instruments.find(id, '1.0.0'))
    const owner = await confirmed(api.nobody, people.alice.client)
    expect((await owner.post(`/api/organisations/${people.bakery}/erasure`)).status).toBe(200)
    api.clock.pass({ days: 15 })
    await eraseDueOrganisations(api.deps)
    expect(api.deps.instruments.find(id, '1.0.0')).toBeUndefined()
    expect(await api.database.db.selectFrom('importedInstrument').select('id').execute()).toEqual([])
    await learnInstruments(api.database.db, elsewhere, people.bakery)
    expect(elsewhere.find(id, '1.0.0')).toBeUndefined()
  })

  test('a round that is handed over takes its instrument along, and not what came after it', async () => {
    const { api, people, own } = await start()
    const { id } = (await own.import()).as(InstrumentImported)
    await own.import({ survey: REWORDED })
    const other = await people.alice.client.post('/api/organisations', { name: 'Second' })
    const second = String(JSON.parse(other.text).id)
    const round = (await own.round(id)).as(RoundMade)
    const path = `/api/organisations/${people.bakery}`
    const workshop = await people.alice.client.post(`${path}/workshops`, { roundId: round.id })
    await joinRound(api.nobody, round.code, { name: 'Piet' })
    await people.alice.client.post(`${path}/rounds/${round.id}/close`, {})
    const moved = await people.alice.client.post(`${path}/workshops/${JSON.parse(workshop.text).id}/transfer`, {
      organisationId: second,
    })
    expect(moved.status, moved.text).toBe(200)
    const held = api.deps.instruments.listOwn(second).map(({ version }) => version)
    expect(held).toEqual(['1.0.0'])
  })

  test('roles that do not run rounds cannot bring one in', async () => {
    const { people } = await start()
    for (const { client } of [people.erin, people.frank]) {
      const path = `/api/organisations/${people.bakery}/imports/instruments`
      expect((await client.post(path, await formFile())).refusal).toBe('not-allowed')
    }
    const round = await newRound(people.alice.client, people.bakery)
    expect(round.code).not.toBe('')
  })
})

test('an instrument that one process took in is known to the other within moments', async () => {
  const place = await temporaryPostgres()
  onTestFinished(() => place.remove())
  const start = async () => {
    const database = await openDatabase({ databaseUrl: place.url, dataDir: '' })
    await migrate(database)
    const live = new LiveHub()
    const instruments = new Instruments(loadInstruments([GENERAL]).list())
    live.onInstruments((organisationId) => void learnInstruments(database.db, instruments, organisationId))
    await PostgresRelay.open(place.url, live)
    const api = await startApp(database, { live, instruments })
    onTestFinished(async () => {
      await api.close()
      await database.close()
    })
    return api
  }
  const [one, other] = [await start(), await start()]
  const { client, organisationId } = await signUp(one)
  const path = `/api/organisations/${organisationId}/imports/instruments`
  const { id } = (await client.post(path, await formFile())).as(InstrumentImported)
  await expect.poll(() => other.deps.instruments.find(id, '1.0.0')?.id).toBe(id)
})
