import { comparePeriods } from '../../domain/periods.ts'
import type { Db, Trx } from '../open.ts'
import type { ConsentPurpose, ParticipationRow } from '../programme-tables.ts'
import { holdingConsents } from './consents.ts'

/** Which company in which programme. */
export interface Between {
  readonly programmeId: string
  readonly companyId: string
}

/** A participation with the names of what it links. */
export type NamedParticipation = ParticipationRow & { programmeName: string; parkName: string }

/** Where a company takes part or took part, by the name of the programme. */
export function listParticipations(db: Db, companyId: string): Promise<NamedParticipation[]> {
  return named(db).where('participation.companyId', '=', companyId).execute()
}

/** One of them; undefined when the company never took part in this programme. */
export function findParticipation(
  db: Db,
  { programmeId, companyId }: Between,
): Promise<NamedParticipation | undefined> {
  return named(db)
    .where('participation.companyId', '=', companyId)
    .where('participation.programmeId', '=', programmeId)
    .executeTakeFirst()
}

function named(db: Db) {
  return db
    .selectFrom('participation')
    .innerJoin('organisation as programme', 'programme.id', 'participation.programmeId')
    .innerJoin('organisation as park', 'park.id', 'participation.parkId')
    .selectAll('participation')
    .select(['programme.name as programmeName', 'park.name as parkName'])
    .orderBy('programme.name')
    .orderBy('programme.id')
}

/** Notes that a company takes part no more. */
export async function endParticipation(trx: Trx, { programmeId, companyId }: Between, leftAt: string): Promise<void> {
  await trx
    .updateTable('participation')
    .set((eb) => ({ leftAt, revision: eb('revision', '+', 1) }))
    .where('programmeId', '=', programmeId)
    .where('companyId', '=', companyId)
    .where('leftAt', 'is', null)
    .execute()
}

/** Participations that end when an organisation is erased, whether it is the programme, the company or the park. */
export function listEndedBy(
  db: Db,
  id: string,
): Promise<Pick<ParticipationRow, 'programmeId' | 'companyId' | 'parkId'>[]> {
  return db
    .selectFrom('participation')
    .select(['programmeId', 'companyId', 'parkId'])
    .where('leftAt', 'is', null)
    .where((where) => where.or([where('programmeId', '=', id), where('companyId', '=', id), where('parkId', '=', id)]))
    .orderBy('companyId')
    .execute()
}

/** A company that consented to a purpose, with where it stands. */
export interface ConsentedCompany {
  readonly companyId: string
  readonly name: string
  readonly parkId: string
  readonly sector: string | null
}

/** Companies of a programme of which a consent to this purpose holds now, by name. */
export function listConsented(db: Db, programmeId: string, purpose: ConsentPurpose): Promise<ConsentedCompany[]> {
  return holdingConsents(db)
    .innerJoin('organisation', 'organisation.id', 'participation.companyId')
    .select(['participation.companyId', 'organisation.name', 'participation.parkId', 'participation.sector'])
    .where('consent.programmeId', '=', programmeId)
    .where('consent.purpose', '=', purpose)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute()
}

/** The id of the questionnaire that a programme collects; undefined when it never said one. */
export async function findCollectedInstrument(db: Db, programmeId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('programme')
    .select('instrumentId')
    .where('organisationId', '=', programmeId)
    .executeTakeFirst()
  return row?.instrumentId
}

/** The region of a park, as its programme calls it; undefined when it is in none. */
export async function findParkRegion(db: Db, parkId: string): Promise<{ code: string; name: string } | undefined> {
  const row = await db
    .selectFrom('parkFact')
    .innerJoin('region', 'region.code', 'parkFact.regionCode')
    .select(['region.code', 'region.name', 'parkFact.municipality'])
    .where('parkFact.organisationId', '=', parkId)
    .executeTakeFirst()
  return row && { code: row.code, name: row.municipality ?? row.name }
}

/** The name of a region; undefined for one that is not known, and for none. */
export async function findRegionName(db: Db, code: string | null): Promise<string | undefined> {
  if (code === null) return undefined
  const row = await db.selectFrom('region').select('name').where('code', '=', code).executeTakeFirst()
  return row?.name
}

/** Newest period first. */
export function newestFirst<Row extends { readonly period: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => comparePeriods(b.period, a.period) || (a.period < b.period ? 1 : -1))
}
