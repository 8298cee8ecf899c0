import type { Results } from '../../server/contract/results.ts'
import { aboutEqualBelow, type Shape } from './headline.ts'
import type { Names } from './names.ts'
import { groupName } from './paths.ts'
import { atStart, inSentence, type Words } from './words.ts'

/** People from which a group is compared, in an open round too: with fewer it is a difference between persons. */
const FEWEST_IN_A_GROUP = 5

/** The stakeholder groups with one score. */
export interface GroupSide {
  readonly score: number
  /** In the round's order; more than one when several have this score. */
  readonly groups: readonly string[]
}

/** How far the stakeholder groups lie apart on one dimension. */
export interface GroupDifference {
  readonly dimension: string
  /** In points; null when fewer than two groups have a score here. */
  readonly points: number | null
  /** Null with `points`; the same side twice when every group has the same score. */
  readonly highest: GroupSide | null
  readonly lowest: GroupSide | null
}

/**
 * The two stakeholder groups that lie furthest apart on each dimension of a horizon, in the instrument's order.
 *
 * Unit: points between released whole numbers. Missing: a group of fewer than five people, or without a score on a
 * dimension, is left out there and never counts as 0. Groups with an equal score are all named.
 */
export function groupDifferences(results: Results, dimensions: readonly string[], horizon: string): GroupDifference[] {
  return dimensions.map((dimension) => {
    const scores = scoresOn(results, dimension, horizon)
    if (scores.length < 2) return { dimension, points: null, highest: null, lowest: null }
    const values = scores.map(({ score }) => score)
    const [high, low] = [Math.max(...values), Math.min(...values)]
    const sideAt = (score: number): GroupSide => ({
      score,
      groups: scores.filter((group) => group.score === score).map(({ group }) => group),
    })
    return { dimension, points: high - low, highest: sideAt(high), lowest: sideAt(low) }
  })
}

function scoresOn({ groups }: Results, dimension: string, horizon: string): { group: string; score: number }[] {
  return Object.entries(groups).flatMap(([group, { n, horizons }]) => {
    const score = horizons?.[horizon]?.dimensions[dimension]?.score ?? null
    return score === null || n < FEWEST_IN_A_GROUP ? [] : [{ group, score }]
  })
}

/**
 * Where the stakeholder groups differ most and between which, in one sentence. It says so when they hardly differ, and
 * when there are no two groups to compare. What "hardly" is depends on the smallest group that is compared.
 */
export function groupSentence(results: Results, shape: Shape, horizon: string, names: Names, words: Words): string {
  const known = groupDifferences(results, shape.dimensions, horizon).filter(({ points }) => points !== null)
  if (known.length === 0) return words.say('wall-groups-none', { threshold: FEWEST_IN_A_GROUP })
  const points = Math.max(...known.map((difference) => difference.points ?? 0))
  if (points < aboutEqualBelow(smallestGroup(results))) return words.say('wall-groups-equal')
  const [widest, ...more] = known.filter((difference) => difference.points === points)
  const nameOf = ({ dimension }: GroupDifference) => inSentence(names.dimension(dimension))
  if (widest === undefined || more.length > 0)
    return atStart(
      words.say('wall-groups-widest-several', {
        names: words.list(known.filter((difference) => difference.points === points).map(nameOf)),
        points,
      }),
    )
  const sideOf = (side: GroupSide | null) =>
    words.list((side?.groups ?? []).map((group) => inSentence(groupName(group, words))))
  return atStart(
    words.say('wall-groups-widest', {
      name: nameOf(widest),
      points,
      high: sideOf(widest.highest),
      low: sideOf(widest.lowest),
    }),
  )
}

function smallestGroup({ groups }: Results): number {
  const compared = Object.values(groups).filter(({ n, horizons }) => horizons !== null && n >= FEWEST_IN_A_GROUP)
  return Math.min(...compared.map(({ n }) => n))
}
