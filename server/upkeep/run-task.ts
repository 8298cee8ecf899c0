import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Task } from './tasks.ts'

const Told = z.object({ isDone: z.boolean(), code: z.string().optional(), details: z.array(z.string()).optional() })

/** A task that was not done. `code` is that of a StartError, of SQLite or of the system, or `stopped`. */
export class TaskFailed extends Error {
  readonly code: string

  constructor(code: string, details: readonly string[] = []) {
    super([code, ...details].join(': '))
    this.name = 'TaskFailed'
    this.code = code
  }
}

/** Does tasks in a process of their own, at a low priority, so that nobody's saving waits for them. */
export class TaskRunner {
  readonly #running = new Set<ChildProcess>()
  #isStopped = false

  /**
   * Does a task, and resolves when it is done.
   *
   * @throws {TaskFailed} why it was not done.
   */
  async run(task: Task): Promise<void> {
    if (this.#isStopped) throw new TaskFailed('stopped')
    // The installed package holds JavaScript, a clone TypeScript.
    const name = `./task-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
    const child = fork(fileURLToPath(new URL(name, import.meta.url)), { execArgv: [], stdio: 'ignore' })
    this.#running.add(child)
    try {
      const told = once(child, 'message').then(([message]) => Told.parse(message))
      const ended = once(child, 'exit').then(([code]) => ({ isDone: false, code: `ended-with-${code}`, details: [] }))
      // One of the two is not waited for any more when the other came.
      for (const either of [told, ended]) either.catch(() => undefined)
      child.send(task)
      const { isDone, code, details } = await Promise.race([told, ended])
      if (!isDone) throw new TaskFailed(this.#isStopped ? 'stopped' : (code ?? 'unexpected'), details)
    } finally {
      this.#running.delete(child)
      if (child.connected) child.disconnect()
    }
  }

  /** Breaks off what is going on: what is half made is never taken for a whole, and removed later. */
  async stop(): Promise<void> {
    this.#isStopped = true
    const running = [...this.#running]
    const ended = running.map((child) => once(child, 'exit'))
    for (const child of running) child.kill('SIGKILL')
    await Promise.all(ended)
  }
}
