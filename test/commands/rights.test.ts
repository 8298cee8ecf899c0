import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { PACKAGE_ROOT } from '../../server/paths.ts'
import { type CommandPlace, CommandProcess, placeFor, run } from './run.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = isRoot ? 65_534 : undefined
const canStart = () =>
  spawnSync(process.execPath, [join(PACKAGE_ROOT, 'server', 'meervoud.js'), '--version'], { uid: NOBODY }).status === 0

let place: CommandPlace
beforeEach(async () => {
  place = await placeFor()
})
afterEach(() => {
  chmodSync(place.folder, 0o700)
  return place.remove()
})

const COMMANDS = [['serve'], ['backup'], ['copy', '--to', 'elsewhere']]

describe.skipIf(process.platform === 'win32' || !canStart())('a folder in which Meervoud may not write', () => {
  test.each(COMMANDS)('%s names the folder and the file, and never says that the data are damaged', async (...argv) => {
    chmodSync(place.folder, 0o755)
    chmodSync(join(place.folder, DATABASE_FILE), isRoot ? 0o600 : 0o400)
    const { code, err } = await new CommandProcess(argv, place.env, NOBODY).end()
    expect([code, err]).toEqual([1, expect.stringMatching(/^Meervoud cannot write in the folder /)])
    expect(err).toContain(place.folder)
    expect(err).toContain(`  ${join(place.folder, DATABASE_FILE)}`)
    expect(err).not.toMatch(/report|backup| at /)
  })

  test('a folder that cannot even be looked into is not called empty', async () => {
    chmodSync(place.folder, isRoot ? 0o700 : 0o000)
    for (const argv of [['audit'], ['doctor']]) {
      const { code, out, err } = await new CommandProcess(argv, place.env, NOBODY).end()
      expect([code, out + err]).toEqual([1, expect.stringContaining('Meervoud cannot write in the folder')])
    }
  })
})

describe('a place that is no folder', () => {
  test('is named by the doctor as DATA_DIR and as BACKUP_DIR', async () => {
    const file = join(place.folder, 'file')
    writeFileSync(file, '')
    const asData = await run(['doctor'], { DATA_DIR: file })
    expect([asData.code, asData.out]).toEqual([
      1,
      expect.stringMatching(/^wrong +Meervoud cannot write in the folder/m),
    ])
    const asBackups = await run(['doctor'], { ...place.env, BACKUP_DIR: file })
    expect([asBackups.code, asBackups.out]).toEqual([
      1,
      expect.stringMatching(/^wrong .+\/file cannot be read or written/m),
    ])
  })

  test('takes no backup, and the sentence names it', async () => {
    const file = join(place.folder, 'file')
    writeFileSync(file, '')
    for (const { code, err } of [
      await run(['backup', '--to', join(file, 'mine.sqlite')], place.env),
      await run(['backup'], { ...place.env, BACKUP_DIR: file }),
    ])
      expect([code, err]).toEqual([1, `${file} cannot be read or written. Check the name and the permissions.`])
  })
})

describe('a folder without a database', () => {
  test.each([
    [['erasures', '--replay']],
    [['import', 'archive.json', '--owner', 'a@example.org']],
    [['import-answers', 'answers.csv', '--owner', 'a@example.org', '--instrument', 'six-capitals@1.0.0']],
  ])('%j makes none there: the folder is the wrong one', async (argv) => {
    const empty = join(place.folder, 'empty')
    mkdirSync(empty)
    const files = argv.map((word) => (/\.(json|csv)$/.test(word) ? join(place.folder, word) : word))
    writeFileSync(join(place.folder, 'archive.json'), '{}')
    const row = 'organisation,period,respondent,item,rating\nA,2026,r1,i01,3\n'
    writeFileSync(join(place.folder, 'answers.csv'), row)
    const { code, err } = await run(files, { DATA_DIR: empty })
    expect([code, err]).toEqual([1, expect.stringContaining(`There is no database in ${empty} yet.`)])
    expect(readdirSync(empty)).toEqual([])
  })

  test('a copy to an address of another kind makes no folder of that name', async () => {
    const { code, err } = await run(['copy', '--to', 'mysql://u:secret@host/name'], place.env)
    expect([code, err]).toEqual([2, expect.stringContaining('"mysql://" is no place to copy to')])
    expect(existsSync('mysql:')).toBe(false)
  })
})
