import type { Insertable, Updateable } from 'kysely'
import type { Scope } from '../../auth/scope.ts'
import type { Db, Trx } from '../open.ts'
import type { RoundRow, Tables } from '../tables.ts'

/** The round, or undefined when the organisation of this scope has none with this id. */
export function findRound(db: Db, scope: Scope, roundId: string): Promise<RoundRow | undefined> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', scope.organisationId)
    .where('id', '=', roundId)
    .executeTakeFirst()
}

/** The round for who is in its room without being a member; undefined when there is none. */
export function findRoundOfPresence(db: Db, organisationId: string, roundId: string): Promise<RoundRow | undefined> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', roundId)
    .executeTakeFirst()
}

/** The same, held against every other change until the transaction ends. */
export function lockRound(
  trx: Trx,
  organisationId: string,
  roundId: string,
  kind: 'sqlite' | 'postgres',
): Promise<RoundRow | undefined> {
  const query = trx
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('id', '=', roundId)
  // SQLite has one writer at a time: there the transaction itself is the lock.
  return (kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
}

/** Several rounds, held in the order of their ids, so that two callers never wait for each other. */
export async function lockRounds(
  trx: Trx,
  organisationId: string,
  roundIds: readonly string[],
  kind: 'sqlite' | 'postgres',
): Promise<RoundRow[]> {
  const rounds: RoundRow[] = []
  for (const id of roundIds.toSorted()) rounds.push(...[await lockRound(trx, organisationId, id, kind)].filter(isThere))
  return rounds
}

function isThere(row: RoundRow | undefined): row is RoundRow {
  return row !== undefined
}

/** Assessments of an organisation, newest first: second votes and rehearsals belong to their workshop. */
export function listRounds(db: Db, scope: Scope): Promise<RoundRow[]> {
  return db
    .selectFrom('round')
    .selectAll()
    .where('organisationId', '=', scope.organisationId)
    .where('purpose', '=', 'assessment')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Rounds whose grace is over, in every organisation: for the clock of the server, which acts for nobody. */
export function listRoundsToClose(db: Db, now: string): Promise<Pick<RoundRow, 'organisationId' | 'id'>[]> {
  return db
    .selectFrom('round')
    .select(['organisationId', 'id'])
    .where('state', '=', 'closing')
    .where('closesAt', '<=', now)
    .execute()
}

/** Adds a round with the items that it asks, in order. */
export async function insertRound(
  trx: Trx,
  round: Insertable<Tables['round']>,
  itemIds: readonly string[],
): Promise<void> {
  await trx.insertInto('round').values(round).execute()
  const items = itemIds.map((itemId, position) => {
    return { organisationId: round.organisationId, roundId: round.id, position, itemId }
  })
  await trx.insertInto('roundItem').values(items).execute()
}

/** Changes a round that the caller has locked or made. */
export async function updateRound(
  trx: Trx,
  organisationId: string,
  roundId: string,
  changes: Updateable<Tables['round']>,
): Promise<void> {
  await trx
    .updateTable('round')
    .set(changes)
    .where('organisationId', '=', organisationId)
    .where('id', '=', roundId)
    .execute()
}

/** What a round asks, in asked order. It is frozen when the round is made. */
export async function listRoundItemIds(db: Db, organisationId: string, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('roundItem')
    .select('itemId')
    .where('organisationId', '=', organisationId)
    .where('roundId', '=', roundId)
    .orderBy('position')
    .execute()
  return rows.map(({ itemId }) => itemId)
}

/** How many take part: joined, with at least one answer, finished, and answers that came after closing. */
export interface RoundCounts {
  readonly joined: number
  readonly started: number
  readonly finished: number
  readonly late: number
}

/**
 * Counts by round of those rounds that anybody joined. `started` counts sheets that were ever written to: a sheet
 * whose every answer was taken back is among them.
 */
export async function countRespondents(
  db: Db,
  organisationId: string,
  roundIds: readonly string[],
): Promise<Map<string, RoundCounts>> {
  if (roundIds.length === 0) return new Map()
  // Apart, because a join of the two costs a fresh PostgreSQL the square of the people.
  const people = await db
    .selectFrom('respondent')
    .select(({ fn }) => ['roundId', fn.countAll().as('joined'), fn.sum('finished').as('finished')])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .groupBy('roundId')
    .execute()
  const sheets = await db
    .selectFrom('sheet')
    .select(({ fn, eb }) => [
      'roundId',
      fn.sum(eb.case().when('revision', '>', 0).then(1).else(0).end()).as('started'),
      fn.sum(eb.case().when('late', '<>', '[]').then(1).else(0).end()).as('late'),
    ])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .groupBy('roundId')
    .execute()
  const ofSheets = new Map(sheets.map((row) => [row.roundId, row]))
  return new Map(
    people.map(({ roundId, joined, finished }) => {
      const { started, late } = ofSheets.get(roundId) ?? { started: 0, late: 0 }
      const counts = {
        joined: Number(joined),
        finished: Number(finished),
        started: Number(started),
        late: Number(late),
      }
      return [roundId, counts]
    }),
  )
}

/** How many releases each of these rounds has. */
export async function countReleases(
  db: Db,
  organisationId: string,
  roundIds: readonly string[],
): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('release')
    .select(({ fn }) => ['roundId', fn.countAll().as('releases')])
    .where('organisationId', '=', organisationId)
    .where('roundId', 'in', [...roundIds])
    .groupBy('roundId')
    .execute()
  return new Map(rows.map(({ roundId, releases }) => [roundId, Number(releases)]))
}
