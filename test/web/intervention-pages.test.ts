import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayFromNow, TestAgreements, WHOLE } from '../support/agreements.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, nameOfFocus, openDesk, signInAsAlice, tabTo } from '../support/staff.ts'
import { wordsOf } from '../support/words.ts'

let browser: Browser
let server: TestServer
let agreements: TestAgreements
let organisationId: string
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  agreements = new TestAgreements(server, organisationId)
  return site.close
})

beforeEach(async () => {
  desk = await openDesk(browser)
  await signInAsAlice(desk.page, server.origin)
})

afterEach(() => closeDesk(desk))

/** An agreement that runs, in which nothing is missing. */
async function running(title: string, reviewOn = dayFromNow(0)): Promise<string> {
  const id = await agreements.propose(null, { ...WHOLE, title, reviewOn })
  await agreements.move(id, 'running')
  return id
}

/** Lets the page speak a language; the account remembers it for the next test. */
async function speak(page: Page, locale: 'nl' | 'en'): Promise<void> {
  const isThere = await page.evaluate((wanted) => document.documentElement.lang === wanted, locale)
  if (!isThere) await page.getByRole('button', { name: locale === 'nl' ? 'Nederlands' : 'English' }).click()
}

describe('with nothing agreed yet', () => {
  it('the board and the ledger say what comes there, and the pages around them remind nobody', async () => {
    const { page } = desk
    await page.goto(`${agreements.home}/interventions`)
    await page.getByText('There are no agreements yet.').waitFor()
    await page.getByRole('link', { name: 'To the conversations' }).waitFor()
    await page.goto(`${agreements.home}/ledger`)
    await page.getByText('There is no agreement yet.').waitFor()
    await page.goto(agreements.home)
    await page.getByRole('link', { name: 'Agreements' }).waitFor()
    expect(await page.locator('.due-line').count()).toBe(0)
  })
})

describe('the board', () => {
  it('moves a card by keyboard, takes the focus along and says where it went', async () => {
    await agreements.propose(null, { ...WHOLE, title: 'By keyboard' })
    const { page } = desk
    await page.goto(`${agreements.home}/interventions`)
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d`) })
    await column('Proposed').getByText('By keyboard').first().waitFor()
    await tabTo(page, 'Move: By keyboard')
    await page.keyboard.press('Enter')
    await tabTo(page, 'We agree on this: By keyboard')
    await page.keyboard.press('Enter')
    await column('Agreed').getByRole('link', { name: 'By keyboard' }).waitFor()
    await page.getByRole('status').getByText('By keyboard is now under: Agreed').waitFor()
    expect(await nameOfFocus(page)).toContain('Move')
  })

  it('says in words why a card cannot move, and leads to the field that is missing', async () => {
    await agreements.propose(null, { ...WHOLE, title: 'Nobody yet', owner: '' })
    const { page } = desk
    await page.goto(`${agreements.home}/interventions`)
    const card = page.locator('.card', { hasText: 'Nobody yet' })
    await card.locator('summary').click()
    await card.getByRole('button', { name: /^We agree on this/ }).click()
    await card.getByRole('alert').getByText('First write down who takes care of it').waitFor()
    await card.getByRole('link', { name: 'Fill this in' }).click()
    await page.locator('.field.is-faulty', { hasText: 'First write down who takes care of it' }).waitFor()
    const owner = page.getByLabel('Who takes care of it?')
    await expect.poll(() => owner.evaluate((field) => field === document.activeElement)).toBe(true)
    await owner.fill('Piet')
    await page.getByText('Everything is saved.').waitFor()
    await page.getByRole('button', { name: /^We agree on this/ }).click()
    await page.locator('.badge.is-agreed').waitFor()
  })

  it('puts what is due first with a mark, is a list with a filter on a phone, and reminds on other pages', async () => {
    await running('Later', dayFromNow(20))
    const due = await running('Due now')
    const { page } = desk
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${agreements.home}/interventions`)
    const cards = page.locator('.board-list .card')
    await cards.first().waitFor()
    expect(await cards.first().textContent()).toMatch(/Due now[\s\S]*Look back: today/)
    await page.getByRole('radio', { name: /^Stopped/ }).check()
    await page.getByText('There is nothing here now.').waitFor()
    await page.goto(agreements.home)
    await page.getByRole('link', { name: '1 agreement to look back at' }).waitFor()
    await page.goto(server.origin)
    await page.getByRole('link', { name: '1 agreement to look back at' }).click()
    await page.getByRole('link', { name: /^Look back/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Due now' }).waitFor()
    await agreements.move(due, 'stopped')
  })

  it('gives the days to a calendar: as a file, and as an address that is shown once', async () => {
    await running('In the calendar', dayFromNow(15))
    const { page } = desk
    await page.goto(`${agreements.home}/interventions`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download the calendar file/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.ics$/)
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.getByLabel('Address for your calendar').inputValue()
    expect(await (await fetch(address)).text()).toContain('In the calendar')
    await page.reload()
    await page.getByText('You have an address already.').waitFor()
    await page.getByRole('button', { name: 'Stop this address' }).click()
    await page.getByRole('button', { name: 'Make an address' }).waitFor()
    expect((await fetch(address)).ok).toBe(false)
  })
})

describe('looking back', () => {
  it('asks whether it helped and when again, keeps what was typed, and shows earlier reviews', async () => {
    const id = await running('Look at me')
    const { page } = desk
    await page.goto(`${agreements.home}/interventions/${id}`)
    await page.getByRole('button', { name: 'Save what we saw' }).click()
    await page.getByRole('alert').getByText('Choose whether it helped').waitFor()
    await page.getByLabel('Why? What did you see?').fill('Fewer puddles')
    await page.reload()
    expect(await page.getByLabel('Why? What did you see?').inputValue()).toBe('Fewer puddles')
    await page.getByLabel('It helped in part.').check()
    await page.getByLabel('When do we look back again?').fill(dayFromNow(-1))
    await page.getByRole('button', { name: 'Save what we saw' }).click()
    await page.locator('.field.is-faulty', { hasText: 'has passed' }).waitFor()
    await page.getByLabel('When do we look back again?').fill(dayFromNow(60))
    await page.getByRole('button', { name: 'Save what we saw' }).click()
    await page.locator('.reviews > li', { hasText: 'It helped in part. Fewer puddles' }).waitFor()
    await page.locator('.badge.is-reviewed').waitFor()
    await page.getByRole('button', { name: 'Look back now' }).click()
    expect(await page.getByLabel('Why? What did you see?').inputValue()).toBe('')
    await page.getByLabel('No, it did not help.').check()
    await page.getByLabel('No, we stop').check()
    await page.getByRole('button', { name: 'Save what we saw' }).click()
    await page.locator('.badge.is-stopped').waitFor()
    expect(await page.locator('.reviews > li').count()).toBe(2)
  })
})

describe.each(['nl', 'en'] as const)('from proposal to the next round in %s', (locale) => {
  it('the ledger puts expected beside seen, and counts in one sentence', async () => {
    const { say } = wordsOf(locale)
    const [before, after] = locale === 'nl' ? ['2026-Q1', '2026-Q2'] : ['2026-Q3', '2026-Q4']
    const title = `Ledger ${locale}`
    const round = await agreements.round({ title: `${title} before`, period: before })
    const reflection = await agreements.reflection(round)
    const id = await agreements.propose(reflection, { ...WHOLE, title })
    await agreements.expect(id, { human: 1, natural: 1, financial: -1 })
    await agreements.move(id, 'running')
    const { page } = desk
    await speak(page, locale)
    const own = page.getByRole('article', { name: title })
    await page.goto(`${agreements.home}/ledger`)
    await own.getByText(say('intervention-verdict-later')).first().waitFor()

    await agreements.round({ title: `${title} after`, period: after }, 12, { human: 1, financial: 1 })
    await page.reload()
    const verdict = (name: RegExp) => own.getByRole('row', { name }).locator('.verdict').textContent()
    await own.locator('.verdict').first().waitFor()
    expect(await verdict(/^(Human|Menselijk)/)).toContain(say('intervention-verdict-as-expected'))
    expect(await verdict(/^(Natural|Natuurlijk)/)).toContain(say('intervention-verdict-not-visible-yet'))
    expect(await verdict(/^(Financial|Financieel)/)).toContain(say('intervention-verdict-opposite'))
    expect(await page.locator('.headline').textContent()).toContain(
      say('intervention-tally-opposite', { n: locale === 'nl' ? 1 : 2 }),
    )
    await page.getByText(say('intervention-ledger-why')).waitFor()
    await own.getByText(say('intervention-ledger-no-judgement')).waitFor()
  })
})

const LOOKS = (['en', 'nl'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => [320, 1280].map((width) => ({ locale, colorScheme, width }))),
)

describe.each(LOOKS)('in $locale, $colorScheme, $width wide', ({ locale, colorScheme, width }) => {
  it('no page of agreements has a fault or is wider than the screen', async () => {
    const { say } = wordsOf(locale)
    const round = await agreements.round({ title: `Looks ${locale} ${colorScheme} ${width}` }, 6)
    const reflection = await agreements.reflection(round)
    const asking = await agreements.propose(reflection, { ...WHOLE, title: 'Asking' })
    await agreements.consent(asking, 'open')
    const closed = await agreements.propose(reflection, { ...WHOLE, title: 'Closed' })
    await agreements.consent(closed, 'open')
    await agreements.answer(closed, 'objection', 'The roof is too weak')
    await agreements.consent(closed, 'closed')
    await agreements.expect(closed, { natural: 2, financial: -2 })
    const id = await running(`Runs ${locale} ${colorScheme} ${width}`, dayFromNow(40))

    const { page, context } = await openDesk(browser, { colorScheme, viewport: { width, height: 800 } })
    await signInAsAlice(page, server.origin)
    await speak(page, locale)
    const check = async (what: string) => {
      expect(await accessibilityFaults(page), what).toEqual([])
      expect(await overflow(page), `${what} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    for (const title of ['Asking', 'Closed']) {
      await page.goto(`${agreements.question(reflection, 6)}?capital=natural`)
      await page.locator('.capital-focus button').first().waitFor()
      await page.locator('.proposal > summary', { hasText: title }).click()
      await page.locator('mv-agreement-form').waitFor()
      for (const fold of await page.locator('.standing summary').all()) await fold.click()
      await check(`question 6, ${title}`)
    }
    await page.goto(agreements.question(reflection, 7))
    await page.locator('.effects .proposal > summary', { hasText: 'Closed' }).click()
    await page.locator('mv-projection-radar').waitFor()
    await check('question 7')
    for (const [what, path, sign] of [
      ['the board', 'interventions', '.card'],
      ['the list', 'interventions?view=list', '.card'],
      ['one agreement', `interventions/${id}?review`, 'mv-review-form'],
      ['a field that is missing', `interventions/${id}?missing=owner-missing`, 'mv-agreement-form'],
      ['the ledger', 'ledger', '.ledger'],
    ] as const) {
      await page.goto(`${agreements.home}/${path}`)
      await page.locator(sign).first().waitFor()
      await check(what)
    }
    expect(await page.locator('h1').textContent()).toBe(say('intervention-ledger-title'))
    await context.close()
  })
})
