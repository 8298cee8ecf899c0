import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StartError } from '../../server/start-error.ts'
import { INSTALLATION_FILE, OWNER_FILE, refuseForeignFolder } from '../../server/upkeep/installation.ts'
import { UpkeepPlace } from '../support/upkeep-place.ts'

test('backups of another installation are left alone, until somebody says that the folder is free', async () => {
  const one = await UpkeepPlace.make()
  onTestFinished(() => one.close())
  const { folder } = one
  const other = await UpkeepPlace.make(folder)
  onTestFinished(() => other.close())
  await one.backups.make()
  const draft = `${one.names()[0]}.partial`
  writeFileSync(join(folder, draft), 'being made')
  const theirs = one.names()
  other.again()
  other.clock.pass({ days: 31 })
  await expect(other.backups.make()).rejects.toMatchObject({ code: 'backup-folder-taken' })
  await other.upkeep.stop()
  expect(other.backups.failure).toBe('backup-folder-taken')
  expect(one.names()).toEqual(theirs)
  expect(() => refuseForeignFolder(other.dataDir, folder)).toThrow(StartError)
  expect(() => refuseForeignFolder(one.dataDir, folder)).not.toThrow()
  rmSync(join(folder, OWNER_FILE))
  expect(() => refuseForeignFolder(other.dataDir, folder)).not.toThrow()
  other.again()
  await other.backups.make()
  expect(() => refuseForeignFolder(one.dataDir, folder)).toThrow(StartError)
  for (const file of [join(folder, OWNER_FILE), join(other.dataDir, INSTALLATION_FILE)])
    expect(statSync(file).mode & 0o777).toBe(0o600)
})
