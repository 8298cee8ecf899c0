import { describe, expect, test } from 'vitest'
import { benchmarkOf } from '../../server/release/benchmark.ts'
import { makeProgrammeRelease } from '../../server/release/programme.ts'
import type { ContributedScores } from '../../server/release/programme-table.ts'

const CELL = 'now/human/all'

function companies(park: string, scores: readonly (number | null)[]): ContributedScores[] {
  return scores.map((score, index) => {
    return { companyId: `${park}${index}`, park, region: null, sector: null, scores: { [CELL]: score } }
  })
}

/** What the first company of park a sees of its park and of the whole, beside other parks. */
function seen(own: readonly (number | null)[], others: readonly number[]) {
  const all = [...companies('a', own), ...companies('b', others)]
  const [first] = all
  if (first === undefined) throw new Error('there is no company')
  return benchmarkOf(makeProgrammeRelease(all, [CELL])?.figures ?? [], first)
}

const TEN = [20, 30, 40, 50, 60, 70, 80, 25, 35, 45]

describe('a company beside others', () => {
  test('sees only rows in which it stands', () => {
    expect(seen(TEN, TEN).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['programme all', 'park a'])
  })

  test('needs five others: with four it is told how many are missing', () => {
    const park = seen(TEN.slice(0, 5), TEN)[1]
    expect(park).toMatchObject({ n: 5, others: 4, mean: null, band: null, needed: { needed: 5, has: 4 } })
    expect(seen(TEN.slice(0, 6), TEN)[1]).toMatchObject({ n: 6, others: 5, mean: 45, needed: null })
  })

  test('counts all of them as others where it has no score itself', () => {
    const [, park] = seen([null, ...TEN.slice(0, 5)], TEN)
    expect(park).toMatchObject({ n: 5, others: 5, mean: 40, needed: null })
  })

  test('sees the band from ten others on', () => {
    expect(seen(TEN, TEN)[1]).toMatchObject({ n: 10, others: 9, mean: 46, band: null })
    expect(seen([...TEN, 55], TEN)[1]).toMatchObject({ others: 10, band: { lower: 30, upper: 60 } })
  })

  test('sees nothing that the release hides, and is not told that more are needed', () => {
    expect(seen(TEN.slice(0, 7), [40, 50, 60])[1]).toMatchObject({ n: 7, mean: null, needed: null })
  })
})
