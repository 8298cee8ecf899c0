import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { backupFolderOf, loadConfig } from '../config.ts'
import { backUp } from '../db/backup.ts'
import { openSqlite } from '../db/sqlite.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { timeInName } from '../upkeep/backup-folder.ts'
import { PRODUCT_VERSION } from '../version.ts'
import { EXIT } from './exit.ts'
import { mayWorkIn, requireDatabase } from './open-database.ts'
import { progressOf } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud backup`: copies the embedded database, also while the server runs, and checks the copy. */
export async function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  const config = loadConfig(terminal.env)
  if (config.DATABASE_URL !== undefined) throw new StartError('backup-on-postgres')
  requireDatabase(config.DATA_DIR)
  const now = new Date()
  const file = values.to ?? join(backupFolderOf(config), `${timeInName(now)}.sqlite`)
  makeFolder(dirname(file))
  const database = openSqlite(config.DATA_DIR)
  try {
    const progress = progressOf(terminal, 'backup-progress', 100)
    const manifest = await backUp(database, file, { version: PRODUCT_VERSION, now }, (done, total) => {
      progress(Math.floor((100 * done) / total))
    })
    terminal.say(text(terminal.locale, 'backup-done', { path: file, megabytes: manifest.bytes / 1_000_000 }))
  } finally {
    database.close()
  }
  return EXIT.done
}

function makeFolder(path: string): void {
  try {
    if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StartError('file-unreadable', { path }, { cause })
  }
  if (!mayWorkIn(path)) throw new StartError('file-unreadable', { path })
}
