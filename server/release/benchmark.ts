import type { ProgrammeFigure } from './programme.ts'
import { type ContributedScores, PROGRAMME_RULES, QUARTILES_FROM } from './programme-table.ts'

/** What one company may see of one row and cell in which it stands. */
export interface BenchmarkFigure {
  readonly kind: ProgrammeFigure['kind']
  readonly id: string
  readonly cell: string
  /** Companies behind the figure; always told. */
  readonly n: number
  /** Those without itself. */
  readonly others: number
  /** As released; null when fewer than five others are in it or the release does not show it. */
  readonly mean: number | null
  readonly end: ProgrammeFigure['end']
  /** As released, from ten others on. */
  readonly band: ProgrammeFigure['quartiles']
  /** How many others it takes and how many there are; null when there are enough. */
  readonly needed: { readonly needed: number; readonly has: number } | null
}

/**
 * A company beside the others of its programme, region, park and sector: nothing but what a release told, where at least five
 * others are in it. No figure is made for one company.
 *
 * @param figures the release, or those of its rows in which the company stands.
 * @param company as it stood in that release; a cell without a score means that it is not among the n.
 */
export function benchmarkOf(figures: readonly ProgrammeFigure[], company: ContributedScores): BenchmarkFigure[] {
  return figures
    .filter(({ kind, id }) => (kind === 'programme' ? id === 'all' : company[kind] === id))
    .map(({ kind, id, cell, n, mean, end, quartiles }) => {
      const others = (company.scores[cell] ?? null) === null ? n : n - 1
      const isEnough = others >= PROGRAMME_RULES.threshold
      return {
        kind,
        id,
        cell,
        n,
        others,
        mean: isEnough ? mean : null,
        end: isEnough ? end : null,
        band: others >= QUARTILES_FROM ? quartiles : null,
        needed: isEnough ? null : { needed: PROGRAMME_RULES.threshold, has: others },
      }
    })
}
