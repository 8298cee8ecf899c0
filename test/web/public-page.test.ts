import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Me } from '../../server/contract/accounts.ts'
import { ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { openDatabase } from '../../server/db/open.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { expectGoodPage } from '../support/good-page.ts'
import { fillProgramme } from '../support/programme-data.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let org: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  const { user } = await server.call('GET', '/api/me', undefined, Me)
  const { db, close } = await openDatabase({ dataDir: server.dataDir })
  const { programme } = await fillProgramme(db, {
    companies: 44,
    parks: 9,
    periods: ['2026-Q2', '2026-Q3'],
    regions: 3,
  })
  org = programme.id
  const createdAt = '2026-10-01T09:00:00.000Z'
  await upsertMembership(db, { organisationId: org, userId: user.id, role: 'owner', until: null, createdAt })
  await close()
  return site.close
})

const at = (path: string) => `${server.origin}${path}`

async function expectSameInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectGoodPage(page)
  await page.emulateMedia({ colorScheme: 'light' })
}

describe('the public page of a programme', () => {
  it('is set by its manager, in a form that says what would be right', async () => {
    const desk = await openDesk(browser)
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(at(`/o/${org}/public-page`))
    await page.getByText('You have not published anything yet.').waitFor()
    await page.getByLabel('Address').fill('Groene Vallei')
    await page.getByLabel('Everybody', { exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.fault').getByText('lower-case letters').waitFor()
    await page.getByLabel('Address').fill('groene-vallei')
    await page.getByLabel('Your own colour').fill('#ffee00')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.fault').getByText('hard to read on white').waitFor()
    await page.getByLabel('Your own colour').fill('#1b6b3a')
    await page.getByLabel('Title in Dutch').fill('De groene vallei')
    await page.getByLabel('Explanation in Dutch').fill('Negen terreinen\n\n<b>leren</b> van elkaar.')
    await expectSameInTheDark(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByText('The page can be seen since').waitFor()
    await closeDesk(desk)
  })

  it('can be read without an account and without scripts, on a small phone too, in both languages', async () => {
    for (const period of ['2026-Q2', '2026-Q3']) {
      await server.call('POST', `/api/organisations/${org}/programme/releases`, { period }, ProgrammeReleaseSummary)
    }
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(at('/p/groene-vallei'))
    await page.getByRole('heading', { level: 1, name: 'De groene vallei' }).waitFor()
    await page.getByText('<b>leren</b> van elkaar.').waitFor()
    await page.getByRole('link', { name: 'kwartaal 2 van 2026' }).click()
    await page.getByRole('heading', { name: 'Cijfers over kwartaal 2 van 2026' }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('This is no ranking').waitFor()
    const parks = await page.locator('tbody').nth(1).locator('tr:not(.kind) th').allInnerTexts()
    expect(parks).toEqual([...parks].sort((a, b) => a.localeCompare(b, 'nl')))
    expect(parks).toHaveLength(9)
    expect(await context.cookies()).toEqual([])
    await context.close()
    const scripted = await openDesk(browser)
    await scripted.page.goto(at('/p/groene-vallei/en'))
    await expectGoodPage(scripted.page)
    await expectSameInTheDark(scripted.page)
    await closeDesk(scripted)
  })

  it('stands whole on paper, with what it is about and without what can only be pressed', async () => {
    const desk = await openDesk(browser, { viewport: { width: 680, height: 900 }, colorScheme: 'dark' })
    const { page } = desk
    await page.goto(at('/p/groene-vallei'))
    await page.emulateMedia({ media: 'print' })
    const scroll = page.locator('.scroll')
    expect(await scroll.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0)
    await page.getByText('per waarde, van 0 tot 100. Nu.').waitFor()
    expect(await page.getByRole('link', { name: 'Download als CSV' }).isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    await desk.context.close()
  })

  it('is kindly not there under another name', async () => {
    const desk = await openDesk(browser)
    await desk.page.goto(at('/p/no-such-valley'))
    await desk.page.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
    await expectGoodPage(desk.page)
    await desk.context.close()
  })
})

describe('the statement about accessibility', () => {
  it.each([
    ['nl', 'Toegankelijkheid', 'Er is nog geen onderzoek door een onafhankelijke partij.'],
    ['en', 'Accessibility', 'Nobody independent has looked at it yet.'],
  ])('says what was tested and what was not, in %s', async (locale, title, honest) => {
    const desk = await openDesk(browser, { locale })
    await desk.page.goto(at('/accessibility'))
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await desk.page.getByText(honest).waitFor()
    await expectGoodPage(desk.page)
    await closeDesk(desk)
  })
})
