import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE } from '../db/sqlite.ts'
import { StartError } from '../start-error.ts'
import { listBackups, newestOf, type StoredBackup } from '../upkeep/backup-folder.ts'
import { isSameDisk } from '../upkeep/disk.ts'
import { refuseForeignFolder } from '../upkeep/installation.ts'
import { readDrill } from '../upkeep/state-file.ts'
import { KEPT } from '../upkeep/which-to-keep.ts'
import type { Finding } from './doctor-checks.ts'
import { mayWorkIn } from './open-database.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const OLDEST_DRILL_DAYS = 8

/** Checks of the backups of the embedded database: are there any, are they young, could they be put back. */
export function* backupFindings(dataDir: string, folder: string): Generator<Finding> {
  if (!existsSync(dataDir)) return
  yield* replacedFindings(dataDir)
  if (existsSync(folder) && !mayWorkIn(folder)) {
    yield { state: 'wrong', id: 'start-file-unreadable', variables: { path: folder } }
    return
  }
  const foreign = foreignFinding(dataDir, folder)
  if (foreign !== undefined) {
    yield foreign
    return
  }
  const backups = listBackups(folder)
  yield* futureFindings(backups)
  const newest = newestOf(backups, new Date())
  if (newest === undefined) {
    yield { state: 'attention', id: 'doctor-backup-none' }
    return
  }
  yield ageFinding(dataDir, newest.madeAt, backups.length - backups.indexOf(newest))
  if (isSameDisk(dataDir, folder))
    yield { state: 'attention', id: 'doctor-backup-same-disk', variables: { path: folder } }
  // What people had erased lives on in what nobody throws away.
  const old = backups.filter(({ isOwn, madeAt }) => !isOwn && Date.now() - madeAt.getTime() > KEPT.days * DAY)
  if (old.length > 0) {
    const details = old.map(({ path }) => path)
    yield { state: 'attention', id: 'doctor-backup-by-hand', variables: { days: KEPT.days }, details }
  }
  yield drillFinding(dataDir)
}

/** What a restore replaced stands there until somebody deletes it, outside of erasure. */
function* replacedFindings(dataDir: string): Generator<Finding> {
  const isOld = (path: string) => Date.now() - statSync(path).mtimeMs > KEPT.days * DAY
  const details = readdirSync(dataDir)
    .filter((name) => name.startsWith(`${DATABASE_FILE}.before-restore`))
    .map((name) => join(dataDir, name))
    .filter(isOld)
  const variables = { n: details.length, days: KEPT.days }
  if (details.length > 0) yield { state: 'attention', id: 'doctor-before-restore', variables, details }
}

function foreignFinding(dataDir: string, folder: string): Finding | undefined {
  try {
    refuseForeignFolder(dataDir, folder)
    return undefined
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return { state: 'wrong', id: `start-${error.code}`, variables: error.variables }
  }
}

function* futureFindings(backups: readonly StoredBackup[]): Generator<Finding> {
  const details = backups.filter(({ madeAt }) => madeAt.getTime() > Date.now()).map(({ path }) => path)
  if (details.length > 0)
    yield { state: 'attention', id: 'doctor-backup-future', variables: { n: details.length }, details }
}

function ageFinding(dataDir: string, madeAt: Date, count: number): Finding {
  const age = Date.now() - madeAt.getTime()
  const hours = Math.max(0, Math.floor(age / HOUR))
  const path = join(dataDir, DATABASE_FILE)
  const isChanged = [path, `${path}-wal`].some((file) => {
    const stat = statSync(file, { throwIfNoEntry: false })
    return stat !== undefined && stat.size > 0 && stat.mtimeMs > madeAt.getTime()
  })
  // An hour is four times as long as a server that runs ever waits.
  if (!isChanged || age < HOUR) return { state: 'ok', id: 'doctor-backup', variables: { hours, n: count } }
  return { state: 'attention', id: 'doctor-backup-old', variables: { hours } }
}

function drillFinding(dataDir: string): Finding {
  const drill = readDrill(dataDir)
  if (drill === null) return { state: 'attention', id: 'doctor-drill-none' }
  const at = new Date(drill.at)
  if (drill.fault === 'no-room') return { state: 'attention', id: 'doctor-drill-no-room', variables: { at } }
  if (drill.fault !== null)
    return { state: 'wrong', id: 'doctor-drill-failed', variables: { at }, details: [`${drill.file}: ${drill.fault}`] }
  const isOld = Date.now() - at.getTime() > OLDEST_DRILL_DAYS * DAY
  return { state: isOld ? 'attention' : 'ok', id: isOld ? 'doctor-drill-old' : 'doctor-drill', variables: { at } }
}
