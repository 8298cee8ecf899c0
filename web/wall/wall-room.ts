import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView, WallView } from '../../server/contract/workshops.ts'
import { ApiError, call } from '../api.ts'
import { LiveHints } from '../live.ts'
import { isReflectionScene } from './reflection-scene.ts'

/** What the wall has to show. */
export type WallStatus = 'opening' | 'showing' | 'dead'

const FIRST_RETRY = 1_000
const LONGEST_RETRY = 10_000
/** A wall that hears nothing asks by itself: a line can die without either end noticing. */
const LONGEST_SILENCE = 15_000
const LONGEST_REPLY = 10_000
/** Refusals that no waiting mends: the link was withdrawn, or its session is gone. */
const FINAL = [401, 403, 404]
const NOTHING = { wall: undefined, revealed: undefined, reflection: undefined }

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
  reflection: RoomReflection | undefined
  readonly #onChange: () => void
  #roundId = ''
  #token = ''
  #hints: LiveHints | undefined
  /** Which version of the figures stands here. */
  #version: string | null = null
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
    this.#token = token
    this.#version = null
    addEventListener('offline', this.#onOffline)
    this.#set({ status: 'opening', ...NOTHING })
    if (token === '') return this.#set({ status: 'dead' })
    try {
      const { roundId } = await call<{ readonly roundId: string }>('POST', '/api/displays', { token }, patiently())
      if (token === this.#token) this.#follow(roundId)
    } catch (error) {
      if (token === this.#token) this.#onFailure(error, () => void this.open(token))
    }
  }

  /** Lets go of the line. */
  close(): void {
    clearTimeout(this.#timer)
    removeEventListener('offline', this.#onOffline)
    this.#hints?.stop()
    this.#hints = undefined
    this.#token = ''
  }

  readonly #onOffline = (): void => this.#set({ isConnected: false })

  #follow(roundId: string): void {
    this.#roundId = roundId
    this.#hints = new LiveHints(
      roundId,
      () => void this.#refresh(),
      (isConnected) => this.#onConnection(isConnected),
    )
    this.#hints.start()
  }

  #onConnection(isConnected: boolean): void {
    this.#set({ isConnected })
  }

  async #refresh(): Promise<void> {
    clearTimeout(this.#timer)
    this.#isAgain = this.#isFetching
    if (this.#isFetching) return
    const token = this.#token
    this.#isFetching = true
    try {
      const wall = await call<WallView>('GET', `/api/live/rounds/${this.#roundId}/wall`, undefined, patiently())
      const revealed = await this.#figuresFor(wall)
      const reflection = await this.#reflectionFor(wall)
      if (token === this.#token) this.#onState(wall, revealed, reflection)
    } catch (error) {
      if (token === this.#token) this.#onFailure(error, () => void this.#refresh())
    } finally {
      this.#isFetching = false
    }
    if (this.#isAgain) await this.#refresh()
  }

  async #figuresFor({ revealedVersion }: WallView): Promise<RevealedView | undefined> {
    if (revealedVersion === null) return undefined
    if (revealedVersion === this.#version) return this.revealed
    const path = `/api/live/rounds/${this.#roundId}/revealed`
    const revealed = await call<RevealedView>('GET', path, undefined, patiently())
    this.#version = revealedVersion
    return revealed
  }

  /** The wall may show something else by now: then its hint is on its way, and until then the last frame stays. */
  async #reflectionFor({ room }: WallView): Promise<RoomReflection | undefined> {
    if (!isReflectionScene(room?.scene)) return undefined
    const path = `/api/live/rounds/${this.#roundId}/reflection`
    return call<RoomReflection>('GET', path, undefined, patiently()).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'no-reflection-shown') return this.reflection
      throw error
    })
  }

  #onState(wall: WallView, revealed: RevealedView | undefined, reflection: RoomReflection | undefined): void {
    this.#wait = FIRST_RETRY
    this.#timer = setTimeout(() => void this.#refresh(), LONGEST_SILENCE)
    this.#set({ status: 'showing', isConnected: true, wall, revealed, reflection })
  }

  #onFailure(error: unknown, again: () => void): void {
    if (!(error instanceof ApiError)) throw error
    if (FINAL.includes(error.problem.status)) {
      this.close()
      this.#set({ status: 'dead', ...NOTHING })
      return
    }
    this.#timer = setTimeout(again, this.#wait)
    this.#wait = Math.min(LONGEST_RETRY, this.#wait * 2)
    this.#set({ isConnected: false })
  }

  #set(changes: Partial<Pick<WallRoom, 'status' | 'isConnected' | 'wall' | 'revealed' | 'reflection'>>): void {
    Object.assign(this, changes)
    this.#onChange()
  }
}

function patiently(): RequestInit {
  return { signal: AbortSignal.timeout(LONGEST_REPLY) }
}
