import { roundHalfUp } from '../../server/domain/rounding.ts'
import { countedScore } from '../../server/release/counted.ts'
import type { Contributed } from './region-data.ts'

/** A row of a plain table: nothing is held back. */
export interface PlainFigure {
  readonly kind: 'programme' | 'region' | 'park' | 'sector'
  readonly rowId: string
  /** `<horizon>/<dimension>/<perspective or all>`. */
  readonly cell: string
  readonly n: number
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** Winsorised means of every row and cell that has a score, by plain arithmetic; quartiles by nearest rank. */
export function plainTable(contributed: readonly Contributed[], cells: readonly string[]): PlainFigure[] {
  return cells.flatMap((cell) => {
    const rows = new Map<string, { kind: PlainFigure['kind']; rowId: string; scores: number[] }>()
    for (const { company, scores } of contributed) {
      const score = scores[cell] ?? null
      if (score === null) continue
      for (const [kind, rowId] of placesOf(company)) {
        const key = `${kind} ${rowId}`
        const row = rows.get(key) ?? { kind, rowId, scores: [] }
        rows.set(key, row)
        row.scores.push(countedScore(score))
      }
    }
    return [...rows.values()].map(({ kind, rowId, scores }) => ({ kind, rowId, cell, ...figuresOf(scores) }))
  })
}

function placesOf({ park, sector }: Contributed['company']): [PlainFigure['kind'], string][] {
  return [
    ['programme', 'all'],
    ['park', park.id],
    ...(park.regionCode === null ? [] : [['region', park.regionCode] satisfies [PlainFigure['kind'], string]]),
    ...(sector === null ? [] : [['sector', sector] satisfies [PlainFigure['kind'], string]]),
  ]
}

function figuresOf(scores: readonly number[]): Pick<PlainFigure, 'n' | 'mean' | 'lower' | 'upper'> {
  const sorted = scores.toSorted((a, b) => a - b)
  const rank = Math.ceil(sorted.length / 4)
  return {
    n: sorted.length,
    mean: roundHalfUp(sorted.reduce((sum, score) => sum + score, 0) / sorted.length),
    lower: sorted[rank - 1] ?? 0,
    upper: sorted[sorted.length - rank] ?? 0,
  }
}
