import type { Scope } from '../auth/scope.ts'
import type { OrganisationErasure } from '../contract/own-data.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import {
  deleteErasureRequest,
  findErasureRequest,
  insertErasureRequest,
  listDueErasures,
} from '../db/queries/erasure-requests.ts'
import { listMemberIds } from '../db/queries/erasures.ts'
import { lockOrganisation, lockOrganisationById } from '../db/queries/organisations.ts'
import type { Instruments } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { type ErasureDeps, erase } from './erasures.ts'
import { tellInstruments } from './imported-instruments.ts'

/** Days between the wish of one owner and the erasure, in which every owner can stop it. */
export const ERASURE_DAYS = 14

type Deps = ErasureDeps & { readonly live: Live; readonly instruments: Instruments }

/** Whether this organisation waits to be erased, for everybody in it. */
export async function readErasure({ database }: Pick<Deps, 'database'>, scope: Scope): Promise<OrganisationErasure> {
  const request = await findErasureRequest(database.db, scope.organisationId)
  if (request === undefined) return { waiting: null }
  const { name, requestedBy, requestedAt, dueAt } = request
  return { waiting: { by: name, isMine: requestedBy === scope.userId, requestedAt, dueAt } }
}

/** Lets the organisation be erased 14 days from now, or at once when another owner agrees. A second wish changes nothing. */
export async function requestErasure(deps: Deps, scope: Scope): Promise<OrganisationErasure> {
  const { organisationId, userId } = scope
  const now = deps.now()
  const dueAt = new Date(now.getTime() + ERASURE_DAYS * 24 * 3_600_000).toISOString()
  await deps.database.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    if ((await findErasureRequest(trx, organisationId)) !== undefined) return
    await insertErasureRequest(trx, { organisationId, requestedBy: userId, requestedAt: now.toISOString(), dueAt })
    await insertAuditEvent(trx, { organisationId, userId, action: 'erasure.request', object: organisationId, at: now })
  })
  return readErasure(deps, scope)
}

/** Takes the wish back, whoever of the owners had it. Without one there is nothing to stop. */
export async function stopErasure({ database, now }: Deps, scope: Scope): Promise<void> {
  const { organisationId, userId } = scope
  await database.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    if (!(await deleteErasureRequest(trx, organisationId))) return
    await insertAuditEvent(trx, { organisationId, userId, action: 'erasure.stop', object: organisationId, at: now() })
  })
}

/**
 * Erases the organisation at once, because a second owner agrees.
 *
 * @throws {ProblemError} `erasure-not-asked` when no owner asked for it; `erasure-by-another` for who asked.
 */
export async function confirmErasure(deps: Deps, scope: Scope): Promise<void> {
  await eraseOrganisation(deps, scope.organisationId, scope.userId, ({ requestedBy }) => {
    if (requestedBy === scope.userId) throw new ProblemError('erasure-by-another')
  })
}

/** Erases what has waited long enough. Any process may do it: a second one finds nothing to do. */
export async function eraseDueOrganisations(deps: Deps): Promise<void> {
  const now = deps.now().toISOString()
  for (const id of await listDueErasures(deps.database.db, now)) {
    await eraseOrganisation(deps, id, null, ({ dueAt }) => {
      if (dueAt > now) throw new ProblemError('erasure-not-asked')
    }).catch((error: unknown) => {
      // Stopped, or done by another process, between looking and doing.
      if (!(error instanceof ProblemError)) throw error
    })
  }
}

async function eraseOrganisation(
  deps: Deps,
  organisationId: string,
  userId: string | null,
  check: (request: { requestedBy: string; dueAt: string }) => void,
): Promise<void> {
  let memberIds: string[] = []
  await erase(deps, { kind: 'organisation', erased: organisationId }, userId, async (trx) => {
    await lockOrganisationById(trx, organisationId)
    const request = await findErasureRequest(trx, organisationId)
    if (request === undefined) throw new ProblemError('erasure-not-asked')
    check(request)
    memberIds = await listMemberIds(trx, organisationId)
  })
  await tellInstruments({ db: deps.database.db, instruments: deps.instruments, live: deps.live }, organisationId)
  deps.live.endLines(...memberIds)
}
