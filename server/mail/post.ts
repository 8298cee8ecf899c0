import type { Database } from '../db/open.ts'
import { claimMail, deleteMail, giveBackMail, listDueMail, markFailed, markSent } from '../db/queries/mail.ts'
import type { MailRow } from '../db/tables.ts'
import { seeingEvery } from '../db/tenant-lock.ts'
import { type ContentDeps, letterOf } from './content.ts'
import type { Letter, MailServer } from './mail-server.ts'

/** Where a mail that could not be sent is told: by its id, never by its address or text. */
interface Log {
  warn(about: object, message: string): void
  error(about: object, message: string): void
}

/** What sending mail needs. */
export interface PostDeps extends ContentDeps {
  readonly database: Database
  readonly server: MailServer
  /** Asked each time: the log opens after the post does. */
  readonly log: () => Log
}

const MINUTE = 60_000
/** How long to wait after each try; each is longer than a try can take. After the last one it is given up. */
const PAUSES = [2 * MINUTE, 10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 6 * 60 * MINUTE]
const MOST_AT_ONCE = 50
const FAILURES_IN_A_ROW = 3
/** How long a server that stops waits for the mail that is being sent. */
const PATIENCE_MS = 3_000

/**
 * Sends what is in the queue: right after the commit that put it there (`wake`), and again by a chore (`deliver`) for
 * what failed or what a process that died left behind. A mail is claimed in the database first, so that of several
 * processes one sends it. Only when a process dies between the mail server's yes and the note of it, a mail goes out
 * twice, with one `Message-ID`.
 */
export class Post {
  readonly #deps: PostDeps
  #running: Promise<void> | undefined
  #isAsked = false
  readonly #breakingOff = new AbortController()
  #stopping: Promise<void> | undefined

  constructor(deps: PostDeps) {
    this.#deps = deps
  }

  /** Says that something may be waiting; returns at once. What goes wrong is told to the log. */
  wake(): void {
    this.deliver().catch((error: unknown) => this.#deps.log().error({ err: error }, 'mail was not sent'))
  }

  /** Sends what is due now. A call while it is going on makes it look once more. */
  deliver(): Promise<void> {
    this.#isAsked = true
    // Mail of everybody, whoever it was that woke the post.
    this.#running ??= seeingEvery(() => this.#run())
    return this.#running
  }

  /**
   * Begins nothing more, and gives what is being sent a few seconds. A mail that is not sent by then goes back into the
   * queue. Asking again waits for the same.
   */
  stop(): Promise<void> {
    this.#stopping ??= this.#end()
    return this.#stopping
  }

  async #end(): Promise<void> {
    const patience = setTimeout(() => this.#breakingOff.abort(), PATIENCE_MS)
    await this.#running?.catch((error: unknown) => this.#deps.log().error({ err: error }, 'mail was not sent'))
    clearTimeout(patience)
  }

  async #run(): Promise<void> {
    try {
      while (this.#isAsked && this.#stopping === undefined) {
        this.#isAsked = false
        await this.#sendDue()
      }
    } finally {
      // At once with the last look at what was asked: a call in between would be lost.
      this.#running = undefined
    }
  }

  async #sendDue(): Promise<void> {
    const { database, now } = this.#deps
    let failures = 0
    for (;;) {
      const due = await listDueMail(database.db, now().toISOString(), MOST_AT_ONCE)
      if (due.length === 0) return
      for (const mail of due) {
        // A server that is down is left alone until the next time, and the rest of the queue keeps its tries.
        if (this.#stopping !== undefined || failures >= FAILURES_IN_A_ROW) return
        failures = (await this.#sendOne(mail)) ? 0 : failures + 1
      }
    }
  }

  /** False when the mail server failed. */
  async #sendOne(mail: Pick<MailRow, 'id' | 'tries'>): Promise<boolean> {
    const { database, now, server, log } = this.#deps
    const letter = await this.#claim(mail)
    if (letter === undefined) return true
    try {
      await server.send(mail.id, letter, this.#breakingOff.signal)
    } catch (error) {
      if (this.#breakingOff.signal.aborted) {
        await giveBackMail(database.db, mail, now().toISOString())
        return false
      }
      log().warn({ mail: mail.id, tries: mail.tries + 1, code: failureCode(error) }, 'a mail was not sent')
      if (mail.tries + 1 >= PAUSES.length) await markFailed(database.db, mail.id, now().toISOString())
      return false
    }
    await markSent(database.db, mail.id, now().toISOString())
    return true
  }

  #claim(mail: Pick<MailRow, 'id' | 'tries'>): Promise<Letter | undefined> {
    const { database, now } = this.#deps
    return database.db.transaction().execute(async (trx) => {
      const at = now()
      const nextAt = new Date(at.getTime() + (PAUSES[mail.tries] ?? 0)).toISOString()
      const claimed = await claimMail(trx, mail, nextAt)
      if (claimed === undefined) return undefined
      if (claimed.notAfter <= at.toISOString() || mail.tries >= PAUSES.length) {
        await markFailed(trx, mail.id, at.toISOString())
        return undefined
      }
      const letter = await letterOf(this.#deps, trx, claimed)
      if (letter === undefined) await deleteMail(trx, mail.id)
      return letter
    })
  }
}

/** What kind of failure it was, such as `ECONNECTION` or `535`; its words may hold an address. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
}
