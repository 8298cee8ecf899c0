import type { ProblemCode } from '../contract/problems.ts'
import type { Operation } from '../contract/responses.ts'
import { type Answer, answerCharacter, isOnScale, slotOf, UNANSWERED } from '../domain/answer.ts'
import type { Scale } from '../domain/instrument.ts'
import type { SheetOperation } from '../domain/sheet.ts'

/** What a round asks, as far as placing an operation needs it. It never changes once the round exists. */
export interface AskedForm {
  /** Places of items, counted from 0, by id. */
  readonly places: ReadonlyMap<string, number>
  readonly horizons: readonly string[]
  readonly scale: Scale
}

/** The operation as a sheet takes it, or the code of why this round cannot. */
export function placeOperation(operation: Operation, form: AskedForm): SheetOperation | ProblemCode {
  const item = form.places.get(operation.itemId)
  if (item === undefined) return 'unknown-item'
  const horizon = form.horizons.indexOf(operation.horizon)
  if (horizon < 0) return 'unknown-horizon'
  if ('rating' in operation && !isOnScale(operation.rating, form.scale)) return 'rating-off-scale'
  const { opId, seq, replaces } = operation
  const reason = 'missing' in operation ? operation.reason : undefined
  const place = {
    opId,
    seq,
    slot: slotOf(item, horizon, form.horizons.length),
    character: characterOf(operation, form),
  }
  return { ...place, ...(reason === undefined ? {} : { reason }), ...(replaces === undefined ? {} : { replaces }) }
}

function characterOf(operation: Operation, form: AskedForm): string {
  if ('clear' in operation) return UNANSWERED
  const answer: Answer = 'rating' in operation ? { rating: operation.rating } : { missing: operation.missing }
  return answerCharacter(answer, form.scale)
}
