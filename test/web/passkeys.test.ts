import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page, Response } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import { EMAIL, PASSWORD, TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts'

let browser: Browser
let server: TestServer
let origin: string
let desk: Desk
let device: VirtualAuthenticator

const WORDS = {
  en: {
    email: 'Email address',
    password: 'Password',
    signIn: 'Sign in',
    name: 'What do you call this passkey?',
    make: 'Make passkey',
    made: 'The passkey is made.',
    one: 'Better make two',
    signOut: 'Sign out',
    withPasskey: 'Sign in with a passkey',
    organisations: 'Your organisations',
    change: 'Change: Laptop',
    remove: 'Remove passkey',
    sure: 'Yes, remove',
    none: 'You have no passkey yet.',
    first: 'One more step before you can go on',
    goOn: 'Codes kept, go on to Meervoud',
    needed: 'This account needs your passkey too.',
    recovery: 'Recovery code',
    left: 'You have 7 recovery codes left.',
    renew: 'Make new recovery codes',
  },
  nl: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    name: 'Hoe noemt u deze passkey?',
    make: 'Passkey maken',
    made: 'De passkey is gemaakt.',
    one: 'Maak er liever twee',
    signOut: 'Uitloggen',
    withPasskey: 'Inloggen met een passkey',
    organisations: 'Uw organisaties',
    change: 'Wijzigen: Laptop',
    remove: 'Passkey verwijderen',
    sure: 'Ja, verwijderen',
    none: 'U hebt nog geen passkey.',
    first: 'Nog één stap voordat u verder kunt',
    goOn: 'Codes bewaard, verder naar Meervoud',
    needed: 'Bij dit account is ook uw passkey nodig.',
    recovery: 'Herstelcode',
    left: 'U hebt nog 7 herstelcodes.',
    renew: 'Nieuwe herstelcodes maken',
  },
} as const
type Words = (typeof WORDS)['en' | 'nl']

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  origin = server.origin.replace('127.0.0.1', 'localhost')
  return site.close
})

async function openAs(locale: 'en-GB' | 'nl-NL'): Promise<void> {
  desk = await openDesk(browser, { locale })
  device = await VirtualAuthenticator.plugIn(desk.page)
}

async function typePassword(page: Page, words: Words): Promise<void> {
  await page.getByLabel(words.email).fill(EMAIL)
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: words.signIn, exact: true }).click()
}

async function signInWithPassword(page: Page, words: Words): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await typePassword(page, words)
  await page.getByRole('heading', { name: words.organisations }).waitFor()
}

async function makePasskey(page: Page, words: Words): Promise<void> {
  await page.goto(`${origin}/account`)
  await page.getByLabel(words.name).fill('Laptop')
  await page.getByRole('button', { name: words.make }).click()
  await page.getByText(words.made).waitFor()
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.goto(`${origin}/account`)
  await page.locator('mv-account-page').getByRole('button', { name: words.signOut, exact: true }).last().click()
  await page.waitForURL(`${origin}/`)
}

/** Presses the button on the page for signing in; what the server answered to the signature. */
async function tryPasskey(page: Page, words: Words): Promise<Response> {
  await page.goto(`${origin}/sign-in`)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/passkeys/sign-in'))
  await page.getByRole('button', { name: words.withPasskey }).click()
  return answered
}

async function removePasskey(page: Page, words: Words): Promise<void> {
  await page.goto(`${origin}/account`)
  await page.getByRole('button', { name: words.change }).click()
  await page.getByRole('button', { name: words.remove }).click()
  await page.getByRole('button', { name: words.sure }).click()
  await page.getByText(words.none).waitFor()
}

describe.each(['en', 'nl'] as const)('a passkey in %s', (locale) => {
  beforeEach(() => openAs(locale === 'en' ? 'en-GB' : 'nl-NL'))
  afterEach(() => closeDesk(desk))

  it('is made, signs in without anything typed, and is removed', async () => {
    const [{ page }, words] = [desk, WORDS[locale]]
    await page.addInitScript((chosen) => localStorage.setItem('mv-locale', chosen), locale)
    await signInWithPassword(page, words)
    await makePasskey(page, words)
    await page.getByText(words.one).waitFor()
    await signOut(page, words)
    expect((await tryPasskey(page, words)).status()).toBe(204)
    await page.getByRole('heading', { name: words.organisations }).waitFor()
    await removePasskey(page, words)
    await signOut(page, words)
    expect((await tryPasskey(page, words)).status()).toBe(401)
    await page.getByRole('alert').waitFor()
  })
})

describe.each(['en', 'nl'] as const)('a passkey where everybody needs a second factor, in %s', (locale) => {
  beforeEach(() => openAs(locale === 'en' ? 'en-GB' : 'nl-NL'))
  afterEach(() => closeDesk(desk))

  it('brings recovery codes, opens the rest, and is named when a password is not enough', async () => {
    const [{ page }, words] = [desk, WORDS[locale]]
    const strict = await TestServer.start({ settings: { SECOND_FACTOR: 'required' } })
    onTestFinished(() => strict.close())
    const { organisationId } = await strict.setUp()
    const here = strict.origin.replace('127.0.0.1', 'localhost')
    await page.addInitScript((chosen) => localStorage.setItem('mv-locale', chosen), locale)
    await page.goto(`${here}/sign-in?return=/o/${organisationId}`)
    await typePassword(page, words)
    await page.getByRole('heading', { level: 1, name: words.first }).waitFor()
    await page.getByLabel(words.name).fill('Laptop')
    expect(await page.locator('mv-identities').count()).toBe(0)
    await page.getByRole('button', { name: words.make }).click()
    const codes = page.locator('.recovery-codes code')
    await codes.first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const [code = '', ...others] = await codes.allTextContents()
    expect(others).toHaveLength(7)
    await page.getByRole('link', { name: words.goOn }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()

    await page.context().clearCookies()
    await page.goto(`${here}/sign-in?return=/account`)
    await typePassword(page, words)
    await page.getByText(words.needed).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel(words.recovery).fill(code)
    await page.getByRole('button', { name: words.signIn, exact: true }).click()
    await page.getByText(words.left).waitFor()
    await page.getByRole('button', { name: words.renew }).waitFor()
  })
})

describe('a passkey is refused', () => {
  const words = WORDS.en
  beforeEach(async () => {
    await openAs('en-GB')
    await signInWithPassword(desk.page, words)
    await makePasskey(desk.page, words)
    await signOut(desk.page, words)
  })
  afterEach(async () => {
    await signInWithPassword(desk.page, words)
    await removePasskey(desk.page, words)
    await closeDesk(desk)
  })

  it('when what it signed is sent a second time', async () => {
    const { page, context } = desk
    const answer = await tryPasskey(page, words)
    expect(answer.status()).toBe(204)
    const data: unknown = answer.request().postDataJSON()
    await context.clearCookies()
    const again = await context.request.post(`${origin}/api/passkeys/sign-in`, { data })
    expect([again.status(), (await again.json()).type]).toEqual([401, '/problems/wrong-passkey'])
    expect(again.headers()['set-cookie']).toBeUndefined()
  })

  it('when it signed on a page of another address, which had a real challenge', async () => {
    const { page, context } = desk
    const elsewhere = createServer((_request, reply) => reply.setHeader('content-type', 'text/html').end('<p>Bait'))
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening')
    const { port } = elsewhere.address() as AddressInfo
    const options: unknown = await (await context.request.post(`${origin}/api/passkeys/sign-in/options`)).json()
    await page.goto(`http://localhost:${port}/`)
    const data = await page.evaluate(signHere, JSON.stringify(options))
    elsewhere.close()
    elsewhere.closeAllConnections()
    expect(Buffer.from(data.clientDataJSON, 'base64url').toString()).toContain(`http://localhost:${port}`)
    const reply = await context.request.post(`${origin}/api/passkeys/sign-in`, { data })
    expect([reply.status(), (await reply.json()).type]).toEqual([401, '/problems/wrong-passkey'])
  })

  it('when its device did not look who was there: by the browser, and by the server should the browser be lax', async () => {
    const { page } = desk
    await device.setVerified(false)
    await page.goto(`${origin}/sign-in`)
    await page.getByRole('button', { name: words.withPasskey }).click()
    await page.getByRole('alert').getByText('No passkey was used.').waitFor()
    await page.route('**/api/passkeys/sign-in/options', async (route) => {
      const reply = await route.fetch()
      await route.fulfill({ response: reply, json: { ...(await reply.json()), userVerification: 'discouraged' } })
    })
    const answer = await tryPasskey(page, words)
    expect([answer.status(), (await answer.json()).type]).toEqual([401, '/problems/wrong-passkey'])
    await page.getByRole('alert').getByText('This passkey was not accepted').waitFor()
  })

  it('when it is a copy that counts from before', async () => {
    const { page, context } = desk
    const copy = await device.copy()
    for (const round of ['first', 'second']) {
      expect((await tryPasskey(page, words)).status(), round).toBe(204)
      await page.getByRole('heading', { name: words.organisations }).waitFor()
      await context.clearCookies()
    }
    await device.restore(copy)
    const answer = await tryPasskey(page, words)
    expect([answer.status(), (await answer.json()).type]).toEqual([401, '/problems/passkey-copied'])
    await page.getByRole('alert').getByText('There seem to be two of this passkey').waitFor()
  })
})

describe('where passkeys do not work', () => {
  it('the sign-in page has no button for one, and the account page says where they do', async () => {
    desk = await openDesk(browser)
    const { page } = desk
    await page.goto(`${server.origin}/sign-in`)
    await page.getByLabel(WORDS.en.email).fill(EMAIL)
    expect(await page.getByRole('button', { name: WORDS.en.withPasskey }).count()).toBe(0)
    await page.getByLabel(WORDS.en.password, { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: WORDS.en.signIn, exact: true }).click()
    await page.getByRole('heading', { name: WORDS.en.organisations }).waitFor()
    await page.goto(`${server.origin}/account`)
    await page.getByText('Passkeys do not work at this address.').waitFor()
    expect(await page.getByRole('link', { name: origin }).getAttribute('href')).toBe(`${origin}/account`)
    expect(await page.getByRole('button', { name: WORDS.en.make }).count()).toBe(0)
    await closeDesk(desk)
  })
})

/** Runs in the page: signs a challenge with whatever passkey the browser has, as a page that imitates ours would. */
async function signHere(options: string) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))
  const credential = await navigator.credentials.get({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
  const { id, response } = credential.toJSON()
  if (!('signature' in response)) throw new Error('nothing was signed')
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return { id, clientDataJSON, authenticatorData, signature, userHandle }
}
