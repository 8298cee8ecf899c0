import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import type { Radar } from '../../web/charts/radar.ts'
import { accessibilityFaults, launchBrowser } from '../support/browser.ts'
import { openReader } from '../support/reader.ts'
import { makeResultRounds, type ResultRounds } from '../support/result-rounds.ts'
import { TestServer } from '../support/server.ts'
import type { Desk } from '../support/staff.ts'

/** Width of the text on A4 with margins of 18 mm, in CSS pixels. */
const PAPER = Math.round(((210 - 36) * 96) / 25.4)

let browser: Browser
let server: TestServer
let rounds: ResultRounds

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  rounds = await makeResultRounds(server, (await server.setUp()).organisationId)
})

afterAll(async () => {
  await browser.close()
  await server.close()
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

describe('on paper', () => {
  it.each([320, 1280])(
    'the page is whole, light and no wider than A4, also from a dark screen of %i',
    async (width) => {
      const { page, context } = await open(rounds.full, 'en', { colorScheme: 'dark', viewport: { width, height: 800 } })
      await page.waitForFunction(() => document.querySelector<Radar>('mv-radar')?.chart.chart !== undefined)
      await page.evaluate(() => {
        addEventListener('beforeprint', () => {
          const folded = [...document.querySelectorAll('details.table-fold')].filter(
            (fold) => !fold.hasAttribute('open'),
          )
          const ground = getComputedStyle(document.documentElement).backgroundColor
          Reflect.set(window, 'printed', { folded: folded.length, ground })
        })
      })
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
      expect(await page.evaluate(() => Reflect.get(window, 'printed'))).toEqual({ folded: 0, ground: 'rgb(255, 255, 255)' })
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4)
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/)
      expect(pdf).toContain('/Subtype /Image')
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined()

      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: PAPER, height: 1000 })
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      const seen = await page.evaluate(() => {
        const isOnPaper = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0
        const tables = [...document.querySelectorAll('main table')]
        const charts = [...document.querySelectorAll('mv-radar canvas, .dumbbell')]
        const wide = [...document.querySelectorAll('main *')].filter(
          (element) => element.getBoundingClientRect().right > innerWidth + 1,
        )
        return {
          tables: tables.filter((table) => !table.closest('dialog')).map(isOnPaper),
          charts: charts.map(isOnPaper),
          rows: document.querySelectorAll('#agreement-now-table tbody tr').length,
          hiddenRows: [...document.querySelectorAll('#agreement-now-table tbody tr')].filter((row) => !isOnPaper(row))
            .length,
          wide: wide.map((element) => element.outerHTML.slice(0, 80)),
          buttons: [...document.querySelectorAll('main button')].filter(isOnPaper).length,
        }
      })
      expect(seen.tables.length).toBeGreaterThan(8)
      expect(seen).toMatchObject({ wide: [], buttons: 0, rows: 24, hiddenRows: 0 })
      expect([...seen.tables, ...seen.charts]).not.toContain(false)
      expect(seen.charts).toHaveLength(4)
      await context.close()
    },
  )
})

const LOOKS = (['en', 'nl'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

describe.each(LOOKS)('in $language, $theme, $width wide', ({ language, theme, width }) => {
  it('no result page has an accessibility fault or is wider than the screen', async () => {
    const options = { colorScheme: theme, viewport: { width, height: 800 } }
    const { page, context, refusedByPolicy } = await open(rounds.empty, language, options)
    for (const [name, address] of Object.entries(rounds)) {
      await goTo(page, address)
      expect(await accessibilityFaults(page), name).toEqual([])
      expect(await overflow(), `${name} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    await goTo(page, rounds.full)
    await page.locator('.item-more > summary').first().click()
    const folds = page.locator('.table-fold:not([open]) > summary')
    while ((await folds.count()) > 0) await folds.first().click()
    expect(await accessibilityFaults(page), 'unfolded').toEqual([])
    expect(await overflow(), 'unfolded').toBeLessThanOrEqual(0)
    await page.locator('.five .explain').first().click()
    await page.locator('.explanation h3').first().waitFor()
    expect(await accessibilityFaults(page), 'the explanation').toEqual([])
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    expect(refusedByPolicy).toEqual([])
    await context.close()

    function overflow(): Promise<number> {
      return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    }
  })
})
