import type { Db, Trx } from '../open.ts'
import type { MailRow } from '../tables.ts'

/** What is known of a mail before anybody tried to send it. */
export type NewMail = Pick<
  MailRow,
  'id' | 'kind' | 'recipient' | 'locale' | 'userId' | 'invitationId' | 'parameters' | 'notAfter' | 'createdAt'
>

/** Puts a mail in the queue, inside the transaction of what causes it. */
export async function insertMail(trx: Trx, mail: NewMail): Promise<void> {
  await trx
    .insertInto('mail')
    .values({ ...mail, tries: 0, nextAt: mail.createdAt, sentAt: null, failedAt: null })
    .execute()
}

/** Mail that somebody may try to send now, longest waiting first. */
export function listDueMail(db: Db, now: string, most: number): Promise<Pick<MailRow, 'id' | 'tries'>[]> {
  return db
    .selectFrom('mail')
    .select(['id', 'tries'])
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .orderBy('id')
    .limit(most)
    .execute()
}

/**
 * Takes a mail for one try, in one statement: of several processes that saw it waiting, one gets it. The try is counted
 * and the next one set before anything is sent, so that a process that dies on the way loses no mail.
 *
 * @returns undefined when another was first, or it was sent or taken back meanwhile.
 */
export function claimMail(
  trx: Trx,
  { id, tries }: Pick<MailRow, 'id' | 'tries'>,
  nextAt: string,
): Promise<MailRow | undefined> {
  return trx
    .updateTable('mail')
    .set({ tries: tries + 1, nextAt })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('nextAt', 'is not', null)
    .returningAll()
    .executeTakeFirst()
}

/** Puts a mail back as it was before it was claimed, for somebody to send at once: the try does not count. */
export async function giveBackMail(db: Db, { id, tries }: Pick<MailRow, 'id' | 'tries'>, now: string): Promise<void> {
  await db
    .updateTable('mail')
    .set({ tries, nextAt: now })
    .where('id', '=', id)
    .where('tries', '=', tries + 1)
    .execute()
}

/** Notes that a mail was sent. */
export async function markSent(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('mail').set({ sentAt: now, nextAt: null }).where('id', '=', id).execute()
}

/** Gives a mail up. */
export async function markFailed(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('mail').set({ failedAt: now, nextAt: null }).where('id', '=', id).execute()
}

/** How many mails could not be sent since then, or wait for another try after one that failed. */
export async function countFailingMail(db: Db, since: Date, now: Date): Promise<number> {
  // A younger one may be on its way for the first time.
  const minuteAgo = new Date(now.getTime() - 60_000).toISOString()
  const row = await db
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll().as('failing'))
    .where((where) =>
      where.or([
        where('failedAt', '>=', since.toISOString()),
        where.and([where('nextAt', 'is not', null), where('tries', '>', 0), where('createdAt', '<=', minuteAgo)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(row.failing)
}

/** Says whose account a mail is about, so that it goes when the account goes. */
export async function assignMail(trx: Trx, id: string, userId: string): Promise<void> {
  await trx.updateTable('mail').set({ userId }).where('id', '=', id).execute()
}

/** Takes a mail out of the queue, as if it had never been there. */
export async function deleteMail(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('mail').where('id', '=', id).execute()
}

/**
 * Forgets mail that was put in the queue before this time, sent or not, with what belongs to it: links that are over,
 * and days whose reminders were written. For the nightly retention: mail is kept for seven days.
 *
 * @param now links that are over at this time go too.
 * @returns how many mails were forgotten.
 */
export async function deleteMailBefore(trx: Trx, time: Date, now: Date): Promise<number> {
  const [before, over] = [time.toISOString(), now.toISOString()]
  await trx.deleteFrom('passwordReset').where('expiresAt', '<=', over).execute()
  await trx.deleteFrom('reminderStop').where('expiresAt', '<=', over).execute()
  await trx.deleteFrom('reminderDay').where('day', '<', before.slice(0, 10)).execute()
  const { numDeletedRows } = await trx.deleteFrom('mail').where('createdAt', '<', before).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
