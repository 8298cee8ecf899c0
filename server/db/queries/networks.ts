import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type { ExperimentRow, NetworkPartyRow } from '../tables.ts'

/** Parties outside the organisation, in an order that stays the same. */
export function listParties(db: Db, { organisationId }: Scope): Promise<NetworkPartyRow[]> {
  return db.selectFrom('networkParty').selectAll().where('organisationId', '=', organisationId).orderBy('id').execute()
}

/** The party, or undefined when the organisation of this scope has none with this id. */
export function findParty(db: Db, { organisationId }: Scope, id: string): Promise<NetworkPartyRow | undefined> {
  return db
    .selectFrom('networkParty')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Adds a party. */
export async function insertParty(trx: Trx, party: NetworkPartyRow): Promise<void> {
  await trx.insertInto('networkParty').values(party).execute()
}

/** Writes a party over what was stored of it. */
export async function updateParty(trx: Trx, { organisationId, id, ...party }: NetworkPartyRow): Promise<void> {
  await trx
    .updateTable('networkParty')
    .set(party)
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Removes a party; experiments with it go on without a partner. */
export async function deleteParty(trx: Trx, { organisationId }: Scope, id: string): Promise<void> {
  await trx
    .updateTable('experiment')
    .set((eb) => ({ partyId: null, revision: eb('revision', '+', 1) }))
    .where('organisationId', '=', organisationId)
    .where('partyId', '=', id)
    .execute()
  await trx.deleteFrom('networkParty').where('organisationId', '=', organisationId).where('id', '=', id).execute()
}

/** Experiments of the organisation, newest quarter first. */
export function listExperiments(db: Db, { organisationId }: Scope): Promise<ExperimentRow[]> {
  return db
    .selectFrom('experiment')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('period', 'desc')
    .execute()
}

/** The experiment, or undefined when the organisation of this scope has none with this id. */
export function findExperiment(db: Db, { organisationId }: Scope, id: string): Promise<ExperimentRow | undefined> {
  return db
    .selectFrom('experiment')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The id of the experiment of a quarter; undefined when there is none. */
export async function findExperimentOfPeriod(
  db: Db,
  { organisationId }: Scope,
  period: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('experiment')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('period', '=', period)
    .executeTakeFirst()
  return row?.id
}

/** Adds an experiment. */
export async function insertExperiment(trx: Trx, experiment: ExperimentRow): Promise<void> {
  await trx.insertInto('experiment').values(experiment).execute()
}

/** Writes an experiment over what was stored of it. */
export async function updateExperiment(trx: Trx, { organisationId, id, ...experiment }: ExperimentRow): Promise<void> {
  await trx
    .updateTable('experiment')
    .set(experiment)
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Removes an experiment. */
export async function deleteExperiment(trx: Trx, { organisationId }: Scope, id: string): Promise<void> {
  await trx.deleteFrom('experiment').where('organisationId', '=', organisationId).where('id', '=', id).execute()
}
