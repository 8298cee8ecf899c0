import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { VsmeKept, VsmePreview } from '../../server/contract/evidence-facts.ts'
import { startAppForTest } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { newSheet, rated } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople } from '../support/people.ts'
import { SAMPLE_REPORT, smallReport } from '../support/vsme-report.ts'

/** Buffer, waste, own CO2 and trust: what small and large figures, tables and yes or no are about. */
const ITEMS = ['i30', 'i08', 'i40', 'i26']

const Posted = z.object({ post: z.object({ responses: z.record(z.string(), z.unknown()) }).optional() })

describe.each(DATABASES)('figures of a VSME report beside the questions of a sheet, on $name', ({ open }) => {
  async function start() {
    const api = await startAppForTest(open)
    const people = await gatherPeople(api)
    const owner = people.alice.client
    const sheet = await newSheet(owner, people.bakery, { itemIds: ITEMS })
    const path = `/api/organisations/${people.bakery}/rounds/${sheet.roundId}/sheet/vsme`
    const look = (file: Buffer, client = owner) => client.call('POST', `${path}/preview`, file)
    const keep = (file: Buffer, client = owner) => client.call('POST', path, file)
    return { ...people, api, sheet, owner, path, look, keep }
  }

  const factsOf = async (sheet: Awaited<ReturnType<typeof newSheet>>, client: Client) =>
    (await sheet.read(client)).facts.map(({ itemId, concept, value, unit }) => [itemId, concept, value, unit])

  test('are shown before anything is kept, with what no question asks about', async () => {
    const { look, sheet, owner } = await start()
    const preview = (await look(SAMPLE_REPORT)).as(VsmePreview)
    expect(preview).toMatchObject({ entity: 'Company XYZ', period: '2026', version: '1.3.0', stored: 0, faults: [] })
    expect(preview.items.map(({ itemId }) => itemId)).toEqual(ITEMS)
    const [assets] = preview.items[0]?.facts ?? []
    expect(assets).toEqual({
      itemId: 'i30',
      concept: 'Assets',
      kind: 'number',
      label: { nl: 'Activa', en: 'Assets' },
      value: '60000',
      unit: 'EUR',
      period: '2026',
      place: 'General Information E282',
    })
    const labels = preview.items[2]?.facts.map(({ label, period }) => [label.nl, period])
    expect(labels).toContainEqual(['Bruto Scope 1 broeikasgasemissies: Doeljaar', '2030'])
    expect(preview.unused).toContainEqual({ nl: 'Aantal werknemers met een vast contract', en: expect.any(String) })
    expect(preview.unused).toContainEqual({ nl: 'Number of female employees', en: 'Number of female employees' })
    expect(await factsOf(sheet, owner)).toEqual([])
  })

  test('stand beside their questions once they are kept, and are no answer and no rating', async () => {
    const { keep, sheet, owner, erin, frank } = await start()
    await sheet.answer(owner, rated('i30', 2))
    const before = (await sheet.read(owner)).answers
    const kept = (await keep(SAMPLE_REPORT, erin.client)).as(VsmeKept)
    expect(kept.items).toBe(4)
    const facts = await factsOf(sheet, frank.client)
    expect(facts).toHaveLength(kept.facts)
    expect(facts).toContainEqual(['i08', 'TotalHazardousWasteGeneratedMass', '101200', 'kg'])
    expect(facts).toContainEqual(['i26', 'UndertakingHasAComplaintHandlingMechanismForItsOwnWorkforce', 'yes', null])
    expect((await sheet.read(owner)).answers).toEqual(before)
  })

  test('of another report come in the place of the first one, and go with one call', async () => {
    const { keep, look, sheet, owner, path } = await start()
    await keep(await smallReport({ Assets: 10, Turnover: 20 }))
    await keep(await smallReport({ Turnover: 30 }))
    expect(await factsOf(sheet, owner)).toEqual([['i30', 'Turnover', '30', 'EUR']])
    expect((await look(await smallReport({}))).as(VsmePreview)).toMatchObject({ items: [], stored: 1 })
    expect((await owner.delete(path)).status).toBe(204)
    expect((await owner.delete(path)).status).toBe(204)
    expect(await factsOf(sheet, owner)).toEqual([])
  })

  test('that cannot be read are named by sheet and cell, and the others are kept', async () => {
    const { look } = await start()
    const file = await smallReport({
      Assets: 'a lot',
      Turnover: { error: '#REF!' },
      TotalWasteGeneratedMass: { formula: 'SUM(A1:A2)' },
      UndertakingHasAComplaintHandlingMechanismForItsOwnWorkforce: 'misschien',
      GrossScope1GreenhouseGasEmissions: 0,
    })
    const { items, faults } = (await look(file)).as(VsmePreview)
    expect(faults.map(({ cell, fault }) => [cell, fault])).toEqual([
      ['B3', 'no-number'],
      ['B4', 'error'],
      ['B5', 'formula'],
      ['B6', 'no-answer'],
    ])
    expect(items.map(({ itemId, facts }) => [itemId, facts.map(({ value }) => value)])).toEqual([['i40', ['0']]])
  })

  test('come from no other file than a plain VSME template', async () => {
    const { look, owner, path } = await start()
    const refusal = async (file: Buffer) => (await look(file)).refusal
    expect(await refusal(Buffer.from('Turnover;30'))).toBe('not-a-workbook')
    expect(await refusal(await smallReport({ Turnover: 30 }, false))).toBe('not-a-vsme-report')
    expect(await refusal(await withPart('xl/vbaProject00.bin'))).toBe('not-a-workbook')
    for (const name of ['xl/externalLinks/1.', 'xl\\externalLinks\\1.', 'XL/EXTERNALLINKS/1.'])
      expect(await refusal(await withPart(name))).toBe('workbook-linked')
    expect(await refusal(Buffer.alloc(6 * 1024 * 1024, 'x'))).toBe('body-too-large')
    expect(await refusal(Buffer.alloc(0))).toBe('invalid-request')
    expect((await owner.post(`${path}/preview`, { file: 'as JSON' })).refusal).toBe('unsupported-media-type')
  })

  test('the description of the interface says how a file may be refused', async () => {
    const { owner } = await start()
    const { paths } = (await owner.get('/api/openapi.json')).as(z.object({ paths: z.record(z.string(), Posted) }))
    for (const path of ['', '/preview']) {
      const { responses } = paths[`/api/organisations/{org}/rounds/{round}/sheet/vsme${path}`]?.post ?? {}
      for (const status of [413, 415, 422, 429, 503]) expect(responses).toHaveProperty(String(status))
    }
  })

  test('are only for who works on the sheet, and only while it is open', async () => {
    const { keep, look, sheet, owner, path, frank, carol } = await start()
    const file = await smallReport({ Turnover: 30 })
    for (const call of [keep, look]) {
      expect((await call(file, frank.client)).refusal).toBe('not-allowed')
      expect((await call(file, carol.client)).refusal).toBe('not-found')
    }
    await keep(file)
    await sheet.answer(owner, ...ITEMS.map((item) => rated(item, 3)))
    expect((await sheet.signOff(owner)).status).toBe(204)
    for (const reply of [await keep(file), await look(file), await owner.delete(path)])
      expect(reply.refusal).toBe('round-closed')
    expect(await factsOf(sheet, owner)).toHaveLength(1)
  })

  test('leave a trace of who brought them and who took them away', async () => {
    const { keep, owner, path, bakery } = await start()
    await keep(await smallReport({ Turnover: 30 }))
    await owner.delete(path)
    const events = (await owner.get(`/api/organisations/${bakery}/audit`)).text
    expect(events).toContain('evidence.figures')
    expect(events).toContain('evidence.figures-removed')
  })
})

/** A small report of which a part that is not needed goes by this name, of 19 characters. */
async function withPart(name: string): Promise<Buffer> {
  const bytes = await smallReport({ Turnover: 30 })
  const plain = bytes.toString('latin1').replaceAll('xl/theme/theme1.xml', name)
  const named = Buffer.from(plain, 'latin1')
  if (named.length !== bytes.length || named.equals(bytes)) throw new Error(`no part got the name ${name}`)
  return named
}
