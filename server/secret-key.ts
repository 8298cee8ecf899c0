import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { KEY_BYTES } from './auth/sealing.ts'
import type { Config } from './config.ts'
import { StartError } from './start-error.ts'

/** The key of this installation inside DATA_DIR. It is no part of a backup: whoever has a backup has no key. */
export const SECRET_KEY_FILE = 'secret.key'

/**
 * The key of this installation: the setting SECRET_KEY, or else a file in DATA_DIR that is made at the first start.
 * Several processes on one database need the setting, so that each opens what another sealed.
 *
 * @throws {StartError} `secret-key-unsafe` for a file that others may read, `secret-key-unusable` for one that is no key.
 */
export function secretKeyOf({ SECRET_KEY, DATA_DIR }: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Buffer {
  if (SECRET_KEY !== undefined) return Buffer.from(SECRET_KEY, 'base64')
  const path = join(DATA_DIR, SECRET_KEY_FILE)
  return usable(path, () => readKey(path) ?? makeKey(DATA_DIR, path))
}

/** The same without making one; undefined when there is none. */
export function keptSecretKey({ SECRET_KEY, DATA_DIR }: Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>): Buffer | undefined {
  if (SECRET_KEY !== undefined) return Buffer.from(SECRET_KEY, 'base64')
  const path = join(DATA_DIR, SECRET_KEY_FILE)
  return usable(path, () => readKey(path))
}

function usable<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    throw new StartError('secret-key-unusable', { path }, { cause })
  }
}

function readKey(path: string): Buffer | undefined {
  const file = lstatSync(path, { throwIfNoEntry: false })
  if (file === undefined) return undefined
  // Windows has no such rights; there the folder of the user keeps others out.
  const isOpen = process.platform !== 'win32' && (file.mode & 0o077) !== 0
  if (isOpen || file.isSymbolicLink()) throw new StartError('secret-key-unsafe', { path })
  const key = readFileSync(path)
  if (key.length !== KEY_BYTES) throw new StartError('secret-key-unusable', { path })
  return key
}

function makeKey(folder: string, path: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, key)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  // Whatever the umask says.
  chmodSync(path, 0o600)
  return key
}
