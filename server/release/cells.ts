import type { Suppressed } from '../contract/results.ts'
import { countsAt, keyedSteps, type RatingCounts } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { isApplicable, itemScore, type ScoredItem } from '../domain/score.ts'
import { CellRoom } from './cell-room.ts'
import type { Contributor } from './contributors.ts'
import { cellPlaces } from './places.ts'
import type { Rules } from './rules.ts'

/** A population of a round: everybody, or one stakeholder group. */
export interface Population {
  /** `null` is everybody. */
  readonly group: string | null
  readonly members: readonly Contributor[]
  readonly folded: readonly RatingCounts[]
}

/** Why a population's score of an item is left out; undefined when it is not. */
export type HiddenReason = Suppressed['reason']

/** Which scores of each population may count on one horizon: `hidden` names the items that may not. */
export interface CellDecision {
  readonly population: Population
  readonly hidden: ReadonlyMap<string, HiddenReason>
}

/** An earlier release as the next one has to reckon with it. */
export interface PastRelease {
  /** Answers by respondent id. */
  readonly answers: ReadonlyMap<string, string>
  /** By horizon, what was decided for everybody and then for each group. */
  readonly decisions: readonly (readonly CellDecision[])[]
}

/**
 * Decides for one horizon which items each population may show in its scores, cell by cell: see `CellRoom`.
 *
 * @param past earlier releases of the round that showed a figure, oldest first.
 */
export function decideCells(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  groups: readonly Population[],
  rules: Rules,
  past: readonly PastRelease[],
): CellDecision[] {
  const drafts = [everybody, ...groups].map((population) => ({
    population,
    hidden: new Map<string, HiddenReason>(),
  }))
  if (!rules.cells) {
    for (const { hidden } of drafts) for (const { id } of instrument.items) hidden.set(id, 'too-few-items')
    return drafts
  }
  for (const cell of cellPlaces(instrument)) {
    if (cell.horizon === horizon) new CellRoom(instrument, cell, drafts, rules, past).decide()
  }
  return drafts
}

/**
 * Decides for one horizon of a round without scores of cells which items may not show a score of everybody: each item as
 * if it made up a cell, so that one release after another tells no more than scores of cells would.
 */
export function decideItems(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  rules: Rules,
  past: readonly PastRelease[],
): ReadonlyMap<string, HiddenReason> {
  const items = instrument.items.map((item) => ({ ...item, dimension: item.id }))
  const alone = { ...instrument, dimensions: items.map(({ id }) => id), items }
  const [decision] = decideCells(alone, horizon, everybody, [], { ...rules, cells: true }, past)
  return decision?.hidden ?? new Map()
}

/** The items of a population on one horizon with the scores that may count: unrounded, `null` where hidden or unrated. */
export function scoredItems(instrument: Instrument, horizon: number, decision: CellDecision): ScoredItem[] {
  return instrument.items.map((item, index) => {
    const counts = countsAt(decision.population.folded, index, horizon, instrument.horizons.length)
    const score = decision.hidden.has(item.id) ? null : itemScore(counts, instrument.scale, item.reverse)
    return { dimension: item.dimension, perspective: item.perspective, score, applicable: isApplicable(counts) }
  })
}

/** Step counts of an item as they read on its dimension, for one population. */
export function keyedCounts(
  instrument: Instrument,
  population: Population,
  item: number,
  horizon: number,
): readonly number[] {
  const counts = countsAt(population.folded, item, horizon, instrument.horizons.length)
  return keyedSteps(counts, instrument.items[item]?.reverse ?? false)
}
