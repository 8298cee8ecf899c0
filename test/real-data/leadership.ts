import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { openDatabase } from '../../server/db/open.ts'
import { averageDeviation, withinGroupAgreement, withinGroupAgreementOfSet } from '../../server/domain/agreement.ts'
import { countsAt } from '../../server/domain/counts.ts'
import { stepsOf } from '../../server/domain/instrument.ts'
import { mean } from '../../server/domain/score.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { writeInstrument } from './instrument.ts'
import { compare, known } from './report.ts'
import { importFile, readRounds, readTable } from './rounds.ts'

const LEADERSHIP = ['AF06', 'AF07', 'AP12', 'AP17', 'AP33', 'AP34', 'AS14', 'AS15', 'AS16', 'AS17', 'AS28']
const RELIGION = 'RELIG'
const Vector = z.object({
  first5: z.array(z.number()),
  mean99: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
  n: z.array(z.number()).optional(),
})
const Vectors = z.object({ rwg_real: Vector, rwgj_real: Vector, ad_real: Vector })

/**
 * 5,400 soldiers in 99 companies about their leaders (James, Demaree & Wolf's agreement per company): imported as 99
 * organisations, read back, and compared with the published figures.
 */
export async function compareLeadership(folder: string, path: string): Promise<void> {
  console.log('\nbhr2000: 5,400 people in 99 groups, 11 items about leadership and one about religion, scale 1 to 5')
  const scale = { min: 1, max: 5 }
  const asked = [...LEADERSHIP, RELIGION]
  writeInstrument(
    join(folder, 'instruments'),
    'bhr2000',
    scale,
    asked.map((id) => ({ id, dimension: 'leadership', reverse: false })),
  )
  const rows = readTable(path)
  const lines = rows.flatMap((row, person) => {
    return asked.map(
      (item) => `Group ${Number(row['GRP'])},2000,Person ${person + 1},${item},${wholeNumber(row[item])}`,
    )
  })
  const file = join(folder, 'bhr2000.csv')
  writeFileSync(file, ['organisation,period,respondent,item,rating', ...lines, ''].join('\n'))
  await importFile(folder, file, 'bhr2000@1.0.0')

  const database = await openDatabase({ dataDir: join(folder, 'data') })
  const rounds = await readRounds(database, 'bhr2000', stepsOf(scale))
  await database.close()
  rounds.sort((a, b) => numberOf(a.name) - numberOf(b.name))
  const figures = rounds.map((round) => {
    const stepsOfItem = (id: string) => countsAt(round.folded, round.itemIds.indexOf(id), 0, 1).steps
    const leadership = LEADERSHIP.map(stepsOfItem)
    const deviations = leadership.map((steps) => known(averageDeviation(steps)))
    return {
      name: round.name,
      n: round.n,
      rwg: known(withinGroupAgreement(stepsOfItem(RELIGION))),
      rwgJ: known(withinGroupAgreementOfSet(leadership)),
      ad: mean(deviations),
    }
  })
  console.log('group            n   r_wg religion   r_wg(11)   average deviation')
  for (const { name, n, rwg, rwgJ, ad } of figures) {
    console.log(
      `${name.padEnd(12)} ${String(n).padStart(5)} ${rwg.toFixed(6).padStart(15)} ${rwgJ.toFixed(6).padStart(10)} ${ad.toFixed(6).padStart(19)}`,
    )
  }
  console.log('\n                                                         measured     expected')
  const vectors = Vectors.parse(
    JSON.parse(readFileSync(join(PACKAGE_ROOT, 'test', 'fixtures', 'test-vectors.json'), 'utf8')),
  )
  compareWith(
    'r_wg of religion',
    figures.map(({ rwg }) => rwg),
    vectors.rwg_real,
  )
  compareWith(
    'r_wg of 11 items',
    figures.map(({ rwgJ }) => rwgJ),
    vectors.rwgj_real,
  )
  compareWith(
    'average deviation of 11 items',
    figures.map(({ ad }) => ad),
    vectors.ad_real,
  )
  for (const [index, n] of (vectors.rwg_real.n ?? []).entries())
    compare(`people in group ${index + 1}`, figures[index]?.n ?? 0, n)
  compare('groups', figures.length, 99)
  compare(
    'people',
    figures.reduce((sum, { n }) => sum + n, 0),
    rows.length,
  )
  compare(
    'answers released',
    rounds.reduce((sum, { released }) => sum + released.items.reduce((part, item) => part + item.n, 0), 0),
    lines.length,
  )
}

function compareWith(name: string, measured: readonly number[], vector: z.infer<typeof Vector>): void {
  for (const [index, expected] of vector.first5.entries())
    compare(`${name}, group ${index + 1}`, measured[index] ?? Number.NaN, expected)
  compare(`${name}, mean of the groups`, mean(measured), vector.mean99)
  if (vector.min !== undefined) compare(`${name}, lowest`, Math.min(...measured), vector.min)
  if (vector.max !== undefined) compare(`${name}, highest`, Math.max(...measured), vector.max)
}

function numberOf(name: string): number {
  return Number(name.replace(/\D/g, ''))
}

/** R writes whole numbers as `2.0`; whatever else stands there is for the import to refuse. */
function wholeNumber(cell = ''): string {
  return cell.replace(/\.0$/, '')
}
