import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countsAt, foldSheets, ratingsIn } from '../../server/domain/counts.ts'
import { decideCells, type Population } from '../../server/release/cells.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { ALL_RULES, instrumentOf } from './rounds.ts'

const instrument = instrumentOf([2, 1])
const GROUPS = ['customer', 'management', 'staff']

const character = fc.constantFrom('1', '2', '3', '4', '5', '5', '4', '?', '-', '.')
const sheet = fc.array(character, { minLength: 3, maxLength: 3 }).map((characters) => characters.join(''))
const person = fc.record({ sheet, group: fc.constantFrom(...GROUPS, 'staff', null) })
const rounds = fc
  .array(person, { minLength: 1, maxLength: 35 })
  .map((people) => people.map(({ sheet: answers, group }, index) => ({ respondentId: `p${index}`, group, answers })))

function populationOf(group: string | null, members: readonly Contributor[]): Population {
  const sheets = members.map(({ answers }) => answers)
  return { group, members, folded: foldSheets(sheets, instrument.items.length, 5) }
}

function subsets<T>(list: readonly T[]): T[][] {
  const [first, ...others] = list
  if (first === undefined) return [[]]
  return subsets(others).flatMap((subset) => [subset, [first, ...subset]])
}

test('property: beside any union of shown groups an item has no rating or at least five', () => {
  fc.assert(
    fc.property(rounds, (people) => {
      const groups = GROUPS.map((group) =>
        populationOf(
          group,
          people.filter((one) => one.group === group),
        ),
      )
      const [everybody, ...decided] = decideCells(instrument, 0, populationOf(null, people), groups, ALL_RULES, [])
      for (const [index, { id }] of instrument.items.entries()) {
        const ratings = (population: Population) => ratingsIn(countsAt(population.folded, index, 0, 1))
        const shown = decided.filter(({ hidden }) => !hidden.has(id)).map(({ population }) => ratings(population))
        expect(shown.every((count) => count >= 5)).toBe(true)
        const all = everybody === undefined ? 0 : ratings(everybody.population)
        for (const union of subsets(shown)) {
          const rest = union.reduce((left, count) => left - count, all)
          expect(union.length === 0 || rest === 0 || rest >= 5).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('property: what is released is rounded, and what is missing is named', () => {
  fc.assert(
    fc.property(rounds, (people) => {
      const made = makeRelease({ instrument, groups: GROUPS, contributors: people, earlier: [], rules: ALL_RULES })
      if (made === undefined) throw new Error('a first release is always made')
      const { horizons, groups, suppressed, n } = made.figures
      const documents = [horizons['now'], ...Object.values(groups).map((group) => group.horizons?.['now'])]
      for (const document of documents) {
        if (document === undefined) continue
        for (const { score, cells, coverage, unknownShare } of Object.values(document.dimensions)) {
          for (const value of [score, ...Object.values(cells)])
            expect(value === null || Number.isInteger(value)).toBe(true)
          for (const share of [coverage, unknownShare]) expect(isMultiple(share, 0.05)).toBe(true)
        }
        for (const { level, balance, imbalanceCost } of [document, ...Object.values(document.perspectives)]) {
          expect([level, imbalanceCost].every((value) => value === null || Number.isInteger(value))).toBe(true)
          expect(isMultiple(balance, 0.01)).toBe(true)
        }
      }
      const cells = horizons['now']?.dimensions['d0']?.cells ?? {}
      for (const [perspective, score] of Object.entries(cells)) {
        const isNamed = suppressed.some(({ what }) => what === 'all' || what === `now/d0/${perspective}`)
        expect(isNamed).toBe(score === null)
      }
      if (n > 0 && n < 5) expect(suppressed).toEqual([{ what: 'all', reason: 'too-few' }])
    }),
    { numRuns: 400 },
  )
})

function isMultiple(value: number | null, step: number): boolean {
  return value === null || Math.abs(value / step - Math.round(value / step)) < 1e-9
}

test('property: the cells that are kept for comparisons are those of the document', () => {
  fc.assert(
    fc.property(rounds, (people) => {
      const made = makeRelease({ instrument, groups: GROUPS, contributors: people, earlier: [], rules: ALL_RULES })
      for (const { population, horizon, dimension, perspective, score } of made?.cells ?? []) {
        const whole = population === 'all' ? made?.figures.horizons : made?.figures.groups[population]?.horizons
        const shown = whole?.[horizon]?.dimensions[dimension]
        // A group that is too small has cells without scores, and no document.
        expect((perspective === 'all' ? shown?.score : shown?.cells[perspective]) ?? null).toBe(score)
      }
    }),
    { numRuns: 200 },
  )
})
