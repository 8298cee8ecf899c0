import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import type { Answer } from '../../server/contract/responses.ts'
import { ApiError, call } from '../api.ts'
import { signInFirst } from '../app/access.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { randomId } from '../participant/random-id.ts'
import { type SheetPlace, sheetPath } from './addresses.ts'
import { answerDrafts, seqOfNow } from './answer-drafts.ts'
import { type SharedSheet, sharedSheet } from './shared-sheet.ts'

/** How often a page says that somebody looks at it, in milliseconds; the server forgets it within a minute. */
const TELL_PRESENCE = 20_000

/** Where a page about a sheet stands; `itemId` null: not at one question. */
export interface DeskPlace extends SheetPlace {
  readonly itemId: string | null
}

/**
 * A sheet for one page about it: renders the page again when the sheet changes, tells the others where the reader is, and
 * does what the reader asks.
 */
export class SheetDesk implements ReactiveController {
  /** Why the last thing that somebody asked was not done. */
  problem: ApiError | undefined
  readonly #host: ReactiveControllerHost
  readonly #place: () => DeskPlace
  readonly #reading: Reading<CompanySheet>
  #shared: SharedSheet | undefined
  readonly #onChange = () => this.#host.requestUpdate()

  constructor(host: ReactiveControllerHost, place: () => DeskPlace) {
    this.#host = host
    this.#place = place
    // Before the reading, which begins as soon as its host is on the page.
    host.addController(this)
    this.#reading = new Reading<CompanySheet>(host, async () => {
      const sheet = await sharedSheet(this.place).readFirst()
      void this.#tellPresence()
      return sheet
    })
    new Repeating(host, TELL_PRESENCE, () => {
      void this.#tellPresence()
      this.#shared?.refresh()
    })
  }

  get place(): DeskPlace {
    return this.#place()
  }

  /** What is known now, with what the reader did on top; undefined before the first reading. */
  get sheet(): CompanySheet | undefined {
    return this.#shared?.sheet
  }

  /** Whether what is known may be old. */
  get isStale(): boolean {
    return this.#shared?.isStale ?? false
  }

  hostConnected(): void {
    this.#shared = sharedSheet(this.place)
    this.#shared.attach()
    this.#shared.addEventListener('change', this.#onChange)
  }

  hostDisconnected(): void {
    this.#shared?.removeEventListener('change', this.#onChange)
    this.#shared?.detach()
    this.#shared = undefined
  }

  /** What to show now: that it waits, what went wrong, or what `here` makes of the sheet. */
  render(here: (sheet: CompanySheet) => TemplateResult): TemplateResult {
    const { sheet } = this
    return sheet ? here(sheet) : this.#reading.render(here)
  }

  /** Reads the sheet again soon. */
  refresh(): void {
    this.#shared?.refresh()
  }

  /** Gives an answer, or takes it back with null. It is shown at once. */
  give(itemId: string, horizon: string, answer: Answer | null): void {
    const over = this.sheet?.answers[itemId]?.[horizon]?.opId ?? null
    void answerDrafts().give(this.place, { itemId, horizon, answer, over })
    this.#host.requestUpdate()
  }

  /** Ends a conflict: the answer that stands, or the other one. */
  settle(conflictId: string, keep: 'stored' | 'other'): Promise<boolean> {
    const choice = { keep, seq: seqOfNow(), opId: randomId() }
    return this.act((path) => call<unknown>('POST', `${path}/conflicts/${encodeURIComponent(conflictId)}`, choice))
  }

  /** Does what somebody asked, and answers whether the server did it; when it did not, `problem` says why. */
  async act(work: (path: string) => Promise<unknown>): Promise<boolean> {
    this.problem = undefined
    try {
      await work(sheetPath(this.place))
      this.refresh()
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') signInFirst()
      else this.problem = error
      this.refresh()
      return false
    } finally {
      this.#host.requestUpdate()
    }
  }

  async #tellPresence(): Promise<void> {
    const { itemId } = this.place
    if (!this.sheet?.mayWrite) return
    // Being seen is a courtesy: when it fails, the next time may do.
    await call<void>('PUT', `${sheetPath(this.place)}/here`, { itemId }).catch(() => undefined)
  }
}
