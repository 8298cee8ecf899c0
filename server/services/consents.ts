import type { Scope } from '../auth/scope.ts'
import { makeRandomId } from '../auth/secrets.ts'
import { Locale } from '../contract/common.ts'
import { CONSENT_STATEMENTS } from '../contract/consent-purposes.ts'
import type { ConsentChange, ConsentEntry } from '../contract/participations.ts'
import type { Database, Db, Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { insertConsent, listConsents, listHolding } from '../db/queries/consents.ts'
import { deleteContributions } from '../db/queries/contributions.ts'
import { lockOrganisation } from '../db/queries/organisations.ts'
import type { NamedParticipation } from '../db/queries/participations.ts'
import { ProblemError } from '../problem.ts'
import { type ContributionDeps, contributeAll, lookAtContributions, seeingProgramme } from './contributions.ts'
import { findAnyParticipation, findOwnParticipation } from './participations.ts'

/** What giving consent needs. */
export interface ConsentDeps extends ContributionDeps {
  readonly database: Database
}

/**
 * Everything that the company ever consented to or withdrew in a programme, oldest first; also after it left.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function readConsents(db: Db, scope: Scope, programmeId: string): Promise<ConsentEntry[]> {
  const rows = await listConsents(db, await findAnyParticipation(db, scope, programmeId))
  return rows.map(({ number, purpose, act, statement, locale, at, by }) => {
    return { number, purpose, act, statement, locale: Locale.parse(locale), at, by }
  })
}

/**
 * Gives or withdraws one consent. Consent to count in group figures copies those figures into the programme; withdrawing
 * it deletes them there, and what was published stays. Given once more it copies what came since, and that is noted too.
 *
 * @throws {ProblemError} `not-found`; `consent-unseen` when the page showed another sentence; `preview-outdated` when it showed
 *   anything else than what would be copied now, and where it is counted.
 */
export async function changeConsent(
  deps: ConsentDeps,
  scope: Scope,
  programmeId: string,
  change: ConsentChange,
): Promise<void> {
  const { db } = deps.database
  const participation = await findOwnParticipation(db, scope, programmeId)
  await seeingProgramme(participation, () =>
    db.transaction().execute(async (trx) => {
      await lockOrganisation(trx, scope)
      const current = await findOwnParticipation(trx, scope, programmeId)
      if (change.act === 'given') await give(deps, trx, scope, current, change)
      else await withdraw(deps, trx, scope, current, change)
    }),
  )
}

async function give(
  deps: ConsentDeps,
  trx: Trx,
  scope: Scope,
  participation: NamedParticipation,
  change: ConsentChange,
): Promise<void> {
  const isNew = !(await holds(trx, participation, change))
  const isOfFigures = change.purpose === 'benchmark'
  const look = isOfFigures ? await lookAtContributions(deps, trx, participation) : undefined
  if (!isNew && (look?.preview.periods ?? []).every(({ contributedAt }) => contributedAt !== null)) return
  if (change.statement !== CONSENT_STATEMENTS[change.purpose]) throw new ProblemError('consent-unseen')
  if (look !== undefined && look.preview.tag !== change.tag) throw new ProblemError('preview-outdated')
  await note(deps, trx, scope, participation, change)
  if (look !== undefined) await contributeAll(deps, trx, participation, scope.userId, look)
}

async function withdraw(
  deps: ConsentDeps,
  trx: Trx,
  scope: Scope,
  participation: NamedParticipation,
  change: ConsentChange,
): Promise<void> {
  if (!(await holds(trx, participation, change))) return
  await note(deps, trx, scope, participation, change)
  if (change.purpose === 'benchmark') await deleteContributions(trx, participation)
}

async function holds(trx: Trx, { companyId, programmeId }: NamedParticipation, { purpose }: ConsentChange) {
  const holding = await listHolding(trx, companyId)
  return holding.some((one) => one.programmeId === programmeId && one.purpose === purpose)
}

async function note(
  { now }: ConsentDeps,
  trx: Trx,
  { userId }: Scope,
  { programmeId, companyId, joinedAt }: NamedParticipation,
  { purpose, act, statement, locale }: ConsentChange,
): Promise<void> {
  // By a clock that was set back since the company joined, this would be about an earlier participation.
  const at = new Date(Math.max(now().getTime(), Date.parse(joinedAt)))
  const said = { purpose, act, statement, locale, at: at.toISOString() }
  await insertConsent(trx, { id: makeRandomId(), programmeId, companyId, userId, ...said })
  await insertAuditEvent(trx, { organisationId: companyId, userId, action: `consent.${act}`, object: programmeId, at })
  // Whose it was is for the programme to know only where the company let itself be named.
  const theirs = { organisationId: programmeId, userId: null, object: programmeId, at }
  await insertAuditEvent(trx, { ...theirs, action: `participation.consent-${act}` })
}
