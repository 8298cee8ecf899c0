import { expect, test } from 'vitest'
import { FEW_IN_BOTH, PROGRAMME_RULES } from '../../server/release/programme-table.ts'
import type { Contribution } from '../../server/release/publication.ts'
import { type Dice, diceOf } from '../attack/dice.ts'
import { findPinned } from './programme-attacker.ts'
import { CELL, publishHistory } from './programme-history.ts'

/** A part runs with every `npm test`; more of it with `PROGRAMMES=1000`. */
const PAIRS = Math.ceil(Number(process.env['PROGRAMMES'] ?? 60) / 2)

/** Two programmes of 5 to 12 companies on 1 to 3 parks each, of which so many are in both, on a park of either. */
function pairOf(dice: Dice, inBoth: number): [Contribution[], Contribution[]] {
  const style = dice.pick(['anything', 'ends', 'alike'] as const)
  const middle = dice.below(101)
  const scoreOf = () => {
    if (style === 'ends') return dice.pick([0, 0, 3, 97, 100, dice.below(101)])
    return style === 'alike' ? Math.min(100, Math.max(0, middle + dice.below(7) - 3)) : dice.below(101)
  }
  const parks = 1 + dice.below(3)
  const company = (programme: string, index: number): Contribution => {
    const place = { park: `${programme}${dice.below(parks)}`, region: null, sector: null }
    return { companyId: `${programme}${index}`, ...place, scores: { [CELL]: scoreOf() }, themes: null }
  }
  const many = () => 5 + dice.below(8)
  const one = Array.from({ length: many() }, (_, index) => company('a', index))
  const rest = Array.from({ length: many() - inBoth }, (_, index) => company('b', index))
  const both = one.slice(0, inBoth).map((own) => ({ ...own, park: `b${dice.below(parks)}` }))
  return [one, [...both, ...rest]]
}

/** In how many pairs, published as if the other were not there, an attacker with everything of both knows somebody's score. */
function countLeaks(inBoth: number, pairs: number): number {
  let leaks = 0
  for (let seed = 1; seed <= pairs; seed++) {
    const dice = diceOf(10 * seed + inBoth)
    const [one, other] = pairOf(dice, inBoth)
    const quarters = [one, other].flatMap(
      (contributions) => publishHistory([[contributions]], PROGRAMME_RULES).quarters,
    )
    const told = { sums: quarters.flatMap(({ sums }) => sums), themes: [] }
    const ids = [...new Set([...one, ...other].map(({ companyId }) => companyId))]
    const tries = Array.from({ length: 12 }, () => [dice.pick(ids), dice.pick(ids)])
    if (tries.some((colluders) => findPinned(told, colluders, PROGRAMME_RULES).length > 0)) leaks += 1
  }
  return leaks
}

test.each(Array.from({ length: FEW_IN_BOTH }, (_, index) => index + 1))(
  'two programmes with %i companies in both may publish apart: nobody is found with all figures of both',
  (inBoth) => {
    expect(countLeaks(inBoth, PAIRS)).toBe(0)
  },
  600_000,
)

test('with four companies in both somebody is found', () => {
  expect(countLeaks(4, 60)).toBeGreaterThan(0)
}, 600_000)
