import { Worker } from 'node:worker_threads'
import { Turns } from '../turns.ts'
import { type MadePublication, makeFromStored, type PublicationInput } from './programme-releases-make.ts'

/** With fewer companies computing takes less time than starting a thread. */
const SMALL = 60
/** One after another: each takes a whole core, and the machine answers others meanwhile. */
const turns = new Turns({ atOnce: 1, waiting: 8, retryAfter: 10 })

/**
 * The same as `makeFromStored`; of many companies it is computed in a thread of its own, so that nobody's page waits for
 * it.
 *
 * @throws {ProblemError} `busy` when too many publications wait to be made.
 */
export async function makeApart(input: PublicationInput): Promise<MadePublication | undefined> {
  if (input.contributions.length < SMALL) return makeFromStored(input)
  return turns.take(() => makeInThread(input))
}

function makeInThread(input: PublicationInput): Promise<MadePublication | undefined> {
  // The installed package holds JavaScript, a clone TypeScript.
  const name = `./programme-releases-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  const thread = new Worker(new URL(name, import.meta.url), { execArgv: [], workerData: input })
  return new Promise((resolve, reject) => {
    thread.once('message', ({ made }: { made: MadePublication | undefined }) => resolve(made))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread of a publication ended with ${code}`)))
  })
}
