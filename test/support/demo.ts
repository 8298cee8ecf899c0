import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const EMAIL = /\S+@meervoud\.example/

/** A demo that is being served. */
export interface RunningDemo {
  readonly origin: string
  readonly email: string
  readonly password: string
  stop(): void
}

/** The demo as `npm run demo` starts it, in this language and in a folder of its own, with what it prints. */
export async function startDemo(locale: 'nl' | 'en'): Promise<RunningDemo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'meervoud-screenshots-'))
  const command = new URL('../../server/meervoud.js', import.meta.url).pathname
  const child = spawn(process.execPath, [command, 'demo', '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataDir, LANG: `${locale}_${locale === 'nl' ? 'NL' : 'GB'}.UTF-8` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let origin: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    origin ??= /http:\/\/[\d.:]+/.exec(line)?.[0]
    const email = EMAIL.exec(line)?.[0]
    const password = email === undefined ? undefined : line.trim().split(/\s+/).at(-1)
    if (origin !== undefined && email !== undefined && password !== undefined) {
      return { origin, email, password, stop: () => child.kill('SIGTERM') }
    }
  }
  throw new Error('the demo did not start')
}
