import { access } from '../app/access.ts'

/** Words of a short form that is sent with a button: they stay on this device, for this person, until that worked. */
export class KeptWords {
  readonly #name: () => string
  #typed: string | undefined

  /** @param name of the form and what it is about; asked at every use. */
  constructor(name: () => string) {
    this.#name = name
  }

  /** What was typed and not sent; undefined when nothing. */
  get value(): string | undefined {
    return this.#typed ?? this.#stored()
  }

  /** Keeps what was typed so far. */
  keep(value: string): void {
    this.#typed = value
    try {
      localStorage.setItem(this.#key(), value)
    } catch {
      // Nothing can be kept here: the words stay in this page for as long as it is open.
    }
  }

  /** It was sent, or let go. */
  forget(): void {
    this.#typed = undefined
    try {
      localStorage.removeItem(this.#key())
    } catch {
      // Nothing was kept here.
    }
  }

  #stored(): string | undefined {
    try {
      return localStorage.getItem(this.#key()) ?? undefined
    } catch {
      return undefined
    }
  }

  #key(): string {
    return `meervoud-${this.#name()}-${access().me?.user.id ?? 'nobody'}`
  }
}
