import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { syncFolder } from './db/backup.ts'
import { ERASURE_KINDS } from './db/erasure-tables.ts'
import { StartError } from './start-error.ts'

/** Name of the ledger file inside DATA_DIR. */
export const LEDGER_FILE = 'erasures.jsonl'

const Line = z.union([
  z.strictObject({ id: z.string(), kind: z.enum(ERASURE_KINDS), erased: z.string(), at: z.string() }),
  z.strictObject({ id: z.string(), void: z.literal(true) }),
])

/** One erasure: what kind of thing, its bare id, and when. */
export type LedgerLine = Extract<z.infer<typeof Line>, { kind: unknown }>

/** What was erased, in a file beside the database: whoever puts an older backup back erases it there again. */
export interface ErasureLedger {
  /**
   * Every erasure that holds, oldest first.
   *
   * @throws {StartError} `file-unreadable`: a ledger that cannot be read must not be passed over.
   */
  read(): LedgerLine[]
  /** Adds a line and waits until it is on the disk. */
  append(line: LedgerLine): void
  /** Says that an erasure did not take place after all. A later line with its id says that it did. */
  withdraw(id: string): void
}

/** The ledger of a data folder. The file is made with the first line. */
export function openLedger(dataDir: string): ErasureLedger {
  const path = join(dataDir, LEDGER_FILE)
  const write = (line: object) => {
    const isNew = !existsSync(path)
    if (isNew) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const handle = openSync(path, 'a', 0o600)
    try {
      writeSync(handle, `${endOfBroken(path)}${JSON.stringify(line)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (isNew) syncFolder(dirname(path))
  }
  return {
    read: () => {
      const held = new Map<string, LedgerLine>()
      // In their order: an erasure that was taken back and turns out to have taken place is written down once more.
      for (const line of readLines(path)) {
        if ('kind' in line) held.set(line.id, line)
        else held.delete(line.id)
      }
      return [...held.values()]
    },
    append: write,
    withdraw: (id) => write({ id, void: true }),
  }
}

/** A line that a power cut left half must not take the next one along. */
function endOfBroken(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return text === '' || text.endsWith('\n') ? '' : '\n'
}

function readLines(path: string): z.infer<typeof Line>[] {
  if (!existsSync(path)) return []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new StartError('file-unreadable', { path }, { cause })
  }
  return text.split('\n').flatMap((line) => {
    const read = Line.safeParse(parsed(line))
    // A line that was cut off was never acknowledged.
    return read.success ? [read.data] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
