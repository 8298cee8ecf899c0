import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { Mailbox } from '../support/mailbox.ts'
import { freePort } from '../support/postgres-server.ts'
import { EMAIL, TestServer } from '../support/server.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'

const NEW = 'a horse of another colour'

let browser: Browser
let mailbox: Mailbox
let server: TestServer

beforeAll(async () => {
  browser = await launchBrowser()
  mailbox = await Mailbox.start()
  const port = await freePort()
  const PUBLIC_ORIGIN = `http://localhost:${port}`
  const settings = { PORT: String(port), SMTP_URL: mailbox.url, MAIL_FROM: 'meervoud@example.org', PUBLIC_ORIGIN }
  server = await TestServer.start({ settings })
  await server.setUp()
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await mailbox.stop()
})

/** The link in the newest mail, once there are so many. */
async function linkInMail(count: number): Promise<string> {
  await expect.poll(() => mailbox.mails.length).toBe(count)
  const link = /http\S+#t=[\w-]{43}/.exec(mailbox.mails.at(-1)?.text ?? '')?.[0]
  if (link === undefined) throw new Error('the mail holds no link')
  return link
}

const WORDS = {
  en: {
    forgot: 'Forgot your password?',
    address: 'Email address',
    send: 'Send link',
    sent: 'Look at your email',
    choose: 'Choose a new password',
    password: 'New password',
    save: 'Save password',
    saved: 'Your password was changed',
    over: 'This link no longer works',
  },
  nl: {
    forgot: 'Wachtwoord vergeten?',
    address: 'E-mailadres',
    send: 'Link sturen',
    sent: 'Kijk in uw e-mail',
    choose: 'Een nieuw wachtwoord kiezen',
    password: 'Nieuw wachtwoord',
    save: 'Wachtwoord opslaan',
    saved: 'Uw wachtwoord is veranderd',
    over: 'Deze link werkt niet meer',
  },
} as const

describe('mail in the browser', () => {
  it('an owner mails an invitation, sees that it went, and whoever got it opens it', async () => {
    const desk = await openDesk(browser)
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.getByRole('link', { name: "Alice's bakery" }).click()
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = page.getByRole('dialog')
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByLabel('To which email address').fill('no address')
    await dialog.getByRole('button', { name: 'Make link' }).click()
    await dialog.locator('.faults').waitFor()
    await dialog.getByLabel('To which email address').fill('zoe@example.org')
    await dialog.getByLabel('Language of the email').selectOption('nl')
    const before = mailbox.mails.length
    await dialog.getByRole('button', { name: 'Make link' }).click()
    await dialog.getByText('We are mailing the link to zoe@example.org').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const link = await linkInMail(before + 1)
    expect(mailbox.mails.at(-1)?.headers.get('subject')).toBe('U bent uitgenodigd voor Meervoud')
    await page.reload()
    await page.getByText('Mailed to zoe@example.org').waitFor()
    const guest = await openDesk(browser, { locale: 'nl' })
    await guest.page.goto(link)
    await guest.page.getByRole('heading', { name: 'U bent uitgenodigd' }).waitFor()
    await closeDesk(guest)
    await closeDesk(desk)
  })

  it('reminders are switched off and on with the account', async () => {
    const desk = await openDesk(browser)
    const { page } = desk
    await signInAsAlice(page, server.origin)
    await page.goto(`${server.origin}/account`)
    const box = page.getByLabel('Send me reminders by email')
    await box.uncheck()
    await page.reload()
    await expect.poll(() => box.isChecked()).toBe(false)
    await box.check()
    await page.reload()
    await expect.poll(() => box.isChecked()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    await closeDesk(desk)
  })

  it.each([
    ['en', `${NEW} 1`],
    ['nl', `${NEW} 2`],
  ] as const)('a forgotten password is replaced on a small phone (%s)', async (locale, password) => {
    const words = WORDS[locale]
    const desk = await openDesk(browser, { locale, viewport: { width: 320, height: 720 } })
    const { page } = desk
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
    const faults = async () => expect(await accessibilityFaults(page)).toEqual([])
    const before = mailbox.mails.length
    await page.goto(`${server.origin}/sign-in`)
    await page.getByRole('link', { name: words.forgot }).click()
    await page.getByRole('button', { name: words.send }).click()
    await page.locator('.faults').waitFor()
    await faults()
    await page.getByLabel(words.address).fill(EMAIL)
    await page.getByRole('button', { name: words.send }).click()
    await heading(words.sent)
    await faults()
    const link = await linkInMail(before + 1)
    await page.goto(link)
    await heading(words.choose)
    await faults()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByLabel(words.password).fill('too short')
    await page.getByRole('button', { name: words.save }).click()
    await page.locator('.faults').waitFor()
    await page.getByLabel(words.password).fill(password)
    await page.getByRole('button', { name: words.save }).click()
    await heading(words.saved)
    await faults()
    await page.goto('about:blank')
    await page.goto(link)
    await heading(words.over)
    await faults()
    await closeDesk(desk)
  })

  it('where no mail is sent, the page says whom to ask', async () => {
    const plain = await TestServer.start()
    await plain.setUp()
    const desk = await openDesk(browser, { locale: 'nl', viewport: { width: 320, height: 720 } })
    await desk.page.goto(`${plain.origin}/forgot`)
    await desk.page.getByText('Deze installatie stuurt geen e-mail').waitFor()
    expect(await accessibilityFaults(desk.page)).toEqual([])
    expect(await desk.page.getByRole('textbox').count()).toBe(0)
    await closeDesk(desk)
    await plain.close()
  })
})
