import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readVsme, type VsmeReport } from '../../server/import/vsme.ts'
import type { VsmeFact } from '../../server/import/vsme-cells.ts'
import { readVsmeVocabulary, VSME_KINDS } from '../../server/import/vsme-vocabulary.ts'
import { type PlainWorkbook, readWorkbook } from '../../server/import/workbook.ts'
import { loadInstrument } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'

const FIXTURES = new URL('../fixtures/vsme/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES), 'utf8')

const Oracle = z.object({
  facts: z.array(z.object({ concept: z.string(), value: z.string(), aspects: z.record(z.string(), z.string()) })),
})
type OracleFact = z.infer<typeof Oracle>['facts'][number]

/** What EFRAG's own converter made of the same workbook. */
const oracle = Oracle.parse(JSON.parse(fixture('sample-1.3.0-facts.json'))).facts
/** Every concept that the template has a name for, with its kind in the taxonomy. */
const kinds = z.record(z.string(), z.enum(VSME_KINDS)).parse(JSON.parse(fixture('kinds.json')))

/** Long words are cut in the oracle; numbers are told apart to twelve digits; choices are spelled in two ways. */
function comparable({ concept, value, unit }: { concept: string; value: string; unit: string | null }): string {
  const [start = ''] = value.split('…')
  const plain = start.slice(0, 60).toLowerCase().replaceAll('-', ' ').trim()
  const isNumber = /^-?\d+(\.\d+)?$/.test(start)
  return [concept, isNumber ? Number(start).toPrecision(12) : plain, unit].join('|')
}

function ofOracle({ concept, value, aspects }: OracleFact): string {
  const unit = (aspects['units'] ?? aspects['complex-units'])?.replaceAll(/"|utr:|iso4217:/g, '').replace('sqm', 'm2')
  return comparable({
    concept: concept.replace('vsme:', ''),
    value: aspects['transform']?.replace(/fixed-true/, 'yes').replace(/fixed-false/, 'no') ?? value,
    unit: aspects['numeric-scale'] ? '%' : unit === undefined || unit === 'xbrli:pure' ? null : unit,
  })
}

/** The oracle says of money no unit: all of it is in the currency of the report. */
const ofReport = (fact: VsmeFact) => comparable({ ...fact, unit: fact.kind === 'money' ? null : fact.unit })

describe('the sample of the VSME template 1.3.0', () => {
  let workbook: PlainWorkbook
  let report: VsmeReport

  beforeAll(async () => {
    const read = await readWorkbook(readFileSync(new URL('sample-1.3.0.xlsx', FIXTURES)))
    if ('fault' in read) throw new Error(read.fault)
    workbook = read.workbook
    const every = Object.fromEntries(Object.entries(kinds).map(([concept, kind]) => [concept, { kind }]))
    const found = readVsme(workbook, every)
    if (found === undefined) throw new Error('no report')
    report = found
  })

  test('gives all 144 facts of the oracle and no other, with their units', () => {
    expect(report.facts.map(ofReport).toSorted()).toEqual(oracle.map(ofOracle).toSorted())
    expect(report.facts).toHaveLength(144)
    expect(report.faults).toEqual([])
    expect(report.unknown).toEqual([])
  })

  test('gives 142 of the 144 to the letter: two lists of choices are spelled as the template spells them', () => {
    const value = (fact: OracleFact) => fact.aspects['transform'] ?? fact.value.split('…')[0] ?? ''
    const words = oracle.filter((fact) => fact.aspects['units'] === undefined && /[a-z]/i.test(value(fact)))
    const mine = report.facts.map((fact) => `${fact.concept}|${fact.value}`)
    const others = words.filter((fact) => {
      const said = value(fact).replace('fixed-true', 'yes').replace('fixed-false', 'no')
      return !mine.some((one) => one.startsWith(`${fact.concept.replace('vsme:', '')}|${said}`))
    })
    expect(others.map(({ concept }) => concept)).toEqual([
      'vsme:TypeOfContentCoveredByTheCodeOfConductOrHumanRightsPolicyForItsOwnWorkforce',
      'vsme:SustainabilityIssueAddressedByPracticePolicyAndOrFutureInitiative',
    ])
  })

  test('tells parts apart: years of a goal, renewable or not, and the lines of a table', () => {
    const of = (concept: string) =>
      report.facts
        .filter((fact) => fact.concept === concept)
        .map(({ part, value, period }) => [part, value, period])
        .toSorted()
    expect(of('GrossScope1GreenhouseGasEmissions')).toEqual([
      [null, '100', '2026'],
      ['BaselineYearMember', '150', '2020'],
      ['TargetYearMember', '75', '2030'],
    ])
    expect(of('NumberOfEmployeesForCountryOfEmploymentContract')).toEqual([
      ['Albania', '6', '2026'],
      ['Belgium', '5', '2026'],
      ['Italy', '140', '2026'],
    ])
    expect(of('AmountOfEmissionToSoil')).toEqual([
      ['Alachlor', '3', '2026'],
      ['Aldrin', '5', '2026'],
    ])
  })

  test('says whose it is, of when, and where each figure stands', () => {
    expect([report.entity, report.period, report.version]).toEqual(['Company XYZ', '2026', '1.3.0'])
    const turnover = report.facts.find(({ concept }) => concept === 'Turnover')
    expect(turnover).toMatchObject({ value: '23500', unit: 'EUR', sheet: 'General Information', cell: 'E283' })
  })

  test('names what is filled in and not known here', () => {
    const { facts, unknown } = readVsme(workbook, { Turnover: { kind: 'money' } }) ?? { facts: [], unknown: [] }
    expect(facts).toHaveLength(1)
    const concepts = new Set(oracle.map(({ concept }) => concept.replace('vsme:', '')))
    const found = new Set([...unknown, 'Turnover'])
    // Boxes that nobody ticked; and cells that hold a mass or a volume, as the unit beside them says.
    const unticked = [...concepts].filter((concept) => !found.has(concept))
    expect(unticked.every((concept) => kinds[concept] === 'yes-no')).toBe(true)
    expect([...found].filter((concept) => !concepts.has(concept)).every((concept) => concept.endsWith('Volume'))).toBe(
      true,
    )
  })

  test('names the cell in which something else stands than belongs there', () => {
    const wrong = readVsme(workbook, {
      DescriptionOfMainBusinessRelationships: { kind: 'number' },
      CityOfSite: { kind: 'yes-no' },
    })
    expect(wrong?.facts).toEqual([])
    expect(wrong?.faults).toEqual([
      { concept: 'CityOfSite', sheet: 'General Information', cell: 'F406', fault: 'no-answer' },
      {
        concept: 'DescriptionOfMainBusinessRelationships',
        sheet: 'General Information',
        cell: 'E529',
        fault: 'no-number',
      },
    ])
  })

  test('is no report without the names of the template', () => {
    expect(readVsme({ ...workbook, names: [] }, {})).toBeUndefined()
  })
})

test('every VSME concept that a question refers to is known with its kind and a label in both languages', () => {
  const { concepts } = readVsmeVocabulary()
  const root = join(DATA_ROOT, 'instruments')
  for (const id of readdirSync(root))
    for (const version of readdirSync(join(root, id)))
      for (const { references } of loadInstrument(join(root, id, version)).items)
        for (const concept of references?.vsme ?? [])
          expect([concept, concepts[concept]?.kind]).toEqual([concept, kinds[concept]])
})
