import type { RoundPlanRow } from '../db/company-tables.ts'
import type { Db, Trx } from '../db/open.ts'
import { findPlan, replaceRoundItems } from '../db/queries/plans.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import { listTrend } from '../db/queries/trend.ts'
import type { RoundRow } from '../db/tables.ts'
import { type QuarterSet, setOf } from '../domain/rhythm.ts'
import { pulseAnd, weakestOf } from '../domain/weakest.ts'
import { compareVersions, type Instruments, type LoadedInstrument } from '../instruments.ts'
import { readableRelease } from './hand-over.ts'
import { resultsOf } from './releases.ts'

/** Who reads least in an organisation: what a plan asks must not tell of a result that waits for its release. */
const EVERYBODY = 'viewer'

/** The newest version of an instrument that an organisation may know of; undefined when there is none. */
export function newestVersion(
  instruments: Instruments,
  organisationId: string,
  id: string,
): LoadedInstrument | undefined {
  const versions = [...instruments.list(), ...instruments.listOwn(organisationId)].filter((known) => known.id === id)
  return versions.toSorted((a, b) => compareVersions(a.version, b.version)).at(-1)
}

/**
 * The two lowest dimensions of the newest result that everybody in the organisation may read and that has a score for
 * each; undefined while there is none.
 */
export async function weakestNow(
  db: Db,
  organisationId: string,
  instrument: LoadedInstrument,
): Promise<string[] | undefined> {
  const rows = await listTrend(db, { organisationId }, instrument.id)
  for (const { round } of rows.toReversed()) {
    const release = await readableRelease(db, { organisationId, role: EVERYBODY }, round.id)
    if (release === undefined) continue
    const weakest = weakestOf({ instrument: instrument.id, points: [resultsOf(release)] }, instrument)
    if (weakest !== undefined) return weakest
  }
  return undefined
}

/**
 * What a set of a plan comes down to. Without a short set everything is asked; without a result whose lowest dimensions
 * are known the short set alone.
 */
export function itemsOfSet(
  instrument: LoadedInstrument,
  set: QuarterSet,
  weakest: readonly string[] | undefined,
): string[] {
  const short = pulseAnd(instrument, set === 'weakest' ? (weakest ?? []) : [])
  return set === 'full' || short.length === 0 ? instrument.items.map(({ id }) => id) : short
}

/** What the round of a plan about a quarter asks, with the results that there are now. */
export async function itemsOfQuarter(
  db: Db,
  plan: RoundPlanRow,
  instrument: LoadedInstrument,
  quarter: string,
): Promise<string[]> {
  const set = setOf(plan, quarter)
  const weakest = set === 'weakest' ? await weakestNow(db, plan.organisationId, instrument) : undefined
  return itemsOfSet(instrument, set, weakest)
}

/**
 * Chooses once more what a round of a plan asks, at the moment that it opens: a result may have come since it was
 * prepared. A round that was opened before, or that no plan made, keeps its questions.
 */
export async function chooseAgain(
  { instruments }: { readonly instruments: Instruments },
  trx: Trx,
  round: RoundRow,
): Promise<void> {
  if (round.planId === null || round.openedAt !== null) return
  const plan = await findPlan(trx, round.organisationId)
  const instrument = instruments.find(round.instrumentId, round.instrumentVersion)
  if (plan?.id !== round.planId || instrument === undefined || plan.instrumentId !== instrument.id) return
  const items = await itemsOfQuarter(trx, plan, instrument, round.period)
  const asked = await listRoundItemIds(trx, round.organisationId, round.id)
  if (items.join() !== asked.join()) await replaceRoundItems(trx, round, items)
}
