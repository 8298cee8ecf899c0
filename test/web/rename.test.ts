import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let org: string

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  org = (await server.setUp()).organisationId
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

it('a round and an organisation get another name on their own pages, and an empty one is refused', async () => {
  const round = await server.openRound()
  const desk = await openDesk(browser)
  const { page } = desk
  await signInAsAlice(page, server.origin)
  for (const [path, button, name] of [
    [`/o/${org}/r/${round.id}`, 'Another name for the round', 'Spring'],
    [`/o/${org}`, 'Another name for the organisation', 'The bakery of Alice'],
  ] as const) {
    await page.goto(`${server.origin}${path}`)
    await page.getByRole('button', { name: button }).click()
    const field = page.getByRole('dialog').getByLabel('Name')
    await field.fill(' ')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').getByText('Fill in a name.').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await field.fill(name)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  await page.getByRole('link', { name: 'Spring' }).first().waitFor()
  await closeDesk(desk)
})
