import { hashSecret } from '../auth/secrets.ts'
import type { Db, Trx } from '../db/open.ts'
import {
  type Addressee,
  findReminderStop,
  hasReminderDay,
  listAddressees,
  listDueReviews,
  listEndings,
  takeReminderDay,
  updateReminders,
} from '../db/queries/reminders.ts'
import { clockIn, dayIn, daysAfter } from '../domain/days.ts'
import { MAIL_ZONE } from '../mail/letters.ts'
import type { Post } from '../mail/post.ts'
import { queueReminder, type ReminderParameters } from '../mail/queue.ts'
import { ProblemError } from '../problem.ts'
import { contentOf, UNDER_WAY } from './intervention-content.ts'

/** What reminders need. */
export interface ReminderDeps {
  readonly db: Db
  readonly now: () => Date
}

const FROM_HOUR = 7
const REVIEW_DAYS_AHEAD = 3
const END_DAYS_AHEAD = 14

type Gathered = Map<string, { reviews: ReminderParameters['reviews']; endings: ReminderParameters['endings'] }>

/**
 * Writes the reminders of today, from seven in the morning: one mail for each person, with everything in it. A row for
 * the day, in the same transaction as all its mail, makes that happen once, whichever process is first and however
 * often it starts again.
 *
 * @returns how many people get one; 0 when it was done before, or it is too early.
 */
export async function remind({ db, now, mail }: ReminderDeps & { mail: Pick<Post, 'wake'> }): Promise<number> {
  const at = now()
  const { day, hour } = clockIn(MAIL_ZONE, at)
  if (hour < FROM_HOUR || (await hasReminderDay(db, day))) return 0
  const people = await db.transaction().execute(async (trx) => {
    if (!(await takeReminderDay(trx, day))) return 0
    const gathered: Gathered = new Map()
    await gatherReviews(trx, day, at, gathered)
    await gatherEndings(trx, day, at, gathered)
    for (const [userId, about] of gathered) await queueReminder(trx, userId, { day, ...about }, at)
    return gathered.size
  })
  if (people > 0) mail.wake()
  return people
}

/** To whoever takes care of an agreement: the one member with that name. Of two with one name, neither is written to. */
async function gatherReviews(trx: Trx, day: string, at: Date, gathered: Gathered): Promise<void> {
  const members = new Map<string, readonly Addressee[]>()
  for (const review of await listDueReviews(trx, [day, daysAfter(day, REVIEW_DAYS_AHEAD)])) {
    const { organisationId, id, reviewOn: on } = review
    if (!UNDER_WAY.includes(review.state)) continue
    const known = members.get(organisationId) ?? (await listAddressees(trx, organisationId, at.toISOString()))
    members.set(organisationId, known)
    const owner = ownerAmong(known, contentOf(review).owner)
    if (owner !== undefined) remindersOf(gathered, owner.userId).reviews.push({ organisationId, id, on })
  }
}

/** To the owners of an organisation where somebody's access ends in a fortnight. */
async function gatherEndings(trx: Trx, day: string, at: Date, gathered: Gathered): Promise<void> {
  // A day in the Netherlands is some hours of two days of the database: a day more on both sides, and then a look.
  const last = daysAfter(day, END_DAYS_AHEAD)
  const rows = await listEndings(trx, `${daysAfter(last, -1)}T00:00:00.000Z`, `${daysAfter(last, 2)}T00:00:00.000Z`)
  for (const { organisationId, userId, until } of rows) {
    if (dayIn(MAIL_ZONE, new Date(until)) !== last) continue
    const owners = await listAddressees(trx, organisationId, at.toISOString(), 'owner')
    for (const owner of owners) {
      remindersOf(gathered, owner.userId).endings.push({ organisationId, userId, until })
    }
  }
}

function remindersOf(gathered: Gathered, userId: string) {
  const known = gathered.get(userId) ?? { reviews: [], endings: [] }
  gathered.set(userId, known)
  return known
}

function ownerAmong(members: readonly Addressee[], owner: string): Addressee | undefined {
  const wanted = plain(owner)
  const found = members.filter(({ name, email }) => wanted !== '' && [plain(name), email].includes(wanted))
  return found.length === 1 ? found[0] : undefined
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/**
 * Switches the reminders of a user off, by the link in one of them. The link stays good, so that a second press says
 * the same.
 *
 * @throws {ProblemError} `link-not-valid`.
 */
export async function stopReminders({ db, now }: ReminderDeps, token: string): Promise<void> {
  const userId = await findReminderStop(db, hashSecret(token), now().toISOString())
  if (userId === undefined) throw new ProblemError('link-not-valid')
  await updateReminders(db, userId, false)
}
