import ical, { ICalAlarmType } from 'ical-generator'
import type { Scope } from '../auth/scope.ts'
import { hashSecret, makeSecret } from '../auth/secrets.ts'
import type { Locale } from '../contract/common.ts'
import type { Db } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  deleteCalendarFeed,
  findCalendarFeed,
  findOwnCalendarFeed,
  replaceCalendarFeed,
} from '../db/queries/calendar-feeds.ts'
import { listInterventions } from '../db/queries/interventions.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { ProblemError } from '../problem.ts'
import { text } from '../texts.ts'
import { periodIn, roundDays } from './calendar-rounds.ts'
import { contentOf, UNDER_WAY } from './intervention-content.ts'

/** What calendars are made from. */
export interface CalendarDeps {
  readonly db: Db
  readonly now: () => Date
  /** Where the product is, for links in the events. */
  readonly origin: string
}

const DAY_SECONDS = 24 * 60 * 60

/**
 * The days on which an organisation looks back at its interventions, and on which its rounds open and ask for answers no
 * more, as an iCalendar text (RFC 5545).
 */
export async function makeCalendar(
  { db, now, origin }: CalendarDeps,
  organisationId: string,
  locale: Locale,
): Promise<string> {
  const organisation = await findOrganisationById(db, organisationId)
  const calendar = ical({
    name: text(locale, 'calendar-name', { organisation: organisation?.name ?? '' }),
    prodId: { company: 'Meervoud', product: 'Meervoud' },
  })
  const rows = await listInterventions(db, { organisationId }, 'real')
  for (const row of rows) {
    if (!UNDER_WAY.includes(row.state) || row.reviewOn === null) continue
    const { title, owner, agreement } = contentOf(row)
    const event = calendar.createEvent({
      id: `${row.id}@meervoud`,
      // Days, not moments: at noon they are the same day in every time zone of Europe.
      start: new Date(`${row.reviewOn}T12:00:00Z`),
      allDay: true,
      stamp: now(),
      summary: text(locale, 'calendar-review', { title }),
      description: [text(locale, 'calendar-owner', { owner }), agreement].join('\n'),
      url: `${origin}/o/${organisationId}/interventions/${row.id}`,
    })
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY_SECONDS })
  }
  for (const { id, day, what, period, path } of await roundDays(db, organisationId, now())) {
    calendar.createEvent({
      id: `${id}@meervoud`,
      start: new Date(`${day}T12:00:00Z`),
      allDay: true,
      stamp: now(),
      summary: text(locale, `calendar-round-${what}`, periodIn(period)),
      url: `${origin}/o/${organisationId}/${path}`,
    })
  }
  return calendar.toString()
}

/**
 * The calendar behind a secret address, in the language of whoever made it.
 *
 * @throws {ProblemError} `not-found` for an address that is none, was ended, or whose maker is no member any more.
 */
export async function readCalendar(deps: CalendarDeps, token: string): Promise<string> {
  const feed = await findCalendarFeed(deps.db, hashSecret(token), deps.now().toISOString())
  if (feed === undefined) throw new ProblemError('not-found')
  return makeCalendar(deps, feed.organisationId, feed.locale === 'en' ? 'en' : 'nl')
}

/** Whether this user follows the calendar of the organisation. */
export async function hasCalendarFeed(db: Db, { organisationId, userId }: Scope): Promise<boolean> {
  return (await findOwnCalendarFeed(db, organisationId, userId)) !== undefined
}

/** Makes the secret address of a calendar; the one before, if any, ends. */
export async function makeCalendarFeed(deps: CalendarDeps, { organisationId, userId }: Scope): Promise<string> {
  const token = makeSecret()
  const at = deps.now()
  const feed = { tokenHash: hashSecret(token), organisationId, userId, createdAt: at.toISOString() }
  await deps.db.transaction().execute(async (trx) => {
    await replaceCalendarFeed(trx, feed)
    await insertAuditEvent(trx, { organisationId, userId, action: 'calendar.link-made', object: userId, at })
  })
  return `${deps.origin}/api/calendar/${token}.ics`
}

/** Ends it. */
export async function endCalendarFeed(
  { db, now }: Pick<CalendarDeps, 'db' | 'now'>,
  { organisationId, userId }: Scope,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if ((await findOwnCalendarFeed(trx, organisationId, userId)) === undefined) return
    await deleteCalendarFeed(trx, organisationId, userId)
    await insertAuditEvent(trx, { organisationId, userId, action: 'calendar.link-ended', object: userId, at: now() })
  })
}
