import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { verifyBackup } from '../db/backup.ts'
import { lockDataDir } from '../db/lock.ts'
import { restoreBackup } from '../db/restore.ts'
import { readyRestored } from '../services/restored.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { requireRights } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud restore`: checks a backup and puts it in the place of the embedded database; the server must be stopped. */
export async function restoreCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new WrongUse('command-one-file')
  const config = loadConfig(env)
  if (values.check) {
    const { madeAt, version, rows } = await verifyBackup(path)
    say(text(locale, 'restore-checked', { madeAt: new Date(madeAt), version, rows: rows['sheet'] ?? 0 }))
    return EXIT.done
  }
  if (config.DATABASE_URL !== undefined) throw new StartError('restore-on-postgres')
  requireRights(config.DATA_DIR)
  const unlock = lockDataDir(config.DATA_DIR)
  try {
    const { manifest, kept, prepared } = await restoreBackup(path, config.DATA_DIR, (database, { madeAt }) =>
      readyRestored(database, { file: path, madeAt, dataDir: config.DATA_DIR, now: new Date() }),
    )
    const madeAt = new Date(manifest.madeAt)
    say(text(locale, 'restore-done', { madeAt }))
    const { erased, ...ended } = prepared
    say(erased === undefined ? text(locale, 'restore-no-erasures') : text(locale, 'restore-erased', { n: erased }))
    say(text(locale, 'restore-ended', ended))
    say(text(locale, 'restore-look', { madeAt }))
    if (kept !== undefined) say(text(locale, 'restore-kept', { path: kept }))
  } finally {
    unlock()
  }
  return EXIT.done
}
