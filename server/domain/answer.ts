import { type Scale, stepsOf } from './instrument.ts'

/** Why an answer holds no rating. Not answered yet is neither of these: it is the absence of an answer. */
export type Missing = 'unknown' | 'not_applicable'

/** One answer to one item on one horizon: a rating on the scale, or why there is none. */
export type Answer = { readonly rating: number } | { readonly missing: Missing; readonly reason?: string }

/** The characters of a sheet that are not a step. */
export const UNKNOWN = '?'
export const NOT_APPLICABLE = '-'
export const UNANSWERED = '.'

/**
 * A sheet on which nothing is answered: one character for each item and horizon.
 *
 * @example emptySheet(2, 2) // '....'
 */
export function emptySheet(items: number, horizons: number): string {
  return UNANSWERED.repeat(items * horizons)
}

/**
 * Place of an answer in a sheet, counted from 0: all horizons of the first item, then all of the second.
 *
 * @example slotOf(1, 0, 2) // 2
 */
export function slotOf(item: number, horizon: number, horizons: number): number {
  return item * horizons + horizon
}

/**
 * The one character under which a sheet keeps an answer: the step `1` to `9`, counted from 1 whatever the scale's
 * minimum is, `?` for unknown and `-` for not applicable. A reason is kept beside the sheet, not in it.
 *
 * @throws {RangeError} the rating is no whole step of the scale: the caller skipped validation.
 * @example answerCharacter({ rating: 0 }, { min: 0, max: 4 }) // '1'
 */
export function answerCharacter(answer: Answer, scale: Scale): string {
  if ('missing' in answer) return answer.missing === 'unknown' ? UNKNOWN : NOT_APPLICABLE
  if (!isOnScale(answer.rating, scale)) {
    throw new RangeError(`rating ${answer.rating} is outside ${scale.min}..${scale.max}`)
  }
  return String(answer.rating - scale.min + 1)
}

/** Whether a rating is one of the whole steps of a scale. */
export function isOnScale(rating: number, scale: Scale): boolean {
  return Number.isInteger(rating) && rating >= scale.min && rating <= scale.max
}

/**
 * Reads one character of a sheet back; `undefined` when that place is not answered yet.
 *
 * @throws {RangeError} the character is none that a sheet of this scale can hold: the sheet is damaged.
 */
export function readAnswer(character: string, scale: Scale): Answer | undefined {
  if (character === UNANSWERED) return undefined
  if (character === UNKNOWN) return { missing: 'unknown' }
  if (character === NOT_APPLICABLE) return { missing: 'not_applicable' }
  const step = Number(character)
  if (!Number.isInteger(step) || step < 1 || step > stepsOf(scale)) {
    throw new RangeError(`'${character}' is no answer on a scale of ${stepsOf(scale)} steps`)
  }
  return { rating: step + scale.min - 1 }
}

/**
 * Whether a sheet holds any answer at all, a missing code included: whether its respondent takes part.
 */
export function isAnswered(sheet: string): boolean {
  for (const character of sheet) if (character !== UNANSWERED) return true
  return false
}
