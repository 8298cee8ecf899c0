import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { EMAIL, PASSWORD } from './server.ts'

/** A browser window of somebody at work: what it did against the content-security policy is kept. */
export interface Desk {
  readonly context: BrowserContext
  readonly page: Page
  /** Every message of the browser about the policy, on whichever page it came. */
  readonly refusedByPolicy: string[]
}

/** Opens a window on a laptop in English, unless told otherwise. */
export async function openDesk(browser: Browser, options: BrowserContextOptions = {}): Promise<Desk> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options })
  const refusedByPolicy: string[] = []
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script)/.test(message.text())) refusedByPolicy.push(message.text())
  })
  return { context, page: await context.newPage(), refusedByPolicy }
}

/** Closes the window; fails the test when a page did something against the content-security policy. */
export async function closeDesk({ context, refusedByPolicy }: Desk): Promise<void> {
  await context.close()
  if (refusedByPolicy.length > 0) throw new Error(`against the policy: ${refusedByPolicy.join('; ')}`)
}

/** Signs in as Alice, who made the first account; the page then speaks the language of her account. */
export async function signInAsAlice(page: Page, origin: string, password = PASSWORD): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Email address').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('link', { name: "Alice's bakery" }).waitFor()
}

/** Presses Tab until what has the focus is called this: the way of who uses no mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    if ((await nameOfFocus(page)) === name) return
  }
  throw new Error(`80 times Tab did not lead to "${name}"`)
}

/** The words on or beside what has the focus: its label, else its text. */
export function nameOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined
    const lines = (label ?? focused)?.textContent?.trim().split('\n') ?? []
    return lines[0]?.trim() ?? ''
  })
}
