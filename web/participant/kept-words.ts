const PREFIX = 'mv-words '

/**
 * Words that somebody is still typing, on this phone only: they survive closing the page and are never sent. Each stands
 * under whose they are and what they are about. A phone that keeps nothing has them for as long as the page lives.
 */
export class KeptWords<Words extends object> {
  readonly #owner: string
  readonly #here = new Map<string, Words>()

  /** @param owner the join of whoever types; words of others on this phone are forgotten. */
  constructor(owner: string) {
    this.#owner = owner
    this.#forgetOthers()
  }

  /** The words about something; undefined when nobody is typing any. */
  get(about: string): Words | undefined {
    const here = this.#here.get(about)
    if (here) return here
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#keyOf(about)) ?? 'null')
      return typeof kept === 'object' && kept !== null ? (kept as Words) : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps what is being typed; undefined forgets it. */
  set(about: string, words: Words | undefined): void {
    if (words) this.#here.set(about, words)
    else this.#here.delete(about)
    try {
      if (words) localStorage.setItem(this.#keyOf(about), JSON.stringify(words))
      else localStorage.removeItem(this.#keyOf(about))
    } catch {
      // Private mode without storage: the words last as long as the page.
    }
  }

  #keyOf(about: string): string {
    return `${PREFIX}${this.#owner} ${about}`
  }

  #forgetOthers(): void {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(PREFIX) && !key.startsWith(this.#keyOf(''))) localStorage.removeItem(key)
      }
    } catch {
      // Nothing is kept here.
    }
  }
}
