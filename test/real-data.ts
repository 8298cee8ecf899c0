import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../server/paths.ts'
import { compareLeadership } from './real-data/leadership.ts'
import { compareNesting } from './real-data/nesting.ts'
import { comparePersonality } from './real-data/personality.ts'
import { differences } from './real-data/report.ts'
import { prepare } from './real-data/rounds.ts'

/*
 * `npm run real-data`: puts data that nobody here wrote through the ordinary import and release, and compares what
 * comes back with published figures and with plain arithmetic. The data may not be copied into this project, so it is
 * read where it lies; without it there is nothing to do.
 */
const SHARED = join(PACKAGE_ROOT, '..', 'shared', 'data')
const leadership = join(SHARED, 'cran-multilevel-bhr2000.csv')
const nesting = join(SHARED, 'cran-multilevel-lq2002.csv')
const personality = join(SHARED, 'rdatasets-psych-bfi.csv')
const keys = join(SHARED, 'rdatasets-psych-bfi.keys.csv')

const folder = mkdtempSync(join(tmpdir(), 'meervoud-real-data-'))
try {
  await prepare(folder)
  if (existsSync(leadership)) await compareLeadership(folder, leadership)
  else console.log(`There is no ${leadership}, so agreement in groups is not compared with it.`)
  if (existsSync(personality) && existsSync(keys)) await comparePersonality(folder, personality, keys)
  else console.log(`There is no ${personality} with its keys, so the five scale means are not compared with it.`)
  if (existsSync(nesting)) await compareNesting(folder, nesting)
  else console.log(`There is no ${nesting}, so a programme of companies is not compared with it.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const n = differences()
console.log(n === 0 ? '\nNothing differs.' : `\n${n} figures differ.`)
process.exitCode = n === 0 ? 0 : 1
