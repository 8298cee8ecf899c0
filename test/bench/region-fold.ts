import { sql } from 'kysely'
import type { Database } from '../../server/db/open.ts'
import type { LoadedInstrument } from '../../server/instruments.ts'
import type { Region } from './region-data.ts'
import { type PlainFigure, plainTable } from './region-plain.ts'
import { cellsOf } from './region-releases.ts'
import { scoresOfSheets } from './region-scores.ts'

/** What the same figures cost without publications: every sheet of some quarters read and folded now, park by park. */
export async function foldRegion(
  { db }: Database,
  instrument: LoadedInstrument,
  { programme, companies }: Region,
  periods: readonly string[],
): Promise<ReadonlyMap<string, readonly PlainFigure[]>> {
  const known = new Map(companies.map((company) => [company.id, company]))
  const tables = new Map<string, readonly PlainFigure[]>()
  for (const period of periods) {
    const { rows } = await sql<{ company: string; answers: string }>`
      select participation.company_id as company, sheet.answers
      from participation
      join round on round.organisation_id = participation.company_id
      join sheet on sheet.organisation_id = round.organisation_id and sheet.round_id = round.id
      where participation.programme_id = ${programme.id} and round.instrument_id = ${instrument.id}
        and round.period = ${period} and round.state = 'closed'`.execute(db.withoutPlugins())
    const sheets = new Map<string, string[]>()
    for (const { company, answers } of rows) {
      const own = sheets.get(company)
      if (own === undefined) sheets.set(company, [answers])
      else own.push(answers)
    }
    const contributed = [...sheets].flatMap(([id, own]) => {
      const company = known.get(id)
      return company === undefined ? [] : [{ company, scores: scoresOfSheets(instrument, own) }]
    })
    tables.set(period, plainTable(contributed, cellsOf(instrument)))
  }
  return tables
}
