import type { BrowserContext, Page } from 'playwright-core'
import { MARK, type PayloadTexts } from './xss-payloads.ts'

/** Windows that look at once: most of a look is waiting for a screen to come to rest. */
export const WINDOWS = 4
/** Longest wait for a screen to come to rest. */
const PATIENCE_MS = 10_000

/** Looks at screens for what a text must not do, and whether it stands there as it was typed. */
export class Watch {
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

  /** Watches every window of a browser from now on. */
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
      if (/Content Security Policy|Trusted(HTML|Script)/i.test(message.text()))
        this.successes.push(`${message.text()} on ${message.page()?.url()}`)
    })
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.warn(`Content Security Policy: ${violatedDirective} ${blockedURI}`)
      })
    })
  }

  /** Opens an address and looks at it. */
  async look(page: Page, url: string, what: string): Promise<void> {
    await page.goto(url, { timeout: PATIENCE_MS })
    await this.lookHere(page, what)
  }

  /** Looks at what a window shows already. */
  async lookHere(page: Page, what: string): Promise<void> {
    // A screen that never rests, such as a wall that counts down, is looked at as it is.
    await page.waitForFunction(isAtRest, undefined, { timeout: PATIENCE_MS }).catch(() => undefined)
    this.screens += 1
    const { texts, markup } = await page.evaluate(readScreen)
    for (const one of markup) this.successes.push(`${what}: ${one}`)
    this.read(texts, what)
  }

  /** Reads texts that came in another way than on a screen. */
  read(texts: readonly string[], what: string): void {
    for (const text of texts) this.#compare(text, what)
  }

  /** Wherever the number of a payload stands, the payload stands behind it, letter for letter, as far as there is room. */
  #compare(text: string, what: string): void {
    const line = plain(text)
    for (const match of line.matchAll(new RegExp(`${MARK}(\\d{1,4})${MARK}`, 'g'))) {
      const typed = this.#payloads[Number(match[1])]
      if (typed === undefined) continue
      const payload = plain(typed)
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
      const start = plain(text).slice(0, 40)
      fields.set(field, (fields.get(field) ?? false) || all.includes(start))
    }
    return [...fields].filter(([, isSeen]) => !isSeen).map(([field]) => field)
  }
}

/** Spaces of every kind are one: a register of parks is read that way. */
function plain(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ')
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
