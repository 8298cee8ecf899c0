import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Set-up token of every server that a benchmark starts. */
export const BENCH_TOKEN = 'a-token-for-benchmarks-that-is-long-enough'

/** A server in a process of its own. */
export interface BenchServer {
  readonly origin: string
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** A new folder that no other benchmark uses. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `meervoud-${name}-`))
}

/**
 * Starts a server of its own.
 *
 * @throws {Error} it ended before it listened.
 */
export async function startBenchServer(
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<BenchServer> {
  const child = fork(new URL('server.ts', import.meta.url), [...args], {
    env: { ...process.env, PORT: '0', SETUP_TOKEN: BENCH_TOKEN, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const listening = once(child, 'message')
  const [message] = await Promise.race([
    listening,
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])
  const { origin } = message as { origin: string }
  return {
    origin,
    process: child,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
