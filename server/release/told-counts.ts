import { PROGRAMME_RULES } from './programme-table.ts'

/** How many companies there are, as everybody reads it: null where there are fewer than five. */
export interface ToldCount {
  readonly count: number | null
  readonly reason: 'fewer-than-five' | null
}

/**
 * What the public page and its files tell of a count of one row: of fewer than five that they are fewer, nought too. On a park
 * with one company, and everybody knows which, the count would say whether that company contributed.
 *
 * This is discretion and none of the rules that protect scores: those hold while every n is known (`method.md` section 8). The
 * whole is told exactly, because every comparison says of how many companies it is; so that what all small parks have together
 * can be worked out by subtracting, and of a single small park that park's count. Staff and the companies themselves read
 * exact counts.
 *
 * Example: of parks with 20, 12, 3 and 1 companies are told 20, 12, fewer than five, fewer than five, and 36 of the whole.
 */
export function tellCount(count: number): ToldCount {
  return count < PROGRAMME_RULES.threshold ? { count: null, reason: 'fewer-than-five' } : { count, reason: null }
}
