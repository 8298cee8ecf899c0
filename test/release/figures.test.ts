import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'

/** Two capitals, inside and outside, so many items in each cell. */
function instrument(itemsInCell: number, changes: Partial<Instrument> = {}): Instrument {
  const cells = ['human', 'natural'].flatMap((dimension) => {
    return ['internal', 'external'].map((perspective) => ({ dimension, perspective }))
  })
  return {
    dimensions: ['human', 'natural'],
    perspectives: ['internal', 'external'],
    horizons: ['now'],
    scale: { min: 1, max: 5 },
    balance: true,
    items: cells.flatMap(({ dimension, perspective }) =>
      Array.from({ length: itemsInCell }, (_, item) => {
        return { id: `${dimension}-${perspective}-${item}`, dimension, perspective, reverse: false }
      }),
    ),
    ...changes,
  }
}

function people(sheets: readonly string[], group: string | null = null): Contributor[] {
  return sheets.map((answers, index) => ({ respondentId: `${group}-${index}`, group, answers }))
}

function release(
  contributors: readonly Contributor[],
  of: Instrument = instrument(1),
  groups: readonly string[] = [],
  mode: 'anonymous' | 'open' = 'anonymous',
) {
  const made = makeRelease({ instrument: of, groups, contributors, earlier: [], rules: rulesOf(mode, 5) })
  if (made === undefined) throw new Error('nothing was released')
  return made.figures
}

/** Sheets on which everybody gives one rating to every item. */
function everyItem(ratings: string, items = 4): string[] {
  return Array.from(ratings, (rating) => rating.repeat(items))
}

describe('the figures of an anonymous release', () => {
  test('round once, half up: ten people with a mean of 3.1 score 52.5, which is 53', () => {
    // 1+1+2+3+3+3+4+4+5+5 = 31; 25 x (3.1 - 1) = 52.5.
    const { items, horizons } = release(people(everyItem('1123334455')))
    expect(items[0]).toMatchObject({ n: 10, score: 53 })
    expect(horizons['now']).toMatchObject({
      level: 53,
      balance: 1,
      imbalanceCost: 0,
      floor: ['human', 'natural'],
      gate: false,
    })
  })

  test('of an item give its word only from 5 to 9 ratings, and figures from 10', () => {
    const nine = release(people(everyItem('112334455', 8)), instrument(2)).items[0]
    expect(nine).toMatchObject({ n: 9, score: null, quartiles: null, counts: null })
    expect(nine?.agreement).toMatchObject({ word: 'divided', averageDeviation: null, rwg: null })
    const ten = release(people(everyItem('1123334455'))).items[0]
    expect(ten?.agreement).toEqual({ word: 'divided', averageDeviation: 1.1, rwg: null })
    expect(ten?.quartiles).not.toBeNull()
  })

  test('show a distribution only in bins of two or more, else in three bins, else not at all', () => {
    expect(release(people(everyItem('112233445522'))).items[0]?.counts).toEqual([2, 4, 2, 2, 2])
    expect(release(people(everyItem('122233334455'))).items[0]?.counts).toEqual([4, 4, 4])
    expect(release(people(everyItem('111112223555'))).items[0]?.counts).toBeNull()
  })

  test('say nearly everyone in words where a number would tell of each', () => {
    const { items } = release(people(everyItem('555555555554')))
    expect(items[0]).toMatchObject({ score: null, nearlyEveryone: 'highest', counts: null })
  })

  test('name what is hidden, and why', () => {
    const sheets = everyItem('1123334455').map((sheet, index) => (index < 4 ? sheet : `.${sheet.slice(1)}`))
    const { items, horizons, suppressed } = release(people(sheets))
    expect(items[0]).toMatchObject({ n: 4, score: null, agreement: { word: null } })
    expect(horizons['now']?.dimensions['human']).toMatchObject({ score: null, internal: null, external: 53, gap: null })
    expect(horizons['now']).toMatchObject({ level: null, balance: null, floor: [], gate: null })
    expect(suppressed).toContainEqual({ what: 'now/human/internal', reason: 'too-few' })
  })

  test('give coverage and unknown share in steps of 5 %, apart from the score', () => {
    // Human: 7 of 10 rated each of two items, 1 does not know, 2 left it open; 70 % covered, 1 of 8 does not know: 12.5 %.
    const sheets = everyItem('1123334455').map((sheet, index) => {
      const human = index < 7 ? sheet.slice(0, 2) : index === 7 ? '??' : '..'
      return human + sheet.slice(2)
    })
    const human = release(people(sheets)).horizons['now']?.dimensions['human']
    expect([human?.coverage, human?.unknownShare]).toEqual([0.7, 0.15])
  })

  test('let the smallest group give way when what is left beside the groups is one to four people', () => {
    const contributors = [
      ...people(everyItem('123451', 16), 'staff'),
      ...people(everyItem('1345', 16), 'management'),
      ...people(everyItem('13524', 16), 'customer'),
    ]
    const { groups, suppressed } = release(contributors, instrument(4), ['staff', 'management', 'customer'])
    expect([groups['staff']?.n, groups['management']?.n, groups['customer']?.n]).toEqual([6, 4, 5])
    expect(groups['management']?.horizons).toBeNull()
    expect(groups['customer']?.horizons?.['now']?.dimensions['human']?.score).toBeNull()
    expect(groups['staff']?.horizons?.['now']?.dimensions['human']?.score).toBeTypeOf('number')
    expect(suppressed).toContainEqual({ what: 'groups/management', reason: 'too-few' })
    expect(suppressed).toContainEqual({ what: 'groups/customer/now/human/internal', reason: 'complement' })
  })

  test('read a reverse-keyed item backwards', () => {
    const straight = instrument(1)
    const reversed = {
      ...straight,
      items: straight.items.map((item) => ({ ...item, reverse: item.dimension === 'human' })),
    }
    const { items } = release(people(everyItem('1122223345')), reversed)
    // Sum 25: mean 2.5, score 37.5; backwards 62.5.
    expect(items.map(({ score }) => score)).toEqual([63, 63, 38, 38])
    expect(items[0]?.quartiles?.upper).toBeGreaterThan(items[2]?.quartiles?.upper ?? 5)
  })

  test('work for another scale and other dimensions, without balance', () => {
    const other = instrument(1, { scale: { min: 0, max: 4 }, balance: false })
    const { horizons } = release(people(everyItem('1123334455')), other)
    expect(horizons['now']).toMatchObject({ level: null, balance: null, gate: null })
    expect(horizons['now']?.dimensions['natural']?.score).toBe(53)
  })

  test('property: depend on what was answered, not on who answered first or on empty sheets', () => {
    const sheet = fc.array(fc.constantFrom('1', '2', '3', '4', '5', '?', '-', '.'), { minLength: 4, maxLength: 4 })
    const rounds = fc.array(fc.record({ sheet, group: fc.constantFrom('staff', 'management') }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(rounds, fc.nat(), (answers, shift) => {
        const contributors = answers.map(({ sheet: steps, group }, index) => ({
          respondentId: `r${index}`,
          group,
          answers: steps.join(''),
        }))
        if (contributors.every(({ answers: text }) => text === '....')) return
        const turn = shift % contributors.length
        const turned = [...contributors.slice(turn), ...contributors.slice(0, turn)]
        const shuffled = turned
          .toReversed()
          .map((contributor, index) => ({ ...contributor, respondentId: `s${(index * 7919) % 1009}` }))
        const empty = { respondentId: 'nobody', group: 'staff', answers: '....' }
        const of = instrument(1)
        expect(release([...shuffled, empty], of, ['staff', 'management'])).toEqual(
          release(contributors, of, ['staff', 'management']),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('property: no score stands on fewer than five ratings, and every score is a whole number', () => {
    const sheet = fc.array(fc.constantFrom('1', '2', '3', '4', '5', '.'), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 25 }), (sheets) => {
        const { items, horizons } = release(
          people([...sheets.map((steps) => steps.join('')), '1'.repeat(8)]),
          instrument(2),
        )
        for (const item of items) if (item.score !== null) expect(item.n).toBeGreaterThanOrEqual(10)
        for (const { cells } of Object.values(horizons['now']?.dimensions ?? {})) {
          for (const score of Object.values(cells)) if (score !== null) expect(Number.isInteger(score)).toBe(true)
        }
        const few = items.filter(({ n }) => n < 5)
        expect(few.every(({ agreement, unknownShare }) => agreement.word === null && unknownShare === null)).toBe(true)
      }),
    )
  })
})

describe('the figures of an open release', () => {
  test('know no threshold, and give r_wg in two decimals', () => {
    const { items, n, threshold } = release(people(everyItem('34')), instrument(1), [], 'open')
    expect([n, threshold]).toEqual([2, 1])
    // 3 and 4: variance 0.5 against 2 for random answering.
    expect(items[0]).toMatchObject({
      score: 63,
      counts: [0, 0, 1, 1, 0],
      agreement: { word: null, averageDeviation: 0.5, rwg: 0.75 },
    })
  })
})
