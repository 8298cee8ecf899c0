import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ItemWork } from '../../server/contract/company-sheets.ts'
import { accessibilityFaults } from '../support/browser.ts'
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

/** A question on Alice's screen. */
async function atQuestion(sheet: TeamSheet, itemId = 'i01'): Promise<Page> {
  const page = await team.alice('en')
  await page.goto(sheet.address)
  await page.getByRole('link', { name: 'Check the answers' }).waitFor()
  await page.goto(`${sheet.address}/${itemId}`)
  await page.locator('mv-answer-field').first().waitFor()
  return page
}

/** What the first question is about, as the task list has it. */
async function questionTopic(page: Page, { address }: TeamSheet): Promise<string> {
  await page.goto(address)
  return page.locator('.sheet-rows a').first().innerText()
}

/** A colleague at a question, whom the server does not reach. */
async function apart(sheet: TeamSheet, name: string): Promise<Page> {
  const page = await team.colleague(name, 'contributor', 'en')
  await page.goto(`${sheet.address}/i01`)
  await page.locator('mv-answer-field').waitFor()
  await page.context().setOffline(true)
  return page
}

describe('two answers to one question, given without seeing the other', () => {
  it('stand side by side with author and time, and one is kept', async () => {
    const sheet = await team.open()
    const sanne = await apart(sheet, 'Sanne')
    await sanne.getByRole('radio', { name: /^2/ }).check()
    await sheet.answer('i01', { rating: 5 })
    await sanne.context().setOffline(false)

    const conflict = sanne.locator('mv-answer-conflict')
    await conflict.getByRole('heading', { name: 'Answer of Alice' }).waitFor()
    await sanne.locator('.sheet-conflict-here').getByRole('link', { name: 'See both answers' }).click()
    await sanne.locator('h2:focus', { hasText: 'Two answers to this question' }).waitFor()
    await conflict.getByRole('heading', { name: 'Your answer' }).waitFor()
    await conflict.getByText(/^5:/).waitFor()
    await conflict.getByText(/^2:/).waitFor()
    expect(await conflict.getByText(/\d\d:\d\d/).count()).toBe(2)
    expect(await accessibilityFaults(sanne)).toEqual([])

    await conflict.getByRole('button', { name: 'Talk first' }).click()
    await conflict.getByText('Both answers stay.').waitFor()
    expect((await sheet.read()).conflicts).toHaveLength(1)

    const alice = await team.alice('en')
    await alice.goto(sheet.address)
    await alice.getByRole('radio', { name: 'Two answers 1' }).check()
    await alice.locator('.sheet-rows a').click()
    await alice.getByRole('button', { name: 'Keep the answer of Sanne' }).click()
    await alice.locator('mv-answer-conflict').waitFor({ state: 'detached' })
    expect(await alice.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    const after = await sheet.read()
    expect(after.conflicts).toEqual([])
    expect(after.answers['i01']?.['now']?.answer).toEqual({ rating: 2 })
  })

  it('are no conflict when somebody thinks twice about an own answer', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    for (const step of ['2', '3', '4', '5', '1']) await page.keyboard.press(step)
    await expect.poll(async () => (await sheet.read()).answers['i01']?.['now']?.answer).toEqual({ rating: 1 })
    await page.keyboard.press('4')
    await expect.poll(async () => (await sheet.read()).answers['i01']?.['now']?.answer).toEqual({ rating: 4 })
    expect((await sheet.read()).conflicts).toEqual([])
  })
})

describe('a note that a colleague changed meanwhile', () => {
  it('stands beside one’s own, and nothing is lost until somebody chooses', async () => {
    const sheet = await team.open()
    const sanne = await apart(sheet, 'Sanne')
    await sanne.getByLabel('Note').fill('Counted by Sanne')
    await server.call('PUT', `${sheet.path}/items/i01`, { revision: 0, note: 'Counted by Alice' }, ItemWork)
    await sanne.context().setOffline(false)
    const conflict = sanne.locator('mv-work-note .sheet-conflict')
    await conflict.getByText('Counted by Sanne').waitFor()
    await conflict.getByText('Counted by Alice').waitFor()
    await conflict.getByRole('button', { name: 'Keep my text' }).click()
    await expect.poll(async () => (await sheet.read()).work['i01']?.note).toBe('Counted by Sanne')
  })

  it('is no conflict when the colleague wrote in another part', async () => {
    const sheet = await team.open()
    const sanne = await apart(sheet, 'Sanne')
    await sanne.getByLabel('Note').fill('Counted by Sanne')
    await server.call('PUT', `${sheet.path}/items/i01`, { revision: 0, certainty: 'measured' }, ItemWork)
    await sanne.context().setOffline(false)
    await expect.poll(async () => (await sheet.read()).work['i01']?.note).toBe('Counted by Sanne')
    expect((await sheet.read()).work['i01']?.certainty).toBe('measured')
    await sanne.locator('input[value="measured"]:checked').waitFor()
  })
})

describe('a server that is away', () => {
  it('stops nobody: the draft on this device goes on, from question to question', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    await page.context().setOffline(true)
    await page.keyboard.press('4')
    await page.getByText('One change is on this device and goes later by itself.').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.locator('input[name="i02-now"]').first().waitFor()
    await page.keyboard.press('2')
    await page.getByLabel('Note').fill('Without a connection')
    await page.getByText('3 changes are on this device and go later by themselves.').waitFor()
    expect((await sheet.read()).answers).toEqual({})
    await page.context().setOffline(false)
    await page.getByText('Everything is saved.').waitFor()
    const { answers, work } = await sheet.read()
    expect([answers['i01']?.['now']?.answer, answers['i02']?.['now']?.answer]).toEqual([{ rating: 4 }, { rating: 2 }])
    expect(work['i02']?.note).toBe('Without a connection')
  })

  it('loses nothing when the page is opened again in the middle', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    await page.route(/\/sheet\/(answers|items)/, (route) => route.abort())
    await page.keyboard.press('3')
    await page.getByLabel('Note').fill('Written before the reload')
    await page.getByText('2 changes are on this device').waitFor()
    // What a page sends when it ends comes through no more than the rest.
    await page.evaluate(() => Object.assign(window, { fetch: () => Promise.reject(new TypeError('away')) }))
    await page.reload()
    await page.locator('mv-answer-field input[value="3"]:checked').waitFor()
    expect(await page.getByLabel('Note').inputValue()).toBe('Written before the reload')
    expect((await sheet.read()).answers).toEqual({})
    await page.unroute(/\/sheet\/(answers|items)/)
    await page.reload()
    await expect.poll(async () => (await sheet.read()).work['i01']?.note).toBe('Written before the reload')
    await expect.poll(async () => (await sheet.read()).answers['i01']?.['now']?.answer).toEqual({ rating: 3 })
  })
})

describe('evidence', () => {
  it('goes up with how far it is, comes down as a file, and is removed', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    const content = Buffer.from('year;kWh\n2025;12000\n')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'énergie & more.csv', mimeType: 'text/csv', buffer: content })
    const link = page.getByRole('link', { name: 'énergie & more.csv' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('énergie & more.csv')
    expect(readFileSync(await download.path())).toEqual(content)

    await page.getByRole('button', { name: 'Remove énergie & more.csv' }).click()
    await page.getByRole('button', { name: 'Yes, remove' }).click()
    await page.getByText('No files yet.').waitFor()
    expect((await sheet.read()).files).toEqual([])
  })

  it('says why a file does not go along, and keeps the others', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    await page.locator('input[type="file"]').setInputFiles([
      { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'a') },
      { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
      { name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') },
    ])
    await page.getByText('This file is larger than 5 MB.').waitFor()
    await page.getByRole('link', { name: 'small.csv' }).waitFor()
    expect(await page.locator('.sheet-files .fault').count()).toBe(2)
    await page.getByRole('button', { name: 'Never mind' }).first().click()
    expect(await page.locator('.sheet-files .fault').count()).toBe(1)
  })

  it('opens a link only when it is a web address', async () => {
    const sheet = await team.open()
    const page = await atQuestion(sheet)
    const field = page.getByLabel('Link', { exact: true })
    await field.fill('javascript:alert(1)')
    await field.blur()
    await page.locator('#sheet-link-standing').getByText('This is not a web address.').waitFor()
    expect(await page.locator('.sheet-link a').count()).toBe(0)
    await field.fill('example.org/report')
    await field.blur()
    await page.getByRole('link', { name: 'https://example.org/report' }).waitFor()
    expect((await sheet.read()).work['i01']?.link).toBe('https://example.org/report')
  })

  it('keeps a sheet from being handed in by name, with the way to its question, and nothing that cannot help', async () => {
    const sheet = await team.open()
    await sheet.answer('i02', { rating: 3 })
    const page = await atQuestion(sheet)
    const topic = await questionTopic(page, sheet)
    await page.goto(`${sheet.address}/i01`)
    await page.getByLabel('Link', { exact: true }).fill('see the cupboard')
    await page.getByLabel('Link', { exact: true }).blur()
    await page.getByText('One change was not accepted.').waitFor()
    await page.goto(`${sheet.address}/sign-off`)
    const banner = page.locator('mv-sheet-status')
    await banner.getByRole('link', { name: `${topic}, link` }).waitFor()
    expect(await banner.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.locator('.sheet-destinations input').first().waitFor()
    for (const box of await page.locator('.sheet-destinations input').all()) await box.check()
    await page.getByRole('button', { name: 'Hand in for good' }).click()
    const stopped = page.locator('#sign-off-unsent:focus')
    await stopped.getByText('This is not a web address. Correct it or empty the field.').waitFor()
    expect(await page.getByText('as soon as there is a connection').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await stopped.getByRole('link', { name: `${topic}, link` }).click()
    await page.getByLabel('Link', { exact: true }).fill('')
    await page.getByLabel('Link', { exact: true }).blur()
    await page.getByText('Everything is saved.').waitFor()
    await page.goto(`${sheet.address}/sign-off`)
    await page.locator('.sheet-destinations input').first().waitFor()
    for (const box of await page.locator('.sheet-destinations input').all()) await box.check()
    await page.getByRole('button', { name: 'Hand in for good' }).click()
    await page.getByRole('heading', { level: 1, name: 'Handed in' }).waitFor()
  })
})
