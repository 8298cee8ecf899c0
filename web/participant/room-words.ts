import type { RoomCardInput } from '../../server/contract/reflection-room.ts'
import type { DotsInput, StanceInput } from '../../server/contract/reflections.ts'
import type { Draft } from '../drafts/draft.ts'
import type { ResponseState } from './response-state.ts'

/** What a phone gives to the room: a card (or a card taken back), all dots of a question, or a stance on a proposal. */
export type RoomWords =
  | { readonly kind: 'card'; readonly card: RoomCardInput; readonly isBack: boolean }
  | { readonly kind: 'dots'; readonly given: DotsInput }
  | { readonly kind: 'stance'; readonly interventionId: string; readonly given: StanceInput }

/** Where words go: the calls of the room of a round. */
export function pathOf(roundId: string, part: 'votes' | 'stance' | `cards/${string}` | ''): string {
  return `/api/live/rounds/${roundId}/reflection${part === '' ? '' : `/${part}`}`
}

/**
 * Sends words to the room as the person who holds this phone.
 *
 * @throws {ApiError} the room did not take them.
 */
export async function sendWords(
  { api }: ResponseState,
  joinId: string,
  { path, body }: Draft<RoomWords>,
  options: RequestInit,
): Promise<void> {
  if (body.kind === 'card' && body.isBack) return api.call<void>(joinId, 'DELETE', path, undefined, options)
  if (body.kind === 'card') return api.call<void>(joinId, 'PUT', path, body.card, options)
  // An answer says which proposal it is about: it may arrive when the wall shows the next.
  const given = body.kind === 'stance' ? { ...body.given, interventionId: body.interventionId } : body.given
  return api.call<void>(joinId, 'PUT', path, given, options)
}
