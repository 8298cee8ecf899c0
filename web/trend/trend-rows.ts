import type { Cell } from '../../server/contract/csv.ts'
import type { Words } from '../results/words.ts'
import type { TrendLine, TrendMark, TrendModel } from './trend-model.ts'

/** The lines of a trend in the order of its table and its file: each dimension, then level, balance and floor. */
export function columnsOf({ lines, evenness }: TrendModel): readonly TrendLine[] {
  return [...lines, ...evenness]
}

/**
 * What a trend draws, as rows for a file: one a round, the oldest first, then what is aimed at. Behind each number stands
 * what belongs to it: its word of change, or the names of the lowest.
 */
export function trendRows(model: TrendModel, words: Words): readonly (readonly Cell[])[] {
  const columns = columnsOf(model)
  const isWordless = (line: TrendLine) => line.marks.every((mark) => wordOf(mark, words) === '')
  const head = columns.flatMap((line) => [
    line.name,
    ...(isWordless(line) ? [] : [words.say('trend-file-more', { name: line.name })]),
  ])
  const rows = model.points.map((point, at) => [
    point.round.period,
    point.round.title,
    peopleOf(point) ?? words.say('trend-together'),
    brokenIn(model, at, words),
    ...columns.flatMap((line) => {
      const mark = line.marks[at]
      return [cellOf(mark, line), ...(isWordless(line) ? [] : [mark === undefined ? null : wordOf(mark, words)])]
    }),
  ])
  const aims = columns.flatMap((line) => [
    line.target?.target.score ?? null,
    ...(isWordless(line) ? [] : [line.target?.target.duePeriod ?? null]),
  ])
  const first = ['period', 'round', 'people', 'broken'].map((code) => words.say(`trend-table-${code}`))
  const hasAims = columns.some(({ target }) => target !== undefined)
  return [
    [...first, ...head],
    ...rows,
    ...(hasAims ? [[null, words.say('trend-table-target'), null, null, ...aims]] : []),
  ]
}

/** How many took part; a team that filled in one form together is not one person. Null: not said as a number. */
export function peopleOf({ answering, n }: TrendModel['points'][number]): number | null {
  return answering === 'together' ? null : n
}

/** What a table of scores over time is called: it promises words of change only where there are some. */
export function captionId({ lines }: TrendModel): string {
  return lines.some(({ marks }) => marks.some(({ word }) => word !== null))
    ? 'trend-table-caption'
    : 'trend-table-plain'
}

/** A number as a number; with decimals as the reader's language writes it; in words what is not there. */
function cellOf(mark: TrendMark | undefined, { scale }: TrendLine): Cell {
  if (mark === undefined) return null
  return mark.value !== null && scale.most === 100 ? mark.value : mark.label
}

/** What stands under or behind a number. */
export function wordOf({ word, more }: TrendMark, words: Words): string {
  return word === null ? more : words.say(`trend-mark-${word}`)
}

/** The names of the lines that break before a round; empty where none does. */
export function brokenIn({ lines }: TrendModel, at: number, words: Words): string {
  const names = lines.filter(({ breaks }) => breaks.includes(at)).map(({ name }) => name)
  return names.length === 0 ? '' : words.list(names)
}
