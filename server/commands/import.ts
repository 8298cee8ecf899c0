import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import type { Locale } from '../contract/common.ts'
import { findUserByEmail } from '../db/queries/users.ts'
import { readArchive } from '../import/archive.ts'
import { refuseArchive } from '../import/archive-faults.ts'
import { loadInstruments } from '../instruments.ts'
import { DATA_ROOT } from '../paths.ts'
import { plainEmail } from '../services/accounts.ts'
import { learnInstruments } from '../services/imported-instruments.ts'
import { importOrganisation } from '../services/organisation-imports.ts'
import { StartError } from '../start-error.ts'
import { text } from '../texts.ts'
import { EXIT, WrongUse } from './exit.ts'
import { withDatabase } from './open-database.ts'
import type { Terminal } from './terminal.ts'

/** A text of this many bytes is the longest that JavaScript reads. */
const MOST_BYTES = 500 * 1024 * 1024

/** `meervoud import`: makes a new organisation out of an archive, whole or not at all. */
export async function importCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { owner: { type: 'string' }, check: { type: 'boolean', default: false } },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new WrongUse('command-one-file')
  if (values.owner === undefined && !values.check) throw new WrongUse('command-option-needed', { option: '--owner' })
  const config = loadConfig(env)
  const bytes = bytesOf(path, locale)
  const instruments = loadInstruments([join(DATA_ROOT, 'instruments')])
  if (values.check) {
    const read = await readArchive(bytes, instruments)
    if ('faults' in read) throw refuseArchive(read.faults, locale)
    const { organisation, tables } = read.archive
    say(text(locale, 'archive-checked', { name: organisation.name, rounds: tables.get('round')?.length ?? 0 }))
    return EXIT.done
  }
  const email = plainEmail(values.owner ?? '')
  await withDatabase(config, async (database) => {
    await learnInstruments(database.db, instruments)
    const owner = await findUserByEmail(database.db, email)
    if (owner === undefined) throw new StartError('user-unknown', { email })
    const made = await importOrganisation(
      { database, instruments, now: () => new Date() },
      owner.id,
      bytes,
      locale,
      true,
    )
    say(text(locale, 'archive-imported', { ...made }))
  })
  return EXIT.done
}

function bytesOf(path: string, locale: Locale): Buffer {
  if (!existsSync(path)) throw new StartError('file-unreadable', { path })
  try {
    if (statSync(path).size <= MOST_BYTES) return readFileSync(path)
  } catch (cause) {
    throw new StartError('file-unreadable', { path }, { cause })
  }
  throw refuseArchive([{ place: '', code: 'too-large', variables: { most: MOST_BYTES / 1024 / 1024 } }], locale)
}
