import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { KEY_BYTES, sealerOf } from '../../server/auth/sealing.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import { adoptNextSeed, replaceRecoveryCodes, upsertNextSeed } from '../../server/db/queries/factors.ts'
import { SECRET_KEY_FILE, secretKeyOf } from '../../server/secret-key.ts'
import { StartError } from '../../server/start-error.ts'
import { DATABASES } from '../support/databases.ts'
import { OWNER, placeFor, run } from './run.ts'

describe.each(DATABASES)('sign-in-help on $name', ({ name }) => {
  test('removes every second step and prints a link for another password, while the server runs', async () => {
    const place = await placeFor(name)
    onTestFinished(() => place.remove())
    const userId = await place.look(async ({ db }) => {
      const { id } = await db.selectFrom('user').select('id').where('email', '=', OWNER).executeTakeFirstOrThrow()
      await upsertNextSeed(db, id, 'sealed')
      await adoptNextSeed(db, id, { tried: 'sealed', seed: 'sealed', since: '2026-01-01T00:00:00.000Z', step: 1 })
      await replaceRecoveryCodes(db, id, ['hash'], '2026-01-01T00:00:00.000Z')
      return id
    })
    const unlock = lockDataDir(place.folder)
    const { code, out } = await run(['sign-in-help', ` ${OWNER.toUpperCase()}`], place.env)
    unlock()
    expect([code, out]).toEqual([0, expect.stringMatching(/http:\/\/127\.0\.0\.1:3000\/reset#t=[\w-]{43}$/)])
    const left = await place.look(async ({ db }) => ({
      totp: await db.selectFrom('totp').selectAll().execute(),
      codes: await db.selectFrom('recoveryCode').selectAll().execute(),
      actions: (await db.selectFrom('systemEvent').select(['action', 'userId']).orderBy('number').execute()).slice(-2),
    }))
    expect(left).toEqual({
      totp: [],
      codes: [],
      actions: [
        { action: 'password.reset-link', userId: null },
        { action: 'account.help', userId },
      ],
    })
  })

  test('says what is wrong', async () => {
    const place = await placeFor(name)
    onTestFinished(() => place.remove())
    expect((await run(['sign-in-help', 'nobody@example.org'], place.env)).code).toBe(1)
    expect((await run(['sign-in-help'], place.env)).code).toBe(2)
    await place.look(({ db }) => db.updateTable('user').set({ lockedAt: '2026-01-01T00:00:00.000Z' }).execute())
    const locked = await run(['sign-in-help', OWNER], place.env)
    expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('is locked')])
  })
})

describe('the key of an installation', () => {
  const folderFor = () => {
    const folder = mkdtempSync(join(tmpdir(), 'meervoud-key-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    return folder
  }
  const codeOf = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof StartError) return error.code
    }
    return undefined
  }

  test('is made once, for nobody else to read, and stays', () => {
    const DATA_DIR = folderFor()
    const key = secretKeyOf({ DATA_DIR, SECRET_KEY: undefined })
    const path = join(DATA_DIR, SECRET_KEY_FILE)
    expect([key.length, statSync(path).mode & 0o777]).toEqual([KEY_BYTES, 0o600])
    expect(secretKeyOf({ DATA_DIR, SECRET_KEY: undefined })).toEqual(readFileSync(path))
  })

  test('is refused when others may read it, or it is no key', () => {
    const DATA_DIR = folderFor()
    const path = join(DATA_DIR, SECRET_KEY_FILE)
    writeFileSync(path, 'short', { mode: 0o600 })
    expect(codeOf(() => secretKeyOf({ DATA_DIR, SECRET_KEY: undefined }))).toBe('secret-key-unusable')
    chmodSync(path, 0o640)
    expect(codeOf(() => secretKeyOf({ DATA_DIR, SECRET_KEY: undefined }))).toBe('secret-key-unsafe')
    const given = Buffer.alloc(KEY_BYTES, 1)
    expect(secretKeyOf({ DATA_DIR, SECRET_KEY: given.toString('base64') })).toEqual(given)
  })

  test('opens what it sealed, for what it was sealed, unchanged, and nothing else', () => {
    const [sealer, other] = [sealerOf(Buffer.alloc(KEY_BYTES, 1)), sealerOf(Buffer.alloc(KEY_BYTES, 2))]
    const sealed = sealer.seal('a secret', 'totp:alice')
    expect(sealer.open(sealed, 'totp:alice')).toBe('a secret')
    expect(sealer.seal('a secret', 'totp:alice')).not.toBe(sealed)
    expect(sealer.open(sealed, 'totp:bob')).toBeUndefined()
    expect(other.open(sealed, 'totp:alice')).toBeUndefined()
    const bytes = Buffer.from(sealed, 'base64url')
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(sealer.open(changed.toString('base64url'), 'totp:alice')).toBeUndefined()
    }
    expect(sealer.open('', 'totp:alice')).toBeUndefined()
  })
})
