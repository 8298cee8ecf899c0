import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RoundState } from '../../server/contract/rounds.ts'
import type { Scene, SecondVote } from '../../server/contract/workshops.ts'
import type { OpenReflection } from './open-reflection.ts'
import { nextWithin, type ReflectionStep, reflectionChain } from './reflection-steps.ts'

/** What a revealed release has to show, in the order in which the room sees it. */
export interface Showable {
  /** The horizon that the list of divided items is about. */
  readonly horizon: string
  /** The items worth talking about one by one, most divided first. */
  readonly items: readonly string[]
  /** Codes of views, as `viewsOf` makes them. */
  readonly radar: string | undefined
  readonly pairs: readonly string[]
  readonly hasGroups: boolean
}

/** All that decides what comes next: nothing here depends on what was pressed before. */
export interface RunState {
  readonly scene: Scene
  readonly roundState: RoundState
  readonly isRevealed: boolean
  /** Oldest first. */
  readonly votes: readonly Pick<SecondVote, 'id' | 'state' | 'isRevealed' | 'itemIds'>[]
  /** undefined: nothing was revealed yet, or it has not been read yet. */
  readonly shown: Showable | undefined
  /** The reflection that the session goes on with; undefined: none was started. */
  readonly reflection?: OpenReflection | undefined
  /** What the room works on in it, while the wall shows that. */
  readonly room?: RoomReflection | undefined
}

/** What the order of the scenes with figures is made from. */
export interface Chained {
  readonly shown: Showable | undefined
  readonly votes: readonly Pick<SecondVote, 'id' | 'itemIds'>[]
  readonly reflection?: OpenReflection | undefined
}

/**
 * The next thing to do. `show`, `reveal` and `phase` are steps forward that a key may take; `open`, `close` and `consent`
 * change who can answer, and `reflect` starts a reflection, so only their own button does that. `closing` waits for the
 * seconds in which closing can be taken back.
 */
export type NextStep =
  | { readonly do: 'open' | 'close' | 'closing' | 'reveal' | 'reflect' | 'end' }
  | { readonly do: 'show'; readonly scene: Scene }
  | ReflectionStep

/**
 * What comes after what the wall shows now: joining, how many are done, closing, revealing, then the most divided list,
 * its items one by one, the radar, each pair, the groups, the shift of each item that was voted on again, and then the
 * reflection: question by question, the proposals, and what is expected. The answer says where to go and not how far:
 * sent twice, it does the same.
 */
export function nextScene(state: RunState): NextStep {
  const running = state.votes.findLast(({ isRevealed }) => !isRevealed)
  if (running) return towardsReveal(running.state)
  if (state.isRevealed) return alongTheChain(state)
  if (state.roundState === 'open' && state.scene.kind !== 'progress') return { do: 'show', scene: { kind: 'progress' } }
  return towardsReveal(state.roundState)
}

/** What came before what the wall shows now; undefined at the beginning. Nothing goes back to before the reveal. */
export function previousScene(state: RunState): Scene | undefined {
  if (!state.isRevealed) return state.scene.kind === 'join' ? undefined : { kind: 'join' }
  const chain = chainOf(state)
  return chain.findLast((scene) => compare(scene, state.scene, chain) < 0)
}

/** Whether two scenes put the same on the wall. */
export function isSameScene(a: Scene, b: Scene): boolean {
  return keyOf(a) === keyOf(b)
}

function towardsReveal(state: RoundState): NextStep {
  switch (state) {
    case 'draft':
      return { do: 'open' }
    case 'open':
      return { do: 'close' }
    case 'closing':
      return { do: 'closing' }
    default:
      return { do: 'reveal' }
  }
}

function alongTheChain(state: RunState): NextStep {
  const within = nextWithin(state.scene, state.room)
  if (within) return within
  const chain = chainOf(state)
  const scene = chain.find((candidate) => compare(candidate, state.scene, chain) > 0)
  if (scene) return { do: 'show', scene }
  // Without figures there is nothing to start from yet.
  return { do: state.reflection || !state.shown ? 'end' : 'reflect' }
}

/** Every scene with figures in the order in which the room sees it; none before the reveal. */
export function chainOf({ shown, votes, reflection }: Chained): Scene[] {
  if (!shown) return []
  const { horizon } = shown
  return [
    { kind: 'divided', horizon },
    ...shown.items.map((itemId): Scene => ({ kind: 'item', itemId, horizon })),
    ...(shown.radar === undefined ? [] : [{ kind: 'radar', view: shown.radar } satisfies Scene]),
    ...shown.pairs.map((view): Scene => ({ kind: 'pairs', view })),
    ...(shown.hasGroups ? [{ kind: 'groups', horizon } satisfies Scene] : []),
    ...votes.flatMap(({ id, itemIds }) => itemIds.map((itemId): Scene => ({ kind: 'shift', voteId: id, itemId }))),
    ...(reflection ? reflectionChain(reflection, shown.radar !== undefined) : []),
  ]
}

const ORDER: readonly Scene['kind'][] = [
  'join',
  'question',
  'progress',
  'divided',
  'item',
  'radar',
  'pairs',
  'groups',
  'shift',
  'cards',
  'consent',
  'projection',
]

/**
 * Whether a scene of the chain comes before (-1) or after (1) another, which need not be in the chain: an item that the
 * facilitator chose from the list counts as the last of the items.
 */
function compare(scene: Scene, other: Scene, chain: readonly Scene[]): number {
  const there = chain.findIndex((candidate) => isSameScene(candidate, other))
  if (there >= 0) return Math.sign(chain.indexOf(scene) - there)
  return Math.sign(ORDER.indexOf(scene.kind) - ORDER.indexOf(other.kind)) || -1
}

function keyOf(scene: Scene): string {
  switch (scene.kind) {
    case 'question':
      return `question ${scene.itemId}`
    case 'divided':
    case 'groups':
      return `${scene.kind} ${scene.horizon}`
    case 'item':
      return `item ${scene.itemId} ${scene.horizon}`
    case 'radar':
    case 'pairs':
      return `${scene.kind} ${scene.view}`
    case 'shift':
      return `shift ${scene.voteId} ${scene.itemId}`
    case 'cards':
      return `cards ${scene.reflectionId} ${scene.question}`
    case 'consent':
      return `consent ${scene.interventionId}`
    case 'projection':
      return `projection ${scene.reflectionId}`
    default:
      return scene.kind
  }
}
