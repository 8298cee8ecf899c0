import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { FORM, type FormRows, formFile } from '../support/forms.ts'
import { TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SIZES = [
  { width: 320, height: 800 },
  { width: 1280, height: 900 },
]
const sample = (name: string) => readFileSync(new URL(`../fixtures/answers/${name}`, import.meta.url))

let browser: Browser
let server: TestServer
let org: string
let desk: Desk
let page: Page

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
  desk = await openDesk(browser)
  page = desk.page
  await signInAsAlice(page, server.origin)
  if ((await page.evaluate(() => document.documentElement.lang)) !== 'nl')
    await page.getByRole('button', { name: 'Nederlands' }).click()
  return () => closeDesk(desk)
})

const open = (path: string) => page.goto(`${server.origin}/o/${org}/import${path}`)
const choose = (buffer: Buffer, name: string, mimeType = 'text/csv') =>
  page.locator('#import-file').setInputFiles({ name, mimeType, buffer })
const chooseForm = async (rows: FormRows = {}) => choose(await formFile(rows), 'vragen.xlsx', XLSX)
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

/** Nothing is wrong with the page on a phone and on a laptop. */
async function fitsEverywhere(): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    expect(await accessibilityFaults(page), `at ${size.width}`).toEqual([])
    expect(await overflow(page), `wider than ${size.width}`).toBeLessThanOrEqual(0)
  }
}

describe('files are brought in', () => {
  it('by a link at the organisation, to four plain ways', async () => {
    await page.goto(`${server.origin}/o/${org}`)
    await page.getByRole('link', { name: 'Bestanden inlezen' }).click()
    await heading('Bestanden inlezen')
    for (const name of ['Een vragenlijst', 'Antwoorden', 'Een VSME-rapport', 'Een archief van Meervoud'])
      await page.getByRole('link', { name, exact: true }).waitFor()
    await fitsEverywhere()
    await page.getByRole('link', { name: 'Antwoorden', exact: true }).click()
    await heading('Antwoorden inlezen')
  })

  it('a questionnaire with faults says where each is and how to mend it, and the mended one comes in', async () => {
    await open('/form')
    const broken = [...FORM.survey.slice(0, 2), ['selct_one agree', 'a', 'Een', 'One'], ['end_group', '', '', '']]
    await chooseForm({ survey: broken })
    await heading('Er is één ding dat eerst anders moet')
    const row = page.locator('.import-faults tbody tr')
    expect(await row.locator('td > span:last-child').allTextContents()).toEqual([
      'survey',
      '3',
      'type',
      'Het type “selct_one” kennen we niet.',
      expect.stringContaining('Gebruik select_one'),
    ])
    await fitsEverywhere()
    expect(await page.getByRole('button', { name: 'Vragenlijst inlezen' }).count()).toBe(0)

    await chooseForm()
    await heading('Samen werken: 2 vragen')
    await page.getByText('Wij vertrouwen elkaar.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-preview')
    await fitsEverywhere()
    await press('Vragenlijst inlezen')
    await heading('Samen werken staat klaar')
    await page.getByRole('link', { name: 'Nieuwe ronde maken' }).click()
    await page
      .getByText(/Samen werken/)
      .first()
      .waitFor()
  })

  it('the next version says what changed, and a line goes on only where somebody says so', async () => {
    await open('/form')
    await chooseForm()
    await page.getByText('Deze vragenlijst staat er al.').waitFor()
    await chooseForm({
      survey: [
        ...FORM.survey.slice(0, 2),
        ['select_one agree', 'trust', 'Wij vertrouwen elkaar helemaal.', 'We trust each other entirely.'],
        ['text', 'why', 'Waarom?', 'Why?'],
        ['end_group', '', '', ''],
      ],
    })
    await heading(/Ten opzichte van Samen werken/)
    await page.getByText('Eén regel blijft weg').click()
    await page.getByText('Regel 4 (text): Waarom?').waitFor()
    await page.getByRole('checkbox', { name: /Wij vertrouwen elkaar helemaal/ }).check()
    await fitsEverywhere()
    await page.getByRole('radio', { name: 'Nee, het is een nieuwe vragenlijst' }).check()
    await page.getByText('Ten opzichte van Samen werken').waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: /Ja, van Samen werken/ }).check()
    await heading(/Ten opzichte van Samen werken/)
    await page.getByRole('checkbox', { name: /Wij vertrouwen elkaar helemaal/ }).check()
    await press('Vragenlijst inlezen')
    await heading('Samen werken staat klaar')
    await press('Nog een vragenlijst inlezen')
    const link = page.getByRole('link', { name: 'Samen werken 1.1.0 downloaden' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^own-[0-9a-f]{8}-1\.1\.0\.xlsx$/)
  })

  it('answers are looked at, a question that looks like one is taken over, and they become a result', async () => {
    await open('/answers')
    await page.getByLabel('Bij welke vragenlijst horen de antwoorden?').selectOption({ label: 'Drie principes 1.0.0' })
    await choose(sample('google-forms.csv'), 'google.csv')
    await heading('6 deelnemers, 12 antwoorden op 2 vragen')
    await page.getByText('Een gok. Klopt dit?').first().waitFor()
    await fitsEverywhere()
    await page.getByRole('button', { name: /^Ja, dat is deze vraag/ }).click()
    await heading('6 deelnemers, 18 antwoorden op 3 vragen')
    await page.getByText('2 kolommen die niet meegaan').click()
    await page.getByText('Niets: hierin kunnen namen of adressen staan').waitFor()
    await fitsEverywhere()
    await page.getByLabel('Naam van de ronde').fill('Google in maart')
    await press('Antwoorden inlezen')
    await heading('De antwoorden staan erin')
    await page.getByRole('link', { name: 'Uitkomst van Google in maart' }).click()
    await heading(/Google in maart|Drie principes/)
  })

  it('an answer that nobody knows waits for a meaning, and a column can be chosen otherwise by keyboard', async () => {
    await open('/answers')
    await page.getByLabel('Bij welke vragenlijst horen de antwoorden?').selectOption({ label: 'Drie principes 1.0.0' })
    await page.getByRole('radio', { name: /Ja, met naam/ }).check()
    await choose(Buffer.from('naam;i01;i02;iets\nAn;soms;2;4\nBo;3;4;5\n'), 'eigen.csv')
    await heading('Er is één ding dat eerst anders moet')
    await page.getByText('We weten niet welk antwoord “soms” is.').waitFor()
    await page.getByText('Kies hieronder wat dit antwoord betekent').waitFor()
    await page.getByRole('link', { name: 'Nog 1 betekenis kiezen' }).click()
    expect(await page.getByLabel('Betekenis van “soms”').evaluate((one) => one === document.activeElement)).toBe(true)
    await fitsEverywhere()
    await page.getByLabel('Betekenis van “soms”').selectOption('2')
    await page.getByText('We weten niet welk antwoord').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Anders kiezen: iets' }).press('Enter')
    const select = page.getByLabel('Kies wat er in de kolom “iets” staat')
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true)
    await select.selectOption('i03 now')
    await heading('2 deelnemers, 6 antwoorden op 3 vragen')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('import-change-3')
    await press('Antwoorden inlezen')
    await heading('De antwoorden staan erin')
  })

  it('without a connection nothing is lost, and what is no good file is said in words', async () => {
    await open('/form')
    await choose(Buffer.from('geen formulier'), 'vragen.xlsx', XLSX)
    await page.getByRole('alert').getByText('geen Excel-bestand').waitFor()
    await choose(Buffer.alloc(6 * 1024 * 1024), 'groot.xlsx', XLSX)
    await page.getByRole('alert').getByText('groter dan 5 MB').waitFor()
    await desk.context.setOffline(true)
    await chooseForm()
    await page
      .getByRole('alert')
      .getByText(/verbinding/)
      .waitFor()
    await fitsEverywhere()
    await desk.context.setOffline(false)
    await chooseForm()
    await heading('Samen werken: 2 vragen')
  })
})
