import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Me } from '../../server/contract/accounts.ts'
import { asUser, PASSWORD, type Person, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { HandMadeIssuer, type Saying } from '../support/hand-made-issuer.ts'
import { begin, DIRK, HOME, journeyTo, withIssuer } from '../support/oidc-journeys.ts'
import { OrganisationSignIn, walkThrough } from '../support/organisation-sign-in.ts'
import { inviteTo } from '../support/people.ts'

describe.each(DATABASES)('a journey to an organisation and back on $name', ({ open }) => {
  let api: TestApp
  let alice: Person & { organisationId: string }
  let house: OrganisationSignIn
  let issuer: HandMadeIssuer

  beforeAll(async () => {
    house = await OrganisationSignIn.start(HOME)
    issuer = await HandMadeIssuer.start()
  })
  afterAll(() => Promise.all([house.close(), issuer.close()]))

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

  describe('at a real provider', () => {
    test('an invitation is taken up without a password, and the same person comes in again', async () => {
      const app = await withIssuer(api, house)
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
      const app = await withIssuer(api, house)
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
      issuer.saying = saying
      const people = await api.database.db.selectFrom('user').select('id').execute()
      const reply = await journey.browser.get(issuer.signIn(journey.url))
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
      const reply = await browser.get(issuer.signIn(url, changes))
      expect([reply.headers['location'], reply.cookie('mv')]).toEqual([`/sign-in?problem=${code}`, undefined])
    })

    test('it asks nothing but what the issuer itself names, with a secret that only the two know', async () => {
      const app = await handMade()
      issuer.asked.length = 0
      const { url, browser } = await begin(app.nobody)
      const asked = new URL(url)
      expect(asked.origin + asked.pathname).toBe(`${issuer.origin}/auth`)
      expect(Object.fromEntries(asked.searchParams)).toMatchObject({
        response_type: 'code',
        redirect_uri: HOME,
        scope: 'openid email profile',
        code_challenge_method: 'S256',
      })
      await browser.get(issuer.signIn(url))
      expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/token', '/jwks'])
    })

    test.each<[string, object, boolean]>([
      ['a password only', {}, false],
      ['a password, in so many words', { amr: ['pwd'] }, false],
      ['two steps', { amr: ['pwd', 'mfa'] }, true],
      ['two passwords', { amr: ['pwd', 'pin'] }, false],
      ['a hardware key alone', { amr: ['hwk'] }, false],
      ['a code and a hardware key', { amr: ['otp', 'hwk'] }, false],
      ['a face alone', { amr: ['face'] }, false],
      ['a security key alone', { amr: ['fido'] }, false],
      ['a security key that a PIN opens', { amr: ['fido', 'pin'] }, true],
      ['a hardware key that a finger opens', { amr: ['hwk', 'fpt'] }, true],
      ['two steps, in one word', { amr: ['mfa'] }, true],
      ['two steps at Microsoft', { amr: ['ngcmfa'] }, true],
      ['a code', { amr: ['pwd', 'otp'] }, true],
      ['a high level', { acr: 'http://eidas.europa.eu/LoA/high' }, true],
      ['eHerkenning level 3', { acr: 'urn:etoegang:core:assurance-class:loa3' }, true],
      ['a level that nobody knows', { acr: '1' }, false],
    ])('a sign-in with %s is as strong as that', async (_what, claims, strong) => {
      const app = await handMade()
      await linkAlice(app)
      issuer.saying = { claims: { ...DIRK, ...claims } }
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
      const path = issuer.signIn(mine.url)
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
      expect((await browser.get(issuer.signIn(url))).headers['location']).toBe('/sign-in?problem=oidc-interrupted')
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
})
