import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../../server/domain/change.ts'
import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'
import { oneCell } from './attacker.ts'

const RULES = rulesOf('anonymous', 5)

/** One capital inside and outside, four items each. */
const INSTRUMENT: Instrument = {
  ...oneCell(8, 5),
  perspectives: ['internal', 'external'],
  items: Array.from({ length: 8 }, (_, item) => {
    return { id: `i${item}`, dimension: 'human', perspective: item < 4 ? 'internal' : 'external', reverse: false }
  }),
}

function answering(count: number, seed: number, from = 0): Contributor[] {
  const chance = seededGenerator(seed)
  return Array.from({ length: count }, (_, index) => ({
    respondentId: `person ${from + index}`,
    group: null,
    answers: Array.from({ length: 8 }, () => String(Math.floor(chance() * 5) + 1)).join(''),
  }))
}

function release(contributors: readonly Contributor[], earlier: readonly (readonly Contributor[])[] = []) {
  return makeRelease({ instrument: INSTRUMENT, groups: [], contributors, earlier, rules: RULES })
}

describe('releasing again', () => {
  test.each([1, 2, 3])('after everybody changed shows the answers of now, and of no other moment (%i)', (seed) => {
    const before = release(answering(20, seed))
    const now = answering(20, seed + 100)
    const again = release(now, [before?.contributors ?? []])
    expect(again?.isHoldingBack).toBe(false)
    expect(again?.figures.horizons).toEqual(release(now)?.figures.horizons)
  })

  test.each([1, 2, 3])('after ten came shows all thirty (%i)', (seed) => {
    const first = answering(20, seed)
    const now = [...first, ...answering(10, seed + 200, 20)]
    const again = release(now, [release(first)?.contributors ?? []])
    expect(again?.figures.n).toBe(30)
    expect(again?.figures.items.map(({ n }) => n)).toEqual(Array(8).fill(30))
    expect(again?.figures.horizons).toEqual(release(now)?.figures.horizons)
  })

  test('keeps a cell whole when one of its items would tell of a few, names it, and shows the other cell as it is now', () => {
    const first = answering(12, 4)
    const now = first.map((person, index) => {
      const other = (step: string | undefined) => String((Number(step) % 5) + 1)
      const inside = index === 0 ? other(person.answers[0]) + person.answers.slice(1, 4) : person.answers.slice(0, 4)
      const outside = Array.from(person.answers.slice(4), other).join('')
      return { ...person, answers: inside + outside }
    })
    const before = release(first)
    const again = release(now, [before?.contributors ?? []])
    const cellsOf = (made: typeof again) => made?.figures.horizons['now']?.dimensions['human']?.cells
    expect(cellsOf(again)).toEqual({
      internal: cellsOf(before)?.['internal'],
      external: cellsOf(release(now))?.['external'],
    })
    expect(again?.isHoldingBack).toBe(true)
    expect(again?.figures.suppressed).toContainEqual({ what: 'now/human/internal', reason: 'earlier-release-stands' })
  })

  test('stands when five came who answered so alike that the difference would tell what each of them did', () => {
    const first = answering(12, 5)
    const now = [
      ...first,
      ...Array.from({ length: 5 }, (_, index) => ({ respondentId: `new ${index}`, group: null, answers: '11111111' })),
    ]
    expect(release(now, [release(first)?.contributors ?? []])).toBeUndefined()
  })
})
