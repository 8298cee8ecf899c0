import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RevealedView } from '../../server/contract/workshops.ts'
import { groupDifferences } from '../results/group-differences.ts'
import { horizonsIn } from '../results/missing.ts'
import { mostDividedFirst } from '../results/sentences.ts'
import { viewsOf } from '../results/views.ts'
import type { Showable } from './next-scene.ts'

/** At least and at most so many items come one by one: in between, all on which people are divided. */
const ONE_BY_ONE = { least: 3, most: 5 }

/**
 * What a revealed release has to show. Items without a word for how people stand to each other are not worth a scene of
 * their own; groups are there when two of them have a score.
 */
export function showableOf(revealed: RevealedView | undefined, instrument: InstrumentView): Showable | undefined {
  if (!revealed) return undefined
  const { results } = revealed
  const [horizon = ''] = horizonsIn(results, instrument.horizons)
  const items = mostDividedFirst(results, horizon).filter(({ agreement }) => agreement.word !== null)
  const divided = items.filter(({ agreement }) => agreement.word === 'divided').length
  const count = Math.min(Math.max(divided, ONE_BY_ONE.least), ONE_BY_ONE.most)
  const views = viewsOf(results, instrument)
  const pairs = views.filter(({ kind }) => kind !== 'one')
  // Where nothing is added up there is no radar: everything stands in one picture.
  const own = { radar: undefined, pairs: views.slice(0, 1).map(({ code }) => code), hasGroups: false }
  return {
    horizon,
    items: items.slice(0, count).map(({ itemId }) => itemId),
    radar: views[0]?.code,
    // Inside against outside now, then now against later, then the rest: as people talk about it.
    pairs: pairs.toSorted((a, b) => placeOf(a, horizon) - placeOf(b, horizon)).map(({ code }) => code),
    hasGroups: groupDifferences(results, instrument.dimensions, horizon).some(({ points }) => points !== null),
    ...(instrument.scores ? {} : own),
  }
}

function placeOf(view: ReturnType<typeof viewsOf>[number], horizon: string): number {
  if (view.kind === 'sides') return view.horizon === horizon ? 0 : 2
  return 1
}
