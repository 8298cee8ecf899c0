import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, it, onTestFailed } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { Phone } from '../support/phone.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { openDesk, signInAsAlice } from '../support/staff.ts'
import { smallestText } from '../support/wall.ts'

/*
 * A whole session as it is held: one facilitator, one projector and eight people with phones, in Dutch, each in a
 * browser of their own, and nobody uses anything but the screens. `PICTURES=<folder>` keeps a picture of each wall.
 */

const QUESTIONS = 24
const PEOPLE = 8
const DUTCH = { locale: 'nl-NL' }
const PICTURES = process.env['PICTURES']

let server: TestServer
let browser: Browser
let organisationId: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  const input = { name: 'Bakkerij De Gouden Aar', locale: 'nl' }
  organisationId = (await server.call('POST', '/api/organisations', input, OrganisationMade)).id
  return site.close
})

it('a session is held from the first phone to the hand-over, and every wall can be read from the back', async () => {
  const desk = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
  const { page } = desk
  page.setDefaultTimeout(20_000)
  onTestFailed(async () => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, 'failed.png') })
  })
  await signInAsAlice(page, server.origin)
  await page.getByRole('button', { name: 'Nederlands' }).click()

  const round = await server.call(
    'POST',
    `/api/organisations/${organisationId}/rounds`,
    {
      instrument: { id: 'six-capitals', version: '1.0.0' },
      variant: 'pulse',
      period: '2026-Q4',
      horizons: ['now', 'ahead'],
      mode: 'anonymous',
      expected: PEOPLE,
    },
    RoundMade,
  )
  await page.goto(`${server.origin}/o/${organisationId}/r/${round.id}`)
  await page.getByRole('button', { name: 'Sessie voorbereiden' }).click()
  await page.getByRole('heading', { name: /Met 8 mensen/ }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const wall = await openWall(page)
  await page.getByRole('link', { name: 'Start de sessie' }).click()

  const walls: string[] = []
  const readWall = async (name: string, scene: string) => {
    await wall.locator(scene).first().waitFor()
    // One scene fades into the next.
    await wall.waitForFunction(() => document.querySelectorAll('.wall-layer').length === 1)
    await checkWall(wall, name)
    walls.push(name)
  }
  await wall.getByText(round.code.slice(0, 3)).first().waitFor()
  await readWall('join', '.wall-layer-top .join')

  const phones = await Promise.all(Array.from({ length: PEOPLE }, () => Phone.take(browser, server.origin, DUTCH)))
  for (const phone of phones) await takePart(phone, round.code)
  await wall
    .getByText(new RegExp(`^\\s*${PEOPLE}\\b`))
    .first()
    .waitFor()

  const next = page.locator('mv-run-next button.primary')
  await next.click()
  await readWall('progress', '.wall-layer-top .progress')
  await Promise.all(phones.map((phone, person) => answer(phone, QUESTIONS, (question) => opinion(person, question))))
  await page.getByRole('button', { name: 'Pauze' }).click()
  await phones[0]?.page.getByText('Even pauze').waitFor()
  await page.getByRole('button', { name: 'Pauze' }).click()
  expect(await accessibilityFaults(page)).toEqual([])

  const press = (name: string) => page.locator('mv-run-next').getByRole('button', { name, exact: true }).click()
  await press('Invullen sluiten')
  await press('Toch niet sluiten')
  await press('Invullen sluiten')
  await readWall('closing', '.wall-layer-top .scene')
  await press('Toon de uitkomst')
  await readWall('divided', '.wall-layer-top .picture-divided')
  for (const phone of phones) await phone.page.getByRole('heading', { name: 'De uitkomst' }).waitFor()
  expect(await phones[0]?.faults()).toEqual([])

  await next.click()
  await readWall('item', '.wall-layer-top .picture-item')
  for (const [scene, words] of [
    ['radar', 'Balans:'],
    ['pairs', 'Vergelijking:'],
  ] as const) {
    const caption = page.locator('mv-run-wall').getByText(words)
    for (let steps = 0; steps < 20 && !(await caption.isVisible()); steps += 1) await pressNext(page)
    await readWall(scene, `.wall-layer-top .picture-${scene}`)
  }

  await page
    .getByRole('checkbox', { name: /Kies voor een tweede stemming/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Tweede stemming starten' }).click()
  await page.locator('dialog[open] button.primary').click()
  for (const phone of phones) {
    await phone.page.getByRole('heading', { name: 'Tweede stemming: 1 vraag' }).waitFor()
    await phone.button('Meedoen').click()
    await answer(phone, 1, () => 4)
  }
  await press('Stemming sluiten')
  await press('Toon de verschuiving')
  await readWall('shift', '.wall-layer-top .picture-shift')
  const argument = page.getByLabel('Welk argument bracht mensen in beweging?').first()
  await argument.fill('De verzekering vraagt er nu om')
  await argument.blur()
  await wall.getByText('De verzekering vraagt er nu om').waitFor()
  await readWall('argument', '.wall-layer-top .picture-shift')

  await page.getByRole('link', { name: 'Naar afronden' }).first().click()
  await page.getByRole('button', { name: 'Geef het resultaat vrij aan de organisatie' }).click()
  await page.getByRole('button', { name: 'Ja, vrijgeven' }).click()
  await page
    .getByText(/Vrijgegeven op/)
    .first()
    .waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(desk.refusedByPolicy).toEqual([])
  console.log(`walls read from the back: ${walls.join(', ')}`)
}, 240_000)

async function openWall(page: Page): Promise<Page> {
  await page.locator('summary', { hasText: 'Scherm' }).click()
  await page.getByRole('button', { name: 'Maak een schermlink' }).click()
  const link = page.getByRole('link', { name: 'Open in een nieuw venster' })
  const href = (await link.getAttribute('href')) ?? ''
  const context = await browser.newContext({ ...DUTCH, viewport: { width: 1280, height: 720 } })
  const wall = await context.newPage()
  await wall.goto(href)
  return wall
}

async function checkWall(wall: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true })
    await wall.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  expect(await smallestText(wall), name).toBeGreaterThanOrEqual(28)
  const wider = await wall.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [scrollWidth - innerWidth, scrollHeight - innerHeight]
  })
  expect(Math.max(...wider), `${name} scrolls`).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(wall), name).toEqual([])
}

async function takePart(phone: Phone, code: string): Promise<void> {
  await phone.open(`#${code}`)
  await phone.page.locator('main button.primary').click()
  await phone.question(1).waitFor()
}

/** Two camps at every fifth question, elsewhere opinions that differ from person to person. */
function opinion(person: number, question: number): number {
  if (question % 5 === 0) return person < PEOPLE / 2 ? 1 : 5
  return 1 + ((person * 3 + question * 2 + ((person * question) % 3)) % 5)
}

/** Answers every question, for now and for later, and says to be ready. */
async function answer(phone: Phone, questions: number, rating: (question: number) => number): Promise<void> {
  for (let number = 1; number <= questions; number += 1) {
    await phone.question(number).waitFor()
    for (const field of await phone.page.locator('mv-answer-field').all()) {
      await field.getByRole('radio', { name: new RegExp(`^${rating(number)} `) }).check()
    }
    await phone.page.locator('form.question button[type="submit"]').click()
  }
  await phone.page.locator('mv-check-screen button.primary').click()
}

/** Presses the large button and waits until the page says that something else is on the wall. */
async function pressNext(page: Page): Promise<void> {
  const caption = 'mv-run-wall figcaption strong'
  const shown = await page.locator(caption).textContent()
  await page.locator('mv-run-next button.primary').click()
  await page.waitForFunction(
    ([at, before]) => document.querySelector(at ?? '')?.textContent !== before,
    [caption, shown],
  )
}
