import type { ReactiveControllerHost } from 'lit'
import type { Command, Workshop } from '../../server/contract/workshops.ts'
import { ApiError, call } from '../api.ts'
import { signInFirst } from '../app/access.ts'

/** A part of the page asks for something to be done in the room. */
export class CommandEvent extends Event {
  readonly command: Command

  constructor(command: Command) {
    super('mv-command', { bubbles: true })
    this.command = command
  }
}

/**
 * The remote control of a session. A command says where to go, so the same command twice does no harm. When another
 * facilitator holds the controls, the command waits in `refused` for the reader to take them over, or not.
 */
export class Remote {
  /** What the server refused last; undefined after something worked. */
  error: ApiError | undefined
  isBusy = false
  readonly #host: ReactiveControllerHost
  readonly #path: () => string
  readonly #onDone: (workshop: Workshop) => void
  readonly #onHeld: () => void
  #refused: Command | undefined

  /**
   * @param path of the workshop in the API.
   * @param onDone gets the workshop as it is after a command.
   * @param onHeld somebody else holds the controls.
   */
  constructor(
    host: ReactiveControllerHost,
    path: () => string,
    onDone: (workshop: Workshop) => void,
    onHeld: () => void,
  ) {
    this.#host = host
    this.#path = path
    this.#onDone = onDone
    this.#onHeld = onHeld
  }

  /** Does something in the room. */
  send(command: Command): Promise<void> {
    this.#refused = command
    return this.#run(async () => {
      this.#onDone(await call<Workshop>('POST', `${this.#path()}/commands`, command))
      this.#refused = undefined
    })
  }

  /** Takes the controls over, and does what was refused without them. */
  take(): Promise<void> {
    const waiting = this.#refused
    return this.#run(async () => {
      this.#onDone(await call<Workshop>('POST', `${this.#path()}/controls`, { action: 'take' }))
      if (waiting) await this.send(waiting)
    })
  }

  /** Gives the controls up, so that a colleague gets them by pressing anything. */
  release(): Promise<void> {
    return this.#run(async () => {
      this.#onDone(await call<Workshop>('POST', `${this.#path()}/controls`, { action: 'release' }))
    })
  }

  /** Does another call about this session, and shows its refusal in the same place. */
  run(work: (path: string) => Promise<Workshop>): Promise<void> {
    return this.#run(async () => this.#onDone(await work(this.#path())))
  }

  /** Forgets what was refused. */
  forget(): void {
    this.#refused = undefined
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this.isBusy = true
    this.error = undefined
    this.#host.requestUpdate()
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'controls-held') return this.#onHeld()
      this.#refused = undefined
      if (error.code === 'sign-in-needed') signInFirst()
      else this.error = error
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-command': CommandEvent
  }
}
