import { HINTS, type Hint } from '../contract/hints.ts'
import { EventReader, type StreamEvent } from './events.ts'
import type { PhoneLine } from './line.ts'
import type { Tally } from './tally.ts'
import { wait } from './wait.ts'

/** What Chromium waits before it comes back on a lost stream, when the server says nothing about it. */
const USUAL_RETRY_MS = 3_000
/** After a refusal a browser gives up by itself; the pages try again after this, and longer each time. */
const REFUSED_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

interface HintStreamInput {
  readonly line: PhoneLine
  readonly roundId: string
  /** The secret as it is now: joining again makes another. */
  readonly secret: () => string
  readonly tally: Tally
  /** Ends the stream for good. */
  readonly signal: AbortSignal
  /** After every connection with `changed`, because something may have been missed, and for every hint. */
  readonly onHint: (hint: Hint) => void
}

/** One phone's event stream: it comes back as a browser does, and can be cut off for a while. */
export class HintStream {
  readonly #input: HintStreamInput
  #cut = new AbortController()
  #wayFree: Promise<void> = Promise.resolve()

  constructor(input: HintStreamInput) {
    this.#input = input
    input.signal.addEventListener('abort', () => this.#cut.abort())
  }

  /** Follows the round until the signal says stop. */
  async follow(): Promise<void> {
    const { signal, tally } = this.#input
    let refusals = 0
    let retryMs = USUAL_RETRY_MS
    while (!signal.aborted) {
      await this.#wayFree
      const reader = new EventReader((event) => this.#take(event))
      const fault = await this.#connect(reader)
      if (signal.aborted) return
      retryMs = reader.retryMs ?? retryMs
      if (fault !== undefined) tally.noteError(`stream: ${fault}`)
      refusals = fault === undefined || fault.startsWith('network') ? 0 : refusals + 1
      const spread = 0.5 + Math.random()
      await wait(refusals === 0 ? retryMs : Math.min(LONGEST_RETRY_MS, REFUSED_RETRY_MS * spread * refusals), signal)
    }
  }

  /** The network is gone until the promise resolves. */
  cutUntil(back: Promise<void>): void {
    this.#wayFree = back
    this.#cut.abort()
    this.#cut = new AbortController()
    if (this.#input.signal.aborted) this.#cut.abort()
  }

  async #connect(reader: EventReader): Promise<string | undefined> {
    const { line, roundId, secret, signal, tally, onHint } = this.#input
    const cut = this.#cut.signal
    let isOpen = false
    const onOpen = () => {
      isOpen = true
      tally.noteStream('opened')
      onHint('changed')
    }
    const onPiece = (piece: string) => reader.push(piece)
    const fault = await line.stream(`/api/live/rounds/${roundId}`, secret(), { onOpen, onPiece }, cut)
    if (isOpen) tally.noteStream(signal.aborted || cut.aborted ? 'closed' : 'lost')
    return cut.aborted ? undefined : fault
  }

  #take({ name, data }: StreamEvent): void {
    const { onHint, tally } = this.#input
    const hint = HINTS.find((one) => one === name)
    const at = hint === undefined ? undefined : timeIn(data)
    if (hint === undefined || at === undefined) {
      tally.noteError(`stream: unknown event ${name}`)
      return
    }
    tally.noteHint(hint, Date.now() - at)
    onHint(hint)
  }
}

function timeIn(data: string): number | undefined {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number'
      ? value.at
      : undefined
  } catch {
    return undefined
  }
}
