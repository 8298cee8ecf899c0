import { HINTS } from '../../server/contract/hints.ts'
import { HintData, WallView } from '../../server/contract/workshops.ts'
import { EventReader } from '../../server/simulate/events.ts'
import { type Times, timesOf } from '../../server/simulate/tally.ts'
import type { LiveRoom } from './live-room.ts'

/** What a wall saw. */
export interface WallFigures {
  /** From the commit to the arrival of the hint. */
  readonly ages: Times
  /** Reading the state after a hint. */
  readonly reads: Times
}

/** A projector: it follows the round with the token of its link, and reads the state after each hint. */
export class BenchWall {
  readonly #ages: number[] = []
  readonly #reads: number[] = []
  readonly #stopping = new AbortController()
  readonly #path: string
  readonly #headers: Record<string, string>
  readonly #following: Promise<void>
  #isReading = false
  #mustReadAgain = false

  private constructor(origin: string, roundId: string, token: string) {
    this.#path = `${origin}/api/live/rounds/${roundId}`
    this.#headers = { authorization: `Display ${token}`, accept: 'text/event-stream' }
    this.#following = this.#follow()
  }

  /** @param origin where the wall looks, when it is another process than the room's own. */
  static async open(room: LiveRoom, origin = room.server.origin): Promise<BenchWall> {
    return new BenchWall(origin, room.roundId, await room.displayToken())
  }

  /** Ends the wall; throws what went wrong meanwhile. */
  async stop(): Promise<WallFigures> {
    this.#stopping.abort()
    await this.#following
    return { ages: timesOf(this.#ages), reads: timesOf(this.#reads) }
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping
    const reply = await fetch(this.#path, { headers: this.#headers, signal })
    if (!reply.ok || reply.body === null) throw new Error(`the wall's stream answered ${reply.status}`)
    const reader = new EventReader(({ name, data }) => {
      if (!HINTS.some((hint) => hint === name)) throw new Error(`the wall heard ${name}`)
      this.#ages.push(Date.now() - HintData.parse(JSON.parse(data)).at)
      void this.#read()
    })
    const decoder = new TextDecoder()
    try {
      for await (const piece of reply.body) reader.push(decoder.decode(piece, { stream: true }))
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  async #read(): Promise<void> {
    this.#mustReadAgain = true
    if (this.#isReading) return
    this.#isReading = true
    while (this.#mustReadAgain && !this.#stopping.signal.aborted) {
      this.#mustReadAgain = false
      const start = performance.now()
      const reply = await fetch(`${this.#path}/wall`, {
        headers: { authorization: this.#headers['authorization'] ?? '' },
      })
      WallView.parse(await reply.json())
      this.#reads.push(performance.now() - start)
    }
    this.#isReading = false
  }
}
