import type { ChartModel, Mark } from '../charts/radar-model.ts'
import { absenceOf } from '../results/missing.ts'
import { inSentence } from '../results/words.ts'
import type { Telling } from './telling.ts'

/**
 * What a chart does not show, in words and with the reason: hidden and missing are never said in the same way. Empty
 * when every number is there.
 */
export function absenceSentences(model: ChartModel, { results, words }: Pick<Telling, 'results' | 'words'>): string[] {
  const byReason = new Map<Mark['reason'], string[]>()
  for (const axis of model.axes) {
    const absent = axis.marks.map(({ value, reason }, at) => ({ value, reason, name: model.series[at]?.name ?? '' }))
    const isWhole = absent.every(({ value, reason }) => value === null && reason === absent[0]?.reason)
    for (const { value, reason, name } of isWhole ? absent.slice(0, 1) : absent) {
      if (value !== null) continue
      const subject = inSentence(axis.name)
      byReason.set(reason, [...(byReason.get(reason) ?? []), isWhole ? subject : `${subject} ${inSentence(name)}`])
    }
  }
  return [...byReason].map(([reason, names]) =>
    words.say(`results-missing-${absenceOf(reason)}`, {
      names: words.list(names),
      why: words.say(`results-why-${reason ?? 'no-score'}`, { threshold: results.threshold }),
    }),
  )
}
