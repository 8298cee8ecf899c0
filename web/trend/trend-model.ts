import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Target } from '../../server/contract/targets.ts'
import type { Trend, TrendHorizon, TrendPoint } from '../../server/contract/trend.ts'
import type { ChangeWord } from '../../server/domain/change.ts'
import { type Absence, absenceOf, reasonAt } from '../results/missing.ts'
import type { Names } from '../results/names.ts'
import { inSentence, type Words } from '../results/words.ts'
import { changeHeadline } from './change-headline.ts'
import { quarterText } from './quarter-text.ts'
import { type SingleLists, singleLists } from './single-change.ts'
import { type TargetMark, targetMark } from './target-marks.ts'

/** One round on a line: a released figure, or why there is none. */
export interface TrendMark {
  readonly value: number | null
  readonly absence: Absence | undefined
  /** What is printed for it, in drawing and table alike. */
  readonly label: string
  /** What belongs to the number, such as the names of the lowest; empty for most. */
  readonly more: string
  /** Since the mark before; null: nothing was compared. */
  readonly word: ChangeWord | null
  /** Whether a line from the mark before may be drawn. */
  readonly isJoined: boolean
}

/** The upright axis of a line: always whole, so that a small change never looks large. */
export interface TrendScale {
  readonly most: number
  readonly ticks: readonly { readonly value: number; readonly label: string }[]
  /** The line of preservation; undefined: there is none on this scale. */
  readonly line: number | undefined
}

/** One figure over time. */
export interface TrendLine {
  readonly code: string
  readonly name: string
  readonly scale: TrendScale
  /** One for each round. */
  readonly marks: readonly TrendMark[]
  /** Rounds before which this line breaks, by place. */
  readonly breaks: readonly number[]
  /** The newest round in a few words. */
  readonly sentence: string
  /** Every number in words, for who cannot see the drawing. */
  readonly told: string
  /** What the organisation aims at; undefined: nothing, or the line is not about now. */
  readonly target: TargetMark | undefined
}

/** What the drawings, the table and the file of a trend show: one source, so that they cannot differ. */
export interface TrendModel {
  readonly points: readonly TrendPoint[]
  /** The period of each round in a few signs. */
  readonly periods: readonly string[]
  /** Rounds before which one line or more breaks, by place. */
  readonly breaks: readonly number[]
  readonly headline: string
  /** What rose and fell since the round before, where both are one form; undefined where words of change say it. */
  readonly single: SingleLists | undefined
  /** One for each dimension, in the order of the instrument. */
  readonly lines: readonly TrendLine[]
  /** Level, balance and floor, each on a scale of its own; none where the instrument has no balance. */
  readonly evenness: readonly TrendLine[]
}

type TrendInstrument = Pick<InstrumentView, 'dimensions' | 'balance'> & Partial<Pick<InstrumentView, 'horizons'>>

/** What is read from each round for a line. */
interface Figure {
  readonly code: string
  readonly name: string
  readonly most: number
  readonly value: (horizon: TrendHorizon) => number | null
  readonly isBroken: (point: TrendPoint) => boolean
  /** The dimensions that it is made of. */
  readonly of: readonly string[]
  readonly decimals?: number
  readonly more?: (horizon: TrendHorizon) => string
  readonly hasLine?: boolean
}

/**
 * Makes the model of one horizon; rounds that did not ask about it have no number there.
 *
 * @param targets of this instrument; they are about its first horizon.
 */
export function trendModel(
  { points }: Trend,
  instrument: TrendInstrument,
  horizon: string,
  names: Names,
  words: Words,
  targets: readonly Target[] = [],
): TrendModel {
  const ofNow = instrument.horizons === undefined || instrument.horizons[0] === horizon ? targets : []
  const lineOf = (figure: Figure) => viewLine(figure, points, horizon, ofNow, words)
  const lines = instrument.dimensions.map((code) =>
    lineOf({
      code,
      name: names.dimension(code),
      most: 100,
      value: ({ dimensions }) => dimensions[code]?.score ?? null,
      isBroken: ({ broken }) => broken.includes(code),
      of: [code],
      hasLine: instrument.balance,
    }),
  )
  const evenness = instrument.balance ? evennessFigures(instrument.dimensions, names, words).map(lineOf) : []
  const [before, last] = [points.at(-2), points.at(-1)]
  const since = before && quarterText(before.round.period, words)
  const single = singleLists(last?.single, horizon, since ?? '', names, words)
  const changes = lines.map(({ code, name, marks }) => {
    return { name, word: marks.at(-1)?.word ?? null, isBroken: last?.broken.includes(code) ?? false }
  })
  return {
    points,
    periods: points.map(({ round }) => quarterText(round.period, words)),
    breaks: points.flatMap(({ continues }, place) => (continues === 'break' ? [place] : [])),
    headline: points.length < 2 ? words.say('trend-headline-first') : changeHeadline(changes, words, single?.sentence),
    single,
    lines,
    evenness,
  }
}

function evennessFigures(of: readonly string[], names: Names, words: Words): Figure[] {
  const isBroken = ({ continues }: TrendPoint) => continues === 'break'
  return [
    {
      code: 'level',
      name: words.say('trend-level'),
      most: 100,
      value: ({ level }) => level,
      isBroken,
      of,
      hasLine: true,
    },
    {
      code: 'balance',
      name: words.say('trend-balance'),
      most: 1,
      decimals: 2,
      value: ({ balance }) => balance,
      isBroken,
      of,
      more: ({ imbalanceCost }) =>
        imbalanceCost === null ? '' : words.say('trend-balance-cost', { n: imbalanceCost }),
    },
    {
      code: 'floor',
      name: words.say('trend-floor'),
      most: 100,
      value: ({ floor, dimensions }) => dimensions[floor[0] ?? '']?.score ?? null,
      isBroken,
      of,
      more: ({ floor }) => words.list(floor.map((code) => inSentence(names.dimension(code)))),
      hasLine: true,
    },
  ]
}

function viewLine(
  figure: Figure,
  points: readonly TrendPoint[],
  horizon: string,
  targets: readonly Target[],
  words: Words,
): TrendLine {
  const { code, name, isBroken } = figure
  const valueAt = (point: TrendPoint | undefined) => {
    const on = point?.horizons[horizon]
    return on === undefined ? null : figure.value(on)
  }
  const marks = points.map((point, at): TrendMark => {
    const value = valueAt(point)
    const on = point.horizons[horizon]
    const absence = value === null ? absenceIn(point, horizon, figure.of) : undefined
    return {
      value,
      absence,
      label: value === null ? words.say(`trend-${absence}`) : words.number(value, figure.decimals),
      more: value === null || on === undefined ? '' : (figure.more?.(on) ?? ''),
      word: on?.dimensions[code]?.word ?? null,
      isJoined: !isBroken(point) && value !== null && valueAt(points[at - 1]) !== null,
    }
  })
  const target = targets.find(({ dimension }) => dimension === code)
  const told = marks.map((mark, at) => {
    return words.say('trend-point', { period: quarterText(points[at]?.round.period ?? '', words), label: inFull(mark) })
  })
  return {
    code,
    name,
    scale: scaleOf(figure, words),
    marks,
    breaks: points.flatMap((point, at) => (isBroken(point) ? [at] : [])),
    sentence: sentenceOf(marks.at(-1), words),
    told: words.say('trend-label', { name, points: told.join('; ') }),
    target: target && targetMark(target, marks.at(-1)?.value ?? null, points, words),
  }
}

/** Hidden when one of the dimensions that a figure is made of is hidden; else it is missing. */
function absenceIn(point: TrendPoint, horizon: string, dimensions: readonly string[]): Absence {
  const isHidden = dimensions.some((code) => {
    const isAbsent = (point.horizons[horizon]?.dimensions[code]?.score ?? null) === null
    return isAbsent && absenceOf(reasonAt(point.suppressed, [horizon, code])) === 'hidden'
  })
  return isHidden ? 'hidden' : 'missing'
}

function scaleOf({ most, decimals, hasLine = false }: Figure, words: Words): TrendScale {
  const ticks = [0, most / 2, most].map((value) => {
    return { value, label: words.number(value, decimals === undefined || Number.isInteger(value) ? 0 : 1) }
  })
  return { most, ticks, line: hasLine ? most / 2 : undefined }
}

/** A number with what belongs to it. */
export function inFull({ label, more }: TrendMark): string {
  return more === '' ? label : `${label} (${more})`
}

function sentenceOf(last: TrendMark | undefined, words: Words): string {
  if (last === undefined) return ''
  if (last.value === null) return last.label
  return last.word === null
    ? words.say('trend-line-now', { score: inFull(last) })
    : words.say('trend-line-since', { score: last.label, word: words.say(`trend-word-${last.word}`) })
}
