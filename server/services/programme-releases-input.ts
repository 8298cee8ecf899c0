import type { Scope } from '../auth/scope.ts'
import type { ProgrammeTookPart } from '../contract/programme-releases.ts'
import type { Database, Db } from '../db/open.ts'
import type { ContributionRow } from '../db/programme-tables.ts'
import { listParks, listRegionNames } from '../db/queries/parks.ts'
import { findCollectedInstrument } from '../db/queries/participations.ts'
import {
  type Collected,
  listContributionsOf,
  listReleaseNames,
  type ReleaseName,
} from '../db/queries/programme-releases.ts'
import { countJoined, listOwnProfiles } from '../db/queries/programme-releases-parks.ts'
import { seeingAlso } from '../db/tenant-lock.ts'
import { brokenDimensions, comparableItems } from '../domain/lineage.ts'
import { mainInstrument } from '../domain/main-instrument.ts'
import { comparePeriods } from '../domain/periods.ts'
import { compareVersions, type Instruments, type LoadedInstrument } from '../instruments.ts'
import { lineagesBetween } from '../lineage.ts'
import type { OwnProfile, PublicationInput, StoredContribution, StoredQuarter } from './programme-releases-make.ts'
import { type PublishedOf, readPublished } from './programme-releases-published.ts'

/** What publishing needs to read. */
export interface InputDeps {
  readonly database: Database
  readonly instruments: Instruments
}

/** What a publication is made from, and how to see later whether it is still the same. */
export interface Gathered {
  readonly input: PublicationInput
  /** Ids of all contributions that were read. */
  readonly contributionIds: readonly string[]
  /** Of every publication so far with this questionnaire, by period and the newest first. */
  readonly releases: readonly ReleaseName[]
  /** What was published before, of each quarter that the publication is about. */
  readonly published: readonly PublishedOf[]
}

/** What a programme collects; the six capitals unless it chose another questionnaire. */
export async function collectedBy(db: Db, { organisationId }: Pick<Scope, 'organisationId'>): Promise<Collected> {
  const chosen = await findCollectedInstrument(db, organisationId)
  return { organisationId, instrumentId: chosen ?? mainInstrument('company') }
}

/** Releases newest first: by period, and within a period by number. */
export function newestReleasesFirst(releases: readonly ReleaseName[]): ReleaseName[] {
  return releases.toSorted((a, b) => comparePeriods(b.period, a.period) || b.number - a.number)
}

/** Reads all that a publication of a quarter is made from. */
export async function gatherInput(
  { database: { db }, instruments }: InputDeps,
  collected: Collected,
  period: string,
): Promise<Gathered> {
  const releases = newestReleasesFirst(await listReleaseNames(db, collected))
  const earlier = releases.find((release) => comparePeriods(release.period, period) < 0)?.period
  const rows = await listContributionsOf(db, collected, period)
  const before = earlier === undefined ? [] : await listContributionsOf(db, collected, earlier)
  const find = (version: string) => instruments.find(collected.instrumentId, version)
  const used = [...new Set(rows.map(({ instrumentVersion }) => instrumentVersion))].toSorted(compareVersions)
  // The last one gives its names to the figures: one that this installation knows no more cannot.
  const versions = used.toSorted((a, b) => Number(find(a) !== undefined) - Number(find(b) !== undefined))
  const newest = find(versions.at(-1) ?? '')
  const known = await listParks(db, collected)
  const parks = known.map(({ id, name }) => ({ id, name }))
  const regions = new Map(known.flatMap(({ region }) => (region === null ? [] : [[region.code, region.name] as const])))
  for (const [code, name] of await listRegionNames(db, collected.organisationId)) regions.set(code, name)
  const idsOf = (some: readonly ContributionRow[]) => some.map(({ companyId }) => companyId)
  const published = await readPublished(db, collected, period, idsOf(rows))
  const previous = earlier === undefined ? undefined : await readPublished(db, collected, earlier, idsOf(before))
  const input: PublicationInput = {
    period,
    instrument: { id: collected.instrumentId, versions },
    horizons: newest?.horizons ?? [],
    dimensions: newest?.dimensions ?? [],
    perspectives: ['all', ...(newest?.perspectives ?? [])],
    contributions: rows.map(storedOf),
    published: quarterOf(published),
    isPublishedByErased: published.isPublishedByErased,
    previous:
      previous === undefined || previous.isPublishedByErased
        ? undefined
        : {
            period: previous.quarter.period,
            contributions: comparableContributions(instruments, before, rows),
            published: quarterOf(previous),
          },
    tookPart: await tookPartIn(
      db,
      collected,
      rows,
      parks.map(({ id }) => id),
    ),
    parks,
    regions: [...regions].map(([code, name]) => ({ code, name })),
    own: await ownProfiles(db, parks, period),
  }
  const contributionIds = [...rows, ...before].map(({ id }) => id).toSorted()
  return { input, contributionIds, releases, published: previous === undefined ? [published] : [published, previous] }
}

/** What goes to the thread in which a publication is computed. */
function quarterOf({ tables, themesTold }: PublishedOf): StoredQuarter {
  return { tables, themesTold }
}

function storedOf({ companyId, parkId, regionCode, sector, scores, themes }: ContributionRow): StoredContribution {
  return { companyId, parkId, regionCode, sector, scores, themes }
}

async function tookPartIn(
  db: Db,
  { organisationId }: Collected,
  rows: readonly ContributionRow[],
  parkIds: readonly string[],
): Promise<ProgrammeTookPart> {
  const joined = new Map((await countJoined(db, organisationId)).map((park) => [park.parkId, park.joined]))
  const contributed = new Map([...Map.groupBy(rows, ({ parkId }) => parkId)].map(([id, some]) => [id, some.length]))
  // Parks with nobody too: that there is nobody is no more told than that there are four.
  const ids = [...new Set([...parkIds, ...joined.keys(), ...contributed.keys()])].toSorted()
  const parks = ids.map((id) => {
    return [id, { joined: joined.get(id) ?? 0, contributed: contributed.get(id) ?? 0 }] as const
  })
  const total = [...joined.values()].reduce((sum, count) => sum + count, 0)
  return { joined: total, contributed: rows.length, parks: Object.fromEntries(parks) }
}

/** What those who run the parks say of them. */
async function ownProfiles(
  db: Db,
  parks: readonly { readonly id: string; readonly name: string }[],
  period: string,
): Promise<OwnProfile[]> {
  const ids = parks.map(({ id }) => id)
  // Each park keeps its own results: the programme copies them, as it copies what companies consent to.
  const profiles = await seeingAlso(ids, () => listOwnProfiles(db, ids, period))
  return parks.flatMap(({ id, name }): OwnProfile[] => {
    const profile = profiles.find(({ parkId }) => parkId === id)
    return profile === undefined ? [] : [{ park: id, name, period: profile.period, cells: profile.scores }]
  })
}

/**
 * The contributions to an earlier quarter of companies that contribute now, without the dimensions of which the questions
 * changed too much in between. A company whose two versions do not descend from each other is left out.
 */
function comparableContributions(
  instruments: Instruments,
  earlier: readonly ContributionRow[],
  now: readonly ContributionRow[],
): StoredContribution[] {
  const versions = new Map(now.map(({ companyId, instrumentVersion }) => [companyId, instrumentVersion]))
  const known = new Map<string, readonly string[] | undefined>()
  return earlier.flatMap((row) => {
    const later = versions.get(row.companyId)
    if (later === undefined) return []
    const key = `${row.instrumentVersion} ${later}`
    if (!known.has(key)) known.set(key, brokenBetween(instruments, row.instrumentId, row.instrumentVersion, later))
    const without = known.get(key)
    return without === undefined ? [] : [{ ...storedOf(row), without }]
  })
}

/** Dimensions that no line leads on in, between two versions; undefined when nothing may be compared. */
export function brokenBetween(
  instruments: Instruments,
  id: string,
  earlier: string,
  later: string,
): readonly string[] | undefined {
  if (earlier === later) return []
  const [from, to] = [instruments.find(id, earlier), instruments.find(id, later)]
  if (from === undefined || to === undefined) return undefined
  return brokenSince(instruments, from, to) ?? brokenSince(instruments, to, from)
}

function brokenSince(
  instruments: Instruments,
  from: LoadedInstrument,
  to: LoadedInstrument,
): readonly string[] | undefined {
  const steps = lineagesBetween(instruments, from, to)
  if (steps === undefined) return undefined
  return brokenDimensions(to.items, new Set(from.items.map(({ id }) => id)), comparableItems(steps, to.items))
}
