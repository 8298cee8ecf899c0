import type { HorizonResult, Suppressed } from '../contract/results.ts'
import { countsAt, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import type { CellDecision, Population } from './cells.ts'
import { cellPlaces } from './places.ts'
import type { Rules } from './rules.ts'

/** Names every cell without a score, and every dimension that the round did not ask about, with the reason. */
export function suppressedCells(
  instrument: Instrument,
  horizon: number,
  result: HorizonResult,
  { population, hidden }: CellDecision,
): Suppressed[] {
  const horizonCode = instrument.horizons[horizon] ?? ''
  const prefix = population.group === null ? horizonCode : `groups/${population.group}/${horizonCode}`
  return Object.entries(result.dimensions).flatMap(([dimension, { cells }]): Suppressed[] => {
    const missing = Object.entries(cells).filter(([, score]) => score === null)
    if (Object.keys(cells).length === 0) return [{ what: `${prefix}/${dimension}`, reason: 'too-few-items' }]
    return missing.map(([perspective]) => {
      const places = instrument.items.flatMap((item, index) => {
        return item.dimension === dimension && item.perspective === perspective ? [index] : []
      })
      if (places.length === 0) return { what: `${prefix}/${dimension}/${perspective}`, reason: 'too-few-items' }
      const ratings = places.map((index) =>
        ratingsIn(countsAt(population.folded, index, horizon, instrument.horizons.length)),
      )
      const reasons = places.flatMap((index) => hidden.get(instrument.items[index]?.id ?? '') ?? [])
      return { what: `${prefix}/${dimension}/${perspective}`, reason: reasonOf(reasons, ratings) }
    })
  })
}

/**
 * Names every item that does not count in a cell that has a score, so that nobody takes the score for the mean of all
 * of the cell's items. An item that nobody rated is named among the items.
 */
export function suppressedItemsOfCells(
  instrument: Instrument,
  horizon: number,
  result: HorizonResult,
  { population, hidden }: CellDecision,
): Suppressed[] {
  const horizonCode = instrument.horizons[horizon] ?? ''
  const prefix = population.group === null ? horizonCode : `groups/${population.group}/${horizonCode}`
  return instrument.items.flatMap(({ id, dimension, perspective }, index): Suppressed[] => {
    const reason = hidden.get(id)
    const isRated = ratingsIn(countsAt(population.folded, index, horizon, instrument.horizons.length)) > 0
    const hasScore = (result.dimensions[dimension]?.cells[perspective] ?? null) !== null
    if (reason === undefined || !isRated || !hasScore) return []
    return [{ what: `${prefix}/${dimension}/${perspective}/items/${id}`, reason }]
  })
}

/** Names the cells, with their items, that are as the latest earlier release had them. */
export function heldCells(instrument: Instrument, heldSlots: ReadonlySet<number>): Suppressed[] {
  return cellPlaces(instrument).flatMap(({ horizon, items, slots }): Suppressed[] => {
    const [first] = items
    const cell = first === undefined ? undefined : instrument.items[first]
    if (cell === undefined || !slots.some((slot) => heldSlots.has(slot))) return []
    const horizonCode = instrument.horizons[horizon] ?? ''
    return [{ what: `${horizonCode}/${cell.dimension}/${cell.perspective}`, reason: 'earlier-release-stands' }]
  })
}

/** The reason that weighs most: nobody answered, then a rule beside the threshold, then too few ratings. */
function reasonOf(reasons: readonly Suppressed['reason'][], ratings: readonly number[]): Suppressed['reason'] {
  if (ratings.every((count) => count === 0)) return 'nothing-answered'
  if (ratings.every((count) => count >= 1) && reasons.length === 0) return 'too-few-items'
  return reasons.find((reason) => reason !== 'too-few') ?? reasons[0] ?? 'too-few-items'
}

/**
 * The same list, in which a group, or a round, that is too small altogether is named once instead of cell by cell.
 *
 * @param everything how the whole round is named.
 */
export function withWholeGroups(
  suppressed: readonly Suppressed[],
  groups: readonly Population[],
  everybody: Population,
  rules: Rules,
  everything: string,
): Suppressed[] {
  if (everybody.members.length < rules.threshold) return [{ what: everything, reason: 'too-few' }]
  const small = groups.filter(({ members }) => members.length < rules.threshold)
  const named = small.map(({ group, members }): Suppressed => {
    return { what: `groups/${group}`, reason: members.length === 0 ? 'nothing-answered' : 'too-few' }
  })
  const isOfSmall = ({ what }: Suppressed) => small.some(({ group }) => what.startsWith(`groups/${group}/`))
  return [...named, ...suppressed.filter((entry) => !isOfSmall(entry))]
}
