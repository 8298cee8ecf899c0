import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Me, StartState } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Identity } from '../../server/contract/oidc.ts'
import { PasskeyCreation } from '../../server/contract/passkeys.ts'
import { asUser, type Person, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { Authenticator } from '../support/authenticator.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { HandMadeIssuer } from '../support/hand-made-issuer.ts'
import { begin, DIRK, journeyTo, withIssuer } from '../support/oidc-journeys.ts'
import { invitePerson, inviteTo } from '../support/people.ts'

const List = listOf(Identity)
const Made = z.object({ id: z.string() })

describe.each(DATABASES)('people of an organisation on $name', ({ open }) => {
  let api: TestApp
  let alice: Person & { organisationId: string }
  let issuer: HandMadeIssuer

  beforeAll(async () => {
    issuer = await HandMadeIssuer.start()
  })
  afterAll(() => issuer.close())

  beforeEach(async () => {
    api = await startAppForTest(open)
    alice = await signUp(api)
    issuer.saying = { claims: DIRK }
  })

  const handMade = (changes: Parameters<typeof withIssuer>[2] = {}) => withIssuer(api, issuer, changes)
  const through = (client: Client, body: object = {}, path: 'start' | 'link' = 'start') =>
    journeyTo(issuer, client, body, path)
  /** Alice's account linked to what the issuer calls `person-1`. */
  const linkAlice = async (app: TestApp): Promise<Client> => {
    const client = app.nobody.with(alice.client.headers)
    expect((await through(client, {}, 'link')).headers['location']).toBe('/account')
    return client
  }

  describe('who may come in', () => {
    test('nobody by an email address alone: the account with it links first, by its own means', async () => {
      const app = await handMade()
      issuer.saying = { claims: { ...DIRK, email: alice.email } }
      const unlinked = await through(app.nobody)
      expect([unlinked.headers['location'], unlinked.cookie('mv')]).toEqual([
        '/sign-in?problem=oidc-link-first',
        undefined,
      ])
      const invitation = await inviteTo(alice.client, alice.organisationId, 'viewer')
      expect((await through(app.nobody, { invitation })).headers['location']).toBe('/sign-in?problem=oidc-link-first')
      await linkAlice(app)
      const linked = await through(app.nobody)
      expect((await asUser(app.nobody, linked).get('/api/me')).as(Me).user.id).toBe(alice.userId)
    })

    test.each<[string, object, object, string]>([
      ['a stranger without an invitation', {}, DIRK, 'oidc-unknown'],
      [
        'an invited one whose address is not checked',
        { isInvited: true },
        { ...DIRK, email_verified: false },
        'oidc-no-email',
      ],
      [
        'an invited one whose check is only a word',
        { isInvited: true },
        { ...DIRK, email_verified: 'true' },
        'oidc-no-email',
      ],
      ['an invited one without an address', { isInvited: true }, { name: 'Dirk' }, 'oidc-no-email'],
    ])('not %s', async (_what, { isInvited }: { isInvited?: boolean }, claims, code) => {
      const app = await handMade()
      issuer.saying = { claims: { ...claims } }
      const invitation = await inviteTo(alice.client, alice.organisationId, 'viewer')
      const reply = await through(app.nobody, isInvited ? { invitation } : {})
      expect([reply.headers['location'], reply.cookie('mv')]).toEqual([`/sign-in?problem=${code}`, undefined])
    })

    test('not a locked account, and not with an invitation that is used', async () => {
      const app = await handMade()
      await linkAlice(app)
      const lockedAt = '2026-11-02T09:00:00.000Z'
      await api.database.db.updateTable('user').set({ lockedAt }).where('id', '=', alice.userId).execute()
      expect((await through(app.nobody)).headers['location']).toBe('/sign-in?problem=oidc-unknown')
      expect((await app.nobody.post('/api/oidc/start', { invitation: 'nonsense' })).refusal).toBe(
        'invitation-not-valid',
      )
    })

    test('somebody who is known takes an invitation up on the way', async () => {
      const app = await handMade()
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      const { id } = (await alice.client.post('/api/organisations', { name: 'Mill' })).as(Made)
      const invitation = await inviteTo(alice.client, id, 'contributor')
      expect((await through(app.nobody.with(bob.client.headers), {}, 'link')).headers['location']).toBe('/account')
      const reply = await through(app.nobody, { invitation })
      expect(reply.headers['location']).toBe(`/o/${id}`)
      const me = (await asUser(app.nobody, reply).get('/api/me')).as(Me)
      expect(me.memberships.map(({ organisationId }) => organisationId)).toContain(id)
    })

    test('without a second step where one is required, only an account that has none yet', async () => {
      const app = await handMade()
      await linkAlice(app)
      const strict = await handMade({ secondFactor: 'required' })
      const weak = await through(strict.nobody)
      expect((await asUser(strict.nobody, weak).get('/api/organisations/x')).refusal).toBe('second-factor-first')
      const options = (await alice.client.post('/api/passkeys/options')).as(PasskeyCreation)
      expect((await alice.client.post('/api/passkeys', new Authenticator().create(options))).status).toBe(201)
      expect((await through(strict.nobody)).headers['location']).toBe('/sign-in?problem=oidc-weak')
      issuer.saying = { claims: { ...DIRK, amr: ['mfa'] } }
      expect((await through(strict.nobody)).headers['location']).toBe('/')
    })
  })

  describe('the link on the account page', () => {
    test('it is made by who is signed in still, seen, and undone', async () => {
      const app = await handMade()
      const client = await linkAlice(app)
      const { items } = (await client.get('/api/oidc/identities')).as(List)
      expect(items).toMatchObject([{ issuer: issuer.origin, lastUsedAt: null }])
      expect((await client.delete(`/api/oidc/identities/${items[0]?.id}`)).status).toBe(204)
      expect((await through(app.nobody)).headers['location']).toBe('/sign-in?problem=oidc-unknown')
    })

    test('it is refused when somebody else is signed in by then, or nobody', async () => {
      const app = await handMade()
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      for (const cookie of [bob.client.headers['cookie'], undefined]) {
        const { url, browser } = await begin(app.nobody.with(alice.client.headers), {}, 'link')
        const journey = browser.headers['cookie']?.split('; ').at(-1)
        const other = app.nobody.with({ cookie: [cookie, journey].filter(Boolean).join('; ') })
        expect((await other.get(issuer.signIn(url))).headers['location']).toBe('/account?problem=oidc-interrupted')
      }
      expect(await api.database.db.selectFrom('identity').select('id').execute()).toEqual([])
    })

    test('one person of the organisation is one account here', async () => {
      const app = await handMade()
      await linkAlice(app)
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      const taken = await through(app.nobody.with(bob.client.headers), {}, 'link')
      expect(taken.headers['location']).toBe('/account?problem=oidc-taken')
      issuer.saying = { claims: { ...DIRK, sub: 'person-2' } }
      const second = await through(app.nobody.with(alice.client.headers), {}, 'link')
      expect(second.headers['location']).toBe('/account?problem=oidc-taken')
    })

    test('an account without a password keeps it while there is nothing else', async () => {
      const app = await handMade()
      const invitation = await inviteTo(alice.client, alice.organisationId, 'viewer')
      const dirk = asUser(app.nobody, await through(app.nobody, { invitation }))
      const [identity] = (await dirk.get('/api/oidc/identities')).as(List).items
      expect((await dirk.delete(`/api/oidc/identities/${identity?.id}`)).refusal).toBe('last-way-in')
      const options = (await dirk.post('/api/passkeys/options')).as(PasskeyCreation)
      const made = asUser(app.nobody, await dirk.post('/api/passkeys', new Authenticator().create(options)))
      expect((await made.delete(`/api/oidc/identities/${identity?.id}`)).status).toBe(204)
    })
  })

  describe('when it is not there', () => {
    test('an issuer that does not answer is told as such, and tried again the next time', async () => {
      const gone = await HandMadeIssuer.start()
      const app = await withIssuer(api, gone)
      await gone.close()
      const reply = await app.nobody.post('/api/oidc/start', {})
      expect([reply.status, reply.refusal]).toEqual([503, 'oidc-unreachable'])
      const other = await handMade()
      issuer.saying = { status: 503 }
      expect((await through(other.nobody)).headers['location']).toBe('/sign-in?problem=oidc-unreachable')
    })

    test('an issuer that keeps silent is waited for no longer than five seconds', async () => {
      const app = await handMade()
      issuer.saying = { isSilent: true }
      const began = performance.now()
      expect((await app.nobody.post('/api/oidc/start', {})).refusal).toBe('oidc-unreachable')
      expect(performance.now() - began).toBeLessThan(8_000)
    })

    test('an installation without one says so, and offers none', async () => {
      expect((await api.nobody.get('/api/start')).as(StartState).oidc).toBeNull()
      expect((await api.nobody.post('/api/oidc/start', {})).refusal).toBe('oidc-not-here')
      const callback = await api.nobody.get('/api/oidc/callback?code=x&state=y')
      expect(callback.headers['location']).toBe('/sign-in?problem=oidc-not-here')
      expect((await (await handMade()).nobody.get('/api/start')).as(StartState).oidc).toEqual({ name: 'Work' })
    })
  })
})
