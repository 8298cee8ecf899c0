import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Phase } from '../../server/contract/reflections.ts'
import type { Scene } from '../../server/contract/workshops.ts'
import type { OpenReflection } from './open-reflection.ts'

/** Questions that the room has cards for on its way; the last one is answered by what is expected. */
export const CARD_QUESTIONS = [1, 2, 3, 4, 5, 6]
/** Where the steps of the standard plan begin: 2 with 3, and 4 with 5, are one step each. */
const FIRST_QUESTIONS = [1, 2, 4, 6]
const LAST_QUESTION = 7

/** What comes next within a scene of the reflection. Opening and closing an answer changes who can answer. */
export type ReflectionStep =
  | { readonly do: 'phase'; readonly question: number; readonly phase: Phase }
  | { readonly do: 'consent'; readonly interventionId: string; readonly state: 'open' | 'closed' }

/**
 * The scenes of a reflection in the order in which a room goes through them.
 *
 * @param hasScores whether there is a balance to expect something of.
 */
export function reflectionChain(
  { id, proposals }: Pick<OpenReflection, 'id' | 'proposals'>,
  hasScores: boolean,
): Scene[] {
  return [
    ...CARD_QUESTIONS.map((question): Scene => ({ kind: 'cards', reflectionId: id, question })),
    ...proposals.map((proposal): Scene => ({ kind: 'consent', interventionId: proposal.id })),
    ...(hasScores ? [{ kind: 'projection', reflectionId: id } satisfies Scene] : []),
  ]
}

/**
 * What is to be done before the next scene: cards are written and shown, about question 1 the room chooses, and a
 * proposal is answered. Undefined when the room is done with what the wall shows, or it has not been read yet.
 */
export function nextWithin(scene: Scene, room: RoomReflection | undefined): ReflectionStep | undefined {
  if (scene.kind === 'cards' && room?.question === scene.question) {
    const phase = nextPhase(scene.question, room.phase ?? 'writing')
    return phase && { do: 'phase', question: scene.question, phase }
  }
  const proposal = room?.proposal
  if (scene.kind !== 'consent' || proposal?.id !== scene.interventionId || proposal.state === 'closed') return undefined
  const state = proposal.state === 'none' ? 'open' : 'closed'
  return { do: 'consent', interventionId: scene.interventionId, state }
}

function nextPhase(question: number, phase: Phase): Phase | undefined {
  if (phase === 'voting') return 'voted'
  if (question === 1) return phase === 'voted' ? undefined : 'voting'
  return phase === 'writing' ? 'shown' : undefined
}

/**
 * The questions of the steps of a plan that show cards: as many as there are steps. Up to four follow the run sheet,
 * more go one by one.
 *
 * @example cardQuestions(4) // [1, 2, 4, 6]
 */
export function cardQuestions(steps: number): number[] {
  if (steps <= FIRST_QUESTIONS.length) return FIRST_QUESTIONS.slice(0, steps)
  return Array.from({ length: steps }, (_, at) => Math.min(at + 1, LAST_QUESTION))
}
