import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Issuer } from '../../server/auth/issuer.ts'
import { Me, StartState } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Identity, OidcStarted } from '../../server/contract/oidc.ts'
import { PasskeyCreation } from '../../server/contract/passkeys.ts'
import { asUser, PASSWORD, type Person, signUp, startApp, startAppForTest, type TestApp } from '../support/app.ts'
import { Authenticator } from '../support/authenticator.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { HandMadeIssuer, type Saying } from '../support/hand-made-issuer.ts'
import { OrganisationSignIn, walkThrough } from '../support/organisation-sign-in.ts'
import { invitePerson, inviteTo } from '../support/people.ts'

const HOME = 'http://localhost/api/oidc/callback'
const List = listOf(Identity)
const Made = z.object({ id: z.string() })
const DIRK = { email: 'dirk@example.org', email_verified: true, name: 'Dirk de Vries', locale: 'en-GB' }

describe.each(DATABASES)('signing in through an organisation on $name', ({ open }) => {
  let api: TestApp
  let alice: Person & { organisationId: string }
  let house: OrganisationSignIn
  let broken: HandMadeIssuer
  const started: TestApp[] = []

  beforeAll(async () => {
    house = await OrganisationSignIn.start(HOME)
    broken = await HandMadeIssuer.start()
  })
  afterAll(() => Promise.all([house.close(), broken.close()]))

  afterEach(() => Promise.all(started.splice(0).map((app) => app.close())))

  beforeEach(async () => {
    const bare = await startAppForTest(open)
    alice = await signUp(bare)
    broken.saying = { claims: DIRK }
    api = bare
  })

  /** The application with this sign-in; closed after the test. */
  const withIssuer = async (issuer: string, secret: string, changes: Parameters<typeof startApp>[1] = {}) => {
    const settings = { issuer, clientId: 'meervoud', clientSecret: secret, name: 'Work' }
    const next = await startApp(api.database, { issuer: new Issuer(settings), now: api.clock.now, ...changes })
    started.push(next)
    return { ...next, clock: api.clock }
  }
  const real = () => withIssuer(house.origin, OrganisationSignIn.clientSecret)
  const handMade = (changes = {}) => withIssuer(broken.origin, broken.clientSecret, changes)

  /** The browser that begins, with the cookie that binds the journey to it. */
  const begin = async (client: Client, body: object = {}, path = 'start') => {
    const reply = await client.post(`/api/oidc/${path}`, body)
    const { url } = reply.as(OidcStarted)
    const cookie = [client.headers['cookie'], `mvo=${reply.cookie('mvo')}`].filter(Boolean).join('; ')
    return { url, browser: client.with({ cookie }) }
  }
  const through = async (client: Client, body: object = {}, path?: string): Promise<Reply> => {
    const { url, browser } = await begin(client, body, path)
    return browser.get(broken.signIn(url))
  }
  /** Alice's account linked to what the hand-made issuer calls `person-1`. */
  const linkAlice = async (app: TestApp): Promise<Client> => {
    const client = app.nobody.with(alice.client.headers)
    const linked = await through(client, {}, 'link')
    expect(linked.headers['location']).toBe('/account')
    return client
  }

  describe('at a real provider', () => {
    test('an invitation is taken up without a password, and the same person comes in again', async () => {
      const app = await real()
      const invitation = await inviteTo(alice.client, alice.organisationId, 'facilitator')
      const first = await begin(app.nobody, { invitation })
      const back = await first.browser.get(await walkThrough(first.url, HOME))
      expect([back.status, back.headers['location']]).toEqual([303, `/o/${alice.organisationId}`])
      const dirk = (await asUser(app.nobody, back).get('/api/me')).as(Me)
      expect(dirk.user).toMatchObject({ name: 'Dirk de Vries', email: 'dirk@example.org', locale: 'en' })
      expect(dirk.memberships).toMatchObject([{ organisationId: alice.organisationId, role: 'facilitator' }])
      const again = await begin(app.nobody, { returnTo: '/method' })
      const home = await again.browser.get(await walkThrough(again.url, HOME))
      expect(home.headers['location']).toBe('/method')
      expect((await asUser(app.nobody, home).get('/api/me')).as(Me).user.id).toBe(dirk.user.id)
      const typed = { email: 'dirk@example.org', password: PASSWORD }
      expect((await app.nobody.post('/api/sessions', typed)).refusal).toBe('wrong-credentials')
    })

    test('a code and a state are good once', async () => {
      const app = await real()
      const { url, browser } = await begin(app.nobody, {
        invitation: await inviteTo(alice.client, alice.organisationId, 'viewer'),
      })
      const path = await walkThrough(url, HOME)
      expect((await browser.get(path)).cookie('mv')).toBeDefined()
      const replayed = await browser.get(path)
      expect([replayed.headers['location'], replayed.cookie('mv')]).toEqual([
        '/sign-in?problem=oidc-interrupted',
        undefined,
      ])
      const next = await begin(app.nobody)
      const old = new URL(path, HOME)
      old.searchParams.set('state', new URL(next.url).searchParams.get('state') ?? '')
      const oldCode = await next.browser.get(old.pathname + old.search)
      expect([oldCode.headers['location'], oldCode.cookie('mv')]).toEqual(['/sign-in?problem=oidc-refused', undefined])
    })
  })

  describe('what the organisation says is looked at', () => {
    const expired = Math.floor(Date.now() / 1000) - 3600
    test.each<[string, Saying]>([
      ['another issuer', { claims: { ...DIRK, iss: 'https://evil.example' } }],
      ['another audience', { claims: { ...DIRK, aud: 'another-client' } }],
      ['two audiences without saying for whom', { claims: { ...DIRK, aud: ['meervoud', 'another-client'] } }],
      ['another nonce', { claims: { ...DIRK, nonce: 'of another journey' } }],
      ['no nonce', { claims: { ...DIRK, nonce: null } }],
      ['no name for the person', { claims: { ...DIRK, sub: null } }],
      ['a token that is over', { claims: { ...DIRK, exp: expired, iat: expired - 300 } }],
      ['no signature', { claims: DIRK, signing: 'none' }],
      ['the signature of another key', { claims: DIRK, signing: 'another key' }],
      ['a signature with the secret of the client', { claims: DIRK, signing: 'client secret' }],
      ['half a signature', { claims: DIRK, signing: 'cut off' }],
      ['no token', { status: 400 }],
      ['somebody else on the page for who it is', { claims: {}, userInfo: { sub: 'person-2', ...DIRK } }],
    ])('%s is refused, and changes nothing', async (_what, saying) => {
      const app = await handMade()
      const invitation = await inviteTo(alice.client, alice.organisationId, 'viewer')
      const journey = await begin(app.nobody, { invitation })
      broken.saying = saying
      const people = await api.database.db.selectFrom('user').select('id').execute()
      const reply = await journey.browser.get(broken.signIn(journey.url))
      expect([reply.status, reply.headers['location']]).toEqual([303, '/sign-in?problem=oidc-refused'])
      expect(reply.cookie('mv')).toBeUndefined()
      expect(await api.database.db.selectFrom('user').select('id').execute()).toEqual(people)
      expect(await api.database.db.selectFrom('identity').select('id').execute()).toEqual([])
    })

    test.each<[string, Record<string, string | null>, string]>([
      ['from another issuer than it was sent to', { iss: 'https://evil.example' }, 'oidc-refused'],
      ['without saying from which issuer', { iss: null }, 'oidc-refused'],
      ['with another state', { state: 'x'.repeat(43) }, 'oidc-interrupted'],
      ['without a state', { state: null }, 'oidc-interrupted'],
      ['without a code', { code: null }, 'oidc-refused'],
      ['with a no', { code: null, error: 'access_denied' }, 'oidc-denied'],
    ])('a browser that comes back %s is refused', async (_what, changes, code) => {
      const app = await handMade()
      await linkAlice(app)
      const { url, browser } = await begin(app.nobody)
      const reply = await browser.get(broken.signIn(url, changes))
      expect([reply.headers['location'], reply.cookie('mv')]).toEqual([`/sign-in?problem=${code}`, undefined])
    })

    test('it asks nothing but what the issuer itself names, with a secret that only the two know', async () => {
      const app = await handMade()
      broken.asked.length = 0
      const { url, browser } = await begin(app.nobody)
      const asked = new URL(url)
      expect(asked.origin + asked.pathname).toBe(`${broken.origin}/auth`)
      expect(Object.fromEntries(asked.searchParams)).toMatchObject({
        response_type: 'code',
        redirect_uri: HOME,
        scope: 'openid email profile',
        code_challenge_method: 'S256',
      })
      await browser.get(broken.signIn(url))
      expect(broken.asked).toEqual(['/.well-known/openid-configuration', '/token', '/jwks'])
    })

    test.each<[string, object, boolean]>([
      ['a password only', {}, false],
      ['a password, in so many words', { amr: ['pwd'] }, false],
      ['two steps', { amr: ['pwd', 'mfa'] }, true],
      ['a hardware key', { amr: ['hwk'] }, true],
      ['a code', { amr: ['pwd', 'otp'] }, true],
      ['a high level', { acr: 'http://eidas.europa.eu/LoA/high' }, true],
      ['eHerkenning level 3', { acr: 'urn:etoegang:core:assurance-class:loa3' }, true],
      ['a level that nobody knows', { acr: '1' }, false],
    ])('a sign-in with %s is as strong as that', async (_what, claims, strong) => {
      const app = await handMade()
      await linkAlice(app)
      broken.saying = { claims: { ...DIRK, ...claims } }
      await through(app.nobody)
      const { isStrong } = await api.database.db
        .selectFrom('session')
        .select('isStrong')
        .where('method', '=', 'oidc')
        .executeTakeFirstOrThrow()
      expect(isStrong).toBe(strong ? 1 : 0)
    })
  })

  describe('a journey belongs to one browser', () => {
    test('it is refused in another, and over for both', async () => {
      const app = await handMade()
      await linkAlice(app)
      const mine = await begin(app.nobody)
      const path = broken.signIn(mine.url)
      const other = await begin(app.nobody)
      expect((await other.browser.get(path)).headers['location']).toBe('/sign-in?problem=oidc-interrupted')
      expect((await mine.browser.get(path)).headers['location']).toBe('/sign-in?problem=oidc-interrupted')
      expect((await app.nobody.get(path)).headers['location']).toBe('/sign-in?problem=oidc-interrupted')
    })

    test('it is over after ten minutes', async () => {
      const app = await handMade()
      await linkAlice(app)
      const { url, browser } = await begin(app.nobody)
      api.clock.pass({ minutes: 10 })
      expect((await browser.get(broken.signIn(url))).headers['location']).toBe('/sign-in?problem=oidc-interrupted')
    })

    test('the database holds nothing with which it could be ended', async () => {
      const app = await handMade()
      const { url, browser } = await begin(app.nobody)
      const rows = JSON.stringify(await api.database.db.selectFrom('oidcJourney').selectAll().execute())
      const { searchParams } = new URL(url)
      const secrets = [searchParams.get('state'), searchParams.get('nonce'), browser.headers['cookie']?.split('=')[1]]
      for (const secret of secrets) expect(rows).not.toContain(secret)
    })

    test('only a page of this product is gone back to', async () => {
      const app = await handMade()
      for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:x', '/a b'])
        expect((await app.nobody.post('/api/oidc/start', { returnTo })).refusal).toBe('invalid-request')
    })
  })

  describe('who may come in', () => {
    test('nobody by an email address alone: the account with it links first, by its own means', async () => {
      const app = await handMade()
      broken.saying = { claims: { ...DIRK, email: alice.email } }
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
      broken.saying = { claims: { ...claims } }
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
      broken.saying = { claims: { ...DIRK, amr: ['mfa'] } }
      expect((await through(strict.nobody)).headers['location']).toBe('/')
    })
  })

  describe('the link on the account page', () => {
    test('it is made by who is signed in still, seen, and undone', async () => {
      const app = await handMade()
      const client = await linkAlice(app)
      const { items } = (await client.get('/api/oidc/identities')).as(List)
      expect(items).toMatchObject([{ issuer: broken.origin, lastUsedAt: null }])
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
        expect((await other.get(broken.signIn(url))).headers['location']).toBe('/account?problem=oidc-interrupted')
      }
      expect(await api.database.db.selectFrom('identity').select('id').execute()).toEqual([])
    })

    test('one person of the organisation is one account here', async () => {
      const app = await handMade()
      await linkAlice(app)
      const bob = await invitePerson(api, alice.client, alice.organisationId, { name: 'Bob', role: 'viewer' })
      const taken = await through(app.nobody.with(bob.client.headers), {}, 'link')
      expect(taken.headers['location']).toBe('/account?problem=oidc-taken')
      broken.saying = { claims: { ...DIRK, sub: 'person-2' } }
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
      const app = await withIssuer(gone.origin, gone.clientSecret)
      await gone.close()
      const reply = await app.nobody.post('/api/oidc/start', {})
      expect([reply.status, reply.refusal]).toEqual([503, 'oidc-unreachable'])
      const other = await handMade()
      broken.saying = { status: 503 }
      expect((await through(other.nobody)).headers['location']).toBe('/sign-in?problem=oidc-unreachable')
    })

    test('an issuer that keeps silent is waited for no longer than five seconds', async () => {
      const app = await handMade()
      broken.saying = { isSilent: true }
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
