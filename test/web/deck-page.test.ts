import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import { chartsOf } from '../support/deck.ts'
import { readPresentation, type SlideRead } from '../support/presentation.ts'
import { openReader } from '../support/reader.ts'
import { makeResultRounds, type ResultRounds } from '../support/result-rounds.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'

describe('on the result page', () => {
  let browser: Browser
  let server: TestServer
  let rounds: ResultRounds

  beforeAll(async () => {
    const site = await startSite()
    ;({ browser, server } = site)
    rounds = await makeResultRounds(server, site.organisationId)
    return site.close
  })

  async function open(address: string, language: 'nl' | 'en'): Promise<Desk> {
    const desk = await openReader(browser, server.origin, language, { acceptDownloads: true })
    await desk.page.goto(address)
    await desk.page.getByRole('heading', { level: 1 }).waitFor()
    return desk
  }

  /** The place at the end of the page, where its parts come when somebody goes there. */
  async function goToPlace({ page }: Desk): Promise<void> {
    await page.locator('#take').scrollIntoViewIfNeeded()
    await page.locator('mv-deck-download button').waitFor()
  }

  async function download({ page }: Desk, button: string): Promise<{ name: string; slides: SlideRead[] }> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ])
    return { name: file.suggestedFilename(), slides: await readPresentation(readFileSync(await file.path())) }
  }

  it.each(['nl', 'en'] as const)(
    'in %s the deck comes at a press, within the policy, with the numbers of the page',
    async (language) => {
      const desk = await open(rounds.full, language)
      expect(await desk.page.locator('mv-deck-download').count()).toBe(0)
      await goToPlace(desk)
      expect(await accessibilityFaults(desk.page)).toEqual([])
      const { name, slides } = await download(
        desk,
        language === 'nl' ? 'Downloaden als PowerPoint' : 'Download as PowerPoint',
      )
      expect(name).toMatch(/^alice-s-bakery-works-council-\d{4}-q\d\.pptx$/)
      await expect.poll(() => desk.page.locator('#deck-status').textContent()).toMatch(/downloads/)
      const shown = await desk.page
        .locator('mv-results-shape tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('td.number')].map((cell) => Number(cell.textContent))),
        )
      const [radar] = chartsOf(slides, 'radar')
      expect(radar?.categories.map((_, at) => radar.series.map(({ drawn }) => drawn[at]))).toEqual(shown)
      // Fails when anything was refused by the content-security policy, Trusted Types among it.
      await closeDesk(desk)
    },
  )

  it('the deck is still made when the network went away after the place was seen', async () => {
    const desk = await open(rounds.gap, 'en')
    const fetched = desk.page.waitForResponse((response) => response.url().includes('deck-maker'))
    await goToPlace(desk)
    await (await fetched).finished()
    await desk.page.waitForLoadState('networkidle')
    await desk.context.setOffline(true)
    const { slides } = await download(desk, 'Download as PowerPoint')
    expect(chartsOf(slides, 'radar').length).toBe(1)
    await closeDesk(desk)
  })

  it('says what to do when it cannot be made, and makes it at the next press', async () => {
    const desk = await open(rounds.alone, 'en')
    await desk.page.route('**/interventions', (route) => route.abort())
    await goToPlace(desk)
    await desk.page.getByRole('button', { name: 'Download as PowerPoint' }).click()
    await expect.poll(() => desk.page.locator('#deck-status').textContent()).toMatch(/connection|server/i)
    await desk.page.unroute('**/interventions')
    expect((await download(desk, 'Download as PowerPoint')).slides.length).toBeGreaterThan(8)
    await closeDesk(desk)
  })
})
