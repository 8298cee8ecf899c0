import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Locale } from '../../server/contract/common.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { answeredOwnRound } from '../support/own-rounds.ts'
import { openReader } from '../support/reader.ts'
import { makeResultRounds, type ResultRounds } from '../support/result-rounds.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'
import { AGREEMENT } from '../support/world-reflections.ts'

/** Width of the text on A4 with margins of 18 mm, in CSS pixels. */
const PAPER = Math.round(((210 - 36) * 96) / 25.4)
/** Height of the text on A4. */
const PAGE = ((297 - 36) * 96) / 25.4

const Made = z.object({ id: z.string() })

let browser: Browser
let server: TestServer
let reports: Record<keyof ResultRounds | 'lines' | 'often', string>
let fullRound: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  const rounds = await makeResultRounds(server, site.organisationId)
  const own = async (id: 'sociosphere' | 'seven-principles') =>
    `${server.origin}/o/${site.organisationId}/r/${await answeredOwnRound(server, site.organisationId, id, 12)}/report`
  const report = (address: string) => address.replace(/results$/, 'report')
  reports = {
    full: report(rounds.full),
    gap: report(rounds.gap),
    alone: report(rounds.alone),
    hidden: report(rounds.hidden),
    empty: report(rounds.empty),
    lines: await own('sociosphere'),
    often: await own('seven-principles'),
  }
  fullRound = /r\/([^/]+)\/report/.exec(reports.full)?.[1] ?? ''
  await talk(site.organisationId, fullRound)
  return site.close
})

/** A conversation about a round with cards of every standing, and an agreement that came from it. */
async function talk(organisationId: string, roundId: string): Promise<void> {
  const org = `/api/organisations/${organisationId}`
  const { id } = await server.call('POST', `${org}/reflections`, { roundId }, Made)
  const card = async (text: string, marks: object) => {
    const path = `${org}/reflections/${id}/entries/${randomUUID()}`
    await server.call('PUT', path, { question: 2, body: { kind: 'behaviour', text }, revision: 0 }, Made)
    await server.call('PATCH', path, marks, Made)
  }
  await card('Ovens stay on at night', { carried: true })
  await card('Nobody asks the neighbours', { carried: false })
  await card('A name that should not leave the room', { carried: true, hidden: true })
  const content = { ...AGREEMENT, title: 'Heat for the street', owner: 'Fatima', reviewOn: '2027-03-01' }
  const made = { reflectionId: id, roundId, content, revision: 0 }
  await server.call('PUT', `${org}/interventions/${randomUUID()}`, made, Made)
}

async function open(address: string, language: Locale, options: BrowserContextOptions = {}): Promise<Desk> {
  const desk = await openReader(browser, server.origin, language, options)
  await goTo(desk.page, address)
  return desk
}

async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}

async function pagesOf(page: Page): Promise<{ count: number; isA4: boolean }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/g)]
  return {
    count: pdf.match(/\/Type \/Page\b/g)?.length ?? 0,
    isA4: boxes.every(([, width, height]) => Math.abs(Number(width) - 595) < 2 && Math.abs(Number(height) - 842) < 2),
  }
}

/** Cover, words, three shapes, three pages of two capitals, people and groups, conversation, agreements, method. */
const PAGES = { full: 12, gap: 10, alone: 10, hidden: 3, lines: 7, often: 6 } as const

describe.each(['nl', 'en'] as const)('printed in %s', (language) => {
  let desk: Desk

  beforeAll(async () => {
    desk = await open(reports.full, language, { colorScheme: 'dark' })
  })

  afterAll(() => closeDesk(desk))

  it.each(Object.entries(PAGES))('the report of "%s" comes on %i pages of A4', async (name, count) => {
    const address = reports[name as keyof typeof PAGES]
    await goTo(desk.page, address)
    expect(await pagesOf(desk.page)).toEqual({ count, isA4: true })
  })

  it.each(Object.keys(PAGES))(
    'in the report of "%s" nothing is wider than the paper and no chart is cut',
    async (name) => {
      const { page } = desk
      await goTo(page, reports[name as keyof typeof PAGES])
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: PAPER, height: 1000 })
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      const paper = await page.evaluate((height) => {
        const all = [...document.querySelectorAll('.report *')]
        const isThere = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0
        const charts = [...document.querySelectorAll('.report-chart, .report .chart, .report-trend')].filter(isThere)
        const tableOf = (chart: Element) => {
          const named = chart.matches('[aria-describedby]') ? chart : chart.querySelector('[aria-describedby]')
          const table = document.getElementById(named?.getAttribute('aria-describedby') ?? '')
          const isBelow =
            table !== null && table.getBoundingClientRect().top >= chart.getBoundingClientRect().bottom - 1
          return isBelow && isThere(table) && table.querySelectorAll('tbody tr').length > 0
        }
        return {
          wide: all
            .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
            .map((part) => part.outerHTML.slice(0, 90)),
          pressed: all.filter((part) => part.matches('button, summary:not(.item-more > summary)') && isThere(part))
            .length,
          addresses: document.querySelector('.report')?.textContent?.match(/https?:/g)?.length ?? 0,
          withoutTable: charts.filter((chart) => !tableOf(chart)).map((chart) => chart.outerHTML.slice(0, 90)),
          charts: charts.length,
          cut: charts.filter((chart) => {
            const kept = chart.matches('.report-trend') ? [...chart.children] : [chart]
            return kept.some(
              (part) => getComputedStyle(part).breakInside !== 'avoid' || part.getBoundingClientRect().height > height,
            )
          }).length,
          canvases: document.querySelectorAll('.report canvas').length,
        }
      }, PAGE)
      await page.emulateMedia({ media: null })
      await page.setViewportSize({ width: 1280, height: 900 })
      const charts = { full: 9, gap: 8, alone: 3, hidden: 0, lines: 1, often: 1 }[name]
      expect(paper).toEqual({ wide: [], pressed: 0, addresses: 0, withoutTable: [], charts, cut: 0, canvases: 0 })
    },
  )
})

describe('the report', () => {
  let desk: Desk

  beforeAll(async () => {
    desk = await open(reports.full, 'en')
  })

  afterAll(() => closeDesk(desk))

  it('says on its cover whose figures these are, of when, of how many people, and which outcome it is', async () => {
    const cover = (await desk.page.locator('.report-cover').innerText()).split('\n').filter((line) => line !== '')
    expect(cover.slice(0, 2)).toEqual(["Alice's bakery", 'Works council'])
    expect(cover).toContain('12 participants')
    expect(cover).toContain('Six values in balance, version 1.0.0')
    expect(cover.at(-1)).toMatch(/^Outcome [0-9a-f-]{36}$/)
  })

  it('has the numbers of the result page', async () => {
    const numbers = (table: string) =>
      desk.page
        .locator(`${table} tbody tr`)
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td.number')].map((cell) => cell.textContent?.trim())),
        )
    const told = await numbers('#report-shape-now-ahead')
    expect(told.length).toBe(6)
    await goTo(desk.page, reports.full.replace('/report', '/results'))
    expect(await numbers('#shape-table')).toEqual(told)
    await goTo(desk.page, reports.full)
  })

  it('draws each polygon with a line and a marker of its own, so that grey paper tells them apart', async () => {
    const looks = await desk.page
      .locator('.report-radar:not(.is-narrow)')
      .nth(1)
      .evaluate((radar) =>
        [...radar.querySelectorAll('.radar-polygon')].map((line) => getComputedStyle(line).strokeDasharray),
      )
    expect(new Set(looks).size).toBe(2)
    const fills = await desk.page
      .locator('.radar-polygon')
      .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).fill))
    expect(new Set(fills)).toEqual(new Set(['none']))
    const patterns = await desk.page
      .locator('.report-band pattern')
      .evaluateAll((all) => all.map((one) => one.innerHTML))
    expect(new Set(patterns).size).toBe(6)
  })

  it('holds what the room said and may be seen, what was agreed, with whom and until when', async () => {
    const text = await desk.page.locator('.report').innerText()
    expect(text).toContain('Ovens stay on at night')
    expect(text).toContain('And 1 card more, not taken along.')
    expect(text).not.toContain('Nobody asks the neighbours')
    expect(text).not.toContain('should not leave the room')
    expect(await desk.page.locator('#report-agreements-table tbody').innerText()).toMatch(
      /Heat for the street.*Fatima.*1 March 2027/s,
    )
  })

  it('names the lowest questions of each value, and says where people do not know', async () => {
    await goTo(desk.page, reports.gap)
    const natural = desk.page.locator('.report-capital', { hasText: 'Natural' })
    expect(await natural.innerText()).toContain("100% of the answers here is 'I do not know'")
    const scores = await desk.page
      .locator('#report-items-social tbody tr')
      .evaluateAll((rows) => rows.map((row) => Number(row.children[2]?.textContent)))
    expect(scores.length).toBe(3)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    await goTo(desk.page, reports.full)
  })

  it('of a round in which nothing may be shown has words, and not one chart', async () => {
    await goTo(desk.page, reports.hidden)
    expect(await desk.page.locator('.report').innerText()).toContain('3 people took part.')
    expect(await desk.page.locator('.report svg').count()).toBe(0)
    await goTo(desk.page, reports.full)
  })

  it('says that there is nothing yet before the first outcome, with the way on', async () => {
    await goTo(desk.page, reports.empty)
    expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no outcome yet')
    await desk.page.getByRole('link', { name: 'To the round', exact: true }).waitFor()
    await goTo(desk.page, reports.full)
  })

  it('is one press away from the result page', async () => {
    await goTo(desk.page, reports.full.replace('/report', '/results'))
    await desk.page.locator('.results-head').getByRole('link', { name: 'Take it along' }).click()
    await desk.page.getByRole('link', { name: 'Report to print' }).click()
    await desk.page.locator('.report-cover').waitFor()
  })
})

const LOOKS = [
  { language: 'nl', theme: 'light', width: 320 },
  { language: 'en', theme: 'dark', width: 320 },
  { language: 'nl', theme: 'dark', width: 1280 },
  { language: 'en', theme: 'light', width: 1280 },
] as const

describe.each(LOOKS)('on a screen in $language, $theme, $width wide', ({ language, theme, width }) => {
  it('no report has an accessibility fault or is wider than the screen', async () => {
    const desk = await open(reports.full, language, { colorScheme: theme, viewport: { width, height: 800 } })
    for (const name of ['full', 'gap', 'hidden', 'lines'] as const) {
      await goTo(desk.page, reports[name])
      expect(await accessibilityFaults(desk.page), name).toEqual([])
      expect(await overflow(desk.page), `${name} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    await closeDesk(desk)
  })
})
