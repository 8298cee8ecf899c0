import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestAgreements, WHOLE } from '../support/agreements.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let agreements: TestAgreements
let round: string
let reflection: string
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  agreements = new TestAgreements(server, site.organisationId)
  round = await agreements.round()
  return site.close
})

beforeEach(async () => {
  reflection = await agreements.reflection(round)
  desk = await openDesk(browser)
  await signInAsAlice(desk.page, server.origin)
})

afterEach(() => closeDesk(desk))

async function openEffects(page: Page, title: string): Promise<void> {
  await page.goto(agreements.question(reflection, 7))
  await page.locator('.effects .proposal > summary', { hasText: title }).click()
  await page.locator('mv-effects-form').waitFor()
}

function capital(page: Page, name: string) {
  return page.locator('mv-effects-form').getByRole('group', { name, exact: true })
}

function cellsOf(page: Page, name: string): Promise<string[]> {
  return page.locator('#projection-table tr.is-together', { hasText: name }).getByRole('cell').allTextContents()
}

describe('the expectation', () => {
  it('moves the radar, the row and the table at once, and always says that it is no measurement', async () => {
    await agreements.propose(reflection, WHOLE)
    const { page } = desk
    await openEffects(page, 'One roof together')
    const radar = page.getByRole('img', { name: /^The group's expectation, not a measurement\./ })
    await radar.waitFor()
    expect(await radar.getAttribute('aria-label')).toContain('Natural: now 25, stays the same')
    await capital(page, 'Natural').getByRole('radio', { name: 'Much higher' }).check()
    expect(await radar.getAttribute('aria-label')).toContain('Natural: now 25, expected 33, between 29 and 36')
    expect(await capital(page, 'Natural').locator('.effect-outcome').textContent()).toContain('29 to 36')
    expect((await cellsOf(page, 'Natural')).map((text) => text.trim())).toEqual(['25', '29', '33', '36'])
    await capital(page, 'Natural').getByLabel('How sure?').selectOption('high')
    expect(await radar.getAttribute('aria-label')).toContain('expected 36')
    await page.getByText('In the picture: 1 of').click()
    await page.getByRole('checkbox', { name: 'One roof together' }).uncheck()
    expect(await radar.getAttribute('aria-label')).toContain('Natural: now 25, stays the same')
  })

  it('waits on the device, and says so calmly, until it is said who pays the price', async () => {
    const id = await agreements.propose(reflection, { ...WHOLE, title: 'Price' })
    const { page } = desk
    await openEffects(page, 'Price')
    await capital(page, 'Social and relationship').getByRole('radio', { name: 'Higher', exact: true }).check()
    await page.getByText('Choose at least one.').waitFor()
    await page.getByText('Your expectation is safe on this device.').waitFor()
    await capital(page, 'Financial').getByRole('radio', { name: 'Lower', exact: true }).check()
    expect(await page.getByRole('checkbox', { name: /^Financial/ }).isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: /^Financial/ }).isDisabled()).toBe(true)
    await page.reload()
    await page.locator('.effects .proposal > summary', { hasText: 'Price' }).click()
    expect(await capital(page, 'Financial').getByRole('radio', { name: 'Lower', exact: true }).isChecked()).toBe(true)
    expect((await agreements.read(id)).effects).toEqual([])
    await page.getByLabel('For whom is that, or who bears it?').fill('The owners, this year')
    await page.getByText('Everything is saved.').waitFor()
    const { effects, price } = await agreements.read(id)
    expect(price).toEqual({ dimensions: ['financial'], bearer: 'The owners, this year' })
    expect(
      effects.map(({ dimension, perspective, effect }) => `${dimension} ${perspective} ${effect}`).toSorted(),
    ).toEqual(['financial external -1', 'financial internal -1', 'social external 1', 'social internal 1'])
  })

  it('is the same inside and outside until it is split, and can be brought together again', async () => {
    const id = await agreements.propose(reflection, { ...WHOLE, title: 'Split' })
    await agreements.expect(id, { human: 1 })
    const { page } = desk
    await openEffects(page, 'Split')
    await page.getByRole('button', { name: /^Inside and outside apart.*human/ }).click()
    const outside = capital(page, 'Human').getByRole('group', { name: /Outside$/ })
    expect(await outside.getByRole('radio', { name: 'Higher', exact: true }).isChecked()).toBe(true)
    await outside.getByRole('radio', { name: 'Same', exact: true }).check()
    const stored = async () =>
      Object.fromEntries((await agreements.read(id)).effects.map(({ perspective, effect }) => [perspective, effect]))
    await expect.poll(stored).toEqual({ internal: 1, external: 0 })
    await page.getByRole('button', { name: /^Inside and outside together again.*human/ }).click()
    await expect.poll(stored).toEqual({ internal: 1, external: 1 })
  })

  it('is chosen with the arrow keys', async () => {
    await agreements.propose(reflection, { ...WHOLE, title: 'Keys' })
    const { page } = desk
    await openEffects(page, 'Keys')
    await capital(page, 'Human').getByRole('radio', { name: 'Same', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    expect(await capital(page, 'Human').getByRole('radio', { name: 'Higher', exact: true }).isChecked()).toBe(true)
  })

  it('shows both versions when somebody else expected something else meanwhile', async () => {
    const id = await agreements.propose(reflection, { ...WHOLE, title: 'Two views' })
    await agreements.expect(id, { human: 1 })
    const { page, context } = desk
    await openEffects(page, 'Two views')
    await context.setOffline(true)
    await agreements.expect(id, { human: -1 }, { dimensions: ['human'], bearer: 'The night shift' })
    await capital(page, 'Human').getByRole('radio', { name: 'Much higher' }).check()
    await context.setOffline(false)
    const both = page.getByRole('group', { name: 'There are two versions' })
    await both.getByText('Human: much higher').waitFor()
    await both.getByText('Human: lower').waitFor()
    await both.getByRole('button', { name: 'Take the other version' }).click()
    await both.waitFor({ state: 'detached' })
    expect(await capital(page, 'Human').getByRole('radio', { name: 'Lower', exact: true }).isChecked()).toBe(true)
  })
})

describe('the checks', () => {
  it('say yes, no or not needed in words, and a no leads to question 6 with that capital', async () => {
    const id = await agreements.propose(reflection, { ...WHOLE, title: 'Costly' })
    await agreements.expect(id, { financial: -2 })
    const { page } = desk
    await openEffects(page, 'Costly')
    const checks = page.locator('.checks > li')
    await checks.first().waitFor()
    expect(await page.getByText("Press 'Take along' on a card").count()).toBe(0)
    expect(await checks.nth(0).textContent()).toMatch(
      /No\.\s+The lowest capital does not go up: natural, now 25, expected 25/,
    )
    expect(await checks.nth(1).textContent()).toMatch(
      /No\.\s+One capital goes down by more than 5 points or sinks below 25: financial/,
    )
    await capital(page, 'Natural').getByRole('radio', { name: 'Higher', exact: true }).check()
    expect(await checks.nth(0).textContent()).toMatch(/Yes\.\s+The lowest capital goes up: from 25 to 29/)
    await page
      .locator('.projected [role=status]', { hasText: 'The lowest capital goes up' })
      .waitFor({ state: 'attached' })
    await checks.nth(1).getByRole('link', { name: 'Back to question 6 for financial' }).click()
    const note = page.getByRole('note')
    await note.getByText('This is about financial now').waitFor()
    expect(new URL(page.url()).searchParams.get('capital')).toBe('financial')
    expect(await note.textContent()).toMatch(/Costly\s+goes down, you expect/)
    await note.getByRole('button', { name: 'New proposal for financial' }).click()
    await expect
      .poll(() => page.getByLabel('Title', { exact: true }).evaluate((field) => field === document.activeElement))
      .toBe(true)
  })
})

describe('without figures', () => {
  it('works as a conversation, and says why there is no picture', async () => {
    const small = await agreements.round({ mode: 'anonymous', title: 'Too few' }, 3)
    reflection = await agreements.reflection(small)
    await agreements.propose(reflection, { ...WHOLE, title: 'Talk' })
    const { page } = desk
    await openEffects(page, 'Talk')
    await page.getByText('There are no figures to count with here.').waitFor()
    expect(await page.locator('mv-projection-radar').count()).toBe(0)
    await capital(page, 'Human').getByRole('radio', { name: 'Higher', exact: true }).check()
    await page.getByText('Choose at least one.').waitFor()
  })

  it('asks for a proposal first when there is none', async () => {
    const empty = await agreements.reflection(await agreements.round({ title: 'Nothing yet' }, 1))
    await desk.page.goto(agreements.question(empty, 7))
    await desk.page.getByRole('link', { name: 'Go to question 6' }).waitFor()
  })
})
