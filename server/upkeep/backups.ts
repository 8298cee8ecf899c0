import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { LEDGER_FILE } from '../erasure-ledger.ts'
import {
  freeOwnName,
  listBackups,
  makeBackupFolder,
  pruneBackups,
  removeDrafts,
  type StoredBackup,
} from './backup-folder.ts'
import { freeBytes, isSameDisk, sizeOf } from './disk.ts'
import { TaskFailed, type TaskRunner } from './run-task.ts'
import { type Drill, readDrill, writeDrill } from './state-file.ts'

/** Longest time that something may be without a backup before somebody should look, in milliseconds. */
const LATE_MS = 60 * 60_000
const DRILL_EVERY_MS = 7 * 24 * 60 * 60_000
/** Folder inside DATA_DIR in which a backup is tried out. */
export const DRILL_FOLDER = 'drill'

/** What backups depend on. */
export interface BackupsOptions {
  /** The connection that everything is written with: what it changed says whether there is something to back up. */
  readonly sqlite: Sqlite.Database
  readonly dataDir: string
  readonly folder: string
  readonly version: string
  readonly now: () => Date
  readonly tasks: TaskRunner
  /** Room in bytes that stays free on the disk of the backups. */
  readonly leastRoom: number
}

/** Backups that the server makes by itself, and the proof that they can be put back. */
export class Backups {
  readonly #options: BackupsOptions
  readonly #countChanges: Sqlite.Statement
  /** When the newest backup of before this process was made, in milliseconds. */
  readonly #newestBefore: number
  /** Number of changes when the last backup of this process began; undefined before there was one. */
  #backedUpAt: number | undefined
  /** Since when something is without a backup; undefined when all is safe. */
  #unsafeSince: number | undefined
  #failure: string | null = null
  #going: Promise<unknown> = Promise.resolve()

  constructor(options: BackupsOptions) {
    this.#options = options
    this.#countChanges = options.sqlite.prepare('select total_changes()').pluck()
    this.#newestBefore = listBackups(options.folder)[0]?.madeAt.getTime() ?? Number.NEGATIVE_INFINITY
    removeDrafts(options.folder)
    rmSync(join(options.dataDir, DRILL_FOLDER), { recursive: true, force: true })
  }

  /** Where they are. */
  get folder(): string {
    return this.#options.folder
  }

  /** Whether one broken disk takes both the database and its backups. */
  get isOnSameDisk(): boolean {
    return isSameDisk(this.#options.dataDir, this.#options.folder)
  }

  /** Code of why the last backup failed; null when it did not. */
  get failure(): string | null {
    return this.#failure
  }

  /** The last drill; null when there was none. */
  get drill(): Drill | null {
    return readDrill(this.#options.dataDir)
  }

  /** Every whole backup in the folder, newest first. */
  list(): StoredBackup[] {
    return listBackups(this.#options.folder)
  }

  /** Notes whether something waits for a backup; cheap enough for every few seconds. */
  look(): void {
    if (!this.#isChanged()) this.#unsafeSince = undefined
    else this.#unsafeSince ??= this.#options.now().getTime()
  }

  /** Whether something has been without a backup for more than an hour. */
  get isLate(): boolean {
    const age = this.#options.now().getTime() - (this.#unsafeSince ?? Number.POSITIVE_INFINITY)
    return age > LATE_MS
  }

  /** Makes a backup when something changed since the last one. */
  async makeWhenChanged(): Promise<void> {
    if (this.#isChanged()) await this.make()
  }

  /**
   * Makes a backup now, and throws away those that need not stay. Two at once are made one after the other.
   *
   * @throws {TaskFailed} why there is none; nothing half made is left under the name of a backup.
   */
  make(): Promise<void> {
    return this.#oneByOne(async () => {
      try {
        await this.#make()
        this.#failure = null
      } catch (error) {
        this.#failure = error instanceof TaskFailed ? error.code : 'unexpected'
        throw error
      }
    })
  }

  async #make(): Promise<void> {
    const { dataDir, folder, version, now, tasks } = this.#options
    makeBackupFolder(folder)
    removeDrafts(folder)
    this.#makeRoom()
    const changes = this.#changes()
    const file = join(folder, freeOwnName(folder, now()))
    await tasks.run({ kind: 'backup', dataDir, file, version, now: now().toISOString() })
    this.#backedUpAt = changes
    this.look()
    keepErasures(dataDir, folder)
    pruneBackups(folder, now())
  }

  /** Rather a new backup than many old ones: the oldest of our own go when there is no room otherwise. */
  #makeRoom(): void {
    const { dataDir, folder, leastRoom, now } = this.#options
    const path = join(dataDir, DATABASE_FILE)
    // Some more than the mark at which the server takes no more writes: a backup never brings it there.
    const needed = sizeOf(path) + sizeOf(`${path}-wal`) + 2 * leastRoom
    pruneBackups(folder, now())
    const own = this.list().filter(({ isOwn }) => isOwn)
    while (freeBytes(folder) < needed && own.length > 1) {
      const oldest = own.pop()
      if (oldest === undefined) break
      rmSync(oldest.path, { force: true })
      rmSync(`${oldest.path}.json`, { force: true })
    }
    if (freeBytes(folder) < needed) throw new TaskFailed('no-room')
  }

  /**
   * Puts the newest backup back in a temporary place and looks whether it is whole, when that is a week ago or was
   * never done. A backup that turns out to be damaged is followed by a new one.
   */
  async drillWhenDue(): Promise<void> {
    const { now } = this.#options
    const last = this.drill
    const age = last === null ? Number.POSITIVE_INFINITY : Math.abs(now().getTime() - Date.parse(last.at))
    if (age >= DRILL_EVERY_MS && this.list().length > 0) await this.drillNow()
  }

  /**
   * Tries the newest backup out.
   *
   * @throws {TaskFailed} it cannot be put back; that is remembered.
   */
  drillNow(): Promise<void> {
    return this.#oneByOne(async () => {
      const { dataDir, now, tasks, leastRoom } = this.#options
      const [newest] = this.list()
      if (newest === undefined) return
      // The copy, what bringing it up to date adds, and the room that stays.
      if (freeBytes(dataDir) < 2 * newest.bytes + 2 * leastRoom) throw new TaskFailed('no-room')
      const remember = (fault: string | null) =>
        writeDrill(dataDir, { at: now().toISOString(), file: newest.name, fault })
      try {
        await tasks.run({ kind: 'drill', file: newest.path, scratch: join(dataDir, DRILL_FOLDER) })
        remember(null)
      } catch (error) {
        const code = error instanceof TaskFailed ? error.code : 'unexpected'
        if (code === 'stopped') throw error
        remember(code)
        this.#backedUpAt = -1
        throw error
      }
    })
  }

  /** Breaks off what is going on, and removes what that leaves. */
  async stop(): Promise<void> {
    await this.#options.tasks.stop()
    await this.#going.catch(() => undefined)
    removeDrafts(this.#options.folder)
    rmSync(join(this.#options.dataDir, DRILL_FOLDER), { recursive: true, force: true })
  }

  #oneByOne(work: () => Promise<void>): Promise<void> {
    const next = this.#going.catch(() => undefined).then(work)
    this.#going = next
    next.catch(() => undefined)
    return next
  }

  #changes(): number {
    return Number(this.#countChanges.get())
  }

  #isChanged(): boolean {
    if (this.#backedUpAt !== undefined) return this.#changes() !== this.#backedUpAt
    // Before this process made one: a file that was written after the newest backup began says so.
    const path = join(this.#options.dataDir, DATABASE_FILE)
    return [path, `${path}-wal`].some((file) => {
      const stat = statSync(file, { throwIfNoEntry: false })
      return stat !== undefined && stat.size > 0 && stat.mtimeMs > this.#newestBefore
    })
  }
}

/** Who comes back to a lost disk with these backups must be able to do the erasures again. */
function keepErasures(dataDir: string, folder: string): void {
  const ledger = join(dataDir, LEDGER_FILE)
  if (!existsSync(ledger)) return
  const draft = join(folder, `${LEDGER_FILE}.new`)
  copyFileSync(ledger, draft)
  renameSync(draft, join(folder, LEDGER_FILE))
}
