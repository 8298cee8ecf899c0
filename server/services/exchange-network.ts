import type { Scope } from '../auth/scope.ts'
import { type CompanyNetwork, ValueNetwork } from '../contract/exchange.ts'
import type { Db } from '../db/open.ts'
import { listHolding } from '../db/queries/consents.ts'
import { countOffers, listAgreed, type MatchWithSides } from '../db/queries/exchange.ts'
import { listConsented } from '../db/queries/participations.ts'
import { listParticipants } from '../db/queries/programme-participation.ts'
import { CAPITALS } from '../domain/capitals.ts'
import { toldCount } from '../domain/exchange.ts'
import { seeingProgramme } from './contributions.ts'
import { bothSides, type Side } from './exchange-view.ts'
import { findOwnParticipation } from './participations.ts'

/** Who helps whom in the programme of the scope: never a text or a topic, and nobody's name who did not agree to that. */
export function viewNetwork(db: Db, { organisationId }: Scope): Promise<ValueNetwork> {
  return networkOf(db, organisationId, () => true)
}

/**
 * The same for a company, about its own park: for those that let themselves be named there, and no others.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewCompanyNetwork(db: Db, scope: Scope, programmeId: string): Promise<CompanyNetwork> {
  const participation = await findOwnParticipation(db, scope, programmeId)
  const holding = await listHolding(db, scope.organisationId)
  const isNamed = holding.some((one) => one.programmeId === programmeId && one.purpose === 'named')
  if (!isNamed) return { network: null }
  const { parkId } = participation
  const isHere = ({ offerParkId, needParkId }: MatchWithSides) => offerParkId === parkId || needParkId === parkId
  return seeingProgramme(participation, async () => ({ network: await networkOf(db, programmeId, isHere) }))
}

/** Companies on a park that are not named, from which one of them stays unknown to the others. */
const FEWEST_UNNAMED = 2

async function networkOf(
  db: Db,
  programmeId: string,
  isShown: (row: MatchWithSides) => boolean,
): Promise<ValueNetwork> {
  const [agreed, counts, consented, participants] = await Promise.all([
    listAgreed(db, programmeId),
    countOffers(db, programmeId),
    listConsented(db, programmeId, 'named'),
    listParticipants(db, programmeId),
  ])
  const named = new Set(consented.map(({ companyId }) => companyId))
  const unnamed = participants.filter(({ id }) => !named.has(id))
  // Whoever is the only one on its park that it can be is named by its park.
  const isHidden = ({ companyId, parkId }: Side) =>
    !named.has(companyId) && unnamed.filter((one) => one.parkId === parkId).length < FEWEST_UNNAMED
  const shown = agreed
    .filter(isShown)
    .map((row) => ({ capital: row.capital, ...bothSides(row) }))
    .filter(({ offer, need }) => !isHidden(offer) && !isHidden(need))
  const companies = companiesOf(shown.flatMap(({ offer, need }) => [offer, need]))
  const numberOf = ({ companyId }: Side) => companies.findIndex((one) => one.companyId === companyId) + 1
  const alike = Map.groupBy(shown, ({ capital, offer, need }) => `${numberOf(offer)} ${numberOf(need)} ${capital}`)
  const parks = new Map(companies.map(({ parkId, park }) => [parkId, park]))
  const counted = (capital: string, kind: 'offer' | 'need') =>
    toldCount(counts.find((row) => row.capital === capital && row.kind === kind)?.count ?? 0)
  return ValueNetwork.parse({
    open: CAPITALS.map((capital) => ({
      capital,
      offers: counted(capital, 'offer'),
      needs: counted(capital, 'need'),
    })),
    parks: [...parks].map(([id, name]) => ({ id, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    companies: companies.map(({ companyId, company, parkId }, at) => {
      return { number: at + 1, name: named.has(companyId) ? company : null, parkId }
    }),
    matches: [...alike.values()].flatMap((same) => {
      const [first] = same
      if (first === undefined) return []
      return { from: numberOf(first.offer), to: numberOf(first.need), capital: first.capital, count: same.length }
    }),
  })
}

/** Each company once, by park; within a park in the order of a random id, which says nothing. */
function companiesOf(sides: readonly Side[]): Side[] {
  const byId = new Map(sides.map((side) => [side.companyId, side]))
  return [...byId.values()].toSorted((a, b) => compare(a.park, b.park) || compare(a.companyId, b.companyId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
