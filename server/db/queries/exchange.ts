import type { Db, Trx } from '../open.ts'
import type { CapitalMatchRow, CapitalOfferRow } from '../programme-tables.ts'
import type { Between } from './participations.ts'

/** What a company offers and needs in a programme, oldest first. */
export function listOffers(db: Db, { programmeId, companyId }: Between): Promise<CapitalOfferRow[]> {
  return db
    .selectFrom('capitalOffer')
    .selectAll()
    .where('organisationId', '=', programmeId)
    .where('companyId', '=', companyId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Ids of these. */
export async function listOfferIds(db: Db, between: Between): Promise<string[]> {
  return (await listOffers(db, between)).map(({ id }) => id)
}

/** One of them by its id, whichever company's it is. */
export function findOffer(db: Db, programmeId: string, id: string): Promise<CapitalOfferRow | undefined> {
  return db
    .selectFrom('capitalOffer')
    .selectAll()
    .where('organisationId', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Everything of a programme about one topic. */
export function listOffersAbout(
  db: Db,
  { organisationId, capital, topic }: Pick<CapitalOfferRow, 'organisationId' | 'capital' | 'topic'>,
): Promise<CapitalOfferRow[]> {
  return db
    .selectFrom('capitalOffer')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .where('capital', '=', capital)
    .where('topic', '=', topic)
    .execute()
}

/** How many offers and needs stand open in a programme, per capital. */
export async function countOffers(
  db: Db,
  programmeId: string,
): Promise<{ capital: string; kind: 'offer' | 'need'; count: number }[]> {
  const rows = await db
    .selectFrom('capitalOffer')
    .select(({ fn }) => ['capital', 'kind', fn.countAll<number | string>().as('count')])
    .where('organisationId', '=', programmeId)
    .groupBy(['capital', 'kind'])
    .execute()
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}

/** Adds an offer or a need. */
export async function insertOffer(trx: Trx, row: CapitalOfferRow): Promise<void> {
  await trx.insertInto('capitalOffer').values(row).execute()
}

/** Adds pairs that fit, about which nobody said anything yet. */
export async function insertMatches(
  trx: Trx,
  rows: readonly Pick<CapitalMatchRow, 'organisationId' | 'id' | 'offerId' | 'needId'>[],
): Promise<void> {
  if (rows.length === 0) return
  const unsaid = { offerSays: null, needSays: null, offerContact: null, needContact: null, agreedAt: null }
  await trx
    .insertInto('capitalMatch')
    .values(rows.map((row) => ({ ...row, ...unsaid })))
    .execute()
}

/** Takes offers and needs away with every match of theirs. Of an agreed one the other side sees that it ended. */
export async function endOffers(trx: Trx, programmeId: string, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return
  const agreed = await trx
    .selectFrom('capitalMatch')
    .select(['offerId', 'needId'])
    .where('organisationId', '=', programmeId)
    .where('agreedAt', 'is not', null)
    .where((where) => where.or([where('offerId', 'in', [...ids]), where('needId', 'in', [...ids])]))
    .execute()
  const others = agreed.flatMap(({ offerId, needId }) => [offerId, needId]).filter((id) => !ids.includes(id))
  if (others.length > 0) {
    await trx
      .updateTable('capitalOffer')
      .set({ matchEndedAt: at })
      .where('organisationId', '=', programmeId)
      .where('id', 'in', others)
      .execute()
  }
  await trx
    .deleteFrom('capitalOffer')
    .where('organisationId', '=', programmeId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Ends everything that an organisation offers and needs in any programme, or that was offered on it: it is erased. */
export async function endOffersOfErased(trx: Trx, organisationId: string, at: string): Promise<void> {
  const rows = await trx
    .selectFrom('capitalOffer')
    .select(['organisationId as programmeId', 'id'])
    .where((where) => where.or([where('companyId', '=', organisationId), where('parkId', '=', organisationId)]))
    .execute()
  for (const [programmeId, own] of Map.groupBy(rows, (row) => row.programmeId)) {
    await endOffers(
      trx,
      programmeId,
      own.map(({ id }) => id),
      at,
    )
  }
}

/** A match with both of its sides, and what these are called. */
export type MatchWithSides = Awaited<ReturnType<typeof listMatches>>[number]

/** Every match of a company, agreed or not. */
export function listMatches(db: Db, { programmeId, companyId }: Between) {
  return withSides(db, programmeId)
    .where((where) => where.or([where('offer.companyId', '=', companyId), where('need.companyId', '=', companyId)]))
    .execute()
}

/** Every agreed match of a programme. */
export function listAgreed(db: Db, programmeId: string): Promise<MatchWithSides[]> {
  return withSides(db, programmeId).where('match.agreedAt', 'is not', null).orderBy('match.id').execute()
}

function withSides(db: Db, programmeId: string) {
  return db
    .selectFrom('capitalMatch as match')
    .innerJoin('capitalOffer as offer', (join) =>
      join.onRef('offer.organisationId', '=', 'match.organisationId').onRef('offer.id', '=', 'match.offerId'),
    )
    .innerJoin('capitalOffer as need', (join) =>
      join.onRef('need.organisationId', '=', 'match.organisationId').onRef('need.id', '=', 'match.needId'),
    )
    .innerJoin('organisation as offerCompany', 'offerCompany.id', 'offer.companyId')
    .innerJoin('organisation as needCompany', 'needCompany.id', 'need.companyId')
    .innerJoin('organisation as offerPark', 'offerPark.id', 'offer.parkId')
    .innerJoin('organisation as needPark', 'needPark.id', 'need.parkId')
    .selectAll('match')
    .select([
      'offer.capital',
      'offer.topic',
      'offer.companyId as offerCompanyId',
      'offer.parkId as offerParkId',
      'offer.body as offerBody',
      'offerCompany.name as offerCompanyName',
      'offerPark.name as offerParkName',
      'need.companyId as needCompanyId',
      'need.parkId as needParkId',
      'need.body as needBody',
      'needCompany.name as needCompanyName',
      'needPark.name as needParkName',
    ])
    .where('match.organisationId', '=', programmeId)
}

/** What is said about a match. */
type Said = Partial<Omit<CapitalMatchRow, 'organisationId' | 'id' | 'offerId' | 'needId'>>

/** Notes what a side said, and that both said yes. */
export async function updateMatch(
  trx: Trx,
  { organisationId, id }: Pick<CapitalMatchRow, 'organisationId' | 'id'>,
  said: Said,
): Promise<void> {
  await trx
    .updateTable('capitalMatch')
    .set(said)
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .execute()
}
