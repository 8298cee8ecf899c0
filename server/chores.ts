import { isDatabaseAway } from './db/database-away.ts'

/** Something that the server does by itself now and then. */
export interface Chore {
  /** For the log. */
  readonly name: string
  /** Time between two runs, in milliseconds; the first is one such time after the start. */
  readonly every: number
  run(): Promise<unknown>
}

/** Where a chore that failed is told. */
interface Log {
  error(about: object, message: string): void
}

/**
 * Does chores, each at its own pace and never twice at once. One that fails is told to the log, unless the database is
 * away, and tried again next time.
 *
 * @returns stops them, and waits for what is going on.
 */
export function startChores(chores: readonly Chore[], log: Log): () => Promise<void> {
  const running = new Map<Chore, Promise<unknown>>()
  const timers = chores.map((chore) =>
    setInterval(() => {
      if (running.has(chore)) return
      const run = chore
        .run()
        .catch((error: unknown) => {
          // Every chore fails then, some each second: the one that looks after the database says it once.
          if (!isDatabaseAway(error)) log.error({ err: error, chore: chore.name }, 'a chore failed')
        })
        .finally(() => running.delete(chore))
      running.set(chore, run)
    }, chore.every),
  )
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.all(running.values())
  }
}
