import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeDurable } from '../../server/db/sqlite.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { BenchClient } from './client.ts'
import { atLeast, atMost, type Figure, informs, median } from './figures.ts'
import { type Load, saveLoad } from './load.ts'
import { type BenchServer, startBenchServer, temporaryFolder } from './processes.ts'

const CONNECTIONS = 60
const SECONDS = 4
const RUNS = 5
const WARM_UP_SECONDS = 2

/**
 * Sheets saved a second over HTTP: 60 connections, ten operations each, durable; held against the same server that
 * answers the same validated requests without storing. Both run in turns, so that a noisy machine is noisy for both.
 */
export async function saveFigures(): Promise<Figure[]> {
  const storing = await prepare({ DATA_DIR: temporaryFolder('bench-saves') }, [])
  const bare = await prepare({ DATA_DIR: temporaryFolder('bench-bare') }, ['--no-store'])
  const runs: { storing: Load; bare: Load; raw: number }[] = []
  await storing.run(WARM_UP_SECONDS)
  await bare.run(WARM_UP_SECONDS)
  for (let run = 0; run < RUNS; run += 1) {
    runs.push({ storing: await storing.run(SECONDS), bare: await bare.run(SECONDS), raw: rawUpsertsPerSecond() })
  }
  await storing.server.stop()
  await bare.server.stop()
  const postgres = await postgresLoad()
  const ratio = median(runs.map((run) => run.storing.perSecond / run.bare.perSecond))
  const errors = runs.reduce((sum, run) => sum + run.storing.errors + run.bare.errors, postgres.errors)
  return [
    atLeast('sheet saves: durable / same server without storing', ratio, 0.25),
    atMost('sheet saves: p99, 60 connections', median(runs.map((run) => run.storing.p99)), 30, 'ms'),
    atMost('sheet saves: errors', errors, 0, '', 0),
    informs('sheet saves: durable, SQLite', `${perSecond(median(runs.map((run) => run.storing.perSecond)))}`),
    informs('sheet saves: without storing', `${perSecond(median(runs.map((run) => run.bare.perSecond)))}`),
    informs(
      'sheet saves / bare durable better-sqlite3 upserts',
      median(runs.map((run) => run.storing.perSecond / run.raw)).toFixed(2),
    ),
    informs('sheet saves: durable, PostgreSQL', `${perSecond(postgres.perSecond)}, p99 ${postgres.p99} ms`),
  ]
}

function perSecond(value: number): string {
  return `${Math.round(value)}/s`
}

async function prepare(env: Record<string, string>, args: readonly string[]) {
  const server: BenchServer = await startBenchServer(env, args)
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { code } = await client.newRound()
  const secrets = await client.join(code, CONNECTIONS)
  let seq = 1
  return {
    server,
    run: async (seconds: number): Promise<Load> => {
      const load = await saveLoad(server.origin, secrets, seconds, seq)
      seq += 1_000_000
      return load
    },
  }
}

async function postgresLoad(): Promise<Load> {
  const postgres = await startPostgres()
  try {
    const side = await prepare({ DATA_DIR: temporaryFolder('bench-pg'), DATABASE_URL: postgres.url }, [])
    await side.run(WARM_UP_SECONDS)
    const load = await side.run(SECONDS)
    await side.server.stop()
    return load
  } finally {
    await postgres.stop()
  }
}

/** What the disk and SQLite can do without the product: one packed sheet per durable transaction, no HTTP. */
function rawUpsertsPerSecond(): number {
  const database = new Sqlite(join(temporaryFolder('bench-raw'), 'raw.sqlite'))
  makeDurable(database)
  database.exec('create table sheet (id integer primary key, answers text, operations text, revision integer)')
  const upsert = database.prepare(
    'insert into sheet values (?, ?, ?, ?) on conflict (id) do update set answers = excluded.answers, operations = excluded.operations, revision = excluded.revision',
  )
  const answers = '3'.repeat(96)
  const operations = JSON.stringify(
    Object.fromEntries(Array.from({ length: 96 }, (_, slot) => [slot, ['x'.repeat(36), 1]])),
  )
  const until = performance.now() + 1_000
  let count = 0
  while (performance.now() < until) {
    upsert.run(count % CONNECTIONS, answers, operations, count)
    count += 1
  }
  database.close()
  return count
}
