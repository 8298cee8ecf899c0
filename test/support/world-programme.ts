import { randomUUID } from 'node:crypto'
import type { Role } from '../../server/contract/common.ts'
import type { PROGRAMME_ROLES } from '../../server/contract/roles.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { insertOrganisation } from '../../server/db/queries/organisations.ts'
import { insertUser } from '../../server/db/queries/users.ts'
import type { TestApp } from './app.ts'
import type { Client } from './client.ts'
import type { People } from './people.ts'
import { signedIn } from './world-sign-ins.ts'

/** The two programmes of the world: the bakery takes part in the valley, the mill in the hills. */
export const PROGRAMMES = ['valley', 'hills'] as const
export type ProgrammeName = (typeof PROGRAMMES)[number]

/** A programme with one park and everybody who works for it, by role; its owner is its manager. */
export interface TestProgramme {
  readonly id: string
  readonly parkId: string
  readonly staff: Readonly<Record<(typeof PROGRAMME_ROLES)[number], string>>
  readonly manager: Client
}
export type Programmes = Readonly<Record<ProgrammeName, TestProgramme>>

/** Founds both programmes, with their staff and the company that takes part in each. */
export async function foundProgrammes(api: TestApp, people: Pick<People, 'bakery' | 'mill'>): Promise<Programmes> {
  return {
    valley: await foundProgramme(api, 'The valley', people.bakery),
    hills: await foundProgramme(api, 'The hills', people.mill),
  }
}

async function foundProgramme(api: TestApp, name: string, companyId: string): Promise<TestProgramme> {
  const { db } = api.database
  const createdAt = api.clock.now().toISOString()
  const id = await addOrganisation(api, name, 'programme')
  const parkId = await addOrganisation(api, `Park in ${name.toLowerCase()}`, 'park')
  const staff = {
    owner: await addMember(api, id, 'owner'),
    analyst: await addMember(api, id, 'analyst'),
    adviser: await addMember(api, id, 'adviser'),
    student: await addMember(api, id, 'student'),
    overseer: await addMember(api, id, 'overseer'),
  }
  const fact = { organisationId: parkId, programmeId: id, revision: 1 }
  const unknown = { regionCode: null, municipality: null, registerNumber: null, kind: null, asOf: null, source: null }
  await db
    .insertInto('parkFact')
    .values({ ...fact, ...unknown, hectaresGross: null, hectaresNet: null })
    .execute()
  await db
    .insertInto('participation')
    .values({
      id: randomUUID(),
      programmeId: id,
      companyId,
      parkId,
      sector: null,
      joinedAt: createdAt,
      leftAt: null,
      revision: 1,
    })
    .execute()
  return { id, parkId, staff, manager: await signedIn(api, staff.owner) }
}

async function addOrganisation(api: TestApp, name: string, kind: string): Promise<string> {
  const id = randomUUID()
  const createdAt = api.clock.now().toISOString()
  await insertOrganisation(api.database.db, { id, name, kind, locale: 'nl', createdAt })
  return id
}

async function addMember(api: TestApp, organisationId: string, role: Role): Promise<string> {
  const userId = randomUUID()
  const createdAt = api.clock.now().toISOString()
  const account = { email: `${userId}@example.org`, name: `A ${role}`, locale: 'nl', passwordHash: '-', createdAt }
  await insertUser(api.database.db, { id: userId, ...account })
  await upsertMembership(api.database.db, { organisationId, userId, role, until: null, createdAt })
  return userId
}

/** Makes somebody who has an account a manager of a programme too. */
export async function addManager(api: TestApp, organisationId: string, userId: string): Promise<void> {
  const createdAt = api.clock.now().toISOString()
  await upsertMembership(api.database.db, { organisationId, userId, role: 'owner', until: null, createdAt })
}
