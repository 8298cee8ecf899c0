import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../server/contract/common.ts'
import type { Db } from '../../server/db/open.ts'
import { binOf } from '../../web/programme/heat-bins.ts'
import { labelPlaces } from '../../web/programme/label-places.ts'
import { overflow } from '../support/browser.ts'
import { expectSound } from '../support/good-page.ts'
import {
  addCompanies,
  addOwnProfile,
  addParks,
  contribute,
  type MadePark,
  scoresOfNow,
} from '../support/programme-data.ts'
import { ProgrammeDesk } from '../support/programme-desk.ts'
import type { TestServer } from '../support/server.ts'
import { closeDesk, tabTo } from '../support/staff.ts'

const [BEFORE, NOW] = ['2026-Q3', '2026-Q4']
let desks: ProgrammeDesk
let server: TestServer

beforeAll(async () => {
  desks = await ProgrammeDesk.start()
  server = desks.server
  return desks.close
})

interface Made {
  readonly id: string
  readonly parks: readonly MadePark[]
}

async function makeProgramme(role: Role, fill: (db: Db, id: string) => Promise<MadePark[]>): Promise<Made> {
  const { id, filled } = await desks.makeProgramme(role, fill)
  return { id, parks: filled }
}

/** Companies on parks of these sizes, with the same scores in each quarter but for a step up. */
async function fillParks(
  db: Db,
  id: string,
  sizes: readonly number[],
  periods: readonly string[],
): Promise<MadePark[]> {
  const parks = await addParks(db, id, sizes.length)
  for (const [index, size] of sizes.entries()) {
    const companies = await addCompanies(db, id, parks.slice(index, index + 1), size + 1, 0)
    for (const [step, period] of periods.entries()) {
      // The park that comes last by name scores highest, so that an order by score would be another one.
      const scoresOf = (_: unknown, at: number) => scoresOfNow(25 + 9 * index + 2 * at + 12 * step)
      const themesOf = (_: unknown, at: number) => (at % 2 === 0 ? ['natural'] : [])
      await contribute(db, id, companies.slice(0, size), { period, scoresOf, themesOf })
    }
  }
  return parks
}

/** Five parks of which two are too small, with two quarters that were published. */
async function makePublished(): Promise<Made> {
  const made = await makeProgramme('owner', async (db, id) => {
    const parks = await fillParks(db, id, [12, 2, 10, 14, 4], [BEFORE, NOW])
    await addOwnProfile(db, parks[2]?.id ?? '', { period: NOW, n: 6, scores: { now: 41, intended: 66 } })
    return parks
  })
  for (const period of [BEFORE, NOW]) {
    await server.tell('POST', `/api/organisations/${made.id}/programme/releases`, { period })
  }
  return made
}

const LONG_NAMES_PAGE = {
  ...{ title: { nl: '', en: '' }, about: { nl: '', en: '' }, licence: 'CC0-1.0', contact: '', accent: null },
  ...{ slug: 'long', shown: true, revision: 0 },
}

const namesIn = (page: Page, rows: string) =>
  page.locator(rows).evaluateAll((found) => found.map((one) => one.textContent?.trim() ?? ''))
const inOrder = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b))
const PARKS = ['Park 001', 'Park 002', 'Park 003', 'Park 004', 'Park 005']

const LOOKS = [
  {
    language: 'en',
    width: 320,
    who: '42 of the 47 companies that take part gave their figures. They chose to do so.',
    noOrder: 'Parks are in order of name, not from good to bad.',
    hidden: 'Not shown: Park 002',
    why: 'it comes from 2 of the 5 companies that are needed',
    quarter: 'Quarter',
    close: 'Close',
    fault: 'Choose at least two and at most six parks.',
    compare: 'Compare',
    changed: 'Changed since',
    cohort: 'Only companies that gave figures in both quarters are counted here: 42 companies',
    asTable: 'As a table',
    itself: 'the park itself 41, in three years 66',
    follow: 'Show these parks',
    never: 'What a company wrote is never here.',
    themes: '20 to 49',
  },
  {
    language: 'nl',
    width: 1280,
    who: '42 van de 47 bedrijven die meedoen, gaven cijfers. Zij kozen daar zelf voor.',
    noOrder: 'De parken staan op volgorde van naam, niet van goed naar slecht.',
    hidden: 'Niet getoond: Park 002',
    why: 'het komt van 2 van de 5 bedrijven die nodig zijn',
    quarter: 'Kwartaal',
    close: 'Sluiten',
    fault: 'Kies minstens twee en hooguit zes parken.',
    compare: 'Vergelijk',
    changed: 'Veranderd sinds',
    cohort: 'Alleen bedrijven die in beide kwartalen cijfers gaven, tellen hier mee: 42 bedrijven',
    asTable: 'Als een tabel',
    itself: 'park zelf 41, over drie jaar 66',
    follow: 'Toon deze parken',
    never: 'Wat een bedrijf schreef, staat hier nooit.',
    themes: '20 tot en met 49',
  },
] as const

describe('parks of a programme beside each other', () => {
  it.each(LOOKS)('stand in a table by name, with why a figure is not shown, in $language at $width', async (look) => {
    const { id } = await makePublished()
    const desk = await desks.open(look.language, look.width)
    const { page } = desk
    await page.goto(`${server.origin}/o/${id}`)
    const heatmap = page.locator('mv-programme-heatmap')
    await heatmap.getByText(look.who).waitFor()
    await heatmap.getByText(look.noOrder).waitFor()
    const names = '.heat-table [data-kind="park"] th.heat-name a'
    expect(await namesIn(page, names)).toEqual(PARKS)
    expect(await heatmap.locator('tr', { hasText: 'Park 002' }).locator('.heat-hidden').count()).toBe(6)
    expect(await heatmap.locator('tr', { hasText: 'Park 001' }).innerText()).toContain('12')
    await expectSound(page)
    const why = heatmap.getByRole('button', { name: look.hidden }).first()
    await why.focus()
    await page.keyboard.press('Enter')
    await heatmap.getByRole('dialog').getByText(look.why).waitFor()
    await expectSound(page)
    await page.keyboard.press('Escape')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(focused).toContain(look.hidden)
    await heatmap.getByLabel(look.quarter, { exact: true }).selectOption(BEFORE)
    await heatmap.locator('caption', { hasText: /3|third/i }).waitFor()
    expect(await namesIn(page, names)).toEqual(PARKS)
    await closeDesk(desk)
  })

  it.each(LOOKS)('are compared by two to six, on one scale, in $language at $width', async (look) => {
    const { id } = await makePublished()
    const desk = await desks.open(look.language, look.width)
    const { page } = desk
    await page.goto(`${server.origin}/o/${id}/compare`)
    await page.getByRole('checkbox', { name: 'Park 004' }).check()
    await page.getByRole('button', { name: look.compare, exact: true }).click()
    await page.getByRole('link', { name: look.fault }).waitFor()
    await expectSound(page)
    for (const name of ['Park 003', 'Park 001']) await page.getByRole('checkbox', { name }).check()
    await tabTo(page, look.compare)
    await page.keyboard.press('Enter')
    await page.locator('#beside-heading:focus').waitFor()
    const panels = page.locator('#beside-heading ~ .compare-panels > li')
    expect(await panels.count()).toBe(6)
    const first = await panels.first().locator('.axis-row .span-name').allInnerTexts()
    expect(first).toEqual(['Park 001', 'Park 003', 'Park 004'])
    await panels.first().getByText(look.itself).waitFor()
    await page.getByRole('heading', { name: look.changed }).waitFor()
    await page.getByText(look.cohort).waitFor()
    expect(await page.locator('.trend-of-rows').count()).toBe(6)
    for (const summary of await page.getByText(look.asTable).all()) await summary.click()
    const rows = await namesIn(page, '#compare-slopes-table tbody th')
    expect(rows.slice(1)).toEqual(inOrder(rows.slice(1)))
    await expectSound(page)
    await page.reload()
    await panels.first().waitFor()
    await closeDesk(desk)
  })

  it.each(LOOKS)('tell of themselves, of quarters and of themes, in $language at $width', async (look) => {
    const { id, parks } = await makePublished()
    const desk = await desks.open(look.language, look.width)
    const { page } = desk
    await page.goto(`${server.origin}/o/${id}/parks/${parks[2]?.id}`)
    const figures = page.locator('mv-park-figures')
    await figures.getByText(look.itself).first().waitFor()
    expect(await figures.locator('.axis-row .axis-band').count()).toBeGreaterThan(0)
    await expectSound(page)
    await page.goto(`${server.origin}/o/${id}/programme-trend`)
    await page.locator('.trend-of-rows').waitFor()
    await page.getByText(look.noOrder).waitFor()
    expect(await page.locator('.trend-of-rows-plot .compare-line-0 line').count()).toBe(1)
    await page.getByText(look.asTable).click()
    expect((await namesIn(page, '#programme-trend-table tbody th')).slice(1)).toEqual(PARKS)
    await page.getByRole('checkbox', { name: 'Park 004' }).uncheck()
    await page.getByRole('button', { name: look.follow }).click()
    await page.locator('.compare-line-grey').first().waitFor({ state: 'attached' })
    await expectSound(page)
    await page.goto(`${server.origin}/o/${id}/themes`)
    await page.getByText(look.never).waitFor()
    await page.getByRole('cell', { name: look.themes }).waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })

  it('have no number of an earlier quarter beside the newest one', async () => {
    const { id } = await makeProgramme('owner', async (db, programme) => {
      const parks = await addParks(db, programme, 2)
      for (const [index, sizes] of [
        [12, 12],
        [10, 0],
      ].entries()) {
        const companies = await addCompanies(db, programme, parks.slice(index, index + 1), 12, 0)
        for (const [at, period] of [BEFORE, NOW].entries())
          await contribute(db, programme, companies.slice(0, sizes[at]), { period, scoresOf: () => scoresOfNow(45) })
      }
      return parks
    })
    for (const period of [BEFORE, NOW])
      await server.tell('POST', `/api/organisations/${id}/programme/releases`, { period })
    const desk = await desks.open('en', 1280)
    await desk.page.goto(`${server.origin}/o/${id}/programme-trend`)
    await desk.page.locator('.trend-of-rows-names text').first().waitFor()
    const labels = (await namesIn(desk.page, '.trend-of-rows-names text')).toSorted()
    expect(labels).toEqual(['45 Park 001', '45 The whole programme', 'Park 002'])
    await closeDesk(desk)
  })

  it('have names of one long word at times, which break on a phone and leave room for figures', async () => {
    const { id, parks } = await makePublished()
    const name = 'Bedrijventerreinontwikkelingsmaatschappijterrein'
    const rows = parks.map((park) => park.id)
    await desks.inDatabase((db) => db.updateTable('organisation').set({ name }).where('id', 'in', rows).execute())
    await server.tell('PUT', `/api/organisations/${id}/programme/page`, LONG_NAMES_PAGE)
    const { context, page } = await desks.open('en', 320)
    const own = `/o/${id}`
    for (const path of [
      `${own}/compare?parks=${rows.join(',')}`,
      `${own}/programme-trend`,
      `${own}/publish`,
      '/p/long',
    ]) {
      await page.goto(server.origin + path)
      await page.getByText(name).filter({ visible: true }).first().waitFor()
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
    }
    const figure = page.locator('tbody tr:not(.kind) td').first()
    expect(await figure.evaluate((cell) => cell.getBoundingClientRect().right), 'a figure is in sight').toBeLessThan(
      320,
    )
    await context.close()
  })

  it('can be chosen from anew when the address names parks that are none', async () => {
    const { id } = await makePublished()
    const desk = await desks.open('en', 1280)
    await desk.page.goto(`${server.origin}/o/${id}/compare?parks=one,two`)
    await desk.page.getByRole('button', { name: 'Compare' }).waitFor()
    await closeDesk(desk)
  })

  it('say what comes first, by role, while nothing is published', async () => {
    const desk = await desks.open('en', 320)
    const { page } = desk
    const mine = await makeProgramme('owner', async () => [])
    for (const path of ['compare', 'programme-trend', 'themes']) {
      await page.goto(`${server.origin}/o/${mine.id}/${path}`)
      await page.getByRole('link', { name: 'Prepare a publication' }).waitFor()
      await expectSound(page)
    }
    const other = await makeProgramme('overseer', (db, id) => fillParks(db, id, [4, 3, 1], [NOW]))
    await page.goto(`${server.origin}/o/${other.id}`)
    await page.getByText('No park has 5 companies that gave figures yet.').waitFor()
    await expectSound(page)
    await page.goto(`${server.origin}/o/${other.id}/compare`)
    await page.getByText('A manager of the programme publishes a quarter').waitFor()
    expect(await page.getByRole('link', { name: 'Prepare a publication' }).count()).toBe(0)
    await closeDesk(desk)
  })

  it('say that a page could not be fetched, and fetch it at a press', async () => {
    const { id } = await makePublished()
    const desk = await desks.open('en', 1280)
    const { page } = desk
    await page.route('**/programme/heatmap*', (route) => route.abort())
    await page.goto(`${server.origin}/o/${id}/compare`)
    await page.getByRole('alert').waitFor()
    await expectSound(page)
    await page.unroute('**/programme/heatmap*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('checkbox', { name: 'Park 001' }).waitFor()
    await closeDesk(desk)
  })
})

describe('drawing parks', () => {
  it('gives every value one of five tints, whole numbers at the edges too', () => {
    expect([0, 15, 19, 20, 59, 60, 85, 100].map(binOf)).toEqual([1, 1, 1, 2, 3, 4, 5, 5])
  })

  it('keeps labels apart, in their order and inside the drawing', () => {
    const room = { gap: 10, top: 0, bottom: 100 }
    expect(labelPlaces([50, 51, 52], room)).toEqual([50, 60, 70])
    expect(labelPlaces([98, 99, 20], room)).toEqual([90, 100, 20])
    expect(labelPlaces([], room)).toEqual([])
  })
})
