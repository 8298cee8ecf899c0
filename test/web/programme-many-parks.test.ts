import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectSound } from '../support/good-page.ts'
import {
  addCompanies,
  addParks,
  addRegions,
  contribute,
  type MadePark,
  scoresOfNow,
} from '../support/programme-data.ts'
import { ProgrammeDesk } from '../support/programme-desk.ts'
import type { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, nameOfFocus, tabTo } from '../support/staff.ts'

const PERIOD = '2026-Q4'
const PARKS = 30
let desks: ProgrammeDesk
let server: TestServer
let id: string
let parks: MadePark[]

beforeAll(async () => {
  desks = await ProgrammeDesk.start()
  server = desks.server
  ;({ id, filled: parks } = await desks.makeProgramme('owner', async (db, programme) => {
    const made = await addParks(db, programme, PARKS, await addRegions(db, 3))
    const companies = await addCompanies(db, programme, made, 5 * PARKS, 0)
    for (const [step, period] of ['2026-Q3', PERIOD].entries()) {
      await contribute(db, programme, companies, {
        period,
        scoresOf: (_, at) => scoresOfNow(20 + 10 * step + (at % 50)),
      })
    }
    return made
  }))
  for (const period of ['2026-Q3', PERIOD]) {
    await server.tell('POST', `/api/organisations/${id}/programme/releases`, { period })
  }
  return desks.close
})

async function open(path: string, width = 1280): Promise<Desk> {
  const desk = await desks.open('en', width, 700)
  await desk.page.goto(`${server.origin}/o/${id}${path}`)
  return desk
}

/** Types what somebody looks for in place of what was there. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('Find a park').fill(words)
}

describe('a programme with dozens of parks', () => {
  it('keeps the headings and names of its table in sight while somebody scrolls', async () => {
    for (const width of [320, 1280]) {
      const desk = await open('', width)
      const { page } = desk
      const box = page.locator('mv-programme-heatmap .parks-table')
      await box.waitFor()
      const places = await box.evaluate((region) => {
        region.scrollTo(200, region.scrollHeight)
        const { top, left } = region.getBoundingClientRect()
        const heading = region.querySelector('thead th:last-child')?.getBoundingClientRect()
        const name = [...region.querySelectorAll('tbody th[scope="row"]')].at(-1)?.getBoundingClientRect()
        return { down: (heading?.top ?? 999) - top, right: (name?.left ?? 999) - left, scrolled: region.scrollTop }
      })
      expect(places.scrolled).toBeGreaterThan(500)
      expect(Math.abs(places.down)).toBeLessThan(4)
      expect(Math.abs(places.right)).toBeLessThan(4)
      await expectSound(page)
      await closeDesk(desk)
    }
  })

  it('shortens its table to a park by name or to one municipality, and says how many are left', async () => {
    const desk = await open('')
    const { page } = desk
    const rows = page.locator('mv-programme-heatmap [data-kind="park"] th.heat-name a')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(PARKS)
    await search(page, '029')
    await page.getByText(`1 of ${PARKS} parks`).waitFor()
    expect(await rows.allInnerTexts()).toEqual(['Park 029'])
    await search(page, '')
    await page.getByLabel('Municipality', { exact: true }).selectOption({ label: 'Municipality 2' })
    await page.getByText(`10 of ${PARKS} parks`).waitFor()
    expect(await page.locator('[data-kind="region"] th.heat-name').count()).toBe(1)
    await search(page, 'nothing is called this')
    await page.getByText('No park found.').waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })

  it('is on paper as wide as the paper, with the numbers of every picture', async () => {
    const a4 = 658
    const desk = await open('', a4)
    const { page } = desk
    for (const path of ['', '/programme-trend', '/participation']) {
      await page.goto(`${server.origin}/o/${id}${path}`)
      await page.locator('.parks-table').waitFor({ state: 'attached' })
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      const table = page.locator('.parks-table > table')
      expect(await table.isVisible()).toBe(true)
      const box = await table.boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(a4)
      expect(await page.locator('.park-finder').count()).toBe(await page.locator('.park-finder:not(:visible)').count())
      await page.evaluate(() => dispatchEvent(new Event('afterprint')))
      await page.emulateMedia({ media: 'screen' })
    }
    await closeDesk(desk)
  })

  it('lets six be chosen by keyboard through a search that keeps what is ticked, and refuses a seventh kindly', async () => {
    const desk = await open('/compare', 320)
    const { page } = desk
    await page.getByText('No park chosen yet.').waitFor()
    for (const number of ['028', '003', '011', '007', '030', '001']) {
      await search(page, number)
      await page.keyboard.press('Enter')
      expect(await nameOfFocus(page)).toContain(`Park ${number}`)
      await page.keyboard.press('Space')
    }
    await page.getByText('6 of at most 6 chosen.').waitFor()
    await expectSound(page)
    await search(page, '020')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await page.getByText('You have 6 already.').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Park 020' }).isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Take away: Park 011' }).press('Enter')
    await page.getByText('5 of at most 6 chosen.').waitFor()
    await page.getByRole('checkbox', { name: 'Park 020' }).press('Space')
    await tabTo(page, 'Compare')
    await page.keyboard.press('Enter')
    await page.locator('#beside-heading:focus').waitFor()
    const panel = page.locator('#beside-heading ~ .compare-panels > li').first()
    const names = await panel.locator('.axis-row .span-name').allInnerTexts()
    expect(names).toEqual(['001', '003', '007', '020', '028', '030'].map((number) => `Park ${number}`))
    await expectSound(page)
    await closeDesk(desk)
  })

  it('has the whole names of the lines that somebody follows on a small screen', async () => {
    const name = 'Regionaal bedrijventerrein De Hoge Waard van de Gelderse IJssel'
    await server.tell('PUT', `/api/organisations/${parks[4]?.id}/name`, { name })
    const desk = await open('/programme-trend', 320)
    const { page } = desk
    await search(page, 'De Hoge Waard')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Show these parks' }).click()
    const line = page.locator('.trend-of-rows-list li', { hasText: name })
    await line.waitFor()
    const box = await line.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
    expect(await page.locator('.trend-of-rows-names').isVisible()).toBe(false)
    await expectSound(page)
    await closeDesk(desk)
  })

  it('shows its companies a page at a time, found by name, park or how far they are', async () => {
    const desk = await open('/participation', 320)
    const { page } = desk
    const rows = page.locator('mv-programme-companies .rows > li')
    await page.getByText(`${5 * PARKS} of ${5 * PARKS} companies`).waitFor()
    expect(await rows.count()).toBe(25)
    await page.locator('mv-programme-companies').getByRole('button', { name: 'Show 25 more' }).click()
    expect(await rows.count()).toBe(50)
    await page.getByLabel('Find a company or park').fill('park 017')
    await page.getByText(`5 of ${5 * PARKS} companies`).waitFor()
    expect(await rows.count()).toBe(5)
    await page.getByLabel('How far', { exact: true }).selectOption({ label: 'Shared its figures' })
    await page.getByText('No company found.').waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })
})
