import type { Benchmark } from '../../server/contract/benchmarks.ts'
import type { Heatmap } from '../../server/contract/programme-figures.ts'
import { median } from './figures.ts'
import type { RegionClient } from './region-client.ts'
import type { PlainFigure } from './region-plain.ts'
import { timesOf } from './results.ts'

const WARM = 40
const READS = 200
const PERSPECTIVES = ['all', 'internal', 'external']

/** Reads heatmaps of every quarter and perspective in turn; milliseconds of each. */
export async function heatmapTimes(
  client: RegionClient,
  programmeId: string,
  periods: readonly string[],
): Promise<number[]> {
  let asked = 0
  const read = () => {
    const period = periods[asked % periods.length] ?? ''
    const perspective = PERSPECTIVES[asked % PERSPECTIVES.length] ?? 'all'
    asked += 1
    return client.call<Heatmap>('GET', `${programmeId}/programme/heatmap?period=${period}&perspective=${perspective}`)
  }
  await timesOf(WARM, read)
  return timesOf(READS, read)
}

/** Median time of one heatmap and how many figures it shows. */
export async function heatmapCost(
  client: RegionClient,
  programmeId: string,
): Promise<{ readonly cells: number; readonly ms: number }> {
  const read = () => client.call<Heatmap>('GET', `${programmeId}/programme/heatmap`)
  const { rows } = await read()
  await timesOf(WARM, read)
  const times = await timesOf(READS / 2, read)
  return { cells: rows.reduce((sum, { cells }) => sum + cells.length, 0), ms: median(times) }
}

/** The exponent b of `ms = a * cells ** b`, by least squares over logarithms. */
export function fittedExponent(points: readonly { readonly cells: number; readonly ms: number }[]): number {
  const logs = points.map(({ cells, ms }) => [Math.log(cells), Math.log(ms)] as const)
  const meanOf = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length
  const [x, y] = [meanOf(0), meanOf(1)]
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

/** A company with an owner who is signed in. */
export interface SignedInCompany {
  readonly id: string
  readonly client: RegionClient
}

/** Publishes a quarter while company pages are read one after another; how long it took, and each page. */
export async function publishBesides(
  publish: () => Promise<unknown>,
  companies: readonly SignedInCompany[],
  programmeId: string,
): Promise<{ readonly seconds: number; readonly pages: readonly number[] }> {
  let asked = 0
  const page = () => {
    const company = companies[asked % companies.length]
    asked += 1
    if (company === undefined) throw new Error('there is no company')
    return company.client.call<Benchmark>('GET', `${company.id}/participations/${programmeId}/benchmark`)
  }
  await timesOf(WARM, page)
  const pages: number[] = []
  const start = performance.now()
  let isGoing = true
  const published = publish().finally(() => {
    isGoing = false
  })
  while (isGoing) pages.push(...(await timesOf(1, page)))
  await published
  return { seconds: (performance.now() - start) / 1000, pages }
}

/** How many figures of a heatmap differ from plain arithmetic over the sheets; those that are hidden are left out. */
export function differencesOf(map: Heatmap, plain: readonly PlainFigure[]): { shown: number; different: number } {
  const means = new Map(plain.map(({ kind, rowId, cell, mean }) => [`${kind} ${rowId} ${cell}`, mean]))
  let [shown, different] = [0, 0]
  for (const { kind, id, cells } of map.rows)
    for (const { dimension, mean } of cells) {
      if (mean === null) continue
      shown += 1
      if (means.get(`${kind} ${id} ${map.horizon}/${dimension}/${map.perspective}`) !== mean) different += 1
    }
  return { shown, different }
}
