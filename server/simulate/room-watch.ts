import type { Hint } from '../contract/hints.ts'
import { WallView } from '../contract/workshops.ts'
import type { PhoneCalls } from './calls.ts'
import { onStop, wait } from './wait.ts'

/** Hints after which a phone looks what is going on; the others only move a count on the wall. */
const TELLING: readonly Hint[] = ['paused', 'closed', 'changed', 'released']
/** A hint can get lost, so a phone looks by itself too, now and then. */
const LOOK_EVERY_MS = 30_000
const Wall = WallView.pick({ round: true, room: true, vote: true })

/** How the room stands: `gone` when the server knows this phone's round no more. */
export type RoomStanding = 'going' | 'closed' | 'gone'

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
}

/** What one phone knows of its room: it fetches the state after a hint, once for all that come in meanwhile. */
export class RoomWatch {
  readonly #input: RoomWatchInput
  readonly #votes = new Set<string>()
  #isLooking = false
  #mustLookAgain = false
  #going: Promise<void> = Promise.resolve()
  #goOn: (() => void) | undefined
  #standing: RoomStanding = 'going'

  constructor(input: RoomWatchInput) {
    this.#input = input
    onStop(input.signal, () => this.#pause(false))
  }

  get standing(): RoomStanding {
    return this.#standing
  }

  /** Resolves at once, but while there is a pause at its end. */
  get going(): Promise<void> {
    return this.#going
  }

  /** Looks now and then until the signal says stop, or the room is gone. */
  async keepLooking(): Promise<void> {
    const { signal } = this.#input
    while (!signal.aborted && this.#standing !== 'gone') {
      await wait(LOOK_EVERY_MS * (0.5 + Math.random()), signal)
      await this.hear('changed')
    }
  }

  /** Something may have changed. */
  async hear(hint: Hint): Promise<void> {
    if (!TELLING.includes(hint)) return
    this.#mustLookAgain = true
    if (this.#isLooking) return
    this.#isLooking = true
    while (this.#mustLookAgain && !this.#input.signal.aborted) {
      this.#mustLookAgain = false
      await this.#look()
    }
    this.#isLooking = false
  }

  async #look(): Promise<void> {
    const { calls, onVote, roundId, secret, signal } = this.#input
    const asked = secret()
    const path = `/api/live/rounds/${roundId}/wall`
    const wall = await calls.ask('wall', { method: 'GET', path, secret: asked }, Wall)
    // Joining again made another secret meanwhile: the refusal was about the old one.
    if (signal.aborted || (wall === undefined && asked !== secret())) return
    if (wall === undefined) return this.#stand('gone')
    const isOver = wall.round.state === 'closed' || wall.round.state === 'archived'
    this.#stand(isOver ? 'closed' : 'going')
    this.#pause(wall.room?.isPaused === true && !isOver)
    const { vote } = wall
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
