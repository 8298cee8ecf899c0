import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import type { AuditAction } from '../contract/audit.ts'
import { type Match, type MatchAnswer, type MatchList, Offer, type OfferInput } from '../contract/exchange.ts'
import type { Database, Db, Trx } from '../db/open.ts'
import type { CapitalOfferRow } from '../db/programme-tables.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  endOffers,
  findOffer,
  insertMatches,
  insertOffer,
  listMatches,
  listOffers,
  listOffersAbout,
  type MatchWithSides,
  updateMatch,
} from '../db/queries/exchange.ts'
import { lockOrganisation, lockOrganisationById } from '../db/queries/organisations.ts'
import type { NamedParticipation } from '../db/queries/participations.ts'
import { listParticipants } from '../db/queries/programme-participation.ts'
import { FEWEST_COMPANIES, fittingTo, type Listed, MOST_OFFERS, mayTellPark, nearestFirst } from '../domain/exchange.ts'
import { ProblemError } from '../problem.ts'
import { seeingProgramme } from './contributions.ts'
import { matchFor, sidesOf } from './exchange-view.ts'
import { findOwnParticipation } from './participations.ts'

/** What offers and matches need. */
export interface ExchangeDeps {
  readonly database: Database
  readonly now: () => Date
}

/**
 * What the company offers and needs in a programme, oldest first.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function readOffers(db: Db, scope: Scope, programmeId: string): Promise<Offer[]> {
  const participation = await findOwnParticipation(db, scope, programmeId)
  return seeingProgramme(participation, async () => (await listOffers(db, participation)).map(viewOffer))
}

/**
 * Puts an offer or a need, and pairs it with everything of other companies that fits. The same again changes nothing: who
 * did not hear the answer sends it again.
 *
 * @param id made by who writes.
 * @throws {ProblemError} `not-found`; `too-many-offers`; `operation-reused` when the id is of something else.
 */
export function putOffer(
  deps: ExchangeDeps,
  scope: Scope,
  programmeId: string,
  id: string,
  input: OfferInput,
): Promise<Offer> {
  return changing(deps, scope, programmeId, async (trx, { companyId, parkId }) => {
    const stored = await findOffer(trx, programmeId, id)
    if (stored !== undefined) {
      if (stored.companyId !== companyId || !isSame(stored, input)) throw new ProblemError('operation-reused')
      return viewOffer(stored)
    }
    if ((await listOffers(trx, { programmeId, companyId })).length >= MOST_OFFERS)
      throw new ProblemError('too-many-offers')
    const { kind, capital, topic, text } = input
    const createdAt = deps.now().toISOString()
    const own = { organisationId: programmeId, id, companyId, parkId, kind, capital, topic }
    const row: CapitalOfferRow = { ...own, body: text, createdAt, matchEndedAt: null }
    await insertOffer(trx, row)
    const others = fittingTo(listed(row), (await listOffersAbout(trx, row)).map(listed))
    await insertMatches(
      trx,
      others.map((other) => {
        const pair = kind === 'offer' ? { offerId: id, needId: other.id } : { offerId: other.id, needId: id }
        return { organisationId: programmeId, id: makeRandomId(), ...pair }
      }),
    )
    await note(deps, trx, scope, programmeId, `exchange.${kind}`)
    return viewOffer(row)
  })
}

/**
 * Ends an offer or a need: it goes with everything that was proposed about it, and an agreed match ends.
 *
 * @throws {ProblemError} `not-found`.
 */
export function endOffer(deps: ExchangeDeps, scope: Scope, programmeId: string, offerId: string): Promise<void> {
  return changing(deps, scope, programmeId, async (trx, participation) => {
    const own = await listOffers(trx, participation)
    if (!own.some(({ id }) => id === offerId)) throw new ProblemError('not-found')
    await endOffers(trx, programmeId, [offerId], deps.now().toISOString())
    await note(deps, trx, scope, programmeId, 'exchange.end')
  })
}

/**
 * What is proposed to the company and what it agreed on. With too few companies in the programme nothing is proposed.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function readMatches(db: Db, scope: Scope, programmeId: string): Promise<MatchList> {
  const participation = await findOwnParticipation(db, scope, programmeId)
  return seeingProgramme(participation, async () => {
    const { enough, isParkTold } = await lookAround(db, participation)
    const rows = await listMatches(db, participation)
    const items = rows
      .filter(({ agreedAt }) => enough || agreedAt !== null)
      .map((row) => matchFor(row, participation.companyId, isParkTold))
    return { enough, items: nearestFirst(items, ({ isSamePark }) => isSamePark === true) }
  })
}

/**
 * Says yes or no to a proposal, or takes that back. The second yes tells both who the other is.
 *
 * @throws {ProblemError} `not-found`; `match-agreed` when both said yes already.
 */
export function answerMatch(
  deps: ExchangeDeps,
  scope: Scope,
  programmeId: string,
  matchId: string,
  answer: MatchAnswer,
): Promise<Match> {
  return changing(deps, scope, programmeId, async (trx, participation) => {
    const find = async () => {
      const row = (await listMatches(trx, participation)).find(({ id }) => id === matchId)
      if (row === undefined) throw new ProblemError('not-found')
      return row
    }
    const row = await find()
    const { enough, isParkTold } = await lookAround(trx, participation)
    if (row.agreedAt !== null) {
      // The same yes again, by somebody who did not hear the answer.
      if (answer.says === 'yes') return matchFor(row, participation.companyId, isParkTold)
      throw new ProblemError('match-agreed')
    }
    if (!enough) throw new ProblemError('not-found')
    const isAgreed = await say(deps, trx, row, participation, answer)
    await note(deps, trx, scope, programmeId, isAgreed ? 'exchange.agreed' : `exchange.${answer.says}`)
    if (isAgreed) {
      const event = { userId: null, action: 'exchange.met', object: programmeId, at: deps.now() } as const
      await insertAuditEvent(trx, { ...event, organisationId: sidesOf(row, participation.companyId).other.companyId })
    }
    return matchFor(await find(), participation.companyId, isParkTold)
  })
}

/** @returns whether both said yes now. */
async function say(
  { now }: ExchangeDeps,
  trx: Trx,
  row: MatchWithSides,
  { companyId }: NamedParticipation,
  answer: MatchAnswer,
): Promise<boolean> {
  const { own, other } = sidesOf(row, companyId)
  const says = answer.says === 'nothing' ? null : answer.says
  const contact = answer.says === 'yes' ? answer.contact : null
  const isAgreed = says === 'yes' && other.says === 'yes'
  const said =
    own.kind === 'offer' ? { offerSays: says, offerContact: contact } : { needSays: says, needContact: contact }
  await updateMatch(trx, row, { ...said, agreedAt: isAgreed ? now().toISOString() : null })
  return isAgreed
}

/** Does this with the company and the programme held, so that no two sides of one match are changed at the same moment. */
async function changing<Result>(
  { database }: ExchangeDeps,
  scope: Scope,
  programmeId: string,
  work: (trx: Trx, participation: NamedParticipation) => Promise<Result>,
): Promise<Result> {
  const participation = await findOwnParticipation(database.db, scope, programmeId)
  return seeingProgramme(participation, () =>
    database.db.transaction().execute(async (trx) => {
      await lockOrganisation(trx, scope)
      const current = await findOwnParticipation(trx, scope, programmeId)
      await lockOrganisationById(trx, programmeId)
      return work(trx, current)
    }),
  )
}

/** Whether enough companies take part for proposals, and for telling of one whether it is from the own park. */
async function lookAround(
  db: Db,
  { programmeId, companyId, parkId }: NamedParticipation,
): Promise<{ enough: boolean; isParkTold: boolean }> {
  const others = (await listParticipants(db, programmeId)).filter(({ id }) => id !== companyId)
  const near = others.filter((other) => other.parkId === parkId).length
  return { enough: others.length + 1 >= FEWEST_COMPANIES, isParkTold: mayTellPark(near, others.length - near) }
}

async function note(
  { now }: ExchangeDeps,
  trx: Trx,
  { organisationId, userId }: Scope,
  programmeId: string,
  action: AuditAction,
): Promise<void> {
  await insertAuditEvent(trx, { organisationId, userId, action, object: programmeId, at: now() })
}

function isSame({ kind, capital, topic, body }: CapitalOfferRow, input: OfferInput): boolean {
  return kind === input.kind && capital === input.capital && topic === input.topic && body === input.text
}

function listed({ organisationId, ...row }: CapitalOfferRow): Listed {
  return { ...row, programmeId: organisationId }
}

function viewOffer({ id, kind, capital, topic, body, createdAt, matchEndedAt }: CapitalOfferRow): Offer {
  return Offer.parse({ id, kind, capital, topic, text: body, createdAt, matchEndedAt })
}
