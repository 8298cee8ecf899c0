import * as z from 'zod'
import { makeSortedId } from '../auth/secrets.ts'
import type { Locale } from '../contract/common.ts'
import type { Trx } from '../db/open.ts'
import { insertMail } from '../db/queries/mail.ts'

const MINUTES = 60_000

/** What a reminder is about. Names and texts are looked up when it is sent. */
export const ReminderParameters = z.object({
  day: z.string(),
  reviews: z.array(z.object({ organisationId: z.string(), id: z.string(), on: z.string() })),
  endings: z.array(z.object({ organisationId: z.string(), userId: z.string(), until: z.string() })),
})
/** The same, read. */
export type ReminderParameters = z.infer<typeof ReminderParameters>

/** A round that opened by itself, or that asks for answers until a day. How many came is looked up when it is sent. */
export const RoundParameters = z.object({
  what: z.enum(['opened', 'reminder']),
  organisationId: z.string(),
  roundId: z.string(),
  dueAt: z.string().nullable(),
})
/** The same, read. */
export type RoundParameters = z.infer<typeof RoundParameters>

/** How a password was changed: with a link, or by who was signed in. */
export const PasswordChangedParameters = z.object({ how: z.enum(['reset', 'change']) })
/** The same, read. */
export type PasswordChangedParameters = z.infer<typeof PasswordChangedParameters>

const NONE = { recipient: null, locale: null, userId: null, invitationId: null, parameters: '{}' }

/** Puts the link of an invitation in the queue, for as long as the invitation is good. */
export async function queueInvitation(
  trx: Trx,
  invitation: { id: string; email: string; expiresAt: string },
  locale: Locale,
  now: Date,
): Promise<void> {
  const about = { recipient: invitation.email, locale, invitationId: invitation.id }
  await insertMail(trx, { ...NONE, ...made('invitation', now), ...about, notAfter: invitation.expiresAt })
}

/**
 * Puts a link to choose another password in the queue. Whether there is an account with this address is looked up when
 * it is sent, and nothing is sent when there is none: so asking takes the same work for every address.
 */
export async function queueReset(trx: Trx, email: string, now: Date): Promise<void> {
  const notAfter = new Date(now.getTime() + 60 * MINUTES).toISOString()
  await insertMail(trx, { ...NONE, ...made('reset', now), recipient: email, notAfter })
}

/** Tells a user that the password of the account was changed. */
export async function queuePasswordChanged(
  trx: Trx,
  userId: string,
  how: PasswordChangedParameters['how'],
  now: Date,
): Promise<void> {
  const parameters: PasswordChangedParameters = { how }
  const notAfter = new Date(now.getTime() + 3 * 24 * 60 * MINUTES).toISOString()
  const about = { userId, parameters: JSON.stringify(parameters), notAfter }
  await insertMail(trx, { ...NONE, ...made('password-changed', now), ...about })
}

/** Puts the reminders of a day for one person in the queue; they are good that day. */
export async function queueReminder(
  trx: Trx,
  userId: string,
  parameters: ReminderParameters,
  now: Date,
): Promise<void> {
  const notAfter = new Date(now.getTime() + 12 * 60 * MINUTES).toISOString()
  const about = { userId, parameters: JSON.stringify(parameters), notAfter }
  await insertMail(trx, { ...NONE, ...made('reminder', now), ...about })
}

/** Puts a letter about a round for one person in the queue; it is good that day. */
export async function queueRoundLetter(
  trx: Trx,
  userId: string,
  parameters: RoundParameters,
  now: Date,
): Promise<void> {
  const notAfter = new Date(now.getTime() + 12 * 60 * MINUTES).toISOString()
  const about = { userId, parameters: JSON.stringify(parameters), notAfter }
  await insertMail(trx, { ...NONE, ...made('round', now), ...about })
}

function made<Kind extends string>(kind: Kind, now: Date): { id: string; kind: Kind; createdAt: string } {
  return { id: makeSortedId(now.getTime()), kind, createdAt: now.toISOString() }
}
