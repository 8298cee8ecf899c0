import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProgrammeDocument } from '../../server/contract/programme-releases.ts'
import { type Database, openDatabase } from '../../server/db/open.ts'
import { temporaryFolder } from '../support/databases.ts'
import { run } from './run.ts'

describe('the regional programme of the demo', () => {
  const folder = temporaryFolder()
  const env = { DATA_DIR: join(folder.path, 'demo') }
  let database: Database
  let releases: ProgrammeDocument[]

  beforeAll(async () => {
    await run(['demo', '--build-only'], env)
    database = await openDatabase({ dataDir: env.DATA_DIR })
    const rows = await database.db.selectFrom('programmeRelease').select('document').orderBy('period').execute()
    releases = rows.map(({ document }) => ProgrammeDocument.parse(JSON.parse(document)))
  })
  afterAll(async () => {
    await database.close()
    folder.remove()
  })

  test('published three quarters, with parks that are shown, parks of too few companies, and one without any', () => {
    expect(releases.map(({ release, tookPart }) => [release.period, tookPart.contributed])).toEqual([
      ['2026-Q1', 36],
      ['2026-Q2', 37],
      ['2026-Q3', 43],
    ])
    const parks = releases.at(-1)?.rows.filter(({ kind }) => kind === 'park') ?? []
    const counts = new Map(parks.map(({ name, cells }) => [name, cells[0]?.n]))
    expect(Object.fromEntries(counts)).toMatchObject({ 'De Elzenkamp': 12, Meenthof: 6, Zandwerven: 3, Tichelveld: 0 })
    const shown = parks.filter(({ cells }) => cells.some(({ mean }) => mean !== null))
    expect(shown.length).toBeGreaterThanOrEqual(4)
  })

  test('has no park of which a surface is nought: what a register leaves open is not known', async () => {
    const facts = await database.db.selectFrom('parkFact').select(['hectaresGross', 'hectaresNet']).execute()
    expect(facts.flatMap(({ hectaresGross, hectaresNet }) => [hectaresGross, hectaresNet])).not.toContain(0)
    expect(facts.map(({ hectaresNet }) => hectaresNet)).toContain(null)
  })

  test('shows what changed for companies that were there the quarter before, what three parks say of themselves, and themes', () => {
    const newest = releases.at(-1)
    const slopes = newest?.slopes?.rows.flatMap(({ cells }) => cells.filter(({ word }) => word !== null)) ?? []
    expect(slopes.length).toBeGreaterThan(50)
    expect(newest?.own.length).toBe(3)
    expect(newest?.themes?.some(({ companies }) => companies === 'from_5_to_9')).toBe(true)
  })

  test('has a match that both sides agreed on and others that wait, and a public page', async () => {
    const matches = await database.db.selectFrom('capitalMatch').select('agreedAt').execute()
    expect(matches.filter(({ agreedAt }) => agreedAt !== null).length).toBe(1)
    expect(matches.length).toBeGreaterThan(1)
    const pages = await database.db.selectFrom('programme').select(['slug', 'shownSince']).execute()
    expect(pages).toEqual([{ slug: 'toekomst-op-het-terrein', shownSince: expect.any(String) }])
  })
})
