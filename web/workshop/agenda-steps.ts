import type { PlanStep, Scene } from '../../server/contract/workshops.ts'
import type { Showable } from './next-scene.ts'
import { cardQuestions } from './reflection-steps.ts'

const FIGURES: readonly Scene['kind'][] = ['divided', 'item', 'radar', 'pairs', 'groups']

/**
 * What a step of the plan puts on the wall: a scene, nothing of its own, figures that were not revealed yet, or a
 * reflection that nobody started.
 */
export type StepScene = Scene | 'none' | 'not-yet' | 'no-reflection'

/**
 * The scene of a step. A plan names kinds only: the first step with pairs shows the first pair, the second the next one,
 * and steps with cards go through the questions of the open reflection.
 *
 * @param firstItem the item that is read aloud to practise; undefined when the round asks nothing.
 * @param reflectionId the reflection that the session goes on with.
 */
export function sceneOfStep(
  plan: readonly PlanStep[],
  at: number,
  shown: Showable | undefined,
  firstItem: string | undefined,
  reflectionId?: string,
): StepScene {
  const kind = plan[at]?.scene
  if (!kind) return 'none'
  if (kind === 'join' || kind === 'progress') return { kind }
  if (kind === 'question') return firstItem === undefined ? 'none' : { kind, itemId: firstItem }
  if (!shown) return 'not-yet'
  if (kind === 'divided' || kind === 'groups') return { kind, horizon: shown.horizon }
  if (kind === 'cards' || kind === 'projection') {
    if (reflectionId === undefined) return 'no-reflection'
    if (kind === 'projection' && shown.radar === undefined) return 'none'
    return kind === 'cards' ? { kind, reflectionId, question: questionsOf(plan, at)[0] ?? 1 } : { kind, reflectionId }
  }
  const place = placeOf(plan, at)
  const view = kind === 'radar' ? shown.radar : (shown.pairs[place] ?? shown.pairs.at(-1))
  return view === undefined ? 'none' : { kind, view }
}

/** How many earlier steps show the same kind. */
function placeOf(plan: readonly PlanStep[], at: number): number {
  return plan.slice(0, at).filter(({ scene }) => scene === plan[at]?.scene).length
}

/** The first question of a step with cards, and of the step after it; the last step has all that follow. */
function questionsOf(plan: readonly PlanStep[], at: number): [number | undefined, number] {
  const starts = cardQuestions(plan.filter(({ scene }) => scene === 'cards').length)
  const place = placeOf(plan, at)
  return [starts[place], starts[place + 1] ?? Number.POSITIVE_INFINITY]
}

/**
 * The step that the room is at, by what the wall shows and the step it was at before. A step without a scene of its own
 * stays until the wall shows something that belongs to another step; what a second vote shows belongs to the first step
 * without a scene after the figures.
 *
 * @param before index of the step before, or -1.
 */
export function currentStep(
  plan: readonly PlanStep[],
  before: number,
  scene: Scene,
  { isClosed, isVoting, shown }: { isClosed: boolean; isVoting: boolean; shown: Showable | undefined },
): number {
  const belongs = plan.map((step, at) =>
    isVoting || scene.kind === 'shift' ? isVoteStep(plan, at) : showsIn(plan, at, step, scene, shown),
  )
  if (belongs[before] && !(isClosed && scene.kind === 'progress')) return before
  // Filling in and closing both show how many are done: closed means the last of them.
  if (isClosed && scene.kind === 'progress') return belongs.lastIndexOf(true)
  const later = belongs.indexOf(true, Math.max(before, 0))
  return later >= 0 ? later : belongs.lastIndexOf(true) >= 0 ? belongs.lastIndexOf(true) : before
}

function showsIn(
  plan: readonly PlanStep[],
  at: number,
  { scene: kind }: PlanStep,
  scene: Scene,
  shown: Showable | undefined,
): boolean {
  if (scene.kind === 'item') return kind === 'divided'
  if (scene.kind === 'cards' || scene.kind === 'consent') {
    const [first = 0, next] = questionsOf(plan, at)
    // Proposals come out of the last questions.
    const question = scene.kind === 'cards' ? scene.question : Number.MAX_SAFE_INTEGER
    return kind === 'cards' && first <= question && question < next
  }
  if (scene.kind !== 'pairs') return kind === scene.kind
  const own = sceneOfStep(plan, at, shown, undefined)
  return typeof own === 'object' && own.kind === 'pairs' && own.view === scene.view
}

/** A plan without a step for voting again does it where the room talks about what divides it. */
function isVoteStep(plan: readonly PlanStep[], at: number): boolean {
  const lastFigure = plan.findLastIndex(({ scene }) => scene != null && FIGURES.includes(scene))
  const end = plan.findIndex(({ scene }) => scene === 'cards' || scene === 'projection')
  const own = plan.findIndex(({ scene }, index) => index > lastFigure && !scene && (end < 0 || index < end))
  return lastFigure >= 0 && at === (own >= 0 ? own : plan.findIndex(({ scene }) => scene === 'divided'))
}

/** Minutes from the beginning until each step starts, and after the last one. */
export function startTimes(plan: readonly PlanStep[]): number[] {
  const times = [0]
  for (const { minutes } of plan) times.push((times.at(-1) ?? 0) + minutes)
  return times
}
