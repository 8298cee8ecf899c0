import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedChange } from '../../server/domain/change.ts'
import type { Instrument } from '../../server/domain/instrument.ts'
import { changesBetween, seedOf } from '../../server/release/changes.ts'
import type { ComparedRound } from '../../server/release/compared.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'
import { vectors } from '../domain/vectors.ts'
import { oneCell } from './attacker.ts'
import { instrumentOf } from './rounds.ts'

const SEED = 2026

/** A round as a release leaves it: in an open one everybody has a name, `P0` and so on unless `names` says else. */
function roundOf(
  instrument: Instrument,
  sheets: readonly string[],
  mode: 'anonymous' | 'open' = 'anonymous',
  names: readonly string[] = sheets.map((_, person) => `P${person}`),
  threshold = 5,
): ComparedRound {
  const contributors = sheets.map((answers, person) => ({ respondentId: `r${person}`, group: null, answers }))
  const rules = rulesOf(mode, threshold)
  const made = makeRelease({ instrument, groups: [], contributors, earlier: [], rules })
  if (made === undefined) throw new Error('a first release is always made')
  const named = mode === 'open' ? names.map((name, person) => [`r${person}`, name] as const) : []
  return { instrument, mode, rules, contributors, names: new Map(named), figures: made.figures }
}

/** The word of the only cell of two rounds. */
function wordOf(before: ComparedRound, after: ComparedRound) {
  return changesBetween(before, after, SEED).horizons['now']?.dimensions['human']?.cells['internal']
}

/** With 25 items of five steps one step of one answer is one point: a sheet of this many points. */
const POINTS = oneCell(25, 5)
function sheetOfPoints(points: number): string {
  return Array.from({ length: 25 }, (_, item) => {
    const steps = Math.min(4, Math.max(0, points - 4 * item))
    return String(1 + steps)
  }).join('')
}

/** Two open rounds of the same people whose scores differ by these points. */
function pairedRounds(differences: readonly number[]): [ComparedRound, ComparedRound] {
  const before = differences.map((difference) => (difference < 0 ? 95 : 5))
  const after = before.map((points, person) => points + (differences[person] ?? 0))
  return [roundOf(POINTS, before.map(sheetOfPoints), 'open'), roundOf(POINTS, after.map(sheetOfPoints), 'open')]
}

describe('worked numbers, from sheets to words', () => {
  test.each(vectors.paired_exact)('differences of $d', ({ d }) => {
    const points = d.map((difference) => difference * 20)
    const [before, after] = pairedRounds(points)
    expect(changesBetween(before, after, SEED).method).toBe(d.length < 6 ? 'unpaired' : 'paired')
    expect(wordOf(before, after)).toBe(d.length < 6 ? 'too_few_to_say' : 'no_clear_difference')
    // Five times as far apart, and so above half a step.
    const [low, high] = pairedRounds(d.map((difference) => difference * 80))
    expect(wordOf(low, high)).toBe(d.length < 6 ? 'too_few_to_say' : 'increased')
    expect(wordOf(high, low)).toBe(d.length < 6 ? 'too_few_to_say' : 'decreased')
  })

  test("Darwin's fifteen pairs of maize: the interval says it, though p of the sign flips is 0.053", () => {
    const { diffs_eighth_inch: differences } = vectors.signflip_darwin
    const [before, after] = pairedRounds(differences)
    expect(changesBetween(before, after, SEED)).toMatchObject({ method: 'paired', before: 15, after: 15, seed: SEED })
    expect(wordOf(before, after)).toBe('increased')
    expect(pairedChange(differences, SEED).word).toBe('increased')
  })

  test('of the same numbers without names only the groups are compared', () => {
    const rounds = pairedRounds([50, 50, 50, 50, 50, -45])
    const unnamed = rounds.map((round) => ({ ...round, names: new Map<string, string>() }))
    const [before, after] = unnamed
    if (before === undefined || after === undefined) throw new Error('there are two rounds')
    expect(changesBetween(before, after, SEED)).toMatchObject({ method: 'unpaired', before: 6, after: 6 })
  })
})

describe('people are told by their names', () => {
  const sheets = ['11', '12', '21', '22', '11', '12', '13']
  const higher = ['44', '45', '54', '55', '44', '45', '54']
  const method = (before: readonly string[], after: readonly string[]) => {
    const cell = oneCell(2, 5)
    const rounds = [roundOf(cell, sheets, 'open', before), roundOf(cell, higher, 'open', after)] as const
    return changesBetween(...rounds, SEED)
  }
  const names = ['Ann', 'Bob', 'Cas', 'Dirk', 'Eva', 'Fien', 'Gijs']

  test('without regard to capitals and spaces around', () => {
    const same = names.map((name) => ` ${name.toUpperCase()} `).toReversed()
    expect(method(names, same)).toMatchObject({ method: 'paired', before: 7, after: 7 })
  })

  test('and six of them are enough', () => {
    expect(method(names, [...names.slice(0, 6), 'Hugo'])).toMatchObject({ method: 'paired', before: 6, after: 6 })
    expect(method(names, [...names.slice(0, 5), 'Hugo', 'Iris'])).toMatchObject({ method: 'unpaired', before: 7 })
  })

  test('but not by a name that two gave, or none', () => {
    expect(method([...names.slice(0, 5), 'ann', 'Gijs'], names)).toMatchObject({ method: 'unpaired' })
    expect(method([...names.slice(0, 5), '', ''], [...names.slice(0, 5), '', ''])).toMatchObject({ method: 'unpaired' })
  })

  test('and not in an anonymous round', () => {
    const cell = oneCell(2, 5)
    const changes = changesBetween(roundOf(cell, sheets), roundOf(cell, higher, 'open', names), SEED)
    expect(changes.method).toBe('unpaired')
  })
})

describe('what is compared', () => {
  const spread = ['1', '2', '2', '3', '1', '2', '3', '2']
  const higher = spread.map((step) => String(Number(step) + 2))
  const cell = oneCell(1, 5)

  test('are the items that both rounds asked, wherever they stood', () => {
    const [first] = cell.items
    if (first === undefined) throw new Error('the cell has an item')
    const other = { ...first, id: 'other' }
    const asked = [first, other]
    const longer = { ...cell, items: [other, first], asked }
    const changes = changesBetween(
      roundOf({ ...cell, asked }, spread),
      roundOf(
        longer,
        higher.map((step, person) => `${spread[person]}${step}`),
      ),
      SEED,
    )
    expect(changes.horizons['now']?.dimensions['human']?.cells['internal']).toBe('increased')
  })

  test('are the horizons that both rounds asked', () => {
    const both = { ...cell, horizons: ['now', 'ahead'] }
    const changes = changesBetween(
      roundOf(
        both,
        spread.map((step, person) => `${step}${higher[person]}`),
      ),
      roundOf(
        { ...cell, horizons: ['ahead', 'later'] },
        spread.map((step, person) => `${step}${higher[person]}`),
      ),
      SEED,
    )
    expect(Object.keys(changes.horizons)).toEqual(['ahead'])
    expect(changes.horizons['ahead']?.dimensions['human']?.cells['internal']).toBe('decreased')
  })

  test('are both sides of a capital: what only one round asked has too few to say, and so has its capital', () => {
    const both = instrumentOf([1, 1])
    const inside = { ...both, items: both.items.slice(0, 1), asked: both.items }
    const twice = (steps: readonly string[]) => steps.map((step) => step + step)
    const { horizons } = changesBetween(roundOf(inside, spread), roundOf(both, twice(higher)), SEED)
    expect(horizons['now']?.dimensions['d0']).toEqual({
      word: 'too_few_to_say',
      cells: { internal: 'increased', external: 'too_few_to_say' },
    })
    const whole = changesBetween(roundOf(both, twice(spread)), roundOf(both, twice(higher)), SEED)
    expect(whole.horizons['now']?.dimensions['d0']?.word).toBe('increased')
  })

  test('is nothing when the sheets of the earlier round are gone', () => {
    const gone = { ...roundOf(cell, spread), contributors: [] }
    const changes = changesBetween(gone, roundOf(cell, higher), SEED)
    expect(changes).toMatchObject({ method: 'unpaired', before: 0, after: 8, single: null })
    expect(changes.horizons['now']?.dimensions['human']?.cells['internal']).toBe('too_few_to_say')
  })

  test('needs as many people with a score as a round with a raised threshold needs ratings', () => {
    const raised = roundOf(cell, higher, 'anonymous', [], 8)
    expect(wordOf(roundOf(cell, spread), raised)).toBe('increased')
    expect(wordOf(roundOf(cell, spread.slice(1)), raised)).toBe('too_few_to_say')
  })
})

describe('the one sheet of a company', () => {
  const both = { ...oneCell(3, 5), horizons: ['now', 'ahead'] }

  test('lists what rose and what fell, and says no word', () => {
    const changes = changesBetween(roundOf(both, ['12?435'], 'open'), roundOf(both, ['2144.5'], 'open'), SEED)
    const at = (itemId: string, horizon: string) => ({ itemId, horizon })
    expect(changes.single).toEqual({ rose: [at('i0', 'now')], fell: [at('i0', 'ahead')] })
    expect(changes.horizons['now']?.dimensions['human']?.word).toBe('too_few_to_say')
  })

  test('lists nothing of two people, or of an anonymous round', () => {
    expect(
      changesBetween(roundOf(both, ['123412', '123412'], 'open'), roundOf(both, ['5'.repeat(6)], 'open'), 1).single,
    ).toBeNull()
    expect(changesBetween(roundOf(both, ['123412']), roundOf(both, ['5'.repeat(6)], 'open'), 1).single).toBeNull()
  })
})

describe('properties', () => {
  const cells = instrumentOf([2, 2])
  const answer = fc.constantFrom('1', '2', '3', '4', '5', '5', '4', '?', '-', '.')
  const sheet = fc.array(answer, { minLength: 4, maxLength: 4 }).map((answers) => answers.join(''))
  const sheets = fc.array(
    sheet.filter((answers) => answers !== '....'),
    { minLength: 1, maxLength: 20 },
  )
  const mode = fc.constantFrom('anonymous' as const, 'open' as const)
  const wordsOf = (changes: ReturnType<typeof changesBetween>) =>
    Object.values(changes.horizons).flatMap(({ dimensions }) =>
      Object.entries(dimensions).flatMap(([dimension, { word, cells: of }]) => [
        { dimension, perspective: undefined, word },
        ...Object.entries(of).map(([perspective, own]) => ({ dimension, perspective, word: own })),
      ]),
    )

  test('the order in which people joined makes no difference', () => {
    fc.assert(
      fc.property(sheets, sheets, mode, (one, other, how) => {
        const turned = (answers: readonly string[]) =>
          roundOf(cells, answers.toReversed(), how, answers.map((_, person) => `P${person}`).toReversed())
        const straight = changesBetween(roundOf(cells, one, how), roundOf(cells, other, how), SEED)
        expect(changesBetween(turned(one), turned(other), SEED)).toEqual(straight)
      }),
      { numRuns: 100 },
    )
  })

  test('the same answers twice show no clear difference, or are too few', () => {
    fc.assert(
      fc.property(sheets, mode, (answers, how) => {
        const words = wordsOf(changesBetween(roundOf(cells, answers, how), roundOf(cells, answers, how), SEED))
        expect(words.every(({ word }) => word === 'no_clear_difference' || word === 'too_few_to_say')).toBe(true)
        if (answers.length < 6) expect(words.every(({ word }) => word === 'too_few_to_say')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('no word is said where either release shows no score, and none of fewer than six', () => {
    fc.assert(
      fc.property(sheets, sheets, mode, mode, (one, other, how, later) => {
        const rounds = [roundOf(cells, one, how), roundOf(cells, other, later)] as const
        for (const { dimension, perspective, word } of wordsOf(changesBetween(...rounds, SEED))) {
          const isShown = rounds.every(({ figures }) => {
            const shown = figures.horizons['now']?.dimensions[dimension]
            return ((perspective === undefined ? shown?.score : shown?.cells[perspective]) ?? null) !== null
          })
          if (!isShown || Math.min(one.length, other.length) < 6) expect(word).toBe('too_few_to_say')
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a seed is a whole number that two releases always give, and hardly any two others', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(Number.isInteger(seedOf(one, other))).toBe(true)
        expect(seedOf(one, other)).toBe(seedOf(one, other))
        if (one !== other) expect(seedOf(one, other)).not.toBe(seedOf(other, one))
      }),
    )
    expect(seedOf('a', 'b')).toBe(279181810)
  })
})
