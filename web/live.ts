import { HINTS, type Hint } from '../server/contract/hints.ts'

const FIRST_RETRY = 1_000
const LONGEST_RETRY = 15_000

/**
 * Follows the hints of one round: something changed, so fetch the state. A hint carries no figure, and one that was
 * missed does no harm, because after every connection `changed` is told once.
 *
 * The browser's own EventSource reconnects after a lost line; this adds what it does not: trying again after a refusal,
 * and at once when the page comes back in sight or the network returns, since a phone that slept believes that it is
 * still connected.
 */
export class LiveHints {
  readonly #address: string
  readonly #onHint: (hint: Hint) => void
  readonly #onConnection: (isConnected: boolean) => void
  #source: EventSource | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = FIRST_RETRY
  #isRunning = false

  constructor(roundId: string, onHint: (hint: Hint) => void, onConnection: (isConnected: boolean) => void = () => {}) {
    this.#address = `/api/live/rounds/${roundId}`
    this.#onHint = onHint
    this.#onConnection = onConnection
  }

  /** Connects, and stays connected until `stop`. */
  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    document.addEventListener('visibilitychange', this.#onVisibility)
    addEventListener('online', this.#connect)
    addEventListener('pageshow', this.#onPageShow)
    this.#connect()
  }

  /** Lets go of the line. */
  stop(): void {
    this.#isRunning = false
    document.removeEventListener('visibilitychange', this.#onVisibility)
    removeEventListener('online', this.#connect)
    removeEventListener('pageshow', this.#onPageShow)
    clearTimeout(this.#timer)
    this.#source?.close()
    this.#source = undefined
  }

  readonly #connect = (): void => {
    clearTimeout(this.#timer)
    this.#source?.close()
    const source = new EventSource(this.#address)
    this.#source = source
    source.addEventListener('open', () => {
      this.#wait = FIRST_RETRY
      this.#onConnection(true)
      this.#onHint('changed')
    })
    source.addEventListener('error', () => {
      this.#onConnection(false)
      if (source.readyState === EventSource.CLOSED) this.#tryLater()
    })
    for (const hint of HINTS) source.addEventListener(hint, () => this.#onHint(hint))
  }

  #tryLater(): void {
    clearTimeout(this.#timer)
    // Spread, so that a room full of phones does not come back in one instant.
    this.#timer = setTimeout(this.#connect, this.#wait * (0.5 + Math.random()))
    this.#wait = Math.min(LONGEST_RETRY, this.#wait * 2)
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#connect()
  }

  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#connect()
  }
}
