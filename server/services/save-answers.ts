import type { Acknowledgement, Operation } from '../contract/responses.ts'
import { Combiner, type Outcome } from '../db/combine.ts'
import type { Database, Trx } from '../db/open.ts'
import { listOrganisationsOfSecrets } from '../db/queries/presence.ts'
import { listRoundItemIds } from '../db/queries/rounds.ts'
import {
  columnsOf,
  findSheetsOfSecrets,
  insertSheetChanges,
  type SheetColumns,
  type SheetOfSecret,
  sheetOf,
  updateSheets,
} from '../db/queries/sheets.ts'
import { seeingOnly } from '../db/tenant-lock.ts'
import { applyOperations, type OperationStatus, type Sheet, type SheetOperation } from '../domain/sheet.ts'
import type { Instruments } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { findInstrumentOfRound } from './imported-instruments.ts'
import { type AskedForm, placeOperation } from './place-operations.ts'
import { followedRounds } from './rooms.ts'
import { isCollecting } from './round-life.ts'

/** Takes operations of respondents and acknowledges each after a durable commit. */
export interface SheetStore {
  /**
   * @param secretHash hash of the respondent's secret, which says whose sheet it is.
   * @throws {ProblemError} `sign-in-needed` when the secret is none; `round-closed` when the round is archived;
   *   `unknown-instrument` when what it asks is not known here.
   */
  save(secretHash: string, operations: readonly Operation[]): Promise<Acknowledgement[]>
  /** Resolves when everything that was taken is stored: before the database may be closed. */
  idle(): Promise<void>
}

interface Request {
  readonly secretHash: string
  readonly operations: readonly Operation[]
}

/** What a round asks, and who hears of its answers. */
interface Form extends AskedForm {
  /** Rounds whose followers hear that somebody answered: this one and the one whose second vote it is. */
  readonly followed: readonly string[]
}

interface Deps {
  readonly database: Database
  readonly instruments: Instruments
  readonly now: () => Date
  readonly live: Live
}

const MOST_FORMS = 200

/** The store of a running server: combined, durable writes on either database. */
export function createSheetStore({ database, instruments, now, live }: Deps): SheetStore {
  const forms = new Map<string, Form>()
  let organisations: string[] = []
  const combiner = new Combiner<Request, Acknowledgement[]>(async (requests) => {
    const followed = new Set<string>()
    organisations = await tenantsOf(requests)
    const outcomes = await seeingOnly(organisations, () =>
      database.db.transaction().execute((trx) => saveBatch(trx, requests, followed)),
    )
    for (const roundId of followed) live.note(roundId, 'progress')
    return outcomes
  })
  return {
    save: (secretHash, operations) => combiner.submit({ secretHash, operations }),
    idle: () => combiner.idle(),
  }

  /** Whose answers a batch holds: only their rows are seen while it is written, where the database has a second lock. */
  async function tenantsOf(requests: readonly Request[]): Promise<string[]> {
    if (database.kind === 'sqlite') return []
    const secrets = [...new Set(requests.map(({ secretHash }) => secretHash))]
    // Secrets have no lock; with what the last batch saw, a connection mostly has to be told nothing.
    return seeingOnly(organisations, () => listOrganisationsOfSecrets(database.db, secrets))
  }

  async function saveBatch(
    trx: Trx,
    requests: readonly Request[],
    followed: Set<string>,
  ): Promise<Outcome<Acknowledgement[]>[]> {
    const secrets = [...new Set(requests.map(({ secretHash }) => secretHash))]
    const rows = await findSheetsOfSecrets(trx, secrets, database.kind === 'postgres' ? 'lock' : 'read')
    const drafts = new Map<string, SheetDraft | undefined>()
    for (const row of rows) {
      const form = await formOf(trx, row)
      drafts.set(row.secretHash, form && new SheetDraft(row, form, now()))
    }
    const outcomes = requests.map(({ secretHash, operations }): Outcome<Acknowledgement[]> => {
      try {
        const draft = drafts.get(secretHash)
        if (draft === undefined)
          throw new ProblemError(drafts.has(secretHash) ? 'unknown-instrument' : 'sign-in-needed')
        return { value: draft.take(operations) }
      } catch (error) {
        return { error }
      }
    })
    const changed = [...drafts.values()].flatMap((draft) => (draft?.isChanged === true ? [draft] : []))
    for (const draft of changed) for (const roundId of draft.followed) followed.add(roundId)
    await updateSheets(
      trx,
      changed.map((draft) => draft.columns()),
    )
    await insertSheetChanges(
      trx,
      changed.flatMap((draft) => draft.history(now())),
    )
    return outcomes
  }

  /** Undefined when what the round asks is not known here: others in the batch have nothing to do with that. */
  async function formOf(trx: Trx, row: SheetOfSecret): Promise<Form | undefined> {
    const known = forms.get(row.roundId)
    if (known !== undefined) return known
    const instrument = await findInstrumentOfRound(trx, instruments, row)
    if (instrument === undefined) return undefined
    const itemIds = await listRoundItemIds(trx, row.organisationId, row.roundId)
    const form: Form = {
      places: new Map(itemIds.map((id, index) => [id, index])),
      horizons: JSON.parse(row.horizons) as string[],
      scale: instrument.scale,
      followed: await followedRounds(trx, row.organisationId, row.roundId),
    }
    if (forms.size >= MOST_FORMS) forms.clear()
    forms.set(row.roundId, form)
    return form
  }
}

/** One sheet while a batch is being applied. */
class SheetDraft {
  readonly #row: SheetOfSecret
  readonly #form: Form
  readonly #taking: { isCollecting: boolean; isOpen: boolean }
  readonly #history: object[] = []
  #sheet: Sheet
  isChanged = false

  constructor(row: SheetOfSecret, form: Form, now: Date) {
    this.#row = row
    this.#form = form
    this.#sheet = sheetOf(row)
    this.#taking = { isCollecting: isCollecting(row, now), isOpen: row.mode === 'open' }
  }

  get followed(): readonly string[] {
    return this.#form.followed
  }

  take(operations: readonly Operation[]): Acknowledgement[] {
    if (this.#row.state === 'archived') throw new ProblemError('round-closed')
    const placed = operations.map((operation) => placeOperation(operation, this.#form))
    const valid = placed.filter((operation) => typeof operation !== 'string')
    const { sheet, statuses } = applyOperations(this.#sheet, valid, this.#taking)
    if (sheet !== this.#sheet) this.isChanged = true
    this.#sheet = sheet
    const remaining = statuses.values()
    return operations.map(({ opId }, index): Acknowledgement => {
      const operation = placed[index]
      if (operation === undefined || typeof operation === 'string') {
        return { opId, status: 'rejected', ...(operation === undefined ? {} : { code: operation }) }
      }
      const status = remaining.next().value ?? 'stale'
      this.#remember(operation, status)
      return status === 'reused' ? { opId, status: 'rejected', code: 'operation-reused' } : { opId, status }
    })
  }

  columns(): SheetColumns {
    const { organisationId, roundId, respondentId, revision } = this.#row
    return { organisationId, roundId, respondentId, ...columnsOf(this.#sheet), revision: revision + 1 }
  }

  history(now: Date) {
    if (this.#history.length === 0) return []
    const { organisationId, roundId, respondentId, revision } = this.#row
    const changes = JSON.stringify(this.#history)
    return [{ organisationId, roundId, respondentId, revision: revision + 1, changes, changedAt: now.toISOString() }]
  }

  #remember(operation: SheetOperation, status: OperationStatus): void {
    if (!this.#taking.isOpen || (status !== 'applied' && status !== 'conflict')) return
    this.#history.push({ ...operation, status })
    // A conflicting answer lives in the history only: it has to be written even when the sheet stays as it was.
    this.isChanged = true
  }
}
