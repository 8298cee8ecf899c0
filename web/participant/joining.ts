import type { JoinPreview } from '../../server/contract/rounds.ts'
import { ApiError } from '../api.ts'

/** Coming in: the code, the round that it opens, and what was wrong with what somebody gave. */
export class Joining {
  /** Code that was typed or scanned. */
  code = ''
  preview: JoinPreview | undefined
  /** Code of the problem with joining; `undefined` when there is none. */
  problem: string | undefined
  /** What this person has to correct before the server is asked: a field and the id of a text. */
  mistake: { readonly field: string; readonly text: string } | undefined
  /** The server is being asked because of what this person did. */
  isBusy = false
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Something was left out or cannot be right. */
  refuse(field: string, text: string): void {
    this.problem = undefined
    this.mistake = { field, text }
    this.#onChange()
  }

  /** Back to the field for the code. */
  leave(): void {
    this.preview = undefined
    this.mistake = undefined
    this.problem = undefined
  }

  /** Does what needs the server; a refusal becomes the problem. */
  async ask(work: () => Promise<void>): Promise<void> {
    this.isBusy = true
    this.problem = undefined
    this.mistake = undefined
    this.#onChange()
    try {
      await work()
    } catch (error) {
      this.problem = error instanceof ApiError ? error.code : 'internal'
    }
    this.isBusy = false
    this.#onChange()
  }
}
