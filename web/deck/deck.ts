import { isNothingShown } from '../report/summary.ts'
import { outcomeOf, periodIn, type Telling } from '../report/telling.ts'
import { agreedSlides } from './agreement-slides.ts'
import { agreementSlides, knowledgeSlide } from './item-slides.ts'
import { ownSlides } from './own-slides.ts'
import { shapeSlides } from './shape-slides.ts'
import type { Deck, DeckSlide } from './slides.ts'
import { trendSlides } from './trend-slides.ts'
import { coverSlide, figuresSlides, methodSlides, saysSlide } from './word-slides.ts'

/**
 * The slides of a round's result, in the order in which they are told. Every number and sentence is one that the result
 * page, the trend or the board shows too: a deck counts nothing itself.
 */
export function deckOf(telling: Telling): Deck {
  const { organisation, results, language, words } = telling
  const { title, period } = results.release
  return {
    title: `${organisation}: ${title}`,
    organisation,
    language,
    foot: [organisation, title, periodIn(period, words), outcomeOf(telling)].join(' · '),
    slides: [
      coverSlide(telling),
      saysSlide(telling),
      ...figureSlides(telling),
      ...agreedSlides(telling),
      ...methodSlides(telling),
    ],
  }
}

function figureSlides(telling: Telling): DeckSlide[] {
  if (isNothingShown(telling)) return []
  if (!telling.instrument.scores) return [...ownSlides(telling), knowledgeSlide(telling)]
  return [
    ...figuresSlides(telling),
    ...shapeSlides(telling),
    ...agreementSlides(telling),
    knowledgeSlide(telling),
    ...trendSlides(telling),
  ]
}
