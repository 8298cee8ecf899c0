import { headlineOf, isNothingShown, summaryOf } from '../report/summary.ts'
import { factsOf, outcomeOf, type Telling } from '../report/telling.ts'
import { figuresOf } from '../results/figures.ts'
import { hiddenGroups, methodSentences } from '../results/hidden-groups.ts'
import { horizonsIn } from '../results/missing.ts'
import { inSentence } from '../results/words.ts'
import type { CoverSlide, DeckSlide, TableSlide, WordsSlide } from './slides.ts'

/** More than this on one slide cannot be read in a room. */
const MOST_NAMED = 6

/** Whose figures these are, of when, and of how many people. */
export function coverSlide(telling: Telling): CoverSlide {
  const { organisation, results } = telling
  const lines = [organisation, ...factsOf(telling)]
  return { kind: 'cover', title: results.release.title, lines, note: lines.join('. ') }
}

/** What the outcome says: the headline of the page, and what else is said in words. */
export function saysSlide(telling: Telling): WordsSlide {
  const sentences = [headlineOf(telling), ...summaryOf(telling)]
  return { kind: 'words', title: telling.words.say('deck-says'), sentences, note: sentences.join(' ') }
}

/** Level, balance, cost of imbalance, floor and limit, each with what it means; none where they cannot be said. */
export function figuresSlides({ results, instrument, names, words }: Telling): TableSlide[] {
  const [first] = horizonsIn(results, instrument.horizons)
  const on = first === undefined ? undefined : results.horizons[first]
  if (!instrument.balance || first === undefined || on === undefined || on.level === null) return []
  const figures = figuresOf(on, instrument.dimensions, names, words)
  return [
    {
      kind: 'table',
      title: words.say('results-figures-title', { horizon: inSentence(names.horizon(first)) }),
      headline: words.say('results-method-balance'),
      table: {
        head: [words.say('deck-figure'), words.say('deck-value'), words.say('deck-means')],
        rows: figures.map(({ name, value, unit, sentence }) => [name, `${value} ${unit}`.trim(), sentence]),
        widths: [0.2, 0.24, 0.56],
      },
      under: [],
      note: figures
        .map(({ name, value, unit, sentence }) => [`${name}: ${value} ${unit}`.trim(), sentence].join('. '))
        .join(' '),
    },
  ]
}

/** What is not shown and why, then how the figures were made: limits in plain sight, sources in small print. */
export function methodSlides(telling: Telling): DeckSlide[] {
  return [...hiddenSlides(telling), methodSlide(telling)]
}

function hiddenSlides(telling: Telling): WordsSlide[] {
  const { results, instrument, names, words } = telling
  if (isNothingShown(telling)) return []
  return hiddenGroups(results, instrument, names, words).map(({ title, because, names: hidden }) => {
    const more = hidden.length - MOST_NAMED
    return {
      kind: 'words',
      title: words.say('deck-hidden-title', { title: inSentence(title) }),
      sentences: [because],
      items: [...hidden.slice(0, MOST_NAMED), ...(more > 0 ? [words.say('deck-hidden-more', { more })] : [])],
      note: `${because} ${hidden.join('; ')}.`,
    }
  })
}

function methodSlide(telling: Telling): WordsSlide {
  const { results, instrument, language, words } = telling
  const sentences = methodSentences(results, instrument, words)
  const small = [
    words.say('deck-source', {
      outcome: outcomeOf(telling),
      instrument: words.say('report-instrument', { title: instrument.title[language], version: instrument.version }),
    }),
    words.say('deck-made'),
  ]
  return {
    kind: 'words',
    title: words.say('results-method-title'),
    sentences,
    small,
    note: [...sentences, ...small].join(' '),
  }
}
