import { describe, expect, test } from 'vitest'
import { type Contributor, countDifferent } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import type { Rules } from '../../server/release/rules.ts'
import { ALL_RULES, instrumentOf, Random, sheetsAbout } from './rounds.ts'

const instrument = instrumentOf([2, 2])

function people(count: number, seed: number, from = 0): Contributor[] {
  const sheets = sheetsAbout(new Random(seed), [2.6, 3.2, 3.6, 2.9], count, 'plain')
  return sheets.map((answers, index) => ({ respondentId: `p${from + index}`, group: null, answers }))
}

function release(
  contributors: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[] = [],
  rules: Rules = ALL_RULES,
) {
  return makeRelease({ instrument, groups: [], contributors, earlier, rules })
}

/** Few people are always alike: without that rule it is seen that they are counted. */
const WITHOUT_ALIKE = { ...ALL_RULES, alike: false }

describe('a second release', () => {
  const first = people(14, 1)

  test.each([1, 2, 3, 4])('stands as it was when %i people came', (came) => {
    expect(release([...first, ...people(came, 2, 14)], [first])).toBeUndefined()
  })

  test('is made when five people came, and counts them', () => {
    expect(release([...first, ...people(5, 2, 14)], [first])?.figures.n).toBe(19)
  })

  test.each([1, 2, 3, 4])('stands as it was when %i people took their answers back', (left) => {
    expect(release(first.slice(left), [first])).toBeUndefined()
  })

  test('is made when five people took their answers back', () => {
    expect(release(first.slice(5), [first])?.figures.n).toBe(9)
  })

  test.each([1, 2])(
    'stands as it was when %i who left came again with other answers, and up to two came besides',
    (left) => {
      for (const late of [0, 1, 2]) {
        const again = people(left, 7, 100)
        expect(release([...first.slice(left), ...again, ...people(late, 8, 200)], [first])).toBeUndefined()
      }
    },
  )

  test('is made when two left and came again, and three more came: five people differ', () => {
    const again = people(2, 7, 100)
    expect(release([...first.slice(2), ...again, ...people(3, 8, 200)], [first], WITHOUT_ALIKE)?.figures.n).toBe(17)
  })

  test('does not tell two who left and came again what the three others said, when these answered alike', () => {
    const alike = ['1111', '1111', '1112'].map((answers, at) => ({ respondentId: `late${at}`, group: null, answers }))
    const again = ['5353', '3535'].map((answers, at) => ({ respondentId: `again${at}`, group: null, answers }))
    const made = release([...first.slice(2), ...again, ...alike], [first])
    expect(
      made === undefined || made.figures.suppressed.some(({ reason }) => reason === 'earlier-release-stands'),
    ).toBe(true)
  })

  test('counts who left and came again once: of the added and the removed only the larger number', () => {
    const again = people(3, 7, 100)
    expect(countDifferent([...first.slice(3), ...again], first)).toBe(3)
    expect(countDifferent([...first.slice(3), ...again, ...people(4, 8, 200)], first)).toBe(7)
  })

  test('keeps a cell of which three left and came again, while five others changed the other cell', () => {
    const only = (answers: readonly string[], from: number) =>
      answers.map((inside, at) => ({ respondentId: `p${from + at}`, group: null, answers: `${inside}..` }))
    const before = [...first, ...only(['12', '23', '45'], 100)]
    const turned = first.map((person, at) => {
      const outside = Array.from(person.answers.slice(2), (step) => String((Number(step) % 5) + 1)).join('')
      return at < 5 ? { ...person, answers: person.answers.slice(0, 2) + outside } : person
    })
    const now = release([...turned, ...only(['55', '11', '21'], 200)], [before], WITHOUT_ALIKE)?.figures
    expect(now?.suppressed).toContainEqual({ what: 'now/d0/internal', reason: 'earlier-release-stands' })
    expect(now?.suppressed).not.toContainEqual({ what: 'now/d0/external', reason: 'earlier-release-stands' })
  })

  test('shows no spread of an item when the twelve who came may be the twelve who left', () => {
    const alone = (answers: readonly string[], from: number) =>
      answers.map((step, at) => ({ respondentId: `p${from + at}`, group: null, answers: step.repeat(4) }))
    const varied = people(20, 5)
    const before = [...varied, ...alone(Array.from('333333333333'), 100)]
    const now = release([...varied, ...alone(Array.from('152431524315'), 200)], [before], WITHOUT_ALIKE)?.figures
    expect(now?.items.map(({ quartiles }) => quartiles)).toEqual([null, null, null, null])
  })

  test('is held against every earlier one, not only the latest', () => {
    const more = [...first, ...people(5, 2, 14)]
    // Five fewer than the latest, but only one apart from the first.
    const now = [...first.slice(1), ...people(0, 3)]
    expect(release(now, [first, more])).toBeUndefined()
  })

  test('is not held back by one of so few people that it showed nothing', () => {
    expect(release(people(4, 4), [people(3, 4)])?.figures.n).toBe(4)
    expect(release(people(6, 4), [people(3, 4)])?.figures.n).toBe(6)
    expect(release(people(3, 4), [people(3, 4)])).toBeUndefined()
  })

  test('keeps a cell when five people touched it but only one with a rating', () => {
    const now = first.map((person, index) => {
      const touched = index === 0 ? '5' : '?'
      const answers = index < 5 ? touched + person.answers.slice(1) : person.answers
      return { ...person, answers }
    })
    const before = first.map((person, index) => {
      return index < 5 ? { ...person, answers: `${index === 0 ? '1' : '.'}${person.answers.slice(1)}` } : person
    })
    expect(release(now, [before], WITHOUT_ALIKE)).toBeUndefined()
  })

  test('keeps a cell when four people changed an item of it, whatever they changed it to, and shows the other cell', () => {
    const before = release(first)?.figures.horizons['now']?.dimensions['d0']?.cells
    const now = first.map((person, index) => {
      const inside = index < 4 ? String(index + 1) + person.answers[1] : person.answers.slice(0, 2)
      const outside = Array.from(person.answers.slice(2), (step) => String((Number(step) % 5) + 1)).join('')
      return { ...person, answers: inside + outside }
    })
    const again = release(now, [first], WITHOUT_ALIKE)?.figures
    expect(again?.horizons['now']?.dimensions['d0']?.cells['internal']).toBe(before?.['internal'])
    expect(again?.horizons['now']?.dimensions['d0']?.cells['external']).not.toBe(before?.['external'])
    expect(again?.suppressed).toContainEqual({ what: 'now/d0/internal', reason: 'earlier-release-stands' })
  })

  test('shows the score of an item again when five came, but not how people are spread around it', () => {
    const again = release([...first, ...people(5, 2, 14)], [first])?.figures.items ?? []
    expect(again.length).toBe(4)
    for (const item of again) {
      expect(item).toMatchObject({ n: 19, quartiles: null, counts: null })
      expect(item.agreement).toEqual({ word: null, averageDeviation: null, rwg: null })
    }
    expect(again.some(({ score }) => score !== null)).toBe(true)
  })

  test('shows everything of an item again when enough of many who came lie apart', () => {
    const again = release([...first, ...people(16, 5, 14)], [first])?.figures.items ?? []
    expect(again.some(({ agreement }) => agreement.averageDeviation !== null)).toBe(true)
  })
})
