import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { hashSecret, makeSecret } from '../../server/auth/secrets.ts'
import { InvitationMade } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { Results } from '../../server/contract/results.ts'
import { PROGRAMME_ROLES } from '../../server/contract/roles.ts'
import type { RoundMade } from '../../server/contract/rounds.ts'
import { DisplayLink, Workshop } from '../../server/contract/workshops.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { insertApiToken } from '../../server/db/queries/sessions.ts'
import { insertUser } from '../../server/db/queries/users.ts'
import { makeReachCheck } from '../../server/services/reach.ts'
import { joinRound, newRound, PASSWORD, type TestApp } from './app.ts'
import type { Client } from './client.ts'
import { gatherPeople, inviteTo, type People } from './people.ts'
import { addManager, foundProgrammes, PROGRAMMES, type ProgrammeName, type Programmes } from './world-programme.ts'
import { addSignIn, idleSignIn, lockedOwner, makeOperator, signedIn } from './world-sign-ins.ts'

const Made = z.object({ id: z.string() })

/** The two organisations of the world: Alice's and Carol's. */
export const ORGANISATIONS = ['bakery', 'mill'] as const
export type CompanyName = (typeof ORGANISATIONS)[number]
/** Companies and programmes. */
export type OrganisationName = CompanyName | ProgrammeName

/** A caller as the permission matrix sees it. */
export interface Actor {
  readonly name: string
  /** The signed-in user; undefined for who is not signed in. */
  readonly userId: string | undefined
  readonly isRespondent: boolean
  /** Runs the installation. */
  readonly isOperator?: boolean
  /** The round in whose room the caller is, as a respondent or a wall. */
  readonly room?: string
  /** Role at this moment, by organisation; none where it is left out. */
  readonly roles: Partial<Record<OrganisationName, Role>>
  /** Comes with an API token instead of a session. */
  readonly isScript?: boolean
  /** A caller that stays good. */
  readonly client: Client
  /** The same caller with a session of its own, which a call may end. */
  readonly fresh: () => Promise<Client>
}

/** What a call to make a round asks for, in the state that the test needs. */
export type RoundKind = 'draft' | 'open' | 'closed' | 'answered' | 'released'

/** What a call about a workshop asks for. */
export type WorkshopKind = 'prepared' | 'revealed' | 'voting' | 'rehearsal'

/** Two organisations with everybody who may knock at their doors. */
export class World {
  readonly api: TestApp
  readonly people: People
  readonly programmes: Programmes
  readonly actors: readonly Actor[]
  readonly itemId: string

  private constructor(api: TestApp, people: People, programmes: Programmes, actors: readonly Actor[], itemId: string) {
    this.api = api
    this.people = people
    this.programmes = programmes
    this.actors = actors
    this.itemId = itemId
  }

  /** Lets everybody join, and starts a round with one respondent in each organisation. */
  static async make(api: TestApp): Promise<World> {
    const people = await gatherPeople(api)
    const itemId = api.deps.instruments.find('six-capitals', '1.0.0')?.items[0]?.id ?? ''
    const programmes = await foundProgrammes(api, people)
    await addManager(api, programmes.valley.id, people.alice.userId)
    const world = new World(api, people, programmes, [], itemId)
    return new World(api, people, programmes, await world.#makeActors(), itemId)
  }

  /** The id of an organisation. */
  idOf(organisation: OrganisationName): string {
    return isProgramme(organisation) ? this.programmes[organisation].id : this.people[organisation]
  }

  ownerOf(organisation: OrganisationName): Client {
    if (isProgramme(organisation)) return this.programmes[organisation].manager
    return organisation === 'bakery' ? this.people.alice.client : this.people.carol.client
  }

  /** What a new round asks: one item, named answers, so that one respondent makes a release. */
  get roundInput() {
    return { itemIds: [this.itemId], mode: 'open', horizons: ['now'] } as const
  }

  /** One answer to the only item of a round of this world. */
  get operations(): object[] {
    return [{ opId: randomUUID(), itemId: this.itemId, horizon: 'now', seq: 1, rating: 4 }]
  }

  /** A round of its own for one call. */
  async makeRound(organisation: OrganisationName, kind: RoundKind): Promise<RoundMade> {
    const [owner, org] = [this.ownerOf(organisation), this.idOf(organisation)]
    const { itemIds, mode } = this.roundInput
    const round = await newRound(owner, org, { itemIds: [...itemIds], mode, draft: kind === 'draft' })
    if (kind === 'answered' || kind === 'released') {
      const { client } = await joinRound(this.api.nobody, round.code)
      await client.put('/api/response/answers', this.operations)
    }
    if (kind === 'released') await owner.post(`/api/organisations/${org}/rounds/${round.id}/releases`)
    if (kind === 'closed') await owner.post(`/api/organisations/${org}/rounds/${round.id}/close`)
    return round
  }

  /** A workshop of its own for one call; its id and the round of its second vote, when it has one. */
  async makeWorkshop(
    organisation: OrganisationName,
    kind: WorkshopKind,
  ): Promise<{ id: string; roundId: string; voteId: string | undefined }> {
    const [owner, org] = [this.ownerOf(organisation), `/api/organisations/${this.idOf(organisation)}`]
    const round = await this.makeRound(organisation, kind === 'prepared' ? 'open' : 'answered')
    const { id } = (await owner.post(`${org}/workshops`, { roundId: round.id })).as(Made)
    if (kind === 'prepared') return { id, roundId: round.id, voteId: undefined }
    const workshop = `${org}/workshops/${id}`
    if (kind === 'rehearsal') {
      const made = (await owner.post(`${workshop}/rehearsals`, { phones: 5 })).as(Made)
      return { id: made.id, roundId: round.id, voteId: undefined }
    }
    await owner.post(`${org}/rounds/${round.id}/close`)
    const order = (body: object) => owner.post(`${workshop}/commands`, body)
    const revealed = await order({ do: 'reveal' })
    if (revealed.status !== 200) throw new Error(revealed.text)
    const state = kind === 'voting' ? (await order({ do: 'vote', itemIds: [this.itemId] })).as(Workshop) : undefined
    await owner.post(`${workshop}/controls`, { action: 'release' })
    return { id, roundId: round.id, voteId: state?.votes[0]?.id }
  }

  /** The token of a wall of a workshop of its own. */
  async makeDisplay(organisation: OrganisationName): Promise<string> {
    return (await this.#display(organisation)).token
  }

  async #display(organisation: OrganisationName): Promise<{ token: string; roundId: string }> {
    const { id, roundId } = await this.makeWorkshop(organisation, 'revealed')
    const url = `/api/organisations/${this.idOf(organisation)}/workshops/${id}/display-links`
    const link = (await this.ownerOf(organisation).post(url)).as(DisplayLink)
    return { token: new URL(link.url).hash.slice(1), roundId }
  }

  /** One more organisation of everybody who may hand something over to it. */
  async makeOrganisation(): Promise<string> {
    const { id } = (await this.people.alice.client.post('/api/organisations', { name: 'Next' })).as(Made)
    const createdAt = this.#now()
    const userId = this.people.carol.userId
    await upsertMembership(this.api.database.db, { organisationId: id, userId, role: 'owner', until: null, createdAt })
    return id
  }

  /** The organisation whose route the matrix is asking about now. */
  asked: OrganisationName = 'bakery'
  #made = 0

  /** A release of its own for one call; its id. */
  async makeRelease(organisation: OrganisationName): Promise<string> {
    const { id } = await this.makeRound(organisation, 'released')
    const reply = await this.ownerOf(organisation).get(
      `/api/organisations/${this.idOf(organisation)}/rounds/${id}/results`,
    )
    return reply.as(Results).release.id
  }

  /** A party that no other call has written, without its revision. */
  get party(): object {
    this.#made += 1
    return { name: `Harbour ${this.#made}`, kind: 'customer', links: [] }
  }

  /** An experiment in a quarter that no other call has used, without its revision. */
  get experiment(): object {
    this.#made += 1
    const days = { startsOn: '2026-11-02', endsOn: '2026-12-01' }
    const words = { hypothesis: 'They want to', smallestTest: 'Ask one', measure: 'Yes or no', learned: '' }
    return { period: `${1000 + this.#made}-Q1`, partyId: null, ...words, ...days, outcome: null }
  }

  /** A party outside the organisation; its id. */
  makeParty(organisation: OrganisationName): Promise<string> {
    return this.#put(organisation, 'network/parties', this.party)
  }

  /** An experiment; its id. */
  makeExperiment(organisation: OrganisationName): Promise<string> {
    return this.#put(organisation, 'experiments', this.experiment)
  }

  async #put(organisation: OrganisationName, where: string, content: object): Promise<string> {
    const id = randomUUID()
    const url = `/api/organisations/${this.idOf(organisation)}/${where}/${id}`
    return (await this.ownerOf(organisation).put(url, { ...content, revision: 0 })).as(Made).id
  }

  /** A viewer of the organisation who never signs in; the id. */
  async makeMember(organisation: OrganisationName, role: Role = 'viewer'): Promise<string> {
    const { db } = this.api.database
    const id = randomUUID()
    const createdAt = this.#now()
    await insertUser(db, { id, email: `${id}@example.org`, name: 'Target', locale: 'nl', passwordHash: '-', createdAt })
    const organisationId = this.idOf(organisation)
    await upsertMembership(db, { organisationId, userId: id, role, until: null, createdAt })
    return id
  }

  /** An open invitation; its id. */
  async makeInvitation(organisation: OrganisationName): Promise<string> {
    const url = `/api/organisations/${this.idOf(organisation)}/invitations`
    return (await this.ownerOf(organisation).post(url, { role: 'viewer' })).as(InvitationMade).id
  }

  /** The token of an open invitation. */
  invitationToken(): Promise<string> {
    return inviteTo(this.people.alice.client, this.people.bakery, 'viewer')
  }

  /** A token for scripts of this user. */
  async makeApiToken(userId: string): Promise<{ id: string; token: string }> {
    const [id, token] = [randomUUID(), makeSecret()]
    const row = { id, tokenHash: hashSecret(token), userId, name: 'script', createdAt: this.#now() }
    await insertApiToken(this.api.database.db, row)
    return { id, token }
  }

  /** A sign-in of this user, in a browser that nobody uses; its id. */
  async makeSignIn(userId: string): Promise<string> {
    const tokenHash = hashSecret(await addSignIn(this.api, userId))
    const { db } = this.api.database
    return (await db.selectFrom('session').select('id').where('tokenHash', '=', tokenHash).executeTakeFirstOrThrow()).id
  }

  /** Everybody stays signed in whatever is done meanwhile: sessions that were ended are put back. */
  async keepSignIns(work: () => Promise<void>): Promise<void> {
    const { db } = this.api.database
    const before = await db.selectFrom('session').selectAll().execute()
    await work()
    await db
      .insertInto('session')
      .values(before)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }

  /** A viewer of the bakery who may go for ever. */
  async makeLeaver(): Promise<Client> {
    return signedIn(this.api, await this.makeMember('bakery'))
  }

  /** A trial of the network that this user started. */
  makeReachCheck(userId: string): Promise<{ id: string; code: string }> {
    return makeReachCheck({ db: this.api.database.db, now: this.api.clock.now }, userId)
  }

  /** The data of an account that nobody has yet. */
  newAccount(): object {
    return { email: `${randomUUID()}@example.org`, password: PASSWORD, name: 'New', locale: 'nl' }
  }

  #now(): string {
    return this.api.clock.now().toISOString()
  }

  async #makeActors(): Promise<Actor[]> {
    const { nobody } = this.api
    const { alice, bob, carol, dan, erin, frank } = this.people
    const { valley, hills } = this.programmes
    const user = async (name: string, userId: string, roles: Actor['roles']): Promise<Actor> => {
      const client = await signedIn(this.api, userId)
      return { name, userId, isRespondent: false, roles, client, fresh: () => signedIn(this.api, userId) }
    }
    const outside = (name: string, client: Client, isRespondent = false, room = {}): Actor => {
      return { name, userId: undefined, isRespondent, roles: {}, client, fresh: async () => client, ...room }
    }
    const respondent = async (name: string, organisation: OrganisationName) => {
      const { id, code } = await this.makeRound(organisation, 'open')
      const join = async () => (await joinRound(nobody, code)).client
      return { ...outside(name, await join(), true, { room: id }), fresh: join }
    }
    const wall = await this.#display('bakery')
    const signedOut = await signedIn(this.api, alice.userId)
    await signedOut.delete('/api/sessions/current')
    const script = nobody.with({ authorization: `Bearer ${(await this.makeApiToken(alice.userId)).token}` })
    return [
      outside('nobody', nobody),
      await respondent('a respondent', 'bakery'),
      await respondent('a respondent of another round', 'mill'),
      outside('a wall', nobody.with({ authorization: `Display ${wall.token}` }), false, { room: wall.roundId }),
      outside('a session that was ended', signedOut),
      outside('a forged session', nobody.with({ cookie: `mv=${makeSecret()}; mvr=${makeSecret()}` })),
      await user('an owner', alice.userId, { bakery: 'owner', valley: 'owner' }),
      {
        ...outside('an API token of an owner', script),
        userId: alice.userId,
        roles: { bakery: 'owner', valley: 'owner' },
        isScript: true,
      },
      await user('a facilitator', bob.userId, { bakery: 'facilitator' }),
      await user('a contributor', erin.userId, { bakery: 'contributor' }),
      await user('a viewer', frank.userId, { bakery: 'viewer' }),
      await user('an owner of another organisation', carol.userId, { mill: 'owner' }),
      ...(await Promise.all(PROGRAMME_ROLES.map((role) => user(role, valley.staff[role], { valley: role })))),
      await user('a manager of another programme', hills.staff.owner, { hills: 'owner' }),
      { ...(await user('an operator', await makeOperator(this.api, alice.userId), {})), isOperator: true },
      await user('a facilitator whose membership has ended', dan.userId, {}),
      outside('an owner whose account is locked', await lockedOwner(this.api, await this.makeMember('bakery'))),
      outside('a session of an owner that nobody used for long', await idleSignIn(this.api, alice.userId)),
    ]
  }
}

function isProgramme(organisation: OrganisationName): organisation is ProgrammeName {
  return PROGRAMMES.some((name) => name === organisation)
}
