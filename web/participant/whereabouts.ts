import type { DraftState } from '../drafts/draft.ts'
import type { Whereabouts } from './own-answers.ts'

/** Where something is that was given to the room, in the words that answers have for it. */
export function whereaboutsOf(state: DraftState, isLasting: boolean): Whereabouts {
  if (state === 'saved') return 'received'
  if (state === 'refused' || state === 'conflict') return 'refused'
  return isLasting ? 'kept' : 'held'
}
