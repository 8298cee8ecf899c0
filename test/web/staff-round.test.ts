import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { overflow } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
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
  await signInAsAlice(desk.page, server.origin)
})

afterEach(() => closeDesk(desk))

it('is made with the keyboard alone, and shows its code, its link and its QR picture', async () => {
  const { page } = desk
  await tabTo(page, "Alice's bakery")
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
  await tabTo(page, 'New round')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'New round' }).waitFor()
  await tabTo(page, 'Full: 48 questionsTakes about 12 minutes for each person.')
  await page.keyboard.press('ArrowDown')
  expect(await nameOfFocus(page)).toContain('Short: 24 questions')
  await tabTo(page, 'Staff')
  await page.keyboard.press('Space')
  await tabTo(page, 'How many people do you expect? (may be empty)')
  await page.keyboard.type('12')
  await tabTo(page, 'Name of the round (may be empty)')
  await page.keyboard.type('Team day')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: 'Team day' }).waitFor()
  expect(await nameOfFocus(page)).toBe('Team day')
  const link = await page.getByLabel('Link to send').inputValue()
  const code = link.split('#')[1] ?? ''
  expect(code).toHaveLength(6)
  expect((await page.locator('.share .code').textContent())?.replace(' ', '')).toBe(code)
  const picture = page.getByRole('img', { name: `QR code that opens the questionnaire at ${link}` })
  expect(await picture.locator('path').getAttribute('d')).toBeTruthy()
  expect(await page.getByText('24 questions').count()).toBe(1)
  expect(await page.getByText('of 12 expected').count()).toBe(1)
})

it('is foreseen to show nothing with fewer than five, unless it is open', async () => {
  const { page } = desk
  await page.goto(`${organisation}/rounds/new`)
  await page.getByLabel('How many people do you expect?').fill('4')
  const worry = page.getByText('With fewer than 5 we can show nothing; choose open then.')
  await worry.waitFor()
  await page.getByLabel('Everyone apart, with a name').check()
  await worry.waitFor({ state: 'detached' })
})

it('is not made with a number that is none; the fault stands at its field', async () => {
  const { page } = desk
  await page.goto(`${organisation}/rounds/new`)
  await page.getByLabel('How many people do you expect?').fill('a few')
  await page.getByRole('button', { name: 'Start round' }).click()
  await page.getByRole('alert').getByRole('link').click()
  expect(await nameOfFocus(page)).toBe('How many people do you expect? (may be empty)')
  expect(page.url()).toBe(`${organisation}/rounds/new`)
})

it('is prepared first, and gets its code when it is opened', async () => {
  const { page } = desk
  await page.goto(`${organisation}/rounds/new`)
  await page.getByRole('button', { name: 'Prepare it first' }).click()
  await page.getByText('This round is prepared').waitFor()
  expect(await page.getByRole('img').count()).toBe(0)
  await page.getByRole('button', { name: 'Open round' }).click()
  await page.getByLabel('Link to send').waitFor()
})

it('counts who joins while the page is open', async () => {
  const { page } = desk
  const { id, code } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  await page.getByText('Fewer than five people take part so far').waitFor()
  const figure = page.getByRole('listitem').filter({ hasText: 'participant' })
  expect(await figure.locator('strong').textContent()).toBe('0')
  await join(code)
  await figure.getByText('1', { exact: true }).waitFor()
})

it('says that its numbers are old when the connection is gone', async () => {
  const { page } = desk
  const { id } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  await page.getByLabel('Link to send').waitFor()
  await page.route('**/rounds/*', (route) => route.abort())
  await page.getByText('No connection: these numbers are not of now').waitFor()
  expect(await page.getByLabel('Link to send').count()).toBe(1)
})

it('is shown large for the wall, and Escape leads back', async () => {
  const { page } = desk
  const { id } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  await page.getByRole('button', { name: 'Show large' }).click()
  const poster = page.getByRole('dialog', { name: "Alice's bakery" })
  await poster.waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await poster.waitFor({ state: 'hidden' })
  expect(await nameOfFocus(page)).toBe('Show large')
})

it('gives its QR picture as a file', async () => {
  const { page } = desk
  const { id, code } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'QR code as a picture' }).click()
  expect((await file).suggestedFilename()).toBe(`meervoud-${code}.png`)
})

it('says that nobody answered yet when its outcome is asked for', async () => {
  const { page } = desk
  const { id } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  await page.getByRole('button', { name: 'Release the outcome now' }).click()
  await page.getByText('There is nothing to show yet: nobody has answered.').waitFor()
})

it('closes after a question, stays open when the answer is no, and can be reopened', async () => {
  const { page } = desk
  const { id, code } = await server.openRound()
  await join(code)
  await page.goto(`${organisation}/r/${id}`)
  await page.getByRole('button', { name: 'Close round', exact: true }).click()
  await page.getByRole('dialog').getByText('1 participant has not finished yet.').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await page.getByLabel('Link to send').count()).toBe(1)
  await page.getByRole('button', { name: 'Close round', exact: true }).click()
  await page.getByRole('dialog').getByLabel('At once').check()
  await page.getByRole('button', { name: 'Yes, close round' }).click()
  await page.getByText('The round is closed. Nobody answered').waitFor()
  expect(await page.getByLabel('Link to send').count()).toBe(0)
  await page.getByRole('button', { name: 'Reopen round' }).click()
  await page.getByLabel('Link to send').waitFor()
})

it('says that it is open already to whoever opens it second, and shows it open', async () => {
  const { page } = desk
  const { id } = await server.openRound({ draft: true })
  await page.goto(`${organisation}/r/${id}`)
  const open = page.getByRole('button', { name: 'Open round' })
  await open.waitFor()
  await server.tell('POST', `/api/organisations/${organisation.split('/').at(-1)}/rounds/${id}/open`, {})
  await open.click()
  await page.getByText('This round is open already. Somebody else opened it just before you.').first().waitFor()
  await page.getByLabel('Link to send').waitFor()
  expect(await open.count()).toBe(0)
})

it('closes after a grace, in which phones may still deliver', async () => {
  const { page } = desk
  const { id } = await server.openRound()
  await page.goto(`${organisation}/r/${id}`)
  await page.getByRole('button', { name: 'Close round', exact: true }).click()
  await page.getByRole('dialog').getByLabel('In 2 minutes').check()
  await page.getByRole('button', { name: 'Yes, close round' }).click()
  await page.getByText('Until then phones send their last answers').waitFor()
  await page.locator('#steps-heading:focus').waitFor()
  await page.getByRole('button', { name: 'Close at once' }).click()
  await page.getByText('The round is closed.').waitFor()
  await page.locator('#steps-heading:focus').waitFor()
})

async function join(code: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${server.origin}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code }) })
  expect(reply.status).toBeLessThan(300)
}
