import type { Certainty } from '../../server/contract/company-sheets.ts'
import type { GuideView } from '../../server/contract/guides.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import type { Results } from '../../server/contract/results.ts'
import type { Trend } from '../../server/contract/trend.ts'

/** Everything that a report or a deck of a round is made from, as the server gives it to this reader. */
export interface Material {
  readonly organisation: string
  readonly results: Results
  readonly instrument: InstrumentView
  /** Undefined for an instrument without scores of dimensions: there is nothing to follow. */
  readonly trend: Trend | undefined
  /** Agreements that came from this round, and those of earlier rounds that are still being kept. */
  readonly agreements: readonly Intervention[]
  /** Conversations about this round, each with its guide; a deck has none. */
  readonly conversations: readonly Conversation[]
  /** How certain a team is of its answers, one for each question of which it said so; left out where nothing was. */
  readonly certainties?: readonly Certainty[]
}

/** A conversation as this reader may see it, and the words of the questions that it followed. */
export interface Conversation {
  readonly reflection: Reflection
  readonly guide: GuideView
}

/** States of an agreement that is still being kept, whatever round it came from. */
const KEPT = ['agreed', 'running']

/**
 * Which agreements belong in a report: those of its round and of the conversations about it, and those that are still
 * being kept. What nobody named yet is a draft.
 */
export function agreementsOf(
  interventions: readonly Intervention[],
  roundId: string,
  reflections: readonly { readonly id: string; readonly roundId: string }[],
): Intervention[] {
  const here = new Set(reflections.filter((one) => one.roundId === roundId).map(({ id }) => id))
  return interventions.filter(
    ({ content, state, roundId: from, reflectionId }) =>
      content.title.trim() !== '' &&
      (KEPT.includes(state) || from === roundId || (reflectionId !== null && here.has(reflectionId))),
  )
}

/** The rounds up to and including one, so that the report of a round does not tell what came after it. */
export function trendUpTo(trend: Trend, roundId: string): Trend {
  const at = trend.points.findIndex(({ round }) => round.id === roundId)
  return at < 0 ? trend : { ...trend, points: trend.points.slice(0, at + 1) }
}
