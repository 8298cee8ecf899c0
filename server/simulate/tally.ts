import type { Hint } from '../contract/hints.ts'
import type { Acknowledgement, Answer } from '../contract/responses.ts'
import type { Reply } from './line.ts'

/** What phones ask of a server. */
export const CALLS = [
  'preview',
  'join',
  'response',
  'answers',
  'finish',
  'wall',
  'revealed',
  'reflection',
  'card',
  'dots',
  'stance',
] as const
/** One of the calls of a phone. */
export type CallName = (typeof CALLS)[number]

/** How long something took, in milliseconds; null when it never happened. */
export interface Times {
  readonly count: number
  readonly median: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly slowest: number | null
}

/** What one phone handed in for one round: what the server acknowledged as applied, by item and horizon. */
export interface HandedIn {
  readonly phone: number
  readonly respondentId: string
  /** 0 for the round itself, else the number of the second vote. */
  readonly vote: number
  /** Keys are `<itemId> <horizon>`. */
  readonly acknowledged: Map<string, Answer>
  isFinished: boolean
}

/** What a simulation came to. */
export interface SimulationFigures {
  readonly phones: number
  readonly joined: number
  readonly finished: number
  /** Answers that the server acknowledged, by what became of them. */
  readonly acknowledged: Readonly<Record<Acknowledgement['status'], number>>
  /** Phones that took part in a second vote, once for each vote. */
  readonly voted: number
  readonly calls: Readonly<Record<CallName, Times>>
  readonly hints: Readonly<Partial<Record<Hint, number>>>
  /** Time between the commit that a hint tells of and its arrival. Clocks of two machines differ: then it says little. */
  readonly ages: Times
  readonly streams: { readonly opened: number; readonly lost: number; readonly open: number }
  /** Calls refused because there were too many. */
  readonly tooMany: number
  /** How often something went wrong, by what: `join: wrong-code`, `answers: network ECONNRESET`. */
  readonly errors: Readonly<Record<string, number>>
}

/** Counts what happens to the phones of one simulation. */
export class Tally {
  readonly #phones: number
  readonly #times: Record<CallName, number[]> = {
    preview: [],
    join: [],
    response: [],
    answers: [],
    finish: [],
    wall: [],
    revealed: [],
    reflection: [],
    card: [],
    dots: [],
    stance: [],
  }
  readonly #ages: number[] = []
  readonly #hints: Partial<Record<Hint, number>> = {}
  readonly #errors: Record<string, number> = {}
  readonly #streams = { opened: 0, lost: 0, open: 0 }
  readonly #acknowledged = { applied: 0, duplicate: 0, stale: 0, late: 0, conflict: 0, rejected: 0 }
  #tooMany = 0
  /** Everything that phones handed in, in the order of joining. */
  readonly handedIn: HandedIn[] = []

  constructor(phones: number) {
    this.#phones = phones
  }

  /** Notes a call; one that failed counts as an error, and its time does not count. */
  noteCall(name: CallName, { status, fault, ms }: Reply): void {
    if (status === 429) this.#tooMany += 1
    if (fault === undefined) this.#times[name].push(ms)
    else this.noteError(`${name}: ${fault}`)
  }

  noteError(what: string): void {
    this.#errors[what] = (this.#errors[what] ?? 0) + 1
  }

  /** @param age milliseconds between the commit and now. */
  noteHint(hint: Hint, age: number): void {
    this.#hints[hint] = (this.#hints[hint] ?? 0) + 1
    this.#ages.push(age)
  }

  noteStream(what: 'opened' | 'lost' | 'closed'): void {
    if (what !== 'closed') this.#streams[what] += 1
    this.#streams.open += what === 'opened' ? 1 : -1
  }

  noteAcknowledgement(status: Acknowledgement['status']): void {
    this.#acknowledged[status] += 1
  }

  /** How it stands now. */
  figures(): SimulationFigures {
    const first = this.handedIn.filter(({ vote }) => vote === 0)
    return {
      phones: this.#phones,
      joined: first.length,
      finished: first.filter(({ isFinished }) => isFinished).length,
      acknowledged: { ...this.#acknowledged },
      voted: this.handedIn.length - first.length,
      calls: {
        preview: timesOf(this.#times.preview),
        join: timesOf(this.#times.join),
        response: timesOf(this.#times.response),
        answers: timesOf(this.#times.answers),
        finish: timesOf(this.#times.finish),
        wall: timesOf(this.#times.wall),
        revealed: timesOf(this.#times.revealed),
        reflection: timesOf(this.#times.reflection),
        card: timesOf(this.#times.card),
        dots: timesOf(this.#times.dots),
        stance: timesOf(this.#times.stance),
      },
      hints: { ...this.#hints },
      ages: timesOf(this.#ages),
      streams: { ...this.#streams },
      tooMany: this.#tooMany,
      errors: { ...this.#errors },
    }
  }
}

/** Median, 95th and 99th percentile and the largest of some times. */
export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
  return { count: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1) }
}
