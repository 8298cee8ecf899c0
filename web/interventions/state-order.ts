import type { InterventionState } from '../../server/contract/interventions.ts'

/** States that somebody brings an intervention to with a button; `reviewed` comes from looking back. */
export type MovableState = Exclude<InterventionState, 'reviewed'>

const NEXT: Readonly<Record<InterventionState, readonly MovableState[]>> = {
  proposed: ['agreed', 'stopped'],
  agreed: ['running', 'stopped', 'proposed'],
  running: ['stopped', 'proposed'],
  reviewed: ['running', 'stopped', 'proposed'],
  stopped: ['proposed'],
}

/** The states that can come after a state, the likeliest first. */
export function nextStates(state: InterventionState): readonly MovableState[] {
  return NEXT[state]
}

/** Whether people look back at it: it was agreed on, and goes on. */
export function isReviewable(state: InterventionState): boolean {
  return state === 'agreed' || state === 'running' || state === 'reviewed'
}
