import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import type { Participation, ParticipationView } from '../contract/participations.ts'
import type { Database, Db } from '../db/open.ts'
import type { ConsentPurpose } from '../db/programme-tables.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { insertConsent, listConsents, listHolding } from '../db/queries/consents.ts'
import { deleteContributions } from '../db/queries/contributions.ts'
import { endOffers, listOfferIds } from '../db/queries/exchange.ts'
import { lockOrganisation, lockOrganisationById } from '../db/queries/organisations.ts'
import {
  endParticipation,
  findParticipation,
  listConsented,
  listParticipations,
  type NamedParticipation,
} from '../db/queries/participations.ts'
import { ProblemError } from '../problem.ts'
import { seeingProgramme } from './contributions.ts'

/** What taking part needs. */
export interface ParticipationDeps {
  readonly database: Database
  readonly now: () => Date
}

/** Where the company takes part, and where it did. */
export async function viewParticipations(db: Db, { organisationId }: Scope): Promise<Participation[]> {
  const holding = await listHolding(db, organisationId)
  return (await listParticipations(db, organisationId)).map((row) => viewParticipation(row, holding))
}

/**
 * One of them, with the companies on its park that let themselves be named; of a participation that ended nobody is.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewOneParticipation(db: Db, scope: Scope, programmeId: string): Promise<ParticipationView> {
  const row = await findAnyParticipation(db, scope, programmeId)
  const holding = await listHolding(db, scope.organisationId)
  const named = row.leftAt === null ? await listConsented(db, programmeId, 'named') : []
  const neighbours = named.filter(({ companyId, parkId }) => parkId === row.parkId && companyId !== row.companyId)
  return { ...viewParticipation(row, holding), neighbours: neighbours.map(({ name }) => name) }
}

/**
 * The participation of the company in a programme, also one that ended.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function findAnyParticipation(
  db: Db,
  { organisationId }: Scope,
  programmeId: string,
): Promise<NamedParticipation> {
  const row = await findParticipation(db, { programmeId, companyId: organisationId })
  if (row === undefined) throw new ProblemError('not-found')
  return row
}

/**
 * The participation of the company in a programme.
 *
 * @throws {ProblemError} `not-found` when it takes part no more, too.
 */
export async function findOwnParticipation(db: Db, scope: Scope, programmeId: string): Promise<NamedParticipation> {
  const row = await findAnyParticipation(db, scope, programmeId)
  if (row.leftAt !== null) throw new ProblemError('not-found')
  return row
}

/**
 * The company leaves a programme: every consent ends, and what it contributed and offered there is deleted. What was
 * published stays.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function leaveProgramme(deps: ParticipationDeps, scope: Scope, programmeId: string): Promise<void> {
  const { db } = deps.database
  const participation = await findOwnParticipation(db, scope, programmeId)
  await seeingProgramme(participation, () =>
    db.transaction().execute(async (trx) => {
      await lockOrganisation(trx, scope)
      const current = await findOwnParticipation(trx, scope, programmeId)
      const at = deps.now()
      const given = await listConsents(trx, current)
      const { companyId } = current
      for (const { programmeId: where, purpose } of await listHolding(trx, companyId)) {
        if (where !== programmeId) continue
        const read = given.findLast((one) => one.purpose === purpose)
        if (read === undefined) continue
        const { statement, locale } = read
        const id = makeRandomId()
        const said = { id, programmeId, companyId, purpose, statement, locale, userId: scope.userId }
        await insertConsent(trx, { ...said, act: 'withdrawn', at: at.toISOString() })
      }
      await deleteContributions(trx, current)
      // Whoever says yes at this moment waits, and then finds nothing there any more.
      await lockOrganisationById(trx, programmeId)
      await endOffers(trx, programmeId, await listOfferIds(trx, current), at.toISOString())
      await endParticipation(trx, current, at.toISOString())
      const own = { organisationId: companyId, userId: scope.userId, object: programmeId, at }
      await insertAuditEvent(trx, { ...own, action: 'consent.left' })
      // Whose it was is for the programme to know only where the company let itself be named.
      const theirs = { organisationId: programmeId, userId: null, object: programmeId, at }
      await insertAuditEvent(trx, { ...theirs, action: 'participation.left' })
    }),
  )
}

function viewParticipation(
  row: NamedParticipation,
  holding: readonly { programmeId: string; purpose: ConsentPurpose }[],
): Participation {
  const { programmeId, programmeName, parkId, parkName, sector, joinedAt, leftAt } = row
  const holds = (purpose: ConsentPurpose) =>
    holding.some((one) => one.programmeId === programmeId && one.purpose === purpose)
  return {
    programme: { id: programmeId, name: programmeName },
    park: { id: parkId, name: parkName },
    sector,
    joinedAt,
    leftAt,
    consents: { benchmark: holds('benchmark'), named: holds('named'), public: holds('public') },
  }
}
