import { InterventionContent, Price } from '../contract/interventions.ts'
import type { InterventionRow } from '../db/tables.ts'

/** The words of an intervention. */
export function contentOf({ content }: Pick<InterventionRow, 'content'>): InterventionContent {
  return InterventionContent.parse(JSON.parse(content))
}

/** Which capital gives way and who bears it; null while nobody said so. */
export function priceOf({ price }: Pick<InterventionRow, 'price'>): Price | null {
  return price === null ? null : Price.parse(JSON.parse(price))
}

/** A day of the calendar in UTC, as dates of interventions are written. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/** States of what was agreed and goes on: there is a day to look back at it. */
export const UNDER_WAY: readonly string[] = ['agreed', 'running', 'reviewed']
