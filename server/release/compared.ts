import { slotOf } from '../domain/answer.ts'
import type { Instrument, Item } from '../domain/instrument.ts'
import type { Contributor } from './contributors.ts'
import type { ReleasedFigures } from './release.ts'
import type { Rules } from './rules.ts'

/** One of two rounds between which changes are counted: what its release showed, and what it was made of. */
export interface ComparedRound {
  /** With the items of the round, in its order, and the horizons that it asks. */
  readonly instrument: Instrument
  readonly mode: 'anonymous' | 'open'
  readonly rules: Rules
  /** Who answered what, as the release counts it; nobody when the sheets are gone. */
  readonly contributors: readonly Contributor[]
  /** Names by respondent id. An anonymous round knows none. */
  readonly names: ReadonlyMap<string, string>
  readonly figures: Pick<ReleasedFigures, 'horizons' | 'suppressed'>
}

/** The earlier or the later one of two rounds. */
export type Side = 'before' | 'after'

/** An item that counts in both rounds, and where its answers on one horizon stand in a sheet of each. */
export interface SharedItem {
  readonly item: Item
  readonly before: number
  readonly after: number
}

/**
 * The items that both rounds asked on a horizon and that count in both releases, in the order of the later round.
 *
 * @param asBefore the item of the earlier version that an item may be put beside, see `domain/lineage.ts`.
 */
export function sharedItems(
  before: ComparedRound,
  after: ComparedRound,
  asBefore: ReadonlyMap<string, string>,
  horizon: string,
): SharedItem[] {
  const slotIn = ({ instrument: { items, horizons } }: ComparedRound, id: string) => {
    const index = items.findIndex((item) => item.id === id)
    return index < 0 ? undefined : slotOf(index, horizons.indexOf(horizon), horizons.length)
  }
  const isHidden = ({ figures }: ComparedRound, { dimension, perspective }: Item, id: string) =>
    figures.suppressed.some(({ what }) => what === `${horizon}/${dimension}/${perspective}/items/${id}`)
  return after.instrument.items.flatMap((item) => {
    const earlier = asBefore.get(item.id)
    if (earlier === undefined) return []
    const slots = { before: slotIn(before, earlier), after: slotIn(after, item.id) }
    if (isHidden(before, item, earlier) || isHidden(after, item, item.id)) return []
    if (slots.before === undefined || slots.after === undefined) return []
    return [{ item, before: slots.before, after: slots.after }]
  })
}

/** What a sheet of one of the rounds holds at the shared items. */
export function sharedSheet(shared: readonly SharedItem[], answers: string, side: Side): string {
  return shared.map((place) => answers[place[side]] ?? '').join('')
}

/**
 * The sheets of people who answered both rounds, told by a name that nobody else had in either round: trimmed, without
 * regard to capitals. None unless both rounds are open.
 */
export function pairsOf(before: ComparedRound, after: ComparedRound): [Contributor, Contributor][] {
  if (before.mode !== 'open' || after.mode !== 'open') return []
  const [earlier, later] = [byOwnName(before), byOwnName(after)]
  return [...earlier].flatMap(([name, sheet]): [Contributor, Contributor][] => {
    const again = later.get(name)
    return again === undefined ? [] : [[sheet, again]]
  })
}

function byOwnName({ contributors, names }: ComparedRound): Map<string, Contributor> {
  const named = Map.groupBy(contributors, ({ respondentId }) => {
    return (names.get(respondentId) ?? '').normalize('NFC').trim().toLowerCase()
  })
  return new Map(
    [...named].flatMap(([name, [only, ...others]]): [string, Contributor][] => {
      return name === '' || only === undefined || others.length > 0 ? [] : [[name, only]]
    }),
  )
}
