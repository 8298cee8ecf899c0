import type { Scope } from '../auth/scope.ts'
import type { Db } from '../db/open.ts'
import { findReleaseDocument, findReleaseTag } from '../db/queries/programme-releases.ts'
import { ProblemError } from '../problem.ts'

/** The bytes of a release and their tag. */
export interface ReleaseBody {
  readonly etag: string
  readonly body: Buffer
}

/** Of all programmes of an installation together, in one process. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * Bodies of releases that were read lately. A release never changes, so that what is kept cannot be stale; whether it is
 * still there, and whose it is, is asked of the database each time.
 */
export class ReleaseBodies {
  readonly #bodies = new Map<string, ReleaseBody>()
  readonly #mostBytes: number
  #bytes = 0

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes
  }

  /**
   * The body of a release.
   *
   * @throws {ProblemError} `not-found`: this programme has no release with this id.
   */
  async read(db: Db, scope: Scope, id: string): Promise<ReleaseBody> {
    const etag = await findReleaseTag(db, scope, id)
    if (etag === undefined) throw new ProblemError('not-found')
    const known = this.#bodies.get(etag)
    if (known !== undefined) {
      this.#keep(known)
      return known
    }
    const row = await findReleaseDocument(db, scope, id)
    if (row === undefined) throw new ProblemError('not-found')
    const found = { etag: row.etag, body: Buffer.from(row.document) }
    this.#keep(found)
    return found
  }

  /** Puts it last; those that were not read for longest make room. */
  #keep(body: ReleaseBody): void {
    if (this.#bodies.delete(body.etag)) this.#bytes -= body.body.length
    this.#bodies.set(body.etag, body)
    this.#bytes += body.body.length
    for (const [etag, oldest] of this.#bodies) {
      if (this.#bytes <= this.#mostBytes) return
      this.#bodies.delete(etag)
      this.#bytes -= oldest.body.length
    }
  }
}
