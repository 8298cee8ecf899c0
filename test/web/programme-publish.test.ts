import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Me } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { type Db, openDatabase } from '../../server/db/open.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { addCompanies, addParks, addProgramme, contribute, scoresOfNow } from '../support/programme-data.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

const PERIOD = '2026-Q4'
let browser: Browser
let server: TestServer
let alice: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  alice = (await server.call('GET', '/api/me', undefined, Me)).user.id
  return site.close
})

/** A programme in which Alice has this role, with so many companies on each of its parks that contributed. */
async function makeProgramme(role: Role, sizes: readonly number[], periods = [PERIOD]): Promise<string> {
  const { db, close } = await openDatabase({ dataDir: server.dataDir })
  const { id } = await addProgramme(db, 'Programma Zaanstreek')
  await upsertMembership(db, {
    organisationId: id,
    userId: alice,
    role,
    until: null,
    createdAt: '2026-10-01T09:00:00.000Z',
  })
  await fillParks(db, id, sizes, periods)
  await close()
  return `${server.origin}/o/${id}/publish`
}

async function fillParks(db: Db, programmeId: string, sizes: readonly number[], periods = [PERIOD]): Promise<void> {
  const parks = await addParks(db, programmeId, sizes.length)
  for (const [index, size] of sizes.entries()) {
    const companies = await addCompanies(db, programmeId, parks.slice(index, index + 1), size + 1, 0)
    for (const period of periods)
      await contribute(db, programmeId, companies.slice(0, size), {
        period,
        scoresOf: (_, at) => scoresOfNow(30 + 7 * at),
      })
  }
}

async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

const LOOKS = [
  {
    language: 'en',
    width: 320,
    title: 'Publish',
    coverage: '13 of the 17 companies that take part gave figures about 2026-Q4.',
    tooFew: 'Park 003: 2 of 5',
    complement: 'Park 002',
    silent: 'Park 004',
    betray: 'Would give away what another company scored',
    tick: 'I know that this cannot be undone.',
    submit: 'Publish 2026-Q4',
    fault: 'Tick the box first: publishing cannot be undone.',
    done: '2026-Q4 is published',
    overview: 'To the overview',
    again: '2026-Q4: 13 companies, published',
    unchanged: 'Nothing changed since the publication of this quarter before.',
  },
  {
    language: 'nl',
    width: 1280,
    title: 'Publiceren',
    coverage: '13 van de 17 bedrijven die meedoen, gaven cijfers over 2026-Q4.',
    tooFew: 'Park 003: 2 van 5',
    complement: 'Park 002',
    silent: 'Park 004',
    betray: 'Zou verraden wat een ander bedrijf scoorde',
    tick: 'Ik weet dat dit niet ongedaan gemaakt kan worden.',
    submit: 'Publiceer 2026-Q4',
    fault: 'Zet eerst een vinkje: publiceren kan niet ongedaan gemaakt worden.',
    done: '2026-Q4 is gepubliceerd',
    overview: 'Naar het overzicht',
    again: '2026-Q4: 13 bedrijven, al gepubliceerd',
    unchanged: 'Sinds de vorige publicatie van dit kwartaal is er niets veranderd.',
  },
] as const

async function openPage(look: (typeof LOOKS)[number], address: string) {
  const desk = await openDesk(browser, { viewport: { width: look.width, height: 900 } })
  const { page } = desk
  await signInAsAlice(page, server.origin)
  const other = look.language === 'nl' ? 'Nederlands' : 'English'
  // The account keeps the language of the test before.
  const change = page.getByRole('button', { name: other })
  if ((await change.count()) > 0) await change.click()
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: look.title }).waitFor()
  return desk
}

describe('publishing a quarter of a programme', () => {
  it.each(LOOKS)(
    'says what goes in, why other figures do not, and publishes for good, in $language at $width',
    async (look) => {
      const desk = await openPage(look, await makeProgramme('owner', [6, 5, 2, 0]))
      const { page } = desk
      await page.getByText(look.coverage).waitFor()
      await page.getByRole('listitem').filter({ hasText: look.tooFew }).waitFor()
      const reason = page.locator('.publish-reason').filter({ hasText: look.betray })
      await reason.getByText(look.complement, { exact: true }).waitFor()
      await page.locator('.publish-reason').last().getByText(look.silent, { exact: true }).waitFor()
      const rows = page.locator('.publish-table tbody tr')
      expect(await rows.count()).toBe(5)
      expect(await page.locator('.publish-page').innerText()).not.toMatch(/\b(4[0-9]|5[0-9])\b/)
      await expectSound(page)
      await page.getByRole('button', { name: look.submit }).click()
      await page.getByRole('link', { name: look.fault }).waitFor()
      await expectSound(page)
      await page.getByLabel(look.tick).check()
      await page.getByRole('button', { name: look.submit }).click()
      await page.getByRole('heading', { level: 1, name: look.done }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      await expectSound(page)
      expect(await page.getByRole('link', { name: look.overview }).getAttribute('href')).toMatch(/^\/o\/[\w-]+$/)
      await page.reload()
      await page.locator('option', { hasText: look.again }).waitFor({ state: 'attached' })
      await page.getByText(look.unchanged).waitFor()
      expect(await page.getByRole('button', { name: look.submit }).count()).toBe(0)
      await closeDesk(desk)
    },
  )

  it('shows nothing under the name of a quarter that could not be fetched', async () => {
    const [look] = LOOKS
    const address = await makeProgramme('owner', [6], ['2026-Q3', PERIOD])
    const desk = await openPage(look, address)
    const { page } = desk
    await page.getByText('6 of the 7 companies').waitFor()
    await desk.context.setOffline(true)
    await page.getByLabel('Quarter').selectOption('2026-Q3')
    await page.getByText('This quarter could not be fetched.', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0)
    await expectSound(page)
    await desk.context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Publish 2026-Q3' }).waitFor()
    await closeDesk(desk)
  })

  it('says that the publication before stands when too few companies came since', async () => {
    const [look] = LOOKS
    const address = await makeProgramme('owner', [6])
    const id = new URL(address).pathname.split('/')[2] ?? ''
    await server.tell('POST', `/api/organisations/${id}/programme/releases`, { period: PERIOD })
    const { db, close } = await openDatabase({ dataDir: server.dataDir })
    await fillParks(db, id, [1])
    await close()
    const desk = await openPage(look, address)
    await desk.page.getByText('Fewer than five companies differ from the publication before').waitFor()
    expect(await desk.page.getByRole('button', { name: look.submit }).count()).toBe(0)
    await expectSound(desk.page)
    await closeDesk(desk)
  })

  it('lets an analyst look and not publish, and says what it waits for where there is nothing', async () => {
    const [look] = LOOKS
    const desk = await openPage(look, await makeProgramme('analyst', [6]))
    await desk.page.getByText('Only a manager of the programme can publish.').waitFor()
    expect(await desk.page.getByRole('button', { name: look.submit }).count()).toBe(0)
    await desk.page.goto(await makeProgramme('owner', []))
    await desk.page.getByText('No company has given figures to this programme yet.').waitFor()
    await expectSound(desk.page)
    await desk.page.goto(await makeProgramme('overseer', [6]))
    await desk.page.getByText('The manager and the analyst of a programme prepare a publication.').waitFor()
    await expectSound(desk.page)
    await closeDesk(desk)
  })
})
