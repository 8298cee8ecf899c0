import { randomUUID } from 'node:crypto'
import type { Scope } from '../auth/scope.ts'
import type { ProgrammeReleaseSummary } from '../contract/programme-releases.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import {
  type Collected,
  holdPublishing,
  insertProgrammeRelease,
  listContributionIds,
  listReleaseNames,
  type NewRelease,
} from '../db/queries/programme-releases.ts'
import { ProblemError } from '../problem.ts'
import { findSameRelease } from './programme-releases-again.ts'
import { makeApart } from './programme-releases-apart.ts'
import { collectedBy, type Gathered, gatherInput, type InputDeps } from './programme-releases-input.ts'
import { type MadePublication, writeDocument } from './programme-releases-make.ts'
import { findElsewhere } from './programme-releases-published.ts'

/** What publishing needs. */
export interface PublishDeps extends InputDeps {
  readonly now: () => Date
}

/** What comparisons say beside the figures of a release, as `programme_release.frame` keeps it. */
export interface StoredFrame {
  readonly versions: readonly string[]
  readonly horizons: readonly string[]
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
  readonly fromPeriod: string | null
  readonly joined: number
  readonly contributed: number
  readonly parks: Readonly<Record<string, { readonly joined: number; readonly contributed: number }>>
}

/** Somebody else may publish, or a company come or go, while a publication is computed: then it is computed anew. */
const MOST_TRIES = 4

/**
 * Publishes a quarter: what may be told of what companies contributed, beside everything that was published before. It
 * cannot be undone.
 *
 * Computing takes seconds for a thousand companies and needs no lock, so that nobody waits for it; the short transaction
 * that stores the release begins with looking whether anything changed since it was read.
 *
 * @returns the release; the newest one of the quarter when it says the same already.
 * @throws {ProblemError} `nothing-to-publish` when no figure may be shown; `programme-release-stands` when too few companies
 * differ from what was published; `busy` when there is no end to changes.
 */
export async function publish(deps: PublishDeps, scope: Scope, period: string): Promise<ProgrammeReleaseSummary> {
  const collected = await collectedBy(deps.database.db, scope)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const gathered = await gatherInput(deps, collected, period)
    const made = await makeWhole(gathered)
    const same = await findSameRelease(deps.database.db, scope, gathered, made)
    if (same !== undefined) return same
    const release = newRelease(deps, scope, gathered, made)
    const isStored = await deps.database.db.transaction().execute(async (trx) => {
      await lockOrganisation(trx, scope)
      await holdPublishing(trx, deps.database.kind, collected)
      if (!(await isUnchanged(trx, collected, gathered))) return false
      await insertProgrammeRelease(trx, release)
      const { organisationId, userId } = scope
      const event = { organisationId, userId, action: 'programme.publish', object: release.release.id } as const
      await insertAuditEvent(trx, { ...event, at: deps.now() })
      return true
    })
    if (isStored) return summaryOf(release.release)
  }
  throw new ProblemError('busy')
}

function summaryOf({ id, period, number, madeAt }: ProgrammeReleaseSummary): ProgrammeReleaseSummary {
  return { id, period, number, madeAt }
}

/**
 * Nobody published, here or of these companies elsewhere, and no company's figures came or went: contributions get another
 * id whenever they are copied.
 */
async function isUnchanged(trx: Trx, collected: Collected, { input, contributionIds, releases, published }: Gathered) {
  const now = await listReleaseNames(trx, collected)
  if (now.length !== releases.length) return false
  for (const { quarter, elsewhere } of published)
    if ((await findElsewhere(trx, quarter)).length !== elsewhere.length) return false
  const periods = [input.period, ...(input.previous === undefined ? [] : [input.previous.period])]
  const ids = (await listContributionIds(trx, collected, periods)).toSorted()
  // Of the earlier quarter, ids are known of all that were read, whether or not they could be compared.
  return ids.length === contributionIds.length && ids.every((id, index) => id === contributionIds[index])
}

async function makeWhole({ input, releases }: Gathered): Promise<MadePublication> {
  if (input.contributions.length === 0) throw new ProblemError('nothing-to-publish')
  const made = await makeApart(input)
  if (made === undefined) throw new ProblemError(standsOrNothing(input, releases))
  if (!showsAnything(made)) throw new ProblemError('nothing-to-publish')
  return made
}

function newRelease(
  { now }: PublishDeps,
  { organisationId, userId }: Scope,
  { input, releases }: Gathered,
  made: MadePublication,
): NewRelease {
  const { period } = input
  const { id: instrumentId } = input.instrument
  const number = (releases.find((release) => release.period === period)?.number ?? 0) + 1
  const summary = { id: randomUUID(), period, number, madeAt: now().toISOString() }
  const themes = made.themes?.some(({ companies }) => companies !== null) ? JSON.stringify(made.themes) : null
  const frame: StoredFrame = {
    versions: input.instrument.versions,
    horizons: made.horizons,
    dimensions: input.dimensions,
    perspectives: input.perspectives,
    fromPeriod: input.previous?.period ?? null,
    ...input.tookPart,
  }
  const text = writeDocument(input, made, summary)
  return {
    release: {
      organisationId,
      instrumentId,
      madeBy: userId,
      frame: JSON.stringify(frame),
      themes,
      ...summary,
      ...text,
    },
    cells: cellRows(made, input.own),
    slopes: slopeRows(made, input.previous?.period ?? ''),
    contributors: made.remembered.map((one) => ({ ...one, instrumentId })),
  }
}

/** Beside publications of other programmes alone, no publication of this one stands: there is none. */
function standsOrNothing({ period }: Gathered['input'], releases: Gathered['releases']) {
  return releases.some((release) => release.period === period) ? 'programme-release-stands' : 'nothing-to-publish'
}

/** Whether a publication would tell anything at all. */
export function showsAnything({ rows }: Pick<MadePublication, 'rows'>): boolean {
  return rows.some(({ cells }) => cells.some(({ mean }) => mean !== null))
}

function cellRows({ rows }: MadePublication, own: Gathered['input']['own']): NewRelease['cells'] {
  const ofCompanies = rows.flatMap(({ kind, id, cells }) => cells.map((cell) => ({ kind, rowId: id, ...cell })))
  const ofParks = own.flatMap(({ park, cells }) =>
    cells.map(({ horizon, dimension, n, score }) => {
      const place = { kind: 'own' as const, rowId: park, horizon, dimension, perspective: 'all' }
      const nothing = { lowOrHigh: null, lower: null, upper: null }
      return { ...place, n, mean: score, ...nothing, reason: score === null ? ('too-few' as const) : null }
    }),
  )
  return [...ofCompanies, ...ofParks]
}

function slopeRows({ slopes }: MadePublication, fromPeriod: string): NewRelease['slopes'] {
  return slopes.flatMap(({ kind, id, cells }) => cells.map((cell) => ({ fromPeriod, kind, rowId: id, ...cell })))
}
