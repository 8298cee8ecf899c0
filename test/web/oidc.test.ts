import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { InvitationMade } from '../../server/contract/accounts.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { OrganisationSignIn } from '../support/organisation-sign-in.ts'
import { EMAIL, PASSWORD, type TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let work: OrganisationSignIn
let origin: string
let organisationId: string
let desk: Desk

const WORDS = {
  en: {
    email: 'Email address',
    password: 'Password',
    signIn: 'Sign in',
    through: 'Sign in with Zaanwerk',
    title: 'Sign in through your organisation',
    link: 'Link',
    unlink: 'Unlink: Zaanwerk',
    signOut: 'Sign out',
    organisations: 'Your organisations',
    linkFirst: 'There is an account with your email address here already.',
  },
  nl: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    through: 'Inloggen via Zaanwerk',
    title: 'Inloggen via uw organisatie',
    link: 'Koppelen',
    unlink: 'Loskoppelen: Zaanwerk',
    signOut: 'Uitloggen',
    organisations: 'Uw organisaties',
    linkFirst: 'Er is hier al een account met uw e-mailadres.',
  },
} as const
type Words = (typeof WORDS)['en' | 'nl']

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  work = await OrganisationSignIn.start(`${origin}/api/oidc/callback`)
  const settings = {
    PORT: String(port),
    OIDC_ISSUER: work.origin,
    OIDC_CLIENT_ID: OrganisationSignIn.clientId,
    OIDC_CLIENT_SECRET: work.clientSecret,
    OIDC_NAME: 'Zaanwerk',
  }
  const site = await startSite({ settings })
  ;({ browser, server, organisationId } = site)
  return async () => {
    await site.close()
    await work.close()
  }
})

beforeEach(async () => {
  desk = await openDesk(browser)
})
afterEach(() => closeDesk(desk))

/** A port that nobody listens on now: the organisation has to know the address before the server starts. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function passThroughWork(page: Page): Promise<void> {
  await page.waitForURL(`${work.origin}/**`)
  await page.getByRole('button', { name: 'Go on' }).click()
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.locator('mv-account-page').getByRole('button', { name: words.signOut, exact: true }).last().click()
  await page.waitForURL(`${origin}/`)
}

describe.each(['en', 'nl'] as const)('the sign-in of the organisation in %s', (locale) => {
  it('lets nobody in by an address alone; linked, it does, until it is unlinked', async () => {
    const [{ page }, words] = [desk, WORDS[locale]]
    work.colleague = { accountId: 'a-1', email: EMAIL, isVerified: true, name: 'Alice' }
    await page.addInitScript((chosen) => localStorage.setItem('mv-locale', chosen), locale)
    await page.goto(`${origin}/sign-in?return=/account`)
    await page.getByRole('button', { name: words.through }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: words.through }).click()
    await passThroughWork(page)
    await page.getByRole('alert').getByText(words.linkFirst).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByLabel(words.email).fill(EMAIL)
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: words.signIn, exact: true }).click()
    await page.getByRole('heading', { name: words.organisations }).waitFor()
    await page.goto(`${origin}/account`)
    await page.getByRole('heading', { name: words.title }).waitFor()
    await page.getByRole('button', { name: words.link, exact: true }).click()
    await page.getByRole('button', { name: words.unlink }).waitFor()
    expect(page.url()).toBe(`${origin}/account`)

    await signOut(page, words)
    await page.goto(`${origin}/sign-in?return=/account`)
    await page.getByRole('button', { name: words.through }).click()
    await page.waitForURL(`${origin}/account`)
    await page.getByRole('button', { name: words.unlink }).click()
    await page.getByRole('button', { name: words.link, exact: true }).waitFor()
  })
})

describe('an invitation', () => {
  it('is taken up through the organisation, without a password', async () => {
    const { page } = desk
    work.colleague = { accountId: 'd-1', email: 'dirk@example.org', isVerified: true, name: 'Dirk de Vries' }
    const { url } = await server.call(
      'POST',
      `/api/organisations/${organisationId}/invitations`,
      { role: 'facilitator' },
      InvitationMade,
    )
    await page.goto(`${origin}/invitation${new URL(url).hash}`)
    await page.getByRole('button', { name: WORDS.en.through }).click()
    await passThroughWork(page)
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    expect(page.url()).toBe(`${origin}/o/${organisationId}`)

    await page.goto(`${origin}/account`)
    await page.getByRole('heading', { name: 'Passkeys' }).waitFor()
    await page.getByRole('button', { name: WORDS.en.unlink }).waitFor()
    expect(await page.locator('mv-own-password, mv-second-factor').count()).toBe(0)
    server.forgetConfirmations()
    await page.getByRole('button', { name: WORDS.en.unlink }).click()
    const dialog = page.getByRole('dialog', { name: 'Is it really you?' })
    await dialog.getByText('Your account has no password. Sign out, and sign in again').waitFor()
    expect(await dialog.getByLabel(WORDS.en.password).count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: WORDS.en.signOut, exact: true }).click()
    await page.getByRole('button', { name: WORDS.en.through }).click()
    await page.waitForURL(`${origin}/account`)
    await page.getByRole('button', { name: WORDS.en.unlink }).click()
    await page.getByText('This is the only way in which you can still sign in.').waitFor()
  })
})
