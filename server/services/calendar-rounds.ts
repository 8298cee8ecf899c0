import type { Db } from '../db/open.ts'
import { findPlan, listRoundsOfPeriods, listRoundsUnderWay } from '../db/queries/plans.ts'
import type { RoundRow } from '../db/tables.ts'
import { dayIn } from '../domain/days.ts'
import { comingQuarters, datesOf, PLAN_ZONE } from '../domain/rhythm.ts'
import { isAhead, rhythmOf, roundOfQuarter } from './plan-drafts.ts'

/** A day in a calendar: of a round that is there, or of one that a plan will make. */
export interface RoundDay {
  /** Stays the same when the plan makes the round. */
  readonly id: string
  readonly what: 'opens' | 'due'
  readonly day: string
  readonly period: string
  /** The page about it, inside the organisation. */
  readonly path: string
}

/** The days on which rounds of an organisation open by themselves, and on which they ask for answers for the last time. */
export async function roundDays(db: Db, organisationId: string, now: Date): Promise<RoundDay[]> {
  const rounds = await listRoundsUnderWay(db, organisationId)
  return [...rounds.flatMap(daysOfRound), ...(await daysOfPlan(db, organisationId, now))]
}

/** A period for a text: the number of its quarter, or `year`. */
export function periodIn(period: string): { about: string; year: string } {
  const [year = '', quarter] = period.split('-Q')
  return { about: quarter ?? 'year', year }
}

function daysOfRound({ id, planId, period, state, plannedOpenAt, dueAt }: RoundRow): RoundDay[] {
  const name = planId === null ? id : `${planId}-${period}`
  const opens = state === 'draft' ? plannedOpenAt : null
  return daysNamed(name, period, `r/${id}`, opens, dueAt)
}

/** Quarters for which the plan has not made a round yet. */
async function daysOfPlan(db: Db, organisationId: string, now: Date): Promise<RoundDay[]> {
  const plan = await findPlan(db, organisationId)
  if (plan === undefined) return []
  const quarters = comingQuarters(rhythmOf(plan), now)
  const rounds = await listRoundsOfPeriods(db, organisationId, quarters)
  return quarters.flatMap((quarter) => {
    const dates = datesOf(rhythmOf(plan), quarter)
    if (!isAhead(plan, dates, now) || roundOfQuarter(plan, quarter, rounds) !== undefined) return []
    const [opens, due] = [dates.opensAt.toISOString(), dates.dueAt.toISOString()]
    return daysNamed(`${plan.id}-${quarter}`, quarter, 'planning', opens, due)
  })
}

function daysNamed(name: string, period: string, path: string, opens: string | null, due: string | null): RoundDay[] {
  const days = [
    { what: 'opens' as const, at: opens },
    { what: 'due' as const, at: due },
  ]
  return days.flatMap(({ what, at }) =>
    at === null ? [] : [{ id: `${name}-${what}`, what, day: dayIn(PLAN_ZONE, new Date(at)), period, path }],
  )
}
