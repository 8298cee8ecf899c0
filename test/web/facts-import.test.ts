import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CompanySheet } from '../../server/contract/company-sheets.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'
import { SAMPLE_REPORT, smallReport } from '../support/vsme-report.ts'

const NARROW = { width: 320, height: 800 }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let browser: Browser
let server: TestServer
let org: string
let desk: Desk
let page: Page
let sheet: string

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  org = (await server.setUp()).organisationId
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

beforeEach(async () => {
  const instrument = { id: 'six-capitals', version: '1.1.0' }
  const round = await server.openRound({ instrument, mode: 'open', answering: 'together', variant: 'full' })
  sheet = `/organisations/${org}/rounds/${round.id}/sheet`
  desk = await openDesk(browser)
  page = desk.page
  await signInAsAlice(page, server.origin)
  await page.goto(`${server.origin}/o/${org}/r/${round.id}/sheet`)
  await page.getByRole('button', { name: 'Take figures from your VSME report' }).click()
  return () => closeDesk(desk)
})

const choose = (buffer: Buffer, name = 'report.xlsx') =>
  page.locator('mv-facts-import input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer })
const press = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click()
const read = () => server.call('GET', `/api${sheet}`, undefined, CompanySheet)

describe('figures of a VSME report', () => {
  it('are looked at, kept beside the questions and taken away, and give no answer', async () => {
    await choose(SAMPLE_REPORT)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Report of Company XYZ, about 2026').waitFor()
    await expect
      .poll(() => dialog.locator('.headline').textContent())
      .toMatch(/The report holds \d+ facts about \d+ questions/)
    expect((await read()).facts).toEqual([])
    await dialog.getByText('Buffer for setbacks').click()
    await dialog.getByText('60,000 EUR').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize(NARROW)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await press('Put them beside the questions')
    await dialog.getByText(/facts stand beside \d+ questions now/).waitFor()
    const { facts, answers } = await read()
    expect(facts.length).toBeGreaterThan(40)
    expect(answers).toEqual({})
    await press('Close')
    await page.getByRole('button', { name: 'Take figures from your VSME report' }).click()
    await press('Take the figures away')
    await press('Take away')
    await dialog.getByText('The figures are gone.').waitFor()
    expect((await read()).facts).toEqual([])
  })

  it('are not taken from another file, which is said in words, and a good one can be chosen at once', async () => {
    await choose(Buffer.from('a;b'), 'list.csv')
    await page.getByRole('alert').getByText('This file is not an Excel file').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await choose(await smallReport({ Turnover: 'a lot', Assets: 12 }))
    const dialog = page.getByRole('dialog')
    await dialog.getByText('General Information, B3').waitFor()
    await dialog.getByText('The report holds 1 fact about 1 question.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('wait for the connection without choosing the file again', async () => {
    await desk.context.setOffline(true)
    await choose(await smallReport({ Turnover: 30 }))
    await page.getByRole('alert').waitFor()
    await desk.context.setOffline(false)
    await press('Try again')
    await page.getByRole('dialog').getByText('The report holds 1 fact about 1 question.').waitFor()
  })
})
