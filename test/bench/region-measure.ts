import type { Heatmap } from '../../server/contract/programme-figures.ts'
import { type Database, migrate } from '../../server/db/open.ts'
import type { LoadedInstrument } from '../../server/instruments.ts'
import { atLeast, atMost, type Figure, informs, median, percentile95 } from './figures.ts'
import { type BenchServer, startBenchServer } from './processes.ts'
import type { Bulk } from './region-bulk.ts'
import { RegionClient } from './region-client.ts'
import { fillRegion, QUARTERS, type Region, signIn, signInOwner } from './region-data.ts'
import {
  differencesOf,
  fittedExponent,
  heatmapCost,
  heatmapTimes,
  publishBesides,
  type SignedInCompany,
} from './region-figures.ts'
import { foldRegion } from './region-fold.ts'
import { storeRelease, storeSmallRegion } from './region-releases.ts'
import { regionInstrument } from './region-scores.ts'

/** Where a benchmark of a region stores its rows. */
export interface RegionPlace {
  open(): Promise<Database>
  bulk(database: Database): Promise<Bulk>
  /** What a server is told about the database. */
  readonly env: Record<string, string>
}

/** How large a benchmark of a region is, and its bars; without a bar a figure only informs. */
export interface RegionPlan {
  readonly about: string
  readonly companies: number
  readonly parks: number
  readonly heatmapMs: number
  readonly publishSeconds?: number
  readonly pageMs?: number
  /** Times faster than folding. */
  readonly timesFaster?: number
}

/** Quarters that the product publishes itself, the newest; those before are stored as published. */
const PUBLISHED = 2
const OTHER_PARKS = [30, 60, 120, 240, 480, 960]
/** How often the last of these is published in yet another programme. */
const PUBLISHED_AGAIN = 6
const OWNERS = 20
const TENTH = 10

interface SignedInProgramme {
  readonly id: string
  readonly cookie: string
}

/** Everybody who asks. */
interface Filled {
  readonly instrument: LoadedInstrument
  readonly region: Region
  readonly tenth: Region
  readonly cookies: {
    readonly manager: string
    readonly analyst: string
    readonly managerOfTenth: string
    readonly companies: readonly { readonly id: string; readonly cookie: string }[]
    readonly others: readonly SignedInProgramme[]
    /** As large as the last of the others, and published more than once. */
    readonly again: SignedInProgramme
  }
}

/** A programme of this size and one of a tenth of it: reading, publishing, and what folding would cost. */
export async function measureRegion(place: RegionPlace, plan: RegionPlan): Promise<Figure[]> {
  const start = performance.now()
  const filled = await fill(place, plan)
  const { region } = filled
  const figures = [
    informs(`${plan.about}: answers in sheets`, region.answers.toLocaleString('en')),
    informs(`${plan.about}: making them`, `${((performance.now() - start) / 1000).toFixed(0)} s`),
  ]
  const server = await startBenchServer(place.env)
  try {
    figures.push(...(await publishing(server, filled, plan)))
    const analyst = new RegionClient(server, filled.cookies.analyst)
    const p95 = percentile95(await heatmapTimes(analyst, region.programme.id, QUARTERS))
    figures.push(atMost(`${plan.about}: programme heatmap, p95`, p95, plan.heatmapMs, 'ms'))
    figures.push(...(await growing(server, filled, plan)))
    figures.push(...(await folding(place, server, filled, plan)))
  } finally {
    await server.stop()
  }
  return figures
}

async function fill(place: RegionPlace, { companies, parks }: RegionPlan): Promise<Filled> {
  const instrument = regionInstrument()
  const database = await place.open()
  await migrate(database)
  const bulk = await place.bulk(database)
  const of = (count: number, ofParks: number) => {
    const size = { companies: count, parks: ofParks, periods: QUARTERS, respondents: 8 }
    return fillRegion(database, bulk, instrument, size, async ({ programme }, period, contributed) => {
      const isHistory = QUARTERS.indexOf(period) < QUARTERS.length - PUBLISHED
      if (isHistory) await storeRelease(bulk, instrument, programme, period, contributed)
    })
  }
  const region = await of(companies, parks)
  const tenth = await of(companies / TENTH, parks / TENTH)
  const other = async (count: number, times: number): Promise<SignedInProgramme> => {
    const { id, staff } = await storeSmallRegion(database, bulk, instrument, count, times)
    return { id, cookie: await signIn(database, staff.analyst) }
  }
  const others: SignedInProgramme[] = []
  for (const count of OTHER_PARKS) others.push(await other(count, 1))
  const again = await other(Math.max(...OTHER_PARKS), PUBLISHED_AGAIN)
  const owners: { id: string; cookie: string }[] = []
  for (const { id } of region.companies.slice(0, OWNERS)) owners.push({ id, cookie: await signInOwner(database, id) })
  const cookies = {
    manager: await signIn(database, region.programme.staff.owner),
    analyst: await signIn(database, region.programme.staff.analyst),
    managerOfTenth: await signIn(database, tenth.programme.staff.owner),
    companies: owners,
    others,
    again,
  }
  await bulk.close()
  await database.close()
  return { instrument, region, tenth, cookies }
}

/** The newest quarters are published one after another while companies look at their own pages. */
async function publishing(server: BenchServer, { region, cookies }: Filled, plan: RegionPlan): Promise<Figure[]> {
  const companies: SignedInCompany[] = cookies.companies.map(({ id, cookie }) => ({
    id,
    client: new RegionClient(server, cookie),
  }))
  const manager = new RegionClient(server, cookies.manager)
  const { id } = region.programme
  const pages: number[] = []
  const seconds: number[] = []
  for (const period of QUARTERS.slice(-PUBLISHED)) {
    const made = await publishBesides(() => manager.call('POST', `${id}/programme/releases`, { period }), companies, id)
    seconds.push(made.seconds)
    pages.push(...made.pages)
  }
  const { about, publishSeconds, pageMs } = plan
  const ofPublishing = `${about}: publish a quarter, slowest of ${PUBLISHED}`
  const ofPages = `${about}: company page while that runs, p95 of ${pages.length}`
  return [
    barred(ofPublishing, Math.max(...seconds), publishSeconds, 's', 2),
    barred(ofPages, percentile95(pages), pageMs, 'ms', 1),
  ]
}

function barred(name: string, measured: number, bar: number | undefined, unit: string, decimals: number): Figure {
  if (bar !== undefined) return atMost(name, measured, bar, unit, decimals)
  return informs(name, `${measured.toFixed(decimals)} ${unit}`)
}

/** What a heatmap costs in programmes of more and more parks, and where what was published earlier stands in every figure. */
async function growing(server: BenchServer, { cookies }: Filled, { about }: RegionPlan): Promise<Figure[]> {
  const costOf = ({ id, cookie }: SignedInProgramme) => heatmapCost(new RegionClient(server, cookie), id)
  const points = []
  for (const other of cookies.others) points.push(await costOf(other))
  const again = await costOf(cookies.again)
  const once = points.find(({ cells }) => cells === again.cells)
  return [
    ...points.map(({ cells, ms }) => informs(`${about}: heatmap of ${cells} figures, median`, `${ms.toFixed(1)} ms`)),
    atMost(`${about}: exponent of that time against figures shown`, fittedExponent(points), 1.1, '', 2),
    atMost(
      `${about}: the largest published ${PUBLISHED_AGAIN} times, every figure of the first, beside once`,
      again.ms / (once?.ms ?? Number.NaN),
      3,
      'x',
      1,
    ),
  ]
}

/** What the newest heatmap costs beside folding every sheet of the programme: here, and in a programme of a tenth. */
async function folding(
  place: RegionPlace,
  server: BenchServer,
  { instrument, region, tenth, cookies }: Filled,
  plan: RegionPlan,
): Promise<Figure[]> {
  const small = new RegionClient(server, cookies.managerOfTenth)
  await small.call('POST', `${tenth.programme.id}/programme/releases`, { period: QUARTERS.at(-1) })
  const database = await place.open()
  const few = await timesFaster(database, instrument, tenth, small)
  const many = await timesFaster(database, instrument, region, new RegionClient(server, cookies.analyst))
  await database.close()
  const times = `heatmap against folding every sheet, ${region.answers.toLocaleString('en')} answers: times faster`
  const rising = `the same, beside ${few.times.toFixed(0)} times of ${tenth.answers.toLocaleString('en')} answers`
  const { timesFaster: bar } = plan
  return [
    ...few.figures,
    ...many.figures,
    bar === undefined ? informs(times, many.times.toFixed(0)) : atLeast(times, many.times, bar, 0),
    atLeast(rising, many.times / few.times, 1, 1),
  ]
}

async function timesFaster(
  database: Database,
  instrument: LoadedInstrument,
  region: Region,
  client: RegionClient,
): Promise<{ readonly times: number; readonly figures: Figure[] }> {
  const start = performance.now()
  const tables = await foldRegion(database, instrument, region, QUARTERS)
  const every = performance.now() - start
  const again = performance.now()
  await foldRegion(database, instrument, region, QUARTERS.slice(-1))
  const newest = performance.now() - again
  const heatmap = median(await heatmapTimes(client, region.programme.id, QUARTERS.slice(-1)))
  const map = await client.call<Heatmap>('GET', `${region.programme.id}/programme/heatmap`)
  const { shown, different } = differencesOf(map, tables.get(map.release?.period ?? '') ?? [])
  const answers = `${region.answers.toLocaleString('en')} answers`
  return {
    times: every / heatmap,
    figures: [
      informs(`${answers}: folding every sheet`, `${(every / 1000).toFixed(2)} s`),
      informs(`${answers}: folding those of the newest quarter only`, `${newest.toFixed(0)} ms`),
      informs(`${answers}: heatmap, median`, `${heatmap.toFixed(1)} ms`),
      atMost(`${answers}: published means (of ${shown}) that folding gives otherwise`, different, 0, '', 0),
    ],
  }
}
