import type { Db } from '../db/open.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { hasEventOfDay } from '../db/queries/audit-log.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'

/** A refusal that is not written yet. */
interface Refusal {
  readonly organisationId: string
  readonly userId: string
  readonly at: Date
}

/**
 * Members who asked for what their role does not allow. One event for each of them and day (UTC), written a while after:
 * a refusal itself writes nothing, so that nobody can fill the log, or make the server work, by being refused.
 */
export class RefusedAccess {
  readonly #db: Db
  readonly #now: () => Date
  /** Organisation and user of refusals that are not written yet, by both in one text. */
  #waiting = new Map<string, Refusal>()

  constructor(db: Db, now: () => Date) {
    this.#db = db
    this.#now = now
  }

  /** Remembers a refusal; the first of a user in an organisation counts. */
  note(organisationId: string, userId: string): void {
    const key = `${organisationId} ${userId}`
    if (!this.#waiting.has(key)) this.#waiting.set(key, { organisationId, userId, at: this.#now() })
  }

  /**
   * Writes what is remembered, unless it was noted that day already, or the organisation is gone.
   *
   * @throws {AggregateError} some could not be written, and are remembered; all others were.
   */
  async write(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = new Map()
    const failures: unknown[] = []
    for (const [key, refusal] of waiting) {
      try {
        await this.#writeOne(refusal)
      } catch (error) {
        failures.push(error)
        this.#waiting.set(key, refusal)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'refusals were not noted')
  }

  async #writeOne({ organisationId, userId, at }: Refusal): Promise<void> {
    const event = { organisationId, userId, action: 'access.refused', object: organisationId, at } as const
    await this.#db.transaction().execute(async (trx) => {
      if ((await findOrganisationById(trx, organisationId)) === undefined) return
      if (!(await hasEventOfDay(trx, event))) await insertAuditEvent(trx, event)
    })
  }
}
