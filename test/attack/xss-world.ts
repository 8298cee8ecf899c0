import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { Me } from '../../server/contract/accounts.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { DisplayLink, Workshop } from '../../server/contract/workshops.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { PASSWORD, type TestServer } from '../support/server.ts'
import { AGREEMENT } from '../support/world-reflections.ts'
import type { PayloadTexts } from './xss-payloads.ts'

const Made = z.object({ id: z.string() })
const Joined = z.object({ secret: z.string() })

/** An organisation in which every text that can be typed was typed by an attacker, and where to look at it. */
export interface HostileOrganisation {
  readonly id: string
  /** Addresses of its pages, for who is signed in. */
  readonly pages: readonly string[]
  /** Addresses of calls whose answers are exports or lists. */
  readonly calls: readonly string[]
  readonly wallUrl: string
  readonly workshopUrl: string
  readonly reflectionId: string
  readonly interventionId: string
  readonly roundId: string
  /** Of a round that is open, with a hostile title. */
  readonly openCode: string
  readonly secret: string
}

/** Fills an organisation by the writing routes, as a person with bad intentions would type. */
export async function makeHostile(server: TestServer, texts: PayloadTexts): Promise<HostileOrganisation> {
  const call = <S extends z.ZodType>(method: string, path: string, body: object | undefined, shape: S) =>
    server.call(method, path, body, shape)
  const { id } = await call('POST', '/api/organisations', { name: texts.next('organisation', 120) }, Made)
  const org = `/api/organisations/${id}`
  await call('PATCH', '/api/me', { name: texts.next('own name', 120) }, z.unknown())
  const input = {
    instrument: { id: 'six-capitals', version: '1.0.0' },
    itemIds: ['i01', 'i02'],
    period: '2026-Q4',
    horizons: ['now'],
    mode: 'open',
  }
  const newRound = () => call('POST', `${org}/rounds`, { ...input, title: texts.next('round', 160) }, RoundMade)
  const round = await newRound()
  const opened = await newRound()
  const step = () => ({ title: texts.next('plan', 120), minutes: 5, scene: 'join' })
  const plan = [step(), step()]
  const workshop = (await call('POST', `${org}/workshops`, { roundId: round.id, plan }, Made)).id
  const workshopUrl = `${org}/workshops/${workshop}`
  const secrets: string[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const body = { code: round.code, name: texts.next('respondent', 80) }
    secrets.push((await call('POST', '/api/join', body, Joined)).secret)
  }
  const asPhone = async (secret: string, method: string, path: string, body: object) => {
    const headers = { authorization: `Respondent ${secret}`, 'content-type': 'application/json' }
    const reply = await fetch(server.origin + path, { method, headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  }
  for (const [turn, secret] of secrets.entries()) {
    const reason = texts.next('reason', 300)
    await asPhone(secret, 'PUT', '/api/response/answers', [
      { opId: randomUUID(), itemId: 'i01', horizon: 'now', seq: 1, rating: (turn % 5) + 1 },
      { opId: randomUUID(), itemId: 'i02', horizon: 'now', seq: 1, missing: 'not_applicable', reason },
    ])
  }
  const { url: wallUrl } = await call('POST', `${workshopUrl}/display-links`, {}, DisplayLink)
  await server.tell('POST', `${org}/rounds/${round.id}/close`, {})
  await server.tell('POST', `${workshopUrl}/commands`, { do: 'reveal' })
  const voting = await call('POST', `${workshopUrl}/commands`, { do: 'vote', itemIds: ['i01'] }, Workshop)
  const vote = voting.votes[0]?.id ?? ''
  const argument = { itemId: 'i01', text: texts.next('argument', 500) }
  await server.tell('PUT', `${workshopUrl}/votes/${vote}/arguments`, argument)
  const reflectionBody = { roundId: round.id, title: texts.next('reflection', 120) }
  const reflectionId = (await call('POST', `${org}/reflections`, reflectionBody, Made)).id
  const reflection = `${org}/reflections/${reflectionId}`
  for (const [question, body] of cards(texts)) {
    await server.tell('PUT', `${reflection}/entries/${randomUUID()}`, { question, body, revision: 0 })
  }
  const interventionId = await addAgreement(server, org, reflectionId, texts)
  await addAgreement(server, org, reflectionId, texts)
  await addOutside(server, org, texts)
  for (let turn = 0; turn < 2; turn += 1)
    await server.tell('POST', `${org}/invitations`, { role: 'viewer', note: texts.next('invitation', 120) })
  for (let turn = 0; turn < 3; turn += 1) await makeToken(server, texts)
  await makePasskey(server, texts)
  const home = `/o/${id}`
  // Once every card has had everything, one question at a time is enough for the titles above it.
  const isCardLeft = texts.unfinished.some((field) => field.startsWith('card'))
  const questions = isCardLeft ? QUESTIONS : QUESTIONS.filter((question) => question === 1 + (texts.given.length % 7))
  return {
    id,
    wallUrl,
    workshopUrl,
    reflectionId,
    interventionId,
    roundId: round.id,
    openCode: opened.code,
    secret: secrets[0] ?? '',
    calls: [
      `${org}/rounds`,
      `${org}/interventions`,
      `${org}/network`,
      `${org}/interventions/calendar.ics`,
      `${org}/rounds/${round.id}/results`,
      reflection,
      '/api/me',
    ],
    pages: pagesOf(home, { round: round.id, opened: opened.id, workshop, reflectionId, interventionId }, questions),
  }
}

const QUESTIONS = [1, 2, 3, 4, 5, 6, 7]

/** A token for scripts; the page of the account lists them by name. */
async function makeToken(server: TestServer, texts: PayloadTexts): Promise<void> {
  // Making one asks for a fresh confirmation, and in full this takes longer than one lasts.
  await server.tell('POST', '/api/sessions/current/confirm', { password: PASSWORD })
  await server.tell('POST', '/api/tokens', { name: texts.next('token', 80) })
}

/** A passkey; the page of the account lists them by name. At an address in numbers none can be made, only named. */
async function makePasskey(server: TestServer, texts: PayloadTexts): Promise<void> {
  const { user } = await server.call('GET', '/api/me', undefined, Me)
  const id = randomUUID()
  const database = new Sqlite(join(server.dataDir, DATABASE_FILE))
  database
    .prepare(
      'insert into passkey (id, user_id, credential_id, public_key, counter, transports, is_synced, name, created_at) ' +
        "values (?, ?, ?, '', 0, '[]', 0, 'new', '2026-01-01T00:00:00.000Z')",
    )
    .run(id, user.id, id)
  database.close()
  await server.tell('PATCH', `/api/passkeys/${id}`, { name: texts.next('passkey', 120) })
}

function pagesOf(
  home: string,
  ids: { round: string; opened: string; workshop: string; reflectionId: string; interventionId: string },
  questions: readonly number[],
): string[] {
  const rest = [
    '',
    '/access',
    '/audit',
    '/data',
    '/trend',
    '/ledger',
    '/network',
    '/rounds/new',
    '/w/new',
    `/w/${ids.workshop}`,
    `/w/${ids.workshop}/run`,
    `/w/${ids.workshop}/hand-over`,
    `/r/${ids.round}`,
    `/r/${ids.round}/room-sheet`,
    `/r/${ids.round}/results`,
    `/r/${ids.opened}`,
    `/r/${ids.opened}/paper`,
    '/interventions',
    `/interventions/${ids.interventionId}`,
    '/reflections',
    `/reflections/${ids.reflectionId}`,
    ...questions.map((question) => `/reflections/${ids.reflectionId}/q/${question}`),
  ]
  return ['/', '/account', '/operator', ...rest.map((page) => home + page)]
}

function cards(texts: PayloadTexts): readonly (readonly [number, object])[] {
  const card = (field: string) => texts.next(`card: ${field}`, 500)
  return [
    [1, { kind: 'tension', text: card('tension') }],
    [1, { kind: 'driver', situation: card('situation'), effect: card('effect'), need: card('need') }],
    [2, { kind: 'behaviour', text: card('behaviour') }],
    [3, { kind: 'force', text: card('force'), lens: null, pull: 'sustains' }],
    [
      4,
      {
        kind: 'bright-spot',
        text: card('bright spot'),
        place: texts.next('card: place', 200),
        contact: texts.next('card: contact', 200),
        exampleId: null,
      },
    ],
    [5, { kind: 'condition', text: card('condition') }],
    [6, { kind: 'idea', text: card('idea') }],
    [7, { kind: 'note', text: card('note') }],
    [2, { kind: 'carry', text: card('carry') }],
  ]
}

async function addAgreement(
  server: TestServer,
  org: string,
  reflectionId: string,
  texts: PayloadTexts,
): Promise<string> {
  const id = randomUUID()
  const long = (field: string) => texts.next(`agreement: ${field}`, 1_000)
  const line = (field: string) => texts.next(`agreement: ${field}`, 200)
  const content = {
    ...AGREEMENT,
    title: texts.next('agreement: title', 120),
    driver: long('driver'),
    agreement: long('agreement'),
    domain: line('domain'),
    owner: line('owner'),
    firstStep: long('first step'),
    criteria: [texts.next('agreement: criterion', 500)],
  }
  const url = `${org}/interventions/${id}`
  await server.tell('PUT', url, { reflectionId, roundId: null, content, revision: 0 })
  const price = { dimensions: ['human'], bearer: long('price') }
  await server.tell('PUT', `${url}/effects`, { effects: [], price, revision: 0 })
  await server.tell('POST', `${url}/consent`, { state: 'open' })
  await server.tell('PUT', `${url}/stance`, { stance: 'objection', text: texts.next('agreement: objection', 500) })
  await server.tell('POST', `${url}/consent`, { state: 'closed' })
  return id
}

async function addOutside(server: TestServer, org: string, texts: PayloadTexts): Promise<void> {
  const note = () => texts.next('party: note', 200)
  for (let turn = 0; turn < 4; turn += 1) {
    const links = [{ dimension: 'human', direction: 'to-us', state: 'active', note: note() }]
    const party = { name: texts.next('party', 80), kind: 'customer', links, revision: 0 }
    await server.tell('PUT', `${org}/network/parties/${randomUUID()}`, party)
  }
  const experiment = {
    period: '2026-Q4',
    partyId: null,
    hypothesis: texts.next('experiment: hypothesis', 1_000),
    smallestTest: texts.next('experiment: test', 1_000),
    measure: texts.next('experiment: measure', 1_000),
    learned: texts.next('experiment: learned', 1_000),
    startsOn: '2026-11-02',
    endsOn: '2026-12-01',
    outcome: null,
    revision: 0,
  }
  await server.tell('PUT', `${org}/experiments/${randomUUID()}`, experiment)
  const content = {
    title: texts.next('example: title', 120),
    place: texts.next('example: place', 200),
    what: texts.next('example: what', 1_000),
    why: texts.next('example: why', 1_000),
    capitals: ['manufactured'],
    source: texts.next('example: source', 500),
  }
  await server.tell('PUT', `${org}/examples/${randomUUID()}`, { content, revision: 0 })
}
