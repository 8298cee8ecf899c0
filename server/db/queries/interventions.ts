import type { Insertable, Updateable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type {
  AgreementReviewRow,
  ConsentStanceRow,
  ExpectedEffectRow,
  InterventionRow,
  RoundRow,
  Tables,
} from '../tables.ts'

type Of = Pick<InterventionRow, 'organisationId' | 'id'>

/** An intervention with the round that it starts from and who changed it last. */
export type NamedInterventionRow = InterventionRow & {
  roundTitle: RoundRow['title'] | null
  period: RoundRow['period'] | null
  editorName: string | null
}

/** Which interventions of an organisation: all but those of rehearsals, those of one reflection, or one. */
export type InterventionFilter = { readonly reflectionId: string } | { readonly id: string } | 'real'

/** Interventions of an organisation, oldest first. */
export function listInterventions(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  which: InterventionFilter,
): Promise<NamedInterventionRow[]> {
  const query = db
    .selectFrom('intervention')
    .leftJoin('round', (join) =>
      join
        .onRef('round.organisationId', '=', 'intervention.organisationId')
        .onRef('round.id', '=', 'intervention.roundId'),
    )
    .leftJoin('user as editor', 'editor.id', 'intervention.editorId')
    .leftJoin('importedPerson as named', (join) =>
      join
        .onRef('named.organisationId', '=', 'intervention.organisationId')
        .onRef('named.id', '=', 'intervention.editorId'),
    )
    .selectAll('intervention')
    .select(['round.title as roundTitle', 'round.period'])
    .select(({ fn }) => fn.coalesce('editor.name', 'named.name').as('editorName'))
    .where('intervention.organisationId', '=', organisationId)
    .orderBy('intervention.createdAt')
    .orderBy('intervention.id')
  if (which === 'real') {
    return query
      .where((where) => where.or([where('round.purpose', 'is', null), where('round.purpose', '<>', 'rehearsal')]))
      .execute()
  }
  if ('id' in which) return query.where('intervention.id', '=', which.id).execute()
  return query.where('intervention.reflectionId', '=', which.reflectionId).execute()
}

/** How many interventions came out of each reflection. */
export async function countInterventions(db: Db, { organisationId }: Scope): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('intervention')
    .select((select) => ['reflectionId', select.fn.countAll<number>().as('n')])
    .where('organisationId', '=', organisationId)
    .where('reflectionId', 'is not', null)
    .groupBy('reflectionId')
    .execute()
  return new Map(rows.flatMap(({ reflectionId, n }) => (reflectionId === null ? [] : [[reflectionId, n]])))
}

/** One intervention; undefined when the organisation has none with this id. */
export function findIntervention(
  db: Db,
  { organisationId }: Pick<Scope, 'organisationId'>,
  interventionId: string,
): Promise<InterventionRow | undefined> {
  return db
    .selectFrom('intervention')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', interventionId)
    .executeTakeFirst()
}

/** The same, held against every other change until the transaction ends. */
export function lockIntervention(
  trx: Trx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  interventionId: string,
  kind: 'sqlite' | 'postgres',
): Promise<InterventionRow | undefined> {
  const query = trx
    .selectFrom('intervention')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', interventionId)
  // SQLite has one writer at a time: there the transaction itself is the lock.
  return (kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

/** Adds an intervention; false when there is one with this id. */
export async function insertIntervention(trx: Trx, row: Insertable<Tables['intervention']>): Promise<boolean> {
  const added = await trx
    .insertInto('intervention')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Changes an intervention that the caller has locked. */
export async function updateIntervention(
  trx: Trx,
  { organisationId, id }: Of,
  changes: Updateable<Tables['intervention']>,
): Promise<void> {
  await trx
    .updateTable('intervention')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}

/** Removes an intervention with everything that hangs on it. */
export async function deleteIntervention(trx: Trx, { organisationId, id }: Of): Promise<void> {
  await trx.deleteFrom('intervention').where('organisationId', '=', organisationId).where('id', '=', id).execute()
}

/** Expected effects of these interventions. */
export function listEffects(db: Db, organisationId: string, ids: readonly string[]): Promise<ExpectedEffectRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('expectedEffect')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('interventionId', 'in', [...ids])
    .orderBy('dimension')
    .orderBy('perspective')
    .execute()
}

/** Puts all expected effects of an intervention in the place of those before. */
export async function replaceEffects(
  trx: Trx,
  { organisationId, id }: Of,
  effects: readonly Omit<ExpectedEffectRow, 'organisationId' | 'interventionId'>[],
): Promise<void> {
  await trx
    .deleteFrom('expectedEffect')
    .where('organisationId', '=', organisationId)
    .where('interventionId', '=', id)
    .execute()
  if (effects.length === 0) return
  await trx
    .insertInto('expectedEffect')
    .values(effects.map((effect) => ({ ...effect, organisationId, interventionId: id })))
    .execute()
}

/** What people said to these proposals. By id, which is random. */
export function listStances(db: Db, organisationId: string, ids: readonly string[]): Promise<ConsentStanceRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('consentStance')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('interventionId', 'in', [...ids])
    .orderBy('id')
    .execute()
}

/** Keeps what one person says to a proposal, in place of what that person said before. */
export async function upsertStance(trx: Trx, row: ConsentStanceRow): Promise<void> {
  const { stance, text, resolution } = row
  await trx
    .insertInto('consentStance')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'interventionId', 'voterKey']).doUpdateSet({ stance, text, resolution }),
    )
    .execute()
}

/** Notes what became of an objection or a concern; false when the proposal has none with this id. */
export async function resolveStance(
  trx: Trx,
  { organisationId, id }: Of,
  stanceId: string,
  resolution: ConsentStanceRow['resolution'],
): Promise<boolean> {
  const row = await trx
    .updateTable('consentStance')
    .set({ resolution })
    .where('organisationId', '=', organisationId)
    .where('interventionId', '=', id)
    .where('id', '=', stanceId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Reviews of these interventions with who wrote them, newest first. */
export function listReviews(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<(AgreementReviewRow & { authorName: string | null })[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('agreementReview')
    .leftJoin('user', 'user.id', 'agreementReview.authorId')
    .leftJoin('importedPerson as named', (join) =>
      join
        .onRef('named.organisationId', '=', 'agreementReview.organisationId')
        .onRef('named.id', '=', 'agreementReview.authorId'),
    )
    .selectAll('agreementReview')
    .select(({ fn }) => fn.coalesce('user.name', 'named.name').as('authorName'))
    .where('agreementReview.organisationId', '=', organisationId)
    .where('interventionId', 'in', [...ids])
    .orderBy('reviewedAt', 'desc')
    .orderBy('agreementReview.id', 'desc')
    .execute()
}

/** Adds a review; false when there is one with this id. */
export async function insertReview(trx: Trx, row: AgreementReviewRow): Promise<boolean> {
  const added = await trx
    .insertInto('agreementReview')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'interventionId', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
