import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { answerRound } from '../support/respondents.ts'
import { PASSWORD } from '../support/server.ts'
import { people, Sessions } from '../support/sessions.ts'
import { type Site, startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

const WORDS = 'Two of us had thought of the canteen'

let site: Site
let sessions: Sessions
let owner: Desk
let consultant: Desk

beforeAll(async () => {
  site = await startSite()
  sessions = new Sessions(site.server, site.organisationId)
  owner = await openDesk(site.browser)
  consultant = await openDesk(site.browser, { locale: 'nl-NL', viewport: { width: 320, height: 700 } })
})

afterAll(async () => {
  await closeDesk(owner)
  await closeDesk(consultant)
  await site.close()
})

it('an owner lets a consultant in for a time, extends it, and ends it while the consultant types', async () => {
  const session = await sessionWithShownVote()
  await signInAsAlice(owner.page, site.server.origin)
  await owner.page.goto(sessions.home)
  await owner.page.getByText('No consultant is at work here now.').waitFor()
  const link = await inviteConsultant(owner.page)

  // In Dutch, on a narrow screen.
  const { page } = consultant
  await page.goto(link)
  await page.getByLabel('Uw naam').fill('Bob')
  await page.getByLabel('E-mailadres').fill('bob@example.org')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Account maken en aannemen' }).click()
  await page.getByRole('heading', { name: 'Adviseurs die hier werken' }).waitFor()
  await expectFlawless(page)
  expect(await page.getByRole('button', { name: /verlengen/ }).count()).toBe(0)
  await page.goto(`${site.server.origin}/`)
  await page.getByRole('heading', { name: 'Uw klanten' }).waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: "Alice's bakery" }).textContent()).toMatch(
    /Begeleider, tot \d/,
  )
  await expectFlawless(page)

  await owner.page.reload()
  await owner.page.getByRole('button', { name: 'Extend by 3 months: Bob' }).click()
  await owner.page.getByText(/^Bob can work here until \d+ \w+ \d{4}\.$/).waitFor()
  await expectFlawless(owner.page)

  await page.goto(`${sessions.home}/w/${session}/run`)
  const field = page.locator('mv-argument-field textarea').first()
  await field.fill(WORDS)
  await owner.page.getByRole('button', { name: 'End now: Bob' }).click()
  await expectFlawless(owner.page)
  await owner.page.getByRole('button', { name: 'Yes, end it now' }).click()
  const told = page.getByRole('alert')
  await told.waitFor()
  expect(await told.textContent()).toContain("Uw toegang tot Alice's bakery is gestopt.")
  await page.locator('.run-note').getByText("Uw toegang tot Alice's bakery is gestopt.").waitFor()
  expect(await field.inputValue()).toBe(WORDS)
  await expectFlawless(page)
  // What was typed stays after the page tried in vain to save it, too.
  await field.blur()
  await page.getByRole('link', { name: 'Naar uw organisaties' }).focus()
  expect(await field.inputValue()).toBe(WORDS)

  await owner.page.getByText('The work of Bob here has ended.').waitFor()
  await owner.page.getByText('Ended (1)').click()
  await owner.page.getByRole('button', { name: 'Let in again for 3 months: Bob' }).click()
  await owner.page.getByText(/^Bob can work here until/).waitFor()
  // The page of the consultant finds that out by itself.
  await told.waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe(WORDS)
})

it('a consultant goes from one client to another with two presses, by keyboard too', async () => {
  const { page } = consultant
  await page.goto(`${site.server.origin}/`)
  await page.getByText('Nog een organisatie maken').click()
  await page.getByLabel('Naam van de organisatie').fill('Bureau Bob')
  await page.getByRole('button', { name: 'Organisatie maken' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bureau Bob' }).waitFor()
  await page.getByRole('button', { name: 'Menu' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const names = await page.getByRole('navigation', { name: 'Ga naar' }).getByRole('link').allTextContents()
  expect(names.map((name) => name.trim())).toEqual(["Alice's bakery", 'Bureau Bob'])
  await expectFlawless(page)
  await page.getByRole('navigation', { name: 'Ga naar' }).getByRole('link', { name: "Alice's bakery" }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
})

it('every member reads who can see what, with who that is now', async () => {
  for (const { page } of [owner, consultant]) {
    await page.goto(`${sessions.home}/access`)
    const isDutch = page === consultant.page
    await page.getByRole('heading', { level: 1, name: isDutch ? 'Wie ziet wat' : 'Who can see what' }).waitFor()
    await page.getByText(isDutch ? 'Niemand leest in Meervoud' : 'Nobody reads a single anonymous answer').waitFor()
    expect(await page.locator('.who-now').textContent()).toContain('Bob')
    // A table where there is room for it, and cards on a narrow screen; never both.
    expect(await page.locator('.who-table').isVisible()).toBe(!isDutch)
    expect(await page.locator('.who-cards').isVisible()).toBe(isDutch)
    await expectFlawless(page)
  }
  const cell = owner.page.getByRole('row', { name: /What people answered, one by one/ })
  expect(await cell.getByRole('cell').allTextContents()).toEqual(['no', 'no', 'no', 'no', 'own only', 'no', 'no', 'no'])
})

/** Makes the link, with the role and the end that the form offers. */
async function inviteConsultant(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const until = page.getByLabel('Up to and including')
  const offered = await until.inputValue()
  expect(offered > new Date().toISOString().slice(0, 10)).toBe(true)
  // Only a consultant is let in for a time by itself, and always for a time.
  const form = page.getByRole('dialog')
  await form.getByLabel('Viewer').check()
  expect(await until.inputValue()).toBe('')
  await form.getByLabel('Facilitator').check()
  expect(await until.inputValue()).toBe(offered)
  await until.fill('')
  await page.getByRole('button', { name: 'Make link' }).click()
  await page.getByRole('alert').getByText('Choose a last day for a facilitator').waitFor()
  await until.fill(offered)
  await page.getByRole('button', { name: 'Make link' }).click()
  const link = await page.getByLabel('Link for one person').inputValue()
  await page.getByRole('button', { name: 'Close' }).click()
  return link
}

/** A session with a second vote that was shown: its page has a field to note what people said. */
async function sessionWithShownVote(): Promise<string> {
  const { id, round } = await sessions.make({})
  const voters = people(6)
  await answerRound(site.server.origin, round, voters)
  await site.server.moveRound(round.id, 'close')
  await sessions.command(id, { do: 'reveal' })
  const { votes } = await sessions.command(id, { do: 'vote', itemIds: ['i01'] })
  await sessions.answerVote(id, voters)
  await site.server.moveRound(votes[0]?.id ?? '', 'close')
  await sessions.command(id, { do: 'reveal' })
  return id
}

async function expectFlawless(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
