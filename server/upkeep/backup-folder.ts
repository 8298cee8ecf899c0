import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { BackupManifest, manifestPath } from '../db/backup.ts'
import { futureToKeep, KEPT, whichToKeep } from './which-to-keep.ts'

/** A backup that stands in the folder, looked at from outside: its manifest is there and fits its size. */
export interface StoredBackup {
  readonly path: string
  readonly name: string
  /** From the manifest. */
  readonly madeAt: Date
  readonly bytes: number
  /** Made by the server itself, which also throws it away; otherwise somebody made it by hand. */
  readonly isOwn: boolean
}

const OWN = /^auto-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.sqlite$/
/** What a backup of our own that did not get finished leaves behind. */
const OWN_DRAFT = /^auto-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite\.partial(\.json|-journal|-wal|-shm)?$/
const OWN_MANIFEST = /^(auto-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite)\.json$/
const DAY = 86_400_000

/** A time as it can stand in the name of a file on every system: `2026-11-02T09-00-00Z`. */
export function timeInName(time: Date): string {
  return time
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')
}

/** A name for a backup of the server's own that no file in the folder has. */
export function freeOwnName(folder: string, now: Date): string {
  for (let time = now.getTime(); ; time += 1000) {
    const name = `auto-${timeInName(new Date(time))}.sqlite`
    if (!existsSync(join(folder, name)) && !existsSync(manifestPath(join(folder, name)))) return name
  }
}

/** Every whole backup in the folder, newest first; empty when there is no folder that can be read. */
export function listBackups(folder: string): StoredBackup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .flatMap((name) => storedBackup(folder, name) ?? [])
    .toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

/** The newest that is not dated in the future, as a wrong clock does: of those nobody knows how old they are. */
export function newestOf(backups: readonly StoredBackup[], now: Date): StoredBackup | undefined {
  return backups.find(({ madeAt }) => madeAt <= now)
}

/** A folder that is not there, or cannot be read, holds no backups: making the next one tells why. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function storedBackup(folder: string, name: string): StoredBackup | undefined {
  const path = join(folder, name)
  try {
    const manifest = BackupManifest.parse(JSON.parse(readFileSync(manifestPath(path), 'utf8')))
    const { size } = statSync(path)
    if (size !== manifest.bytes) return undefined
    return { path, name, madeAt: new Date(manifest.madeAt), bytes: size, isOwn: OWN.test(name) }
  } catch {
    // Without a readable manifest it is not known to be whole, so it is none.
    return undefined
  }
}

/**
 * Throws away the server's own backups that need not stay. Nothing that it did not make is touched, and never the
 * newest good one.
 *
 * @returns the names of what is gone.
 */
export function pruneBackups(folder: string, now: Date): string[] {
  const own = listBackups(folder).filter(({ isOwn }) => isOwn)
  const kept = timesToKeep(own, now.getTime())
  const gone = own.filter(({ madeAt }) => !kept.has(madeAt.getTime())).map(({ name }) => name)
  const damaged = damagedOwn(folder, own, now)
  for (const name of [...gone, ...damaged]) removeBackup(join(folder, name))
  return [...gone, ...damaged]
}

/** Removes a backup and its manifest. */
export function removeBackup(path: string): void {
  // The backup first: a manifest alone is nobody's backup, and a backup without one looks damaged.
  rmSync(path, { force: true })
  rmSync(manifestPath(path), { force: true })
}

function timesToKeep(own: readonly StoredBackup[], now: number): ReadonlySet<number> {
  const times = own.map(({ path, madeAt }) => ({ path, madeAt: madeAt.getTime() }))
  const past = times.filter(({ madeAt }) => madeAt <= now).map(({ madeAt }) => madeAt)
  const future = times
    .filter(({ madeAt }) => madeAt > now)
    .map(({ path, madeAt }) => ({ madeAt, since: hereSince(path, madeAt, now) }))
  // Where there is none of the past, the newest of the others is all that somebody has.
  const only = past.length === 0 ? future.slice(0, 1).map(({ madeAt }) => madeAt) : []
  return new Set([...whichToKeep(past, now), ...futureToKeep(future, now), ...only])
}

/**
 * Since when a file is known to be there, in milliseconds. One that a wrong clock dated in the future is dated anew at
 * the first look, so that it gets old as others do.
 */
function hereSince(path: string, madeAt: number, now: number): number {
  if (madeAt <= now) return madeAt
  const { mtimeMs } = statSync(path)
  if (mtimeMs <= now) return mtimeMs
  utimesSync(path, now / 1000, now / 1000)
  return now
}

/** Backups of our own that are not whole any more: of no use, and as old as a promise allows. */
function damagedOwn(folder: string, own: readonly StoredBackup[], now: Date): string[] {
  const good = new Set(own.map(({ name }) => name))
  return namesIn(folder).filter((name) => {
    const time = OWN.exec(name)?.[1]
    if (time === undefined || good.has(name)) return false
    return now.getTime() - hereSince(join(folder, name), timeOfName(time), now.getTime()) > KEPT.days * DAY
  })
}

function timeOfName(time: string): number {
  return Date.parse(time.replace(/T(\d\d)-(\d\d)-(\d\d)Z$/, 'T$1:$2:$3Z'))
}

/** Removes what backups of our own left that were broken off. Call it only while none is being made. */
export function removeDrafts(folder: string): void {
  const names = namesIn(folder)
  for (const name of names) {
    const owner = OWN_MANIFEST.exec(name)?.[1]
    const isOrphan = owner !== undefined && !names.includes(owner)
    if (OWN_DRAFT.test(name) || isOrphan) rmSync(join(folder, name), { force: true })
  }
}
