import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DATABASE_FILE, makeDurable } from '../db/sqlite.ts'
import { diskOf, freeBytes, sizeOf } from '../upkeep/disk.ts'
import { LEAST_ROOM } from '../upkeep/storage-room.ts'
import type { Finding } from './doctor-checks.ts'

const MEGABYTE = 1_000_000
const LEAST_FREE_BYTES = 500 * MEGABYTE
const FEWEST_WRITES_PER_SECOND = 50
const MEASURE_MS = 500
const CLOCK_SLACK_MS = 5 * 60_000

/** Checks of the folder of the embedded database and of the disk under it. */
export function* folderFindings(dataDir: string, backups: string): Generator<Finding> {
  if (!existsSync(dataDir)) {
    yield { state: 'attention', id: 'doctor-folder-missing', variables: { path: dataDir } }
    return
  }
  yield rightsFinding(dataDir, backups)
  const links = readdirSync(dataDir).filter((name) => lstatSync(join(dataDir, name)).isSymbolicLink())
  if (links.length > 0) yield { state: 'attention', id: 'doctor-links', variables: { path: dataDir }, details: links }
  const { kind, name } = diskOf(dataDir)
  if (kind !== 'local')
    yield { state: kind === 'network' ? 'wrong' : 'attention', id: `doctor-disk-${kind}`, variables: { name } }
  yield diskFinding(dataDir)
  yield encryptionFinding(dataDir)
  yield clockFinding(dataDir)
  yield speedFinding(dataDir)
}

/** Everything in the folder, the key among it, and the folders of backups. */
function rightsFinding(dataDir: string, backups: string): Finding {
  const inside = [dataDir, backups]
    .filter(existsSync)
    .flatMap((folder) => [folder, ...namesIn(folder).map((name) => join(folder, name))])
  // The last six bits are what the group and everybody else may do. Windows has no such bits.
  const isOpen = (path: string) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
  const open = process.platform === 'win32' ? [] : [...new Set(inside)].filter(isOpen)
  if (open.length === 0) return { state: 'ok', id: 'doctor-rights', variables: { path: dataDir } }
  return { state: 'attention', id: 'doctor-rights-open', variables: { path: dataDir }, details: open }
}

/** A folder for backups that is somebody else's, or a file, has nothing of ours to look at. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function diskFinding(dataDir: string): Finding {
  const free = freeBytes(dataDir)
  const file = join(dataDir, DATABASE_FILE)
  const variables = { megabytes: Math.floor(free / MEGABYTE) }
  if (free < Math.max(LEAST_ROOM, 2 * sizeOf(`${file}-wal`)))
    return { state: 'wrong', id: 'doctor-disk-full', variables }
  const state = free < Math.max(LEAST_FREE_BYTES, 2 * sizeOf(file)) ? 'attention' : 'ok'
  return { state, id: state === 'ok' ? 'doctor-disk' : 'doctor-disk-little', variables }
}

/** Whoever takes the computer along has everything, unless the disk is encrypted; that is not ours to do. */
function encryptionFinding(dataDir: string): Finding {
  const { dev } = statSync(dataDir)
  const isEncrypted = process.platform === 'linux' && isOnEncrypted(`${deviceMajor(dev)}:${deviceMinor(dev)}`)
  return { state: isEncrypted ? 'ok' : 'attention', id: isEncrypted ? 'doctor-encrypted' : 'doctor-encryption' }
}

function deviceMajor(dev: number): number {
  return (dev >>> 8) & 0xfff
}

function deviceMinor(dev: number): number {
  return (dev & 0xff) | ((dev >>> 12) & 0xfff00)
}

/** Linux says of a device whether it is encrypted, and on which others it is built. */
function isOnEncrypted(device: string): boolean {
  const about = `/sys/dev/block/${device}`
  try {
    const uuid = existsSync(`${about}/dm/uuid`) ? readFileSync(`${about}/dm/uuid`, 'utf8') : ''
    if (uuid.startsWith('CRYPT-')) return true
    const below = existsSync(`${about}/slaves`) ? readdirSync(`${about}/slaves`) : []
    return below.some((name) => isOnEncrypted(readFileSync(`/sys/class/block/${name}/dev`, 'utf8').trim()))
  } catch {
    return false
  }
}

/** A file from the future says that the clock was put back: then nothing that depends on time can be trusted. */
function clockFinding(dataDir: string): Finding {
  const latest = Date.now() + CLOCK_SLACK_MS
  const future = readdirSync(dataDir).filter(
    (name) => (statSync(join(dataDir, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) > latest,
  )
  if (future.length === 0) return { state: 'ok', id: 'doctor-clock', variables: { now: new Date() } }
  return { state: 'attention', id: 'doctor-clock-back', variables: { now: new Date() }, details: future }
}

/** Measures in a file of its own, with the settings of the real database, so that nothing of anybody is touched. */
function speedFinding(dataDir: string): Finding {
  try {
    const folder = mkdtempSync(join(dataDir, 'doctor-'))
    try {
      const perSecond = measureWrites(join(folder, 'speed.sqlite'))
      const isFast = perSecond >= FEWEST_WRITES_PER_SECOND
      const id = isFast ? 'doctor-speed' : 'doctor-speed-slow'
      return { state: isFast ? 'ok' : 'attention', id, variables: { n: perSecond } }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } catch (error) {
    return { state: 'wrong', id: 'doctor-speed-failed', variables: { path: dataDir }, details: [String(error)] }
  }
}

function measureWrites(path: string): number {
  const database = new Sqlite(path)
  try {
    makeDurable(database)
    database.exec('CREATE TABLE sheet (id INTEGER PRIMARY KEY, answers TEXT)')
    const write = database.prepare('INSERT INTO sheet (answers) VALUES (?)')
    const start = performance.now()
    let writes = 0
    for (; performance.now() - start < MEASURE_MS; writes += 1) write.run('.'.repeat(96))
    return Math.round((1000 * writes) / (performance.now() - start))
  } finally {
    database.close()
  }
}
