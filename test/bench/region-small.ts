import type { Heatmap } from '../../server/contract/programme-figures.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import type { LoadedInstrument } from '../../server/instruments.ts'
import { atLeast, atMost, type Figure, informs, percentile95 } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'
import { type Bulk, bulkIntoSqlite } from './region-bulk.ts'
import { RegionClient } from './region-client.ts'
import { fillRegion, QUARTERS, type Region, signIn, signInOwner } from './region-data.ts'
import {
  differencesOf,
  fittedExponent,
  heatmapCost,
  heatmapFigure,
  heatmapTimes,
  publishBesides,
} from './region-figures.ts'
import { foldRegion } from './region-fold.ts'
import { storeRelease, storeSmallRegion } from './region-releases.ts'
import { regionInstrument } from './region-scores.ts'
import { median } from './figures.ts'

const ABOUT = '1,000 companies x 20 quarters, SQLite'
/** Quarters that the product publishes itself; those before are stored as published. */
const PUBLISHED = 2
const PARKS = [30, 60, 120, 240, 480, 960]
const OWNERS = 20

/** A programme of a thousand companies on the embedded database: reading, publishing, and what folding would cost. */
export async function smallRegionFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('bench-region')
  const database = await openDatabase({ dataDir })
  await migrate(database)
  const instrument = regionInstrument()
  const bulk = bulkIntoSqlite(database)
  const region = await fill(database, bulk, instrument, 1_000, 60)
  const tenth = await fill(database, bulk, instrument, 100, 6)
  const sizes = []
  for (const parks of PARKS) sizes.push(await storeSmallRegion(database, bulk, instrument, parks))
  await bulk.close()
  const analyst = await signIn(database, region.programme.staff.analyst)
  const manager = await signIn(database, region.programme.staff.owner)
  const ofTenth = await signIn(database, tenth.programme.staff.owner)
  const ofSizes = await Promise.all(sizes.map(({ staff }) => signIn(database, staff.analyst)))
  const owners: { id: string; cookie: string }[] = []
  for (const { id } of region.companies.slice(0, OWNERS)) owners.push({ id, cookie: await signInOwner(database, id) })
  await database.close()

  const server = await startBenchServer({ DATA_DIR: dataDir })
  const figures: Figure[] = [informs(`${ABOUT}: answers in sheets`, region.answers.toLocaleString('en'))]
  const asAnalyst = new RegionClient(server, analyst)
  try {
    const pages: number[] = []
    const seconds: number[] = []
    const companies = owners.map(({ id, cookie }) => ({ id, client: new RegionClient(server, cookie) }))
    for (const period of QUARTERS.slice(-PUBLISHED)) {
      const publish = () =>
        new RegionClient(server, manager).call('POST', `${region.programme.id}/programme/releases`, { period })
      const made = await publishBesides(publish, companies, region.programme.id)
      seconds.push(made.seconds)
      pages.push(...made.pages)
    }
    figures.push(
      atMost(`${ABOUT}: publish a quarter, slowest of ${PUBLISHED}`, Math.max(...seconds), 10, 's', 2),
      atMost(`company page while that runs, p95 of ${pages.length}`, percentile95(pages), 50, 'ms'),
      heatmapFigure(ABOUT, await heatmapTimes(asAnalyst, region.programme.id, QUARTERS), 100),
    )
    const points = []
    for (const [index, { id }] of sizes.entries())
      points.push(await heatmapCost(new RegionClient(server, ofSizes[index] ?? ''), id))
    for (const { cells, ms } of points) figures.push(informs(`heatmap of ${cells} figures`, `${ms.toFixed(1)} ms`))
    figures.push(atMost('heatmap: exponent of time against figures shown', fittedExponent(points), 1.1, '', 2))
    const publishTenth = () =>
      new RegionClient(server, ofTenth).call('POST', `${tenth.programme.id}/programme/releases`, {
        period: QUARTERS.at(-1),
      })
    await publishTenth()
    const again = await openDatabase({ dataDir })
    const few = await timesFaster(again, instrument, tenth, new RegionClient(server, ofTenth))
    const many = await timesFaster(again, instrument, region, asAnalyst)
    await again.close()
    figures.push(
      ...few.figures,
      ...many.figures,
      atLeast(`against folding every sheet, ${region.answers.toLocaleString('en')} answers: times`, many.times, 20, 0),
      atLeast(`the same divided by that of ${tenth.answers.toLocaleString('en')} answers`, many.times / few.times, 1, 1),
    )
  } finally {
    await server.stop()
  }
  return figures
}

/** A programme with its history; its newest quarters are not published yet. */
function fill(
  database: Database,
  bulk: Bulk,
  instrument: LoadedInstrument,
  companies: number,
  parks: number,
): Promise<Region> {
  const size = { companies, parks, periods: QUARTERS, withSheets: QUARTERS.length, respondents: 8 }
  return fillRegion(database, bulk, instrument, size, async ({ programme }, period, contributed) => {
    if (QUARTERS.slice(0, -PUBLISHED).includes(period))
      await storeRelease(bulk, instrument, programme, period, contributed)
  })
}

/** How many times faster the newest heatmap is than folding every sheet of the programme; and whether both say the same. */
async function timesFaster(
  database: Database,
  instrument: LoadedInstrument,
  region: Region,
  client: RegionClient,
): Promise<{ readonly times: number; readonly figures: Figure[] }> {
  const start = performance.now()
  const tables = await foldRegion(database, instrument, region, QUARTERS)
  const folding = performance.now() - start
  const newest = performance.now()
  await foldRegion(database, instrument, region, QUARTERS.slice(-1))
  const one = performance.now() - newest
  const heatmap = median(await heatmapTimes(client, region.programme.id, QUARTERS.slice(-1)))
  const map = await client.call<Heatmap>('GET', `${region.programme.id}/programme/heatmap`)
  const { shown, different } = differencesOf(map, tables.get(map.release?.period ?? '') ?? [])
  const answers = `${region.answers.toLocaleString('en')} answers`
  return {
    times: folding / heatmap,
    figures: [
      informs(`${answers}: folding every sheet`, `${(folding / 1000).toFixed(2)} s`),
      informs(`${answers}: folding the newest quarter only`, `${one.toFixed(0)} ms`),
      informs(`${answers}: heatmap, median`, `${heatmap.toFixed(1)} ms`),
      atMost(`${answers}: of ${shown} published means, other than folded`, different, 0, '', 0),
    ],
  }
}
