import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeSecret } from '../../server/auth/secrets.ts'
import { BenchClient } from '../bench/client.ts'
import { type BenchServer, startBenchServer } from '../bench/processes.ts'
import { AcrossProcesses } from './across.ts'
import { Cluster } from './cluster.ts'
import { type Comparison, compare, SHEETS_OF_ROUND } from './compare.ts'
import { WritingPhones } from './phones.ts'
import { type Stage, until } from './running.ts'

const PHONES = 60

/** A cluster with two Meervoud processes and a round that phones write in. */
export interface HaRoom {
  readonly cluster: Cluster
  readonly servers: readonly [BenchServer, BenchServer]
  readonly phones: WritingPhones
  readonly across: AcrossProcesses
  /** Holds what was acknowledged until now against what the leader has, or the node that follows it. */
  compare(which: 'leader' | 'follower'): Promise<Comparison>
  close(): Promise<void>
}

/**
 * Starts everything, and lets the phones begin.
 *
 * @param isSynchronous whether an answer is acknowledged only when both nodes hold it.
 * @throws {Error} a part did not come up.
 */
export async function openHaRoom(stage: Stage, isSynchronous: boolean): Promise<HaRoom> {
  const cluster = await Cluster.start(stage, isSynchronous)
  const servers = await startMeervouds(stage, cluster)
  const client = new BenchClient(cluster.origin)
  await until('HAProxy leads to Meervoud', 20, async () => (await fetch(`${cluster.origin}/api/health/ready`)).ok)
  await client.signIn()
  const ending = new AbortController()
  const origins = [servers[0].origin, servers[1].origin] as const
  const across = await AcrossProcesses.open(origins, await client.newRound({ horizons: ['now'] }), ending.signal)
  await across.heardBothWays()
  const round = await client.newRound()
  const phones = await WritingPhones.begin(cluster.origin, round, PHONES)
  return {
    cluster,
    servers,
    phones,
    across,
    compare: async (which) => {
      const acknowledged = phones.snapshot()
      const node = which === 'follower' ? await cluster.caughtUp() : undefined
      const { rows } = await cluster.ask(SHEETS_OF_ROUND, [round.id], { node, database: 'meervoud' })
      return compare(acknowledged, rows)
    },
    close: async () => {
      ending.abort()
      for (const server of servers) if (isRunning(server)) await server.stop()
    },
  }
}

/** Whether a process has not ended, by itself or otherwise. */
export function isRunning({ process: child }: BenchServer): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** Both at once on an empty database, as they start after an update. */
async function startMeervouds(stage: Stage, cluster: Cluster): Promise<[BenchServer, BenchServer]> {
  const shared = {
    DATABASE_URL: cluster.databaseUrl,
    PUBLIC_ORIGIN: cluster.origin,
    TRUST_PROXY: '127.0.0.1',
    SECRET_KEY: Buffer.from(makeSecret(), 'base64url').subarray(0, 32).toString('base64'),
    LOG_LEVEL: 'fatal',
  }
  const start = (port: number | undefined) => {
    const dataDir = join(stage.folder, `meervoud-${port}`)
    mkdirSync(dataDir)
    return startBenchServer({ ...shared, DATA_DIR: dataDir, PORT: String(port) })
  }
  const [first, second] = cluster.processPorts
  return Promise.all([start(first), start(second)])
}
