import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { Conversation, releasedRound, speak } from '../support/conversation.ts'
import type { TestServer } from '../support/server.ts'
import { Sessions } from '../support/sessions.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisationId: string
let roundId: string
const desks: Desk[] = []

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  roundId = await releasedRound(server, organisationId)
  return site.close
})

afterEach(async () => {
  for (const desk of desks.splice(0)) await closeDesk(desk)
})

async function sitDown(options: Parameters<typeof openDesk>[1] = {}): Promise<Page> {
  const desk = await openDesk(browser, options)
  desks.push(desk)
  return desk.page
}

async function alice(options: Parameters<typeof openDesk>[1] = {}, language: 'nl' | 'en' = 'en'): Promise<Page> {
  const page = await sitDown(options)
  await signInAsAlice(page, server.origin)
  await speak(page, language)
  return page
}

const start = () => Conversation.start(server, organisationId, roundId)

describe('two people at one question', () => {
  it('see each other, and what the other writes, without losing the place where they type', async () => {
    const talk = await start()
    await talk.write(2, { kind: 'behaviour', text: 'Of before' })
    const [one, two] = [await alice(), await sitDown()]
    await new Sessions(server, organisationId).signInColleague(two)
    await speak(two, 'en')
    await talk.open(one, 2)
    await talk.open(two, 2)
    await one.getByText('Bob (question 2)').waitFor()
    await two.getByText('Alice (question 2)').waitFor()

    await two.getByRole('button', { name: /^Edit/ }).click()
    await one.getByText('Bob is writing here now').waitFor()
    const mine = one.getByLabel('What do you see or hear?')
    await mine.pressSequentially('Half a sen')
    await mine.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 4))
    await two.locator('.talk-cards textarea').fill('Of before, and of Bob')
    await one.locator('.talk-cards .card-text', { hasText: 'of Bob' }).waitFor()
    const place = await mine.evaluate((element: HTMLTextAreaElement) => [
      element === document.activeElement,
      element.value,
      element.selectionStart,
    ])
    expect(place).toEqual([true, 'Half a sen', 4])
    await two.locator('.talk-cards .card-text', { hasText: 'Half a sen' }).waitFor()
    await one.getByText('changed by Bob').waitFor()
  })
})

describe('a closed conversation', () => {
  it('can be read everywhere, changed nowhere, and says so', async () => {
    const talk = await start()
    await talk.write(1, { kind: 'tension', text: 'The roof leaks' })
    await talk.write(2, { kind: 'behaviour', text: 'We look away' })
    await talk.write(5, { kind: 'condition', text: 'Whoever uses it decides' })
    const page = await alice()
    await talk.open(page, 2)
    await talk.move('closed')
    await page.getByText('This conversation is closed.').waitFor()
    for (const question of [1, 2, 3, 4, 5, 6, 7]) {
      await talk.open(page, question)
      await page.getByText('This conversation is closed.').waitFor()
      const open = page.locator(
        '.reflection-columns :is(textarea, input:not([type="search"]), [aria-pressed], .danger)',
      )
      expect(await open.count(), `question ${question}`).toBe(0)
    }
    await talk.open(page, 2)
    await page.getByText('We look away').waitFor()
  })
})

describe('a room of sixty', () => {
  it('has two thousand four hundred cards, of which a page shows a part and finds each', async () => {
    const talk = await start()
    const texts = Array.from({ length: 400 }, (_, at) => `Card number ${at} of this room`)
    for (const text of texts) await talk.write(2, { kind: 'behaviour', text })
    const page = await alice()
    await talk.open(page, 2)
    await page.locator('.talk-cards .talk-card').first().waitFor()
    expect(await page.locator('.talk-cards .talk-card').count()).toBe(60)
    await page.getByRole('button', { name: /^Show 60 more cards/ }).click()
    expect(await page.locator('.talk-cards .talk-card').count()).toBe(120)
    await page.getByLabel('Search these cards').fill('number 399')
    await page.locator('.talk-card', { hasText: 'Card number 399' }).waitFor()
    expect(await page.locator('.talk-cards .talk-card').count()).toBe(1)
  })
})

const LOOKS = (['nl', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

describe('every page of a conversation', () => {
  it.each(LOOKS)('is without faults in $language, $theme, $width wide', async ({ language, theme, width }) => {
    const talk = await start()
    await fillIn(talk)
    const page = await alice({ colorScheme: theme, viewport: { width, height: 800 } }, language)
    const base = talk.page
    for (const address of [
      base.replace(`/${talk.id}`, ''),
      base,
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `${base}/q/${n}`),
    ]) {
      await page.goto(address)
      await page.locator('h1').waitFor()
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
      })
      const edits = page.locator('.talk-cards .edit')
      if ((await edits.count()) > 0) await edits.first().click()
      expect(await accessibilityFaults(page), address).toEqual([])
      expect(await overflow(page), `${address} is wider than the screen`).toBeLessThanOrEqual(0)
      expect(await smallTargets(page), address).toEqual([])
    }
  })
})

/** Cards of every kind, one of them without a space to break at. */
async function fillIn(talk: Conversation): Promise<void> {
  await talk.write(1, {
    kind: 'tension',
    text: 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft',
  })
  await talk.write(1, { kind: 'driver', situation: 'It rains', effect: 'It floods', need: 'Room for water' })
  await talk.write(2, { kind: 'behaviour', text: 'They always look away' })
  await talk.write(3, { kind: 'force', text: 'The bonus', lens: 'money', pull: 'sustains' })
  await talk.write(3, { kind: 'force', text: 'Something else', lens: null, pull: 'hinders' })
  await talk.write(4, { kind: 'bright-spot', text: 'The van', place: 'Next door', contact: 'Piet', exampleId: null })
  await talk.write(5, { kind: 'condition', text: 'Share the risk' })
  await talk.write(5, { kind: 'carry', text: 'Start small' })
}

/** Buttons that are lower than 44 px: too small for a thumb. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.reflection :is(button, .button, summary, select, textarea, .choice)')]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.9)
      .map((target) => target.outerHTML.slice(0, 120)),
  )
}
