import { describe, expect, test } from 'vitest'
import { rowsWithCrowds } from '../../server/release/crowds.ts'
import { makeProgrammeRelease } from '../../server/release/programme.ts'
import type { ContributedScores, PublishedProgramme } from '../../server/release/programme-table.ts'
import { diceOf } from '../attack/dice.ts'
import { CELL, randomHistory } from './programme-history.ts'

/** Companies of one park with these scores. */
function companies(park: string, scores: readonly number[], from = 0): ContributedScores[] {
  return scores.map((score, index) => {
    return { companyId: `${park}${from + index}`, park, region: 'r', sector: null, scores: { [CELL]: score } }
  })
}

function figureOf(contributions: readonly ContributedScores[], row: string) {
  const made = makeProgrammeRelease(contributions, [CELL])
  return made?.figures.find(({ kind, id }) => `${kind} ${id}` === row)
}

const FIVE = companies('a', [40, 50, 60, 70, 80])
const SEVEN = companies('b', [20, 30, 40, 50, 60, 70, 80])

describe('a release of a programme', () => {
  test('gives the mean of five companies or more, each as heavy as another', () => {
    expect(figureOf([...FIVE, ...SEVEN], 'park a')).toMatchObject({ n: 5, mean: 60, end: null, reason: null })
    expect(figureOf([...FIVE, ...SEVEN], 'programme all')).toMatchObject({ n: 12, mean: 54, reason: null })
  })

  test('says how many there are where it may not say more', () => {
    const four = companies('a', [40, 50, 60, 70])
    expect(figureOf([...four, ...SEVEN], 'park a')).toMatchObject({ n: 4, mean: null, reason: 'too-few' })
  })

  test('hides a park that would give away what a smaller one beside it has', () => {
    const four = companies('a', [40, 50, 60, 70])
    expect(figureOf([...four, ...SEVEN], 'park b')).toMatchObject({ n: 7, mean: null, reason: 'complement' })
    expect(figureOf([...four, ...SEVEN], 'programme all')).toMatchObject({ n: 11, mean: 52 })
  })

  test('shows sectors only where nobody stands with fewer than four others on the same park and in the same sector', () => {
    const inSector = (all: readonly ContributedScores[], sectorOf: (index: number) => string) =>
      all.map((one, index) => ({ ...one, sector: sectorOf(index) }))
    const both = inSector([...companies('a', Array(10).fill(50)), ...companies('b', Array(10).fill(40))], (index) =>
      index % 10 < 5 ? 'build' : 'food',
    )
    expect(figureOf(both, 'sector food')).toMatchObject({ n: 10, mean: 45 })
    const lone = both.map((one, index) => (index === 3 ? { ...one, sector: 'food' } : one))
    const made = makeProgrammeRelease(lone, [CELL])?.figures ?? []
    expect(made.filter(({ kind, mean }) => kind === 'sector' && mean !== null)).toEqual([])
    expect(made.filter(({ kind, mean }) => kind === 'park' && mean !== null)).toHaveLength(2)
  })

  test('counts a score below 15 as 15 and one above 85 as 85, and says when a mean stands at such an end', () => {
    expect(figureOf(companies('a', [0, 3, 10, 15, 12]), 'park a')).toMatchObject({ mean: 15, end: 'low' })
    expect(figureOf(companies('a', [100, 100, 90, 99, 85]), 'park a')).toMatchObject({ mean: 85, end: 'high' })
    expect(figureOf(companies('a', [0, 0, 0, 0, 100]), 'park a')).toMatchObject({ mean: 29, end: null })
  })

  test('gives quartiles from ten companies on', () => {
    expect(figureOf([...FIVE, ...SEVEN], 'park b')?.quartiles).toBeNull()
    expect(figureOf([...FIVE, ...SEVEN], 'programme all')?.quartiles).toEqual({ lower: 40, upper: 70 })
  })

  test('counts companies that are nearly alike with the mean of their crowd in quartiles', () => {
    const alike = companies('a', [15, 15, 50, 50, 50, 50, 50, 50, 50, 50])
    expect(figureOf(alike, 'park a')).toMatchObject({ mean: 43, quartiles: { lower: 43, upper: 43 } })
  })

  test('shows a wide sector though few of it stand on each park, and a narrow one not', () => {
    const inSectors = (many: number) =>
      Array.from({ length: many * 12 }, (_, index) => {
        const park = `p${index % 12}`
        const scores = { [CELL]: index % 90 }
        return { companyId: `c${index}`, park, region: 'r', sector: `s${index % 5}`, scores }
      })
    const shown = (many: number) => makeProgrammeRelease(inSectors(many), [CELL])?.figures ?? []
    const sectors = (many: number) => shown(many).filter(({ kind, mean }) => kind === 'sector' && mean !== null)
    expect([sectors(10).length, sectors(25).length]).toEqual([0, 5])
  })

  test('adds up: rows of a kind have as many companies as the whole, and none hidden has a figure', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const [[first = []] = []] = randomHistory(diceOf(seed))
      const figures = makeProgrammeRelease(first, [CELL])?.figures ?? []
      const total = (wanted: string) => figures.filter(({ kind }) => kind === wanted).reduce((sum, { n }) => sum + n, 0)
      expect(total('park')).toBe(total('programme'))
      expect(total('region')).toBeLessThanOrEqual(total('programme'))
      for (const { reason, mean, end, quartiles, n } of figures) {
        expect(reason === null).toBe(mean !== null)
        if (reason !== null) expect([end, quartiles]).toEqual([null, null])
        else expect(n).toBeGreaterThanOrEqual(5)
      }
    }
  })

  test('does not count a company where it has no score, and never as 0', () => {
    const without = FIVE.map((one, index) => (index === 0 ? { ...one, scores: { [CELL]: null } } : one))
    expect(figureOf([...without, ...SEVEN], 'park a')).toMatchObject({ n: 4, mean: null })
  })

  test('stands when fewer than five companies came, went or changed since', () => {
    const shown = new Map([[CELL, new Set(['programme all', 'park b', 'region r'])]])
    const before: PublishedProgramme = { kind: 'release', contributions: SEVEN, shown }
    const some = [...SEVEN, ...companies('b', [50, 50, 50], 7)]
    expect(makeProgrammeRelease(some, [CELL], [before])).toBeUndefined()
    const enough = [...SEVEN, ...companies('b', [50, 50, 50, 50, 50], 7)]
    expect(makeProgrammeRelease(enough, [CELL], [before])?.figures[0]).toMatchObject({ n: 12, mean: 50 })
  })

  test('is the same whatever the order of the companies', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const [[first = []] = []] = randomHistory(diceOf(seed))
      expect(makeProgrammeRelease(first.toReversed(), [CELL])).toEqual(makeProgrammeRelease(first, [CELL]))
    }
  })
})

describe('rows with crowds', () => {
  test('leave everybody in a crowd that nothing shown takes apart, or show nothing', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const [[first = []] = []] = randomHistory(diceOf(seed))
      const secrets = first.map(({ park, region, sector }) => {
        return { rows: ['all', `park ${park}`, `region ${region}`, `sector ${sector}`], published: '' }
      })
      const shown = rowsWithCrowds(secrets, 5, [new Set(['all']), new Set(secrets.flatMap(({ rows }) => rows))])
      const crowds = Map.groupBy(secrets, ({ rows }) => rows.filter((row) => shown?.has(row)).join())
      for (const [rows, crowd] of crowds) if (rows !== '') expect(crowd.length).toBeGreaterThanOrEqual(5)
    }
  })
})
