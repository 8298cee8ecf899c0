import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import { Round } from '../../server/contract/rounds.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { answeredOwnRound, OWN_INSTRUMENTS, openOwnRound } from '../support/own-rounds.ts'
import { Phone } from '../support/phone.ts'
import { openReader } from '../support/reader.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisation: string
let desk: Desk | undefined
/** One answered round of each, for who only looks. */
const rounds: { [id in (typeof OWN_INSTRUMENTS)[number]]?: Promise<string> } = {}

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  organisation = site.organisationId
  return site.close
})

afterEach(async () => {
  if (desk) await closeDesk(desk)
  desk = undefined
})

const WORDS = {
  nl: {
    join: 'Meedoen',
    next: 'Verder',
    toCheck: 'Naar het overzicht',
    check: 'Kijk uw antwoorden na',
    done: 'Klaar',
    received: 'Alles is ontvangen.',
    poles: ['Functies en procedures liggen vast', 'Teams richten zich naar wat er nodig is'],
    now: 'Waar staan we nu?',
    wanted: 'Waar willen we over een jaar staan?',
    left: /^Helemaal links: Functies en procedures liggen vast$/,
    right: /^Iets meer rechts$/,
    said: [
      'Helemaal links: Functies en procedures liggen vast',
      'Iets meer rechts: Teams richten zich naar wat er nodig is',
    ],
    middle: 'Midden: van allebei evenveel',
  },
  en: {
    join: 'Take part',
    next: 'Next',
    toCheck: 'To the overview',
    check: 'Check your answers',
    done: 'Done',
    received: 'Everything has been received.',
    poles: ['Jobs and procedures are fixed', 'Teams follow what is needed'],
    now: 'Where do we stand now?',
    wanted: 'Where do we want to stand in a year?',
    left: /^Entirely left: Jobs and procedures are fixed$/,
    right: /^Slightly more right$/,
    said: ['Entirely left: Jobs and procedures are fixed', 'Slightly more right: Teams follow what is needed'],
    middle: 'In the middle: as much of both',
  },
} as const

describe.each(['nl', 'en'] as const)('the sociosphere on a phone of 320 pixels in %s', (language) => {
  it('is answered between two poles, now and wanted, and told back in their words', async () => {
    const words = WORDS[language]
    const { code } = await openOwnRound(server, 'sociosphere')
    const phone = await Phone.take(browser, server.origin, { locale: language === 'nl' ? 'nl-NL' : 'en-GB' })
    await phone.open(`#${code}`)
    await phone.button(words.join).click()
    await phone.question(1).waitFor()
    for (const pole of words.poles) expect(await phone.page.getByText(pole, { exact: true }).count()).toBe(2)
    const now = phone.page.getByRole('group', { name: words.now })
    const wanted = phone.page.getByRole('group', { name: words.wanted })
    expect(await now.getByRole('radio').count()).toBe(9)
    expect(await sizes(phone.page)).toEqual({ inOneRow: true, widest: true, fromEdge: true })
    await now.getByRole('radio', { name: words.left }).check()
    await wanted.getByRole('radio', { name: words.right }).check()
    expect(await phone.faults()).toEqual([])
    for (let question = 2; question <= 6; question += 1) {
      await phone.button(words.next).click()
      await phone.question(question).waitFor()
      await phone.page.keyboard.press('4')
      await wanted.locator('input[value="6"]').check()
    }
    await phone.button(words.toCheck).click()
    await phone.page.getByRole('heading', { name: words.check }).waitFor()
    const rows = await phone.page.getByRole('listitem').allInnerTexts()
    for (const said of words.said) expect(rows[0]).toContain(said)
    expect(rows[1]).toContain(words.middle)
    expect(rows.join(' ')).not.toMatch(/\b[1-7] – /)
    expect(await phone.faults()).toEqual([])
    await phone.button(words.done).click()
    await phone.page.getByText(words.received).waitFor()
    const { answers } = await phone.onServer()
    expect(answers['i01']).toEqual({ now: { rating: 1 }, wanted: { rating: 5 } })
    expect(Object.keys(answers)).toHaveLength(6)
    await phone.context.close()
  })

  it.each(['three-principles', 'seven-principles'] as const)('%s are answered by how often', async (id) => {
    const { code } = await openOwnRound(server, id)
    const phone = await Phone.take(browser, server.origin, { locale: language === 'nl' ? 'nl-NL' : 'en-GB' })
    await phone.open(`#${code}`)
    await phone.button(WORDS[language].join).click()
    await phone.question(1).waitFor()
    await phone.choice(language === 'nl' ? /^4 Ongeveer drie op de vier keer/ : /^4 About three times in four/).check()
    expect(await phone.faults()).toEqual([])
    await phone.context.close()
  })
})

describe('a new round', () => {
  it('asks which questionnaire, and only what means something there', async () => {
    const page = await open(`${server.origin}/o/${organisation}/rounds/new`, 'en')
    expect(await page.getByRole('radio', { name: /^Six values in balance/ }).isChecked()).toBe(true)
    expect(await page.getByRole('group', { name: 'How many questions?' }).count()).toBe(1)
    await page.getByRole('radio', { name: /^Sociosphere: 6 questions/ }).check()
    expect(await page.getByRole('group', { name: 'How many questions?' }).count()).toBe(0)
    expect(await page.getByRole('group', { name: /groups/ }).count()).toBe(0)
    expect(await page.getByRole('radio', { name: /^Now \+ Wanted/ }).isChecked()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Start round' }).click()
    await page.waitForURL(/\/r\/[^/]+$/)
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const round = await server.call('GET', `/api/organisations/${organisation}/rounds/${id}`, undefined, Round)
    expect(round).toMatchObject({
      instrument: { id: 'sociosphere' },
      horizons: ['now', 'wanted'],
      items: 6,
      groups: [],
    })
  })
})

describe('the result page', () => {
  it('shows each line with its poles, a mark for now and an arrow to wanted, and never a radar', async () => {
    const page = await openResult(await answeredOwnRound(server, organisation, 'sociosphere', 12), 'en')
    expect(await page.locator('.headline').textContent()).toBe(
      'People most want to go toward ‘whoever knows goes first’ on taking the lead: 3 steps.',
    )
    expect(await page.locator('.pole-row').count()).toBe(6)
    expect(await page.locator('.pole-row .mark-first').count()).toBe(6)
    expect(await page.locator('.pole-row .mark-ahead').count()).toBe(6)
    // Where now and wanted are the same there is no way.
    expect(await page.locator('.pole-row .span-between').count()).toBe(5)
    expect(await page.locator('#lines-table tbody tr').nth(3).textContent()).toMatch(
      /The manager decides[\s\S]*2 steps to the left[\s\S]*Agreed \(12 answers\)[\s\S]*1 step to the right[\s\S]*3 steps to the right/,
    )
    await expectOnlyOwnParts(page)
    await page.locator('#lines-table .explain-row').nth(3).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(/steps from the middle of the line/)
      .first()
      .waitFor()
    expect(await dialog.textContent()).toMatch(/2 steps to the left/)
  })

  it('says words for each moment and draws no place when fewer than ten answered', async () => {
    const page = await openResult(await answeredOwnRound(server, organisation, 'sociosphere', 7), 'nl')
    expect(await page.locator('.pole-row .mark, .pole-row .span-between, .pole-tick').count()).toBe(0)
    expect(await page.locator('.pole-words').allInnerTexts()).toEqual([
      'Nu: eens · Gewenst: eens',
      'Nu: eens · Gewenst: eens',
      'Nu: eens · Gewenst: eens',
      'Nu: eens · Gewenst: eens',
      'Nu: verdeeld · Gewenst: eens',
      'Nu: eens · Gewenst: eens',
    ])
    await expectOnlyOwnParts(page)
  })

  it('shows a round of one person, and of a team with names', async () => {
    const alone = await answeredOwnRound(server, organisation, 'sociosphere', 1, { mode: 'open' })
    const page = await openResult(alone, 'en')
    expect(await page.locator('.pole-words').first().innerText()).toBe('1 step to the right')
    expect(await page.locator('#agreement').count()).toBe(0)
    const team = await answeredOwnRound(server, organisation, 'three-principles', 3, { mode: 'open' })
    await page.goto(resultOf(team))
    await page.locator('#often').waitFor()
    expect(await page.locator('.span-row .span-number').allTextContents()).toEqual(['50', '50', '75'])
    await expectOnlyOwnParts(page)
  })

  it('shows nothing of three people', async () => {
    const page = await openResult(await answeredOwnRound(server, organisation, 'sociosphere', 3), 'en')
    expect(await page.locator('mv-results-lines').count()).toBe(0)
    expect(await page.getByText('There is nothing to show yet').count()).toBe(1)
  })

  it.each(['three-principles', 'seven-principles'] as const)('shows one row for each of the %s', async (id) => {
    const page = await openResult(await answeredOwnRound(server, organisation, id, 12), 'nl')
    const rows = id === 'three-principles' ? 3 : 7
    expect(await page.locator('#often-now-table tbody tr').count()).toBe(rows)
    expect(await page.locator('.often .mark-first').count()).toBe(rows)
    await expectOnlyOwnParts(page)
  })

  it.each(
    (['nl', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
    ),
  )('has no faults in $language, $theme, $width wide', async ({ language, theme, width }) => {
    for (const id of OWN_INSTRUMENTS) {
      rounds[id] ??= answeredOwnRound(server, organisation, id, id === 'three-principles' ? 6 : 12)
      const round = await rounds[id]
      const page = await openResult(round, language, { width, height: 900 }, theme)
      expect(await accessibilityFaults(page), id).toEqual([])
      expect(await overflow(page), id).toBeLessThanOrEqual(0)
      expect(await page.locator('main').innerText()).not.toMatch(/\b(lines|results|explain)-[a-z]/)
      if (desk) await closeDesk(desk)
      desk = undefined
    }
  })
})

describe('answer sheets', () => {
  it('have both poles beside seven circles without numbers, for each moment', async () => {
    const { id } = await openOwnRound(server, 'sociosphere')
    const page = await open(`${server.origin}/o/${organisation}/r/${id}/paper`, 'en')
    await page.locator('.paper-line').first().waitFor()
    expect(await page.locator('.paper-line').count()).toBe(12)
    const line = page.locator('.paper-line').first()
    expect(await line.locator('.circle:not(.is-small)').count()).toBe(7)
    expect(await line.innerText()).toMatch(/Jobs and procedures are fixed[\s\S]*Teams follow what is needed/)
    expect(await line.innerText()).not.toMatch(/\d/)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

async function open(
  address: string,
  language: Locale,
  viewport = { width: 1280, height: 900 },
  theme?: 'light' | 'dark',
) {
  desk = await openReader(browser, server.origin, language, { viewport, ...(theme && { colorScheme: theme }) })
  await desk.page.goto(address)
  await desk.page.locator('h1').waitFor()
  return desk.page
}

async function openResult(
  ...[id, language, ...look]: [string, Locale, { width: number; height: number }?, ('light' | 'dark')?]
) {
  const page = await open(resultOf(id), language, ...look)
  await page.locator('#hidden').waitFor()
  return page
}

function resultOf(id: string): string {
  return `${server.origin}/o/${organisation}/r/${id}/results`
}

/** What the page of six capitals has and what means nothing here. */
async function expectOnlyOwnParts(page: Page): Promise<void> {
  const others =
    'mv-radar, mv-results-figures, mv-results-shape, mv-results-pairs, mv-results-groups, mv-start-reflection, .five, .capital-icon'
  expect(await page.locator(others).count()).toBe(0)
}

/** Seven targets beside each other, each at least 40 pixels wide and 44 high, within the screen. */
function sizes(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.between')].map((row) =>
      [...row.querySelectorAll('.between-step')].map((step) => step.getBoundingClientRect()),
    )
    const all = boxes.flat()
    return {
      inOneRow: boxes.every((row) => row.length === 7 && new Set(row.map(({ top }) => Math.round(top))).size === 1),
      widest: all.every(({ width, height }) => width >= 40 && height >= 44),
      fromEdge: all.every(({ left, right }) => left >= 0 && right <= innerWidth),
    }
  })
}
