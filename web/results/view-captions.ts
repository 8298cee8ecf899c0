import { earlierName } from './earlier.ts'
import type { Names } from './names.ts'
import type { View } from './views.ts'
import { inSentence, type Words } from './words.ts'

/** What a view puts side by side, in words. */
export function captionOf(view: View, names: Names, words: Words): string {
  if (view.kind === 'one') return names.horizon(view.horizon)
  if (view.kind === 'horizons') {
    return words.say('results-view-horizons', {
      first: names.horizon(view.horizons[0]),
      second: names.horizon(view.horizons[1]),
    })
  }
  if (view.kind === 'before') {
    const name = earlierName(view.earlier, words)
    const second = view.earlier.round.period === '' ? name : inSentence(name)
    return words.say('results-view-before', { first: names.horizon(view.horizon), second })
  }
  const [first, second] = view.perspectives
  return words.say('results-view-sides', {
    first: names.perspective(first),
    second: names.perspective(second),
    horizon: names.horizon(view.horizon),
  })
}
