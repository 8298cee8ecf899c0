import { Worker } from 'node:worker_threads'
import { type AnswersReading, readAnswersFile } from './answers-file.ts'
import type { WideOptions } from './answers-wide.ts'
import { readingTurns } from './reading-turns.ts'

/** Files below this size take less time than starting a thread. */
const SMALL_BYTES = 128 * 1024

/** What reading one large file may cost. */
export interface ReadingLimits {
  readonly longestMs: number
  readonly mostMegabytes: number
}

const LIMITS: ReadingLimits = { longestMs: 20_000, mostMegabytes: 400 }

const TOO_HARD: AnswersReading = {
  encoding: 'UTF-8',
  rows: 0,
  faults: [{ line: 1, column: null, code: 'too-hard', variables: {} }],
  faultCount: 1,
  content: undefined,
}

/**
 * The same as `readAnswersFile`; a large file is read in a thread of its own with an end to its time and memory, so that
 * nobody's saving waits for it. One that needs more has the fault `too-hard`.
 *
 * @throws {ProblemError} `busy` when too many files wait to be read.
 */
export async function readAnswersApart(
  bytes: Buffer,
  options: WideOptions,
  limits: ReadingLimits = LIMITS,
): Promise<AnswersReading> {
  if (bytes.length < SMALL_BYTES) return readAnswersFile(bytes, options)
  return readingTurns.take(() => readInThread(bytes, options, limits))
}

async function readInThread(
  bytes: Buffer,
  options: WideOptions,
  { longestMs, mostMegabytes }: ReadingLimits,
): Promise<AnswersReading> {
  // The installed package holds JavaScript, a clone TypeScript.
  const name = `./answers-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  const thread = new Worker(new URL(name, import.meta.url), {
    execArgv: [],
    workerData: { bytes, options },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const timer = setTimeout(() => void thread.terminate(), longestMs)
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', (reading: AnswersReading) => resolve(reading))
      thread.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(TOO_HARD)
        else reject(error)
      })
      thread.once('exit', () => resolve(TOO_HARD))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
