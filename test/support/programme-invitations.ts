import { OrganisationMade } from '../../server/contract/accounts.ts'
import { ParkMade } from '../../server/contract/parks.ts'
import { ProgrammeInvitationAccepted, ProgrammeInvitationMade } from '../../server/contract/programme-invitations.ts'
import { ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { asUser, PASSWORD, type Person, signUp, startAppForTest, type TestApp } from './app.ts'
import type { Client } from './client.ts'
import type { DATABASES } from './databases.ts'
import { tokenOf } from './people.ts'

/** Where links for companies are looked at and taken up. */
export const LINKS = '/api/programme-invitations'

/** A programme with two parks, North and South, made by its manager over HTTP. */
export interface Valley {
  readonly api: TestApp
  readonly manager: Person
  readonly id: string
  /** Address of what the programme can do. */
  readonly org: string
  readonly parks: readonly string[]
}

/** Starts the application with such a programme in it. */
export async function startValley(open: (typeof DATABASES)[number]['open']): Promise<Valley> {
  const api = await startAppForTest(open)
  const manager = await signUp(api)
  const made = await manager.client.post('/api/organisations', { name: 'The valley', kind: 'programme' })
  const { id } = made.as(OrganisationMade)
  const org = `/api/organisations/${id}/programme`
  const add = async (name: string) => (await manager.client.post(`${org}/parks`, { name })).as(ParkMade).id
  return { api, manager, id, org, parks: [await add('North'), await add('South')] }
}

/** A new link for a company. */
export async function inviteBy(client: Client, org: string, body: object = {}): Promise<{ id: string; token: string }> {
  const { id, url } = (await client.post(`${org}/invitations`, body)).as(ProgrammeInvitationMade)
  return { id, token: tokenOf(url) }
}

/** Somebody new who takes a link up with a company of that name. */
export async function takePartAs(
  { api }: Pick<Valley, 'api'>,
  token: string,
  name: string,
  where: object = {},
): Promise<{ companyId: string; client: Client }> {
  const reply = await api.nobody.post(`${LINKS}/sign-up`, {
    token,
    company: { name },
    account: { email: `${name.toLowerCase()}@example.org`, password: PASSWORD, name: `Owner of ${name}`, locale: 'nl' },
    ...where,
  })
  const { companyId } = reply.as(ProgrammeInvitationAccepted)
  return { companyId, client: asUser(api.nobody, reply) }
}

/** Who takes part, as somebody of the programme reads it. */
export async function participationOf(by: Client, org: string): Promise<ProgrammeParticipation> {
  return (await by.get(`${org}/participation`)).as(ProgrammeParticipation)
}
