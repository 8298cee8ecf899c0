import { Kysely, type Transaction, type TransactionBuilder } from 'kysely'
import { gatherEvents, writeGathered } from './audit-chain.ts'
import type { Tables } from './tables.ts'

/** Two transactions wait for each other; another process wrote between a read and a write of ours. */
const BEATEN = ['40P01', 'SQLITE_BUSY_SNAPSHOT']
const MOST_TRIES = 5

/**
 * The database as services see it. A transaction writes the events that it notes as its last thing, and starts again
 * when the database ended it for the sake of another one: two that wait for each other on PostgreSQL, or a command that
 * wrote to the same SQLite file. Nothing of it was done then, so that nobody needs to know.
 */
export class Transactions extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction()
    const execute = builder.execute.bind(builder)
    builder.execute = <Result>(work: (trx: Transaction<Tables>) => Promise<Result>) =>
      againWhenBeaten(() =>
        execute(async (trx) => {
          gatherEvents(trx)
          const result = await work(trx)
          await writeGathered(trx)
          return result
        }),
      )
    return builder
  }
}

async function againWhenBeaten<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= MOST_TRIES || !wasBeaten(error)) throw error
    }
  }
}

function wasBeaten(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BEATEN.some((code) => code === error.code)
}
