import { describe, expect, test } from 'vitest'
import { pairedWord } from '../../server/domain/change.ts'
import { cohortWord, makeCohort } from '../../server/release/cohort.ts'
import type { ContributedScores } from '../../server/release/programme-table.ts'
import { makePublication } from '../../server/release/publication.ts'
import { diceOf } from '../attack/dice.ts'
import { CELL, randomHistory } from './programme-history.ts'

const nothing = { tables: [], themesTold: false }

function companies(park: string, scores: readonly (number | null)[]): ContributedScores[] {
  return scores.map((score, index) => {
    return { companyId: `${park}${index}`, park, region: null, sector: null, scores: { [CELL]: score } }
  })
}

function slopesOf(before: readonly ContributedScores[], after: readonly ContributedScores[]) {
  const contributions = after.map((one) => ({ ...one, themes: null }))
  const source = { contributions, cells: [CELL], capitals: [], published: nothing }
  return makePublication({ ...source, previous: { contributions: before, published: nothing } })?.slopes ?? []
}

const SIX = [30, 35, 40, 45, 50, 40]
const LATER = SIX.map((score) => score + 30)

describe('a cohort of two quarters', () => {
  test('has the means then and now of companies that are in both, and a word', () => {
    expect(slopesOf(companies('a', SIX), companies('a', LATER))[0]).toEqual({
      kind: 'programme',
      id: 'all',
      cell: CELL,
      n: 6,
      thenMean: 40,
      nowMean: 70,
      word: 'increased',
      reason: null,
    })
  })

  test('leaves out who has no score in one of the two, and says how many are left', () => {
    const [whole] = slopesOf(companies('a', [...SIX, null]), companies('a', [...LATER, 90]))
    expect(whole).toMatchObject({ n: 6, thenMean: null, reason: 'complement' })
    const apart = [20, 30, 40, 40, 50, 60]
    const [enough] = slopesOf(
      companies('a', [...apart, ...Array(5).fill(null)]),
      companies('a', [...apart.map((score) => score + 20), 80, 20, 50, 30, 70]),
    )
    expect(enough).toMatchObject({ n: 6, thenMean: 40, nowMean: 60 })
  })

  test('shows parks where everybody stayed, also when one company came on another: only what would tell of it is hidden', () => {
    const [stayed, other] = [companies('a', SIX), companies('b', SIX)]
    const now = [...companies('a', LATER), ...companies('b', [...LATER, 90])]
    const slopes = slopesOf([...stayed, ...other], now)
    expect(slopes.map(({ kind, id, n, nowMean, reason }) => ({ row: `${kind} ${id}`, n, nowMean, reason }))).toEqual([
      { row: 'programme all', n: 12, nowMean: null, reason: 'complement' },
      { row: 'park a', n: 6, nowMean: 70, reason: null },
      { row: 'park b', n: 6, nowMean: null, reason: 'complement' },
    ])
  })

  test('shows no more rows than either quarter may show', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const [first = [], second = []] = randomHistory(diceOf(seed)).map((attempts) => attempts[0] ?? [])
      const [before, after] = [first, second].map((contributions) => ({ contributions, published: [] }))
      if (before === undefined || after === undefined) continue
      const { slopes, before: then, after: now } = makeCohort(before, after, [CELL])
      expect(then.shown).toEqual(now.shown)
      for (const { thenMean, nowMean, word, reason, n, kind, id } of slopes) {
        const isShown = now.shown.get(CELL)?.has(`${kind} ${id}`) ?? false
        expect([thenMean, nowMean, word].map((value) => value !== null)).toEqual([isShown, isShown, isShown])
        expect(reason).toBe(isShown ? null : n < 5 ? 'too-few' : 'complement')
      }
      expect(makeCohort({ ...before, contributions: first.toReversed() }, after, [CELL]).slopes).toEqual(slopes)
    }
  })
})

describe('the word of a cohort', () => {
  test.each([
    [5, 20, 80, 'too_few_to_say'],
    [6, 40, 62, 'no_clear_difference'],
    [6, 40, 63, 'increased'],
    [10, 60, 42, 'decreased'],
    [1000, 40, 52, 'no_clear_difference'],
    [1000, 40, 53, 'increased'],
  ] as const)('of %i companies from %i to %i is %s', (n, then, now, word) => {
    expect(cohortWord(n, then, now)).toBe(word)
  })

  test('would tell who knows two companies what the other four had, if it were made of their differences', () => {
    // These four had 15 then, as a mean of 15 tells, so that their score now is 15 more than the difference.
    const colluders = [-20, -10]
    const four = setsOf(4, STEPS).filter((set) => set.reduce((sum, difference) => sum + difference, 0) === 160)
    const told = four.filter((set) => pairedWord([...colluders, ...set], 1) === 'increased').flat()
    expect([Math.min(...four.flat()), Math.max(...four.flat())]).toEqual([0, 70])
    expect([Math.min(...told), Math.max(...told)]).toEqual([35, 45])
  })
})

const STEPS = Array.from({ length: 15 }, (_, step) => step * 5)

/** Every set of so many values, from the lowest up. */
function setsOf(many: number, values: readonly number[]): number[][] {
  if (many === 0) return [[]]
  return values.flatMap((value, place) => setsOf(many - 1, values.slice(place)).map((set) => [value, ...set]))
}
