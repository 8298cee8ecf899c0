import type { Presence } from '../plugins/presence.ts'

/**
 * Open lines of one phone, and of one member or wall link in one process. A phone has one; the others come from lines
 * that went dead without a word. A member has several windows, and a wall link is opened on several screens.
 */
export const MOST_LINES: Readonly<Record<Presence['kind'], number>> = { respondent: 3, member: 12, display: 12 }

/**
 * Keeps one caller from holding many event streams. A new line is never refused: the oldest gives way, because that one
 * is dead most often, when a phone lost the network and came back.
 */
export class FewLines {
  readonly #open = new Map<string, (() => void)[]>()

  /**
   * Another line of somebody.
   *
   * @param end ends the line; called when a newer one takes its place.
   * @returns call it when the line has ended, whatever ended it.
   */
  enter({ whose, kind }: Pick<Presence, 'whose' | 'kind'>, end: () => void): () => void {
    const lines = this.#open.get(whose) ?? []
    this.#open.set(whose, lines)
    lines.push(end)
    if (lines.length > MOST_LINES[kind]) lines.shift()?.()
    return () => {
      const place = lines.indexOf(end)
      if (place >= 0) lines.splice(place, 1)
      if (lines.length === 0 && this.#open.get(whose) === lines) this.#open.delete(whose)
    }
  }

  /** How many lines somebody has open. */
  countOf(whose: string): number {
    return this.#open.get(whose)?.length ?? 0
  }
}
