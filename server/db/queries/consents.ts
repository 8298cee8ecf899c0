import { makeRandomId } from '../../auth/secrets.ts'
import type { Db, Trx } from '../open.ts'
import type { ConsentPurpose, ConsentRow } from '../programme-tables.ts'
import type { Between } from './participations.ts'

/**
 * Consents that hold now, joined with `participation`: of each purpose the newest act, when it gave consent, by a company
 * that takes part. One that is older than the participation is of an earlier one, and holds no more.
 */
export function holdingConsents(db: Db) {
  return db
    .selectFrom('consent')
    .innerJoin('participation', (join) =>
      join
        .onRef('participation.programmeId', '=', 'consent.programmeId')
        .onRef('participation.companyId', '=', 'consent.companyId')
        .onRef('participation.joinedAt', '<=', 'consent.at')
        .on('participation.leftAt', 'is', null),
    )
    .where('consent.act', '=', 'given')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consent as later')
            .select('later.id')
            .whereRef('later.programmeId', '=', 'consent.programmeId')
            .whereRef('later.companyId', '=', 'consent.companyId')
            .whereRef('later.purpose', '=', 'consent.purpose')
            .whereRef('later.number', '>', 'consent.number'),
        ),
      ),
    )
}

/** To what a company consents at this moment, by programme. */
export async function listHolding(
  db: Db,
  companyId: string,
): Promise<{ programmeId: string; purpose: ConsentPurpose }[]> {
  return holdingConsents(db)
    .select(['consent.programmeId', 'consent.purpose'])
    .where('consent.companyId', '=', companyId)
    .orderBy('consent.programmeId')
    .execute()
}

/** A line of the ledger with the name that who did it has now. */
export type NamedConsent = ConsentRow & { by: string | null }

/** Everything that a company ever consented to or withdrew in a programme, oldest first. */
export function listConsents(db: Db, { programmeId, companyId }: Between): Promise<NamedConsent[]> {
  return db
    .selectFrom('consent')
    .leftJoin('user', 'user.id', 'consent.userId')
    .selectAll('consent')
    .select('user.name as by')
    .where('consent.programmeId', '=', programmeId)
    .where('consent.companyId', '=', companyId)
    .orderBy('consent.number')
    .execute()
}

/** Adds a line to the ledger. The caller holds the company, so that numbers follow each other. */
export async function insertConsent(trx: Trx, row: Omit<ConsentRow, 'number'>): Promise<void> {
  const last = await trx
    .selectFrom('consent')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('programmeId', '=', row.programmeId)
    .where('companyId', '=', row.companyId)
    .executeTakeFirst()
  await trx
    .insertInto('consent')
    .values({ ...row, number: (last?.number ?? 0) + 1 })
    .execute()
}

/**
 * Ends consents that hold, by nobody: a line in the ledger for each. The caller holds the companies.
 *
 * @param parkId of companies on this park; left out, of every company.
 */
export async function endConsents(trx: Trx, at: string, parkId?: string): Promise<void> {
  const holding = await holdingConsents(trx)
    .selectAll('consent')
    .$if(parkId !== undefined, (query) => query.where('participation.parkId', '=', parkId ?? ''))
    .orderBy('consent.id')
    .execute()
  for (const { number: _, ...given } of holding)
    await insertConsent(trx, { ...given, id: makeRandomId(), act: 'withdrawn', at, userId: null })
}
