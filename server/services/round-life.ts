import type { RoundState } from '../contract/rounds.ts'
import type { RoundRow } from '../db/tables.ts'

/** The moves that a round can make from each state. */
export const ROUND_MOVES: Readonly<Record<RoundState, readonly RoundState[]>> = {
  draft: ['open'],
  open: ['closing', 'closed'],
  closing: ['closed', 'open'],
  closed: ['open', 'archived'],
  archived: [],
}

/** Whether a round may go from one state to another. */
export function canMove(from: RoundState, to: RoundState): boolean {
  return ROUND_MOVES[from].includes(to)
}

/** Whether a team still has to answer a round together, or is at it. */
export function isAnsweredTogether({ answering, state }: Pick<RoundRow, 'answering' | 'state'>): boolean {
  return answering === 'together' && state !== 'closed' && state !== 'archived'
}

/**
 * Whether answers that arrive now still count: the round is open, or it is closing and its grace is not over.
 */
export function isCollecting(round: { state: RoundState; closesAt: string | null }, now: Date): boolean {
  if (round.state === 'open') return true
  return round.state === 'closing' && round.closesAt !== null && now.toISOString() < round.closesAt
}
