import type { ItemResult, Results } from '../../server/contract/results.ts'
import { absenceOf, reasonAt, whyLeftOut } from './missing.ts'
import type { Words } from './words.ts'

/** Why an item has no word for how people stand to each other. Ask it only of an item whose word is null. */
export function whyNoWord(results: Results, item: ItemResult, words: Words): string {
  if (item.n === 0) return words.say('results-items-unanswered')
  const reason = reasonAt(results.suppressed, ['items', item.itemId, item.horizon, 'word'])
  if (reason === undefined || absenceOf(reason) === 'missing') return words.say('results-items-too-few')
  const why = whyLeftOut(results, { what: `items/${item.itemId}/${item.horizon}`, reason })
  if (why === 'word-only') return words.say('results-hidden')
  return words.say('results-items-hidden', { why: words.say(`results-why-${why}`, { threshold: results.threshold }) })
}

/** How far people stand apart on an item, in steps of the scale; empty when that is not shown. */
export function stepsApart({ agreement: { averageDeviation } }: ItemResult, words: Words): string {
  if (averageDeviation === null) return ''
  return words.say('results-apart', { n: averageDeviation, steps: words.number(averageDeviation, 1) })
}
