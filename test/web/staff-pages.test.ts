import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { EMAIL, PASSWORD, SETUP_TOKEN, TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, nameOfFocus, openDesk, signInAsAlice, tabTo } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let desk: Desk
let organisation: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  organisation = `${server.origin}/o/${site.organisationId}`
  return site.close
})

beforeEach(async () => {
  desk = await openDesk(browser)
})

afterEach(() => closeDesk(desk))

describe('the first start', () => {
  let fresh: TestServer
  beforeAll(async () => {
    fresh = await TestServer.start()
  })
  afterAll(() => fresh.close())

  it('names each field that is missing, takes the reader there, and makes nothing', async () => {
    const { page } = desk
    await page.goto(`${fresh.origin}/set-up#t=${SETUP_TOKEN}`)
    await page.getByRole('button', { name: 'Set up and begin' }).click()
    const summary = page.getByRole('alert')
    expect(await summary.getByRole('link').allTextContents()).toHaveLength(4)
    expect(await page.title()).toBe('Error: Set up Meervoud - Meervoud')
    await summary.getByRole('link', { name: 'Choose a password' }).click()
    expect(await nameOfFocus(page)).toBe('Password')
  })

  it('refuses a wrong start code at its field', async () => {
    const { page } = desk
    await page.goto(`${fresh.origin}/set-up#t=wrong`)
    await fillIn(page, 'Alice', EMAIL)
    await page.getByLabel('Name of the organisation').fill('Bakery')
    await page.getByRole('button', { name: 'Set up and begin' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'The start code is wrong' }).waitFor()
  })

  it('leads from the printed address to the first organisation, whose one action is a round', async () => {
    const { page } = desk
    await page.goto(`${fresh.origin}/`)
    await page.getByRole('heading', { name: 'Meervoud has not been set up yet' }).waitFor()
    await page.goto(`${fresh.origin}/set-up#t=${encodeURIComponent(SETUP_TOKEN)}`)
    await fillIn(page, 'Alice', EMAIL)
    await page.getByLabel('Name of the organisation').fill("Alice's bakery")
    await page.getByRole('button', { name: 'Set up and begin' }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    expect(page.url()).not.toContain('#')
    expect(await page.getByRole('link', { name: 'New round' }).count()).toBe(1)
  })
})

describe('signing in', () => {
  it('refuses a wrong password in one sentence and keeps the email address', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/sign-in`)
    await page.getByLabel('Email address').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The email address or the password is wrong').waitFor()
    expect(await page.getByLabel('Email address').inputValue()).toBe(EMAIL)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('faults')
  })

  it('goes back to the page that asked for it', async () => {
    const { page } = desk
    await page.goto(organisation)
    await page.waitForURL('**/sign-in?return=*')
    await page.getByLabel('Email address').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Rounds' }).waitFor()
    expect(page.url()).toBe(organisation)
  })

  it('never goes back to another site', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/sign-in?return=//example.org/`)
    await page.getByLabel('Email address').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Your organisations' }).waitFor()
    expect(page.url()).toBe(`${server.origin}/`)
  })
})

describe('an organisation', () => {
  it('is made by whoever is signed in, who then owns it', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.getByText('Make another organisation').click()
    await page.getByLabel('Name of the organisation').fill('Business park The Lock')
    await page.getByLabel('Business park', { exact: true }).check()
    await page.getByRole('button', { name: 'Make organisation' }).click()
    await page.getByRole('heading', { level: 1, name: 'Business park The Lock' }).waitFor()
    await page.getByRole('link', { name: 'Organisations', exact: true }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Business park The Lock' })
    expect(await row.textContent()).toContain('Owner')
  })

  it('takes a second person in by a link that works once', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(organisation)
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id), { message: 'who types starts at once' })
      .toBe('invite-note')
    await page.getByLabel('Who is the link for?').fill('Bob')
    await page.getByLabel('Facilitator').check()
    await page.getByRole('button', { name: 'Make link' }).click()
    const link = await page.getByLabel('Link for one person').inputValue()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('copy-invitation')
    await page.getByText('This link works on this computer only.').waitFor()

    const other = await openDesk(browser)
    await other.page.goto(link)
    await other.page.getByText("Alice's bakery invites you to work with them.").waitFor()
    await fillIn(other.page, 'Bob', 'bob@example.org')
    await other.page.getByRole('button', { name: 'Make account and accept' }).click()
    await other.page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    const row = other.page.getByRole('listitem').filter({ hasText: 'bob@example.org' })
    expect(await row.textContent()).toContain('Facilitator')
    expect(await other.page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0)

    await other.page.goto('about:blank')
    await other.page.goto(link)
    await other.page.getByText('This invitation was used').waitFor()
    await other.page.getByRole('heading', { level: 1, name: 'This invitation no longer works' }).waitFor()
    await closeDesk(other)
  })

  it('keeps its last owner', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(organisation)
    await page.getByRole('button', { name: 'Change: Alice' }).click()
    await page.getByRole('dialog').getByLabel('Viewer').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('An organisation always keeps at least one owner').waitFor()
  })
})

describe('the language', () => {
  it('switches everywhere at once, without a new page and without losing what was typed', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(`${organisation}/rounds/new`)
    await page.getByLabel('Name of the round').fill('Team day')
    const navigations: string[] = []
    page.on('framenavigated', (frame) => navigations.push(frame.url()))
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nieuwe ronde' }).waitFor()
    expect(await page.getByLabel('Naam van de ronde').inputValue()).toBe('Team day')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl')
    expect(await page.title()).toBe('Nieuwe ronde - Meervoud')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'New round' }).waitFor()
    expect(navigations).toEqual([])
  })

  it('stays as the reader chose it here, whatever the account remembers', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/sign-in`)
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByLabel('E-mailadres').fill(EMAIL)
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await page.getByRole('heading', { name: 'Uw organisaties' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl')
  })
})

describe('going from page to page', () => {
  it('opens a page again from what the browser kept', async () => {
    const { page } = desk
    for (const _visit of ['first', 'second']) {
      await page.goto('about:blank')
      await page.goto(`${server.origin}/method`)
      await page.getByRole('heading', { level: 1, name: 'How Meervoud works' }).waitFor()
    }
  })

  it('moves the focus to the heading and names the page in the title', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.getByRole('link', { name: "Alice's bakery" }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    expect(await nameOfFocus(page)).toBe("Alice's bakery")
    expect(await page.title()).toBe("Alice's bakery - Meervoud")
    await page.goBack()
    await page.getByRole('heading', { name: 'Your organisations' }).waitFor()
    expect(await nameOfFocus(page)).toBe('Your organisations')
  })

  it('skips the bar with the first Tab', async () => {
    const { page } = desk
    await page.goto(`${server.origin}/method`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tabTo(page, 'Skip to content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  it('says what went wrong without a connection, and tries again when asked', async () => {
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.route('**/api/organisations/**', (route) => route.abort())
    await page.getByRole('link', { name: "Alice's bakery" }).click()
    await page.getByText('There is no connection with the server').waitFor()
    await page.unroute('**/api/organisations/**')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.getByRole('heading', { name: 'Rounds' }).waitFor()
  })
})

async function fillIn(page: Desk['page'], name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}
