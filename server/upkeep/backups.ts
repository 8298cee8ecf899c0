import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { LEDGER_FILE } from '../erasure-ledger.ts'
import { StartError } from '../start-error.ts'
import {
  freeOwnName,
  listBackups,
  newestOf,
  pruneBackups,
  removeBackup,
  removeDrafts,
  type StoredBackup,
} from './backup-folder.ts'
import { freeBytes, isSameDisk, sizeOf } from './disk.ts'
import { claimFolder, isClaimed } from './installation.ts'
import { TaskFailed, type TaskRunner } from './run-task.ts'
import { type Drill, readDrill, writeDrill } from './state-file.ts'
import { whichMakeRoom } from './which-to-keep.ts'

/** Longest time that something may be without a backup before somebody should look, in milliseconds. */
const LATE_MS = 60 * 60_000
const DRILL_EVERY_MS = 7 * 24 * 60 * 60_000
/** What the system and SQLite call a disk without room. */
const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'disk-full']
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
  /**
   * Number of changes when the last backup of this process began; undefined before there was one. What was written
   * before this process began is not known: the times of files prove nothing where clocks jump.
   */
  #backedUpAt: number | undefined
  /** Since when something is without a backup; undefined when all is safe. */
  #unsafeSince: number | undefined
  #failure: string | null = null
  #drill: Drill | null
  #going: Promise<unknown> = Promise.resolve()

  constructor(options: BackupsOptions) {
    this.#options = options
    this.#countChanges = options.sqlite.prepare('select total_changes()').pluck()
    this.#drill = readDrill(options.dataDir)
    this.#clear()
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
    return this.#drill
  }

  /** Whether somebody should look: none can be made, one is late, or the last that was tried out was not good. */
  get needsAttention(): boolean {
    return this.#failure !== null || this.isLate || (this.#drill !== null && this.#drill.fault !== null)
  }

  /** Every whole backup in the folder, newest first. */
  list(): StoredBackup[] {
    return listBackups(this.#options.folder)
  }

  /** The newest of them; one that a wrong clock dated in the future is not. */
  get newest(): StoredBackup | undefined {
    return newestOf(this.list(), this.#options.now())
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

  /** Makes a backup when something changed since the last one, or may have before this process began. */
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
    this.#claim()
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

  #claim(): void {
    const { dataDir, folder } = this.#options
    try {
      claimFolder(dataDir, folder)
    } catch (cause) {
      if (!(cause instanceof StartError)) throw cause
      throw new TaskFailed(cause.code, [folder])
    }
  }

  /** Rather a new backup than many old ones: the oldest of our own go when there is no room otherwise, and that helps. */
  #makeRoom(): void {
    const { dataDir, folder, leastRoom, now } = this.#options
    const path = join(dataDir, DATABASE_FILE)
    // Some more than the mark at which the server takes no more writes: a backup never brings it there.
    const needed = sizeOf(path) + sizeOf(`${path}-wal`) + 2 * leastRoom
    pruneBackups(folder, now())
    const own = this.list().filter(({ isOwn }) => isOwn)
    const newest = newestOf(own, now()) ?? own[0]
    const mayGo = own.filter((backup) => backup !== newest).toReversed()
    for (const { path } of whichMakeRoom(mayGo, needed - freeBytes(folder)) ?? []) {
      const before = freeBytes(folder)
      removeBackup(path)
      // A disk that keeps snapshots gets no room from it: then no more of them go for nothing.
      if (freeBytes(folder) <= before) break
    }
    if (freeBytes(folder) < needed) throw new TaskFailed('no-room')
  }

  /**
   * Puts the newest backup back in a temporary place and looks whether it is whole, when that is a week ago or was
   * never done. A backup that turns out to be damaged is followed by a new one, which is tried out at once.
   */
  async drillWhenDue(): Promise<void> {
    const { newest } = this
    if (newest !== undefined && this.#isDrillDue(newest)) await this.drillNow()
  }

  #isDrillDue(newest: StoredBackup): boolean {
    const last = this.#drill
    if (last === null || last.fault === 'no-room') return true
    if (last.fault !== null && last.file !== newest.name) return true
    return Math.abs(this.#options.now().getTime() - Date.parse(last.at)) >= DRILL_EVERY_MS
  }

  /**
   * Tries the newest backup out.
   *
   * @throws {TaskFailed} it cannot be put back; that is remembered.
   */
  drillNow(): Promise<void> {
    return this.#oneByOne(async () => {
      const { newest } = this
      if (newest === undefined) return
      try {
        await this.#tryOut(newest)
        this.#remember(newest, null)
      } catch (error) {
        const code = error instanceof TaskFailed ? error.code : 'unexpected'
        if (code === 'stopped') throw error
        // Without room nothing is known of the backup.
        if (code !== 'no-room') this.#backedUpAt = -1
        this.#remember(newest, code)
        throw error
      }
    })
  }

  async #tryOut({ path, bytes }: StoredBackup): Promise<void> {
    const { dataDir, tasks, leastRoom } = this.#options
    // The copy, what bringing it up to date adds, and the room that stays.
    if (freeBytes(dataDir) < 2 * bytes + 2 * leastRoom) throw new TaskFailed('no-room')
    try {
      await tasks.run({ kind: 'drill', file: path, scratch: join(dataDir, DRILL_FOLDER) })
    } catch (error) {
      const isFull = error instanceof TaskFailed && FULL.includes(error.code)
      throw isFull ? new TaskFailed('no-room') : error
    }
  }

  #remember({ name }: StoredBackup, fault: string | null): void {
    this.#drill = { at: this.#options.now().toISOString(), file: name, fault }
    writeDrill(this.#options.dataDir, this.#drill)
  }

  /** Breaks off what is going on, and removes what that leaves. */
  async stop(): Promise<void> {
    await this.#options.tasks.stop()
    await this.#going.catch(() => undefined)
    this.#clear()
  }

  /** Removes what was broken off; in a folder of our own only, because another installation may be making one. */
  #clear(): void {
    const { dataDir, folder } = this.#options
    if (isClaimed(dataDir, folder)) removeDrafts(folder)
    rmSync(join(dataDir, DRILL_FOLDER), { recursive: true, force: true })
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
    return this.#backedUpAt === undefined || this.#changes() !== this.#backedUpAt
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
