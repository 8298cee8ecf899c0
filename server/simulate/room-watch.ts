import type { Locale } from '../contract/common.ts'
import type { Hint } from '../contract/hints.ts'
import { RevealedView, type Scene, WallView } from '../contract/workshops.ts'
import type { PhoneCalls } from './calls.ts'
import { onStop } from './wait.ts'

/** A hint comes to all phones at once; each looks at its own moment within so many milliseconds, as the pages do. */
const SPREAD_MS = 400
/** Who is ready sees how many others are; shortest time between two looks for that. */
const COUNTS_EVERY_MS = 3_000
/** A hint can get lost, so a phone looks by itself too, now and then. */
const LOOK_AGAIN_MS = 30_000
/** Scenes in which phones have something to do. */
const REFLECTION: readonly Scene['kind'][] = ['cards', 'consent']
const Wall = WallView.pick({ round: true, room: true, vote: true, isRevealed: true })
const Revealed = RevealedView.pick({ itemIds: true })

/** How the room stands: `gone` when the server knows this phone's round no more. */
export type RoomStanding = 'going' | 'paused' | 'closed' | 'gone'

/** A second vote that a phone can come into. */
export interface OpenVote {
  readonly code: string
  readonly number: number
}

interface RoomWatchInput {
  readonly calls: PhoneCalls
  readonly roundId: string
  readonly secret: () => string
  readonly signal: AbortSignal
  /** Once for each second vote. */
  readonly onVote: (vote: OpenVote) => void
  readonly onStanding: (standing: RoomStanding) => void
  /** Each time that the wall shows a scene of a reflection, in the language of the room. */
  readonly onReflection: (locale: Locale) => void
}

/** What one phone knows of its room: it fetches the state after a hint, once for all that come in meanwhile. */
export class RoomWatch {
  readonly #input: RoomWatchInput
  readonly #votes = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #dueAt = Number.POSITIVE_INFINITY
  #lookedAt = Number.NEGATIVE_INFINITY
  #going: Promise<void> = Promise.resolve()
  #goOn: (() => void) | undefined
  #standing: RoomStanding = 'going'
  #hasRevealed = false
  /** Whether this phone shows how many are ready. */
  isCounting = false

  constructor(input: RoomWatchInput) {
    this.#input = input
    onStop(input.signal, () => {
      clearTimeout(this.#timer)
      this.#pause(false)
    })
  }

  /** Whether answers still count. */
  get isCollecting(): boolean {
    return this.#standing === 'going' || this.#standing === 'paused'
  }

  /** Resolves at once, but while there is a pause at its end. */
  get going(): Promise<void> {
    return this.#going
  }

  /** Something may have changed. */
  hear(hint: Hint): void {
    // What others write: a phone has nothing to do with it.
    if (hint === 'reflection') return
    const isAboutCounts = hint === 'joined' || hint === 'progress'
    if (isAboutCounts && !(this.isCounting && this.isCollecting)) return
    const wait = isAboutCounts ? Math.max(0, this.#lookedAt + COUNTS_EVERY_MS - performance.now()) : 0
    this.#plan(wait + Math.random() * SPREAD_MS)
  }

  #plan(wait: number): void {
    const dueAt = performance.now() + wait
    if (dueAt >= this.#dueAt || this.#input.signal.aborted || this.#standing === 'gone') return
    clearTimeout(this.#timer)
    this.#dueAt = dueAt
    this.#timer = setTimeout(async () => {
      this.#dueAt = Number.POSITIVE_INFINITY
      this.#lookedAt = performance.now()
      await this.#look()
      this.#plan(LOOK_AGAIN_MS * (0.5 + Math.random()))
    }, wait)
  }

  async #look(): Promise<void> {
    const { calls, onReflection, onVote, roundId, secret, signal } = this.#input
    const asked = secret()
    const path = `/api/live/rounds/${roundId}/wall`
    const wall = await calls.ask('wall', { method: 'GET', path, secret: asked }, Wall)
    // Joining again made another secret meanwhile: the refusal was about the old one.
    if (signal.aborted || (wall === undefined && asked !== secret())) return
    if (wall === undefined) return this.#stand('gone')
    const isOver = wall.round.state === 'closed' || wall.round.state === 'archived'
    const isPaused = wall.room?.isPaused === true && !isOver
    this.#pause(isPaused)
    this.#stand(isOver ? 'closed' : isPaused ? 'paused' : 'going')
    if (wall.isRevealed && !this.#hasRevealed) {
      this.#hasRevealed = true
      await calls.ask(
        'revealed',
        { method: 'GET', path: `/api/live/rounds/${roundId}/revealed`, secret: asked },
        Revealed,
      )
    }
    const { vote, room } = wall
    if (wall.isRevealed && room !== null && REFLECTION.includes(room.scene.kind)) onReflection(wall.round.locale)
    if (vote?.state !== 'open' || vote.code === null || this.#votes.has(vote.id)) return
    this.#votes.add(vote.id)
    onVote({ code: vote.code, number: vote.number })
  }

  #stand(standing: RoomStanding): void {
    if (standing === this.#standing) return
    this.#standing = standing
    if (standing === 'gone') this.#pause(false)
    this.#input.onStanding(standing)
  }

  #pause(isPaused: boolean): void {
    if (isPaused === (this.#goOn !== undefined)) return
    this.#goOn?.()
    this.#goOn = undefined
    if (!isPaused) return
    this.#going = new Promise((resolve) => {
      this.#goOn = resolve
    })
  }
}
