import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { noteEvents } from '../support/audit.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisationId: string
let address: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  address = `${server.origin}/o/${organisationId}/audit`
  const round = await server.openRound({ title: 'Pulse 2026-Q4' })
  await server.moveRound(round.id, 'close')
  return site.close
})

/** Writes to the database as somebody who got round the product. */
async function fromOutside(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>): Promise<void> {
  const database = await openDatabase({ dataDir: server.dataDir })
  await work(database)
  await database.close()
}

async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

const sentences = (page: Page) => page.locator('.audit-list > li > p:first-child').allTextContents()

const LOOKS = [
  {
    language: 'en',
    width: 320,
    title: 'What was done',
    whole: /^This log is whole: \d+ events, checked now\.$/,
    closed: 'Alice closed the round Pulse 2026-Q4.',
    kind: 'Rounds and releases',
    show: 'Show',
    older: 'Show older ones',
    nothing: 'Nothing found in this period or of this kind.',
  },
  {
    language: 'nl',
    width: 1280,
    title: 'Wat er gedaan is',
    whole: /^Dit logboek is heel: \d+ regels, zojuist nagekeken\.$/,
    closed: 'Alice sloot de ronde Pulse 2026-Q4.',
    kind: 'Rondes en vrijgeven',
    show: 'Toon',
    older: 'Toon oudere',
    nothing: 'Niets gevonden in deze periode of van deze soort.',
  },
] as const

describe('the log of what was done', () => {
  it.each(LOOKS)('is read, filtered and read on in $language at $width, and says that it is whole', async (look) => {
    const desk = await openDesk(browser, { viewport: { width: look.width, height: 900 } })
    const { page } = desk
    await signInAsAlice(page, server.origin)
    if (look.language === 'nl') await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: look.title }).waitFor()
    await page.getByText(look.whole).waitFor()
    await expect.poll(() => sentences(page)).toContain(look.closed)
    await expectSound(page)
    await page.locator('#audit-filter-kind').selectOption({ label: look.kind })
    await page.getByRole('button', { name: look.show, exact: true }).click()
    await expect.poll(async () => (await sentences(page)).length).toBe(3)
    expect(await page.getByRole('link', { name: /CSV/ }).getAttribute('href')).toContain('kind=releases')
    await page.locator('#audit-filter-to').fill('2020-01-01')
    await page.getByRole('button', { name: look.show, exact: true }).click()
    await page.getByText(look.nothing).waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })

  it('goes on to what is older, comes as a file, and warns of the first event that was changed from outside', async () => {
    await server.tell('PATCH', '/api/me', { locale: 'en' })
    await fromOutside((database) => noteEvents(database, organisationId, [60]))
    const desk = await openDesk(browser)
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(address)
    await expect.poll(async () => (await sentences(page)).length).toBe(50)
    await page.getByRole('button', { name: 'Show older ones' }).click()
    await expect.poll(() => sentences(page)).toContain('Alice made this organisation.')
    expect((await sentences(page)).length).toBeGreaterThan(60)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('audit.csv')
    await fromOutside(async ({ db, sqlite }) => {
      sqlite?.exec('drop trigger audit_event_unchanged')
      await db.updateTable('auditEvent').set({ action: 'round.archive' }).where('number', '=', 3).execute()
    })
    await page.reload()
    const warning = page.getByRole('alert')
    await warning.getByText('Event 3 was changed afterwards.').waitFor()
    await warning.getByText('It now says: Alice archived').waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })
})
