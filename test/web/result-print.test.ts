import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import type { Radar } from '../../web/charts/radar.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { openReader } from '../support/reader.ts'
import { makeResultRounds, type ResultRounds } from '../support/result-rounds.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'

/** Width of the text on A4 with margins of 18 mm, in CSS pixels. */
const PAPER = Math.round(((210 - 36) * 96) / 25.4)

let browser: Browser
let server: TestServer
let rounds: ResultRounds

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  rounds = await makeResultRounds(server, site.organisationId)
  return site.close
})

async function open(address: string, language: Locale, options: BrowserContextOptions): Promise<Desk> {
  const desk = await openReader(browser, server.origin, language, options)
  await goTo(desk.page, address)
  return desk
}

/** Goes to a result page and waits until it waits for nothing. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

describe.each([320, 1280])('printed from a dark screen of %i wide', (width) => {
  let desk: Desk

  beforeAll(async () => {
    desk = await open(rounds.full, 'en', { colorScheme: 'dark', viewport: { width, height: 800 } })
    await desk.page.waitForFunction(() => document.querySelector<Radar>('mv-radar')?.chart.chart !== undefined)
  })

  afterAll(() => closeDesk(desk))

  it('the page is light, has its tables unfolded, comes on A4, and goes back to what it was', async () => {
    const { page } = desk
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const folded = document.querySelectorAll('details.table-fold:not([open])').length
        Reflect.set(window, 'printed', { folded, ground: getComputedStyle(document.documentElement).backgroundColor })
      })
    })
    const before = await page.locator('.table-fold[open]').count()
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    const printed = await page.evaluate(() => Reflect.get(window, 'printed'))
    expect(printed).toEqual({ folded: 0, ground: 'rgb(255, 255, 255)' })
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4)
    expect(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/.test(pdf)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined()
    expect(await page.locator('.table-fold[open]').count()).toBe(before)
  })

  it('every chart is drawn and every table is whole, nothing is wider than the paper, and nothing can be pressed', async () => {
    const { page } = desk
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: PAPER, height: 1000 })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const paper = await page.evaluate(() => {
      const all = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((found) => !found.closest('dialog'))
      const isThere = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0
      const canvas = document.querySelector<HTMLCanvasElement>('mv-radar canvas')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return {
        charts: all('mv-radar canvas, .dumbbell').filter(isThere).length,
        isDrawn: pixels.some((byte) => byte > 0),
        tables: all('main table').length,
        missing: all('main :is(table, tbody tr)').filter((part) => !isThere(part)).length,
        wide: all('main *').filter((part) => part.getBoundingClientRect().right > innerWidth + 1).length,
        buttons: all('main button').filter(isThere).length,
      }
    })
    expect(paper).toEqual({ charts: 4, isDrawn: true, tables: 10, missing: 0, wide: 0, buttons: 0 })
  })
})

const LOOKS = (['en', 'nl'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

describe.each(LOOKS)('in $language, $theme, $width wide', ({ language, theme, width }) => {
  it('no result page has an accessibility fault or is wider than the screen', async () => {
    const options = { colorScheme: theme, viewport: { width, height: 800 } }
    const desk = await open(rounds.empty, language, options)
    const { page } = desk
    for (const [name, address] of Object.entries(rounds)) {
      await goTo(page, address)
      expect(await accessibilityFaults(page), name).toEqual([])
      expect(await overflow(desk.page), `${name} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    await goTo(page, rounds.full)
    await page.locator('.item-more > summary').first().click()
    const folds = page.locator('.table-fold:not([open]) > summary')
    while ((await folds.count()) > 0) await folds.first().click()
    expect(await accessibilityFaults(page), 'unfolded').toEqual([])
    expect(await overflow(desk.page), 'unfolded').toBeLessThanOrEqual(0)
    await page.locator('.five .explain').first().click()
    await page.locator('.explanation h3').first().waitFor()
    expect(await accessibilityFaults(page), 'the explanation').toEqual([])
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    await closeDesk(desk)
  })
})
