import { setPriority } from 'node:os'
import * as z from 'zod'
import { StartError } from '../start-error.ts'
import { doTask } from './tasks.ts'

// The process in which `runTask` lets a task be done. It ends with the server that started it.

const Task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), dataDir: z.string(), file: z.string(), version: z.string(), now: z.string() }),
  z.object({ kind: z.literal('drill'), file: z.string(), scratch: z.string() }),
])

// Whoever saves an answer goes first.
const POLITE = 10

process.on('disconnect', () => process.exit(1))
process.once('message', async (message) => {
  process.umask(0o077)
  setPriority(POLITE)
  const told = await doTask(Task.parse(message)).then(
    () => ({ isDone: true }),
    (error: unknown) => faultOf(error),
  )
  process.send?.(told, () => process.disconnect())
})

function faultOf(error: unknown): object {
  const code = error instanceof StartError ? error.code : sqliteCode(error)
  const details = error instanceof StartError ? [...error.details, String(error.cause ?? '')] : [String(error)]
  return { isDone: false, code, details: details.filter((line) => line !== '') }
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
}
