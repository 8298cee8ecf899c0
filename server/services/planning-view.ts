import type { Scope } from '../auth/scope.ts'
import type { OrganisationNow, PlannedRound, PlannedState, Planning } from '../contract/planning.ts'
import type { RoundPlanRow } from '../db/company-tables.ts'
import { findPlan, listRoundsOfPeriods, listRoundsUnderWay } from '../db/queries/plans.ts'
import { listRoundItemIds, listRounds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { comingQuarters, datesOf, PLAN_ZONE, setOf } from '../domain/rhythm.ts'
import { type AskedSet, askedSet } from '../domain/weakest.ts'
import type { Instruments } from '../instruments.ts'
import { readableRelease, readsEverything } from './hand-over.ts'
import { isAhead, rhythmOf, roundOfQuarter } from './plan-drafts.ts'
import { itemsOfSet, newestVersion, weakestNow } from './plan-items.ts'
import { planOf } from './plans.ts'
import { isAnsweredTogether } from './round-life.ts'
import { type RoundViewDeps, viewRound } from './round-view.ts'

/** What the page about planning is made from; `mail` is undefined where the installation sends none. */
export interface PlanningDeps extends RoundViewDeps {
  readonly instruments: Instruments
  readonly now: () => Date
  readonly mail?: object | undefined
}

/** The chore that opens rounds looks every minute; only later than this something is the matter. */
const LATE_MS = 5 * 60_000

/** The coming four quarters of an organisation with their rounds, and what else is open or opens by itself. */
export async function viewPlanning(deps: PlanningDeps, scope: Scope): Promise<Planning> {
  const { organisationId } = scope
  const { db, now } = deps
  const plan = await findPlan(db, organisationId)
  const quarters = comingQuarters(plan && rhythmOf(plan), now())
  const rounds = await listRoundsOfPeriods(db, organisationId, quarters)
  const chosen = quarters.map((quarter) => ({ quarter, row: roundOfQuarter(plan, quarter, rounds) }))
  const shown = new Set(chosen.map(({ row }) => row?.id))
  const others = (await listRoundsUnderWay(db, organisationId)).filter(({ id }) => !shown.has(id))
  return {
    zone: PLAN_ZONE,
    plan: plan === undefined ? null : planOf(plan),
    quarters: await Promise.all(
      chosen.map(({ quarter, row }) => (row ? viewPlanned(deps, scope, row) : viewAhead(deps, scope, plan, quarter))),
    ),
    others: await Promise.all(others.map((row) => viewPlanned(deps, scope, row))),
    canMail: deps.mail !== undefined,
  }
}

/** What waits in an organisation: open rounds, the next that opens by itself, and the newest outcome of this reader. */
export async function viewNow(deps: PlanningDeps, scope: Scope): Promise<OrganisationNow> {
  const { db } = deps
  const rows = await listRounds(db, scope)
  const open = rows.filter(({ state }) => state === 'open' || state === 'closing')
  const { quarters, others } = await viewPlanning(deps, scope)
  const coming = [...quarters, ...others].filter(({ state, opensAt }) => opensAt !== null && COMING.includes(state))
  return {
    open: (await Promise.all(open.map((row) => viewRound(deps, row)))).toSorted(byDueDay),
    next: coming.toSorted((a, b) => ((a.opensAt ?? '') < (b.opensAt ?? '') ? -1 : 1))[0] ?? null,
    latest: await latestOutcome(deps, scope, rows),
  }
}

const COMING: readonly PlannedState[] = ['ahead', 'prepared', 'late']
const NEVER = '9999'

function byDueDay(a: { readonly dueAt: string | null }, b: { readonly dueAt: string | null }): number {
  return (a.dueAt ?? NEVER) < (b.dueAt ?? NEVER) ? -1 : 1
}

async function latestOutcome(
  { db }: PlanningDeps,
  scope: Scope,
  rows: readonly RoundRow[],
): Promise<OrganisationNow['latest']> {
  const closed = rows.filter(({ closedAt, state }) => closedAt !== null && (state === 'closed' || state === 'archived'))
  for (const { id, title, period } of closed.toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1)))
    if ((await readableRelease(db, scope, id)) !== undefined) return { roundId: id, title, period }
  return null
}

/** A round that is there. */
async function viewPlanned(deps: PlanningDeps, scope: Scope, row: RoundRow): Promise<PlannedRound> {
  const instrument = deps.instruments.find(row.instrumentId, row.instrumentVersion)
  const items = await listRoundItemIds(deps.db, row.organisationId, row.id)
  const asked = instrument && askedSet(instrument, items)
  return {
    period: row.period,
    state: stateOf(row, deps.now()),
    opensAt: row.openedAt ?? row.plannedOpenAt,
    dueAt: row.dueAt,
    asks: asked === undefined ? null : asksFor(scope, row, { ...asked, items: items.length }),
    round: await viewRound(deps, row),
  }
}

/** Who answers together hears of no question what it feeds before all is signed off, and so not which values are asked. */
function asksFor(
  scope: Scope,
  round: Pick<RoundRow, 'answering' | 'state'>,
  { kind, dimensions, items }: AskedSet & { readonly items: number },
): PlannedRound['asks'] {
  const isUnsaid = dimensions.length > 0 && isAnsweredTogether(round) && !readsEverything(scope)
  return { kind, dimensions: isUnsaid ? null : [...dimensions], items }
}

function stateOf({ state, plannedOpenAt, dueAt }: RoundRow, now: Date): PlannedState {
  const isLate = plannedOpenAt !== null && now.getTime() - Date.parse(plannedOpenAt) > LATE_MS
  if (state === 'draft') return isLate ? 'late' : 'prepared'
  return state === 'open' && dueAt !== null && dueAt <= now.toISOString() ? 'overdue' : state
}

/** A quarter without a round: what the plan will do, with the results that there are now. */
async function viewAhead(
  { db, now, instruments }: PlanningDeps,
  scope: Scope,
  plan: RoundPlanRow | undefined,
  period: string,
): Promise<PlannedRound> {
  const instrument = plan && newestVersion(instruments, plan.organisationId, plan.instrumentId)
  if (plan === undefined || instrument === undefined)
    return { period, state: 'unplanned', opensAt: null, dueAt: null, asks: null, round: null }
  const dates = datesOf(rhythmOf(plan), period)
  const set = setOf(plan, period)
  const weakest = set === 'weakest' ? await weakestNow(db, plan.organisationId, instrument) : undefined
  const items = itemsOfSet(instrument, set, weakest).length
  return {
    period,
    state: isAhead(plan, dates, now()) ? 'ahead' : 'passed',
    opensAt: dates.opensAt.toISOString(),
    dueAt: dates.dueAt.toISOString(),
    asks: asksFor(
      scope,
      { answering: plan.answering, state: 'draft' },
      { kind: set, dimensions: weakest ?? [], items },
    ),
    round: null,
  }
}
