import type { PROGRAMME_ROLES } from '../../server/contract/roles.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { startAppForTest, type TestApp } from './app.ts'
import type { Client } from './client.ts'
import { gatherPeople, type People } from './people.ts'
import { addParks, addProgramme, takePart } from './programme-data.ts'
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

/** The bakery in the valley: everybody of the world, and where what is between the two is found. */
export async function startInProgramme(open: Parameters<typeof startAppForTest>[0]): Promise<{
  readonly api: TestApp
  readonly people: People
  readonly programmes: Programmes
  readonly path: string
}> {
  const api = await startAppForTest(open)
  const people = await gatherPeople(api)
  const programmes = await foundProgrammes(api, people)
  return { api, people, programmes, path: `/api/organisations/${people.bakery}/participations/${programmes.valley.id}` }
}

/** Founds both programmes, with their staff and the company that takes part in each. */
export async function foundProgrammes(api: TestApp, people: Pick<People, 'bakery' | 'mill'>): Promise<Programmes> {
  return {
    valley: await foundProgramme(api, 'The valley', people.bakery),
    hills: await foundProgramme(api, 'The hills', people.mill),
  }
}

async function foundProgramme(api: TestApp, name: string, companyId: string): Promise<TestProgramme> {
  const { db } = api.database
  const { id, staff } = await addProgramme(db, name)
  const [park] = await addParks(db, id, 1)
  if (park === undefined) throw new Error('there is one park')
  const parkName = `Park in ${name.toLowerCase()}`
  await db.updateTable('organisation').set({ name: parkName }).where('id', '=', park.id).execute()
  await takePart(db, id, companyId, park.id)
  return { id, parkId: park.id, staff, manager: await signedIn(api, staff.owner) }
}

/** Makes somebody who has an account a manager of a programme too. */
export async function addManager(api: TestApp, organisationId: string, userId: string): Promise<void> {
  const createdAt = api.clock.now().toISOString()
  await upsertMembership(api.database.db, { organisationId, userId, role: 'owner', until: null, createdAt })
}
