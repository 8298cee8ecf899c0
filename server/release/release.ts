import type { DimensionResult, HorizonResult, ItemResult, Suppressed } from '../contract/results.ts'
import { isAnswered, slotOf } from '../domain/answer.ts'
import { foldSheets, type RatingCounts } from '../domain/counts.ts'
import { drift, perspectiveGap } from '../domain/gaps.ts'
import { type Instrument, stepsOf } from '../domain/instrument.ts'
import { laterHorizon } from '../domain/later-horizon.ts'
import { type Evenness, type Profile, profileOf } from '../domain/profile.ts'
import { roundHalfUp, roundToStep } from '../domain/rounding.ts'
import { coverage, unknownShare } from '../domain/score.ts'
import { type CellDecision, decideCells, decideItems, type PastRelease, type Population, scoredItems } from './cells.ts'
import { type Contributor, countDifferent, settleAgainstEarlier } from './contributors.ts'
import { itemResults } from './items.ts'
import type { Rules } from './rules.ts'
import { heldCells, suppressedCells, suppressedItemsOfCells, withWholeGroups } from './suppressed.ts'

/** The figures of a release: what `contract/results.ts` describes, without the data of the round. */
export interface ReleasedFigures {
  readonly n: number
  readonly threshold: number
  readonly horizons: Record<string, HorizonResult>
  readonly drift: Record<string, number | null> | null
  readonly items: ItemResult[]
  readonly groups: Record<string, { n: number; horizons: Record<string, HorizonResult> | null }>
  readonly suppressed: Suppressed[]
}

/** One score of a release as comparisons read it, so that they never need a sheet. */
export interface ReleaseCell {
  /** `all`, or a stakeholder group. */
  readonly population: string
  readonly horizon: string
  readonly dimension: string
  /** A perspective, or `all` for the dimension's score. */
  readonly perspective: string
  readonly n: number
  readonly score: number | null
}

/** A release that was made, and what it was made of: the next one is held against it. */
export interface MadeRelease {
  readonly figures: ReleasedFigures
  readonly cells: readonly ReleaseCell[]
  readonly contributors: readonly Contributor[]
  readonly isHoldingBack: boolean
}

/** What a release is made from. */
export interface ReleaseInput {
  /** With the items of the round, in its order, and the horizons that it asks. */
  readonly instrument: Instrument
  /** Stakeholder groups of the round. */
  readonly groups: readonly string[]
  readonly contributors: readonly Contributor[]
  /** Contributors of every earlier release of the round, oldest first. */
  readonly earlier: readonly (readonly Contributor[])[]
  readonly rules: Rules
}

/** Codes under which everybody stands, as a population and as both perspectives together. */
export const ALL = 'all'

/**
 * Makes a release: all that may be known of a round's answers now. This is the only door to group figures.
 *
 * Rounding happens once, half up, from unrounded values: whole points, balance in two decimals, shares in steps of
 * 5 %. What may not be shown is `null` and named in `suppressed`.
 *
 * @returns undefined when the earlier release stands, because too few answers differ from it (rule 3).
 * @see `method.md` sections 5, 6 and 8.
 */
export function makeRelease(given: ReleaseInput): MadeRelease | undefined {
  const input = withoutScores(given)
  const { instrument, rules } = input
  const answered = input.contributors.filter(({ answers }) => isAnswered(answers))
  // A release of fewer people showed no figure, so that nothing can be worked out from it.
  const earlier = rules.reRelease ? input.earlier.filter(({ length }) => length >= rules.threshold) : []
  const settled = settleAgainstEarlier(instrument, answered, earlier, rules)
  if (settled === undefined || isSameAsLatest(settled.contributors, input)) return undefined
  const past = pastOf(input, earlier)

  const { everybody, groups } = populationsOf(input, settled.contributors)
  const sharing = groupsWithShares(everybody, groups, rules)
  const suppressed: Suppressed[] = []
  const horizons = new Map<string, Record<string, HorizonResult>>()
  const items: ItemResult[] = []
  for (const [index, horizon] of instrument.horizons.entries()) {
    const decisions = decideCells(instrument, index, everybody, groups, rules, past)
    for (const decision of decisions) {
      const population = decision.population.group ?? ALL
      const hasShares = decision.population.group === null || sharing.has(decision.population.group)
      const result = horizonResult(instrument, index, decision, rules, hasShares)
      horizons.set(population, { ...horizons.get(population), [horizon]: result })
      // Where an instrument makes no scores, there is none that is left out.
      if (instrument.scores !== false) suppressed.push(...suppressedCells(instrument, index, result, decision))
      suppressed.push(...suppressedItemsOfCells(instrument, index, result, decision))
    }
    const hidden = rules.cells ? decisions[0]?.hidden : decideItems(instrument, index, everybody, rules, past)
    const released = itemResults(instrument, index, everybody, hidden ?? new Map(), settled, rules, past)
    items.push(...released.items)
    suppressed.push(...released.suppressed)
  }
  const figures: ReleasedFigures = {
    n: everybody.members.length,
    threshold: rules.threshold,
    horizons: horizons.get(ALL) ?? {},
    drift: driftOf(instrument, horizons.get(ALL) ?? {}),
    items,
    groups: Object.fromEntries(
      groups.map((group) => {
        const n = group.members.length
        return [group.group, { n, horizons: n < rules.threshold ? null : (horizons.get(group.group ?? ALL) ?? null) }]
      }),
    ),
    suppressed: withWholeGroups(
      [...heldCells(instrument, settled.heldSlots), ...suppressed],
      groups,
      everybody,
      rules,
      ALL,
    ),
  }
  return {
    figures,
    cells: instrument.scores === false ? [] : cellsOf(horizons, everybody, groups),
    contributors: settled.contributors,
    isHoldingBack: settled.isHoldingBack,
  }
}

/** Items of an instrument without scores stand for themselves, whatever the rules of the round say. */
function withoutScores(input: ReleaseInput): ReleaseInput {
  return input.instrument.scores === false ? { ...input, rules: { ...input.rules, cells: false } } : input
}

/** The earlier release stands when it is of the same answers, even where it was too small to show a figure. */
function isSameAsLatest(contributors: readonly Contributor[], { earlier, rules }: ReleaseInput): boolean {
  const latest = earlier.at(-1)
  return rules.reRelease && latest !== undefined && countDifferent(contributors, latest) === 0
}

/** What every earlier release decided, made again in order: each was held against those before it. */
function pastOf(input: ReleaseInput, earlier: readonly (readonly Contributor[])[]): PastRelease[] {
  const past: PastRelease[] = []
  for (const contributors of earlier) {
    const { everybody, groups } = populationsOf(input, contributors)
    const decisions = input.instrument.horizons.map((_, horizon) =>
      decideCells(input.instrument, horizon, everybody, groups, input.rules, [...past]),
    )
    past.push({ answers: new Map(contributors.map(({ respondentId, answers }) => [respondentId, answers])), decisions })
  }
  return past
}

function populationsOf(
  { instrument, groups }: ReleaseInput,
  contributors: readonly Contributor[],
): { everybody: Population; groups: Population[] } {
  const membersOf = Map.groupBy(contributors, ({ group }) => group)
  return {
    everybody: populationOf(instrument, null, contributors),
    groups: groups.map((group) => populationOf(instrument, group, membersOf.get(group) ?? [])),
  }
}

function populationOf(instrument: Instrument, group: string | null, members: readonly Contributor[]): Population {
  const slots = instrument.items.length * instrument.horizons.length
  const folded = foldSheets(
    members.map(({ answers }) => answers),
    slots,
    stepsOf(instrument.scale),
  )
  return { group, members, folded }
}

/**
 * Groups of which it may be said how much they answered and did not know. Together they leave nobody or enough people
 * beside them: with everybody's share in sight, what few others did not know could be worked out (rule 2). Without
 * scores of groups there is nothing that such a share would stand beside.
 */
function groupsWithShares(everybody: Population, groups: readonly Population[], rules: Rules): Set<string> {
  const sharing = new Set<string>()
  if (!rules.cells) return sharing
  const shown = groups
    .filter(({ members }) => members.length >= rules.threshold)
    .toSorted((a, b) => a.members.length - b.members.length)
  let beside = everybody.members.length - shown.reduce((sum, { members }) => sum + members.length, 0)
  for (const { group, members } of shown) {
    if (rules.complement && beside > 0 && beside < rules.threshold) beside += members.length
    else if (group !== null) sharing.add(group)
  }
  return sharing
}

function horizonResult(
  instrument: Instrument,
  horizon: number,
  decision: CellDecision,
  rules: Rules,
  hasShares: boolean,
): HorizonResult {
  const profile = profileOf(instrument, scoredItems(instrument, horizon, decision))
  return {
    ...roundedEvenness(profile),
    gate: profile.outOfBalance,
    perspectives: Object.fromEntries(
      Object.entries(profile.perspectives).map(([perspective, evenness]) => [perspective, roundedEvenness(evenness)]),
    ),
    dimensions: Object.fromEntries(
      instrument.dimensions.map((dimension) => {
        return [
          dimension,
          dimensionResult(instrument, dimension, horizon, profile, decision.population, rules, hasShares),
        ]
      }),
    ),
  }
}

function roundedEvenness({ level, balance, imbalanceCost, floor }: Evenness) {
  return {
    level: level === null ? null : roundHalfUp(level),
    balance: balance === null ? null : roundHalfUp(balance, 2),
    imbalanceCost: imbalanceCost === null ? null : roundHalfUp(imbalanceCost),
    floor: [...floor],
  }
}

function dimensionResult(
  instrument: Instrument,
  dimension: string,
  horizon: number,
  profile: Profile,
  population: Population,
  { threshold }: Rules,
  hasShares: boolean,
): DimensionResult {
  const scores = profile.dimensions[dimension]
  const cells = Object.fromEntries(
    Object.entries(scores?.cells ?? {}).map(([perspective, cell]) => [
      perspective,
      cell === null ? null : roundHalfUp(cell),
    ]),
  )
  const counts = countsOfDimension(instrument, dimension, horizon, population.folded)
  const isShown = hasShares && population.members.length >= threshold
  const share = (value: number | null) => (value === null || !isShown ? null : roundToStep(value, 0.05))
  const { internal, external } = cells
  return {
    score: scores === undefined || scores.score === null ? null : roundHalfUp(scores.score),
    ...(internal === undefined ? {} : { internal }),
    ...(external === undefined ? {} : { external }),
    cells,
    gap: perspectiveGap(internal ?? null, external ?? null),
    coverage: share(coverage(counts)),
    unknownShare: share(unknownShare(counts)),
  }
}

function countsOfDimension(
  instrument: Instrument,
  dimension: string,
  horizon: number,
  folded: readonly RatingCounts[],
): RatingCounts[] {
  return instrument.items.flatMap((item, index) => {
    return item.dimension === dimension ? (folded[slotOf(index, horizon, instrument.horizons.length)] ?? []) : []
  })
}

function driftOf(
  instrument: Instrument,
  horizons: Record<string, HorizonResult>,
): Record<string, number | null> | null {
  const [now, later] = [horizons['now'], horizons[laterHorizon(Object.keys(horizons)) ?? '']]
  if (now === undefined || later === undefined) return null
  return Object.fromEntries(
    instrument.dimensions.map((dimension) => {
      return [dimension, drift(now.dimensions[dimension]?.score ?? null, later.dimensions[dimension]?.score ?? null)]
    }),
  )
}

function cellsOf(
  horizons: ReadonlyMap<string, Record<string, HorizonResult>>,
  everybody: Population,
  groups: readonly Population[],
): ReleaseCell[] {
  return [everybody, ...groups].flatMap(({ group, members }) => {
    const population = group ?? ALL
    return Object.entries(horizons.get(population) ?? {}).flatMap(([horizon, result]) =>
      Object.entries(result.dimensions).flatMap(([dimension, { score, cells }]) =>
        [[ALL, score] as const, ...Object.entries(cells)].map(([perspective, value]) => {
          return { population, horizon, dimension, perspective, n: members.length, score: value }
        }),
      ),
    )
  })
}
