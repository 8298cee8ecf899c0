import { join } from 'node:path'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { freeBytes, sizeOf } from './disk.ts'

const MEGABYTE = 1_000_000
/** Below this the server takes no more writes, in bytes; or below twice the write-ahead log, if that is more. */
export const LEAST_ROOM = 200 * MEGABYTE
const TRY_AGAIN_MS = 10_000

/** What the room for storing depends on; a test brings its own. */
export interface RoomOptions {
  /** Room on the disk of the database, in bytes; undefined where it is not ours to see. */
  readonly look: () => { readonly free: number; readonly log: number } | undefined
  readonly least?: number
  /** Milliseconds of a clock that never jumps. */
  readonly clock?: () => number
}

/**
 * Whether there is room to store. The server stops taking writes while there still is some, because a database that
 * runs full in the middle of a write, and a log of the system on the same disk, take more than answers down.
 */
export class StorageRoom {
  readonly #look: RoomOptions['look']
  readonly #least: number
  readonly #clock: () => number
  #isLow = false
  #isScarce = false
  #seen: { readonly freeBytes: number; readonly leastBytes: number } | undefined
  /** The database itself said that it is full: not asked again before this moment. */
  #fullUntil = Number.NEGATIVE_INFINITY

  constructor({ look, least = LEAST_ROOM, clock = () => performance.now() }: RoomOptions) {
    this.#look = look
    this.#least = least
    this.#clock = clock
  }

  /** The room of the embedded database in a folder. */
  static ofFolder(dataDir: string, { least, clock }: Omit<RoomOptions, 'look'> = {}): StorageRoom {
    const log = join(dataDir, `${DATABASE_FILE}-wal`)
    const look = () => ({ free: freeBytes(dataDir), log: sizeOf(log) })
    return new StorageRoom({ look, ...(least !== undefined && { least }), ...(clock && { clock }) })
  }

  /** Looks at the disk: some microseconds. What went low comes back only well above the mark, and does not flutter. */
  look(): void {
    const seen = this.#look()
    if (seen === undefined) return
    const floor = Math.max(this.#least, 2 * seen.log)
    this.#seen = { freeBytes: seen.free, leastBytes: floor }
    this.#isLow = seen.free < (this.#isLow ? 1.5 * floor : floor)
    this.#isScarce = seen.free < 2.5 * floor
  }

  /** The database said that it is full, whatever the disk seemed to have left. */
  noteFull(): void {
    this.#fullUntil = this.#clock() + TRY_AGAIN_MS
    this.look()
  }

  /** Whether writes are refused now. */
  get isFull(): boolean {
    return this.#isLow || this.#clock() < this.#fullUntil
  }

  /** Whether somebody should make room soon. */
  get isScarce(): boolean {
    return this.#isScarce || this.isFull
  }

  /** What was seen last: room on the disk, and the least that has to be there; undefined before and elsewhere. */
  get seen(): { readonly freeBytes: number; readonly leastBytes: number } | undefined {
    return this.#seen
  }

  /** Least room in bytes that the server leaves on a disk. */
  get least(): number {
    return this.#least
  }
}

/** After how many seconds somebody whose write was refused may try again. */
export const RETRY_AFTER_SECONDS = 30
