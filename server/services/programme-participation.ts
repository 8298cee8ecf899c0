import type { Scope } from '../auth/scope.ts'
import type { ParticipationCounts, ProgrammeParticipation } from '../contract/programme-participation.ts'
import type { Db } from '../db/open.ts'
import { listParks } from '../db/queries/parks.ts'
import { findCollectedInstrument, listConsented } from '../db/queries/participations.ts'
import { listProgrammeInvitations } from '../db/queries/programme-invitations.ts'
import {
  listContributors,
  listParticipants,
  listStarted,
  type ParticipatingCompany,
} from '../db/queries/programme-participation.ts'
import { dayIn } from '../domain/days.ts'
import { mainInstrument } from '../domain/main-instrument.ts'
import { PLAN_ZONE, quarterOfDay } from '../domain/rhythm.ts'

/** A company with whether its figures may count, which is told of none by itself: a no is nobody's business. */
type Company = NonNullable<ProgrammeParticipation['companies']>[number] & { readonly isCounted: boolean }

/**
 * Who takes part in the programme of the scope in this quarter. Names are for who invites; of a company that does not
 * consent to its figures counting, nothing is told but that it takes part.
 */
export async function viewParticipation(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  scope: Scope,
): Promise<ProgrammeParticipation> {
  const at = now()
  const period = quarterOfDay(dayIn(PLAN_ZONE, at))
  const [parks, invitations, companies] = await Promise.all([
    listParks(db, scope),
    listProgrammeInvitations(db, scope, at.toISOString()),
    companiesOf(db, scope.organisationId, period),
  ])
  const countsOf = (isHere: (parkId: string | null) => boolean) =>
    counted(
      invitations.filter(({ park }) => isHere(park?.id ?? null)).length,
      companies.filter(({ parkId }) => isHere(parkId)),
    )
  const maySeeNames = scope.role === 'owner' || scope.role === 'adviser'
  return {
    period,
    total: countsOf(() => true),
    parks: parks.map(({ id, name }) => ({ id, name, ...countsOf((parkId) => parkId === id) })),
    anywhere: invitations.filter(({ park }) => park === null).length,
    companies: maySeeNames ? companies.map(toldOf) : null,
  }
}

function toldOf({ id, name, parkId, sector, joinedAt, state }: Company) {
  return { id, name, parkId, sector, joinedAt, state }
}

async function companiesOf(db: Db, programmeId: string, period: string): Promise<Company[]> {
  const [participants, consents, instrumentId] = await Promise.all([
    listParticipants(db, programmeId),
    listConsented(db, programmeId, 'benchmark'),
    findCollectedInstrument(db, programmeId),
  ])
  const about = { instrumentId: instrumentId ?? mainInstrument('company'), period }
  const benchmark = new Set(consents.map(({ companyId }) => companyId))
  const started = new Set(await listStarted(db, [...benchmark], about))
  const contributed = new Set(await listContributors(db, programmeId, about))
  const stateOf = ({ id }: ParticipatingCompany): Company['state'] => {
    if (!benchmark.has(id)) return 'joined'
    return contributed.has(id) ? 'contributed' : started.has(id) ? 'started' : 'joined'
  }
  return participants.map((company) => ({
    ...company,
    state: stateOf(company),
    isCounted: benchmark.has(company.id),
  }))
}

/** Whoever contributed has started: each count is a part of the one before. */
function counted(invited: number, companies: readonly Company[]): ParticipationCounts {
  return {
    invited,
    joined: companies.length,
    consented: companies.filter(({ isCounted }) => isCounted).length,
    started: companies.filter(({ state }) => state !== 'joined').length,
    contributed: companies.filter(({ state }) => state === 'contributed').length,
  }
}
