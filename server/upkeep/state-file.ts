import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { replaceFile } from './replace-file.ts'

/** Name of the file inside DATA_DIR that remembers what upkeep did. */
export const STATE_FILE = 'upkeep.json'

/** A drill: a backup was put back in a temporary place and looked at. */
export const Drill = z.strictObject({
  at: z.iso.datetime(),
  /** Name of the backup. */
  file: z.string(),
  /** Code of what was wrong, or `no-room` when it could not be tried; null when the backup could be put back. */
  fault: z.string().nullable(),
})
/** A drill that was read and checked. */
export type Drill = z.infer<typeof Drill>

const State = z.strictObject({ drill: Drill.nullable() })

/** The last drill; null when there was none, or when what remembers it cannot be read. */
export function readDrill(dataDir: string): Drill | null {
  try {
    return State.parse(JSON.parse(readFileSync(join(dataDir, STATE_FILE), 'utf8'))).drill
  } catch {
    return null
  }
}

/** Remembers a drill. */
export function writeDrill(dataDir: string, drill: Drill): void {
  replaceFile(join(dataDir, STATE_FILE), `${JSON.stringify({ drill })}\n`)
}
