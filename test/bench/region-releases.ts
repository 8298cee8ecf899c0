import { randomUUID } from 'node:crypto'
import type { Database } from '../../server/db/open.ts'
import { Random } from '../../server/demo/random.ts'
import type { LoadedInstrument } from '../../server/instruments.ts'
import type { StoredFrame } from '../../server/services/programme-releases.ts'
import { addParks, addProgramme, type MadeProgramme } from '../support/programme-data.ts'
import type { Bulk } from './region-bulk.ts'
import type { Contributed } from './region-data.ts'
import { type PlainFigure, plainTable } from './region-plain.ts'

const AT = '2026-10-01T09:00:00.000Z'
const FEWEST = 5
const QUARTILES_FROM = 10

/** Every cell that a programme tells of an instrument on `now`. */
export function cellsOf({ dimensions, perspectives }: LoadedInstrument): string[] {
  return ['all', ...perspectives].flatMap((perspective) => dimensions.map((code) => `now/${code}/${perspective}`))
}

/**
 * Stores a release of an earlier quarter, with who was in it: figures by plain arithmetic, hidden where there are too few.
 * The newest quarters of a benchmark are published by the product itself.
 */
export async function storeRelease(
  bulk: Bulk,
  instrument: LoadedInstrument,
  programme: MadeProgramme,
  period: string,
  contributed: readonly Contributed[],
): Promise<void> {
  const figures = plainTable(contributed, cellsOf(instrument))
  const parks = Map.groupBy(contributed, ({ company }) => company.park.id)
  const perPark = [...parks].map(([id, { length }]) => [id, { joined: length, contributed: length }] as const)
  const releaseId = await storeFigures(bulk, instrument, programme.id, period, figures, {
    joined: contributed.length,
    contributed: contributed.length,
    parks: Object.fromEntries(perPark),
  })
  const rows = contributed.map(({ company, scores }) => ({
    organisation_id: programme.id,
    release_id: releaseId,
    table_kind: 'release',
    company_id: company.id,
    instrument_id: instrument.id,
    period,
    park_id: company.park.id,
    region_code: company.park.regionCode,
    sector: company.sector,
    scores: JSON.stringify(scores),
  }))
  await bulk.insert('programme_contributor', rows)
}

/**
 * A programme of so many parks with one release of made-up figures.
 *
 * @param times it was published: from the second on no figure is shown, so that those of the first stand.
 */
export async function storeSmallRegion(
  { db }: Database,
  bulk: Bulk,
  instrument: LoadedInstrument,
  parks: number,
  times = 1,
): Promise<MadeProgramme> {
  const programme = await addProgramme(db, `A programme of ${parks} parks`)
  const made = await addParks(db, programme.id, parks)
  const random = new Random(`${parks} parks`)
  const rows = [
    { kind: 'programme', rowId: 'all' } as const,
    ...made.map(({ id }) => ({ kind: 'park', rowId: id }) as const),
  ]
  const figures = rows.flatMap((row) =>
    cellsOf(instrument).map((cell): PlainFigure => {
      const mean = 20 + Math.floor(60 * random.next())
      return { ...row, cell, n: 16, mean, lower: mean - 5, upper: mean + 5 }
    }),
  )
  const perPark = made.map(({ id }) => [id, { joined: 16, contributed: 16 }] as const)
  const total = 16 * parks
  const frame = { joined: total, contributed: total, parks: Object.fromEntries(perPark) }
  const store = (number: number, standing: string | null) =>
    storeFigures(bulk, instrument, programme.id, '2026-Q4', figures, frame, { number, standing })
  const first = await store(1, null)
  for (let number = 2; number <= times; number += 1) await store(number, first)
  return programme
}

async function storeFigures(
  bulk: Bulk,
  { id, version, dimensions, perspectives }: LoadedInstrument,
  organisationId: string,
  period: string,
  figures: readonly PlainFigure[],
  tookPart: Pick<StoredFrame, 'joined' | 'contributed' | 'parks'>,
  { number, standing }: { readonly number: number; readonly standing: string | null } = { number: 1, standing: null },
): Promise<string> {
  const releaseId = randomUUID()
  const asked = { versions: [version], horizons: ['now'], dimensions, perspectives: ['all', ...perspectives] }
  const frame: StoredFrame = { ...asked, fromPeriod: null, ...tookPart }
  const of = { organisation_id: organisationId }
  const release = { ...of, id: releaseId, instrument_id: id, period, number, made_at: AT, made_by: null }
  const texts = { frame: JSON.stringify(frame), themes: null, document: '{}', etag: releaseId }
  await bulk.insert('programme_release', [{ ...release, ...texts }])
  const rows = figures.map(({ kind, rowId, cell, n, mean, lower, upper }) => {
    const [horizon = '', dimension = '', perspective = ''] = cell.split('/')
    const isShown = n >= FEWEST && standing === null
    const hasBand = isShown && n >= QUARTILES_FROM && (kind === 'programme' || kind === 'park')
    return {
      ...of,
      release_id: releaseId,
      kind,
      row_id: rowId,
      horizon,
      dimension,
      perspective,
      n,
      mean: isShown ? mean : null,
      low_or_high: null,
      lower: hasBand ? lower : null,
      upper: hasBand ? upper : null,
      reason: isShown ? null : n < FEWEST ? 'too-few' : 'complement',
      standing_release_id: standing,
    }
  })
  await bulk.insert('programme_cell', rows)
  return releaseId
}
