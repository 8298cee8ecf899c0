import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { ResponseView } from '../../server/contract/responses.ts'
import { accessibilityFaults, overflow, policyViolations, watchPolicy } from './browser.ts'

/** A phone in the hands of somebody who takes part: a browser context of its own, with one page. */
export class Phone {
  readonly page: Page
  readonly context: BrowserContext
  readonly #origin: string

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.context = context
    this.page = page
    this.#origin = origin
  }

  /** Takes a phone that has never been here; `prepare` may change the browser before the first page. */
  static async take(
    browser: Browser,
    origin: string,
    options: BrowserContextOptions = {},
    prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
  ): Promise<Phone> {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'en-GB', ...options })
    context.setDefaultTimeout(30_000)
    await prepare(context)
    const page = await context.newPage()
    await watchPolicy(page)
    return new Phone(context, page, origin)
  }

  /** Opens the participant's page, at a fragment such as a join code. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(`${this.#origin}/d${fragment}`)
  }

  /** Scans the code and takes part; the first question is on the screen afterwards. */
  async join(code: string): Promise<void> {
    await this.open(`#${code}`)
    await this.button('Take part').click()
    await this.question(1).waitFor()
  }

  /** The heading of a question, counted from 1. */
  question(number: number): Locator {
    return this.page.getByRole('heading', { level: 1, name: new RegExp(`^(Question|Vraag) ${number} (of|van) `) })
  }

  /** A button or link by its words. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).or(this.page.getByRole('link', { name, exact: true }))
  }

  /** One of the answers to choose from, by how its words begin. */
  choice(words: string | RegExp): Locator {
    return this.page.getByRole('radio', { name: words })
  }

  /** Waits until a status on the page begins with these words. */
  async says(words: string): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^\\s*${words}`) })
      .first()
      .waitFor()
  }

  /** What the server has of this person, asked as the page asks it. */
  async onServer(): Promise<ResponseView> {
    const reply = await fetch(`${this.#origin}/api/response`, { headers: await this.#authorization() })
    return ResponseView.parse(await reply.json())
  }

  /** The join that this phone made, as it keeps it. */
  keptResponse(): Promise<{ joinId: string; secret: string; code: string }> {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('meervoud')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const reading = opening.result.transaction('responses').objectStore('responses').getAll()
            reading.onsuccess = () => {
              opening.result.close()
              resolve(reading.result.at(-1))
            }
          }
        }),
    )
  }

  /** Keeps everybody else from writing in one of the stores on this phone, until what it gives is called. */
  async holdStore(name: string): Promise<() => Promise<void>> {
    const hold = await this.page.evaluateHandle(
      (store) =>
        new Promise<{ isOver: boolean }>((resolve, reject) => {
          const held = { isOver: false }
          const opening = indexedDB.open('meervoud')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const database = opening.result
            const records = database.transaction(store, 'readwrite').objectStore(store)
            const stay = () => {
              if (held.isOver) database.close()
              else records.count().onsuccess = stay
            }
            stay()
            resolve(held)
          }
        }),
      name,
    )
    return () =>
      hold.evaluate((held) => {
        held.isOver = true
      })
  }

  /** Faults against accessibility and the content-security policy on the screen as it is now. */
  async faults(): Promise<string[]> {
    return [
      ...(await accessibilityFaults(this.page)),
      ...(await policyViolations(this.page)),
      ...(await this.#overflow()),
    ]
  }

  async #overflow(): Promise<string[]> {
    const wider = await overflow(this.page)
    return wider > 0 ? [`the page is ${wider} pixels wider than the screen`] : []
  }

  async #authorization(): Promise<Record<string, string>> {
    const cookies = await this.context.cookies(this.#origin)
    return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  }
}
