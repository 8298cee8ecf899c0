import type { Hint } from '../../server/contract/hints.ts'
import type { RevealedView, WallView } from '../../server/contract/workshops.ts'
import { ApiError, call } from '../api.ts'
import { LiveHints } from '../live.ts'

/** What the wall has to show. */
export type WallStatus = 'opening' | 'showing' | 'dead'

const FIRST_RETRY = 1_000
const LONGEST_RETRY = 10_000
/** Refusals that no waiting mends: the link was withdrawn, or its session is gone. */
const FINAL = [401, 403, 404]

/**
 * The room that a wall looks into, opened with the token of its link. It follows the hints and fetches the state after
 * each; whatever fails is tried again, and until then everything stays as it was. A scene with figures is handed over
 * together with its figures, never before them.
 */
export class WallRoom {
  status: WallStatus = 'opening'
  isConnected = true
  wall: WallView | undefined
  revealed: RevealedView | undefined
  readonly #onChange: () => void
  #roundId = ''
  #hints: LiveHints | undefined
  #isStale = false
  #isFetching = false
  #isAgain = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = FIRST_RETRY

  /** @param onChange called after every change of what stands here. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Opens the room of a link. An empty token is no link at all. */
  async open(token: string): Promise<void> {
    this.close()
    this.#set({ status: 'opening', wall: undefined, revealed: undefined })
    if (token === '') return this.#set({ status: 'dead' })
    try {
      const { roundId } = await call<{ readonly roundId: string }>('POST', '/api/displays', { token })
      this.#follow(roundId)
    } catch (error) {
      this.#onFailure(error, () => void this.open(token))
    }
  }

  /** Lets go of the line. */
  close(): void {
    clearTimeout(this.#timer)
    this.#hints?.stop()
    this.#hints = undefined
  }

  #follow(roundId: string): void {
    this.#roundId = roundId
    this.#hints = new LiveHints(
      roundId,
      (hint) => this.#onHint(hint),
      (isConnected) => this.#set({ isConnected }),
    )
    this.#hints.start()
  }

  #onHint(hint: Hint): void {
    // Counts change often and figures seldom: only these two hints can mean new figures or a new argument.
    if (hint === 'released' || hint === 'changed') this.#isStale = true
    void this.#refresh()
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#isFetching) {
      this.#isAgain = true
      return
    }
    this.#isFetching = true
    try {
      const wall = await call<WallView>('GET', `/api/live/rounds/${this.#roundId}/wall`)
      const revealed = await this.#figuresFor(wall)
      this.#wait = FIRST_RETRY
      this.#set({ status: 'showing', wall, revealed })
    } catch (error) {
      this.#onFailure(error, () => void this.#refresh())
    } finally {
      this.#isFetching = false
    }
    if (this.#isAgain) {
      this.#isAgain = false
      await this.#refresh()
    }
  }

  async #figuresFor(wall: WallView): Promise<RevealedView | undefined> {
    if (!wall.isRevealed) return undefined
    const lacksVote = wall.vote?.isRevealed && !this.revealed?.votes.some(({ id }) => id === wall.vote?.id)
    if (this.revealed !== undefined && !this.#isStale && !lacksVote) return this.revealed
    this.#isStale = false
    try {
      return await call<RevealedView>('GET', `/api/live/rounds/${this.#roundId}/revealed`)
    } catch (error) {
      this.#isStale = true
      throw error
    }
  }

  #onFailure(error: unknown, again: () => void): void {
    if (!(error instanceof ApiError)) throw error
    if (FINAL.includes(error.problem.status)) {
      this.close()
      this.#set({ status: 'dead', wall: undefined, revealed: undefined })
      return
    }
    this.#timer = setTimeout(again, this.#wait)
    this.#wait = Math.min(LONGEST_RETRY, this.#wait * 2)
    if (error.problem.status === 0 && this.wall === undefined) this.#set({ isConnected: false })
  }

  #set(changes: Partial<Pick<WallRoom, 'status' | 'isConnected' | 'wall' | 'revealed'>>): void {
    Object.assign(this, changes)
    this.#onChange()
  }
}
