import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../migrations/index.ts'
import { BackupManifest } from '../../server/db/backup.ts'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { OWNER_FILE } from '../../server/upkeep/installation.ts'
import { writeDrill } from '../../server/upkeep/state-file.ts'
import { DATABASES } from '../support/databases.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

describe.each(DATABASES)('doctor on $name', ({ name }) => {
  test('says that nothing is wrong, one line for each check', async () => {
    const place = await placeFor(name)
    await run(['migrate'], place.env)
    const { code, out, err } = await run(['doctor'], place.env)
    expect([code, err]).toEqual([0, ''])
    for (const line of out.split('\n').slice(0, -1)) expect(line).toMatch(/^(ok|attention) +\S|^ {12}\S/)
    const steps = Object.keys(MIGRATIONS).length
    expect(out).toMatch(new RegExp(`^ok +The database is up to date \\(step ${steps}\\)\\.$`, 'm'))
    expect(out).toMatch(/^ok +The questionnaires are unchanged/m)
    expect(out).toMatch(/^Nothing is wrong\./m)
    if (name === 'SQLite') expect(out).toMatch(/^ok +[\d,]+ safe writes a second on this disk$/m)
    await place.remove()
  })
})

describe('doctor', () => {
  let place: CommandPlace
  beforeEach(async () => {
    place = await placeFor()
    await place.look(({ db }) => db.insertInto('instrumentVersion').values(seen).execute())
  })
  afterEach(() => place.remove())
  // An instrument of another installation: nothing to compare it with.
  const seen = { id: 'elsewhere', version: '1.0.0', contentHash: 'x', addedAt: '2026-01-01T00:00:00.000Z' }
  const doctor = async (env = place.env) => run(['doctor'], env)
  /** Makes the only backup so many days old. */
  const olderBackup = async (days: number) => {
    const folder = join(place.folder, 'backups')
    const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? ''
    const manifest = BackupManifest.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const madeAt = new Date(Date.now() - days * 86_400_000).toISOString()
    writeFileSync(join(folder, name), JSON.stringify({ ...manifest, madeAt }), { mode: 0o600 })
  }

  test('changes nothing and leaves nothing behind', async () => {
    const before = readdirSync(place.folder).sort()
    await doctor()
    expect(readdirSync(place.folder).sort()).toEqual(before)
  })

  test('asks for attention, and is content, when there is no backup or an old one', async () => {
    expect((await doctor()).out).toMatch(/^attention There is no backup yet/m)
    await run(['backup'], place.env)
    const { out: young } = await doctor()
    expect(young).toMatch(/^ok +There is 1 backup. Everything up to less than an hour ago is in it/m)
    expect(young).toMatch(/^attention The backups are on the same disk/m)
    expect(young).toMatch(/^attention No backup has been put back as a trial yet/m)
    await olderBackup(5)
    const { code, out } = await doctor()
    expect([code, out]).toEqual([0, expect.stringMatching(/^attention The newest backup is 120 hours old/m)])
    await olderBackup(31)
    expect((await doctor()).out).toMatch(/^attention Backups that were made by hand are older than 30 days/m)
  })

  test('names backups of the future, which do not count', async () => {
    await run(['backup'], place.env)
    await olderBackup(-400)
    const { code, out } = await doctor()
    expect([code, out]).toEqual([0, expect.stringMatching(/^attention 1 backup carries a date that is still to come/m)])
    expect(out).toMatch(/^ +.+backups.+\.sqlite$/m)
    expect(out).toMatch(/^attention There is no backup yet/m)
  })

  test('asks to delete what a restore kept, when that is more than 30 days ago', async () => {
    const kept = join(place.folder, `${DATABASE_FILE}.before-restore-2`)
    writeFileSync(kept, '', { mode: 0o600 })
    expect((await doctor()).out).not.toContain('before-restore')
    const before = new Date(Date.now() - 31 * 86_400_000)
    utimesSync(kept, before, before)
    const { code, out } = await doctor()
    expect([code, out]).toEqual([0, expect.stringMatching(/^attention .+ more than 30 days ago .+ Delete it/m)])
    expect(out).toContain(kept)
  })

  test('fails on a folder with the backups of another installation', async () => {
    const folder = join(place.folder, 'backups')
    mkdirSync(folder, { mode: 0o700 })
    writeFileSync(join(folder, OWNER_FILE), `${randomUUID()}\n`, { mode: 0o600 })
    const { code, out } = await doctor()
    expect([code, out]).toEqual([1, expect.stringMatching(/^wrong +.+ holds the backups of another Meervoud/m)])
  })

  test('asks for attention when others can read the folder', async () => {
    chmodSync(place.folder, 0o755)
    const { code, out } = await doctor()
    expect([code, out]).toEqual([0, expect.stringMatching(/^attention Other users of this computer can get at/m)])
  })

  test('asks for attention when something in the folder leads elsewhere, or comes from the future', async () => {
    symlinkSync('/etc/hostname', join(place.folder, 'secret.key'))
    writeFileSync(join(place.folder, 'later'), '', { mode: 0o600 })
    utimesSync(join(place.folder, 'later'), new Date(), new Date(Date.now() + 3_600_000))
    const { out } = await doctor()
    expect(out).toMatch(/^attention There are links in .+ that lead elsewhere/m)
    expect(out).toMatch(/^ +secret\.key$/m)
    expect(out).toMatch(/^attention The clock says .+ and there are files from later/m)
    expect(out).toMatch(/^ +later$/m)
  })

  test('says whether the connection is encrypted, and that the disk is up to whoever runs it', async () => {
    expect((await doctor()).out).toMatch(/^ok +Meervoud can be opened on this computer only/m)
    const says = async (env: object) => (await doctor({ ...place.env, ...env })).out
    expect(await says({ PUBLIC_ORIGIN: 'https://a.example' })).toMatch(
      /^ok +People open Meervoud at https:\/\/a\.example/m,
    )
    expect(await says({ PUBLIC_ORIGIN: 'http://a.example' })).toMatch(/^attention .+ is not encrypted/m)
    expect(await says({ HOST: '0.0.0.0' })).toMatch(/^attention Meervoud listens on 0\.0\.0\.0/m)
    expect(await says({})).toMatch(
      /^(ok +The disk of the database is encrypted|attention Nothing shows that the disk)/m,
    )
  })

  test('tells the result of the last drill', async () => {
    await run(['backup'], place.env)
    const at = new Date(Date.now() - 86_400_000).toISOString()
    writeDrill(place.folder, { at, file: 'auto.sqlite', fault: null })
    expect((await doctor()).out).toMatch(/^ok +The newest backup was put back as a trial on/m)
    writeDrill(place.folder, { at, file: 'auto.sqlite', fault: 'backup-damaged' })
    const { code, out } = await doctor()
    expect([code, out]).toEqual([1, expect.stringMatching(/^wrong +The trial on .+ could not put the backup back/m)])
    writeDrill(place.folder, { at, file: 'auto.sqlite', fault: 'no-room' })
    expect((await doctor()).out).toMatch(/^attention There was no room on .+ to put a backup back as a trial/m)
  })

  test('asks for attention when there is no database yet, and makes none', async () => {
    const { code, out } = await doctor({ DATA_DIR: join(place.folder, 'nothing') })
    expect([code, out]).toEqual([0, expect.stringMatching(/^attention There is no database in/m)])
    expect(readdirSync(place.folder)).not.toContain('nothing')
  })

  test('fails on wrong settings and names them', async () => {
    const { code, out } = await doctor({ ...place.env, PORT: 'abc', PUBLIC_ORIGIN: 'x/y' })
    expect(code).toBe(1)
    expect(out).toMatch(/^wrong +2 settings are wrong:$/m)
    expect(out).toMatch(/^ +PORT must be a port number/m)
  })

  test('fails on a damaged database', async () => {
    const path = join(place.folder, DATABASE_FILE)
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 4096 * 3, 4096 * 5)
    writeFileSync(path, bytes)
    const { code, out } = await doctor()
    expect([code, out]).toEqual([1, expect.stringMatching(/^wrong +The database is damaged/m)])
    expect(out).toMatch(/^1 thing is wrong\./m)
  })

  test('fails on a file that is no database', async () => {
    writeFileSync(join(place.folder, DATABASE_FILE), 'no database at all'.repeat(300))
    const { code, out } = await doctor()
    expect([code, out]).toEqual([1, expect.stringMatching(/^wrong +The database .* cannot be read/m)])
  })

  test('fails on a questionnaire that changed after it was used', async () => {
    const changed = { id: 'six-capitals', version: '1.0.0', contentHash: 'of other words', addedAt: seen.addedAt }
    await place.look(({ db }) => db.insertInto('instrumentVersion').values(changed).execute())
    const { code, out } = await doctor()
    expect([code, out]).toEqual([1, expect.stringMatching(/^wrong +A questionnaire that was used before has changed/m)])
    expect(out).toMatch(/^ +six-capitals@1\.0\.0$/m)
  })

  test('speaks Dutch', async () => {
    const { out } = await run(['doctor'], place.env, 'nl')
    expect(out).toMatch(/^goed +De instellingen kloppen\.$/m)
    expect(out).toMatch(/^let op +Er is nog geen back-up/m)
  })
})
