import type { Scope } from '../auth/scope.ts'
import { makeSortedId } from '../auth/secrets.ts'
import { Locale } from '../contract/common.ts'
import type { Park, ParkChange, ParkInput } from '../contract/parks.ts'
import type { Db, Trx } from '../db/open.ts'
import type { RegionRow } from '../db/programme-tables.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findOrganisation, lockOrganisation } from '../db/queries/organisations.ts'
import { addRegions, findPark, insertParks, listParks, type ParkFacts, updateParkFacts } from '../db/queries/parks.ts'
import type { OrganisationRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'

/** What rules about parks need: the database and the time. */
export interface ParkDeps {
  readonly db: Db
  readonly now: () => Date
}

/**
 * Adds a park by hand: an organisation whose people are the programme's staff.
 *
 * @returns its id.
 * @throws {ProblemError} `park-known` when the programme has a park with this register number.
 */
export function addPark({ db, now }: ParkDeps, scope: Scope, { name, ...facts }: ParkInput): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    await refuseKnownNumber(trx, scope, facts.registerNumber)
    const [added] = await addParks(trx, scope, [{ name, facts }], now())
    const [organisationId, object] = [scope.organisationId, added ?? '']
    await insertAuditEvent(trx, { organisationId, userId: scope.userId, action: 'park.add', object, at: now() })
    return object
  })
}

/** Adds organisations of kind park with their facts and regions, inside a transaction, and returns their ids. */
export async function addParks(
  trx: Trx,
  scope: Scope,
  parks: readonly { readonly name: string; readonly facts: ParkFacts }[],
  at: Date,
): Promise<string[]> {
  const programme = await findOrganisation(trx, scope)
  const locale = Locale.parse(programme?.locale ?? 'nl')
  await addRegions(trx, regionsOf(parks.map(({ facts }) => facts)))
  const organisations = parks.map(({ name }): OrganisationRow => {
    return { id: makeSortedId(at.getTime()), name, kind: 'park', locale, createdAt: at.toISOString() }
  })
  const rows = organisations.map(({ id }, place) => {
    const facts = parks[place]?.facts ?? NO_FACTS
    return { ...facts, organisationId: id, programmeId: scope.organisationId, revision: 1 }
  })
  await insertParks(trx, organisations, rows)
  return organisations.map(({ id }) => id)
}

const NO_FACTS: ParkFacts = {
  regionCode: null,
  municipality: null,
  registerNumber: null,
  kind: null,
  hectaresGross: null,
  hectaresNet: null,
  asOf: null,
  source: null,
}

const KINDS: Readonly<Record<string, RegionRow['kind']>> = { GM: 'municipality', PV: 'province' }

/** The regions that these facts name, each once: by code alone, because what a programme calls one is its own word. */
export function regionsOf(facts: readonly ParkFacts[]): RegionRow[] {
  const codes = new Set(facts.flatMap(({ regionCode }) => regionCode ?? []))
  return [...codes].map((code) => ({ code, name: code, kind: KINDS[code.slice(0, 2)] ?? 'district' }))
}

/**
 * One park of the programme.
 *
 * @throws {ProblemError} `not-found`, for a park of another programme too.
 */
export async function readPark({ db }: Pick<ParkDeps, 'db'>, scope: Scope, parkId: string): Promise<Park> {
  const park = await findPark(db, scope, parkId)
  if (park === undefined) throw new ProblemError('not-found')
  return park
}

/**
 * Puts other facts in place of those of a park. The same facts again change nothing.
 *
 * @throws {ProblemError} `not-found`; `edited-meanwhile`; `park-known`.
 */
export async function changePark(
  deps: ParkDeps,
  scope: Scope,
  parkId: string,
  { revision, ...facts }: ParkChange,
): Promise<Park> {
  await deps.db.transaction().execute(async (trx) => {
    await lockOrganisation(trx, scope)
    const park = await readPark({ db: trx }, scope, parkId)
    if (isSame(park, facts)) return
    if (facts.registerNumber !== park.registerNumber) await refuseKnownNumber(trx, scope, facts.registerNumber)
    await addRegions(trx, regionsOf([facts]))
    const isWritten = await updateParkFacts(trx, scope.organisationId, parkId, facts, revision)
    if (!isWritten) throw new ProblemError('edited-meanwhile')
    const { organisationId, userId } = scope
    await insertAuditEvent(trx, { organisationId, userId, action: 'park.change', object: parkId, at: deps.now() })
  })
  return readPark(deps, scope, parkId)
}

/** Whether a park has just these facts. */
export function isSame(park: Park, facts: ParkFacts): boolean {
  return (
    (park.region?.code ?? null) === facts.regionCode &&
    park.municipality === facts.municipality &&
    park.registerNumber === facts.registerNumber &&
    park.kind === facts.kind &&
    park.hectaresGross === facts.hectaresGross &&
    park.hectaresNet === facts.hectaresNet &&
    park.asOf === facts.asOf &&
    park.source === facts.source
  )
}

async function refuseKnownNumber(trx: Trx, scope: Scope, registerNumber: string | null): Promise<void> {
  if (registerNumber === null) return
  const known = await listParks(trx, scope)
  if (known.some((park) => park.registerNumber === registerNumber)) throw new ProblemError('park-known')
}
