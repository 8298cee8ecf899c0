import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { readingTurns } from './reading-turns.ts'
import { type WorkbookFault, workbookFault } from './workbook-guard.ts'

/**
 * What stands in a cell. A formula gives the result that was kept in the file, a day is `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM:SS`, formatted text is its characters. `null`: nothing. `{ fault }`: a formula without a kept
 * result, or an error such as `#REF!`.
 */
const CellValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ fault: z.enum(['formula', 'error']), text: z.string() }),
])
/** What stands in a cell, as `CellValue` above checks it. */
export type CellValue = z.infer<typeof CellValue>

const PlainWorkbook = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      /** Rows with something in them: the line as Excel numbers it, and cells by column from A; the last is not null. */
      rows: z.array(z.object({ line: z.int(), cells: z.array(CellValue) })),
    }),
  ),
  /** Defined names with what they refer to, such as `'General Information'!$D$406:$D$505`. */
  names: z.array(z.object({ name: z.string(), ranges: z.array(z.string()) })),
})
/** A workbook without anything but its cells and names. */
export type PlainWorkbook = z.infer<typeof PlainWorkbook>
/** One sheet of it. */
export type PlainSheet = PlainWorkbook['sheets'][number]

const LONGEST_MS = 20_000
const MOST_MEGABYTES = 400

/**
 * Reads a workbook that came from outside, in a process of its own with an end to its time and memory, so that a file
 * which is made to cost much costs its sender only.
 *
 * @param bytes the file as it came.
 * @returns the cells, or why the file is not read.
 * @throws {ProblemError} `busy` when too many files wait to be read.
 */
export async function readWorkbook(
  bytes: Buffer,
): Promise<{ readonly workbook: PlainWorkbook } | { readonly fault: WorkbookFault }> {
  return readingTurns.take(async () => {
    // To look whether it may be opened takes memory too: everything is unpacked once.
    const fault = await workbookFault(bytes)
    return fault === undefined ? readApart(bytes) : { fault }
  })
}

async function readApart(bytes: Buffer): Promise<{ workbook: PlainWorkbook } | { fault: WorkbookFault }> {
  // The installed package holds JavaScript, a clone TypeScript.
  const name = `./workbook-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`
  // A thread would not do: one that runs out of memory takes the whole server with it.
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    env: {},
    stdio: 'ignore',
    serialization: 'advanced',
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  try {
    return await new Promise((resolve) => {
      child.once('message', (message: unknown) => {
        const workbook = PlainWorkbook.safeParse(message).data
        resolve(workbook === undefined ? { fault: 'not-a-workbook' } : { workbook })
      })
      child.once('error', () => resolve({ fault: 'too-hard' }))
      child.once('exit', () => resolve({ fault: 'too-hard' }))
      // Gone before it could be told: the end of it answers.
      child.send(new Uint8Array(bytes), () => undefined)
    })
  } finally {
    clearTimeout(timer)
    if (child.connected) child.disconnect()
  }
}
