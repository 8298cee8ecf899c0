import type { Acknowledgement, Answer, Operation } from '../../server/contract/responses.ts'
import { ApiError, call } from '../api.ts'
import type { Draft, DraftDoor } from '../drafts/draft.ts'
import { Drafts } from '../drafts/drafts.ts'
import { onlyFor, writerId } from '../drafts/own-drafts.ts'
import { type SheetPlace, sheetPath } from './addresses.ts'

/** One answer on its way to the sheet that a team shares. */
export interface GivenAnswer {
  readonly itemId: string
  readonly horizon: string
  /** null: taken back. */
  readonly answer: Answer | null
  /** The operation that stood there when somebody chose; null when nothing was to be seen. */
  readonly over: string | null
  readonly seq: number
}

/** What the server took, as far as no reading has shown it yet. */
export interface TakenAnswer extends GivenAnswer {
  readonly opId: string
  readonly at: string
}

/** Answers of a team have many authors: seconds on the clock keep `seq` rising from one device to another. */
const FIRST_SECOND = Date.UTC(2024, 0, 1)

/** How far `seq` is raised, when the clock of this device is behind the one of who answered before. */
const LEAPS = [0, 64, 1024, 16_384, 262_144, 4_194_304, 67_108_864]

const kept = new Map<string, AnswerDrafts>()

/** The answers that the reader gives: one for each person who signs in on this page. */
export function answerDrafts(): AnswerDrafts {
  const userId = writerId()
  const known = kept.get(userId) ?? new AnswerDrafts(userId)
  kept.set(userId, known)
  return known
}

/**
 * Answers of one person to sheets of teams. Each is kept on this device first and stays until the server acknowledged
 * it. Which answer it replaces goes along, so that an answer which its author never saw is not written over: then the
 * server keeps both (`conflicts` in the sheet).
 */
export class AnswerDrafts extends Drafts<GivenAnswer> {
  readonly #taken: Map<string, TakenAnswer>
  readonly #late: Set<string>
  readonly #lastSeq = new Map<string, number>()

  constructor(userId: string) {
    const door = new AnswerDoor()
    super(`meervoud-sheet-answers-${userId}`, onlyFor(userId, door))
    this.#taken = door.taken
    this.#late = door.late
  }

  /** Gives an answer, or takes it back with null; resolves when this device has kept it. */
  async give(place: SheetPlace, given: Omit<GivenAnswer, 'seq'>): Promise<void> {
    const key = keyOf(place, given.itemId, given.horizon)
    const seq = Math.max(seqOfNow(), (this.#lastSeq.get(key) ?? 0) + 1)
    this.#lastSeq.set(key, seq)
    const keeping = this.keep(key, `${sheetPath(place)}/answers`, { ...given, seq }, 0)
    this.flush()
    await keeping
  }

  /** Everything of a sheet that the server has not acknowledged. */
  waiting(place: SheetPlace): readonly Draft<GivenAnswer>[] {
    return this.pending.filter(({ key }) => key.startsWith(`${place.round} `))
  }

  /** What the server took of a sheet since the reading that last began. */
  taken(place: SheetPlace): readonly TakenAnswer[] {
    return [...this.#taken].filter(([key]) => key.startsWith(`${place.round} `)).map(([, taken]) => taken)
  }

  /** A reading of the sheet begins. Call what comes back once it has arrived: it shows what was taken before. */
  beginReading(place: SheetPlace): () => void {
    const shown = new Set(this.taken(place))
    return () => {
      for (const [key, taken] of this.#taken) if (shown.has(taken)) this.#taken.delete(key)
    }
  }

  /** How many answers came after the sheet had been handed in. */
  countLate(place: SheetPlace): number {
    return [...this.#late].filter((key) => key.startsWith(`${place.round} `)).length
  }
}

/** Names an answer on this device. */
export function keyOf({ round }: SheetPlace, itemId: string, horizon: string): string {
  return `${round} ${itemId} ${horizon}`
}

/** A `seq` that is higher than those of before, on any device with a clock that goes well. */
export function seqOfNow(): number {
  return Math.max(1, Math.floor((Date.now() - FIRST_SECOND) / 1000))
}

class AnswerDoor implements DraftDoor<GivenAnswer> {
  readonly taken = new Map<string, TakenAnswer>()
  readonly late = new Set<string>()

  /** @throws {ApiError} the server refused the answer, or could not be reached. */
  async save(draft: Draft<GivenAnswer>, options: RequestInit): Promise<number> {
    const { key, body, stamp } = draft
    const status = await send(draft, options)
    if (status === 'late') this.late.add(key)
    if (status === 'applied' || status === 'duplicate')
      this.taken.set(key, { ...body, opId: stamp, at: new Date().toISOString() })
    return 0
  }

  /** The server never says of an answer that it was edited meanwhile: it keeps both. */
  async theirs(): Promise<null> {
    return null
  }
}

/** Sends it with a higher `seq` as long as the server knows a later one. */
async function send(draft: Draft<GivenAnswer>, options: RequestInit): Promise<Acknowledgement['status']> {
  for (const leap of LEAPS) {
    const operations = [operationOf(draft, draft.body.seq + leap)]
    const [reply] = await call<Acknowledgement[]>('PUT', draft.path, operations, options)
    if (reply?.status === 'rejected') throw refusal(reply.code ?? 'invalid-request')
    if (reply && reply.status !== 'stale') return reply.status
  }
  throw refusal('invalid-request')
}

function operationOf({ body, stamp }: Draft<GivenAnswer>, seq: number): Operation {
  const { itemId, horizon, answer, over } = body
  const head = { opId: stamp, itemId, horizon, seq, ...(over !== null && { replaces: over }) }
  return answer === null ? { ...head, clear: true } : { ...head, ...answer }
}

function refusal(code: string): ApiError {
  return new ApiError({ type: `/problems/${code}`, title: code, status: 422 })
}
