import type { Browser, BrowserContextOptions } from 'playwright-core'
import type { Locale } from '../../server/contract/common.ts'
import { EMAIL, PASSWORD } from './server.ts'
import { type Desk, openDesk } from './staff.ts'

/**
 * Opens a window of Alice that is signed in already and speaks a language, whatever her account remembers: for tests
 * about a page behind the sign-in and not about signing in.
 */
export async function openReader(
  browser: Browser,
  origin: string,
  language: Locale,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const desk = await openDesk(browser, options)
  const reply = await desk.context.request.post(`${origin}/api/sessions`, {
    data: { email: EMAIL, password: PASSWORD },
  })
  if (!reply.ok()) throw new Error(`not signed in: ${reply.status()} ${await reply.text()}`)
  await desk.page.addInitScript((chosen) => {
    if (localStorage.getItem('mv-locale') === null) localStorage.setItem('mv-locale', chosen)
  }, language)
  return desk
}
