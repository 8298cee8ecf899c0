import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { speak } from '../support/conversation.ts'
import { publishedBeside, takesPart } from '../support/programme-rows.ts'
import { answerRound } from '../support/respondents.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const WORDS = {
  nl: {
    title: 'Geef toestemming voor: Cijfers delen',
    precisely: 'Precies dit gaat naar het programma',
    copied: 'Dit staat nu bij het programma',
    withdraw: 'Trek toestemming in voor: Cijfers delen',
    sure: 'Ja, trek in',
    given: 'Alice gaf toestemming: Cijfers delen',
    taken: 'Alice trok toestemming in: Cijfers delen',
    human: 'Menselijk',
    file: 'Download deze lijst als CSV',
    leave: 'Stop met dit programma',
    leaveSure: 'Ja, stop',
    left: /gestopt op/,
    published: 'Dit programma heeft nog niets gepubliceerd.',
    needed: 'Nog niet getoond: 3 van 5 andere bedrijven nodig.',
    start: 'Maak een ronde',
    before: '2e kwartaal 2026',
    newest: '3e kwartaal 2026',
    stale: 'Dit kwartaal kon niet worden opgehaald.',
    retry: 'Opnieuw proberen',
    changed: 'Wat u gaat delen, is net veranderd.',
    mean: 'Gemiddeld 62 (12 bedrijven).',
  },
  en: {
    title: 'Give consent to: Sharing figures',
    precisely: 'Exactly this goes to the programme',
    copied: 'This is what the programme has now',
    withdraw: 'Withdraw consent to: Sharing figures',
    sure: 'Yes, withdraw',
    given: 'Alice gave consent: Sharing figures',
    taken: 'Alice withdrew consent: Sharing figures',
    human: 'Human',
    file: 'Download this list as CSV',
    leave: 'Leave this programme',
    leaveSure: 'Yes, leave',
    left: /left on/,
    published: 'This programme has published nothing yet.',
    needed: 'Not shown yet: 3 of 5 other companies needed.',
    start: 'Make a round',
    before: 'Second quarter of 2026',
    newest: 'Third quarter of 2026',
    stale: 'This quarter could not be fetched.',
    retry: 'Try again',
    changed: 'What you would share has just changed.',
    mean: 'Mean 62 (12 companies).',
  },
} as const

interface Scene {
  readonly server: TestServer
  readonly organisationId: string
  readonly programmeId: string
  readonly desk: Desk
  readonly rows: Sqlite.Database
}

/** Alice's company takes part in a programme and has one closed round; she sits at its page there. */
async function sitDown(language: 'nl' | 'en', width: number, theme: 'light' | 'dark'): Promise<Scene> {
  const server = await TestServer.start()
  const { organisationId } = await server.setUp()
  const round = await server.openRound({ mode: 'open', period: '2026-Q3' })
  await answerRound(server.origin, round, [{ answer: () => ({ rating: 5 }) }])
  await server.moveRound(round.id, 'close')
  const rows = new Sqlite(join(server.dataDir, DATABASE_FILE))
  const programmeId = takesPart(rows, organisationId)
  const desk = await openDesk(browser, { viewport: { width, height: 900 }, colorScheme: theme })
  await signInAsAlice(desk.page, server.origin)
  await speak(desk.page, language)
  return { server, organisationId, programmeId, desk, rows }
}

async function getUp({ server, desk, rows }: Scene): Promise<void> {
  rows.close()
  await closeDesk(desk)
  await server.close()
}

async function expectGood(page: Page, what: string): Promise<void> {
  expect(await accessibilityFaults(page), what).toEqual([])
  expect(await overflow(page), `${what} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Who uses the keyboard goes on from here, and not from the top of the page. */
async function expectFocusAt(page: Page, id: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id)
}

describe.each([
  { language: 'nl', width: 320, theme: 'light' },
  { language: 'nl', width: 1280, theme: 'dark' },
  { language: 'en', width: 320, theme: 'dark' },
  { language: 'en', width: 1280, theme: 'light' },
] as const)('an owner, in $language, $width wide, $theme', ({ language, width, theme }) => {
  const words = WORDS[language]

  it('sees what leaves, consents, sees it there, withdraws, and reads it all back', async () => {
    const scene = await sitDown(language, width, theme)
    const { page } = scene.desk
    const given = () => scene.rows.prepare('select scores from contribution').all() as { scores: string }[]
    await page.goto(`${scene.server.origin}/o/${scene.organisationId}`)
    await page.getByRole('link', { name: 'The valley' }).click()
    await page.getByText(words.published).waitFor()
    await page.getByRole('heading', { name: words.precisely }).waitFor()
    const row = page.locator('.preview-table').first().getByRole('row').filter({ hasText: words.human })
    const shown = await row.getByRole('cell').allTextContents()
    await expectGood(page, 'before consent')
    expect(given()).toEqual([])

    await page.getByRole('button', { name: words.title }).click()
    await page.getByText(words.given).waitFor()
    await page.getByRole('heading', { name: words.copied }).waitFor()
    await expectFocusAt(page, 'consent-benchmark-heading')
    const [copied] = given()
    const scores = JSON.parse(copied?.scores ?? '{}') as Record<string, number>
    expect(shown.map((text) => text.trim())).toEqual(
      ['all', 'internal', 'external'].map((code) => String(scores[`now/human/${code}`])),
    )
    await expectGood(page, 'after consent')
    await speak(page, language === 'nl' ? 'en' : 'nl')
    const sentence = page.locator('.consent-ledger [lang]')
    expect(await sentence.getAttribute('lang'), 'what was read then is in the language of then').toBe(language)
    await speak(page, language)
    await page.getByRole('heading', { name: words.copied }).waitFor()
    expect(await page.getByRole('button', { name: words.title }).count()).toBe(0)

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: words.file }).click()
    expect((await saving).suggestedFilename()).toMatch(/\.csv$/)

    await page.getByRole('button', { name: words.withdraw }).click()
    await expectGood(page, 'withdrawing')
    await page.getByRole('button', { name: words.sure }).click()
    await page.getByText(words.taken).waitFor()
    expect(given()).toEqual([])
    await page.getByRole('heading', { name: words.precisely }).waitFor()
    await expectFocusAt(page, 'consent-benchmark-heading')

    await page.getByRole('button', { name: words.leave }).click()
    await page.getByRole('button', { name: words.leaveSure }).click()
    await page.getByText(words.left).waitFor()
    await expectGood(page, 'the list of programmes')
    await page.getByRole('link', { name: 'The valley' }).click()
    await page.getByText(words.taken).waitFor()
    await expectGood(page, 'a programme that was left')
    await getUp(scene)
  })

  it('with nothing to share yet finds where a first round is made', async () => {
    const scene = await sitDown(language, width, theme)
    const { page } = scene.desk
    scene.rows.prepare("update round set period = '2026-Q3', instrument_id = 'three-principles'").run()
    await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${scene.programmeId}`)
    await page.getByRole('link', { name: words.start }).click()
    await page.waitForURL(/\/rounds\/new$/)
    await getUp(scene)
  })

  it('whose figures changed after the look is shown what would leave now, with the sentence first, and then consents', async () => {
    const scene = await sitDown(language, width, theme)
    const { page } = scene.desk
    await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${scene.programmeId}`)
    await page.getByRole('heading', { name: words.precisely }).waitFor()
    const round = await scene.server.openRound({ mode: 'open', period: '2026-Q4' })
    await answerRound(scene.server.origin, round, [{ answer: () => ({ rating: 2 }) }])
    await scene.server.moveRound(round.id, 'close')
    const tables = page.locator('.preview-table')
    const before = await tables.count()
    await page.getByRole('button', { name: words.title }).click()
    await page.getByText(words.changed).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words.changed)
    expect(await tables.count()).toBe(2 * before)
    expect(scene.rows.prepare('select id from contribution').all()).toEqual([])
    await expectGood(page, 'what would leave has changed')
    await page.getByRole('button', { name: words.title }).click()
    await page.getByRole('heading', { name: words.copied }).waitFor()
    expect(scene.rows.prepare('select id from contribution').all()).toHaveLength(2)
    expect(await page.getByText(words.changed).count()).toBe(0)
    await getUp(scene)
  })

  it('sees the company beside others once something is published, and never beside too few', async () => {
    const scene = await sitDown(language, width, theme)
    const { page } = scene.desk
    publishedBeside(scene.rows, scene.programmeId, scene.organisationId)
    await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${scene.programmeId}`)
    const chart = page.locator('.beside-rows')
    await chart.getByText(words.mean).first().waitFor()
    expect(await chart.getByText(words.needed).count()).toBe(1)
    expect(await chart.locator('.axis-mean').count()).toBe(5)
    expect(await chart.locator('.axis-band').count()).toBe(5)
    const cells = await page.locator('#benchmark-table').getByRole('row').nth(1).getByRole('cell').allTextContents()
    expect(cells.map((text) => text.trim())[0]).toBe('55')
    await expectGood(page, 'beside others')

    publishedBeside(scene.rows, scene.programmeId, scene.organisationId, { period: '2026-Q2', own: 47 })
    await page.reload()
    await page.getByRole('button', { name: words.before }).click()
    await page.locator('#benchmark-table').getByRole('cell', { name: '47' }).first().waitFor()
    // A quarter that cannot be fetched leaves the one that is there, and says so.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: words.newest }).click()
    await page.getByText(words.stale).waitFor()
    expect(await page.getByRole('button', { name: words.before }).getAttribute('aria-pressed')).toBe('true')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: words.retry }).click()
    await page.locator('#benchmark-table').getByRole('cell', { name: '55' }).first().waitFor()
    await getUp(scene)
  })
})

it('a colleague who is no owner reads what holds, and finds nothing to press', async () => {
  const scene = await sitDown('en', 1280, 'light')
  const { page } = scene.desk
  scene.rows.prepare("update membership set role = 'viewer'").run()
  await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${scene.programmeId}`)
  await page.getByText('Only an owner of this company can give or withdraw consent.').waitFor()
  expect(await page.getByRole('button', { name: /consent|Leave/ }).count()).toBe(0)
  await page.goto(`${scene.server.origin}/o/${scene.organisationId}/programmes/${randomUUID()}`)
  await page.getByRole('alert').waitFor()
  await getUp(scene)
})
