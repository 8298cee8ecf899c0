import { type Cell, csvOf } from '../../server/contract/csv.ts'
import { fileName, saveFile } from './save-file.ts'

/** Hands the reader a table for a spreadsheet: its rows, the head first, and what it is called in a few words. */
export function saveCsv(name: string, [head = [], ...rows]: readonly (readonly Cell[])[]): void {
  const text = csvOf(head.map(String), rows)
  saveFile(`${fileName(name)}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}
