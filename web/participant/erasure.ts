import { ApiError } from '../api.ts'
import type { FallbackStore } from './fallback-store.ts'
import { responsePath } from './item-texts.ts'
import type { Erasing, KeptResponse } from './phone-store.ts'
import type { RespondentApi } from './respondent-api.ts'

/**
 * Erases a response on the server and then on this phone, or notes why that cannot be done any more. The caller makes
 * sure that nothing of it is under way. What fails otherwise is tried again with the same call.
 *
 * @throws {ApiError} the server could not be reached, or could not do it now.
 */
export async function eraseOnServer(store: FallbackStore, api: RespondentApi, response: KeptResponse): Promise<void> {
  const { joinId } = response
  const outcome = (await meet(store, api, response)) ?? (await remove(store, api, joinId))
  if (outcome !== 'done') return store.changeResponse(joinId, { erase: outcome })
  await store.forgetResponse(joinId)
  await store.keepResponse({ joinId, late: 0, finish: 'no', erase: 'done' })
  forgetRoomWords(joinId)
}

/**
 * Before the first try only: a secret that is no longer good is renewed, since the server would know nobody by it and
 * the answers would stay. After a try the same refusal means that everything is gone. Answers the outcome, if that is
 * known already.
 */
async function meet(
  store: FallbackStore,
  api: RespondentApi,
  { joinId, code, secret, erase }: KeptResponse,
): Promise<Erasing | undefined> {
  // The cookie of this browser may be somebody else's by now.
  if (secret === undefined && (await store.current())?.joinId !== joinId) return 'unknown'
  if (erase !== 'wanted' || code === undefined) return undefined
  try {
    await api.call<unknown>(joinId, 'GET', responsePath())
  } catch (error) {
    // Through a locked door comes everybody whom the server still knows.
    if (error instanceof ApiError && error.code === 'door-locked') return 'done'
    if (error instanceof ApiError && error.code === 'wrong-code') return 'unknown'
    throw error
  }
  return undefined
}

async function remove(store: FallbackStore, api: RespondentApi, joinId: string): Promise<Erasing> {
  await store.changeResponse(joinId, { erase: 'asked' })
  try {
    await api.callLast(joinId, 'DELETE', '/api/response')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'round-closed') return 'closed'
    if (error.problem.status !== 401) throw error
  }
  return 'done'
}

/** What was written for the room and never sent. */
function forgetRoomWords(joinId: string): void {
  try {
    indexedDB.deleteDatabase(`meervoud-room-${joinId}`)
    for (const key of Object.keys(localStorage)) if (key.includes(joinId)) localStorage.removeItem(key)
  } catch {
    // This phone keeps nothing.
  }
}
