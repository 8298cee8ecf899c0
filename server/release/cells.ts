import type { Suppressed } from '../contract/results.ts'
import { slotOf } from '../domain/answer.ts'
import { countsAt, keyedSteps, type RatingCounts, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { isApplicable, itemScore, type ScoredItem } from '../domain/score.ts'
import { tellsTooMuch } from './alike.ts'
import type { Contributor } from './contributors.ts'
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

/**
 * Decides for one horizon which items each population may show in its scores (rules 1 and 2), cell by cell.
 *
 * Rule 1: fewer than `threshold` ratings of an item have no score there. Rule 2: at every item, what is left beside
 * the groups that are shown is nobody or at least `threshold` ratings; where it is not, the smallest shown group gives
 * way. A cell whose ratings are too alike is left out, and so is the smallest group of a cell when what is left beside
 * the groups would be.
 */
export function decideCells(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  groups: readonly Population[],
  rules: Rules,
): CellDecision[] {
  const decisions = [everybody, ...groups].map((population) => ({
    population,
    hidden: new Map<string, HiddenReason>(),
  }))
  for (const dimension of instrument.dimensions) {
    for (const perspective of instrument.perspectives) {
      const cell = instrument.items.flatMap((item, index) => {
        return item.dimension === dimension && item.perspective === perspective ? [index] : []
      })
      if (cell.length > 0) new CellRoom(instrument, horizon, cell, decisions, rules).decide()
    }
  }
  return decisions
}

type Draft = { readonly population: Population; readonly hidden: Map<string, HiddenReason> }

class CellRoom {
  readonly #instrument: Instrument
  readonly #horizon: number
  readonly #cell: readonly number[]
  readonly #everybody: Draft
  readonly #groups: readonly Draft[]
  readonly #rules: Rules

  constructor(
    instrument: Instrument,
    horizon: number,
    cell: readonly number[],
    drafts: readonly Draft[],
    rules: Rules,
  ) {
    const [everybody, ...groups] = drafts
    if (everybody === undefined) throw new RangeError('a release has at least one population')
    this.#instrument = instrument
    this.#horizon = horizon
    this.#cell = cell
    this.#everybody = everybody
    // Smallest first: the one that gives way.
    this.#groups = groups.toSorted((a, b) => a.population.members.length - b.population.members.length)
    this.#rules = rules
  }

  decide(): void {
    for (const draft of [this.#everybody, ...this.#groups]) {
      for (const item of this.#cell) {
        if (this.#ratings(draft, item) < this.#rules.threshold) this.#hide(draft, item, 'too-few')
      }
      if (this.#rules.alike && this.#isTooAlike(draft.population.members, this.#shownItems(draft))) {
        for (const item of this.#shownItems(draft)) this.#hide(draft, item, 'too-alike')
      }
    }
    if (this.#rules.complement) {
      for (const item of this.#cell) this.#keepComplement(item)
    }
    if (this.#rules.alike) this.#keepRestUnlike()
  }

  #keepComplement(item: number): void {
    for (const group of this.#groups) {
      const rest = this.#restAt(item)
      if (rest === 0 || rest >= this.#rules.threshold) return
      if (this.#isShown(group, item)) this.#hide(group, item, 'complement')
    }
  }

  #keepRestUnlike(): void {
    for (const group of this.#groups) {
      const shown = this.#groups.filter((other) => this.#shownItems(other).length > 0)
      if (shown.length === 0) return
      const grouped = new Set(
        shown.flatMap(({ population }) => population.members.map(({ respondentId }) => respondentId)),
      )
      const rest = this.#everybody.population.members.filter(({ respondentId }) => !grouped.has(respondentId))
      const items = this.#shownItems(this.#everybody)
      if (rest.length === 0 || !this.#isTooAlike(rest, items)) return
      for (const item of this.#shownItems(group)) this.#hide(group, item, 'complement')
    }
  }

  #restAt(item: number): number {
    const shown = this.#groups.filter((group) => this.#isShown(group, item))
    return shown.reduce((rest, group) => rest - this.#ratings(group, item), this.#ratings(this.#everybody, item))
  }

  #isTooAlike(members: readonly Contributor[], items: readonly number[]): boolean {
    if (items.length === 0) return false
    const { horizons, scale } = this.#instrument
    const sheets = members.map(({ answers }) =>
      items.map((item) => {
        const step = Number(answers[slotOf(item, this.#horizon, horizons.length)])
        if (!(step >= 1)) return null
        const score = (100 * (step - 1)) / (scale.max - scale.min)
        return this.#instrument.items[item]?.reverse ? 100 - score : score
      }),
    )
    return tellsTooMuch(sheets.filter((sheet) => sheet.some((score) => score !== null)))
  }

  #ratings(draft: Draft, item: number): number {
    return ratingsIn(countsAt(draft.population.folded, item, this.#horizon, this.#instrument.horizons.length))
  }

  #shownItems(draft: Draft): number[] {
    return this.#cell.filter((item) => this.#isShown(draft, item))
  }

  #isShown(draft: Draft, item: number): boolean {
    const id = this.#instrument.items[item]?.id
    return id !== undefined && !draft.hidden.has(id)
  }

  #hide(draft: Draft, item: number, reason: HiddenReason): void {
    const id = this.#instrument.items[item]?.id
    if (id !== undefined && !draft.hidden.has(id)) draft.hidden.set(id, reason)
  }
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
