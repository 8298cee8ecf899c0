import * as z from 'zod'
import { StakeholderGroup } from '../contract/common.ts'
import type { RoundPlanRow } from '../db/company-tables.ts'
import type { Trx } from '../db/open.ts'
import { findOrganisationById, lockOrganisationById } from '../db/queries/organisations.ts'
import { findPlan, listDraftsOfPlan, listPlans, listRoundsOfPeriods, replaceRoundItems } from '../db/queries/plans.ts'
import { lockRounds, updateRound } from '../db/queries/rounds.ts'
import { findWorkshopIds } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'
import { comingQuarters, datesOf, type QuarterDates, quarterNumber } from '../domain/rhythm.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { LOWEST_THRESHOLD } from '../release/rules.ts'
import { text } from '../texts.ts'
import { itemsOfQuarter, newestVersion } from './plan-items.ts'
import type { Mover, RoundDeps } from './round-moves.ts'
import { createWithin } from './rounds.ts'

const DAY_MS = 24 * 3_600_000
/** How long before it opens a round is prepared. */
const PREPARED_MS = 30 * DAY_MS

/** The part of a plan's row that the rhythm is made of. */
export function rhythmOf({ usual, fullQuarter, opensFrom, opensDays, openDays }: RoundPlanRow) {
  return { usual, fullQuarter, opens: { from: opensFrom, days: opensDays }, openDays } as const
}

/**
 * Whether a plan takes care of a quarter: not of one whose opening was over when the plan was made or changed, since
 * nobody expects a round to open at the press of `save`, and not of one whose last day for answers is over.
 */
export function isAhead({ changedAt }: RoundPlanRow, { opensAt, dueAt }: QuarterDates, now: Date): boolean {
  return opensAt.toISOString() > changedAt && dueAt > now
}

/**
 * The round of a plan about a quarter, among the assessments about it, newest first: the one that the plan made, or else
 * any with its instrument, so that a round that people started themselves is not asked twice.
 */
export function roundOfQuarter(
  plan: Pick<RoundPlanRow, 'id' | 'instrumentId'> | undefined,
  quarter: string,
  rounds: readonly RoundRow[],
): RoundRow | undefined {
  const about = rounds.filter(({ period }) => period === quarter)
  const own = about.find(({ planId }) => planId !== null && planId === plan?.id)
  return own ?? about.find(({ instrumentId }) => plan === undefined || instrumentId === plan.instrumentId)
}

/**
 * Prepares every round of every plan whose opening has come near. Any process may do it, at any time: the second finds
 * nothing to do.
 *
 * @throws {AggregateError} some could not be prepared; all others were.
 */
export async function prepareRounds(deps: RoundDeps): Promise<void> {
  const { db } = deps.database
  const failures: unknown[] = []
  for (const plan of await listPlans(db)) {
    const rounds = await listRoundsOfPeriods(db, plan.organisationId, comingQuarters(rhythmOf(plan), deps.now()))
    if (quartersToPrepare(plan, rounds, deps.now()).length === 0) continue
    // One that cannot be prepared must not keep the others.
    await prepareRoundsOf(deps, plan.organisationId).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'rounds could not be prepared')
}

function prepareRoundsOf(deps: RoundDeps, organisationId: string): Promise<void> {
  return deps.database.db.transaction().execute(async (trx) => {
    await lockOrganisationById(trx, organisationId)
    const plan = await findPlan(trx, organisationId)
    if (plan !== undefined) await prepareWithin(deps, trx, plan, { organisationId, userId: null })
  })
}

/** The same for one organisation, which the caller holds. */
export async function prepareWithin(deps: RoundDeps, trx: Trx, plan: RoundPlanRow, by: Mover): Promise<void> {
  const instrument = newestVersion(deps.instruments, plan.organisationId, plan.instrumentId)
  if (instrument === undefined) return
  const quarters = comingQuarters(rhythmOf(plan), deps.now())
  const rounds = await listRoundsOfPeriods(trx, plan.organisationId, quarters)
  for (const quarter of quartersToPrepare(plan, rounds, deps.now()))
    await prepare(deps, trx, plan, instrument, quarter, by)
}

function quartersToPrepare(plan: RoundPlanRow, rounds: readonly RoundRow[], now: Date): string[] {
  return comingQuarters(rhythmOf(plan), now).filter((quarter) => {
    const dates = datesOf(rhythmOf(plan), quarter)
    const isNear = dates.opensAt.getTime() - PREPARED_MS <= now.getTime()
    return isNear && isAhead(plan, dates, now) && roundOfQuarter(plan, quarter, rounds) === undefined
  })
}

async function prepare(
  deps: RoundDeps,
  trx: Trx,
  plan: RoundPlanRow,
  instrument: LoadedInstrument,
  quarter: string,
  by: Mover,
): Promise<void> {
  const { opensAt, dueAt } = datesOf(rhythmOf(plan), quarter)
  // One that should be open already, because the server was off, opens as soon as its day is looked at.
  const draft = {
    title: await titleOfQuarter(trx, plan.organisationId, instrument, quarter),
    instrument: { id: instrument.id, version: instrument.version },
    itemIds: await itemsOfQuarter(trx, plan, instrument, quarter),
    period: quarter,
    horizons: horizonsOf(plan, instrument),
    mode: plan.mode,
    answering: plan.answering,
    groups: z.array(StakeholderGroup).parse(JSON.parse(plan.groups)),
    expected: plan.expected,
    draft: true,
    dueAt: dueAt.toISOString(),
    remindDays: JSON.parse(plan.remindDays) as number[],
    planId: plan.id,
  }
  const { id } = await createWithin(deps, trx, by, draft, 'assessment')
  await updateRound(trx, plan.organisationId, id, { plannedOpenAt: opensAt.toISOString() })
}

/** A later version may ask about fewer moments. */
function horizonsOf({ horizons }: RoundPlanRow, instrument: LoadedInstrument): string[] {
  const wanted = JSON.parse(horizons) as string[]
  const known = instrument.horizons.filter((horizon) => wanted.includes(horizon))
  return known.length > 0 ? known : instrument.horizons.slice(0, 1)
}

async function titleOfQuarter(
  trx: Trx,
  organisationId: string,
  { texts }: LoadedInstrument,
  quarter: string,
): Promise<string> {
  const organisation = await findOrganisationById(trx, organisationId)
  const locale = organisation?.locale === 'en' ? 'en' : 'nl'
  return text(locale, 'planning-round-title', {
    name: texts[locale].title,
    quarter: quarterNumber(quarter),
    year: quarter.slice(0, 4),
  })
}

/** The rounds that a plan prepared, held against being opened; one that was opened until then is none of them any more. */
export async function holdDrafts({ database }: RoundDeps, trx: Trx, plan: RoundPlanRow): Promise<RoundRow[]> {
  const ids = (await listDraftsOfPlan(trx, plan)).map(({ id }) => id)
  const rounds = await lockRounds(trx, plan.organisationId, ids, database.kind)
  return rounds.filter(({ state }) => state === 'draft')
}

/**
 * Lets the rounds that a plan prepared go along with a change of it: what they ask, who answers, and each day that still
 * is the one the plan gave. A day that somebody chose stays, and so does a round that a session was prepared with.
 */
export async function refitDrafts(deps: RoundDeps, trx: Trx, before: RoundPlanRow, plan: RoundPlanRow): Promise<void> {
  const drafts = await holdDrafts(deps, trx, before)
  const workshops = await findWorkshopIds(
    trx,
    plan.organisationId,
    drafts.map(({ id }) => id),
  )
  for (const draft of drafts) if (!workshops.has(draft.id)) await refit(deps, trx, before, plan, draft)
}

async function refit(
  { instruments, now }: RoundDeps,
  trx: Trx,
  before: RoundPlanRow,
  plan: RoundPlanRow,
  draft: RoundRow,
): Promise<void> {
  const instrument = newestVersion(instruments, plan.organisationId, plan.instrumentId)
  if (instrument === undefined) return
  const [old, next] = [before, plan].map((row) => datesOf(rhythmOf(row), draft.period))
  const time = now().toISOString()
  const moved = (own: string | null, from: Date | undefined, to: Date | undefined) => {
    if (own === null || own !== from?.toISOString()) return own
    return to !== undefined && to.toISOString() > time ? to.toISOString() : null
  }
  await updateRound(trx, draft.organisationId, draft.id, {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    title:
      draft.instrumentId === instrument.id
        ? draft.title
        : await titleOfQuarter(trx, draft.organisationId, instrument, draft.period),
    horizons: JSON.stringify(horizonsOf(plan, instrument)),
    mode: plan.mode,
    answering: plan.answering,
    threshold: plan.mode === 'open' ? 1 : LOWEST_THRESHOLD,
    groups: plan.groups,
    expected: plan.expected,
    remindDays: draft.remindDays === before.remindDays ? plan.remindDays : draft.remindDays,
    plannedOpenAt: moved(draft.plannedOpenAt, old?.opensAt, next?.opensAt),
    dueAt: moved(draft.dueAt, old?.dueAt, next?.dueAt),
  })
  await replaceRoundItems(trx, draft, await itemsOfQuarter(trx, plan, instrument, draft.period))
}
