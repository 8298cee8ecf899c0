import type { RevealedView } from '../../server/contract/workshops.ts'
import { ApiError } from '../api.ts'
import type { ResponseState } from './response-state.ts'

/** What was revealed in the room, fetched again when something else was. */
export class RevealedFigures {
  /** Undefined until it was fetched. */
  value: RevealedView | undefined
  /** Code of what went wrong; undefined when nothing did. */
  problem: string | undefined
  readonly #state: ResponseState
  #version = ''

  constructor(state: ResponseState) {
    this.#state = state
  }

  /** Fetches what the room shows now, unless it stands here already. */
  follow(): void {
    const wanted = this.#state.room?.wall?.revealedVersion
    if (wanted && wanted !== this.#version) void this.#fetch(wanted)
  }

  /** Tries once more, after a problem. */
  retry(): void {
    void this.#fetch(this.#version)
  }

  async #fetch(version: string): Promise<void> {
    const { room, response, api } = this.#state
    if (!room?.wall || !response) return
    this.#version = version
    this.problem = undefined
    try {
      const path = `/api/live/rounds/${room.wall.round.id}/revealed`
      this.value = await api.call<RevealedView>(response.joinId, 'GET', path)
    } catch (error) {
      this.problem = error instanceof ApiError ? error.code : 'internal'
    }
    this.#state.dispatchEvent(new Event('change'))
  }
}
