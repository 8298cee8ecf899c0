import type { PlanStep } from '../../server/contract/workshops.ts'

/** What a round asks, as far as a time plan depends on it. */
export interface PlannedParts {
  readonly horizons: number
  readonly perspectives: number
  readonly groups: number
}

type Part = readonly [part: string, minutes: number, scene: PlanStep['scene'], isThere?: boolean]

/** The part that gets the minutes of what a round does not have. */
const TALK = 'divided'
const TOTAL = 90

/**
 * The plan of ninety minutes that a session starts from: only the parts that this round has something to show for. What
 * falls away makes room for the talk about what divides the room.
 *
 * @param titleOf the title of a part in the reader's language.
 */
export function defaultPlan(round: PlannedParts, titleOf: (part: string) => string): PlanStep[] {
  const parts: readonly Part[] = [
    ['join', 5, 'join'],
    ['words', 5, 'question'],
    ['fill-in', 15, 'progress'],
    ['close', 2, 'progress'],
    [TALK, 20, 'divided'],
    ['balance', 8, 'radar'],
    ['sides', 7, 'pairs', round.perspectives === 2],
    ['ahead', 7, 'pairs', round.horizons > 1],
    ['groups', 6, 'groups', round.groups > 1],
    ['vote', 10, null],
    ['end', 5, null],
  ]
  const kept = parts.filter(([, , , isThere = true]) => isThere)
  const freed = TOTAL - kept.reduce((sum, [, minutes]) => sum + minutes, 0)
  return kept.map(([part, minutes, scene]) => ({
    title: titleOf(part),
    minutes: part === TALK ? minutes + freed : minutes,
    ...(scene && { scene }),
  }))
}
