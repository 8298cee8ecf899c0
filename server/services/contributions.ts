import { createHash } from 'node:crypto'
import { makeRandomId } from '../auth/secrets.ts'
import type {
  ContributedPeriod,
  ContributionPreview,
  ContributionView,
  InstrumentOf,
} from '../contract/participations.ts'
import type { Db, Trx } from '../db/open.ts'
import type { ContributionRow } from '../db/programme-tables.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findRoundNames } from '../db/queries/audit-log.ts'
import { listHolding } from '../db/queries/consents.ts'
import {
  deleteContributions,
  findImportTime,
  listContributions,
  listRaisedCapitals,
  listScores,
  replaceContribution,
} from '../db/queries/contributions.ts'
import { lockOrganisationById } from '../db/queries/organisations.ts'
import {
  findCollectedInstrument,
  findParkRegion,
  findParticipation,
  listParticipations,
  type NamedParticipation,
  newestFirst,
} from '../db/queries/participations.ts'
import { listTrend, type TrendRow } from '../db/queries/trend.ts'
import type { RoundRow } from '../db/tables.ts'
import { seeingAlso } from '../db/tenant-lock.ts'
import { mainInstrument } from '../domain/main-instrument.ts'
import type { Instruments } from '../instruments.ts'

/** What copying figures needs beside the database. */
export interface ContributionDeps {
  readonly instruments: Pick<Instruments, 'list'>
  readonly now: () => Date
}

/** What a company gives to a programme about one period, before it is copied. */
type Figures = Pick<
  ContributionRow,
  'instrumentId' | 'instrumentVersion' | 'period' | 'roundId' | 'releaseId' | 'scores' | 'themes'
> & { readonly roundTitle: string }

/** Does this with the rows of the programme and of the park too: the figures of a company are handed over between them. */
export function seeingProgramme<Result>(
  { programmeId, parkId }: Pick<NamedParticipation, 'programmeId' | 'parkId'>,
  work: () => Promise<Result>,
): Promise<Result> {
  return seeingAlso([programmeId, parkId], work)
}

/** The questionnaire that a programme collects: the six capitals until it said another. */
export async function collectedInstrument(db: Db, programmeId: string): Promise<string> {
  return (await findCollectedInstrument(db, programmeId)) ?? mainInstrument('company')
}

/** The same with the newest version that is here, for its names. */
export function namedInstrument({ instruments }: Pick<ContributionDeps, 'instruments'>, id: string): InstrumentOf {
  return { id, version: instruments.list().findLast((one) => one.id === id)?.version ?? null }
}

/** What consent would copy, as it is shown and as it is written. */
export interface ContributionLook {
  readonly preview: ContributionPreview
  readonly figures: readonly Figures[]
}

/**
 * What would be copied now, with the groups in which it counts. `contributedAt` says what stands there already; the tag is a
 * hash of all that is shown.
 */
export function lookAtContributions(
  deps: ContributionDeps,
  db: Db,
  participation: NamedParticipation,
): Promise<ContributionLook> {
  return seeingProgramme(participation, async () => {
    const figures = await figuresOf(db, participation)
    const copied = await listContributions(db, participation)
    const periods = figures.map((one) => {
      const same = copied.find(({ releaseId }) => releaseId === one.releaseId)
      // What was copied stays as it is until its release is another one.
      const { scores, themes } = same ?? one
      return viewPeriod({ ...one, scores, themes }, one.roundTitle, same?.contributedAt ?? null)
    })
    const view = await viewContributions(deps, db, participation, periods)
    const tag = createHash('sha256').update(JSON.stringify(view)).digest('base64url')
    return { preview: { ...view, tag }, figures }
  })
}

/** What stands in the programme now. */
export function readContributions(
  deps: ContributionDeps,
  db: Db,
  participation: NamedParticipation,
): Promise<ContributionView> {
  return seeingProgramme(participation, async () => {
    const copied = await listContributions(db, participation)
    const ids = copied.map(({ roundId }) => roundId)
    const titles = await findRoundNames(db, { organisationId: participation.companyId }, ids)
    const periods = copied.map((row) => viewPeriod(row, titles.get(row.roundId) ?? null, row.contributedAt))
    return viewContributions(deps, db, participation, periods)
  })
}

/** Copies what was looked at in this transaction. What stands there of the same release stays as it is. */
export function contributeAll(
  deps: ContributionDeps,
  trx: Trx,
  participation: NamedParticipation,
  userId: string | null,
  { figures }: ContributionLook,
): Promise<void> {
  return seeingProgramme(participation, () => copyFigures(deps, trx, participation, userId, figures))
}

/**
 * Copies the result of a round that was just closed here into every programme to which its company consents, inside the
 * transaction that closed it. It takes the place of what stood there of its period.
 */
export async function contributeRound(
  deps: ContributionDeps,
  trx: Trx,
  { organisationId, instrumentId, period }: Pick<RoundRow, 'organisationId' | 'instrumentId' | 'period'>,
): Promise<void> {
  const isInSome = (await listParticipations(trx, organisationId)).some(({ leftAt }) => leftAt === null)
  if (!isInSome) return
  // Held, so that a consent that is given or withdrawn at this moment is seen.
  await lockOrganisationById(trx, organisationId)
  for (const { programmeId, purpose } of await listHolding(trx, organisationId)) {
    if (purpose !== 'benchmark') continue
    const participation = await findParticipation(trx, { programmeId, companyId: organisationId })
    if (participation === undefined) continue
    await seeingProgramme(participation, async () => {
      if ((await collectedInstrument(trx, programmeId)) !== instrumentId) return
      const figures = await figuresOf(trx, participation)
      const ofPeriod = figures.filter((one) => one.period === period)
      await copyFigures(deps, trx, participation, null, ofPeriod)
    })
  }
}

/** Takes what these rounds gave out of every programme: they belong to another organisation from now on. */
export async function withdrawRounds(trx: Trx, organisationId: string, roundIds: readonly string[]): Promise<void> {
  // Held, so that a consent that is given at this moment does not copy them once more.
  await lockOrganisationById(trx, organisationId)
  for (const { programmeId, purpose } of await listHolding(trx, organisationId)) {
    if (purpose !== 'benchmark') continue
    await seeingAlso([programmeId], () =>
      deleteContributions(trx, { programmeId, companyId: organisationId }, roundIds),
    )
  }
}

async function copyFigures(
  { now }: ContributionDeps,
  trx: Trx,
  participation: NamedParticipation,
  userId: string | null,
  figures: readonly Figures[],
): Promise<void> {
  const { programmeId, companyId, parkId, sector } = participation
  const known = new Set((await listContributions(trx, participation)).map(({ releaseId }) => releaseId))
  const added = figures.filter(({ releaseId }) => !known.has(releaseId))
  if (added.length === 0) return
  const region = await findParkRegion(trx, parkId)
  for (const { roundTitle: _, ...one } of added) {
    await replaceContribution(trx, {
      ...one,
      organisationId: programmeId,
      id: makeRandomId(),
      companyId,
      parkId,
      regionCode: region?.code ?? null,
      sector,
      contributedAt: now().toISOString(),
    })
  }
  const event = { userId, action: 'consent.contributed', object: programmeId, at: now() } as const
  await insertAuditEvent(trx, { organisationId: companyId, ...event })
}

/**
 * The newest final release of each period, newest period first. What came in by an archive is left out until somebody
 * closes it here: what a file says of its own figures is not taken for a result of this installation.
 */
async function figuresOf(db: Db, { programmeId, companyId }: NamedParticipation): Promise<Figures[]> {
  const instrumentId = await collectedInstrument(db, programmeId)
  const importedAt = await findImportTime(db, companyId)
  const closed = (await listTrend(db, { organisationId: companyId }, instrumentId)).filter(
    ({ round }) => importedAt === undefined || (round.closedAt !== null && round.closedAt > importedAt),
  )
  const byPeriod = Map.groupBy(closed, ({ round }) => round.period)
  const newest = newestFirst(
    [...byPeriod].flatMap(([period, rows]) => {
      const [last] = rows.flatMap((row) => finalOf(row)).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
      return last === undefined ? [] : [{ ...last, period }]
    }),
  )
  const scores = await scoresOf(
    db,
    companyId,
    newest.map(({ releaseId }) => releaseId),
  )
  const raised = await listRaisedCapitals(db, companyId)
  return newest.map(({ round, releaseId, period }, at) => {
    // What was agreed since a later round belongs to that round's period.
    const until = newest[at - 1]?.madeAt
    const themes = raised.filter(({ createdAt }) => until === undefined || createdAt < until)
    return {
      instrumentId,
      instrumentVersion: round.instrumentVersion,
      period,
      roundId: round.id,
      roundTitle: round.title,
      releaseId,
      scores: JSON.stringify(scores.get(releaseId) ?? {}),
      themes: JSON.stringify([...new Set(themes.map(({ dimension }) => dimension))].sort()),
    }
  })
}

function finalOf({ round, releases }: TrendRow) {
  const last = releases.findLast(({ final }) => final === 1)
  return last === undefined ? [] : [{ round, releaseId: last.id, madeAt: last.madeAt }]
}

async function scoresOf(
  db: Db,
  companyId: string,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, Record<string, number | null>>> {
  const cells = Map.groupBy(await listScores(db, companyId, releaseIds), ({ releaseId }) => releaseId)
  return new Map(
    [...cells].map(([releaseId, own]) => [
      releaseId,
      Object.fromEntries(
        own.map(({ horizon, dimension, perspective, score }) => [`${horizon}/${dimension}/${perspective}`, score]),
      ),
    ]),
  )
}

function viewPeriod(
  row: Pick<ContributionRow, 'period' | 'instrumentVersion' | 'roundId' | 'releaseId' | 'scores' | 'themes'>,
  roundTitle: string | null,
  contributedAt: string | null,
): ContributedPeriod {
  const { period, instrumentVersion, roundId, releaseId } = row
  const scores = JSON.parse(row.scores) as ContributedPeriod['scores']
  const themes = JSON.parse(row.themes) as string[]
  return { period, instrumentVersion, roundId, roundTitle, releaseId, scores, themes, contributedAt }
}

async function viewContributions(
  deps: ContributionDeps,
  db: Db,
  { programmeId, parkId, parkName, sector }: NamedParticipation,
  periods: readonly ContributedPeriod[],
): Promise<ContributionView> {
  const instrument = namedInstrument(deps, await collectedInstrument(db, programmeId))
  const region = (await findParkRegion(db, parkId)) ?? null
  return { instrument, park: { id: parkId, name: parkName }, region, sector, periods: newestFirst(periods) }
}
