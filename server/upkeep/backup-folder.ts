import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BackupManifest, manifestPath } from '../db/backup.ts'
import { KEPT, whichToKeep } from './which-to-keep.ts'

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

/** Makes the folder for backups, for nobody else to read. */
export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Every whole backup in the folder, newest first; empty when there is no folder that can be read. */
export function listBackups(folder: string): StoredBackup[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .flatMap((name) => storedBackup(folder, name) ?? [])
    .toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
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
  const kept = whichToKeep(
    own.map(({ madeAt }) => madeAt.getTime()),
    now.getTime(),
  )
  const gone = own.filter(({ madeAt }) => !kept.has(madeAt.getTime())).map(({ name }) => name)
  const damaged = damagedOwn(folder, own, now)
  for (const name of [...gone, ...damaged]) {
    // The backup first: a manifest alone is nobody's backup, and a backup without one looks damaged.
    rmSync(join(folder, name), { force: true })
    rmSync(manifestPath(join(folder, name)), { force: true })
  }
  return [...gone, ...damaged]
}

/** Backups of our own that are not whole any more: of no use, and as old as a promise allows. */
function damagedOwn(folder: string, own: readonly StoredBackup[], now: Date): string[] {
  const good = new Set(own.map(({ name }) => name))
  return namesIn(folder).filter((name) => {
    const time = OWN.exec(name)?.[1]
    return time !== undefined && !good.has(name) && now.getTime() - timeOfName(time) > KEPT.days * DAY
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
