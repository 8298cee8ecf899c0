import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InvitationMade } from '../../server/contract/accounts.ts'
import type { Locale } from '../../server/contract/common.ts'
import { accessibilityFaults, launchBrowser } from '../support/browser.ts'
import { expectGoodPage } from '../support/good-page.ts'
import { PASSWORD, TestServer } from '../support/server.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'

const TEXTS = new URL('../../data/texts', import.meta.url).pathname
const PARTS = ['own-data', 'privacy', 'accounts', 'sign-in', 'frame', 'participant', 'phone-erase', 'access']

let browser: Browser
let server: TestServer
let org: string

beforeAll(async () => {
  browser = await launchBrowser()
  server = await TestServer.start()
  org = (await server.setUp()).organisationId
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

function wordsOf(locale: Locale) {
  const bundle = new FluentBundle(locale === 'nl' ? 'nl-NL' : 'en-GB', { useIsolating: false })
  for (const part of PARTS) {
    bundle.addResource(new FluentResource(readFileSync(join(TEXTS, locale, `${part}.ftl`), 'utf8')))
  }
  return (id: string, variables?: Record<string, FluentVariable>): string => {
    const value = bundle.getMessage(id)?.value
    if (!value) throw new Error(`no text ${id}`)
    return bundle.formatPattern(value, variables)
  }
}
type Words = ReturnType<typeof wordsOf>

/** Somebody new in an organisation, at a desk of their own, signed in. */
async function arrive(
  name: string,
  { locale, organisation = org, role }: { locale: Locale; organisation?: string; role: 'owner' | 'viewer' },
): Promise<Desk & { email: string }> {
  const path = `/api/organisations/${organisation}/invitations`
  const { url } = await server.call('POST', path, { role }, InvitationMade)
  const email = `${name.toLowerCase()}-${locale}@example.org`
  const desk = await openDesk(browser, { locale: locale === 'nl' ? 'nl-NL' : 'en-GB', acceptDownloads: true })
  const reply = await desk.context.request.post(`${server.origin}/api/invitations/accept`, {
    data: { token: new URL(url).hash.replace('#t=', ''), account: { email, password: PASSWORD, name, locale } },
    headers: { origin: server.origin },
  })
  if (!reply.ok()) throw new Error(await reply.text())
  return { ...desk, email }
}

/** Shows once more who one is, when the page asks for it. */
async function confirm(page: Page, t: Words): Promise<void> {
  const dialog = page.getByRole('dialog', { name: t('sign-in-confirm-title') })
  await dialog.getByLabel(t('account-password'), { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: t('sign-in-confirm-submit') }).click()
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe.each(['nl', 'en'] as const)('own data, in %s', (locale) => {
  const t = wordsOf(locale)

  it('of an account: taken along as a file and erased, both after showing who one is', async () => {
    const bob = await arrive('Bob', { locale, role: 'viewer' })
    const { page } = bob
    server.forgetConfirmations()
    await page.goto(`${server.origin}/account`)
    await button(page, t('own-data-export')).click()
    const [download] = await Promise.all([page.waitForEvent('download'), confirm(page, t)])
    expect(download.suggestedFilename()).toMatch(/^meervoud-account-\d{4}-\d\d-\d\d\.json$/)
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { account: { email: string } }
    expect(file.account.email).toBe(bob.email)
    await page.getByText(t('own-data-exported')).waitFor()
    await expectGoodPage(page)
    await button(page, t('own-data-erase')).click()
    await page.getByRole('dialog', { name: t('own-data-erase-title') }).waitFor()
    await expectGoodPage(page)
    await button(page, t('own-data-erase-yes')).click()
    await page.waitForURL(`${server.origin}/`)
    await page
      .getByRole('link', { name: t('frame-sign-in') })
      .first()
      .waitFor()
    const again = await bob.context.request.post(`${server.origin}/api/sessions`, {
      data: { email: bob.email, password: PASSWORD },
      headers: { origin: server.origin },
    })
    expect(again.status()).toBe(401)
    await closeDesk(bob)
  })

  it('of an account whose organisation would be left without an owner: which one, and a way to it', async () => {
    const name = `Mill ${locale}`
    const carol = await arrive('Carol', { locale, role: 'viewer' })
    const made = await carol.context.request.post(`${server.origin}/api/organisations`, {
      data: { name },
      headers: { origin: server.origin },
    })
    const { id } = z.object({ id: z.string() }).parse(await made.json())
    await carol.page.goto(`${server.origin}/account`)
    await button(carol.page, t('own-data-erase')).click()
    await button(carol.page, t('own-data-erase-yes')).click()
    await carol.page.getByRole('alert').getByRole('link', { name }).click()
    await carol.page.waitForURL(`${server.origin}/o/${id}`)
    await closeDesk(carol)
  })

  it('of an organisation: taken along, to be erased, stopped by another owner, and erased by two', async () => {
    const made = await server.call(
      'POST',
      '/api/organisations',
      { name: `Bakery ${locale}` },
      z.object({ id: z.string() }),
    )
    const organisation = made.id
    const dora = await arrive('Dora', { locale, organisation, role: 'owner' })
    const emil = await arrive('Emil', { locale, organisation, role: 'owner' })
    const vera = await arrive('Vera', { locale, organisation, role: 'viewer' })
    const address = `${server.origin}/o/${organisation}`
    const { page } = dora
    await page.goto(address)
    await page.getByRole('link', { name: t('access-team-data') }).click()
    await page.getByRole('heading', { name: t('own-data-keep-title') }).waitFor()
    await expectGoodPage(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, t('own-data-org-export')).click(),
    ])
    const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { organisation: { name: string } }
    expect(file.organisation.name).toBe(`Bakery ${locale}`)
    await button(page, t('own-data-org-erase')).click()
    await expectGoodPage(page)
    await button(page, t('own-data-org-erase-yes')).click()
    const banner = (at: Page) => at.getByRole('complementary', { name: t('own-data-banner-label') })
    await banner(page).waitFor()
    await expectGoodPage(page)

    await vera.page.goto(address)
    await banner(vera.page).waitFor()
    expect(await banner(vera.page).getByRole('button').count(), 'only owners stop it').toBe(0)
    await vera.page.goto(`${address}/data`)
    await vera.page.getByText(t('own-data-org-only-owners')).waitFor()
    await expectGoodPage(vera.page)

    await emil.page.goto(address)
    await banner(emil.page)
      .getByRole('button', { name: t('own-data-stop') })
      .click()
    await banner(emil.page).waitFor({ state: 'detached' })
    await page.reload()
    await button(page, t('own-data-org-erase')).click()
    await button(page, t('own-data-org-erase-yes')).click()
    await banner(page).waitFor()
    expect(await button(page, t('own-data-org-agree')).count(), 'nobody agrees with themselves').toBe(0)

    await emil.page.goto(`${address}/data`)
    await button(emil.page, t('own-data-org-agree')).click()
    await expectGoodPage(emil.page)
    await button(emil.page, t('own-data-org-agree-yes')).click()
    await emil.page.waitForURL(`${server.origin}/`)
    await page.goto(address)
    await page.getByRole('heading', { name: t('frame-fail-gone') }).waitFor()
    for (const desk of [dora, emil, vera]) await closeDesk(desk)
  })

  it('of everybody: the page about privacy, from the foot of every page and of the phone', async () => {
    const desk = await openDesk(browser, {
      locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width: 320, height: 800 },
    })
    const { page } = desk
    await page.goto(`${server.origin}/sign-in`)
    await page
      .locator('.foot')
      .getByRole('link', { name: t('frame-privacy') })
      .click()
    await page.getByRole('heading', { level: 1, name: t('privacy-title') }).waitFor()
    await page.getByText(t('privacy-contact-none')).waitFor()
    await expectGoodPage(page)
    await page.goto(`${server.origin}/d`)
    await page.locator('footer').getByRole('link', { name: 'Privacy' }).click()
    await page.getByRole('heading', { level: 1, name: t('privacy-title') }).waitFor()
    await closeDesk(desk)
  })

  it('of who answered on a phone: erased there, once it was asked', async () => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const desk = await openDesk(browser, {
      locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
      viewport: { width: 320, height: 800 },
    })
    const { page } = desk
    await page.goto(`${server.origin}/d#${code}`)
    await page.locator('button.primary').click()
    await page.locator('input[type="radio"]').first().check()
    await page.goto(`${server.origin}/d#klaar`)
    await button(page, t('participant-erase')).click()
    await page.getByRole('dialog', { name: t('phone-erase-title') }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await button(page, t('phone-erase-no')).click()
    await button(page, t('participant-erase')).click()
    await button(page, t('phone-erase-yes')).click()
    await page.getByRole('heading', { name: t('participant-join-title') }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: t('participant-join-title') }).waitFor()
    await closeDesk(desk)
  })
})

it('the register is for who runs the installation, on the screen, on paper and as a file', async () => {
  const desk = await openDesk(browser)
  await desk.context.request.post(`${server.origin}/api/sessions`, {
    data: { email: 'alice@example.org', password: PASSWORD },
    headers: { origin: server.origin },
  })
  const { page } = desk
  const t = wordsOf('en')
  await page.goto(`${server.origin}/operator/register`)
  await page.getByRole('heading', { level: 1, name: t('privacy-register-title') }).waitFor()
  await expectGoodPage(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, t('privacy-register-download')).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain('"assessment"')
  await closeDesk(desk)
})
