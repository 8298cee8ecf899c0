/**
 * What a facilitator has arranged for a session, such as paper that was printed: nobody else can know. This device keeps
 * it; without storage it lasts as long as the page.
 */
export class Ticks {
  readonly #key: string
  #ticked: ReadonlySet<string>

  constructor(workshopId: string) {
    this.#key = `mv-arranged-${workshopId}`
    this.#ticked = new Set(this.#stored())
  }

  has(task: string): boolean {
    return this.#ticked.has(task)
  }

  /** Ticks a task, or takes the tick away. */
  set(task: string, isTicked: boolean): void {
    const others = [...this.#ticked].filter((other) => other !== task)
    this.#ticked = new Set(isTicked ? [...others, task] : others)
    try {
      localStorage.setItem(this.#key, [...this.#ticked].join(' '))
    } catch {
      // Private mode without storage: the tick lasts as long as the page.
    }
  }

  #stored(): string[] {
    try {
      return (localStorage.getItem(this.#key) ?? '').split(' ').filter((task) => task !== '')
    } catch {
      return []
    }
  }
}
