import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Locale } from '../../server/contract/common.ts'
import { Target } from '../../server/contract/targets.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { makeQuarters, periodsFrom2022 } from '../support/quarters.ts'
import { openReader } from '../support/reader.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, tabTo } from '../support/staff.ts'

/** Width of the text on A4 with margins of 18 mm, in CSS pixels. */
const PAPER = Math.round(((210 - 36) * 96) / 25.4)
const QUARTERS = 20
/** The fifth quarter had too few people to show anything, and of the ninth nobody knew anything about money. */
const [FEW, UNKNOWN] = [4, 8]

let browser: Browser
let server: TestServer
let trend: string
let newest: string
let first: string
let targets: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  const ids = await makeQuarters(
    server,
    periodsFrom2022(QUARTERS).map((period, at) => ({
      period,
      levels: { human: 2 + at / 10, natural: at === QUARTERS - 1 ? 1.6 : 4 - at / 20, intellectual: 4 },
      ...(at === FEW && { people: 3 }),
      ...(at === UNKNOWN && { unknown: ['financial'] }),
      ...(at >= QUARTERS - 2 && { horizons: ['now', 'ahead'] }),
    })),
  )
  trend = `${server.origin}/o/${site.organisationId}/trend`
  newest = `${server.origin}/o/${site.organisationId}/r/${ids.at(-1)}/results`
  first = `${server.origin}/o/${site.organisationId}/r/${ids[0]}/results`
  targets = `/api/organisations/${site.organisationId}/targets/six-capitals`
  return site.close
})

async function open(address: string, language: Locale, options: BrowserContextOptions = {}) {
  const desk = await openReader(browser, server.origin, language, options)
  await desk.page.goto(address)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  await desk.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  return desk
}

const LOOKS = (['en', 'nl'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

describe.each(LOOKS)('twenty quarters in $language, $theme, $width wide', ({ language, theme, width }) => {
  it('have no accessibility fault, are no wider than the screen, and no labels lie over each other', async () => {
    const desk = await open(trend, language, { colorScheme: theme, viewport: { width, height: 800 } })
    const { page } = desk
    expect(await page.locator('.trend-plot').count()).toBe(9)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const overlaps = await page.evaluate(() =>
      [...document.querySelectorAll('.trend-plot')].flatMap((plot) => {
        const boxes = [...plot.querySelectorAll('.trend-period')].map((label) => label.getBoundingClientRect())
        return boxes.filter((box, at) => boxes.slice(at + 1).some((other) => other.left < box.right)).map(String)
      }),
    )
    expect(overlaps).toEqual([])
    await page.locator('.trend-lines button').first().click()
    await page.getByRole('dialog').waitFor()
    expect(await accessibilityFaults(page), 'the dialog of a target').toEqual([])
    expect(await overflow(page), 'the dialog of a target').toBeLessThanOrEqual(0)
    await page.goto(`${newest}?view=before`)
    await page.locator('mv-results-shape .key .mark-earlier').waitFor()
    expect(await accessibilityFaults(page), 'the round before').toEqual([])
    expect(await overflow(page), 'the round before').toBeLessThanOrEqual(0)
    await closeDesk(desk)
  })
})

describe('from round to round', () => {
  it('before the first outcome says what comes later, and leads to a round', async () => {
    const made = await server.call('POST', '/api/organisations', { name: 'New mill' }, z.object({ id: z.string() }))
    const desk = await open(`${server.origin}/o/${made.id}/trend`, 'nl')
    const { page } = desk
    await page.getByText('Er is nog geen uitkomst. Als de eerste ronde gesloten is ziet u die hier').waitFor()
    expect(await page.getByRole('link', { name: 'Nieuwe ronde' }).count()).toBe(1)
    expect(await page.locator('.trend-plot').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await closeDesk(desk)
  })

  it('a gap is a gap and not a zero: hidden and missing rounds have a ring under the scale and no line to them', async () => {
    const desk = await open(trend, 'en')
    const found = await desk.page.evaluate(() => {
      const plots = [...document.querySelectorAll('.trend-plot')]
      return plots.map((plot) => ({
        name: plot.closest('li')?.querySelector('h3')?.textContent,
        marks: plot.querySelectorAll('.mark').length,
        rings: plot.querySelectorAll('.mark-absent').length,
        slashes: plot.querySelectorAll('.mark-absent path').length,
        lines: plot.querySelectorAll('.series-line').length,
      }))
    })
    const of = (name: string) => found.find((plot) => plot.name === name)
    expect(of('Human')).toMatchObject({ marks: QUARTERS - 1, rings: 1, slashes: 1, lines: QUARTERS - 3 })
    expect(of('Financial')).toMatchObject({ marks: QUARTERS - 2, rings: 2, slashes: 1, lines: QUARTERS - 5 })
    expect(of('Balance')).toMatchObject({ marks: QUARTERS - 2, rings: 2, slashes: 1 })
    await closeDesk(desk)
  })

  it('a target is set by keyboard, said in words, drawn as a dash, changed, and taken away', async () => {
    const desk = await open(trend, 'en')
    const { page } = desk
    await tabTo(page, 'Set a target for Human')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Score').fill('sixty')
    await page.keyboard.press('Enter')
    await dialog.getByRole('link', { name: 'Fill in a whole number from 0 to 100.' }).waitFor()
    await dialog.getByLabel('Score').fill('90')
    await dialog.getByLabel('To be reached by').selectOption({ index: 3 })
    await dialog.getByLabel('Why').fill('Fewer people ill')
    await page.keyboard.press('Enter')
    await page.getByText('The target is saved.').waitFor()
    const panel = page.locator('.trend-lines > li').first()
    await expect.poll(() => panel.locator('.trend-aim').innerText()).toMatch(/^\d+, target 90 by Q\d \d{4}, \d+ to go/)
    expect(await panel.locator('.trend-target').count()).toBe(1)
    expect(await panel.locator('.trend-target .mark').count()).toBe(0)
    expect(await page.locator('.trend-target-row').innerText()).toContain('90')

    await panel.getByRole('button').click()
    await server.call('PUT', `${targets}/human`, targetOf({ score: 70, revision: 1 }), Target)
    await dialog.getByLabel('Score').fill('65')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Somebody else was first: the target is now 70').waitFor()
    expect(await dialog.getByLabel('Score').inputValue()).toBe('65')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => panel.locator('.trend-aim').innerText()).toContain('target 65')

    await panel.getByRole('button').click()
    await dialog.getByRole('button', { name: 'Take the target away' }).click()
    await page.getByText('The target is gone.').waitFor()
    await expect.poll(() => panel.locator('.trend-target').count()).toBe(0)
    await closeDesk(desk)
  })

  it('the file has the numbers of the page, and opens in Dutch Excel', async () => {
    const desk = await open(trend, 'nl')
    const { page } = desk
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tabel downloaden (CSV)' }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8')
    expect(download.suggestedFilename()).toBe('van-ronde-tot-ronde.csv')
    expect(text.startsWith('\ufeffPeriode;Ronde;Mensen;')).toBe(true)
    const [head = [], ...rows] = text
      .slice(1)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'))
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)])
    const onPage = async (table: string, place: number) =>
      (await page.locator(`#${table} tbody tr:not(.trend-target-row) td:nth-child(${place})`).allInnerTexts())
        .map((cell) => cell.split('\n')[0]?.trim())
        .toReversed()
    expect(column('Menselijk')).toEqual(await onPage('trend-table', 3))
    expect(column('Menselijk')[FEW]).toBe('niet getoond')
    expect(column('Financieel')[UNKNOWN]).toBe('geen score')
    expect(column('Balans')).toEqual(await onPage('trend-evenness', 4))
    expect(column('Balans')[0]).toMatch(/^[01],\d\d$/)
    await closeDesk(desk)
  })

  it('another moment has its own numbers, and no targets', async () => {
    await server.call('PUT', `${targets}/social`, targetOf({ revision: 0 }), Target)
    const desk = await open(trend, 'en')
    const { page } = desk
    expect(await page.locator('.trend-target').count()).toBe(1)
    await page.locator('.trend-horizons button').nth(1).click()
    expect(await page.locator('.trend-target').count()).toBe(0)
    const marks = page.locator('.trend-plot').first().locator('.mark')
    expect(await marks.count()).toBe(2)
    await server.tell('DELETE', `${targets}/social`, {})
    await closeDesk(desk)
  })

  it('on A4 nothing is wider than the paper, no row is cut in two, and under the charts stand their tables', async () => {
    const desk = await open(trend, 'nl', { colorScheme: 'dark' })
    const { page } = desk
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(5)
    expect(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/.test(pdf)).toBe(true)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: PAPER, height: 1000 })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const paper = await page.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)]
      const isThere = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0
      return {
        charts: all('.trend-plot').filter(isThere).length,
        tables: all('table').filter(isThere).length,
        cut: all('tr').filter((row) => getComputedStyle(row).breakInside !== 'avoid').length,
        wide: all('*').filter((part) => isThere(part) && part.getBoundingClientRect().right > innerWidth + 1).length,
        buttons: all('button').filter(isThere).length,
        ground: getComputedStyle(document.documentElement).colorScheme,
      }
    })
    expect(paper).toEqual({ charts: 9, tables: 2, cut: 0, wide: 0, buttons: 0, ground: 'light' })
    await closeDesk(desk)
  })
})

describe('the result of a round', () => {
  it('shows the round before as a second polygon, where the reader asks for it', async () => {
    const desk = await open(newest, 'en')
    const { page } = desk
    const shape = page.locator('mv-results-shape')
    await shape.getByLabel('Now and third quarter of 2026').check()
    expect(new URL(page.url()).searchParams.get('view')).toBe('before')
    expect(await shape.locator('thead').innerText()).toMatch(/Now.*Third quarter of 2026.*Change/s)
    expect(await shape.locator('.key .mark-earlier').count()).toBe(1)
    const words = await shape.locator('tbody td:nth-child(4)').allInnerTexts()
    expect(words).toHaveLength(6)
    for (const word of words) expect(word).toMatch(/^(higher|lower|no clear difference|too few to say)$/)
    expect(await shape.locator('.chart-headline').innerText()).toMatch(/^(Since|No clear difference)/)
    await closeDesk(desk)
  })

  it('of the first round says that there is none before it', async () => {
    const desk = await open(first, 'en')
    await desk.page.getByText('This is the first round.').waitFor()
    expect(await desk.page.locator('mv-results-shape').getByText('quarter of').count()).toBe(0)
    await closeDesk(desk)
  })
})

function targetOf(changes: object): object {
  return { score: 55, duePeriod: '2029-Q4', reason: '', version: '1.0.0', revision: 0, ...changes }
}
