import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type AnswersReading, readAnswersFile } from './answers-file.ts'
import type { WideOptions } from './answers-wide.ts'

/** Files below this size take less time than starting a thread. */
const SMALL_BYTES = 128 * 1024

/**
 * The same as `readAnswersFile`; a large file is read in a thread of its own, so that nobody's saving waits for it. What
 * it can cost is bounded by its size.
 */
export async function readAnswersApart(bytes: Buffer, options: WideOptions): Promise<AnswersReading> {
  if (bytes.length < SMALL_BYTES) return readAnswersFile(bytes, options)
  // The installed package holds JavaScript, a clone TypeScript.
  const name = `./answers-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  const thread = new Worker(new URL(name, import.meta.url), { execArgv: [], workerData: { bytes, options } })
  try {
    const [reading] = (await once(thread, 'message')) as [AnswersReading]
    return reading
  } finally {
    await thread.terminate()
  }
}
