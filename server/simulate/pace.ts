import type { Random } from '../demo/random.ts'

/** When phones do what. */
export interface Pace {
  /** Phones come in spread over so many seconds; 0: all at once. */
  readonly joinSeconds: number
  /** Each phone spreads its answers over so many seconds. */
  readonly answerSeconds: number
  /** The same for a second vote, which has fewer items. */
  readonly voteSeconds: number
  /** Answers in one call. */
  readonly batch: number
  /** Share of the phones that stop before the end and never say that they are ready. */
  readonly stopShare: number
  /** Share of the phones that lose the network once while they answer. */
  readonly lossShare: number
}

/** Answers that go out in one call. */
export interface Batch<Operation> {
  /** Milliseconds after the phone began. */
  readonly at: number
  readonly operations: readonly Operation[]
  /** The network goes just before it. */
  readonly isCutOff: boolean
}

/** How one phone hands in these answers. */
export interface Plan<Operation> {
  readonly batches: readonly Batch<Operation>[]
  /** It has more to answer and never will. */
  readonly stopsEarly: boolean
}

/** Spreads answers over a time as one person does: evenly, but never to the second. */
export function planOf<Operation>(
  operations: readonly Operation[],
  seconds: number,
  pace: Pick<Pace, 'batch' | 'stopShare' | 'lossShare'>,
  random: Random,
): Plan<Operation> {
  const stopsEarly = random.happens(pace.stopShare)
  const share = stopsEarly ? 0.3 + 0.6 * random.next() : 1
  const given = operations.slice(0, Math.ceil(operations.length * share))
  const count = Math.ceil(given.length / pace.batch)
  const step = (seconds * 1_000) / Math.max(1, Math.ceil(operations.length / pace.batch))
  const cutOff = random.happens(pace.lossShare) ? Math.floor(count * (0.2 + 0.6 * random.next())) : -1
  const batches = Array.from({ length: count }, (_, index) => ({
    at: (index + random.next()) * step,
    operations: given.slice(index * pace.batch, (index + 1) * pace.batch),
    isCutOff: index === cutOff,
  }))
  return { batches, stopsEarly }
}
