import { KeptWords } from '../drafts/kept-words.ts'
import type { SheetPlace } from './addresses.ts'
import { EVERYTHING, type Filter } from './filtering.ts'

/** What readers chose to see of task lists on this page: it stays while they go to a question and back. */
const filters = new Map<string, Filter>()

/** The question at which the reader was last, on this device. */
export function lastItem(place: SheetPlace): string | undefined {
  return shelf(place).value
}

/** The reader is at a question. */
export function keepLastItem(place: SheetPlace, itemId: string): void {
  shelf(place).keep(itemId)
}

/** What the reader chose to see of the task list. */
export function filterOf({ round }: SheetPlace): Filter {
  return filters.get(round) ?? EVERYTHING
}

/** The reader chooses what to see. */
export function keepFilter({ round }: SheetPlace, filter: Filter): void {
  filters.set(round, filter)
}

function shelf({ round }: SheetPlace): KeptWords {
  return new KeptWords(() => `sheet-${round}`)
}
