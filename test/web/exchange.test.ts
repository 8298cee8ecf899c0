import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { Match, MatchList, Offer } from '../../server/contract/exchange.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { speak } from '../support/conversation.ts'
import { energy } from '../support/exchange.ts'
import { takesPart } from '../support/programme-rows.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const WORDS = {
  nl: {
    link: 'Bied of vraag iets',
    offer: 'Bied iets aan',
    capital: 'Welke waarde?',
    natural: 'Natuurlijk',
    topic: 'Welk onderwerp?',
    text: 'Wat biedt u?',
    tooLong: 'Schrijf een tekst van hooguit 300 letters.',
    put: 'Zet het erbij',
    away: 'Er is geen verbinding met de server.',
    offered: 'U biedt: Energie en warmte',
    fits: 'Een bedrijf zoekt wat u biedt: Energie en warmte',
    yes: 'Zeg ja bij: Energie en warmte',
    reach: 'Hoe kan het andere bedrijf u bereiken?',
    sure: 'Ja, dit wil ik',
    waiting: 'U zei ja. Het wachten is op het andere bedrijf.',
    agreed: 'The mill zoekt wat u biedt: Energie en warmte',
    unnamed: 'Uw bedrijf gaf daar geen toestemming voor.',
    end: 'Beëindig: U biedt: Energie en warmte',
    endSure: 'Ja, beëindig',
    none: 'Uw bedrijf biedt en vraagt nog niets.',
  },
  en: {
    link: 'Offer or ask something',
    offer: 'Offer something',
    capital: 'Which capital?',
    natural: 'Natural',
    topic: 'Which topic?',
    text: 'What do you offer?',
    tooLong: 'Write a text of at most 300 letters.',
    put: 'Put it there',
    away: 'There is no connection with the server.',
    offered: 'You offer: Energy and heat',
    fits: 'A company needs what you offer: Energy and heat',
    yes: 'Say yes to: Energy and heat',
    reach: 'How can they reach you?',
    sure: 'Yes, I want this',
    waiting: 'You said yes. Waiting for the other company.',
    agreed: 'The mill needs what you offer: Energy and heat',
    unnamed: 'Your company did not consent to that.',
    end: 'End: You offer: Energy and heat',
    endSure: 'Yes, end it',
    none: 'Your company offers nothing and asks for nothing yet.',
  },
} as const

interface Scene {
  readonly server: TestServer
  readonly desk: Desk
  readonly rows: Sqlite.Database
  readonly organisationId: string
  readonly programmeId: string
  /** Address of the calls about the mill, which Alice owns too: she calls as the other side. */
  readonly mill: string
}

async function sitDown(language: 'nl' | 'en', width: number, theme: 'light' | 'dark'): Promise<Scene> {
  const server = await TestServer.start()
  const { organisationId } = await server.setUp()
  const made = await server.call('POST', '/api/organisations', { name: 'The mill' }, OrganisationMade)
  const rows = new Sqlite(join(server.dataDir, DATABASE_FILE))
  const programmeId = takesPart(rows, organisationId)
  for (const name of [made.id, null]) joins(rows, organisationId, name)
  const desk = await openDesk(browser, { viewport: { width, height: 900 }, colorScheme: theme })
  await signInAsAlice(desk.page, server.origin)
  await speak(desk.page, language)
  const mill = `/api/organisations/${made.id}/participations/${programmeId}`
  return { server, desk, rows, organisationId, programmeId, mill }
}

/** Lets a company take part where another does; without an id a new one. */
function joins(rows: Sqlite.Database, beside: string, id: string | null): void {
  const companyId = id ?? randomUUID()
  if (id === null) {
    rows
      .prepare(
        "insert into organisation (id, name, kind, locale, created_at) values (?, 'The smith', 'company', 'nl', ?)",
      )
      .run(companyId, '2026-11-01T09:00:00.000Z')
  }
  rows
    .prepare(
      `insert into participation (id, programme_id, company_id, park_id, sector, joined_at, revision)
       select ?, programme_id, ?, park_id, sector, joined_at, 1 from participation where company_id = ?`,
    )
    .run(randomUUID(), companyId, beside)
}

async function getUp({ server, desk, rows }: Scene): Promise<void> {
  rows.close()
  await closeDesk(desk)
  await server.close()
}

/** What is offered next arrives, and its answer does not. */
async function loseAnswer(page: Page): Promise<void> {
  await page.route(
    '**/offers/*',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

async function expectGood(page: Page, what: string): Promise<void> {
  expect(await accessibilityFaults(page), what).toEqual([])
  expect(await overflow(page), `${what} is wider than the screen`).toBeLessThanOrEqual(0)
  const folder = process.env['PICTURES']
  const name = `${what}-${await page.evaluate(() => `${document.documentElement.lang}-${innerWidth}`)}`
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe.each([
  { language: 'nl', width: 320, theme: 'light' },
  { language: 'en', width: 1280, theme: 'dark' },
] as const)('two companies, in $language, $width wide, $theme', ({ language, width, theme }) => {
  const words = WORDS[language]

  it('go from an offer to a match that both agreed on, and an end', async () => {
    const scene = await sitDown(language, width, theme)
    const { page } = scene.desk
    await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${scene.programmeId}`)
    await page.getByRole('link', { name: words.link }).click()
    await page.getByText(words.none).waitFor()
    await page.getByText(words.unnamed).waitFor()
    await expectGood(page, 'nothing yet')

    await page.getByRole('button', { name: words.offer }).click()
    await page.getByLabel(words.capital).selectOption({ label: words.natural })
    await page.getByLabel(words.topic).selectOption('energy')
    await page.getByLabel(words.text).fill('x'.repeat(301))
    await page.getByRole('button', { name: words.put }).click()
    await page.getByRole('link', { name: words.tooLong }).waitFor()
    await expectGood(page, 'a text too long')
    await page.getByLabel(words.text).fill('Warm water from our ovens')
    await loseAnswer(page)
    await page.getByRole('button', { name: words.put }).click()
    await page.getByText(words.away).waitFor()
    await page.getByRole('button', { name: words.put }).click()
    await page.getByRole('button', { name: words.end }).waitFor()
    expect(await page.getByText(words.offered).count(), 'pressed twice, it stands there once').toBe(1)

    await scene.server.call(
      'PUT',
      `${scene.mill}/offers/${randomUUID()}`,
      energy('need', 'Our grain has to dry'),
      Offer,
    )
    await page.reload()
    await page.getByText(words.fits).waitFor()
    expect(await page.locator('.exchange').getByText('The mill').count()).toBe(0)
    await expectGood(page, 'a proposal')
    await page.getByRole('button', { name: words.yes }).click()
    await page.getByLabel(words.reach).fill('Anna, 06 1234')
    await expectGood(page, 'saying yes')
    await page.getByRole('button', { name: words.sure }).click()
    await page.getByText(words.waiting).waitFor()
    expect(await page.getByText('Our grain has to dry').count()).toBe(0)

    const [match] = (await scene.server.call('GET', `${scene.mill}/matches`, undefined, MatchList)).items
    await scene.server.call('PUT', `${scene.mill}/matches/${match?.id}`, { says: 'yes', contact: 'The miller' }, Match)
    await page.reload()
    await page.getByText(words.agreed).waitFor()
    await page.getByText('Our grain has to dry').waitFor()
    await page.getByText('Contact: The miller').waitFor()
    await expectGood(page, 'agreed')

    await page.getByRole('button', { name: words.end }).click()
    await page.getByRole('button', { name: words.endSure }).click()
    await page.getByText(words.none).waitFor()
    expect(await page.locator('.exchange').getByText('The mill').count()).toBe(0)
    await getUp(scene)
  })

  it.each([
    { how: 'a picture and a list', others: 4, pictures: 1 },
    { how: 'only a list with more than twelve companies', others: 13, pictures: 0 },
  ])('staff see who helps whom as $how', async ({ others, pictures }) => {
    const scene = await sitDown(language, width, theme)
    agreeOn(scene, others)
    scene.rows
      .prepare(
        "insert into membership (organisation_id, user_id, role, created_at) select ?, id, 'analyst', created_at from user",
      )
      .run(scene.programmeId)
    const { page } = scene.desk
    await page.goto(`${scene.server.origin}/o/${scene.programmeId}/value-network`)
    await page.locator('.value-list').waitFor()
    expect(await page.locator('svg.value-network').count()).toBe(pictures)
    expect(await page.locator('.value-list tbody tr').count()).toBe(others)
    expect(await page.locator('.exchange').getByText('The mill').count()).toBe(0)
    expect(await page.locator('.exchange').getByText('A text').count()).toBe(0)
    await expectGood(page, `network of ${others}`)
    await getUp(scene)
  })
})

/** Lets Alice's company have agreed with so many others, one capital after the other, as its own row and by its need. */
function agreeOn({ rows, organisationId, programmeId }: Scene, others: number): void {
  const capitals = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial']
  const at = '2026-11-02T09:00:00.000Z'
  const offer = rows.prepare(
    `insert into capital_offer (organisation_id, id, company_id, park_id, capital, kind, topic, body, created_at)
     select ?, ?, company_id, park_id, ?, ?, 'training', 'A text', ? from participation where company_id = ?`,
  )
  const match = rows.prepare(
    `insert into capital_match (organisation_id, id, offer_id, need_id, offer_says, need_says, agreed_at)
     values (?, ?, ?, ?, 'yes', 'yes', ?)`,
  )
  for (let index = 0; index < others; index += 1) {
    const [other, given, needed] = [randomUUID(), randomUUID(), randomUUID()]
    rows
      .prepare(
        "insert into organisation (id, name, kind, locale, created_at) values (?, 'Another', 'company', 'nl', ?)",
      )
      .run(other, at)
    joins(rows, organisationId, other)
    const capital = capitals[index % capitals.length]
    const isGiver = index % 2 === 0
    offer.run(programmeId, given, capital, 'offer', at, isGiver ? organisationId : other)
    offer.run(programmeId, needed, capital, 'need', at, isGiver ? other : organisationId)
    match.run(programmeId, randomUUID(), given, needed, at)
  }
}
