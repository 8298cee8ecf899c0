import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { readArchivedBytes, readOrganisationRows } from '../db/queries/archives.ts'
import { insertAuditEvent } from '../db/queries/audit.ts'
import type { ReadBytes } from '../export/archive.ts'
import { type ExportFile, exportFiles } from '../export/organisation.ts'
import { loadInstruments } from '../instruments.ts'
import { DATA_ROOT } from '../paths.ts'
import { learnInstruments } from '../services/imported-instruments.ts'
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
  const written = await withDatabaseToRead(config, async ({ db, kind }) => {
    const rows = await readOrganisationRows(db, kind, id)
    if (rows === undefined) throw new StartError('organisation-unknown', { id })
    const folder = values.out ?? join(config.DATA_DIR, 'exports', `${timeInName(now)}-${rows.organisation.id}`)
    const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
    await learnInstruments(db, instruments, id)
    const readBytes: ReadBytes = (table, row) => readArchivedBytes(db, id, table, row)
    const files = exportFiles(rows, readBytes, instruments, { version: PRODUCT_VERSION, now })
    await writeWhole(folder, files)
    return { name: rows.organisation.name, path: folder, n: files.length }
  })
  // The server may be running: its transactions start again when this one comes in between.
  const event = { organisationId: id, userId: null, action: 'export.command', object: id, at: now } as const
  await withDatabaseToRead(config, ({ db }) => insertAuditEvent(db, event))
  say(text(locale, 'export-done', written))
  return EXIT.done
}

/** The folder gets its name when every file is in it. */
async function writeWhole(folder: string, files: readonly ExportFile[]): Promise<void> {
  const draft = `${folder}.partial`
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new StartError('file-exists', { path: folder })
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    for (const { name, parts } of files) await writeFile(join(draft, name), parts, { mode: 0o600 })
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
  } catch (cause) {
    throw new StartError('file-unreadable', { path: folder }, { cause })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
