import { randomUUID } from 'node:crypto'
import type { Database } from '../../server/db/open.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { insertUser } from '../../server/db/queries/users.ts'
import { Random } from '../../server/demo/random.ts'
import type { LoadedInstrument } from '../../server/instruments.ts'
import { addSession } from '../../server/services/sessions.ts'
import {
  addCompanies,
  addParks,
  addProgramme,
  addRegions,
  type MadeCompany,
  type MadePark,
  type MadeProgramme,
} from '../support/programme-data.ts'
import type { Bulk, BulkRow } from './region-bulk.ts'
import { scoresOfSheets } from './region-scores.ts'

/** How large a programme is. */
export interface RegionSize {
  readonly companies: number
  readonly parks: number
  /** Oldest first. */
  readonly periods: readonly string[]
  readonly respondents: number
}

/** A programme that was filled. */
export interface Region {
  readonly programme: MadeProgramme
  readonly parks: readonly MadePark[]
  readonly companies: readonly MadeCompany[]
  readonly answers: number
}

/** What a company gave about a quarter. */
export interface Contributed {
  readonly company: MadeCompany
  readonly scores: Record<string, number | null>
}

const SECTORS = 6
const COMPANIES_AT_ONCE = 500
const AT = '2026-10-01T09:00:00.000Z'

/** The twenty quarters of a benchmark, oldest first. */
export const QUARTERS = Array.from({ length: 20 }, (_, index) => `${2022 + Math.floor(index / 4)}-Q${(index % 4) + 1}`)

/**
 * Fills a programme: companies with a closed round in every quarter, answered by so many people, with its release; and
 * what they contributed of it. Which items a round asks is not stored: nothing that is measured reads it.
 *
 * @param each is told what was contributed to a quarter, in the order of the companies, when it is all there.
 */
export async function fillRegion(
  { db }: Database,
  bulk: Bulk,
  instrument: LoadedInstrument,
  size: RegionSize,
  each: (region: Omit<Region, 'answers'>, period: string, contributed: readonly Contributed[]) => Promise<void>,
): Promise<Region> {
  const random = new Random(`region of ${size.companies}`)
  const programme = await addProgramme(db, `A programme of ${size.companies}`)
  const parks = await addParks(db, programme.id, size.parks, await addRegions(db, 12))
  const companies = await addCompanies(db, programme.id, parks, size.companies, SECTORS)
  const levels = companies.map(() => instrument.items.map(() => 1.8 + 2.6 * random.next()))
  const region = { programme, parks, companies }
  let answers = 0
  for (const period of size.periods) {
    const contributed: Contributed[] = []
    for (let from = 0; from < companies.length; from += COMPANIES_AT_ONCE) {
      const rows = new RoundRows(instrument, period)
      for (const [at, company] of companies.slice(from, from + COMPANIES_AT_ONCE).entries()) {
        const sheets = sheetsOf(random, levels[from + at] ?? [], size.respondents)
        const scores = scoresOfSheets(instrument, sheets)
        rows.add(company, programme.id, sheets, scores)
        contributed.push({ company, scores })
      }
      answers += rows.answers
      for (const [table, ofTable] of rows.all()) await bulk.insert(table, ofTable)
    }
    await each(region, period, contributed)
  }
  return { ...region, answers }
}

function sheetsOf(random: Random, levels: readonly number[], respondents: number): string[] {
  return Array.from({ length: respondents }, () => {
    let answers = ''
    for (const level of levels) {
      const drawn = random.next()
      // One in fifty does not know; the others lie around the level of their company.
      answers += drawn < 0.02 ? '?' : Math.min(5, Math.max(1, Math.round(level + 3.2 * (random.next() - 0.5))))
    }
    return answers
  })
}

/** Rows of the rounds of many companies in one quarter. */
class RoundRows {
  answers = 0
  readonly #instrument: LoadedInstrument
  readonly #period: string
  readonly #rows = new Map<string, BulkRow[]>()

  constructor(instrument: LoadedInstrument, period: string) {
    this.#instrument = instrument
    this.#period = period
  }

  /** Tables in the order in which their rows can be stored. */
  all(): Iterable<[string, readonly BulkRow[]]> {
    return this.#rows
  }

  add(
    { id: companyId, park, sector }: MadeCompany,
    programmeId: string,
    sheets: readonly string[],
    scores: Contributed['scores'],
  ): void {
    const [roundId, releaseId] = [randomUUID(), randomUUID()]
    const of = { organisation_id: companyId, round_id: roundId }
    const about = { instrument_id: this.#instrument.id, instrument_version: this.#instrument.version }
    const form = { period: this.#period, horizons: '["now"]', mode: 'anonymous', groups: '[]', expected: sheets.length }
    const times = { created_at: AT, opened_at: AT, closes_at: null, closed_at: AT, remind_days: '[]' }
    const state = { threshold: 5, state: 'closed', code: null, purpose: 'assessment', answering: 'each' }
    const round = {
      organisation_id: companyId,
      id: roundId,
      title: 'The quarter',
      ...about,
      ...form,
      ...state,
      ...times,
    }
    this.#push('round', round)
    for (const answers of sheets) {
      const respondentId = randomUUID()
      this.#push('respondent', {
        ...of,
        id: respondentId,
        join_hash: null,
        stakeholder_group: null,
        name: null,
        finished: 1,
      })
      const kept = { remarks: '{}', operations: '[]', late: '[]', revision: 1 }
      this.#push('sheet', { ...of, respondent_id: respondentId, answers, ...kept })
      this.answers += answers.length
    }
    const last = { number: 1, made_at: AT, final: 1, newer_answers: 0, document: '{}' }
    this.#push('release', { ...of, id: releaseId, ...last })
    for (const [cell, score] of Object.entries(scores)) {
      const [horizon = '', dimension = '', perspective = ''] = cell.split('/')
      const place = { population: 'all', horizon, dimension, perspective, n: sheets.length, score }
      this.#push('release_cell', { organisation_id: companyId, release_id: releaseId, ...place })
    }
    const where = { company_id: companyId, park_id: park.id, region_code: park.regionCode, sector }
    this.#push('contribution', {
      organisation_id: programmeId,
      id: randomUUID(),
      ...where,
      ...about,
      period: this.#period,
      round_id: roundId,
      release_id: releaseId,
      scores: JSON.stringify(scores),
      themes: '[]',
      contributed_at: AT,
    })
  }

  #push(table: string, row: BulkRow): void {
    const rows = this.#rows.get(table)
    if (rows === undefined) this.#rows.set(table, [row])
    else rows.push(row)
  }
}

/** The cookie of a new sign-in of this user. */
export async function signIn({ db }: Database, userId: string): Promise<string> {
  const way = { method: 'password', isStrong: false, agent: null } as const
  return `mv=${await db.transaction().execute((trx) => addSession(trx, userId, new Date(), way))}`
}

/** The cookie of a new owner of this company. */
export async function signInOwner(database: Database, companyId: string): Promise<string> {
  const id = randomUUID()
  const account = { email: `${id}@example.org`, name: 'An owner', locale: 'nl', passwordHash: '-', createdAt: AT }
  await insertUser(database.db, { id, ...account })
  const member = { organisationId: companyId, userId: id, role: 'owner', until: null, createdAt: AT } as const
  await upsertMembership(database.db, member)
  return signIn(database, id)
}
