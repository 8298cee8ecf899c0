import type { PlanStep } from '../../server/contract/workshops.ts'

/** What a round asks, as far as a time plan depends on it. */
export interface PlannedParts {
  readonly horizons: number
  /** Whether the second horizon is what people mean to reach; no when it is left out. */
  readonly isIntended?: boolean
  readonly perspectives: number
  readonly groups: number
  /** Whether items are taken together to scores; yes when it is left out. Else all items are in one picture. */
  readonly scores?: boolean
}

type Part = readonly [part: string, minutes: number, scene: PlanStep['scene'], isThere?: boolean]

/** The part that gets the minutes of what a round does not have. */
const TALK = 'divided'
const TOTAL = 90

/**
 * The plan of ninety minutes that a session starts from: only the parts that this round has something to show for. What
 * falls away makes room for the talk about what divides the room. A second vote comes in that talk, when the room wants one.
 *
 * @param titleOf the title of a part in the reader's language.
 */
export function defaultPlan({ scores = true, ...round }: PlannedParts, titleOf: (part: string) => string): PlanStep[] {
  const parts: readonly Part[] = [
    ['join', 5, 'join'],
    ['words', 3, 'question'],
    ['fill-in', 12, 'progress'],
    ['close', 2, 'progress'],
    [TALK, 7, 'divided'],
    ['balance', 8, 'radar', scores],
    ['overview', 8, 'pairs', !scores],
    ['sides', 4, 'pairs', scores && round.perspectives === 2],
    [round.isIntended ? 'intended' : 'ahead', 3, 'pairs', scores && round.horizons > 1],
    ['groups', 3, 'groups', scores && round.groups > 1],
    ['tension', 5, 'cards'],
    ['behaviour', 8, 'cards'],
    ['bright', 8, 'cards'],
    ['proposals', 10, 'cards'],
    ['expected', 7, 'projection', scores],
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
