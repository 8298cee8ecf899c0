import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk } from '../support/staff.ts'
import { Team, type TeamSheet } from '../support/team.ts'

const FIRST = { instrument: { id: 'six-capitals', version: '1.0.0' }, variant: 'pulse' } as const
const NEXT = { instrument: { id: 'six-capitals', version: '1.1.0' }, variant: 'pulse' } as const

let browser: Browser
let server: TestServer
let team: Team
let organisation: string

// A server for each try: a year happens once.
beforeEach(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  organisation = `${server.origin}/o/${site.organisationId}`
  team = new Team(browser, server, site.organisationId)
  return site.close
})

afterEach(async () => {
  for (const desk of team.leave()) await closeDesk(desk)
})

/** Alice answers what nobody did yet, by calls: a test of the way through a year need not press everything. */
async function answerTheRest(sheet: TeamSheet, rating: number, after: readonly string[] = []): Promise<void> {
  // What a page shows as filled in is kept on the device; it may still be on its way.
  await expect.poll(async () => Object.keys((await sheet.read()).answers)).toEqual(expect.arrayContaining([...after]))
  const { items, answers } = await sheet.read()
  for (const { id } of items) if (answers[id] === undefined) await sheet.answer(id, { rating })
}

async function handIn(page: Page, sheet: TeamSheet): Promise<void> {
  await page.goto(`${sheet.address}/sign-off`)
  await page.getByRole('checkbox').first().waitFor()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Definitief inleveren' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ingeleverd' }).waitFor()
}

/** On a laptop and on a phone: nothing that keeps somebody out, and nothing beside the screen. */
async function looksWell(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  }
}

describe('four quarters of a company with a team of three, in Dutch', () => {
  it('are planned, filled in together, handed in, compared where they may be, and taken along on paper', async () => {
    const alice = await team.alice('nl')
    const sanne = await team.colleague('Sanne', 'contributor', 'nl')
    const bram = await team.colleague('Bram', 'contributor', 'nl')

    await alice.goto(`${organisation}/rounds/new`)
    await alice.getByLabel('Ons team samen, op één formulier').check()
    await looksWell(alice)
    await alice.goto(`${organisation}/trend`)
    await alice.getByText('Er is nog geen uitkomst.').waitFor()

    // The first quarter: three people, one sheet.
    const spring = await team.open({ ...FIRST, period: '2026-Q1', title: 'Voorjaar' })
    for (const [page, item] of [
      [alice, 'i01'],
      [sanne, 'i02'],
      [bram, 'i03'],
    ] as const) {
      await page.goto(`${spring.address}/${item}`)
      await page.locator('mv-answer-field').first().waitFor()
      await page.keyboard.press('3')
      await page.getByText('Ingevuld door u').waitFor()
    }
    await looksWell(bram)
    await answerTheRest(spring, 3, ['i01', 'i02', 'i03'])
    await handIn(alice, spring)
    await alice.goto(`${organisation}/trend`)
    await alice.getByText('Dit is de eerste uitkomst.').waitFor()

    // The second: beside what was said before, and one key where nothing changed.
    const summer = await team.open({ ...FIRST, period: '2026-Q2', title: 'Zomer' })
    await sanne.goto(`${summer.address}/i02`)
    await sanne.locator('mv-answer-field').first().waitFor()
    expect(await sanne.locator('mv-answer-field input:checked').count()).toBe(0)
    await sanne.keyboard.press('=')
    await sanne.locator('input[value="3"]:checked').waitFor()
    await bram.goto(`${summer.address}/i03`)
    await bram.locator('mv-answer-field').first().waitFor()
    await bram.keyboard.press('5')
    await bram.getByText('Ingevuld door u').waitFor()
    await answerTheRest(summer, 4, ['i02', 'i03'])
    await handIn(alice, summer)
    await alice.getByRole('link', { name: 'Bekijk de uitkomst' }).click()
    await alice.getByRole('heading', { level: 1, name: 'Zomer' }).waitFor()
    await looksWell(alice)

    await alice.goto(`${organisation}/trend`)
    await alice.locator('mv-trend-page table').first().waitFor()
    await alice.getByText('Hoger dan in K1 2026').waitFor()
    expect(await alice.getByText(/te weinig mensen/i).count()).toBe(0)
    await alice.getByRole('button', { name: 'Doel zetten voor Natuurlijk' }).click()
    await alice.getByLabel('Score', { exact: true }).fill('90')
    await alice.getByRole('dialog').getByRole('button', { name: 'Opslaan' }).click()
    await alice.getByText('doel 90 in').first().waitFor()
    await looksWell(alice)

    // The third asks the newer questions: a visible break for the value whose questions changed, and for no other.
    const autumn = await team.open({ ...NEXT, period: '2026-Q3', title: 'Najaar' })
    await answerTheRest(autumn, 4)
    await handIn(alice, autumn)
    await alice.goto(`${organisation}/trend`)
    await alice.getByText('Nieuwe vragen, dus niet naast de vorige ronde te leggen: Materieel').first().waitFor()

    // The fourth, and the year on paper.
    const winter = await team.open({ ...NEXT, period: '2026-Q4', title: 'Winter' })
    await answerTheRest(winter, 5)
    await handIn(alice, winter)
    await alice.goto(`${organisation}/trend`)
    const table = alice.locator('mv-trend-page table').first()
    for (const quarter of ['Voorjaar', 'Zomer', 'Najaar', 'Winter']) await table.getByText(quarter).first().waitFor()

    await alice.goto(`${winter.roundAddress}/report`)
    await alice.locator('article table').first().waitFor()
    await alice.getByText('Samen ingevuld door uw team').first().waitFor()
    expect(await alice.getByText(/1 deelnemer|gaf een naam op/).count()).toBe(0)
    await alice.locator('#report-trend-table').getByText('Niet te vergelijken: Materieel').waitFor()
    await alice.getByText('Hoger dan in K3 2026').waitFor()
    await looksWell(alice)
    const pages = (await alice.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    expect(pages).toBeGreaterThan(2)
    expect(pages).toBeLessThan(12)

    await alice.goto(`${winter.roundAddress}/results`)
    await alice.getByRole('link', { name: 'Meenemen' }).click()
    const [file] = await Promise.all([
      alice.waitForEvent('download'),
      alice.getByRole('button', { name: 'PowerPoint' }).click(),
    ])
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
  }, 180_000)
})
