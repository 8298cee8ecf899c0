import { InvitationAccepted, InvitationMade, Me, OrganisationMade, TokenMade } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { asUser, confirmed, PASSWORD, type Person, signUp, type TestApp } from './app.ts'
import type { Client } from './client.ts'

/** The cast of the tests: six people of Alice's organisation, and Carol of another. */
export interface People {
  /** Owner of `bakery`. */
  readonly alice: Person
  /** Facilitator in `bakery`. */
  readonly bob: Person
  /** Owner of `mill`, and a stranger to `bakery`. */
  readonly carol: Person
  /** Was facilitator in `bakery`; his membership has ended. */
  readonly dan: Person
  /** Contributor in `bakery`. */
  readonly erin: Person
  /** Viewer in `bakery`. */
  readonly frank: Person
  /** Alice's organisation. */
  readonly bakery: string
  /** Carol's organisation. */
  readonly mill: string
}

/** The token in the link of an invitation. */
export function tokenOf(url: string): string {
  return new URL(url).hash.replace('#t=', '')
}

/** Invites somebody, by mail when there is an address; returns the token of the link. */
export async function inviteTo(
  owner: Client,
  organisationId: string,
  role: Role,
  until: string | null = null,
  address?: string,
): Promise<string> {
  const mailed = address === undefined ? {} : { email: address }
  const reply = await owner.post(`/api/organisations/${organisationId}/invitations`, { role, until, ...mailed })
  return tokenOf(reply.as(InvitationMade).url)
}

/** A new user, who takes an invitation of this owner up. */
export async function invitePerson(
  { nobody }: TestApp,
  owner: Client,
  organisationId: string,
  { name, role, until = null, address }: { name: string; role: Role; until?: string | null; address?: string },
): Promise<Person> {
  const token = await inviteTo(owner, organisationId, role, until, address)
  const email = `${name.toLowerCase()}@example.org`
  const reply = await nobody.post('/api/invitations/accept', {
    token,
    account: { email, password: PASSWORD, name, locale: 'nl' },
  })
  reply.as(InvitationAccepted)
  const client = asUser(nobody, reply)
  const { user } = (await client.get('/api/me')).as(Me)
  return { userId: user.id, email, client }
}

/** Lets everybody join through the doors that the product has; takes two hours on the clock, after one of which Dan is out. */
export async function gatherPeople(test: TestApp): Promise<People> {
  const alice = await signUp(test)
  const bakery = alice.organisationId
  const invited = (name: string, role: Role, until: string | null = null) =>
    invitePerson(test, alice.client, bakery, { name, role, until })
  const soon = new Date(test.clock.now().getTime() + 3_600_000).toISOString()
  const dan = await invited('Dan', 'facilitator', soon)
  // Carol comes in through Alice's door, makes her own organisation, and leaves.
  const carol = await invited('Carol', 'viewer')
  const mill = (await carol.client.post('/api/organisations', { name: "Carol's mill" })).as(OrganisationMade).id
  await alice.client.delete(`/api/organisations/${bakery}/members/${carol.userId}`)
  test.clock.pass({ hours: 2 })
  return {
    alice,
    bob: await invited('Bob', 'facilitator'),
    carol,
    dan,
    erin: await invited('Erin', 'contributor'),
    frank: await invited('Frank', 'viewer'),
    bakery,
    mill,
  }
}

/** The same person with a token instead of a session, for tests in which weeks pass. */
export async function withToken({ nobody }: TestApp, person: Person): Promise<Person> {
  const client = await confirmed(nobody, person.client)
  const { token } = (await client.post('/api/tokens', { name: 'weeks' })).as(TokenMade)
  return { ...person, client: nobody.with({ authorization: `Bearer ${token}` }) }
}
