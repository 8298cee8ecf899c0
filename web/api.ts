import type { Problem } from '../server/contract/problems.ts'

/** The server refused, or could not be reached (`status` 0 and code `offline`). */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }

  /** The code of the refusal, such as `round-closed`. */
  get code(): string {
    return this.problem.type.replace('/problems/', '')
  }
}

/** The server answered a call about an organisation: it let the caller in, or the address is nothing for the caller. */
export class OrganisationReply extends Event {
  readonly organisationId: string
  readonly isRefused: boolean

  constructor(organisationId: string, isRefused: boolean) {
    super('reply')
    this.organisationId = organisationId
    this.isRefused = isRefused
  }
}

/** Says `reply` (`OrganisationReply`) after each call about an organisation: somebody's access may end while a page is open. */
export const organisationReplies = new EventTarget()

/**
 * Calls the server and answers what it says; the caller names the shape with a type of the contract.
 *
 * @throws {ApiError} the server refused or could not be reached.
 */
export async function call<Reply>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: RequestInit = {},
): Promise<Reply> {
  const init: RequestInit = { ...options, method, credentials: 'same-origin' }
  init.headers = { 'accept-language': document.documentElement.lang, ...options.headers }
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  const reply = await fetch(path, init).catch((cause: unknown) => {
    throw new ApiError({ type: '/problems/offline', title: 'No connection', status: 0, detail: String(cause) })
  })
  const organisationId = /^\/api\/organisations\/([^/?]+)/.exec(path)?.[1]
  if (organisationId !== undefined) {
    const isRefused = reply.status === 403 || reply.status === 404
    organisationReplies.dispatchEvent(new OrganisationReply(organisationId, isRefused))
  }
  if (reply.status === 204) return undefined as Reply
  const json: unknown = await reply.json().catch(() => undefined)
  if (reply.ok && json !== undefined) return json as Reply
  throw new ApiError(
    isProblem(json) ? json : { type: '/problems/internal', title: reply.statusText, status: reply.status },
  )
}

/** Whether what came is a refusal as the server sends it. */
export function isProblem(json: unknown): json is Problem {
  return typeof json === 'object' && json !== null && 'type' in json && 'title' in json && 'status' in json
}
