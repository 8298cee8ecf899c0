import { NO_PASSWORD } from '../auth/passwords.ts'
import { hashSecret, makeSecret } from '../auth/secrets.ts'
import { Locale } from '../contract/common.ts'
import type { Trx } from '../db/open.ts'
import { listIdentities } from '../db/queries/identities.ts'
import { findInvitationToMail, updateMailedHash } from '../db/queries/invitations.ts'
import { assignMail } from '../db/queries/mail.ts'
import { findMembership } from '../db/queries/members.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { findEnding, findReview, insertReminderStop } from '../db/queries/reminders.ts'
import { findPasswordHash, findUser, findUserByEmail } from '../db/queries/users.ts'
import type { MailRow, UserRow } from '../db/tables.ts'
import { UNDER_WAY } from '../services/intervention-content.ts'
import { addPasswordReset } from '../services/resets.ts'
import { text } from '../texts.ts'
import { momentOf, oneLine, writeLetter } from './letters.ts'
import type { Letter } from './mail-server.ts'
import { PasswordChangedParameters, ReminderParameters, RoundParameters } from './queue.ts'
import { roundLines } from './round-lines.ts'

/** Where links in mail lead, and what time it is. */
export interface ContentDeps {
  /** The public origin of the settings, and never what a request called the server. */
  readonly origin: string
  readonly now: () => Date
  /** Whether people can sign in through their organisation here. */
  readonly hasIssuer: boolean
}

type Recipient = Pick<UserRow, 'id' | 'name' | 'email' | 'locale' | 'hasReminders'>

const STOP_DAYS = 400

/**
 * What a mail says, made in the transaction that claims it. Tokens are made here, at the moment of sending, and only
 * their hashes are kept: the queue never holds a link. A mail that has to be tried again gets another token.
 *
 * @returns undefined when there is nothing to say any more: the invitation was taken up or withdrawn, the account is
 *   gone or locked, or the day was moved.
 */
export async function letterOf(deps: ContentDeps, trx: Trx, mail: MailRow): Promise<Letter | undefined> {
  if (mail.kind === 'invitation') return invitationLetter(deps, trx, mail)
  const user = await recipientOf(trx, mail)
  if (user === undefined) return undefined
  if (mail.kind === 'reset') return resetLetter(deps, trx, mail, user)
  if (mail.kind === 'reminder') return reminderLetter(deps, trx, mail, user)
  if (mail.kind === 'round') return roundLetter(deps, trx, mail, user)
  const { how } = PasswordChangedParameters.parse(JSON.parse(mail.parameters))
  return writeLetter(mail.kind, addressOf(user), { name: oneLine(user.name), how, url: `${deps.origin}/forgot` })
}

/**
 * The link that is mailed has a token of its own, which a later try replaces. The one that the owner saw on the screen
 * stays good beside it, and whichever is used first uses the invitation up.
 */
async function invitationLetter(
  { origin, now }: ContentDeps,
  trx: Trx,
  { invitationId, recipient, locale }: MailRow,
): Promise<Letter | undefined> {
  if (invitationId === null || recipient === null) return undefined
  const invitation = await findInvitationToMail(trx, invitationId, now().toISOString())
  if (invitation === undefined) return undefined
  const token = makeSecret()
  await updateMailedHash(trx, invitationId, hashSecret(token))
  return writeLetter(
    'invitation',
    { to: recipient, locale: Locale.catch('nl').parse(locale) },
    {
      inviter: oneLine(invitation.inviter),
      organisation: oneLine(invitation.organisation),
      url: `${origin}/invitation#t=${token}`,
      until: momentOf(invitation.expiresAt),
    },
  )
}

async function resetLetter(deps: ContentDeps, trx: Trx, mail: MailRow, user: Recipient): Promise<Letter> {
  const { origin, now } = deps
  await assignMail(trx, mail.id, user.id)
  if (await signsInElsewhere(deps, trx, user.id))
    return writeLetter('reset-elsewhere', addressOf(user), { name: oneLine(user.name), url: `${origin}/sign-in` })
  const { token } = await addPasswordReset(trx, user.id, now())
  return writeLetter('reset', addressOf(user), { name: oneLine(user.name), url: `${origin}/reset#t=${token}` })
}

/** Whether this account has no password because its owner's organisation signs it in: a mail must not be a way around. */
async function signsInElsewhere({ hasIssuer }: ContentDeps, trx: Trx, userId: string): Promise<boolean> {
  if (!hasIssuer || (await findPasswordHash(trx, userId)) !== NO_PASSWORD) return false
  return (await listIdentities(trx, userId)).length > 0
}

async function reminderLetter(
  deps: ContentDeps,
  trx: Trx,
  mail: MailRow,
  user: Recipient,
): Promise<Letter | undefined> {
  const lines = user.hasReminders === 1 ? await reminderLines(deps, trx, mail, user) : []
  if (lines.length === 0) return undefined
  return letterWithStop(deps, trx, user, 'reminder', { lines: lines.join('\n\n') })
}

async function roundLetter(deps: ContentDeps, trx: Trx, mail: MailRow, user: Recipient): Promise<Letter | undefined> {
  if (user.hasReminders === 0) return undefined
  const parameters = RoundParameters.parse(JSON.parse(mail.parameters))
  const { locale } = addressOf(user)
  const lines = await roundLines(deps, trx, parameters, { userId: user.id, locale })
  return lines === undefined ? undefined : letterWithStop(deps, trx, user, 'round', { lines })
}

/** A letter that nobody asked for at that moment: it says how to get no more of them. */
async function letterWithStop(
  deps: ContentDeps,
  trx: Trx,
  user: Recipient,
  kind: 'reminder' | 'round',
  said: { readonly lines: string },
): Promise<Letter> {
  const [token, at] = [makeSecret(), deps.now()]
  const expiresAt = new Date(at.getTime() + STOP_DAYS * 24 * 3_600_000).toISOString()
  const link = { tokenHash: hashSecret(token), userId: user.id, createdAt: at.toISOString(), expiresAt }
  await insertReminderStop(trx, link)
  const letter = writeLetter(kind, addressOf(user), {
    name: oneLine(user.name),
    ...said,
    stop: `${deps.origin}/reminders#t=${token}`,
  })
  // A header has no fragment, so there the token is in the path. One press in a mail program is for HTTPS (RFC 8058).
  const isSecure = deps.origin.startsWith('https:')
  const headers = {
    'List-Unsubscribe': `<${deps.origin}/api/reminders/stop/${token}>`,
    ...(isSecure && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
  return { ...letter, headers }
}

/** Each line with its link, for what still holds and the reader may still see. */
async function reminderLines({ origin, now }: ContentDeps, trx: Trx, mail: MailRow, user: Recipient) {
  const { day, reviews, endings } = ReminderParameters.parse(JSON.parse(mail.parameters))
  const { locale } = addressOf(user)
  const lines: string[] = []
  const isMember = async (organisationId: string) =>
    (await findMembership(trx, organisationId, user.id, now().toISOString())) !== undefined
  for (const { organisationId, id, on } of reviews) {
    const organisation = await findOrganisationById(trx, organisationId)
    if (organisation === undefined || !(await isMember(organisationId))) continue
    const review = await findReview(trx, organisationId, id)
    if (review === undefined || !UNDER_WAY.includes(review.state) || review.reviewOn !== on) continue
    const line = text(locale, `mail-reminder-review-${on === day ? 'today' : 'soon'}`, {
      organisation: oneLine(organisation.name),
      // At noon it is the same day in every time zone of Europe.
      day: momentOf(`${on}T12:00:00.000Z`),
    })
    lines.push(`${line}\n${origin}/o/${organisationId}/interventions/${id}`)
  }
  for (const { organisationId, userId, until } of endings) {
    const ending = await findEnding(trx, organisationId, userId, until)
    if (ending === undefined || !(await isMember(organisationId))) continue
    const names = { member: oneLine(ending.name), organisation: oneLine(ending.organisation) }
    const line = text(locale, 'mail-reminder-ending', { ...names, day: momentOf(until) })
    lines.push(`${line}\n${origin}/o/${organisationId}`)
  }
  return lines
}

async function recipientOf(trx: Trx, { userId, recipient }: MailRow): Promise<Recipient | undefined> {
  const id = userId ?? (recipient === null ? undefined : (await findUserByEmail(trx, recipient))?.id)
  const user = id === undefined ? undefined : await findUser(trx, id)
  return user === undefined || user.lockedAt !== null ? undefined : user
}

function addressOf({ email, locale }: Recipient): { to: string; locale: Locale } {
  return { to: email, locale: Locale.catch('nl').parse(locale) }
}
