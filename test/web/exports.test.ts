import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InvitationMade } from '../../server/contract/accounts.ts'
import type { Locale, Role } from '../../server/contract/common.ts'
import type { RoundMade } from '../../server/contract/rounds.ts'
import { launchBrowser } from '../support/browser.ts'
import { expectGoodPage } from '../support/good-page.ts'
import { answerRound } from '../support/respondents.ts'
import { PASSWORD, TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'
import { readWorkbook, recordsOf } from '../support/workbooks.ts'

const TEXTS = new URL('../../data/texts', import.meta.url).pathname
const PARTS = ['exports', 'own-data', 'sign-in', 'accounts', 'frame']

let browser: Browser
let server: TestServer
let org: string
let named: RoundMade
let quiet: RoundMade

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  org = (await server.setUp()).organisationId
  named = await server.openRound({ mode: 'open', title: 'Team', itemIds: ['i01', 'i02'] })
  quiet = await server.openRound({ title: 'Everybody' })
  const answer = () => ({ rating: 4 })
  const once = (id: string) => (id === 'i01' ? { rating: 2 } : undefined)
  await answerRound(server.origin, named, [{ answer }, { answer: once }])
  await answerRound(
    server.origin,
    quiet,
    Array.from({ length: 6 }, () => ({ answer })),
  )
  for (const { id } of [named, quiet])
    await server.call('POST', `/api/organisations/${org}/rounds/${id}/close`, {}, z.unknown())
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

function wordsOf(locale: Locale) {
  const bundle = new FluentBundle(locale === 'nl' ? 'nl-NL' : 'en-GB', { useIsolating: false })
  for (const part of PARTS)
    bundle.addResource(new FluentResource(readFileSync(join(TEXTS, locale, `${part}.ftl`), 'utf8')))
  return (id: string, variables?: Record<string, FluentVariable>): string => {
    const value = bundle.getMessage(id)?.value
    if (!value) throw new Error(`no text ${id}`)
    return bundle.formatPattern(value, variables)
  }
}

async function arrive(name: string, locale: Locale, role: Role): Promise<Desk> {
  const { url } = await server.call('POST', `/api/organisations/${org}/invitations`, { role }, InvitationMade)
  const email = `${randomUUID()}@example.org`
  const desk = await openDesk(browser, { locale: locale === 'nl' ? 'nl-NL' : 'en-GB', acceptDownloads: true })
  const reply = await desk.context.request.post(`${server.origin}/api/invitations/accept`, {
    data: { token: new URL(url).hash.replace('#t=', ''), account: { email, password: PASSWORD, name, locale } },
    headers: { origin: server.origin },
  })
  if (!reply.ok()) throw new Error(await reply.text())
  return desk
}

/** Presses a button and waits for the files that it gives. */
async function taken(page: Page, name: string, count = 1): Promise<Download[]> {
  const downloads: Download[] = []
  const all = new Promise<void>((resolve) => {
    page.on('download', (download) => {
      if (downloads.push(download) === count) resolve()
    })
  })
  await button(page, name).click()
  await all
  page.removeAllListeners('download')
  return downloads
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const bytesOf = async (download: Download) => readFileSync(await download.path())

describe.each(['nl', 'en'] as const)('files to take along, in %s', (locale) => {
  const t = wordsOf(locale)

  it('of a round by name: a workbook, a table, and what SPSS reads it with', async () => {
    const owner = await arrive('Olga', locale, 'owner')
    const { page } = owner
    await page.goto(`${server.origin}/o/${org}/r/${named.id}/results`)
    await page.locator('mv-take-along').scrollIntoViewIfNeeded()
    await button(page, t('export-xlsx')).waitFor()
    await expectGoodPage(page)
    const [book] = await taken(page, t('export-xlsx'))
    expect(book?.suggestedFilename()).toMatch(/^meervoud-2026-Q4-[0-9a-f]{8}\.xlsx$/)
    const sheets = await readWorkbook(await bytesOf(book as Download))
    expect(
      recordsOf(sheets['long'])
        .map((row) => row['rating'])
        .sort(),
    ).toEqual([2, 4, 4, null])
    await page.getByText(t('export-now-done', { n: 1 })).waitFor()
    const [table] = await taken(page, t('export-csv'))
    expect((await bytesOf(table as Download)).toString()).toContain('respondent;name;group;i01_now;i02_now')
    const both = await taken(page, t('export-spss'), 2)
    expect(both.map((one) => one.suggestedFilename().replace(/.*[0-9a-f]{8}/, '')).sort()).toEqual([
      '-wide.csv',
      '.sps',
    ])
    await page.getByText(t('export-now-done', { n: 2 })).waitFor()
    await closeDesk(owner)
  })

  it('of an anonymous round have what was released, and the page says so', async () => {
    const viewer = await arrive('Vic', locale, 'viewer')
    const { page } = viewer
    await page.goto(`${server.origin}/o/${org}/r/${quiet.id}/results`)
    await page.locator('mv-take-along').scrollIntoViewIfNeeded()
    await page.getByText(t('export-figures-anonymous')).waitFor()
    expect(await button(page, t('export-spss')).count()).toBe(0)
    const [table] = await taken(page, t('export-csv'))
    expect((await bytesOf(table as Download)).toString()).toMatch(/^\ufeffrelease;figure;group;/)
    await closeDesk(viewer)
  })

  it('that break off, or that somebody stops, are not saved, and the page says why', async () => {
    const owner = await arrive('Otto', locale, 'owner')
    const { page } = owner
    await page.goto(`${server.origin}/o/${org}/r/${named.id}/results`)
    await page.locator('mv-take-along').scrollIntoViewIfNeeded()
    await button(page, t('export-xlsx')).waitFor()
    await page.route('**/export.xlsx', (route) => route.abort('connectionreset'))
    await button(page, t('export-xlsx')).click()
    await page.getByText(t('export-failed')).waitFor()
    await page.unroute('**/export.xlsx')
    // Never answered: whoever waits too long stops it.
    await page.route('**/export.csv*', () => undefined)
    await button(page, t('export-csv')).click()
    await page.getByText(t('export-now-busy')).waitFor()
    await expectGoodPage(page)
    await button(page, t('export-cancel')).click()
    await page.getByText(t('export-now-cancelled')).waitFor()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await taken(page, t('export-csv'))
    await closeDesk(owner)
  })

  it('of the whole organisation: all rounds, the archive, and the archive in again as another organisation', async () => {
    const owner = await arrive('Odin', locale, 'owner')
    const { page } = owner
    await page.goto(`${server.origin}/o/${org}/data`)
    await button(page, t('export-rounds')).waitFor()
    await expectGoodPage(page)
    const [rounds] = await taken(page, t('export-rounds'))
    expect(Object.keys(await readWorkbook(await bytesOf(rounds as Download)))).toContain('figures')
    const [archive] = await taken(page, t('own-data-org-export'))
    const bytes = await bytesOf(archive as Download)
    const field = page.locator('#archive-file')
    await field.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: bytes.subarray(0, 500) })
    await page.getByRole('heading', { name: t('archive-in-faults') }).waitFor()
    await expectGoodPage(page)
    await field.setInputFiles({ name: 'archive.json', mimeType: 'application/json', buffer: bytes })
    await page.getByRole('heading', { name: t('archive-in-ready', { name: "Alice's bakery" }) }).waitFor()
    await page.getByText(t('archive-in-anonymous', { n: 1 })).waitFor()
    await expectGoodPage(page)
    await button(page, t('archive-in-import')).click()
    await page.waitForURL((url) => /\/o\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(org))
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    await page.getByText('Everybody').first().waitFor()
    await closeDesk(owner)
  })
})
