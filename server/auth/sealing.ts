import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes of the key, and of what AES-256-GCM adds to each text. */
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** Keeps texts that the server must read again from whoever has the database only. */
export interface Sealer {
  /** @param about what the text belongs to, such as a table and the id of a row: sealed for one, it opens for no other. */
  seal(text: string, about: string): string
  /** The text; undefined when it was sealed with another key, for something else, or was changed. */
  open(sealed: string, about: string): string | undefined
}

/**
 * Seals with AES-256-GCM and a random nonce each time.
 *
 * @param key 32 random bytes that lie outside the database and its backups.
 */
export function sealerOf(key: Buffer): Sealer {
  if (key.length !== KEY_BYTES) throw new Error(`a key has ${KEY_BYTES} bytes, not ${key.length}`)
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
      if (tag.length !== TAG_BYTES) return undefined
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      try {
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
