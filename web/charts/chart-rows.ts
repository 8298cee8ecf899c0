import type { Cell } from '../../server/contract/csv.ts'
import type { Words } from '../results/words.ts'
import { absenceWord, type ChartModel, type Mark } from './radar-model.ts'

/**
 * The numbers of a chart as rows for a file, the head first: one row a dimension. A number is a number; what is not there
 * says in words whether it is hidden, missing or not to be compared.
 */
export function chartRows({ axes, series, differences }: ChartModel, words: Words): readonly (readonly Cell[])[] {
  const head = [words.say('results-dimension'), ...series.map(({ name }) => name)]
  const rows = axes.map(({ name, marks, differenceText }) => {
    const cells = [name, ...marks.map((mark) => cellOf(mark, words))]
    return differences === undefined ? cells : [...cells, differenceText]
  })
  return [differences === undefined ? head : [...head, differences.name], ...rows]
}

function cellOf({ value, absence }: Mark, words: Words): Cell {
  return value ?? absenceWord(absence ?? 'missing', words)
}
