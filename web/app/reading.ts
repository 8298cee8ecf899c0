import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import { ApiError } from '../api.ts'
import { failure, type Waited, waiting } from '../components/states.ts'
import { signInFirst } from './access.ts'

const NOTICEABLE = 400
const LONG = 8000

/**
 * Something that a page fetches: it starts when the element is on the page, and says at every moment what to show.
 * A refresh that fails keeps what was there and sets `isStale`. Who is not signed in is sent to do that first.
 *
 * @example readonly #round = new Reading(this, (signal) => call<Round>('GET', path, undefined, { signal }))
 */
export class Reading<Value> implements ReactiveController {
  value: Value | undefined
  isStale = false
  readonly #host: ReactiveControllerHost
  readonly #fetch: (signal: AbortSignal) => Promise<Value>
  #error: ApiError | undefined
  #waited: Waited = 'briefly'
  #running: AbortController | undefined

  constructor(host: ReactiveControllerHost, fetch: (signal: AbortSignal) => Promise<Value>) {
    this.#host = host
    this.#fetch = fetch
    host.addController(this)
  }

  hostConnected(): void {
    void this.read()
  }

  hostDisconnected(): void {
    this.#running?.abort()
  }

  /** Fetches from the start: shows that it waits, and an error when there is one. */
  async read(): Promise<void> {
    this.value = undefined
    this.#error = undefined
    this.#waited = 'briefly'
    this.#host.requestUpdate()
    const timers = [this.#after(NOTICEABLE, 'noticeably'), this.#after(LONG, 'long')]
    await this.refresh()
    for (const timer of timers) clearTimeout(timer)
  }

  /** Fetches again while the old value stays on the page. */
  async refresh(): Promise<void> {
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    try {
      const value = await this.#fetch(running.signal)
      if (running.signal.aborted) return
      this.value = value
      this.#error = undefined
      this.isStale = false
    } catch (error) {
      if (running.signal.aborted) return
      this.#refused(error)
    }
    this.#host.requestUpdate()
  }

  /** What to show now: that it waits, what went wrong, or what `here` makes of the value. */
  render(here: (value: Value) => TemplateResult, where: 'page' | 'part' = 'page'): TemplateResult {
    if (this.value !== undefined) return here(this.value)
    const retry = () => void this.read()
    return this.#error ? failure(this.#error, retry, where) : waiting(this.#waited, retry)
  }

  #refused(error: unknown): void {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'sign-in-needed') signInFirst()
    else if (this.value === undefined) this.#error = error
    else this.isStale = true
  }

  #after(milliseconds: number, waited: Waited): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.#waited = waited
      this.#host.requestUpdate()
    }, milliseconds)
  }
}
