import type { Chore } from '../chores.ts'
import { type Database, isAnswering } from '../db/open.ts'
import { Backups } from './backups.ts'
import { TaskRunner } from './run-task.ts'
import { LEAST_ROOM, StorageRoom } from './storage-room.ts'

const LOOK_EVERY_MS = 3_000
const BACKUP_EVERY_MS = 15 * 60_000
const DRILL_LOOK_EVERY_MS = 60 * 60_000

/** How the server is doing, for whoever watches it: `attention` is worth a look, the last three are not ready. */
export type Readiness = 'ok' | 'attention' | 'read-only' | 'database' | 'stopping'

/** What upkeep depends on. */
export interface UpkeepOptions {
  readonly database: Database
  /** Folders of the embedded database and its backups; undefined on PostgreSQL, which looks after itself. */
  readonly folders?: { readonly dataDir: string; readonly backups: string } | undefined
  readonly version: string
  readonly now: () => Date
  /** Least room on the disk in bytes, for tests. */
  readonly leastRoom?: number | undefined
  /** Replaces the look at the disk; for tests. */
  readonly room?: StorageRoom
  /** Made-up data needs no backups. */
  readonly isDemo?: boolean
}

interface Log {
  warn(about: object, message: string): void
}

/** Looks after a running server: room on the disk, backups, and what watchers are told. */
export class Upkeep {
  readonly startedAt: Date
  /** Undefined where the server makes no backups itself. */
  readonly backups: Backups | undefined
  readonly #database: Database
  readonly #room: StorageRoom
  #isAnswering = true
  #isStopping = false
  #wasFull = false
  #isBroken = false

  constructor({ database, folders, version, now, leastRoom, room, isDemo = false }: UpkeepOptions) {
    this.#database = database
    this.startedAt = now()
    const unseen = { look: () => undefined }
    this.#room =
      room ??
      (folders ? StorageRoom.ofFolder(folders.dataDir, { least: leastRoom ?? LEAST_ROOM }) : new StorageRoom(unseen))
    if (database.sqlite === undefined || folders === undefined || isDemo) return
    this.backups = new Backups({
      sqlite: database.sqlite,
      dataDir: folders.dataDir,
      folder: folders.backups,
      version,
      now,
      tasks: new TaskRunner(),
      leastRoom: this.#room.least,
    })
  }

  /** How the server is doing, from what was seen last: asking costs nothing. */
  get readiness(): Readiness {
    if (this.#isStopping) return 'stopping'
    if (!this.#isAnswering || this.#isBroken) return 'database'
    if (this.#room.isFull) return 'read-only'
    return this.backups?.needsAttention === true || this.#room.isScarce ? 'attention' : 'ok'
  }

  /** Whether writes are refused because there is no room to store them. */
  get isReadOnly(): boolean {
    return this.#room.isFull
  }

  /** Room on the disk of the database; undefined where it is not ours to see. */
  get disk(): { readonly freeBytes: number; readonly leastBytes: number } | undefined {
    return this.#room.seen
  }

  /** A write failed because there is no room. */
  noteStorageFull(): void {
    this.#room.noteFull()
  }

  /** Whether the disk failed while something was written. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /** The disk failed while something was written or read: nothing is stored any more by this process. */
  noteStorageBroken(): void {
    this.#isBroken = true
  }

  /** From now on watchers hear that the server stops. */
  noteStopping(): void {
    this.#isStopping = true
  }

  /** Looks at the disk and the database. */
  async look(log?: Log): Promise<void> {
    this.#room.look()
    this.backups?.look()
    const isBack = await isAnswering(this.#database)
    if (isBack !== this.#isAnswering) {
      this.#isAnswering = isBack
      log?.warn({ isBack }, isBack ? 'the database answers again' : 'the database does not answer')
    }
    if (this.#room.isFull !== this.#wasFull) {
      this.#wasFull = this.#room.isFull
      log?.warn(
        { isFull: this.#wasFull },
        this.#wasFull ? 'the disk is nearly full: no writes are taken' : 'there is room again',
      )
    }
  }

  /** What the server does by itself from time to time. */
  chores(log: Log): Chore[] {
    const { backups } = this
    const looking = { name: 'look at disk and database', every: LOOK_EVERY_MS, run: () => this.look(log) }
    if (backups === undefined) return [looking]
    return [
      looking,
      { name: 'make a backup', every: BACKUP_EVERY_MS, run: () => backups.makeWhenChanged() },
      { name: 'try a backup out', every: DRILL_LOOK_EVERY_MS, run: () => backups.drillWhenDue() },
    ]
  }

  /** Breaks off what is going on; before the chores are stopped and the database is closed. */
  async stop(): Promise<void> {
    await this.backups?.stop()
  }
}
