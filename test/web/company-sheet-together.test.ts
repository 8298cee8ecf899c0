import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk } from '../support/staff.ts'
import { Team, type TeamSheet } from '../support/team.ts'

let browser: Browser
let server: TestServer
let team: Team

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  team = new Team(browser, server, site.organisationId)
  return site.close
})

afterEach(async () => {
  for (const desk of team.leave()) await closeDesk(desk)
})

/** The state of the first theme, in the words of the task list. */
const standing = (page: Page) => page.locator('.sheet-theme > summary .sheet-standing').first()

/** Goes to a question and waits for its answers. */
async function openQuestion(page: Page, sheet: TeamSheet, itemId: string): Promise<void> {
  await page.goto(`${sheet.address}/${itemId}`)
  await page.locator('mv-answer-field').first().waitFor()
}

describe('a team of three', () => {
  it('fills in a sheet together in Dutch, sees where the others work, and hands in', async () => {
    const sheet = await team.open({ title: 'Ons kwartaal' })
    const alice = await team.alice('nl')
    const sanne = await team.colleague('Sanne', 'contributor', 'nl')
    const bram = await team.colleague('Bram', 'contributor', 'nl')

    await alice.goto(sheet.roundAddress)
    expect(await alice.locator('mv-round-share').count()).toBe(0)
    await alice.getByRole('link', { name: 'Formulier invullen' }).click()
    await alice.getByRole('heading', { level: 1, name: 'Ons kwartaal' }).waitFor()
    expect(await standing(alice).textContent()).toContain('Nog niet begonnen')
    await alice.getByText('0 van 3 vragen beantwoord').waitFor()

    await openQuestion(sanne, sheet, 'i01')
    await openQuestion(bram, sheet, 'i02')
    await alice.locator('.sheet-rows li', { hasText: 'Sanne werkt hier nu' }).waitFor()
    await alice.locator('.sheet-theme > summary', { hasText: 'Sanne en Bram werken hier nu' }).waitFor()

    await sanne.getByRole('radio', { name: /^4/ }).check()
    await sanne.getByLabel('Gevoel').check()
    await bram.getByLabel('Niet van toepassing').check()
    await bram.getByLabel('Waarom niet?').fill('Wij hebben geen gebouwen')
    await bram.getByLabel('Wie doet deze vraag?').selectOption('Alice')
    await alice.locator('.sheet-rows li', { hasText: 'Afgerond' }).nth(1).waitFor()
    await alice.getByText('2 van 3 vragen beantwoord').waitFor()
    expect(await standing(alice).textContent()).toContain('Bezig')

    await alice.getByRole('radio', { name: 'Van mij 1' }).check()
    expect(await alice.locator('.sheet-rows li').count()).toBe(1)
    await alice.getByRole('radio', { name: 'Twee antwoorden 0' }).check()
    await alice.getByText('Nergens staan twee antwoorden.').waitFor()
    await alice.getByRole('button', { name: 'Alle vragen tonen' }).click()
    await alice.getByLabel('Hoe zeker is dit?').selectOption('Gevoel')
    await alice.locator('.sheet-rows li', { hasText: 'Zekerheid: gevoel' }).waitFor({ state: 'attached' })
    expect(await alice.locator('.sheet-rows li').count()).toBe(1)
    await alice.getByLabel('Hoe zeker is dit?').selectOption('Maakt niet uit')

    await alice.getByRole('link', { name: 'Verder waar u was' }).click()
    await alice.locator('mv-answer-field').waitFor()
    await alice.keyboard.press('?')
    await alice.getByText('Ingevuld door u').waitFor()
    await alice.keyboard.press('Enter')
    await alice.getByRole('heading', { level: 1, name: 'Kijk de antwoorden na' }).waitFor()
    await alice.getByText('Alles is ingevuld, en er valt niets op.').waitFor()
    await alice.getByText('Niet van toepassing: Wij hebben geen gebouwen').waitFor()
    await alice.getByRole('link', { name: 'Inleveren' }).click()

    await alice.getByRole('heading', { level: 1, name: 'U levert nu definitief in' }).waitFor()
    await alice.getByRole('button', { name: 'Definitief inleveren' }).click()
    await alice.getByText('Zet een vinkje bij elke zin').waitFor()
    await alice.getByLabel(/Alice.*ziet de uitkomst/).check()
    await alice.getByRole('button', { name: 'Definitief inleveren' }).click()
    await alice.locator('h1:focus', { hasText: 'Ingeleverd' }).waitFor()
    await bram.getByText('Ingeleverd door Alice').waitFor()
    expect(await bram.locator('mv-answer-field').count()).toBe(0)
    await alice.getByRole('link', { name: 'Bekijk de uitkomst' }).click()
    await alice.waitForURL(/\/results/)
  })

  it('keeps what somebody types as it is while a colleague answers', async () => {
    const sheet = await team.open()
    const alice = await team.alice('en')
    await openQuestion(alice, sheet, 'i01')
    const note = alice.getByLabel('Note')
    await note.pressSequentially('Half a sen')
    await note.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 4))
    await sheet.answer('i01', { rating: 5 })
    await alice.locator('input[value="5"]:checked').waitFor()
    const place = await note.evaluate((element: HTMLTextAreaElement) => [
      element === document.activeElement,
      element.value,
      element.selectionStart,
    ])
    expect(place).toEqual([true, 'Half a sen', 4])
    await expect.poll(async () => (await sheet.read()).work['i01']?.note).toBe('Half a sen')
  })

  it('has a colleague who only looks, and changes nothing', async () => {
    const sheet = await team.open()
    await sheet.answer('i01', { rating: 5 })
    const carol = await team.colleague('Carol', 'viewer', 'en')
    await carol.goto(`${sheet.address}/i01`)
    await carol.locator('.sheet-read-answer', { hasText: '5' }).waitFor()
    expect(await carol.locator('.sheet-item :is(textarea, input, select, button)').count()).toBe(0)
    await carol.goto(`${sheet.address}/sign-off`)
    await carol.getByText('An owner or facilitator hands in.').waitFor()
    await carol.getByRole('heading', { level: 1, name: 'Hand in', exact: true }).waitFor()
  })
})

describe('a sheet that was handed in with gaps', () => {
  it('says of a question that it is not filled in, and no longer that somebody is at it', async () => {
    const sheet = await team.open({ horizons: ['now', 'ahead'] })
    await sheet.answer('i01', { rating: 5 })
    await sheet.handIn()
    const alice = await team.alice('nl')
    await alice.goto(sheet.address)
    await alice.getByRole('radio', { name: 'Niet ingevuld 3' }).waitFor()
    expect(await alice.locator('.sheet-standing').allTextContents()).toContain('Niet ingevuld')
    expect(await alice.locator('.sheet-standing').allTextContents()).toContain('Deels ingevuld')
    expect(await alice.getByText(/^(Bezig|Nog niet begonnen|Nog te doen)$/).count()).toBe(0)
  })
})

describe('the quarter before', () => {
  it('is called by its title when it is about the same period', async () => {
    const before = await team.open({ title: 'De eerste keer', period: '2025-Q4' })
    await before.fillInAndHandIn({ rating: 2 })
    const sheet = await team.open({ period: '2025-Q4' })
    const alice = await team.alice('nl')
    await openQuestion(alice, sheet, 'i01')
    await alice.getByRole('button', { name: 'Zelfde als in De eerste keer' }).waitFor()
  })

  it('is folded away, never filled in, and taken over with one key', async () => {
    const before = await team.open({ period: '2026-Q1', horizons: ['now', 'ahead'] })
    await before.fillInAndHandIn({ rating: 2 })
    const sheet = await team.open({ period: '2026-Q2', horizons: ['now', 'ahead'] })
    const alice = await team.alice('en')
    await openQuestion(alice, sheet, 'i01')
    expect(await alice.locator('mv-answer-field input:checked').count()).toBe(0)
    expect(await alice.locator('.sheet-previous dl').isVisible()).toBe(false)

    await alice.getByLabel('Note').fill('1 = little, ? = unknown')
    expect(await alice.locator('mv-answer-field input:checked').count()).toBe(0)

    await alice.getByRole('heading', { level: 1 }).click()
    await alice.keyboard.press('=')
    expect(await alice.locator('mv-answer-field input[value="2"]:checked').count()).toBe(2)
    await expect
      .poll(async () => Object.values((await sheet.read()).answers['i01'] ?? {}).map(({ answer }) => answer))
      .toEqual([{ rating: 2 }, { rating: 2 }])

    await alice.keyboard.press('ArrowRight')
    await alice.locator('input[name="i02-now"]').first().waitFor()
    await alice.keyboard.press('4')
    await alice.keyboard.press('Enter')
    await alice.keyboard.press('5')
    await expect
      .poll(async () => Object.values((await sheet.read()).answers['i02'] ?? {}).map(({ answer }) => answer))
      .toEqual([{ rating: 4 }, { rating: 5 }])
    await alice.keyboard.press('Enter')
    await alice.waitForURL(/\/i03$/)
  })
})
