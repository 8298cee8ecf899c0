import { slotOf } from '../domain/answer.ts'
import type { Instrument } from '../domain/instrument.ts'

/** The items of one cell of the profile on one horizon, and where their answers stand in a sheet. */
export interface CellPlaces {
  readonly horizon: number
  /** Indexes in the instrument; `slots` has the same order. */
  readonly items: readonly number[]
  readonly slots: readonly number[]
}

/** Every cell of the instrument that has items, on every horizon that it asks. */
export function cellPlaces(instrument: Instrument): CellPlaces[] {
  const { dimensions, perspectives, horizons, items } = instrument
  return horizons.flatMap((_, horizon) =>
    dimensions.flatMap((dimension) =>
      perspectives.flatMap((perspective) => {
        const here = items.flatMap((item, index) => {
          return item.dimension === dimension && item.perspective === perspective ? [index] : []
        })
        const slots = here.map((item) => slotOf(item, horizon, horizons.length))
        return here.length === 0 ? [] : [{ horizon, items: here, slots }]
      }),
    ),
  )
}

/**
 * The score of one answer as it reads on its dimension, 0 to 100; `null` when the character of the sheet is no rating.
 *
 * @param item index in the instrument.
 */
export function keyedScore(instrument: Instrument, item: number, character: string | undefined): number | null {
  if (!isRating(character)) return null
  const score = stepInPoints(instrument) * (Number(character) - 1)
  return instrument.items[item]?.reverse ? 100 - score : score
}

/** Points of a score that one step of the scale makes. */
export function stepInPoints({ scale }: Instrument): number {
  return 100 / (scale.max - scale.min)
}

/** Whether a character of a sheet is a rating, and not one of the codes for a missing one. */
export function isRating(character: string | undefined): character is string {
  return character !== undefined && character >= '1' && character <= '9'
}
