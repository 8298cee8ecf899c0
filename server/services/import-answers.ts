import type { Locale } from '../contract/common.ts'
import type { RoundMode } from '../contract/rounds.ts'
import type { Trx } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { findOrganisationsByNameOfOwner, hasRoundWithTitle } from '../db/queries/imports.ts'
import { comparePeriods } from '../domain/periods.ts'
import type { ImportedRound } from '../import/answers-csv.ts'
import { type ImportFault, importRefused } from '../import/faults.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { text } from '../texts.ts'
import { publishInstruments } from './instruments.ts'
import { addOrganisation } from './organisations.ts'
import type { ReleaseDeps } from './releases.ts'
import { closeStoredRound, storeRespondents, storeRound } from './stored-rounds.ts'

/** Answers that were read from a file, and where they go. */
export interface AnswersImport {
  readonly rounds: readonly ImportedRound[]
  readonly instrument: LoadedInstrument
  readonly mode: RoundMode
  /** Name of the file, for the titles of the rounds. */
  readonly fileName: string
  /** An organisation for everything, or the owner of the organisations that the file names. */
  readonly into: { readonly organisationId: string; readonly userId?: string } | { readonly ownerId: string }
  /** What the round is called; made of its period and the file when it is left out. Several rounds get their period too. */
  readonly title?: string | undefined
  /** Language of titles, and of organisations that are made. */
  readonly locale: Locale
  /** Told after each round how many are done. */
  readonly onProgress?: (done: number) => void
}

/** What an import made. */
export interface ImportDone {
  readonly organisations: number
  readonly rounds: number
  readonly respondents: number
  readonly answers: number
  readonly made: readonly { readonly id: string; readonly title: string }[]
}

/**
 * Writes a file of answers in one transaction: a closed round with its final release for each organisation and period.
 *
 * @throws {ProblemError} `import-refused` with the line, when an organisation cannot be told or had this file before;
 * then nothing is written.
 * @throws {StartError} `instrument-changed`.
 */
export function importAnswers(deps: ReleaseDeps, input: AnswersImport): Promise<ImportDone> {
  return deps.database.db.transaction().execute(async (trx) => {
    await publishInstruments(trx, deps.instruments, deps.now())
    const rounds = input.rounds.toSorted((a, b) => comparePeriods(a.period, b.period))
    const places = new Places(trx, input, deps.now())
    const faults: ImportFault[] = []
    const made: { id: string; title: string }[] = []
    for (const [index, round] of rounds.entries()) {
      const organisationId = await places.find(round)
      const title = titleOf(input, round)
      if (organisationId === undefined) {
        faults.push({ line: round.line, code: 'organisation-ambiguous', variables: { name: round.organisation ?? '' } })
      } else if (await hasRoundWithTitle(trx, organisationId, title)) {
        faults.push({
          line: round.line,
          code: 'imported-before',
          variables: { period: round.period, file: input.fileName },
        })
      } else if (faults.length === 0) {
        // A millisecond apart, so that lists show the periods in order.
        const id = await importRound({ ...deps, now: () => new Date(places.now.getTime() + index) }, trx, {
          ...input,
          organisationId,
          title,
          round,
        })
        made.push({ id, title })
      }
      input.onProgress?.(index + 1)
    }
    if (faults.length > 0) throw importRefused(faults, input.locale)
    const respondents = rounds.flatMap((round) => round.respondents)
    const answers = respondents.reduce((sum, sheet) => sum + sheet.answers.replaceAll('.', '').length, 0)
    return { organisations: places.made, rounds: rounds.length, respondents: respondents.length, answers, made }
  })
}

function titleOf({ title, rounds, fileName, locale }: AnswersImport, { period }: ImportedRound): string {
  if (title === undefined) return text(locale, 'import-round-title', { period, file: fileName })
  return rounds.length > 1 ? `${title} ${period}` : title
}

/** Organisations of a file by name: found among those of the owner, or made. */
class Places {
  made = 0
  readonly now: Date
  readonly #trx: Trx
  readonly #input: AnswersImport
  readonly #ids = new Map<string | null, string>()

  constructor(trx: Trx, input: AnswersImport, now: Date) {
    this.#trx = trx
    this.#input = input
    this.now = now
  }

  /** The organisation of a round; undefined when two organisations of the owner have its name. */
  async find({ organisation: name }: ImportedRound): Promise<string | undefined> {
    const { into, locale } = this.#input
    if ('organisationId' in into) return into.organisationId
    const known = this.#ids.get(name)
    if (known !== undefined || name === null) return known
    const found = await findOrganisationsByNameOfOwner(this.#trx, into.ownerId, name)
    if (found.length > 1) return undefined
    const id = found[0] ?? (await addOrganisation(this.#trx, into.ownerId, { name, kind: 'company', locale }, this.now))
    if (found.length === 0) this.made += 1
    this.#ids.set(name, id)
    return id
  }
}

async function importRound(
  deps: ReleaseDeps,
  trx: Trx,
  { round, into, ...input }: AnswersImport & { organisationId: string; title: string; round: ImportedRound },
): Promise<string> {
  const row = await storeRound(trx, {
    ...input,
    period: round.period,
    horizons: round.horizons,
    groups: round.groups,
    expected: null,
    itemIds: round.itemIds,
    at: deps.now(),
  })
  await storeRespondents(trx, row, round.respondents)
  await closeStoredRound(deps, trx, row)
  await insertAuditEvent(trx, {
    organisationId: row.organisationId,
    userId: 'ownerId' in into ? into.ownerId : (into.userId ?? null),
    action: 'round.import',
    object: row.id,
    at: deps.now(),
  })
  return row.id
}
