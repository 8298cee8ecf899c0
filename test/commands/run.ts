import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { runCommand } from '../../server/cli.ts'
import type { Locale } from '../../server/contract/common.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { addUser } from '../../server/services/accounts.ts'
import { type DatabaseKind, temporaryFolder, temporaryPostgres } from '../support/databases.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What a command answered. */
export interface Ran {
  readonly code: number
  readonly out: string
  /** Without lines of progress, which come only on a machine that is busy. */
  readonly err: string
}

/** Runs a command in this process, with an environment of its own. */
export async function run(argv: readonly string[], env: Env = {}, locale: Locale = 'en'): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const say = (line: string) => void out.push(line)
  const complain = (line: string) => {
    if (!line.endsWith(' ...')) err.push(line)
  }
  const code = await runCommand(argv, { locale, say, complain, env })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A command in a process of its own, as somebody types it. */
export class CommandProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<number>
  #out = ''
  #err = ''

  /** @param uid as whom, where the tests run as root; else as who runs them. */
  constructor(argv: readonly string[], env: Env, uid?: number) {
    const settings = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...env }
    this.#child = spawn(process.execPath, [join(PACKAGE_ROOT, 'server', 'meervoud.js'), ...argv], {
      env: settings,
      ...(uid !== undefined && { uid, gid: uid }),
    })
    this.#child.stdout?.on('data', (data) => {
      this.#out += String(data)
    })
    this.#child.stderr?.on('data', (data) => {
      this.#err += String(data)
    })
    this.#ended = once(this.#child, 'close').then(([code]) => Number(code))
  }

  /** Waits until the command ends. */
  async end(): Promise<Ran> {
    const code = await this.#ended
    return { code, out: this.#out, err: this.#err }
  }

  /** Waits until this stands in the output; fails when the command ends before. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = words.exec(this.#out)
      if (found !== null) return found
      const ended = await Promise.race([
        once(this.#child.stdout ?? this.#child, 'data').then(() => false),
        this.#ended.then(() => true),
      ])
      if (ended && words.exec(this.#out) === null)
        throw new Error(`it ended without saying ${words}: ${this.#out}${this.#err}`)
    }
  }

  /** Ends it as a power cut does, and waits. */
  kill(): Promise<Ran> {
    this.#child.kill('SIGKILL')
    return this.end()
  }

  /** Stops it politely and waits. */
  stop(): Promise<Ran> {
    this.#child.kill('SIGTERM')
    return this.end()
  }
}

/** A place for a database, with the settings that lead a command to it. */
export interface CommandPlace {
  readonly env: Env
  readonly folder: string
  /** Opens the database, to look what a command did. */
  look<Result>(work: (database: Database) => Promise<Result>): Promise<Result>
  remove(): Promise<void>
}

/** The email address of who has an account in every place of `placeFor`. */
export const OWNER = 'owner@example.org'

/** A migrated database with one account, on either database. */
export async function placeFor(kind: DatabaseKind['name'] = 'SQLite'): Promise<CommandPlace> {
  const folder = temporaryFolder()
  const postgres = kind === 'PostgreSQL' ? await temporaryPostgres() : undefined
  const place: CommandPlace = {
    env: { DATA_DIR: folder.path, DATABASE_URL: postgres?.url },
    folder: folder.path,
    look: async (work) => {
      const database = await openDatabase({ dataDir: folder.path, databaseUrl: postgres?.url })
      try {
        return await work(database)
      } finally {
        await database.close()
      }
    },
    remove: async () => {
      await postgres?.remove()
      folder.remove()
    },
  }
  await place.look(async (database) => {
    await migrate(database)
    const user = { email: OWNER, name: 'Owner', locale: 'en', passwordHash: 'nobody signs in' } as const
    await database.db.transaction().execute((trx) => addUser(trx, user, new Date()))
  })
  return place
}

const TABLES = [
  'organisation',
  'membership',
  'round',
  'respondent',
  'sheet',
  'release',
  'auditEvent',
  'instrumentVersion',
] as const

/** How many rows the tables hold that an import writes to. */
export async function countRows({ db }: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { n } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(n)
  }
  return counts
}
