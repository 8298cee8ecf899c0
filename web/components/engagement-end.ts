import type { Member } from '../../server/contract/accounts.ts'
import { ENGAGEMENT_MONTHS, MOST_ENGAGEMENT_MONTHS } from '../../server/domain/engagement.ts'
import { monthsLater } from '../../server/domain/months.ts'
import { formatDay, t } from '../i18n/texts.ts'
import './access-texts.ts'

const DAY = 24 * 3_600_000
/** Further away than so many days, a day in the calendar says enough. */
const COUNTED_DAYS = 60
/** An end within so many days is something to arrange now. */
const SOON_DAYS = 30

/** Until when somebody may work here, in words: the day, and how many days are left when those are few. */
export function endWords(until: string): string {
  const days = daysLeft(until)
  const day = t('access-until', { day: formatDay(until) })
  return days > COUNTED_DAYS ? day : `${day}, ${t('access-days-left', { days })}`
}

/** Whether an engagement or another membership is over. */
export function hasEnded({ until }: Pick<Member, 'until'>): boolean {
  return until !== null && Date.parse(until) <= Date.now()
}

/** Whether the end is near enough to arrange something; false without an end. */
export function endsSoon({ until }: Pick<Member, 'until'>): boolean {
  return until !== null && !hasEnded({ until }) && daysLeft(until) <= SOON_DAYS
}

/** The day that a new engagement ends unless the owner chooses otherwise, as a date field holds it. */
export function usualEnd(): string {
  return dayOf(monthsLater(new Date(), ENGAGEMENT_MONTHS))
}

/** Whether a day, as a date field holds it, will do as the end of an engagement: not empty, and not too far away. */
export function isEndOfEngagement(day: string): boolean {
  return day !== '' && day <= dayOf(monthsLater(new Date(), MOST_ENGAGEMENT_MONTHS))
}

/** Sorts soonest end first; without an end last, by name. */
export function byEnd(
  one: { until: string | null; name: string },
  other: { until: string | null; name: string },
): number {
  if (one.until !== other.until) return (one.until ?? '9') < (other.until ?? '9') ? -1 : 1
  return one.name.localeCompare(other.name)
}

/** Nights until then: 0 is today. */
function daysLeft(until: string): number {
  const [today, last] = [new Date(), new Date(until)]
  today.setHours(0, 0, 0, 0)
  last.setHours(0, 0, 0, 0)
  return Math.max(0, Math.round((last.getTime() - today.getTime()) / DAY))
}

function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
