import { NOT_APPLICABLE, UNANSWERED, UNKNOWN } from './answer.ts'

/** Places of a sheet, as `slotOf` counts them, where the rating of a single respondent changed. */
export interface SingleSheetChange {
  readonly rose: readonly number[]
  readonly fell: readonly number[]
}

/**
 * What changed on the one sheet that is filled in for a company: the places where the rating rose and where it fell,
 * without any inference. Ratings as given: for a reverse-keyed item a rating that rose means less of its dimension.
 *
 * Missing: a place where either sheet holds no step is in neither list: from unknown to 4 is not a rise.
 *
 * @param before the sheet of the earlier round, as `answer.ts` writes it.
 * @param after the sheet of the later round, with the same items and horizons in the same places.
 * @throws {RangeError} the sheets differ in length, or hold a character that no sheet can hold.
 * @example singleSheetChange('13?', '223') // { rose: [0], fell: [1] }
 */
export function singleSheetChange(before: string, after: string): SingleSheetChange {
  if (before.length !== after.length) throw new RangeError(`sheets of ${before.length} and ${after.length} answers`)
  const rose: number[] = []
  const fell: number[] = []
  for (let slot = 0; slot < before.length; slot += 1) {
    const from = stepAt(before, slot)
    const to = stepAt(after, slot)
    if (from === null || to === null) continue
    if (to > from) rose.push(slot)
    if (to < from) fell.push(slot)
  }
  return { rose, fell }
}

function stepAt(sheet: string, slot: number): number | null {
  const character = sheet.charAt(slot)
  if (character === UNKNOWN || character === NOT_APPLICABLE || character === UNANSWERED) return null
  if (character < '1' || character > '9') throw new RangeError(`'${character}' is no answer on any scale`)
  return Number(character)
}
