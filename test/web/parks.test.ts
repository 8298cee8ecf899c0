import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { listOf } from '../../server/contract/common.ts'
import { Park, ParkMade } from '../../server/contract/parks.ts'
import { ProgrammeInvitationMade } from '../../server/contract/programme-invitations.ts'
import { ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '../fixtures/parks/ibis-sample.csv'))
const NARROW = { width: 320, height: 800 }
const WIDE = { width: 1280, height: 900 }

let browser: Browser
let server: TestServer
let desk: Desk
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  await server.setUp()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  desk = await openDesk(browser)
  page = desk.page
  return () => closeDesk(desk)
})

/** No fault for who cannot see well, and nothing wider than the screen, on a phone and a laptop. */
async function expectSound(what: string): Promise<void> {
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size)
    expect(await accessibilityFaults(page), `${what}, ${size.width} wide`).toEqual([])
    expect(await overflow(page), `${what}, ${size.width} wide`).toBeLessThanOrEqual(0)
  }
}

const choose = (buffer: Buffer, name = 'ibis.csv') =>
  page.locator('#parks-file').setInputFiles({ name, mimeType: 'text/csv', buffer })
const inDutch = () => page.getByRole('button', { name: 'Nederlands' }).click()
const makeProgramme = async (name: string) =>
  (await server.call('POST', '/api/organisations', { name, kind: 'programme' }, OrganisationMade)).id

describe('a new programme', () => {
  it('is made on the first page, says its one next step, and takes its parks from a file of the register', async () => {
    await signInAsAlice(page, server.origin)
    await page.getByText('Make another organisation').click()
    await page.getByLabel('Name of the organisation').fill('Achterhoek')
    await page.locator('input[name=kind][value=programme]').check()
    await page.getByLabel('Name of the organisation').press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Achterhoek' }).waitFor()
    await page.getByText('No company takes part yet.').waitFor()
    await expectSound('the empty programme')
    await page.getByRole('link', { name: 'Add parks' }).click()
    await page.getByText('There are no parks in this programme yet.').waitFor()
    await expectSound('no parks')
    await choose(Buffer.alloc(0))
    await page.getByText('This file is empty. Choose another file.').waitFor()
    await choose(Buffer.from('naam,rin\n"Park,1\n'))
    await page.getByText('A quotation mark here is never closed', { exact: false }).waitFor()
    await expectSound('a broken file')
    await choose(SAMPLE)
    await page.getByRole('heading', { name: '44 new parks, 0 with other facts, 0 without a difference' }).waitFor()
    await page.getByText('Net says 0 hectares.', { exact: false }).waitFor()
    for (const summary of await page.locator('#parks-seen summary').all())
      if (!(await summary.evaluate((element) => element.parentElement?.hasAttribute('open')))) await summary.click()
    await expectSound('what a file holds')
    await page.getByLabel('Source (may stay empty)').fill('IBIS 2024')
    await page.getByRole('button', { name: 'Bring 44 parks in' }).click()
    await page.getByRole('heading', { name: 'Oude IJsselstreek' }).waitFor()
    const done = page.getByText('Brought in: 44 new, 0 with other facts, 0 without a difference.')
    await done.waitFor()
    expect(await done.evaluate((said) => document.activeElement?.contains(said)), 'the focus is where it is said').toBe(
      true,
    )
    await expectSound('a list of parks')
    await page.getByLabel('Find a park').fill('rieze vi')
    await page.getByRole('link', { name: 'De Rieze VI' }).click()
    await page.getByRole('heading', { level: 1, name: 'De Rieze VI' }).waitFor()
    await page.getByText('IBIS 2024').waitFor()
    await expectSound('one park')
    await page.getByRole('button', { name: 'Change the facts' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Net area in hectares').fill('veel')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByRole('link', { name: 'Write the net area as a number' }).waitFor()
    await expectSound('facts with a fault')
    await dialog.getByLabel('Net area in hectares').fill('7,5')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('7.5 ha').waitFor()
    await inDutch()
    await page.getByText('7,5 ha').waitFor()
    await page.getByRole('link', { name: 'Rondes, sessies en uitkomsten van dit park' }).click()
    await page.getByRole('heading', { level: 1, name: 'De Rieze VI' }).waitFor()
    const crumbs = page.locator('.crumbs a')
    await expect.poll(() => crumbs.allTextContents()).toEqual(['Organisaties', 'Achterhoek'])
    await expectSound('a park as an organisation')
    await page.getByRole('button', { name: 'English' }).click()
  })
})

describe('companies of a programme', () => {
  it('are invited by a link, take part with a new account, and stand with the staff as counts', async () => {
    const id = await makeProgramme('The valley')
    const programme = `/api/organisations/${id}/programme`
    for (const name of ['North', 'South']) await server.call('POST', `${programme}/parks`, { name }, ParkMade)
    await signInAsAlice(page, server.origin)
    await page.goto(`${server.origin}/o/${id}`)
    await page.getByRole('link', { name: 'Invite companies' }).click()
    await page.getByRole('button', { name: 'Invite a company' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('For which company? (may stay empty)').fill('The butcher')
    await expectSound('inviting')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const made = dialog.getByLabel('Link for this company')
    const link = await made.inputValue()
    expect(await made.evaluate((field) => field === document.activeElement), 'the link has the focus').toBe(true)
    await expectSound('a link')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByText('The butcher').waitFor()
    await expectSound('an open link')

    const other = await openDesk(browser, { viewport: NARROW, locale: 'nl' })
    const theirs = other.page
    await theirs.goto(link)
    await theirs.getByText('The valley nodigt uw bedrijf uit om mee te doen.').waitFor()
    expect(await accessibilityFaults(theirs)).toEqual([])
    expect(await overflow(theirs)).toBeLessThanOrEqual(0)
    await theirs.getByRole('button', { name: 'Maak een account en doe mee' }).click()
    await theirs.getByRole('link', { name: 'Kies het bedrijventerrein waar uw bedrijf zit.' }).waitFor()
    const faults = await theirs.locator('.faults a').allTextContents()
    expect(faults.map((fault) => fault.trim()).slice(0, 2), 'in the order of the fields').toEqual([
      'Geef uw bedrijf een naam.',
      'Kies het bedrijventerrein waar uw bedrijf zit.',
    ])
    expect(await accessibilityFaults(theirs)).toEqual([])
    await theirs.getByLabel('Naam van uw bedrijf').fill('De slager')
    await theirs.getByLabel('Op welk bedrijventerrein?').selectOption({ label: 'South' })
    await theirs.getByLabel('In welke sector?').selectOption('C')
    await theirs.locator('#new-account-name').fill('Sanne')
    await theirs.locator('#new-account-email').fill('sanne@example.org')
    await theirs.locator('#new-account-password').fill('correct horse battery')
    await theirs.getByRole('button', { name: 'Maak een account en doe mee' }).click()
    await theirs.waitForURL(/\/o\/[^/]+\/programmes\/[^/]+$/)
    await closeDesk(other)

    await page.reload()
    await page.getByText('De slager').waitFor()
    await expectSound('who takes part')
    await page.getByRole('button', { name: 'Remind De slager' }).click()
    await page.getByRole('heading', { name: 'A reminder for De slager' }).waitFor()
    await expectSound('a reminder')
    const seen = await server.call('GET', `${programme}/participation`, undefined, ProgrammeParticipation)
    expect(seen.total).toEqual({ invited: 0, joined: 1, consented: 0, started: 0, contributed: 0 })
    const parks = (await server.call('GET', `${programme}/parks`, undefined, listOf(Park))).items
    expect(seen.companies?.[0]?.parkId).toBe(parks.find(({ name }) => name === 'South')?.id)
  })

  it('of who is signed in are chosen from, also after signing in on the page of the link', async () => {
    const id = await makeProgramme('The hills')
    const programme = `/api/organisations/${id}/programme`
    const park = await server.call('POST', `${programme}/parks`, { name: 'Top' }, ParkMade)
    const made = await server.call('POST', `${programme}/invitations`, { parkId: park.id }, ProgrammeInvitationMade)
    await page.goto(made.url)
    await page.getByText('It is about a company on Top.').waitFor()
    await expectSound('a link, not signed in')
    await page.getByLabel('Yes, I sign in').check()
    await page.getByLabel('Email address').fill('alice@example.org')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel("Alice's bakery").waitFor()
    await expectSound('a link, signed in')
    await page.getByRole('button', { name: 'Take part' }).click()
    await page.waitForURL(/\/o\/[^/]+\/programmes\/[^/]+$/)
    await page.goto(made.url)
    await page.getByText('This invitation', { exact: false }).first().waitFor()
  })
})
