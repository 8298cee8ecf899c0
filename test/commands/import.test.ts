import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Archive, archiveOf, normalised } from '../support/archives.ts'
import { DATABASES } from '../support/databases.ts'
import { type CommandPlace, OWNER, placeFor, run } from './run.ts'

async function newPlace(name: (typeof DATABASES)[number]['name']): Promise<CommandPlace> {
  const place = await placeFor(name)
  onTestFinished(() => place.remove())
  return place
}

/** An installation with one organisation of two rounds, and the archive that `meervoud export` makes of it. */
async function exported(name: (typeof DATABASES)[number]['name']): Promise<{ place: CommandPlace; file: string }> {
  const place = await newPlace(name)
  const answers = join(place.folder, 'answers.csv')
  const rows = ['Ann', 'Bob'].flatMap((who) =>
    ['2026-Q1', '2026-Q2'].map((period, index) => `Bakery,staff,${period},${who},i01,${index + 2}`),
  )
  writeFileSync(answers, ['organisation,group,period,respondent,item,rating', ...rows, ''].join('\n'))
  const made = ['--instrument', 'six-capitals@1.0.0', '--mode', 'open', '--owner', OWNER]
  expect((await run(['import-answers', answers, ...made], place.env)).err).toBe('')
  const id = await place.look(
    async ({ db }) => (await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id,
  )
  const out = join(place.folder, 'out')
  expect((await run(['export', '--organisation', id, '--out', out], place.env)).code).toBe(0)
  return { place, file: join(out, 'organisation.json') }
}

describe.each(DATABASES)('import on $name', ({ name }) => {
  test('makes the organisation of an archive elsewhere, the same as it was', async () => {
    const { file } = await exported(name)
    const elsewhere = await newPlace(name)
    const checked = await run(['import', file, '--check'], elsewhere.env)
    expect(checked).toEqual({ code: 0, err: '', out: 'The archive is whole: Bakery, 2 rounds' })
    const done = await run(['import', file, '--owner', OWNER], elsewhere.env)
    expect([done.code, done.err, done.out]).toEqual([0, '', expect.stringMatching(/^Bakery was imported: 2 rounds\. /)])
    const again = await elsewhere.look(async (database) => {
      const { id } = await database.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()
      return archiveOf(database, id)
    })
    expect(normalised(again)).toEqual(normalised(JSON.parse(readFileSync(file, 'utf8')) as Archive))
  })

  test('refuses a damaged archive with the place, an owner who is not there, and says what is missing', async () => {
    const { place, file } = await exported(name)
    const damaged = join(place.folder, 'damaged.json')
    writeFileSync(damaged, readFileSync(file, 'utf8').replace('"threshold":1', '"threshold":"1"'))
    const refused = await run(['import', damaged, '--owner', OWNER], place.env)
    expect([refused.code, refused.err.split('\n')]).toEqual([
      1,
      [
        'This file is not a whole archive of an organisation. Nothing was imported.',
        '  round 1, threshold: What stands here cannot stand here.',
      ],
    ])
    const unknown = await run(['import', file, '--owner', 'nobody@example.org'], place.env)
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('nobody@example.org')])
    expect((await run(['import', file], place.env)).err).toContain('--owner')
    expect((await run(['import', join(place.folder, 'none.json'), '--check'], place.env)).code).toBe(1)
    const organisations = await place.look(({ db }) => db.selectFrom('organisation').select('name').execute())
    expect(organisations.map((one) => one.name)).toEqual(['Bakery'])
  })
})
