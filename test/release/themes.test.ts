import { describe, expect, test } from 'vitest'
import { PROGRAMME_RULES } from '../../server/release/programme-table.ts'
import { type Contribution, makePublication } from '../../server/release/publication.ts'
import { makeThemes, themeClass } from '../../server/release/themes.ts'

/** So many companies, of which these have an intervention for people. */
function companies(n: number, withTheme: number, from = 0): Contribution[] {
  return Array.from({ length: n }, (_, index) => {
    const place = { companyId: `c${from + index}`, park: 'p', region: null, sector: null }
    return { ...place, scores: { cell: 50 }, themes: index < withTheme ? ['human'] : [] }
  })
}

describe('themes of interventions', () => {
  test('are told in classes, from ten companies on', () => {
    const told = (n: number, withTheme: number) => makeThemes(companies(n, withTheme), ['human'])[0]
    expect(told(9, 4)).toEqual({ capital: 'human', n: 9, companies: null, reason: 'too-few' })
    expect(told(10, 0)).toEqual({ capital: 'human', n: 10, companies: 'fewer_than_5', reason: null })
    expect([5, 9, 10, 19, 20, 49, 50, 95, 96, 100].map((many) => told(100, many)?.companies)).toEqual([
      'from_5_to_9',
      'from_5_to_9',
      'from_10_to_19',
      'from_10_to_19',
      'from_20_to_49',
      'from_20_to_49',
      '50_and_more',
      '50_and_more',
      'nearly_all',
      'nearly_all',
    ])
  })

  test('count nobody whose round did not get to interventions', () => {
    const unknown = companies(12, 6).map((one, index) => (index > 9 ? { ...one, themes: null } : one))
    expect(makeThemes(unknown, ['human'])[0]).toMatchObject({ n: 10, companies: 'nearly_all' })
  })

  test('tell of nobody whether it has one, whatever two others know, for any number of companies', () => {
    for (let n = 10; n <= 130; n++) {
      const counts = Map.groupBy(
        Array.from({ length: n + 1 }, (_, count) => count),
        (count) => themeClass(count, n),
      )
      for (const possible of counts.values()) {
        for (const known of [0, 1, 2]) {
          // Of the n - 2 others so many have one: none may be certain to have one, none certain to have none.
          const others = possible.map((count) => count - known).filter((count) => count >= 0 && count <= n - 2)
          if (others.length === 0) continue
          expect(Math.max(...others)).toBeGreaterThan(0)
          expect(Math.min(...others)).toBeLessThan(n - 2)
        }
      }
    }
  })

  test('are told once a quarter: told again, six that came would all be known to have one', () => {
    const first = companies(10, 4)
    const again = [...first, ...companies(6, 6, 10)]
    const source = { cells: ['cell'], capitals: ['human'] }
    const published = makePublication({ ...source, contributions: first, published: { tables: [], themesTold: false } })
    const before = { tables: published?.remember.current ?? [], themesTold: published?.remember.themesTold ?? false }
    expect(makePublication({ ...source, contributions: again, published: before })?.themes).toBeNull()
    const off = { ...PROGRAMME_RULES, themes: false }
    const told = makePublication({ ...source, contributions: again, published: before }, off)?.themes?.[0]?.companies
    expect([published?.themes?.[0]?.companies, told]).toEqual(['fewer_than_5', 'from_10_to_19'])
    // What an attacker makes of the two: every pair of counts in these classes has all six.
    const pairs = [0, 1, 2, 3, 4].flatMap((earlier) => [0, 1, 2, 3, 4, 5, 6].map((came) => [earlier, came] as const))
    const left = pairs.filter(
      ([earlier, came]) => themeClass(earlier, 10) === 'fewer_than_5' && themeClass(earlier + came, 16) === told,
    )
    expect(left.map(([, came]) => came)).toEqual([6])
  })

  test('are told by a later release when the first had too few companies to tell any', () => {
    const source = { cells: ['cell'], capitals: ['human'] }
    const first = makePublication({
      ...source,
      contributions: companies(6, 3),
      published: { tables: [], themesTold: false },
    })
    const before = { tables: first?.remember.current ?? [], themesTold: first?.remember.themesTold ?? true }
    const again = makePublication({ ...source, contributions: companies(12, 3), published: before })
    expect(again?.themes?.[0]?.companies).toBe('fewer_than_5')
  })
})
