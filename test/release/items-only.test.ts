import { describe, expect, test } from 'vitest'
import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { type MadeRelease, makeRelease } from '../../server/release/release.ts'
import { type Rules, rulesOf } from '../../server/release/rules.ts'
import { allSheets, type Crowd, findLeaks, oneCell, type SmallRound } from './attacker.ts'

/** Two lines between two poles, each a dimension of its own, on two horizons: as the sociosphere has them. */
const LINES: Instrument = {
  dimensions: ['structure', 'thinking'],
  perspectives: ['whole'],
  horizons: ['now', 'wanted'],
  scale: { min: 1, max: 7, kind: 'bipolar' },
  balance: false,
  scores: false,
  items: ['structure', 'thinking'].map((dimension, at) => {
    return { id: `i0${at + 1}`, dimension, perspective: 'whole', reverse: false }
  }),
}

const ANONYMOUS = rulesOf('anonymous', 5)

/** One person for each sheet: now and wanted of the first line, then of the second. */
function people(sheets: readonly string[], from = 0): Contributor[] {
  return sheets.map((answers, index) => ({ respondentId: `r${from + index}`, group: null, answers }))
}

function release(
  contributors: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[] = [],
  rules: Rules = ANONYMOUS,
): MadeRelease | undefined {
  return makeRelease({ instrument: LINES, groups: [], contributors, earlier, rules })
}

const SEVEN = ['2415', '2516', '3515', '2624', '3415', '2515', '6262']
const TWELVE = [...SEVEN, '3434', '2527', '4616', '1415', '5252']

describe('an instrument of which each item stands for itself', () => {
  test('has no score of a dimension, a cell, a balance or a change, whatever the rules of the round say', () => {
    for (const rules of [ANONYMOUS, rulesOf('open', 1)]) {
      const made = release(people(TWELVE), [], rules)
      expect(made?.cells).toEqual([])
      expect(made?.figures.drift).toBeNull()
      for (const horizon of Object.values(made?.figures.horizons ?? {})) {
        expect([horizon.level, horizon.balance, horizon.imbalanceCost, horizon.gate, horizon.floor]).toEqual([
          null,
          null,
          null,
          null,
          [],
        ])
        for (const { score, cells, gap } of Object.values(horizon.dimensions))
          expect([score, gap, ...Object.values(cells)]).toEqual([null, null, null])
      }
    }
  })

  test('says the word of a line that is alone in its cell: no score stands beside it with which it could be undone', () => {
    const figures = release(people(SEVEN))?.figures
    expect(figures?.items.map(({ agreement, score, counts, quartiles }) => [agreement.word, score, counts, quartiles]))
      // Six of seven stand close together on the first line; one alone is on the other side.
      .toEqual([
        ['mixed', null, null, null],
        ['mixed', null, null, null],
        ['mixed', null, null, null],
        ['mixed', null, null, null],
      ])
    const scored = makeRelease({
      instrument: { ...LINES, scores: true },
      groups: [],
      contributors: people(SEVEN),
      earlier: [],
      rules: ANONYMOUS,
    })
    expect(scored?.figures.items.map(({ agreement }) => agreement.word)).toEqual([null, null, null, null])
  })

  test('shows where people stand from ten ratings, and names nothing as left out that it never makes', () => {
    const figures = release(people(TWELVE))?.figures
    expect(figures?.items.map(({ score }) => score)).toEqual([32, 18, 56, 61])
    expect(figures?.suppressed).toEqual([])
  })

  test('shows nothing of fewer than five, on either horizon', () => {
    const figures = release(people(SEVEN.slice(0, 4)))?.figures
    expect(figures?.suppressed).toEqual([{ what: 'all', reason: 'too-few' }])
    for (const { score, agreement, counts, unknownShare } of figures?.items ?? [])
      expect([score, agreement.word, counts, unknownShare]).toEqual([null, null, null, null])
    const dimensions = Object.values(figures?.horizons ?? {}).flatMap((horizon) => Object.values(horizon.dimensions))
    expect(dimensions.flatMap(({ coverage, unknownShare }) => [coverage, unknownShare])).toEqual(Array(8).fill(null))
  })

  test('shows an answer of one person who fills in an open round alone', () => {
    const figures = release(people(['2614']), [], rulesOf('open', 1))?.figures
    expect(figures?.items.map(({ score, n }) => [score, n])).toEqual([
      [17, 1],
      [0, 1],
      [83, 1],
      [50, 1],
    ])
  })
})

describe('released again', () => {
  const first = release(people(SEVEN))
  const more = people(['3434', '2527', '4616', '1415', '5252'], 7)

  test('after a word there are words only, and no figure that could be held against it', () => {
    const again = release([...people(SEVEN), ...more], [first?.contributors ?? []])
    for (const { n, score, counts, quartiles, agreement, nearlyEveryone } of again?.figures.items ?? []) {
      expect([n, score, counts, quartiles, agreement.averageDeviation, nearlyEveryone]).toEqual([
        12,
        null,
        null,
        null,
        null,
        null,
      ])
      expect(agreement.word).not.toBeNull()
    }
    expect(again?.figures.suppressed).toContainEqual({ what: 'items/i01/now/score', reason: 'complement' })
  })

  test('after figures there are figures', () => {
    const ten = TWELVE.slice(0, 10)
    const late = people(['3344', '2435', '4526', '6213', '5651'], 10)
    const again = release([...people(ten), ...late], [release(people(ten))?.contributors ?? []])
    expect(again?.figures.items.map(({ score }) => score).filter((score) => score !== null).length).toBeGreaterThan(0)
  })

  test('a line of which nobody changed an answer keeps its word', () => {
    const changed = SEVEN.map((sheet, person) => (person < 6 ? `${sheet.slice(0, 2)}44` : sheet))
    const again = release(people(changed), [first?.contributors ?? []])
    const words = again?.figures.items.map(({ itemId, agreement }) => [itemId, agreement.word])
    expect(words?.filter(([itemId]) => itemId === 'i01')).toEqual([
      ['i01', 'mixed'],
      ['i01', 'mixed'],
    ])
    expect(words?.filter(([itemId]) => itemId === 'i02')).toEqual([
      ['i02', null],
      ['i02', null],
    ])
  })
})

describe('whatever people answered, two of them who tell each other never learn what another one did', () => {
  const crowd = (size: number, steps: number): Crowd => {
    return { group: null, size, histories: allSheets(1, steps).map((sheet) => [sheet]) }
  }
  const round = (steps: number, crowds: readonly Crowd[], releases = 1): SmallRound => {
    return { instrument: { ...oneCell(1, steps), scores: false }, crowds, releases, rules: ANONYMOUS }
  }
  const staying = (size: number, steps: number): Crowd => {
    return { group: null, size, histories: allSheets(1, steps).map((sheet) => [sheet, sheet]) }
  }
  const leaving = (size: number, steps: number): Crowd => {
    return { group: null, size, histories: allSheets(1, steps).map((sheet) => [sheet, null]) }
  }
  const coming = (size: number, steps: number): Crowd => {
    return { group: null, size, histories: allSheets(1, steps).map((sheet) => [null, sheet]) }
  }

  test.each([5, 6, 7, 8, 9, 10, 11])('%i people on a line of seven steps', (size) => {
    const { tables, leaks } = findLeaks(round(7, [crowd(size, 7)]))
    expect(tables).toBeGreaterThan(400)
    expect(leaks.slice(0, 3)).toEqual([])
  })

  test.each([5, 9, 10, 14])('%i people on five frequencies', (size) => {
    expect(findLeaks(round(5, [crowd(size, 5)])).leaks.slice(0, 3)).toEqual([])
  })

  test.each([
    ['10 people of whom 5 leave, on five steps', round(5, [staying(5, 5), leaving(5, 5)], 2)],
    ['10 people and then 5 more, on three steps', round(3, [staying(10, 3), coming(5, 3)], 2)],
    ['5 people and then 1 more, on five steps', round(5, [staying(5, 5), coming(1, 5)], 2)],
  ])('%s', (_what, small) => {
    expect(findLeaks(small).leaks.slice(0, 3)).toEqual([])
  })
})
