import { driftSentence, headline, missingSentence } from '../results/headline.ts'
import { ownHeadline } from '../results/lines-headline.ts'
import { horizonsIn } from '../results/missing.ts'
import { agreementSentence, coverageSentence, knowledgeSentence, mostDividedFirst } from '../results/sentences.ts'
import type { Telling } from './telling.ts'

/** The result in one sentence or a few, the same as on top of the result page. */
export function headlineOf({ results, instrument, names, words }: Telling): string {
  return (instrument.scores ? headline : ownHeadline)(results, instrument, names, words)
}

/** Whether a round is so small that not one figure may be shown. */
export function isNothingShown({ results }: Pick<Telling, 'results'>): boolean {
  return results.suppressed.some(({ what }) => what === 'all')
}

/** What else the result says, one sentence each, after the headline; nothing that the headline says already. */
export function summaryOf(telling: Telling): string[] {
  const { results, instrument, names, words } = telling
  if (isNothingShown(telling)) return nothingShown(telling)
  const [first, ...later] = horizonsIn(results, instrument.horizons)
  if (first === undefined) return []
  const agreement = results.n < 2 ? '' : agreementSentence(mostDividedFirst(results, first), names, words)
  const said = headlineOf(telling)
  return [
    instrument.scores ? driftSentence(results, instrument, names, words) : '',
    ...(instrument.scores ? later.map((horizon) => missingLater(telling, horizon)) : []),
    agreement,
    knowledgeSentence(results, names, words),
    coverageSentence(results, instrument, names, words),
    results.newerAnswers
      ? words.say('results-newer', { threshold: results.threshold, final: results.release.final ? 'yes' : 'no' })
      : '',
  ].filter((sentence) => sentence !== '' && !said.includes(sentence))
}

function missingLater({ results, instrument, names, words }: Telling, horizon: string): string {
  const said = missingSentence(results, instrument, horizon, names, words)
  return said === '' ? '' : words.say('report-on-horizon', { horizon: names.horizon(horizon), said })
}

function nothingShown({ results, words }: Telling): string[] {
  const final = results.release.final ? 'yes' : 'no'
  return [
    words.say('results-nothing-why', { n: results.n, threshold: results.threshold }),
    words.say('results-nothing-what', { final, threshold: results.threshold }),
  ]
}
