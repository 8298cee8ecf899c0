import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'

/** The usual columns of a file of answers. */
export const HEADER = 'organisation,group,period,respondent,item,rating'
/** The options that name the questionnaire. */
export const SIX = ['--instrument', 'six-capitals@1.0.0']

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** A file with these lines, or with exactly these bytes. */
export function fileOf(content: readonly string[] | Buffer, name = 'answers.csv'): string {
  const path = join(folder.path, name)
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`)
  return path
}

/** One row for each of these people and items; everybody gives the same rating. */
export function rowsOf(
  organisation: string,
  people: number,
  items: readonly string[],
  rating: number | string,
): string[] {
  return Array.from({ length: people }, (_, person) => {
    return items.map((item) => `${organisation},staff,2026-Q1,p${person},${item},${rating}`)
  }).flat()
}
