import type { Scope } from '../../auth/scope.ts'
import type { Park, ParkRegion } from '../../contract/parks.ts'
import { insertHead } from '../audit-chain.ts'
import type { Db, Trx } from '../open.ts'
import type { ParkFactRow, RegionRow } from '../programme-tables.ts'
import type { OrganisationRow } from '../tables.ts'
import { seeingAlso } from '../tenant-lock.ts'
import { hasLastingOwner } from './members.ts'

/*
 * The parks of a programme. Each is an organisation of its own, whose rows the programme's staff would not see on
 * PostgreSQL: every query here names the programme, and looks beyond it for that reason only.
 */

/** What a park has beside its name. */
export type ParkFacts = Omit<ParkFactRow, 'organisationId' | 'programmeId' | 'revision'>

/** The parks of a programme, by name: never by a score. */
export function listParks(db: Db, { organisationId }: Pick<Scope, 'organisationId'>): Promise<Park[]> {
  return seeingAlso([organisationId], async () => {
    const rows = await parks(db, organisationId).orderBy('organisation.name').orderBy('organisation.id').execute()
    return rows.map(parkOf)
  })
}

/** One park of a programme; undefined for a park of another. */
export function findPark(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  parkId: string,
): Promise<Park | undefined> {
  return seeingAlso([organisationId], async () => {
    const row = await parks(db, organisationId).where('parkFact.organisationId', '=', parkId).executeTakeFirst()
    return row && parkOf(row)
  })
}

/** The programme whose staff runs a park, with its name; undefined for an organisation that is no park of one. */
export function findProgrammeOfPark(db: Db, parkId: string): Promise<{ id: string; name: string } | undefined> {
  return seeingAlso([parkId], () =>
    db
      .selectFrom('parkFact')
      .innerJoin('organisation', 'organisation.id', 'parkFact.programmeId')
      .select(['organisation.id', 'organisation.name'])
      .where('parkFact.organisationId', '=', parkId)
      .executeTakeFirst(),
  )
}

function parks(db: Db, programmeId: string) {
  return db
    .selectFrom('parkFact')
    .innerJoin('organisation', 'organisation.id', 'parkFact.organisationId')
    .leftJoin('region', 'region.code', 'parkFact.regionCode')
    .selectAll('parkFact')
    .select(['organisation.name', 'region.name as regionName'])
    .where('parkFact.programmeId', '=', programmeId)
}

function parkOf(row: ParkFactRow & { name: string; regionName: string | null }): Park {
  const { organisationId, programmeId: _, regionCode, regionName, ...facts } = row
  return {
    ...facts,
    id: organisationId,
    // A programme reads what it calls the municipality itself: the list of regions is shared with others.
    region: regionCode === null ? null : { code: regionCode, name: row.municipality ?? regionName ?? regionCode },
  }
}

/** The regions of a programme's parks, by name, with how many parks and hectares are known in each. */
export async function listParkRegions(db: Db, scope: Pick<Scope, 'organisationId'>): Promise<ParkRegion[]> {
  const regions = new Map<string, ParkRegion>()
  for (const { region, hectaresGross } of await listParks(db, scope)) {
    if (region === null) continue
    const known = regions.get(region.code) ?? { ...region, parks: 0, hectares: null, known: 0 }
    regions.set(region.code, {
      ...known,
      parks: known.parks + 1,
      hectares: hectaresGross === null ? known.hectares : (known.hectares ?? 0) + hectaresGross,
      known: known.known + (hectaresGross === null ? 0 : 1),
    })
  }
  return [...regions.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.code.localeCompare(b.code))
}

/**
 * What a programme itself calls regions, by code: the list of regions is shared with other programmes, whose words are not to
 * stand on its pages. Of several names the first by letters; a region that it never named is left out.
 */
export async function listRegionNames(db: Db, programmeId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await seeingAlso([programmeId], () =>
    db
      .selectFrom('parkFact')
      .select(['regionCode', 'municipality'])
      .distinct()
      .where('programmeId', '=', programmeId)
      .where('regionCode', 'is not', null)
      .where('municipality', 'is not', null)
      .execute(),
  )
  const named = rows.flatMap(({ regionCode, municipality }): [string, string][] =>
    regionCode === null || municipality === null ? [] : [[regionCode, municipality]],
  )
  // Of equal keys a map keeps the last.
  return new Map(named.sort(([, one], [, other]) => (one < other ? 1 : -1)))
}

/** Rows in one statement: databases take so many values at once. */
const AT_ONCE = 100

/** Adds parks, each an organisation with the end of the chain of its events and with its facts. */
export async function insertParks(
  trx: Trx,
  organisations: readonly OrganisationRow[],
  facts: readonly ParkFactRow[],
): Promise<void> {
  for (let at = 0; at < organisations.length; at += AT_ONCE) {
    const some = organisations.slice(at, at + AT_ONCE)
    await trx
      .insertInto('organisation')
      .values([...some])
      .execute()
    for (const { id } of some) await insertHead(trx, id)
    await seeingAlso(new Set(some.map(({ id }) => id)), () =>
      trx
        .insertInto('parkFact')
        .values(facts.slice(at, at + AT_ONCE))
        .execute(),
    )
  }
}

/**
 * Puts other facts in place of those of a park of this programme, when they are still as they were seen.
 *
 * @returns false when somebody was first, or there is no such park.
 */
export async function updateParkFacts(
  trx: Trx,
  programmeId: string,
  parkId: string,
  facts: ParkFacts,
  revision: number,
): Promise<boolean> {
  const row = await seeingAlso([programmeId], () =>
    trx
      .updateTable('parkFact')
      .set({ ...facts, revision: revision + 1 })
      .where('programmeId', '=', programmeId)
      .where('organisationId', '=', parkId)
      .where('revision', '=', revision)
      .returning('organisationId')
      .executeTakeFirst(),
  )
  return row !== undefined
}

/** Adds regions that nobody used before. */
export async function addRegions(trx: Trx, regions: readonly RegionRow[]): Promise<void> {
  for (let at = 0; at < regions.length; at += AT_ONCE) {
    await trx
      .insertInto('region')
      .values(regions.slice(at, at + AT_ONCE))
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
  }
}

/**
 * Takes the parks of a programme out of it, for when it is erased.
 *
 * @returns ids of those without an owner of their own, which nobody could enter any more.
 */
export async function releaseParks(trx: Trx, programmeId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('parkFact')
    .select('organisationId')
    .where('programmeId', '=', programmeId)
    .execute()
  // Until then the programme itself owned them.
  await trx.deleteFrom('parkFact').where('programmeId', '=', programmeId).execute()
  const parks: string[] = []
  for (const { organisationId } of rows) if (!(await hasLastingOwner(trx, organisationId))) parks.push(organisationId)
  return parks
}
