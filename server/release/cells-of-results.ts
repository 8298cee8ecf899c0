import type { HorizonResult, Results } from '../contract/results.ts'
import { ALL, type ReleaseCell } from './release.ts'

/**
 * The cells of a release, from its document: for a release that comes with its document only. A group of which the
 * document says nothing has none.
 */
export function cellsOfResults({ n, horizons, groups }: Pick<Results, 'n' | 'horizons' | 'groups'>): ReleaseCell[] {
  return [
    ...cellsOf(ALL, n, horizons),
    ...Object.entries(groups).flatMap(([group, one]) => cellsOf(group, one.n, one.horizons ?? {})),
  ]
}

function cellsOf(population: string, n: number, horizons: Readonly<Record<string, HorizonResult>>): ReleaseCell[] {
  return Object.entries(horizons).flatMap(([horizon, { dimensions }]) =>
    Object.entries(dimensions).flatMap(([dimension, { score, cells }]) =>
      [[ALL, score] as const, ...Object.entries(cells)].map(([perspective, value]) => {
        return { population, horizon, dimension, perspective, n, score: value }
      }),
    ),
  )
}
