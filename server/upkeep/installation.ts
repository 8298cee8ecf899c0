import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { replaceFile } from './replace-file.ts'

/** File inside DATA_DIR with the id of this installation: random, and nothing else. */
export const INSTALLATION_FILE = 'installation.id'
/** File inside a folder for backups with the id of the installation that keeps its backups there. */
export const OWNER_FILE = 'of-installation.id'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Refuses a folder in which another installation keeps its backups: each would throw away those of the other. Writes
 * nothing. A folder that nobody has claimed, is not there or cannot be read is none of another's.
 *
 * @throws {StartError} `backup-folder-taken`.
 */
export function refuseForeignFolder(dataDir: string, folder: string): void {
  const owner = readId(join(folder, OWNER_FILE))
  if (owner !== undefined && owner !== readId(join(dataDir, INSTALLATION_FILE)))
    throw new StartError('backup-folder-taken', { path: folder, file: join(folder, OWNER_FILE) })
}

/** Whether this installation has claimed the folder. */
export function isClaimed(dataDir: string, folder: string): boolean {
  const owner = readId(join(folder, OWNER_FILE))
  return owner !== undefined && owner === readId(join(dataDir, INSTALLATION_FILE))
}

/**
 * Makes a folder the place for the backups of this installation, for nobody else to read.
 *
 * @throws {StartError} `backup-folder-taken`; then nothing in the folder was touched.
 */
export function claimFolder(dataDir: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseForeignFolder(dataDir, folder)
  if (isClaimed(dataDir, folder)) return
  const id = readId(join(dataDir, INSTALLATION_FILE)) ?? makeInstallation(dataDir)
  replaceFile(join(folder, OWNER_FILE), `${id}\n`)
  // Another may have claimed it at the same moment.
  refuseForeignFolder(dataDir, folder)
}

function makeInstallation(dataDir: string): string {
  const id = randomUUID()
  replaceFile(join(dataDir, INSTALLATION_FILE), `${id}\n`)
  return id
}

/** Undefined for what is not there or holds no id, such as a file that a power cut left empty. */
function readId(path: string): string | undefined {
  try {
    const id = readFileSync(path, 'utf8').trim()
    return ID.test(id) ? id : undefined
  } catch {
    return undefined
  }
}
