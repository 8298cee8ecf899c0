import { describe, expect, test } from 'vitest'
import { rowsWithCrowds } from '../../server/release/crowds.ts'
import { type ContributedScores, makeProgrammeRelease, PROGRAMME_RULES } from '../../server/release/programme.ts'
import { diceOf } from '../attack/dice.ts'
import { CELL, findPinned, publishAll, randomProgramme } from './programme-attacker.ts'

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

  test('does not count a company where it has no score, and never as 0', () => {
    const without = FIVE.map((one, index) => (index === 0 ? { ...one, scores: { [CELL]: null } } : one))
    expect(figureOf([...without, ...SEVEN], 'park a')).toMatchObject({ n: 4, mean: null })
  })

  test('stands when fewer than five companies came, went or changed since', () => {
    const before = { contributions: SEVEN, shown: new Map([[CELL, new Set(['programme all', 'park b', 'region r'])]]) }
    const some = [...SEVEN, ...companies('b', [50, 50, 50], 7)]
    expect(makeProgrammeRelease(some, [CELL], [before])).toBeUndefined()
    const enough = [...SEVEN, ...companies('b', [50, 50, 50, 50, 50], 7)]
    expect(makeProgrammeRelease(enough, [CELL], [before])?.figures[0]).toMatchObject({ n: 12, mean: 50 })
  })

  test('is the same whatever the order of the companies', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const [first = []] = randomProgramme(diceOf(seed))
      expect(makeProgrammeRelease(first.toReversed(), [CELL])).toEqual(makeProgrammeRelease(first, [CELL]))
    }
  })
})

describe('rows with crowds', () => {
  test('leave everybody in a crowd that nothing shown takes apart, or show nothing', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const [first = []] = randomProgramme(diceOf(seed))
      const secrets = first.map(({ park, region, sector }) => {
        return { rows: ['all', `park ${park}`, `region ${region}`, `sector ${sector}`], published: '' }
      })
      const shown = rowsWithCrowds(secrets, 5, [new Set(['all']), new Set(secrets.flatMap(({ rows }) => rows))])
      const crowds = Map.groupBy(secrets, ({ rows }) => rows.filter((row) => shown?.has(row)).join())
      for (const [rows, crowd] of crowds) if (rows !== '') expect(crowd.length).toBeGreaterThanOrEqual(5)
    }
  })
})

const PROGRAMMES = Number(process.env['PROGRAMMES'] ?? 100)

/** In how many random programmes somebody's score becomes known to within 5 points, with the help of two others. */
function countLeaks(rules: typeof PROGRAMME_RULES): number {
  let leaks = 0
  for (let seed = 1; seed <= PROGRAMMES; seed++) {
    const dice = diceOf(seed)
    const rounds = randomProgramme(dice)
    const published = publishAll(rounds, rules)
    const ids = [...new Set(rounds.flat().map(({ companyId }) => companyId))]
    const tries = Array.from({ length: 3 }, () => [dice.pick(ids), dice.pick(ids)])
    if (tries.some((colluders) => findPinned(published, colluders, rules).length > 0)) leaks += 1
  }
  return leaks
}

describe('an attacker who knows every n, the algorithm and two companies', () => {
  test('finds nobody to within 5 points in random programmes', () => {
    expect(countLeaks(PROGRAMME_RULES)).toBe(0)
  }, 300_000)

  test.each([
    ['that everybody stays in a crowd', { secondary: false }],
    ['that earlier releases count', { reRelease: false }],
    ['that ends are rounded off', { ends: false }],
    ['that five are needed', { threshold: 3 }],
  ])(
    'finds somebody without the rule %s',
    (_, off) => {
      expect(countLeaks({ ...PROGRAMME_RULES, ...off })).toBeGreaterThan(0)
    },
    300_000,
  )

  test('finds nobody with quartiles beside', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const dice = diceOf(seed)
      const rounds = randomProgramme(dice).map((companies) => companies.slice(0, 16))
      const ids = rounds.flat().map(({ companyId }) => companyId)
      const published = publishAll(rounds, PROGRAMME_RULES)
      expect(findPinned(published, [dice.pick(ids), dice.pick(ids)], PROGRAMME_RULES, { quartiles: true })).toEqual([])
    }
  }, 300_000)
})
