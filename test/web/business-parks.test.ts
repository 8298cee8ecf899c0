import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { InstrumentView } from '../../server/contract/instruments.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { speak } from '../support/conversation.ts'
import { chartsOf } from '../support/deck.ts'
import { readPresentation } from '../support/presentation.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'
import { TeamSheet } from '../support/team.ts'

/** Says of later what comes by itself: in no place right for what a park means to reach. */
const EXPECTED = { nl: /als we zo doorgaan|waar het heen gaat|naar verwachting/i, en: /go on like|where it is going/i }

let browser: Browser
let server: TestServer
let bakery: string
let park: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId: bakery } = site)
  const input = { name: 'Park De Dijk', kind: 'park' }
  park = (await server.call('POST', '/api/organisations', input, OrganisationMade)).id
  return site.close
})

describe('a park', () => {
  it('starts its own round, fills it in as a team, and reads what it means to reach in page, report and deck', async () => {
    const desk = await openDesk(browser, { acceptDownloads: true })
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await speak(page, 'nl')

    await page.goto(`${server.origin}/o/${park}/rounds/new`)
    await page.getByRole('radio', { name: 'Zes waarden van een bedrijventerrein: 28 vragen' }).waitFor()
    const chosen = page.locator('main input[type=radio]:checked')
    expect(await chosen.evaluateAll((found) => found.map((one) => one.getAttribute('value')))).toEqual([
      'business-parks',
      '2',
      'together',
    ])
    await page.getByText('U ziet dan ook waar u heen wilt.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Ronde starten' }).click()
    await page.getByRole('link', { name: 'Formulier invullen' }).click()
    await page.locator('.sheet-theme').first().waitFor()
    expect(await page.locator('.sheet-theme').count()).toBe(7)
    expect(await page.locator('mv-facts-import').count()).toBe(0)
    const round = /\/r\/([^/]+)\/sheet/.exec(page.url())?.[1] ?? ''

    const sheet = new TeamSheet(server, park, round)
    await page.goto(`${sheet.address}/i01`)
    await page.locator('legend', { hasText: 'En welke stap willen we over drie jaar bereikt hebben?' }).waitFor()
    await page.getByRole('radio', { name: /^2/ }).first().check()
    await page.getByRole('radio', { name: /^5/ }).last().check()
    await expect.poll(async () => Object.keys((await sheet.read()).answers['i01'] ?? {})).toEqual(['now', 'intended'])
    await answerTheRest(sheet)

    await page.goto(`${sheet.address}/sign-off`)
    await page.getByLabel(/Alice.*ziet de uitkomst/).check()
    await page.getByRole('button', { name: 'Definitief inleveren' }).click()
    await page.getByRole('link', { name: 'Bekijk de uitkomst' }).click()
    await page.waitForURL(/\/results/)

    await page.getByRole('heading', { name: 'Waar u heen wilt' }).waitFor()
    await page.getByRole('heading', { name: 'De vorm van het bedrijventerrein' }).waitFor()
    await expectWishes(page, 'nl', 'Grootste stap die u wilt in drie jaar: natuurlijk, 75 punten hoger dan nu.')
    await page.locator('#drift-now-intended-table tbody tr', { hasText: 'Natuurlijk' }).getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: 'Natuurlijk' })
    await dialog.getByText('De score voor over drie jaar min die van nu').waitFor()
    expect(await dialog.locator('section').last().locator('.inputs td').allTextContents()).toEqual(['25', '100'])
    await page.keyboard.press('Escape')

    await page.locator('#take').scrollIntoViewIfNeeded()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Downloaden als PowerPoint' }).click(),
    ])
    const slides = await readPresentation(readFileSync(await file.path()))
    const [radar] = chartsOf(slides, 'radar')
    expect(radar?.series.map(({ name }) => name)).toEqual(['Nu', 'Gewenst over drie jaar'])
    const told = slides.flatMap(({ texts, notes }) => [...texts, notes]).join(' ')
    expect(told).toContain('Grootste stap die u wilt in drie jaar: natuurlijk')
    expect(told).not.toMatch(EXPECTED.nl)

    await page.goto(`${sheet.roundAddress}/report`)
    await expectWishes(page, 'nl', 'Grootste stap die u wilt in drie jaar: natuurlijk, 75 punten hoger dan nu.')
    await page.goto(`${server.origin}/o/${park}/trend`)
    await page.getByRole('button', { name: 'Gewenst over drie jaar' }).waitFor()
    await page.goto(`${sheet.roundAddress}/results`)
    await speak(page, 'en')
    await page.setViewportSize({ width: 320, height: 800 })
    await page.getByRole('heading', { name: 'Where you want to go' }).waitFor()
    await expectWishes(page, 'en', 'Largest step that you want in three years: natural, 75 points higher than now.')
    await closeDesk(desk)
  })
})

describe('a company', () => {
  it('is offered the six capitals first, on phones, and about now', async () => {
    const desk = await openDesk(browser)
    await signInAsAlice(desk.page, server.origin)
    await speak(desk.page, 'en')
    await desk.page.goto(`${server.origin}/o/${bakery}/rounds/new`)
    await desk.page.getByRole('radio', { name: 'Six values in balance: 48 questions' }).waitFor()
    const chosen = desk.page.locator('main input[type=radio]:checked')
    const values = await chosen.evaluateAll((found) => found.map((one) => one.getAttribute('value')))
    expect(values).toEqual(['six-capitals', 'full', '1', 'anonymous'])
    await closeDesk(desk)
  })
})

/** Everything stands at 2 and is meant to come to 3, and what is about nature to 5. */
async function answerTheRest(sheet: TeamSheet): Promise<void> {
  const { items } = await server.call('GET', '/api/instruments/business-parks/1.0.0', undefined, InstrumentView)
  for (const { id, dimension } of items.slice(1)) {
    await sheet.answer(id, { rating: 2 })
    await sheet.answer(id, { rating: dimension === 'natural' ? 5 : 3 }, { horizon: 'intended' })
  }
}

async function expectWishes(page: Page, language: 'nl' | 'en', sentence: string): Promise<void> {
  await page.getByText(sentence).first().waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(EXPECTED[language])
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
}
