import { html } from 'lit'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import type { SpanRow } from '../charts/span-rows-svg.ts'
import { wordBeside } from './lines-words.ts'
import type { Names } from './names.ts'
import { inSentence, type Words } from './words.ts'

/** How often something happens: its figure, nearly everyone at an end, or that it is not shown. */
export function oftenWords(item: ItemResult, words: Words): string {
  if (item.score !== null) return words.number(item.score)
  if (item.nearlyEveryone !== null) return words.say(`results-nearly-${item.nearlyEveryone}`)
  return words.say(item.n === 0 ? 'results-no-score' : 'results-hidden')
}

/** Whether it is told how often something happens, in a figure or in words. */
export function hasFigure({ score, nearlyEveryone }: ItemResult): boolean {
  return score !== null || nearlyEveryone !== null
}

/**
 * A row for each item that stands for itself, with what it says in one line of text.
 *
 * @param nameOf what an item is called: its topic, or less where there is little room.
 */
export function oftenRows(
  items: readonly ItemResult[],
  results: Results,
  names: Names,
  words: Words,
  nameOf: (item: ItemResult) => string = ({ itemId }) => names.topic(itemId),
): (SpanRow & { readonly label: string })[] {
  return items.map((item) => {
    const name = nameOf(item)
    const said = [
      ...(item.nearlyEveryone === null ? [] : [oftenWords(item, words)]),
      ...wordBeside(results, item, words),
    ]
    return {
      name: html`<span>${name}</span>`,
      marks: [{ value: item.score, label: oftenWords(item, words), style: 'first' }],
      words: said.join(', '),
      label: `${name}: ${[oftenWords(item, words), ...said].map(inSentence).join(', ')}`,
    }
  })
}
