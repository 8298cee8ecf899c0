import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Results } from '../../server/contract/results.ts'
import type { Reason } from './missing.ts'
import type { Names } from './names.ts'
import { pathInWords } from './paths.ts'
import type { Words } from './words.ts'

/** What is not shown for one reason. */
export interface HiddenGroup {
  readonly reason: Reason
  readonly title: string
  /** Why, in a sentence. */
  readonly because: string
  /** What it is, each once, in words. */
  readonly names: readonly string[]
}

/** What a release does not show, by reason, in the order in which it names them; empty when everything can be seen. */
export function hiddenGroups(
  results: Results,
  instrument: InstrumentView,
  names: Names,
  words: Words,
): readonly HiddenGroup[] {
  const byReason = new Map<Reason, string[]>()
  for (const { reason, what } of results.suppressed)
    byReason.set(reason, [...(byReason.get(reason) ?? []), pathInWords(what, instrument, names, words)])
  return [...byReason].map(([reason, paths]) => {
    const named = [...new Set(paths)]
    return {
      reason,
      title: words.say('results-hidden-group', { reason, n: named.length }),
      because: words.say(`results-because-${reason}`, {
        threshold: results.threshold,
        groups: Object.keys(results.groups).length,
      }),
      names: named,
    }
  })
}

/** How the figures were made and how people are protected, one sentence or two for each line. */
export function methodSentences(results: Results, instrument: InstrumentView, words: Words): string[] {
  const isTogether = results.answering === 'together'
  const isBetween = instrument.scale.kind === 'bipolar'
  return [
    words.say(instrument.scores ? 'results-method-score' : isBetween ? 'lines-method' : 'lines-method-often'),
    ...(instrument.balance ? [words.say('results-method-balance')] : []),
    words.say(`results-method-${isTogether ? 'together' : results.mode}`, { threshold: results.threshold }),
    words.say(isTogether ? 'results-method-meaning-together' : 'results-method-meaning'),
  ]
}
