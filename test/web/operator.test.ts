import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { InvitationMade } from '../../server/contract/accounts.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { PASSWORD, type TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  const path = `/api/organisations/${site.organisationId}/invitations`
  const { url } = await server.call('POST', path, { role: 'viewer', note: 'Bob' }, InvitationMade)
  const account = { email: 'bob@example.org', password: PASSWORD, name: 'Bob', locale: 'nl' }
  const body = JSON.stringify({ token: new URL(url).hash.replace(/^#(t=)?/, ''), account })
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(`${server.origin}/api/invitations/accept`, { method: 'POST', headers, body })
  if (!reply.ok) throw new Error(await reply.text())
  return site.close
})

const LOOKS = [
  { language: 'en', width: 1280 },
  { language: 'nl', width: 1280 },
  { language: 'en', width: 320 },
  { language: 'nl', width: 320 },
] as const

const WORDS = {
  en: {
    title: 'Running Meervoud',
    make: 'Make a backup now',
    made: 'The backup is made and checked.',
    act: 'Help or lock Bob',
    lock: 'Lock this account',
    locked: 'Locked',
    unlock: 'Let it be used again',
    link: 'Make a link for another password',
    linkField: 'Link for another password',
    close: 'Close',
  },
  nl: {
    title: 'Beheer van Meervoud',
    make: 'Maak nu een back-up',
    made: 'De back-up is gemaakt en gecontroleerd.',
    act: 'Bob helpen of blokkeren',
    lock: 'Blokkeer dit account',
    locked: 'Geblokkeerd',
    unlock: 'Geef het weer vrij',
    link: 'Maak een link voor een ander wachtwoord',
    linkField: 'Link voor een ander wachtwoord',
    close: 'Sluiten',
  },
} as const

describe.each(LOOKS)('running the installation in $language, $width wide', ({ language, width }) => {
  it('sees how it goes, makes a backup, locks somebody out and in again, and can be used by everybody', async () => {
    const words = WORDS[language]
    const desk = await openDesk(browser, { viewport: { width, height: 900 } })
    const { page } = desk
    await signInAsAlice(page, server.origin)
    if (language === 'nl') await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.locator('[popovertarget]').click()
    await page.locator('#frame-menu a[href="/operator"]').click()
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
    await page.locator('.operator-facts').first().waitFor()
    await page.getByRole('button', { name: words.act }).waitFor()

    await page.getByRole('button', { name: words.make }).click()
    await page.getByText(words.made).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)

    await page.getByRole('button', { name: words.act }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: words.link }).click()
    expect(await dialog.getByLabel(words.linkField).inputValue()).toMatch(/\/reset#t=/)
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: words.lock }).click()
    await page.locator('.row-side .state', { hasText: words.locked }).waitFor()
    await page.getByRole('button', { name: words.act }).click()
    // The link is gone with the dialog that showed it.
    expect(await dialog.getByLabel(words.linkField).count()).toBe(0)
    // A locked account is helped with no link.
    await dialog.getByRole('button', { name: words.unlock }).waitFor()
    expect(await dialog.getByRole('button', { name: words.link }).count()).toBe(0)
    await dialog.getByRole('button', { name: words.unlock }).click()
    await page.locator('.row-side .state').waitFor({ state: 'detached' })
    expect(await page.locator('mv-app').innerText()).not.toContain('bakery')
    if (language === 'nl') await page.getByRole('button', { name: 'English' }).click()
    await closeDesk(desk)
  })
})

describe('somebody who runs nothing', () => {
  it('finds no way there, and is refused at the address', async () => {
    const desk = await openDesk(browser)
    const { page } = desk
    await page.goto(`${server.origin}/sign-in`)
    await page.getByLabel('Email address').fill('bob@example.org')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator('a[href^="/o/"]').first().waitFor()
    await page.locator('[popovertarget]').click()
    expect(await page.locator('#frame-menu a[href="/operator"]').count()).toBe(0)
    await page.goto(`${server.origin}/operator`)
    await page.getByRole('alert').waitFor()
    await closeDesk(desk)
  })
})
