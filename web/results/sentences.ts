import type { ItemResult, Results } from '../../server/contract/results.ts'
import { type AgreementWord, compareMostDivided } from '../../server/domain/agreement.ts'
import { knowledgeGaps } from '../../server/domain/gaps.ts'
import { isAlone, ofQuestions, ratedQuestions, unknownQuestions } from './alone.ts'
import type { Shape } from './headline.ts'
import { horizonsIn } from './missing.ts'
import type { Names } from './names.ts'
import { inSentence, type Words } from './words.ts'

/** The items of one horizon, most divided first, by what the release says of them and nothing else. */
export function mostDividedFirst(results: Results, horizon: string): ItemResult[] {
  const dividedness = (item: ItemResult) => ({
    word: item.agreement.word,
    averageDeviation: item.agreement.averageDeviation,
  })
  return results.items
    .filter((item) => item.horizon === horizon)
    .toSorted((a, b) => compareMostDivided(dividedness(a), dividedness(b)))
}

/** Above every score. */
const LAST = 101

/** The items of one horizon, lowest score first; those without a score come last. */
export function lowestFirst(results: Results, horizon: string): ItemResult[] {
  const place = (item: ItemResult) => item.score ?? LAST
  return results.items.filter((item) => item.horizon === horizon).toSorted((a, b) => place(a) - place(b))
}

/** How many items have this word; `null` counts those without one. */
export function countWord(items: readonly ItemResult[], word: AgreementWord | null): number {
  return items.filter((item) => item.agreement.word === word).length
}

/** On how many items people are divided, and on which most. */
export function agreementSentence(items: readonly ItemResult[], names: Names, words: Words): string {
  const [first] = items
  if (first === undefined || first.agreement.word === null) return words.say('results-agreement-none')
  const said = items.length - countWord(items, null)
  const divided = countWord(items, 'divided')
  if (divided === 0) return words.say('results-agreement-nowhere', { said, agreed: countWord(items, 'agreed') })
  return words.say('results-agreement-some', { divided, said, topic: names.topic(first.itemId) })
}

/** The items that at least one in five does not know about, over all horizons, most unknown first. */
export function gapsIn(results: Results): ItemResult[] {
  return knowledgeGaps(results.items)
}

/**
 * On how many items at least one in five does not know, and on which most. An item that nobody could rate has no share
 * of its own: then the dimensions say where people do not know.
 */
export function knowledgeSentence(results: Results, names: Names, words: Words): string {
  const gaps = gapsIn(results)
  const [first] = gaps
  if (isAlone(results)) return unknownAlone(results, names, words)
  if (first === undefined) return unknownDimensions(results, names, words) ?? words.say('results-knowledge-none')
  return words.say('results-knowledge-some', {
    n: new Set(gaps.map((item) => item.itemId)).size,
    topic: names.topic(first.itemId),
    share: percent(first.unknownShare, words),
  })
}

/** The dimension or dimensions that people know least about, from one in five on; undefined when there is none. */
function unknownDimensions(results: Results, names: Names, words: Words): string | undefined {
  const shares = Object.entries(results.horizons).flatMap(([horizon, { dimensions }]) =>
    Object.entries(dimensions).map(([code, { unknownShare }]) => ({ code, horizon, itemId: code, unknownShare })),
  )
  const [most, ...more] = knowledgeGaps(shares)
  if (most === undefined) return undefined
  const same = [most, ...more.filter(({ unknownShare }) => unknownShare === most.unknownShare)]
  const named = [...new Set(same.map(({ code }) => inSentence(names.dimension(code))))]
  return words.say('results-knowledge-values', { names: words.list(named), share: percent(most.unknownShare, words) })
}

/** Of one form: which dimensions have a question that was answered with "I do not know", and how many, where that is known. */
function unknownAlone(results: Results, names: Names, words: Words): string {
  const horizons = Object.keys(results.horizons)
  const unknown = (code: string, horizon: string) => results.horizons[horizon]?.dimensions[code]?.unknownShare ?? 0
  const codes = [...new Set(horizons.flatMap((horizon) => Object.keys(results.horizons[horizon]?.dimensions ?? {})))]
  const named = codes
    .filter((code) => horizons.some((horizon) => unknown(code, horizon) > 0))
    .map((code) => {
      const name = inSentence(names.dimension(code))
      const [horizon = '', ...others] = horizons
      // How many on which horizon stands in the table.
      const questions = others.length === 0 ? unknownQuestions(results, code, horizon) : undefined
      return questions === undefined
        ? name
        : words.say('results-knowledge-of', { name, questions: ofQuestions(questions, words) })
    })
  if (named.length === 0) return words.say('results-knowledge-none-alone')
  return words.say('results-knowledge-values-alone', { names: words.list(named) })
}

/** Which dimension was answered least, and how much of it; empty when no coverage is known. */
export function coverageSentence(results: Results, shape: Shape, names: Names, words: Words): string {
  const [horizon] = horizonsIn(results, shape.horizons)
  if (horizon === undefined) return ''
  if (isAlone(results)) {
    const counts = shape.dimensions.map((code) => ratedQuestions(results, code, horizon))
    const sum = (key: 'n' | 'asked') => counts.reduce((total, count) => total + count[key], 0)
    return words.say('results-coverage-alone', { questions: ofQuestions({ n: sum('n'), asked: sum('asked') }, words) })
  }
  const known = shape.dimensions.flatMap((code) => {
    const coverage = results.horizons[horizon]?.dimensions[code]?.coverage ?? null
    return coverage === null ? [] : [{ code, coverage }]
  })
  if (known.length === 0) return words.say('results-coverage-none')
  const shares = known.map(({ coverage }) => coverage)
  const [least, most] = [Math.min(...shares), Math.max(...shares)]
  if (least === most) return words.say('results-coverage-equal', { share: percent(least, words) })
  const named = known.filter(({ coverage }) => coverage === least).map(({ code }) => inSentence(names.dimension(code)))
  return words.say('results-coverage-least', {
    share: percent(least, words),
    most: percent(most, words),
    names: words.list(named),
  })
}

/** What stands in place of a number that is not there and is not hidden either. */
export const NOTHING = '–'

/** A share of 0 to 1 in whole percents; a dash when it is not known. */
export function percent(share: number | null, words: Words): string {
  return share === null ? NOTHING : words.say('results-percent', { n: Math.round(share * 100) })
}
