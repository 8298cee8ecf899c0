import { randomUUID } from 'node:crypto'
import type Sqlite from 'better-sqlite3'

/** Puts a company in a new programme with one park, by rows: for pages that are about the company. Answers the programme. */
export function takesPart(db: Sqlite.Database, companyId: string): string {
  const [programmeId, parkId] = [randomUUID(), randomUUID()]
  const at = '2026-11-01T09:00:00.000Z'
  const found = db.prepare('insert into organisation (id, name, kind, locale, created_at) values (?, ?, ?, ?, ?)')
  found.run(programmeId, 'The valley', 'programme', 'nl', at)
  found.run(parkId, 'De Noord', 'park', 'nl', at)
  const head = db.prepare(
    "insert into audit_head (chain, organisation_id, number, hash, start_number, start_hash) values (?, ?, 0, '', 0, '')",
  )
  for (const id of [programmeId, parkId]) head.run(id, id)
  db.prepare("insert into region (code, name, kind) values ('GM0363', 'Amsterdam', 'municipality')").run()
  db.prepare('insert into park_fact (organisation_id, programme_id, region_code, revision) values (?, ?, ?, 1)').run(
    parkId,
    programmeId,
    'GM0363',
  )
  db.prepare(
    "insert into participation (id, programme_id, company_id, park_id, sector, joined_at, revision) values (?, ?, ?, ?, 'C', ?, 1)",
  ).run(randomUUID(), programmeId, companyId, parkId, at)
  return programmeId
}

const CAPITALS = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial']

/**
 * Publishes figures in which the company stands with 55: twelve companies on its park, but four in the last capital. What
 * is hidden there for others is told to nobody.
 */
export function publishedBeside(
  db: Sqlite.Database,
  programmeId: string,
  companyId: string,
  { period, own }: { readonly period: string; readonly own: number } = { period: '2026-Q3', own: 55 },
): void {
  const id = randomUUID()
  const { parkId } = db.prepare('select park_id as parkId from participation where company_id = ?').get(companyId) as {
    parkId: string
  }
  const frame = {
    versions: ['1.0.0'],
    horizons: ['now'],
    dimensions: CAPITALS,
    perspectives: ['all'],
    fromPeriod: null,
    joined: 40,
    contributed: 30,
    parks: { [parkId]: { joined: 14, contributed: 12 }, elsewhere: { joined: 26, contributed: 18 } },
  }
  db.prepare(
    `insert into programme_release (organisation_id, id, instrument_id, period, number, made_at, frame, document, etag)
     values (?, ?, 'six-capitals', ?, 1, '2026-11-02T09:00:00.000Z', ?, '{}', 'x')`,
  ).run(programmeId, id, period, JSON.stringify(frame))
  const cell = db.prepare(
    `insert into programme_cell
       (organisation_id, release_id, kind, row_id, horizon, dimension, perspective, n, mean, lower, upper, reason)
     values (?, ?, ?, ?, 'now', ?, 'all', ?, ?, ?, ?, ?)`,
  )
  for (const capital of CAPITALS) {
    const isFew = capital === 'financial'
    const told = isFew ? [4, null, null, null, 'too-few'] : [12, 62, 48, 71, null]
    cell.run(programmeId, id, 'park', parkId, capital, ...told)
    cell.run(programmeId, id, 'programme', 'all', capital, 30, 58, 40, 74, null)
  }
  const scores = Object.fromEntries(CAPITALS.map((capital) => [`now/${capital}/all`, own]))
  db.prepare(
    `insert into programme_contributor
       (organisation_id, release_id, table_kind, company_id, instrument_id, period, park_id, region_code, sector, scores)
     values (?, ?, 'release', ?, 'six-capitals', ?, ?, 'GM0363', 'C', ?)`,
  ).run(programmeId, id, companyId, period, parkId, JSON.stringify(scores))
}
