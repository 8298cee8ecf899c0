import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LOOK_EVERY_MS = 100

/** The user of the database: PostgreSQL does not run as root, and the others need not. */
export const DATABASE_USER = {
  uid: Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })),
  gid: Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' })),
}

/**
 * A folder and the programs that were started in it. Whatever ends this process, except a kill -9 of it, ends them too
 * and removes the folder.
 */
export class Stage {
  #folder = newFolder()
  readonly #children = new Set<ChildProcess>()
  readonly #pidFiles = new Set<string>()

  constructor() {
    process.once('exit', () => this.#empty())
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
  }

  get folder(): string {
    return this.#folder
  }

  /** Ends everything that was started and begins in a new folder. */
  clear(): void {
    this.#empty()
    this.#folder = newFolder()
  }

  /** Starts a program as the user of the database; what it says goes to `<name>.log` in the folder. */
  start(name: string, command: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
    const log = openSync(join(this.folder, `${name}.log`), 'a')
    const child = spawn(command, [...args], {
      ...DATABASE_USER,
      cwd: this.folder,
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: this.folder, ...env },
      stdio: ['ignore', log, log],
    })
    child.on('error', (error) => console.error(`${name}: ${error.message}`))
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    return child
  }

  /** Another process to end, whose id stands in the first line of this file: one that left its parent. */
  endWith(pidFile: string): void {
    this.#pidFiles.add(pidFile)
  }

  /** Last lines of every log, for when it breaks. */
  logs(): string {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.log'))
    const tail = (name: string) =>
      readFileSync(join(this.folder, name), 'utf8').trim().split('\n').slice(-15).join('\n')
    return names.map((name) => `--- ${name}\n${tail(name)}`).join('\n')
  }

  #empty(): void {
    // Patroni would start PostgreSQL again, so it goes first.
    signalAll(
      [...this.#children].flatMap(({ pid }) => withDescendants(pid)),
      'SIGKILL',
    )
    signalAll(
      [...this.#pidFiles].flatMap((file) => withDescendants(pidIn(file))),
      'SIGKILL',
    )
    this.#pidFiles.clear()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

/** A new folder that the user of the database may work in. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meervoud-ha-'))
  chmodSync(folder, 0o755)
  chownSync(folder, DATABASE_USER.uid, DATABASE_USER.gid)
  return folder
}

/** The process whose id stands in the first line of a file; undefined when there is no such file. */
export function pidIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

/** A process and all that came from it, by what the system says now. */
export function withDescendants(pid: number | undefined): number[] {
  if (pid === undefined) return []
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name)
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const found = [pid]
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child)
  return found
}

/** Sends a signal to processes, all at once: SIGKILL ends them with no word, as the loss of a machine would. */
export function signalAll(pids: readonly number[], signal: 'SIGKILL' | 'SIGSTOP'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It was gone before.
    }
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands between brackets and may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/**
 * Waits until something is so, and answers how many seconds that took.
 *
 * @throws {Error} it was not so in time.
 */
export async function until(what: string, seconds: number, isSo: () => Promise<boolean> | boolean): Promise<number> {
  const start = performance.now()
  while (!(await isSo())) {
    if (performance.now() - start > seconds * 1_000) throw new Error(`not within ${seconds} s: ${what}`)
    await pause(LOOK_EVERY_MS)
  }
  return (performance.now() - start) / 1_000
}

/** Waits for so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
