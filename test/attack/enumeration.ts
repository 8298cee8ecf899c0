import { randomUUID } from 'node:crypto'
import { hashPassword } from '../../server/auth/passwords.ts'
import { hashSecret, makeSecret } from '../../server/auth/secrets.ts'
import { insertUser } from '../../server/db/queries/users.ts'
import { median } from '../bench/figures.ts'
import { PASSWORD, type TestApp } from '../support/app.ts'
import type { World } from '../support/world.ts'

/** What somebody who asks can tell apart: answers, and the time that they took. */
export interface EnumerationOutcome {
  readonly what: string
  readonly tries: number
  /** Kinds of answers, known and unknown together: 1 when they look alike. */
  readonly answers: number
  /** Milliseconds between the two medians. */
  readonly apart: number
}

/**
 * Asks about accounts and invitations that are there and that are not, in turns, and each only once: whoever asks for
 * one account often is stopped, which is another thing.
 */
export async function tryEnumeration(world: World, tries: number): Promise<EnumerationOutcome[]> {
  const { api } = world
  const known = await makeAccounts(api, 2 * tries)
  const stranger = () => `${randomUUID()}@example.org`
  const account = (turn: number) => known[turn] ?? stranger()
  const signIn = (email: string) =>
    ['POST /api/sessions', '/api/sessions', { email, password: 'not the right one' }] as const
  const reset = (email: string) => ['POST /api/password-resets', '/api/password-resets', { email }] as const
  const used = await makeUsedInvitations(world, tries)
  const links = await makeUsedLinks(world, tries)
  const viewLink = (token: string) =>
    ['POST /api/programme-invitations/view', '/api/programme-invitations/view', { token }] as const
  const view = (token: string) => ['POST /api/invitations/view', '/api/invitations/view', { token }] as const
  return [
    await compare(
      api,
      'signing in',
      tries,
      (turn) => signIn(account(turn)),
      () => signIn(stranger()),
    ),
    await compare(
      api,
      'asking for another password',
      tries,
      (turn) => reset(account(tries + turn)),
      () => reset(stranger()),
    ),
    await compare(
      api,
      'looking at an invitation',
      tries,
      (turn) => view(used[Math.abs(turn)] ?? makeSecret()),
      () => view(makeSecret()),
    ),
    await compare(
      api,
      'looking at a link for a company',
      tries,
      (turn) => viewLink(links[Math.abs(turn)] ?? makeSecret()),
      () => viewLink(makeSecret()),
    ),
  ]
}

type Call = readonly [name: string, url: string, body: object]

async function compare(
  { app }: TestApp,
  what: string,
  tries: number,
  known: (turn: number) => Call,
  unknown: (turn: number) => Call,
): Promise<EnumerationOutcome> {
  const answers = new Set<string>()
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const ask = async ([, url, payload]: Call, turn: number): Promise<number> => {
    const start = performance.now()
    // From many places: the limit for one place is not what is looked at.
    const remoteAddress = `198.51.${turn % 250}.${turn % 249}`
    const { statusCode, headers, body } = await app.inject({ method: 'POST', url, payload, remoteAddress })
    const took = performance.now() - start
    answers.add(JSON.stringify([statusCode, body, { ...headers, date: undefined }]))
    return took
  }
  for (let turn = -WARM_UP; turn < tries; turn += 1) {
    const isKnownFirst = turn % 2 === 0
    const first = await ask(isKnownFirst ? known(turn) : unknown(turn), 2 * turn + 2 * WARM_UP)
    const second = await ask(isKnownFirst ? unknown(turn) : known(turn), 2 * turn + 2 * WARM_UP + 1)
    if (turn < 0) continue
    times.known.push(isKnownFirst ? first : second)
    times.unknown.push(isKnownFirst ? second : first)
  }
  return { what, tries, answers: answers.size, apart: Math.abs(median(times.known) - median(times.unknown)) }
}

const WARM_UP = 5

/** Accounts with one password, hashed once. */
async function makeAccounts({ database, clock }: TestApp, count: number): Promise<string[]> {
  const passwordHash = await hashPassword(PASSWORD)
  const createdAt = clock.now().toISOString()
  const emails = Array.from({ length: count }, () => `${randomUUID()}@example.org`)
  for (const email of emails)
    await insertUser(database.db, { id: randomUUID(), email, name: 'Known', locale: 'nl', passwordHash, createdAt })
  return emails
}

/** Tokens of invitations that were there, and that somebody took up. */
async function makeUsedInvitations(world: World, count: number): Promise<string[]> {
  const { db } = world.api.database
  const tokens: string[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const token = await world.invitationToken()
    const usedAt = world.api.clock.now().toISOString()
    await db.updateTable('invitation').set({ usedAt }).where('tokenHash', '=', hashSecret(token)).execute()
    tokens.push(token)
  }
  return tokens
}

/** The same of links for companies. */
async function makeUsedLinks({ api, programmes }: World, count: number): Promise<string[]> {
  const { id: programmeId, parkId } = programmes.valley
  const tokens = Array.from({ length: count }, () => makeSecret())
  const at = api.clock.now()
  const expiresAt = new Date(at.getTime() + 24 * 3_600_000).toISOString()
  const link = { programmeId, parkId, note: null, createdBy: null, createdAt: at.toISOString(), expiresAt }
  for (const token of tokens)
    await api.database.db
      .insertInto('programmeInvitation')
      .values({ ...link, id: randomUUID(), tokenHash: hashSecret(token), usedAt: link.createdAt })
      .execute()
  return tokens
}
