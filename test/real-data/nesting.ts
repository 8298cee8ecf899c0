import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProgrammeDocument, ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { openDatabase } from '../../server/db/open.ts'
import { upsertProgramme } from '../../server/db/queries/programme-pages.ts'
import { findUserByEmail } from '../../server/db/queries/users.ts'
import { roundHalfUp } from '../../server/domain/rounding.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { consentTo } from '../support/contributing.ts'
import { addParks, addProgramme, takePart } from '../support/programme-data.ts'
import { signedIn } from '../support/world-sign-ins.ts'
import { writeInstrument } from './instrument.ts'
import { compare, report } from './report.ts'
import { importFile, OWNER, readTable } from './rounds.ts'

const ID = 'lq2002'
const PERIOD = '2002'
const PARKS = 7
/** Leadership and the significance of tasks, both asked on a scale from 1 to 5. */
const SCALES = new Map([
  ['leadership', codesOf('LEAD', 11)],
  ['significance', codesOf('TSIG', 3)],
])
const DIMENSIONS = [...SCALES.keys()]

/** A group of people as a company on a park. */
interface Group {
  readonly number: number
  readonly park: number
  readonly people: readonly Record<string, string>[]
}

/**
 * 2,042 soldiers in 49 companies: each group is imported as a company with its people, consents, and contributes to a
 * programme of seven parks, which publishes. The published means are compared with plain arithmetic over the rows.
 */
export async function compareNesting(folder: string, path: string): Promise<void> {
  console.log('\nlq2002: 2,042 people in 49 groups as companies on 7 parks of a programme, 14 items, scale 1 to 5')
  writeInstrument(
    join(folder, 'instruments'),
    ID,
    { min: 1, max: 5 },
    DIMENSIONS.flatMap((dimension) => itemsOf(dimension).map((id) => ({ id, dimension, reverse: false }))),
  )
  const groups = readGroups(path)
  const lines = groups.flatMap(({ number, people }) =>
    people.flatMap((row) =>
      DIMENSIONS.flatMap(itemsOf).map((id) => `Company ${number},${PERIOD},Person ${row['SUB']},${id},${row[id]}`),
    ),
  )
  const file = join(folder, `${ID}.csv`)
  writeFileSync(file, ['organisation,period,respondent,item,rating', ...lines, ''].join('\n'))
  await importFile(folder, file, `${ID}@1.0.0`)

  const database = await openDatabase({ dataDir: join(folder, 'data') })
  const instruments = loadInstruments([join(DATA_ROOT, 'instruments'), join(folder, 'instruments')])
  const api = await startApp(database, { instruments })
  const { document, parkIds } = await publishOf(api, groups)
  await api.close()
  await database.close()
  compareRows(document, groups, parkIds)
}

function readGroups(path: string): Group[] {
  const people = Map.groupBy(readTable(path), (row) => Number(row['COMPID']))
  return [...people].map(([number, rows], index) => ({ number, park: index % PARKS, people: rows }))
}

/** Consents of every company, and a publication; with the ids of the parks in their order. */
async function publishOf(
  api: TestApp,
  groups: readonly Group[],
): Promise<{ document: ProgrammeDocument; parkIds: readonly string[] }> {
  const { db } = api.database
  const programme = await addProgramme(db, 'The region')
  const unset = { slug: null, titleNl: '', titleEn: '', aboutNl: '', aboutEn: '', licence: 'CC-BY-4.0', contact: '' }
  const settings = { organisationId: programme.id, instrumentId: ID, ...unset, accent: null, shownSince: null }
  await db.transaction().execute((trx) => upsertProgramme(trx, { ...settings, revision: 1 }))
  const parkIds = (await addParks(db, programme.id, PARKS)).map(({ id }) => id)
  const owner = await findUserByEmail(db, OWNER)
  if (owner === undefined) throw new Error('nobody owns what was imported')
  const client = await signedIn(api, owner.id)
  const companies = await db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .where('instrumentId', '=', ID)
    .execute()
  for (const { number, park } of groups) {
    const company = companies.find(({ name }) => name === `Company ${number}`)
    if (company === undefined) throw new Error(`there is no group ${number}`)
    await takePart(db, programme.id, company.id, parkIds[park] ?? '')
    const reply = await consentTo(
      'benchmark',
      client,
      `/api/organisations/${company.id}/participations/${programme.id}`,
    )
    if (reply.status >= 300) throw new Error(reply.text)
  }
  const manager = await signedIn(api, programme.staff.owner)
  const path = `/api/organisations/${programme.id}/programme/releases`
  const { id } = (await manager.post(path, { period: PERIOD })).as(ProgrammeReleaseSummary)
  return { document: (await manager.get(`${path}/${id}`)).as(ProgrammeDocument), parkIds }
}

function compareRows(document: ProgrammeDocument, groups: readonly Group[], parkIds: readonly string[]): void {
  console.log('\nmeans of the companies, each from 15 to 85, published against plain arithmetic over the rows')
  console.log('                                                         measured     expected')
  compare('companies that count', document.tookPart.contributed, groups.length)
  compare(
    'people',
    groups.reduce((sum, { people }) => sum + people.length, 0),
    2042,
  )
  compareRow(document, 'programme', 'all', 'all parks', groups)
  for (const [park, id] of parkIds.entries()) {
    const name = document.rows.find((row) => row.id === id)?.name ?? `park ${park + 1}`
    compareRow(
      document,
      'park',
      id,
      name,
      groups.filter((group) => group.park === park),
    )
  }
}

function compareRow(
  document: ProgrammeDocument,
  kind: 'programme' | 'park',
  id: string,
  name: string,
  groups: readonly Group[],
): void {
  const row = document.rows.find((one) => one.kind === kind && one.id === id)
  for (const dimension of DIMENSIONS) {
    const cell = row?.cells.find((one) => one.dimension === dimension && one.perspective === 'all')
    const counted = groups.map((group) => Math.min(85, Math.max(15, scoreOf(group, dimension))))
    const expected = roundHalfUp(counted.reduce((sum, score) => sum + score, 0) / counted.length)
    report(`${name}, ${dimension}`, String(cell?.mean), String(expected), cell?.mean === expected)
    report(`${name}, ${dimension}, n`, String(cell?.n), String(groups.length), cell?.n === groups.length)
  }
}

/** The score of a company from the rows: the mean of the means of its items, from 0 to 100, in whole points. */
function scoreOf({ people }: Group, dimension: string): number {
  const means = itemsOf(dimension).map((id) => {
    const ratings = people.map((row) => Number(row[id]))
    return ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
  })
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length
  return roundHalfUp((100 * (mean - 1)) / 4)
}

function codesOf(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`)
}

function itemsOf(dimension: string): readonly string[] {
  return SCALES.get(dimension) ?? []
}
