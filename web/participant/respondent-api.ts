import type { Joined, JoinInput, JoinPreview } from '../../server/contract/rounds.ts'
import { ApiError, call } from '../api.ts'
import type { FallbackStore } from './fallback-store.ts'
import { isErasing, type KeptResponse } from './phone-store.ts'

/** Longest wait for one answer of the server, in milliseconds; after it the call counts as not arrived. */
const PATIENCE = 10_000

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

/** A code that opened no round is not tried again within this time: the server counts wrong codes. Milliseconds. */
const RESPITE = 5 * 60_000

/** Calls the server as the person who answers, and joins again by itself when the secret is no longer good. */
export class RespondentApi {
  readonly #store: FallbackStore
  /** Known without asking the store: needed at once when the page ends, and when another page forgot a response. */
  readonly #secrets = new Map<string, string>()
  readonly #wrongCodes = new Map<string, { readonly error: ApiError; readonly until: number }>()
  readonly #renewals = new Map<string, Promise<KeptResponse>>()

  constructor(store: FallbackStore) {
    this.#store = store
  }

  /** What a round asks, for somebody who has its code and has not joined yet. */
  preview(code: string): Promise<JoinPreview> {
    return call<JoinPreview>('POST', '/api/join/preview', { code }, { signal: AbortSignal.timeout(PATIENCE) })
  }

  /**
   * Joins, or joins again as the same respondent, and keeps the new secret with the response, which is kept already.
   *
   * @throws {ApiError} `wrong-code` also when the round has closed since.
   */
  async join(response: KeptResponse): Promise<KeptResponse> {
    const { code, joinId, group, name } = response
    if (code === undefined) throw new ApiError({ type: '/problems/sign-in-needed', title: 'No code', status: 401 })
    const input: JoinInput = { code, joinId, ...(group && { group }), ...(name && { name }) }
    // Into a second vote comes who shows to be in the room.
    const room = response.voteOf === undefined ? undefined : await this.#known(response.voteOf)
    const options = { headers: authorization(room?.secret), signal: AbortSignal.timeout(PATIENCE) }
    const joined = await call<Joined>('POST', '/api/join', input, options)
    this.#secrets.set(joinId, joined.secret)
    const isErased = await this.#isBeyondRenewal(joinId)
    // This came after the erasure: what it made has to be erased as well.
    await this.#store.changeResponse(joinId, { secret: joined.secret, ...(isErased && { erase: 'asked' }) })
    return { ...response, secret: joined.secret }
  }

  /**
   * Calls a route of the respondent.
   *
   * @throws {ApiError} the server refused or could not be reached; 401 only when joining again did not help.
   */
  async call<Reply>(
    joinId: string,
    method: Method,
    path: string,
    body?: unknown,
    options: RequestInit = {},
  ): Promise<Reply> {
    const known = await this.#known(joinId)
    const secret = known?.secret ?? this.#secrets.get(joinId)
    try {
      return await this.#callWith<Reply>(secret, method, path, body, options)
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.status !== 401 || known?.code === undefined) throw error
      if (await this.#isBeyondRenewal(joinId)) throw error
      const renewed = await this.#renew(known)
      return this.#callWith<Reply>(renewed.secret, method, path, body, options)
    }
  }

  /**
   * Calls a route of the respondent with the secret of now, and never joins again: afterwards nobody is there any more.
   *
   * @throws {ApiError} as `call`; 401 when the server does not know the secret.
   */
  async callLast(joinId: string, method: Method, path: string): Promise<void> {
    await this.#renewals.get(joinId)?.catch(() => undefined)
    const secret = (await this.#known(joinId))?.secret ?? this.#secrets.get(joinId)
    await this.#callWith<void>(secret, method, path, undefined, {})
  }

  /** Sends without waiting for an answer, when the page may be about to end. */
  sendAndForget(joinId: string, path: string, body: unknown): void {
    const options = { headers: authorization(this.#secrets.get(joinId)), keepalive: true }
    call('PUT', path, body, options).catch(() => undefined)
  }

  #callWith<Reply>(
    secret: string | undefined,
    method: Method,
    path: string,
    body: unknown,
    options: RequestInit,
  ): Promise<Reply> {
    const own = { headers: authorization(secret), signal: AbortSignal.timeout(PATIENCE) }
    return call<Reply>(method, path, body, { ...options, ...own })
  }

  /** Another page, or another call of this one, may have renewed the secret meanwhile: then that one is used. */
  async #renew(used: KeptResponse): Promise<KeptResponse> {
    const known = (await this.#known(used.joinId)) ?? used
    if (known.secret !== used.secret) return known
    const underWay = this.#renewals.get(used.joinId)
    if (underWay) return underWay
    const wrong = this.#wrongCodes.get(used.joinId)
    if (wrong && wrong.until > performance.now()) throw wrong.error
    const renewal = this.join(known).finally(() => this.#renewals.delete(used.joinId))
    this.#renewals.set(used.joinId, renewal)
    return renewal.catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'wrong-code') {
        this.#wrongCodes.set(used.joinId, { error, until: performance.now() + RESPITE })
      }
      throw error
    })
  }

  /** Who may have been erased must not come back, whichever page of this phone calls. */
  async #isBeyondRenewal(joinId: string): Promise<boolean> {
    const known = await this.#known(joinId)
    return known !== undefined && known.erase !== 'wanted' && isErasing(known)
  }

  async #known(joinId: string): Promise<KeptResponse | undefined> {
    const known = (await this.#store.responses()).find((response) => response.joinId === joinId)
    if (known?.secret !== undefined) this.#secrets.set(joinId, known.secret)
    return known
  }
}

function authorization(secret: string | undefined): Record<string, string> {
  return secret === undefined ? {} : { authorization: `Respondent ${secret}` }
}
