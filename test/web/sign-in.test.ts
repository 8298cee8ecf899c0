import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { totpCode } from '../../server/auth/totp.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { EMAIL, PASSWORD, TestServer } from '../support/server.ts'
import { closeDesk, type Desk, nameOfFocus, openDesk } from '../support/staff.ts'

const WORDS = {
  en: {
    tag: 'en-GB',
    email: 'Email address',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    organisations: 'Your organisations',
    start: 'Set up codes',
    code: 'Code from your app',
    finish: 'Switch codes on',
    done: 'Codes are on.',
    kept: 'I have kept the codes',
    wrong: 'This code is wrong',
    useRecovery: 'I do not have my phone',
    recovery: 'Recovery code',
    left: 'You have 7 recovery codes left.',
    isItYou: 'Is it really you?',
    me: 'This is me',
    renew: 'Make new recovery codes',
    others: 'Sign out everywhere but here',
    end: /^Sign out: .* signed in on/,
    ended: 'That place is signed out.',
    off: 'Switch codes off',
    sure: 'Yes, switch codes off',
    isOff: 'Codes are off.',
    choose: 'Choose another password',
    now: 'Your password now',
    next: 'New password',
    change: 'Change password',
    easy: 'This password is too easy to guess',
    changed: 'Your password has been changed.',
    first: 'One more step before you can go on',
    goOn: 'Codes kept, go on to Meervoud',
  },
  nl: {
    tag: 'nl-NL',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    signOut: 'Uitloggen',
    organisations: 'Uw organisaties',
    start: 'Codes instellen',
    code: 'Code uit uw app',
    finish: 'Codes aanzetten',
    done: 'De codes staan aan.',
    kept: 'Ik heb de codes bewaard',
    wrong: 'Deze code klopt niet',
    useRecovery: 'Ik heb mijn telefoon niet',
    recovery: 'Herstelcode',
    left: 'U hebt nog 7 herstelcodes.',
    isItYou: 'Bent u het echt?',
    me: 'Dit ben ik',
    renew: 'Nieuwe herstelcodes maken',
    others: 'Overal uitloggen, behalve hier',
    end: /^Uitloggen: .* ingelogd op/,
    ended: 'Die plek is uitgelogd.',
    off: 'Codes uitzetten',
    sure: 'Ja, codes uitzetten',
    isOff: 'De codes staan uit.',
    choose: 'Een ander wachtwoord kiezen',
    now: 'Uw wachtwoord nu',
    next: 'Nieuw wachtwoord',
    change: 'Wachtwoord wijzigen',
    easy: 'Dit wachtwoord is te makkelijk te raden',
    changed: 'Uw wachtwoord is gewijzigd.',
    first: 'Nog één stap voordat u verder kunt',
    goOn: 'Codes bewaard, verder naar Meervoud',
  },
} as const
type Words = (typeof WORDS)['en' | 'nl']

const HALF_MINUTE = 30_000
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  return () => browser.close()
})
const desks: Desk[] = []
afterEach(async () => {
  for (const desk of desks.splice(0)) await closeDesk(desk)
})

/** A server of its own for each test: how somebody signs in is the whole state of it. */
async function startServer(settings = {}): Promise<{ server: TestServer; organisationId: string }> {
  const server = await TestServer.start({ settings })
  onTestFinished(() => server.close())
  return { server, ...(await server.setUp()) }
}

async function open(words: Words, width = 1280): Promise<Page> {
  const desk = await openDesk(browser, { locale: words.tag, viewport: { width, height: 900 } })
  desks.push(desk)
  await desk.page.addInitScript((chosen) => localStorage.setItem('mv-locale', chosen), words.tag.slice(0, 2))
  return desk.page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function fillIn(page: Page, words: Words, password = PASSWORD): Promise<void> {
  await page.getByLabel(words.email).fill(EMAIL)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await press(page, words.signIn)
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.locator('#leave-heading ~ button').click()
  await page.getByRole('heading', { level: 1, name: words.organisations }).waitFor({ state: 'detached' })
}

/** Sets codes up as somebody without a camera does: the secret stands in the page. */
async function setUpCodes(page: Page, words: Words): Promise<{ seed: string; codes: string[]; step: number }> {
  await press(page, words.start)
  await page.locator('.factor-steps summary').click()
  const seed = (await page.locator('#copy-seed').inputValue()).replaceAll(' ', '')
  const step = Math.floor(Date.now() / HALF_MINUTE)
  await page.getByLabel(words.code).fill(totpCode(seed, new Date(step * HALF_MINUTE)))
  await press(page, words.finish)
  await page.getByText(words.done).waitFor()
  return { seed, codes: await page.locator('.recovery-codes code').allTextContents(), step }
}

async function expectFits(page: Page): Promise<void> {
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

describe.each(['en', 'nl'] as const)('signing in with two steps in %s', (locale) => {
  const words = WORDS[locale]

  it('codes are set up, asked, lost and switched off, and another sign-in is ended', async () => {
    const { server } = await startServer()
    const page = await open(words, 320)
    await page.goto(`${server.origin}/sign-in?return=/account`)
    await fillIn(page, words)
    const { seed, codes, step } = await setUpCodes(page, words)
    expect(codes).toHaveLength(8)
    expect(await accessibilityFaults(page)).toEqual([])
    await expectFits(page)
    await press(page, words.kept)
    await signOut(page, words)

    await page.goto(`${server.origin}/sign-in?return=/account`)
    await fillIn(page, words)
    const code = page.getByLabel(words.code)
    await code.waitFor()
    expect(await nameOfFocus(page)).toBe(words.code)
    expect(await accessibilityFaults(page)).toEqual([])
    await expectFits(page)
    await code.fill('000000')
    await press(page, words.signIn)
    await page.getByText(words.wrong).first().waitFor()
    expect(await page.getByLabel(words.email).inputValue()).toBe(EMAIL)
    await code.fill(totpCode(seed, new Date((step + 1) * HALF_MINUTE)))
    await press(page, words.signIn)
    await page.getByRole('button', { name: words.renew }).waitFor()

    const other = await open(words)
    await other.goto(`${server.origin}/sign-in?return=/account`)
    await fillIn(other, words)
    await other.getByRole('button', { name: words.useRecovery }).click()
    expect(await nameOfFocus(other)).toBe(words.recovery)
    await other.getByLabel(words.recovery).fill(codes[0]?.toLowerCase().replaceAll('-', '') ?? '')
    await press(other, words.signIn)
    await other.getByText(words.left).waitFor()

    await other.getByRole('button', { name: words.end }).first().waitFor()
    expect(await accessibilityFaults(other)).toEqual([])
    const others = other.getByRole('button', { name: words.end })
    const before = await others.count()
    await others.first().click()
    await other.getByText(words.ended).waitFor()
    expect(await other.getByRole('button', { name: words.end }).count()).toBe(before - 1)
    await page.reload()
    await page.getByLabel(words.email).waitFor()

    server.forgetConfirmations()
    await press(other, words.off)
    await press(other, words.sure)
    await other.getByRole('dialog', { name: words.isItYou }).waitFor()
    expect(await accessibilityFaults(other)).toEqual([])
    const dialog = other.getByRole('dialog')
    await dialog.getByLabel(words.password, { exact: true }).fill(PASSWORD)
    await dialog.getByRole('button', { name: words.me }).click()
    await dialog.getByRole('button', { name: words.useRecovery }).click()
    await dialog.getByLabel(words.recovery).fill(codes[1] ?? '')
    await dialog.getByRole('button', { name: words.me }).click()
    await other.getByText(words.isOff).waitFor()
    expect(await other.getByRole('dialog').count()).toBe(0)
  })

  it('another password is chosen, and an easy one refused beside its field', async () => {
    const { server } = await startServer()
    const page = await open(words)
    await page.goto(`${server.origin}/sign-in?return=/account`)
    await fillIn(page, words)
    await page.getByText(words.choose).click()
    await page.getByLabel(words.now, { exact: true }).fill(PASSWORD)
    await page.getByLabel(words.next, { exact: true }).fill('meervoud2026!')
    await press(page, words.change)
    await page.locator('p.fault', { hasText: words.easy }).waitFor()
    expect(await page.getByLabel(words.now, { exact: true }).inputValue()).toBe(PASSWORD)
    await page.getByLabel(words.next, { exact: true }).fill('staple nine horses quietly')
    await press(page, words.change)
    await page.getByText(words.changed).waitFor()
  })
})

describe.each(['en', 'nl'] as const)('where everybody needs a second factor, in %s', (locale) => {
  const words = WORDS[locale]

  it('nothing else opens until one is set up, and then the page that was asked for', async () => {
    const { server, organisationId } = await startServer({ SECOND_FACTOR: 'required' })
    const page = await open(words, 320)
    await page.goto(`${server.origin}/sign-in?return=/o/${organisationId}`)
    await fillIn(page, words)
    await page.getByRole('heading', { level: 1, name: words.first }).waitFor()
    expect(await page.locator('mv-identities').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await expectFits(page)
    await page.goto(`${server.origin}/o/${organisationId}`)
    await page.getByRole('heading', { level: 1, name: words.first }).waitFor()
    await setUpCodes(page, words)
    await page.getByRole('link', { name: words.goOn }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
  })
})
