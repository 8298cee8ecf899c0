import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import { readOrganisationRows } from '../db/queries/exports.ts'
import { type ExportFile, exportFiles } from '../export/organisation.ts'
import { loadInstruments } from '../instruments.ts'
import { DATA_ROOT } from '../paths.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { timeInName } from '../upkeep/backup-folder.ts'
import { PRODUCT_VERSION } from '../version.ts'
import { EXIT, WrongUse } from './exit.ts'
import { withDatabaseToRead } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** `meervoud export`: writes everything of one organisation to a folder, also while the server runs. */
export async function exportCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { organisation: { type: 'string' }, out: { type: 'string' } },
  })
  const id = values.organisation
  if (id === undefined) throw new WrongUse('command-option-needed', { option: '--organisation' })
  const config = loadConfig(env)
  const now = new Date()
  const rows = await withDatabaseToRead(config, ({ db, kind }) => readOrganisationRows(db, kind, id))
  if (rows === undefined) throw new StartError('organisation-unknown', { id })
  const folder = values.out ?? join(config.DATA_DIR, 'exports', `${timeInName(now)}-${rows.organisation.id}`)
  const files = exportFiles(rows, loadInstruments([join(DATA_ROOT, 'instruments')]), { version: PRODUCT_VERSION, now })
  writeWhole(folder, files)
  // The server may be running: its transactions start again when this one comes in between.
  const event = { organisationId: id, userId: null, action: 'export.command', object: id, at: now } as const
  await withDatabaseToRead(config, ({ db }) => insertAuditEvent(db, event))
  say(text(locale, 'export-done', { name: rows.organisation.name, path: folder, n: files.length }))
  return EXIT.done
}

/** The folder gets its name when every file is in it. */
function writeWhole(folder: string, files: readonly ExportFile[]): void {
  const draft = `${folder}.partial`
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new StartError('file-exists', { path: folder })
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    for (const { name, content } of files) writeFileSync(join(draft, name), content, { mode: 0o600 })
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
  } catch (cause) {
    throw new StartError('file-unreadable', { path: folder }, { cause })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
