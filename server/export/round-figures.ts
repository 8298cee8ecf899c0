import type { HorizonResult, ItemResult, Results, Suppressed } from '../contract/results.ts'
import type { Cell } from './csv.ts'

/** Columns of released figures. */
export const FIGURES_HEADER = [
  'release',
  'figure',
  'group',
  'horizon',
  'dimension',
  'perspective',
  'item',
  'n',
  'value',
  'coverage',
  'unknown_share',
  'agreement',
  'average_deviation',
  'lower_quartile',
  'median',
  'upper_quartile',
  'counts',
  'in_words',
  'not_shown',
] as const

type Column = (typeof FIGURES_HEADER)[number]
type Figure = Partial<Readonly<Record<Column, Cell>>>

/**
 * The figures of a release as rows: the whole, each dimension, each cell, each item, of everybody and of each group. A
 * figure that is not shown has its row too, with the reason: it is never 0.
 */
export function figureRows(results: Results): Cell[][] {
  const reasons = new Reasons(results.suppressed)
  const rows = [
    ...populationRows(results.horizons, '', results.n, reasons),
    ...Object.entries(results.groups).flatMap(([group, { n, horizons }]) =>
      horizons === null
        ? [{ figure: 'group', group, n, not_shown: reasons.find(`groups/${group}`) }]
        : populationRows(horizons, group, n, reasons),
    ),
    ...driftRows(results.drift),
    ...results.items.map((item) => itemRow(item, reasons)),
    // What is left out of a figure that is shown has no row of its own.
    ...reasons.unused().map(({ what, reason }) => ({ figure: 'left out', item: what, not_shown: reason })),
  ]
  return rows.map((row: Figure) => FIGURES_HEADER.map((column) => row[column] ?? null)).map(numbered(results))
}

function numbered({ release }: Results): (row: Cell[]) => Cell[] {
  return ([, ...rest]) => [release.number, ...rest]
}

/** Reasons by place; each is said in the row that it is about. */
class Reasons {
  readonly #all: readonly Suppressed[]
  readonly #used = new Set<string>()

  constructor(all: readonly Suppressed[]) {
    this.#all = all
  }

  /** Why this is not shown: said of it, or of a part or the whole of it. */
  find(what: string, value: Cell = null): Cell {
    const own = this.#all.filter((one) => one.what === what || one.what.startsWith(`${what}/`))
    const exact = own.find((one) => one.what === what)
    if (exact !== undefined) this.#used.add(exact.what)
    if (value !== null) return null
    const whole = this.#all.find((one) => what.startsWith(`${one.what}/`))
    return (exact ?? own[0] ?? whole)?.reason ?? null
  }

  unused(): readonly Suppressed[] {
    return this.#all.filter(({ what }) => !this.#used.has(what))
  }
}

function populationRows(
  horizons: Readonly<Record<string, HorizonResult>>,
  group: string,
  n: number,
  reasons: Reasons,
): Figure[] {
  const prefix = group === '' ? '' : `groups/${group}/`
  return Object.entries(horizons).flatMap(([horizon, result]) => {
    const of = { group: group || null, horizon, n }
    return [
      { ...of, figure: 'level', value: result.level },
      { ...of, figure: 'balance', value: result.balance },
      { ...of, figure: 'cost of imbalance', value: result.imbalanceCost },
      ...result.floor.map((dimension) => ({ ...of, figure: 'floor', dimension })),
      ...Object.entries(result.perspectives).flatMap(([perspective, part]) => [
        { ...of, figure: 'level', perspective, value: part.level },
        { ...of, figure: 'balance', perspective, value: part.balance },
        { ...of, figure: 'cost of imbalance', perspective, value: part.imbalanceCost },
        ...part.floor.map((dimension) => ({ ...of, figure: 'floor', perspective, dimension })),
      ]),
      ...Object.entries(result.dimensions).flatMap(([dimension, part]) => [
        {
          ...of,
          figure: 'dimension',
          dimension,
          value: part.score,
          coverage: part.coverage,
          unknown_share: part.unknownShare,
          not_shown: reasons.find(`${prefix}${horizon}/${dimension}`, part.score),
        },
        ...Object.entries(part.cells).map(([perspective, value]) => ({
          ...of,
          figure: 'cell',
          dimension,
          perspective,
          value,
          not_shown: reasons.find(`${prefix}${horizon}/${dimension}/${perspective}`, value),
        })),
        { ...of, figure: 'gap', dimension, value: part.gap },
      ]),
    ]
  })
}

function driftRows(drift: Results['drift']): Figure[] {
  return Object.entries(drift ?? {}).map(([dimension, value]) => ({ figure: 'drift', dimension, value }))
}

function itemRow(item: ItemResult, reasons: Reasons): Figure {
  const what = `items/${item.itemId}/${item.horizon}`
  const { agreement, quartiles } = item
  const whole = reasons.find(what, item.score)
  const noScore = reasons.find(`${what}/score`, item.score)
  const noWord = reasons.find(`${what}/word`, agreement.word)
  return {
    figure: 'item',
    horizon: item.horizon,
    dimension: item.dimension,
    perspective: item.perspective,
    item: item.itemId,
    n: item.n,
    value: item.score,
    unknown_share: item.unknownShare,
    agreement: agreement.word,
    average_deviation: agreement.averageDeviation,
    lower_quartile: quartiles?.lower ?? null,
    median: quartiles?.median ?? null,
    upper_quartile: quartiles?.upper ?? null,
    counts: item.counts?.join(' ') ?? null,
    in_words: item.nearlyEveryone && `nearly everyone ${item.nearlyEveryone}`,
    not_shown: noScore ?? whole ?? noWord,
  }
}
