import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import type { ChangeWord } from '../../server/domain/change.ts'
import { type Absence, absenceOf, reasonAt } from '../results/missing.ts'
import type { Names } from '../results/names.ts'
import type { Words } from '../results/words.ts'

/** One round on a line: a released score, or why there is none. */
export interface TrendMark {
  readonly value: number | null
  readonly absence: Absence | undefined
  /** What is printed for it, in drawing and table alike. */
  readonly label: string
  /** Since the mark before; null: nothing was compared. */
  readonly word: ChangeWord | null
  /** Whether a line from the mark before may be drawn. */
  readonly isJoined: boolean
}

/** One dimension over time. */
export interface TrendLine {
  readonly code: string
  readonly name: string
  /** One for each round. */
  readonly marks: readonly TrendMark[]
  /** The newest round in a few words. */
  readonly sentence: string
}

/** What the drawings and the table of a trend show: one source, so that they cannot differ. */
export interface TrendModel {
  readonly points: readonly TrendPoint[]
  /** Rounds before which lines break, by place. */
  readonly breaks: readonly number[]
  readonly headline: string
  readonly lines: readonly TrendLine[]
  /** The mean of all dimensions over time; undefined where the instrument has none. */
  readonly level: TrendLine | undefined
}

/** Makes the model of one horizon; rounds that did not ask about it have no number there. */
export function trendModel(
  { points }: Trend,
  instrument: Pick<InstrumentView, 'dimensions' | 'balance'>,
  horizon: string,
  names: Names,
  words: Words,
): TrendModel {
  const breaks = points.flatMap(({ continues }, place) => (continues === 'break' ? [place] : []))
  const lineOf = (
    code: string,
    name: string,
    place: readonly string[],
    value: (point: TrendPoint) => number | null,
  ) => {
    const marks = points.map((point, at): TrendMark => {
      const before = points[at - 1]
      const found = value(point)
      const absence = found === null ? absenceOf(reasonAt(point.suppressed, [horizon, ...place])) : undefined
      return {
        value: found,
        absence,
        label: absence === undefined ? words.number(found ?? 0) : words.say(`trend-${absence}`),
        word: point.horizons[horizon]?.dimensions[code]?.word ?? null,
        isJoined: point.continues === 'comparable' && found !== null && before !== undefined && value(before) !== null,
      }
    })
    return { code, name, marks, sentence: sentenceOf(marks.at(-1), words) }
  }
  const lines = instrument.dimensions.map((code) =>
    lineOf(code, names.dimension(code), [code], (point) => point.horizons[horizon]?.dimensions[code]?.score ?? null),
  )
  const level = instrument.balance
    ? lineOf('level', words.say('trend-level'), ['level'], (point) => point.horizons[horizon]?.level ?? null)
    : undefined
  return { points, breaks, headline: headlineOf(points, lines, words), lines, level }
}

function sentenceOf(last: TrendMark | undefined, words: Words): string {
  if (last === undefined) return ''
  if (last.value === null) return last.label
  return last.word === null
    ? words.say('trend-line-now', { score: last.label })
    : words.say('trend-line-since', { score: last.label, word: words.say(`trend-word-${last.word}`) })
}

/** What changed since the round before, in the stored words; they never say how much or because of what. */
function headlineOf(points: readonly TrendPoint[], lines: readonly TrendLine[], words: Words): string {
  const last = points.at(-1)
  if (points.length < 2 || last === undefined) return words.say('trend-headline-first')
  if (last.continues === 'break') return words.say('trend-headline-break')
  const named = (word: ChangeWord) => lines.filter(({ marks }) => marks.at(-1)?.word === word).map(({ name }) => name)
  const [up, down] = [named('increased'), named('decreased')]
  if (lines.every(({ marks }) => marks.at(-1)?.word === null)) return words.say('trend-headline-unknown')
  if (up.length === 0 && down.length === 0)
    return words.say(named('too_few_to_say').length > 0 ? 'trend-headline-few' : 'trend-headline-same')
  const parts = [
    up.length > 0 ? words.say('trend-headline-up', { names: words.list(up), n: up.length }) : undefined,
    down.length > 0 ? words.say('trend-headline-down', { names: words.list(down), n: down.length }) : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
