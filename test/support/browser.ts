import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

const DEBIAN = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Starts Chromium: the one that `CHROMIUM_PATH` names, else Debian's, else the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH']
  const executablePath = named ?? (existsSync(DEBIAN) ? DEBIAN : await sparticuz.executablePath())
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ]
  return chromium.launch({ executablePath, args, headless: true })
}

/** What the page did against its content-security policy since `watchPolicy`, one line each. */
export async function policyViolations(page: Page): Promise<string[]> {
  return page.evaluate(() => JSON.parse(document.documentElement.dataset['violations'] ?? '[]'))
}

/** Notes every violation of the content-security policy on every page from now on. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)
      document.documentElement.dataset['violations'] = JSON.stringify(seen)
    })
  })
}

/** Looks for faults against WCAG 2.2 A and AA with axe-core; answers one line for each, and none when all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  // Evaluated by the debugger and not added to the page: the page's policy refuses scripts from elsewhere.
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const axe: { run: (at: Document, how: object) => Promise<{ violations: Violation[] }> } = Reflect.get(window, 'axe')
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))

    interface Violation {
      id: string
      nodes: { html: string }[]
    }
  })
}

/**
 * How many pixels the page is wider than its window, as somebody sees it: in the picture after the one that shows all
 * that was asked for before. A chart of which the window changed has its new size then, without anybody having waited.
 */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextPicture()
    await nextPicture()
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })
}
