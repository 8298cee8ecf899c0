import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { TestServer } from '../support/server.ts'
import { EMAIL, PASSWORD } from '../support/server.ts'
import { MARK, PayloadTexts, xssPayloads } from './xss-payloads.ts'
import { type HostileOrganisation, makeHostile } from './xss-world.ts'

/** What came of it. */
export interface XssOutcome {
  readonly payloads: number
  readonly fields: number
  readonly organisations: number
  readonly screens: number
  /** Dialogs, requests to other hosts, violations of the policy, markup from a text. */
  readonly successes: readonly string[]
  /** Texts that a screen shows otherwise than they were typed. */
  readonly altered: readonly string[]
  /** How often a payload was seen on a screen, letter for letter. */
  readonly shown: number
  /** Fields whose payloads were on no screen, which other people may yet see. */
  readonly unseen: readonly string[]
  /** Fields that did not get the whole corpus. */
  readonly unfinished: readonly string[]
}

/** Windows that look at once: most of a look is waiting for a screen to come to rest. */
const WINDOWS = 4
/** Longest wait for a screen to come to rest. */
const PATIENCE_MS = 10_000

/**
 * Types the payloads into every text field that the writing routes have, opens every page, the phone and the wall, on
 * screen and as for paper, and looks at what happens and at what stands there.
 *
 * @param organisations as many as it takes for the shortest field to have had every payload.
 */
export async function tryXss(
  server: TestServer,
  browser: Browser,
  { payloads = xssPayloads(), most = Number.POSITIVE_INFINITY, onProgress = (_done: number) => {} } = {},
): Promise<XssOutcome> {
  const texts = new PayloadTexts(payloads)
  const watch = new Watch(server.origin, payloads)
  const staff = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  const others = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 740 } })
  await Promise.all([watch.over(staff), watch.over(others)])
  await staff.request.post(`${server.origin}/api/sessions`, { data: { email: EMAIL, password: PASSWORD } })
  const pages = await Promise.all(Array.from({ length: WINDOWS }, () => staff.newPage()))
  const [page] = pages
  if (page === undefined) throw new Error('there is no window')
  const other = await others.newPage()
  let organisations = 0
  do {
    const hostile = await makeHostile(server, texts)
    organisations += 1
    const waiting = [...hostile.pages]
    const lookAtSome = async (window: Page) => {
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
        await watch.look(window, server.origin + address, address)
    }
    await Promise.all([...pages.map(lookAtSome), lookInRoom(watch, other, server, hostile)])
    await lookAtPaper(watch, page, server, hostile)
    onProgress(organisations)
  } while (texts.unfinished.length > 0 && organisations < most)
  await staff.close()
  await others.close()
  return {
    payloads: payloads.length,
    fields: texts.fields,
    organisations,
    screens: watch.screens,
    successes: watch.successes,
    altered: [...watch.altered],
    shown: watch.shown,
    unseen: watch.unseen(texts),
    unfinished: texts.unfinished,
  }
}

async function lookAtPaper(watch: Watch, page: Page, server: TestServer, hostile: HostileOrganisation): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  const home = `/o/${hostile.id}`
  for (const address of [`${home}/r/${hostile.roundId}/results`, `${home}/interventions/${hostile.interventionId}`])
    await watch.look(page, server.origin + address, `${address}, printed`)
  await page.emulateMedia({ media: 'screen' })
}

/** The phone of somebody new, and the wall in each of its scenes. */
async function lookInRoom(watch: Watch, page: Page, server: TestServer, hostile: HostileOrganisation): Promise<void> {
  await page.goto('about:blank')
  await watch.look(page, `${server.origin}/d#${hostile.openCode}`, 'the phone')
  await page.goto('about:blank')
  await watch.look(page, hostile.wallUrl, 'the wall')
  const { interventionId, reflectionId, workshopUrl } = hostile
  const scenes = [
    { kind: 'join' },
    { kind: 'progress' },
    { kind: 'radar', view: 'now' },
    ...[1, 2, 3].map((question) => ({ kind: 'cards', reflectionId, question })),
    { kind: 'consent', interventionId },
    { kind: 'projection', reflectionId },
  ]
  for (const scene of scenes) {
    const isShown = await server.tell('POST', `${workshopUrl}/commands`, { do: 'show', scene }).then(
      () => true,
      () => false,
    )
    // Some scenes are not to be had in this state; the others are.
    if (isShown) await watch.look(page, hostile.wallUrl, `the wall: ${scene.kind}`)
  }
}

/** Looks at screens for what a text must not do, and whether it stands there as it was typed. */
class Watch {
  readonly successes: string[] = []
  readonly altered = new Set<string>()
  readonly #origin: string
  readonly #payloads: readonly string[]
  screens = 0
  shown = 0

  constructor(origin: string, payloads: readonly string[]) {
    this.#origin = origin
    this.#payloads = payloads
  }

  async over(context: BrowserContext): Promise<void> {
    context.on('dialog', (dialog) => {
      this.successes.push(`a dialog on ${dialog.page()?.url()}`)
      void dialog.dismiss()
    })
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(this.#origin) && !/^(data|blob|about):/.test(url)) this.successes.push(`a request to ${url}`)
    })
    context.on('console', (message) => {
      if (/Content Security Policy|Trusted(HTML|Script)/i.test(message.text())) this.successes.push(message.text())
    })
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.warn(`Content Security Policy: ${violatedDirective} ${blockedURI}`)
      })
    })
  }

  async look(page: Page, url: string, what: string): Promise<void> {
    await page.goto(url, { timeout: PATIENCE_MS })
    // A screen that never rests, such as a wall that counts down, is looked at as it is.
    await page.waitForFunction(isAtRest, undefined, { timeout: PATIENCE_MS }).catch(() => undefined)
    this.screens += 1
    const { texts, markup } = await page.evaluate(readScreen)
    for (const one of markup) this.successes.push(`${what}: ${one}`)
    for (const text of texts) this.#compare(text, what)
  }

  /** Wherever the number of a payload stands, the payload stands behind it, letter for letter, as far as there is room. */
  #compare(text: string, what: string): void {
    const line = text.replace(/\s+/g, ' ')
    for (const match of line.matchAll(new RegExp(`${MARK}(\\d{1,4})${MARK}`, 'g'))) {
      const payload = this.#payloads[Number(match[1])]
      if (payload === undefined) continue
      const from = match.index + match[0].length
      const found = line.slice(from, from + payload.length)
      const cut = found.search(/…|\.\.\./)
      const isWhole = found === payload || (cut >= 0 && payload.startsWith(found.slice(0, cut)))
      // The last one of a text that ends there.
      const isEnd = from + found.length === line.length && payload.startsWith(found.trimEnd())
      if (isWhole || isEnd) this.shown += 1
      else this.altered.add(`${what}: ${found} and not ${payload}`)
    }
    this.#lines.add(line)
  }

  readonly #lines = new Set<string>()

  /** Fields of which nothing that was typed stood on a screen. */
  unseen(texts: PayloadTexts): string[] {
    const all = [...this.#lines].join('\n')
    const fields = new Map<string, boolean>()
    for (const { field, text } of texts.given) {
      const start = text.replace(/\s+/g, ' ').slice(0, 40)
      fields.set(field, (fields.get(field) ?? false) || all.includes(start))
    }
    return [...fields].filter(([, isSeen]) => !isSeen).map(([field]) => field)
  }
}

/** Runs in the page: whether nothing came over the network and nothing was drawn for a while. */
function isAtRest(): boolean {
  const REST_MS = 250
  const data = document.documentElement.dataset
  const now = `${performance.getEntriesByType('resource').length} ${document.querySelectorAll('*').length}`
  if (data['seen'] !== now) {
    data['seen'] = now
    data['since'] = String(performance.now())
  }
  return performance.now() - Number(data['since']) > REST_MS
}

/** Runs in the page: every text that a reader or a reading aid gets, and what our own templates never make. */
function readScreen(): { texts: string[]; markup: string[] } {
  const texts: string[] = [document.title]
  const markup: string[] = []
  const visit = (root: Document | ShadowRoot) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) {
        texts.push(node.data)
        continue
      }
      if (!(node instanceof Element)) continue
      if (node.shadowRoot) visit(node.shadowRoot)
      const name = node.localName
      if (/^(iframe|object|embed|base|frame|marquee|applet)$/.test(name)) markup.push(`an element ${name}`)
      if (name === 'script' && (!node.getAttribute('src') || node.textContent !== '')) markup.push('a script')
      if (name === 'meta' && node.hasAttribute('http-equiv')) markup.push('a meta element')
      for (const { name: attribute, value } of node.attributes) {
        if (/^on/i.test(attribute)) markup.push(`an attribute ${attribute}`)
        if (attribute === 'style' && /url\(|expression/i.test(value)) markup.push(`a style ${value.slice(0, 60)}`)
        const isAddress = /^(href|src|action|formaction|xlink:href|data|poster)$/.test(attribute)
        if (isAddress && /^\s*(javascript|vbscript|data:text)/i.test(value)) markup.push(`${attribute} ${value}`)
        if (/^(title|aria-label|alt|placeholder|value|aria-description|label)$/.test(attribute)) texts.push(value)
      }
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push(node.value)
    }
  }
  visit(document)
  return { texts, markup }
}
