import { parseArgs } from 'node:util'
import { backupFolderOf, loadConfig } from '../config.ts'
import { lockDataDir } from '../db/lock.ts'
import { openDatabase } from '../db/open.ts'
import { update } from '../db/update.ts'
import { text } from '../texts.ts'
import { requireRights } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud migrate`: brings the database up to date without serving. */
export async function migrateCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  parseArgs({ args: [...args], options: {} })
  const config = loadConfig(env)
  if (config.DATABASE_URL === undefined) requireRights(config.DATA_DIR)
  const unlock = config.DATABASE_URL === undefined ? lockDataDir(config.DATA_DIR) : () => undefined
  try {
    const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
    try {
      const ran = await update(database, { dataDir: config.DATA_DIR, backups: backupFolderOf(config) })
      say(text(locale, 'migrate-done', { n: ran.length }))
      for (const name of ran) say(`  ${name}`)
    } finally {
      await database.close()
    }
  } finally {
    unlock()
  }
  return 0
}
