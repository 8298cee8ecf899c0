import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { hashSecret, makeSecret } from '../../server/auth/secrets.ts'
import { runCommand } from '../../server/cli.ts'
import { Results } from '../../server/contract/results.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { foldSheets, type RatingCounts } from '../../server/domain/counts.ts'
import { addUser } from '../../server/services/accounts.ts'

/** Who owns everything that is imported. */
export const OWNER = 'owner@real-data.example'

/** A file as rows by column name; every cell a text. */
export function readTable(path: string): Record<string, string>[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path), { columns: true }))
}

/** Runs `meervoud import-answers` and says how long it took; throws when it fails. */
export async function importFile(folder: string, file: string, instrument: string): Promise<void> {
  const start = performance.now()
  const code = await runCommand(
    [
      'import-answers',
      file,
      '--instrument',
      instrument,
      '--instruments',
      join(folder, 'instruments'),
      '--mode',
      'open',
      '--owner',
      OWNER,
    ],
    {
      locale: 'en',
      say: (line) => console.log(line),
      complain: (line) => console.error(line),
      env: { DATA_DIR: join(folder, 'data') },
    },
  )
  if (code !== 0) throw new Error(`the import answered ${code}`)
  console.log(`in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** Makes a database in which somebody has an account. */
export async function prepare(folder: string): Promise<void> {
  const database = await openDatabase({ dataDir: join(folder, 'data') })
  await migrate(database)
  const user = { email: OWNER, name: 'Owner', locale: 'en', passwordHash: hashSecret(makeSecret()) } as const
  await database.db.transaction().execute((trx) => addUser(trx, user, new Date()))
  await database.close()
}

/** A round as it stands in the database. */
export interface StoredRound {
  readonly name: string
  readonly folded: readonly RatingCounts[]
  readonly itemIds: readonly string[]
  readonly n: number
  readonly released: Results
}

/** Every round of an instrument: its sheets, folded, and its release. */
export async function readRounds({ db }: Database, instrumentId: string, steps: number): Promise<StoredRound[]> {
  const rounds = await db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisationId')
    .select(['round.id', 'round.state', 'organisation.name'])
    .where('instrumentId', '=', instrumentId)
    .execute()
  return Promise.all(
    rounds.map(async ({ id, name, state }) => {
      if (state !== 'closed') throw new Error(`the round of ${name} is ${state}`)
      const items = await db
        .selectFrom('roundItem')
        .select('itemId')
        .where('roundId', '=', id)
        .orderBy('position')
        .execute()
      const sheets = await db.selectFrom('sheet').select('answers').where('roundId', '=', id).execute()
      const { document } = await db
        .selectFrom('release')
        .select('document')
        .where('roundId', '=', id)
        .executeTakeFirstOrThrow()
      return {
        name,
        itemIds: items.map(({ itemId }) => itemId),
        folded: foldSheets(
          sheets.map(({ answers }) => answers),
          items.length,
          steps,
        ),
        n: sheets.length,
        released: Results.parse(JSON.parse(document)),
      }
    }),
  )
}
