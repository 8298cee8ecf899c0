import { randomUUID } from 'node:crypto'
import { Joined } from '../../server/contract/rounds.ts'
import { HintStream } from '../../server/simulate/hint-stream.ts'
import { PhoneLine } from '../../server/simulate/line.ts'
import { Tally } from '../../server/simulate/tally.ts'
import { wait } from '../../server/simulate/wait.ts'
import { until } from './running.ts'

const WRITE_EVERY_MS = 300
const PATIENCE_SECONDS = 60

/** One phone at one process, past HAProxy: what it hears of the other phone can only come from the other process. */
class LonelyPhone {
  readonly heard: number[] = []
  readonly #line: PhoneLine
  readonly #secret: string
  #seq = 0

  private constructor(origin: string, secret: string, roundId: string, signal: AbortSignal) {
    this.#line = new PhoneLine(origin)
    this.#secret = secret
    const tally = new Tally(1)
    const onHint = (hint: string) => {
      if (hint === 'progress') this.heard.push(performance.now())
    }
    void new HintStream({ line: this.#line, roundId, secret: () => secret, tally, signal, onHint }).follow()
    signal.addEventListener('abort', () => this.#line.close())
  }

  static async join(origin: string, round: { id: string; code: string }, signal: AbortSignal): Promise<LonelyPhone> {
    const line = new PhoneLine(origin)
    const body = { code: round.code, joinId: randomUUID() }
    const reply = await line.call({ method: 'POST', path: '/api/join', body })
    line.close()
    return new LonelyPhone(origin, Joined.parse(reply.body).secret, round.id, signal)
  }

  async write(): Promise<void> {
    this.#seq += 1
    const body = [{ opId: randomUUID(), itemId: 'i01', horizon: 'now', seq: this.#seq, rating: (this.#seq % 5) + 1 }]
    await this.#line.call({ method: 'PUT', path: '/api/response/answers', body, secret: this.#secret })
  }
}

/** A round with one phone at each process: looks whether what happens at one is heard at the other. */
export class AcrossProcesses {
  readonly #phones: readonly [LonelyPhone, LonelyPhone]

  private constructor(phones: readonly [LonelyPhone, LonelyPhone]) {
    this.#phones = phones
  }

  /** @param origins addresses of the two processes themselves. */
  static async open(
    origins: readonly [string, string],
    round: { id: string; code: string },
    signal: AbortSignal,
  ): Promise<AcrossProcesses> {
    const [one, other] = origins
    return new AcrossProcesses([
      await LonelyPhone.join(one, round, signal),
      await LonelyPhone.join(other, round, signal),
    ])
  }

  /**
   * Lets each phone in turn write until the other one hears it; answers how many seconds that took for both.
   *
   * @throws {Error} one never heard the other.
   */
  async heardBothWays(): Promise<number> {
    const start = performance.now()
    const [one, other] = this.#phones
    await untilHeard(one, other)
    await untilHeard(other, one)
    return (performance.now() - start) / 1_000
  }
}

async function untilHeard(writer: LonelyPhone, listener: LonelyPhone): Promise<void> {
  // What the other one wrote itself is told within so long.
  await wait(2 * WRITE_EVERY_MS, new AbortController().signal)
  const from = performance.now()
  const stopping = new AbortController()
  const writing = (async () => {
    while (!stopping.signal.aborted) {
      await writer.write()
      await wait(WRITE_EVERY_MS, stopping.signal)
    }
  })()
  await until('a hint of the other process', PATIENCE_SECONDS, () => listener.heard.some((at) => at > from))
  stopping.abort()
  await writing
}
