import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Radar } from '../../web/charts/radar.ts'
import { openReader } from '../support/reader.ts'
import { makeResultRounds, type ResultRounds } from '../support/result-rounds.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let rounds: ResultRounds
let desk: Desk
let page: Page

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  rounds = await makeResultRounds(server, site.organisationId)
  return site.close
})

beforeEach(async () => {
  desk = await openReader(browser, server.origin, 'en')
  page = desk.page
})

afterEach(() => closeDesk(desk))

describe('the result page', () => {
  it('says the outcome in words before any chart', async () => {
    await open(rounds.full)
    expect(await page.locator('.headline').textContent()).toBe(
      'Intellectual and financial strong, natural low. Largest difference between inside and outside: social and relationship, 25 points lower outside.',
    )
    expect(await page.locator('.results-facts').textContent()).toMatch(
      /12 participants[\s\S]*Anonymous[\s\S]*Outcome 1/,
    )
    const figures = await page.locator('.five-value').allInnerTexts()
    expect(figures.map((text) => text.trim())).toEqual(['52', '0.94', '3 points', 'Natural', 'Out of balance'])
  })

  it('draws the radar from the numbers of its table, view by view, and keeps the view in the address', async () => {
    await open(rounds.full)
    for (const view of ['now-ahead', 'sides-now', 'sides-ahead']) {
      await page.locator(`input[value="${view}"]`).check()
      await page.waitForFunction(
        (wanted) => new URL(location.href).searchParams.get('view') === wanted || wanted === 'now-ahead',
        view,
      )
      const drawn = await drawnNumbers(page)
      expect(await tableNumbers(page)).toEqual(drawn)
      expect(await axisNumbers(page)).toEqual(drawn)
      const name = await page.locator('mv-radar canvas').getAttribute('aria-label')
      for (const number of drawn.flat()) expect(name).toContain(` ${number}`)
    }
    await page.reload()
    await ready(page)
    expect(page.url()).toContain('view=sides-ahead')
    expect(await page.locator('input[value="sides-ahead"]').isChecked()).toBe(true)
  })

  it('leaves a gap for what has no score, in the radar, in words and in the table', async () => {
    await open(rounds.gap)
    const drawn = await drawnNumbers(page)
    expect(drawn.map((series) => series[4])).toEqual([null, null])
    const isSkipped = await page.evaluate(() => {
      const point = document.querySelector<Radar>('mv-radar')?.chart.chart?.getDatasetMeta(0).data[4]
      return point !== undefined && Reflect.get(point, 'skip')
    })
    expect(isSkipped).toBe(true)
    expect(await page.locator('.radar-labels .mark-absent').count()).toBe(1)
    expect(await page.locator('#shape-table tbody tr').nth(4).textContent()).toMatch(/no score\s*no score/)
    expect(await page.locator('.headline').textContent()).toContain('No score for natural (no answer on the scale)')
    expect(await page.locator('.headline').textContent()).toMatch(/\. Small number: read this with care\.$/)
    expect(await page.locator('#figures').locator('..').textContent()).toContain('This cannot be said: not all')
  })

  it('changes language without a new page, the names of the instrument too', async () => {
    await open(rounds.full)
    await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByText('Intellectueel en financieel sterk, natuurlijk laag.').waitFor()
    expect(await page.locator('mv-radar canvas').getAttribute('aria-label')).toContain('Menselijk: Nu 50')
    expect(await page.locator('#shape-table thead').textContent()).toContain('Als we zo doorgaan')
    expect(await page.locator('.items summary').first().textContent()).not.toBe('')
    expect(await page.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true)
  })

  it('explains a number by keyboard, and gives the focus back', async () => {
    await open(rounds.full)
    const asked = page.locator('.five .explain').first()
    await asked.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('What went in').waitFor()
    expect(await dialog.textContent()).toMatch(
      /Level, now: 52[\s\S]*mean of the scores below[\s\S]*Financial, now\s+75/,
    )
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await asked.evaluate((button) => button === document.activeElement)).toBe(true)

    await page.locator('#shape-table .explain-row').first().press('Enter')
    await dialog.getByText('Human, difference between now and three years from now').waitFor()
    expect(await dialog.getByRole('heading', { level: 3 }).count()).toBe(3)
  })

  it('explains every number that it offers to explain', async () => {
    const refused: string[] = []
    page.on('response', (reply) => {
      if (reply.url().includes('/api/explain/') && !reply.ok()) refused.push(reply.url())
    })
    for (const address of [rounds.full, rounds.gap]) {
      await open(address)
      for (const button of await page.locator('.five .explain, .explain-row').all()) {
        await button.press('Enter')
        await page.locator('.explanation [aria-busy="false"] h3').first().waitFor()
        await page.keyboard.press('Escape')
      }
    }
    expect(refused).toEqual([])
  })

  it('lists the items most divided first, folds most of them, and shows the anchors of each', async () => {
    await open(rounds.full)
    const list = page.locator('#agreement-now-table')
    expect(await list.locator('tbody tr:visible').count()).toBeLessThan(24)
    await page.getByRole('button', { name: 'Show all 24 questions' }).first().click()
    expect(await list.locator('tbody tr:visible').count()).toBe(24)
    const apart = (await list.locator('.steps-apart').allInnerTexts()).map((text) => Number(/[\d.]+/.exec(text)?.[0]))
    expect(apart.length).toBeGreaterThan(5)
    await list.locator('summary').first().press('Enter')
    expect(await list.locator('.anchors').first().textContent()).toContain('1. Wearing away')
  })

  it('says of one person alone that there is nothing to compare, and lists the lowest scores first', async () => {
    await open(rounds.alone)
    expect(await page.locator('.headline').textContent()).toMatch(/\. Filled in once: read this with care\.$/)
    await page.getByRole('heading', { name: 'Question by question' }).waitFor()
    const scores = await page.locator('#agreement-now-table td.number').allInnerTexts()
    const numbers = scores.map((text) => Number(/\d+/.exec(text)?.[0]))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  it('says what to do when too few answered to show anything', async () => {
    await page.goto(rounds.hidden)
    await page.getByRole('heading', { name: 'There is nothing to show yet' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('3 people took part')
    expect(await page.locator('main').textContent()).toContain('Invite more people, and release again')
    expect(await page.locator('mv-radar').count()).toBe(0)
  })

  it('leads back to the round when nothing has been released', async () => {
    await page.goto(rounds.empty)
    await page.getByRole('heading', { level: 1, name: 'There is no outcome yet' }).waitFor()
    await page.locator('main').getByRole('link', { name: 'To the round' }).click()
    await page.getByRole('heading', { level: 1, name: 'Just begun' }).waitFor()
  })

  it('keeps its place while the drawing is being fetched', async () => {
    await page.goto(rounds.full)
    await page.evaluate(() => {
      let moved = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved += Number(Reflect.get(entry, 'value'))
        Reflect.set(window, 'moved', moved)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await ready(page)
    await page.locator('#shape').scrollIntoViewIfNeeded()
    expect(await page.evaluate(() => Number(Reflect.get(window, 'moved') ?? 0))).toBeLessThan(0.1)
  })
})

async function open(address: string): Promise<void> {
  await page.goto(address)
  await ready(page)
}

/** The page has its figures and the radar is drawn. */
async function ready(on: Page): Promise<void> {
  await on.getByRole('heading', { level: 1 }).waitFor()
  await on.waitForFunction(() => document.querySelector<Radar>('mv-radar')?.chart.chart !== undefined)
}

function drawnNumbers(on: Page): Promise<(number | null)[][]> {
  return on.evaluate(() => {
    const sets = document.querySelector<Radar>('mv-radar')?.chart.chart?.data.datasets ?? []
    return sets.map((set) => set.data.map((value) => (typeof value === 'number' ? value : null)))
  })
}

/** The columns of the radar's table; null where it has words instead of a number. */
async function tableNumbers(on: Page): Promise<(number | null)[][]> {
  const rows = await on.locator('#shape-table tbody tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('td.number').allInnerTexts()))
  return [0, 1].map((column) => cells.map((row) => (/^\d+$/.test(row[column] ?? '') ? Number(row[column]) : null)))
}

/** The numbers that are printed at the ends of the axes. */
async function axisNumbers(on: Page): Promise<number[][]> {
  const printed = (await on.locator('.radar-labels .axis-number').allTextContents()).map(Number)
  return [0, 1].map((column) => printed.filter((_, at) => at % 2 === column))
}
