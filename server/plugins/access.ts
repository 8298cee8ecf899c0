import '@fastify/cookie'
import type { FastifyRequest, RouteOptions } from 'fastify'
import fp from 'fastify-plugin'
import { type Account, makeScope, type Scope } from '../auth/scope.ts'
import { hashSecret } from '../auth/secrets.ts'
import { OrganisationParams, type Role } from '../contract/common.ts'
import { PROGRAMME_ROLES, ROLES } from '../contract/roles.ts'
import { LiveParams } from '../contract/workshops.ts'
import type { Db } from '../db/open.ts'
import { hasFactor } from '../db/queries/factors.ts'
import { findMembership } from '../db/queries/members.ts'
import { findSession, findUserIdOfApiToken, type HeldSession, updateSessionSeen } from '../db/queries/sessions.ts'
import { isOperator } from '../db/queries/users.ts'
import { Sight, within } from '../db/tenant-lock.ts'
import { ProblemError } from '../problem.ts'
import type { RefusedAccess } from '../services/refused-access.ts'
import { findRoom, type Presence } from './presence.ts'

/** Who may use a route. Every route says one; a server with a route that says none does not start. */
export type Policy =
  | { readonly kind: 'public' }
  /** Whoever holds the secret of a respondent, for that respondent's own sheet only. */
  | { readonly kind: 'respondent' }
  /** Any signed-in user, for what is the user's own. */
  | { readonly kind: 'account' }
  /** Who is in the room of the round in the address: its respondents, its walls, and members of its organisation. */
  | { readonly kind: 'present' }
  /** Whoever runs the installation; that opens no organisation. */
  | { readonly kind: 'operator' }
  /**
   * Members of the organisation in the address who have one of these roles; for the last two it has to be one of that
   * kind. Another kind looks like none at all.
   */
  | { readonly kind: 'member' | 'programme' | 'company'; readonly roles: readonly Role[] }

/** Policies by name, as routes use them; the permission matrix test reads the same table. */
export const PUBLIC: Policy = { kind: 'public' }
export const RESPONDENT: Policy = { kind: 'respondent' }
export const ACCOUNT: Policy = { kind: 'account' }
export const PRESENT: Policy = { kind: 'present' }
export const OPERATORS: Policy = { kind: 'operator' }
export const OWNERS: Policy = { kind: 'member', roles: ['owner'] }
/** Whoever runs rounds: owners, and a consultant at work in this organisation. */
export const ROUND_RUNNERS: Policy = { kind: 'member', roles: ['owner', 'facilitator'] }
/** Whoever works in an organisation: everybody but who only looks. */
export const WRITERS: Policy = { kind: 'member', roles: ['owner', 'facilitator', 'contributor'] }
export const MEMBERS: Policy = { kind: 'member', roles: ['owner', 'facilitator', 'contributor', 'viewer'] }
/** Everybody who works in an organisation, of whatever kind. */
export const EVERYBODY: Policy = { kind: 'member', roles: ROLES }
/** Whoever runs a programme: parks, people, publishing. */
export const PROGRAMME_MANAGERS: Policy = { kind: 'programme', roles: ['owner'] }
/** Whoever brings companies in. */
export const PROGRAMME_ADVISERS: Policy = { kind: 'programme', roles: ['owner', 'adviser'] }
/** Whoever prepares what is published. */
export const PROGRAMME_ANALYSTS: Policy = { kind: 'programme', roles: ['owner', 'analyst'] }
/** Whoever keeps the facts about parks. */
export const PROGRAMME_WORKERS: Policy = { kind: 'programme', roles: ['owner', 'analyst', 'adviser', 'student'] }
/** Everybody of a programme: what is published, and who takes part. */
export const PROGRAMME_READERS: Policy = { kind: 'programme', roles: PROGRAMME_ROLES }
/** Owners of a company: what it consents to is theirs alone. */
export const COMPANY_OWNERS: Policy = { kind: 'company', roles: ['owner'] }
/** Whoever works in a company, and is of it: what it offers to others is not for a consultant to say. */
export const COMPANY_WRITERS: Policy = { kind: 'company', roles: ['owner', 'contributor'] }
/** Everybody who works in a company. */
export const COMPANY_MEMBERS: Policy = { kind: 'company', roles: ['owner', 'facilitator', 'contributor', 'viewer'] }

/** A policy that looks a membership up. */
type MemberPolicy = Extract<Policy, { readonly roles: readonly Role[] }>

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
    /** Needs a session whose owner showed in the last ten minutes who they are; an API token never will do. */
    confirm?: true
    /** Needs a session: what it does is about the session itself. */
    sessionOnly?: true
    /** Open to who signed in without a second factor where one is required: what sets one up, or signs out. */
    beforeFactor?: true
  }
  interface FastifyInstance {
    /** Every route with its policy, in order: the permission matrix test reads it. */
    routeTable: readonly RouteOptions[]
  }
  interface FastifyRequest {
    /** The signed-in user; set for the policies `account`, `operator` and `member`. */
    account: Account | undefined
    /** The session that the signed-in user came with; undefined for an API token. */
    heldSession: HeldSession | undefined
    /** The user's right in the organisation of the address; set for the policy `member`. */
    scope: Scope | undefined
    /** Hash of the respondent secret that came along; set for the policy `respondent`, checked where the sheet is read. */
    respondentHash: string | undefined
    /** In which room the caller is; set for the policy `present`. */
    presence: Presence | undefined
    /** Whose rows this request may see in a database that has a second lock. */
    sight: Sight
  }
}

/** Names of the cookies: on HTTPS the prefix binds them to this host and to secure connections. */
export function cookieNames(secure: boolean): { session: string; respondent: string; display: string } {
  return secure
    ? { session: '__Host-mv', respondent: '__Host-mvr', display: '__Host-mvd' }
    : { session: 'mv', respondent: 'mvr', display: 'mvd' }
}

interface AccessOptions {
  readonly db: Db
  readonly now: () => Date
  /** `participants`: this listener serves phones in the room, and refuses accounts. */
  readonly audience: 'everyone' | 'participants'
  readonly secureCookies: boolean
  /** Whether everybody who works here needs a second factor. */
  readonly secondFactor: 'optional' | 'required'
  /** Remembers who asked for what their role does not allow. */
  readonly refused?: Pick<RefusedAccess, 'note'> | undefined
}

/** Who is signed in: with a session, or with an API token when that is undefined. */
export interface Caller {
  readonly userId: string
  readonly session: HeldSession | undefined
}

/** How long it lasts that somebody showed who they are, in milliseconds. */
const CONFIRMED_MS = 10 * 60_000
/** Writing down each request that a session is in use would cost a write each; a minute is fine enough for a list. */
const SEEN_MS = 60_000

/** Lets a request through when its route's policy allows it, and hands the route who asks. */
export default fp<AccessOptions>(
  async (app, { db, now, audience, secureCookies, secondFactor, refused }) => {
    const cookies = cookieNames(secureCookies)
    const routes: RouteOptions[] = []
    app.decorate('routeTable', routes)
    app.decorateRequest('account', undefined)
    app.decorateRequest('heldSession', undefined)
    app.decorateRequest('scope', undefined)
    app.decorateRequest('respondentHash', undefined)
    app.decorateRequest('presence', undefined)
    app.addHook('onRoute', (route) => {
      routes.push(route)
    })
    app.addHook('onReady', async () => {
      const open = routes.filter((route) => route.config?.policy === undefined)
      if (open.length > 0) throw new Error(`routes without a policy: ${open.map(({ url }) => url).join(', ')}`)
    })

    app.addHook('onRequest', (request, _reply, done) => {
      const { policy = PUBLIC } = request.routeOptions.config
      const org = 'roles' in policy ? OrganisationParams.safeParse(request.params).data?.org : undefined
      request.sight = new Sight(org === undefined ? undefined : [org])
      within(request.sight, done)
    })
    // Reading a body ends in the context of the connection, which other requests came over before.
    app.addHook('preValidation', (request, _reply, done) => within(request.sight, done))

    app.addHook('onRequest', async (request) => {
      const policy = request.routeOptions.config.policy ?? PUBLIC
      if (policy.kind === 'public') return
      if (policy.kind === 'respondent') {
        request.respondentHash = respondentHashOf(request)
        return
      }
      if (policy.kind === 'present') {
        request.presence = await presenceOf(request)
        request.sight.narrowTo(request.presence.organisationId)
        return
      }
      if (audience === 'participants') throw new ProblemError('accounts-refused-here')
      const { userId, session } = await callerOf(request)
      request.account = { userId }
      request.heldSession = session
      if (policy.kind === 'operator' && !(await isOperator(db, userId))) throw new ProblemError('not-allowed')
      if (policy.kind !== 'account' && policy.kind !== 'operator')
        request.scope = await scopeOf(request, request.account, policy)
      const { confirm, sessionOnly } = request.routeOptions.config
      if ((confirm || sessionOnly) && session === undefined) throw new ProblemError('confirm-needed')
      if (confirm && !isConfirmed(session)) throw new ProblemError('confirm-needed')
    })

    function isConfirmed(session: HeldSession | undefined): boolean {
      return session !== undefined && now().getTime() - Date.parse(session.confirmedAt) <= CONFIRMED_MS
    }

    function respondentHashOf(request: FastifyRequest): string {
      const secret = bearer(request, 'Respondent') ?? request.cookies[cookies.respondent]
      if (secret === undefined) throw new ProblemError('sign-in-needed')
      return hashSecret(secret)
    }

    async function presenceOf(request: FastifyRequest): Promise<Presence> {
      const known = audience === 'participants' ? undefined : await findCaller(request, db, now(), cookies.session)
      // Whoever has still to set up a second factor is here as what else they are: a phone or a wall.
      const userId = known !== undefined && (await standingOf(known)) === 'good' ? known.userId : undefined
      const secrets = [bearer(request, 'Respondent'), bearer(request, 'Display')].filter(
        (secret) => secret !== undefined,
      )
      const offered =
        secrets.length > 0 ? secrets : [request.cookies[cookies.respondent], request.cookies[cookies.display]]
      const caller = {
        userId,
        secretHashes: offered.flatMap((secret) => (secret === undefined ? [] : [hashSecret(secret)])),
      }
      const found = await findRoom(db, caller, LiveParams.safeParse(request.params).data?.round, now())
      if (found === 'nobody') throw new ProblemError('sign-in-needed')
      if (found === 'elsewhere') throw new ProblemError('not-found')
      return found
    }

    async function callerOf(request: FastifyRequest): Promise<Caller> {
      const caller = await findCaller(request, db, now(), cookies.session)
      const standing = caller === undefined ? 'over' : await standingOf(caller)
      if (caller === undefined || standing === 'over') throw new ProblemError('sign-in-needed')
      if (standing === 'weak' && !request.routeOptions.config.beforeFactor)
        throw new ProblemError('second-factor-first')
      await noteSeen(request, caller.session)
      return caller
    }

    /**
     * Whether a caller showed as much as this installation asks. A sign-in without the second factor of an account that
     * has one is over: it must not be able to add another.
     */
    async function standingOf({ userId, session }: Caller): Promise<'good' | 'weak' | 'over'> {
      if (secondFactor === 'optional' || session?.isStrong === 1) return 'good'
      if (!(await hasFactor(db, userId))) return 'weak'
      return session === undefined ? 'good' : 'over'
    }

    async function noteSeen(request: FastifyRequest, session: HeldSession | undefined): Promise<void> {
      if (session === undefined || now().getTime() - Date.parse(session.lastSeenAt) < SEEN_MS) return
      // Reading goes on where nothing can be written, as on a full disk.
      await updateSessionSeen(db, session.id, now().toISOString()).catch((error: unknown) => {
        request.log.warn({ err: error }, 'session-seen')
      })
    }

    async function scopeOf(request: FastifyRequest, account: Account, policy: MemberPolicy): Promise<Scope> {
      const { data } = OrganisationParams.safeParse(request.params)
      const membership = data && (await findMembership(db, data.org, account.userId, now().toISOString()))
      // Somebody else's organisation looks exactly like none at all, and like an id that is none.
      if (data === undefined || membership === undefined) throw new ProblemError('not-found')
      if (policy.kind !== 'member' && policy.kind !== membership.kind) throw new ProblemError('not-found')
      if (!policy.roles.includes(membership.role)) {
        refused?.note(data.org, account.userId)
        throw new ProblemError('not-allowed')
      }
      return makeScope(data.org, account.userId, membership.role)
    }
  },
  { name: 'access', dependencies: ['problems', 'cross-site', '@fastify/cookie'] },
)

/** Who is signed in, by API token or else by session; undefined for neither, or one that is no good. */
export async function findCaller(
  request: FastifyRequest,
  db: Db,
  now: Date,
  sessionCookie: string,
): Promise<Caller | undefined> {
  const token = bearer(request, 'Bearer')
  if (token !== undefined) {
    const userId = await findUserIdOfApiToken(db, hashSecret(token))
    return userId === undefined ? undefined : { userId, session: undefined }
  }
  const secret = request.cookies[sessionCookie]
  const session = secret === undefined ? undefined : await findSession(db, hashSecret(secret), now.toISOString())
  return session && { userId: session.userId, session }
}

function bearer(request: FastifyRequest, scheme: string): string | undefined {
  const header = request.headers.authorization
  const prefix = `${scheme.toLowerCase()} `
  // The name of a scheme may be written in any case (RFC 9110, 11.1).
  return header?.toLowerCase().startsWith(prefix) ? header.slice(prefix.length) : undefined
}

/**
 * The scope of a request on a route with a `member` policy.
 *
 * @throws {Error} the route has another policy: a fault in the route, not of the caller.
 */
export function scopeOfRequest(request: FastifyRequest): Scope {
  if (request.scope === undefined) throw new Error(`${request.routeOptions.url} has no member policy`)
  return request.scope
}

/** The account of a request on a route with an `account` or `member` policy. */
export function accountOfRequest(request: FastifyRequest): Account {
  if (request.account === undefined) throw new Error(`${request.routeOptions.url} has no account policy`)
  return request.account
}

/** The session of a request on a route with `confirm` or `sessionOnly`. */
export function sessionOfRequest(request: FastifyRequest): HeldSession {
  if (request.heldSession === undefined) throw new Error(`${request.routeOptions.url} is open to API tokens`)
  return request.heldSession
}

/** The respondent secret that came along on any route, unchecked; undefined when none did. */
export function respondentSecretOf(request: FastifyRequest, secureCookies: boolean): string | undefined {
  return bearer(request, 'Respondent') ?? request.cookies[cookieNames(secureCookies).respondent]
}

/** In which room the caller of a route with the policy `present` is. */
export function presenceOfRequest(request: FastifyRequest): Presence {
  if (request.presence === undefined) throw new Error(`${request.routeOptions.url} has no present policy`)
  return request.presence
}

/** The respondent secret's hash on a route with the `respondent` policy. */
export function respondentOfRequest(request: FastifyRequest): string {
  if (request.respondentHash === undefined) throw new Error(`${request.routeOptions.url} has no respondent policy`)
  return request.respondentHash
}
