import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { syncFile } from '../db/backup.ts'

/** Name of the file inside DATA_DIR that remembers what upkeep did. */
export const STATE_FILE = 'upkeep.json'

/** A drill: a backup was put back in a temporary place and looked at. */
export const Drill = z.strictObject({
  at: z.iso.datetime(),
  /** Name of the backup. */
  file: z.string(),
  /** Code of what was wrong; null when the backup could be put back. */
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

/** Remembers a drill. The file is the old one or the new one at every moment. */
export function writeDrill(dataDir: string, drill: Drill): void {
  const path = join(dataDir, STATE_FILE)
  writeFileSync(`${path}.new`, `${JSON.stringify({ drill })}\n`, { mode: 0o600 })
  syncFile(`${path}.new`)
  renameSync(`${path}.new`, path)
}
