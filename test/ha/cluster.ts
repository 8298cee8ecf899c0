import type { ChildProcess } from 'node:child_process'
import { chownSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import * as z from 'zod'
import { freePorts } from './ports.ts'
import { DATABASE_USER, pidIn, type Stage, signalAll, until, withDescendants } from './running.ts'
import { haproxySettings, PASSWORDS, type Ports, patroniSettings } from './settings.ts'

const START_SECONDS = 60
const NODES = ['one', 'two']
const INSTALLED = '/usr/lib/postgresql'
const Members = z.object({ members: z.array(z.object({ name: z.string(), role: z.string(), state: z.string() })) })

/** One database node: where it and its Patroni listen, on 127.0.0.1. */
export interface NodePlace {
  readonly name: string
  readonly port: number
  /** Where its Patroni says which role it has. */
  readonly checkPort: number
  readonly dataDir: string
}

/** Two database nodes under Patroni, their etcd, and HAProxy in front of them and of the Meervoud processes. */
export class Cluster {
  readonly ports: Ports
  readonly nodes: readonly NodePlace[]
  /** Ports that the Meervoud processes are to listen on. */
  readonly processPorts: readonly number[]
  readonly #stage: Stage
  readonly #isSynchronous: boolean
  readonly #patroni = new Map<string, ChildProcess>()

  private constructor(stage: Stage, ports: readonly number[], isSynchronous: boolean) {
    const next = ports.values()
    const port = () => next.next().value ?? 0
    this.#stage = stage
    this.#isSynchronous = isSynchronous
    this.ports = { etcd: port(), etcdPeers: port(), database: port(), web: port() }
    this.nodes = NODES.map((name) => ({ name, port: port(), checkPort: port(), dataDir: join(stage.folder, name) }))
    this.processPorts = [port(), port()]
  }

  /**
   * Starts everything but Meervoud, and waits until the second node holds what the first one acknowledges.
   *
   * @throws {Error} a part did not come up in time.
   */
  static async start(stage: Stage, isSynchronous: boolean): Promise<Cluster> {
    const cluster = new Cluster(stage, await freePorts(10), isSynchronous)
    cluster.#startEtcd()
    await until('etcd is there', START_SECONDS, () => isThere(`http://127.0.0.1:${cluster.ports.etcd}/health`))
    const [first, second] = cluster.nodes
    if (first === undefined || second === undefined) throw new Error('there are two nodes')
    cluster.startNode(first)
    await until('the first node leads', START_SECONDS, async () => (await cluster.leader()) === first)
    cluster.startNode(second)
    cluster.#startHaproxy()
    await cluster.whole()
    await cluster.#makeDatabase()
    return cluster
  }

  /** What Meervoud is told: the leader, whichever node that is. */
  get databaseUrl(): string {
    return `postgres://meervoud:${PASSWORDS.meervoud}@127.0.0.1:${this.ports.database}/meervoud`
  }

  /** Where phones and pages come in. */
  get origin(): string {
    return `http://127.0.0.1:${this.ports.web}`
  }

  /** Starts a node, or starts it again: what it holds too much or too little, Patroni sees to. */
  startNode(node: NodePlace): void {
    const file = join(this.#stage.folder, `${node.name}.yml`)
    writeFileSync(file, patroniSettings(node, this.ports.etcd, binaries(), this.#isSynchronous), { mode: 0o600 })
    chownSync(file, DATABASE_USER.uid, DATABASE_USER.gid)
    this.#patroni.set(node.name, this.#stage.start(`patroni-${node.name}`, '/usr/bin/patroni', [file]))
    this.#stage.endWith(join(node.dataDir, 'postmaster.pid'))
  }

  /**
   * Ends Patroni and PostgreSQL of the leader at once, as when its machine is gone.
   *
   * @param atThatMoment is called just before.
   * @returns which node that was.
   */
  async killLeader(atThatMoment: () => void): Promise<NodePlace> {
    const leader = await this.leader()
    if (leader === undefined) throw new Error('nobody leads')
    const all = this.#processesOf(leader)
    atThatMoment()
    signalAll(all, 'SIGKILL')
    return leader
  }

  /** The node that follows stands still, as a machine that hangs: its lines stay open and say nothing. */
  async freezeFollower(atThatMoment: () => void): Promise<NodePlace> {
    const leader = await this.leader()
    const follower = this.nodes.find((node) => node !== leader)
    if (follower === undefined) throw new Error('there are two nodes')
    const all = this.#processesOf(follower)
    atThatMoment()
    signalAll(all, 'SIGSTOP')
    return follower
  }

  /** Ends a node and starts it again. */
  restartNode(node: NodePlace): void {
    signalAll(this.#processesOf(node), 'SIGKILL')
    this.startNode(node)
  }

  /** The leader sends nothing more to the other node, as on a line that stalls; it stays so until the leader is killed. */
  async stallCopying(): Promise<void> {
    const { rows } = await this.ask('select pid from pg_stat_replication')
    for (const { pid } of rows) process.kill(Number(pid), 'SIGSTOP')
  }

  /** Hands over to the other node, as for the maintenance of a machine. */
  async switchOver(atThatMoment: () => void): Promise<void> {
    const leader = await this.leader()
    atThatMoment()
    const body = JSON.stringify({ leader: leader?.name })
    const reply = await fetch(`http://127.0.0.1:${leader?.checkPort}/switchover`, { method: 'POST', body })
    if (!reply.ok) throw new Error(`switchover: ${reply.status} ${await reply.text()}`)
  }

  /** The node that leads, as itself and the others say; undefined while there is none. */
  async leader(): Promise<NodePlace | undefined> {
    for (const node of this.nodes) if (await isThere(`http://127.0.0.1:${node.checkPort}/primary`)) return node
    return undefined
  }

  /** Waits until both nodes are there and the second one holds what is acknowledged; answers how long that took. */
  whole(): Promise<number> {
    return until('the second node follows', START_SECONDS, async () => {
      const roles = (await this.#members()).map(({ role }) => role)
      if (!roles.includes('leader') || !roles.includes(this.#isSynchronous ? 'sync_standby' : 'replica')) return false
      // What Patroni says may run ahead of what PostgreSQL does: only this is a promise.
      const { rows } = await this.ask('select sync_state from pg_stat_replication where state = $1', ['streaming'])
      return rows.length === 1 && (!this.#isSynchronous || rows[0]?.['sync_state'] === 'sync')
    })
  }

  /** Asks the leader, or one node, as superuser; about the database as a whole, or in that of Meervoud. */
  async ask(
    statement: string,
    values: unknown[] = [],
    {
      node,
      database = 'postgres',
    }: { readonly node?: NodePlace | undefined; readonly database?: 'postgres' | 'meervoud' } = {},
  ): Promise<pg.QueryResult> {
    const port = node?.port ?? this.ports.database
    const connectionString = `postgres://postgres:${PASSWORDS.superuser}@127.0.0.1:${port}/${database}`
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 10_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.query(statement, values)
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  /** Waits until the other node has done all that the leader has written, and answers which node that is. */
  async caughtUp(): Promise<NodePlace> {
    const leader = await this.leader()
    const other = this.nodes.find((node) => node !== leader)
    if (other === undefined) throw new Error('there are two nodes')
    const { rows } = await this.ask('select pg_current_wal_lsn()::text as place')
    await until('the other node has caught up', START_SECONDS, async () => {
      const reached = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as reached'
      return (await this.ask(reached, [rows[0]?.['place']], { node: other })).rows[0]?.['reached'] === true
    })
    return other
  }

  /** Its Patroni and its PostgreSQL, with all that came from them. */
  #processesOf({ name, dataDir }: NodePlace): number[] {
    const patroni = withDescendants(this.#patroni.get(name)?.pid)
    return [...patroni, ...withDescendants(pidIn(join(dataDir, 'postmaster.pid')))]
  }

  #startEtcd(): void {
    const { etcd, etcdPeers } = this.ports
    const [clients, peers] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${etcdPeers}`]
    const args = {
      name: 'etcd1',
      'data-dir': join(this.#stage.folder, 'etcd'),
      'listen-client-urls': clients,
      'advertise-client-urls': clients,
      'listen-peer-urls': peers,
      'initial-advertise-peer-urls': peers,
      'initial-cluster': `etcd1=${peers}`,
    }
    const env: Record<string, string> = process.arch === 'arm64' ? { ETCD_UNSUPPORTED_ARCH: 'arm64' } : {}
    this.#stage.start(
      'etcd',
      '/usr/bin/etcd',
      Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]),
      env,
    )
  }

  #startHaproxy(): void {
    const file = join(this.#stage.folder, 'haproxy.cfg')
    writeFileSync(file, haproxySettings(this.ports, this.nodes, this.processPorts))
    this.#stage.start('haproxy', '/usr/sbin/haproxy', ['-db', '-f', file])
  }

  async #makeDatabase(): Promise<void> {
    await this.ask(`create role meervoud login password '${PASSWORDS.meervoud}'`)
    await this.ask('create database meervoud owner meervoud')
  }

  async #members(): Promise<z.output<typeof Members>['members']> {
    for (const { checkPort } of this.nodes) {
      try {
        return Members.parse(await (await fetch(`http://127.0.0.1:${checkPort}/cluster`)).json()).members
      } catch {
        // That node is away: the other one knows as well.
      }
    }
    return []
  }
}

/** Whether something answers there that all is well. */
async function isThere(url: string): Promise<boolean> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  return reply?.ok === true
}

/** Programs of the newest PostgreSQL that Debian installed. */
function binaries(): string {
  const versions = readdirSync(INSTALLED).filter((name) => existsSync(join(INSTALLED, name, 'bin/postgres')))
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1)
  if (newest === undefined) throw new Error(`no PostgreSQL in ${INSTALLED}`)
  return join(INSTALLED, newest, 'bin')
}
