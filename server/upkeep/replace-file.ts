import { renameSync, writeFileSync } from 'node:fs'
import { syncFile } from '../db/backup.ts'

/** Writes a file that is the old one or the new one at every moment, for nobody else to read. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  syncFile(`${path}.new`)
  renameSync(`${path}.new`, path)
}
