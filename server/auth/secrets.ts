import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** A secret of 256 random bits, as text that is safe in an address fragment, a header and a cookie. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: its SHA-256. Looking a secret up by its hash takes the same time for every guess. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** An id for something inside a round: random, because an id with a clock would tell when somebody came. */
export function makeRandomId(): string {
  return randomUUID()
}

/**
 * The id by which an archive that comes in names somebody who has an account here: no account has it, and whoever erases
 * the account finds it. UUIDv8.
 *
 * @see RFC 9562 section 5.8
 */
export function makeImportedId(userId: string): string {
  const hex = createHash('sha256').update(`imported:${userId}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 6

/** A join code that people read from a wall and type: 6 of 31 characters, without 0, O, 1, I and L. */
export function makeJoinCode(): string {
  return makeLetters(CODE_LENGTH)
}

/** A code for who lost their phone: 7 groups of 4 of 31 characters, 138 bits, so that a plain hash keeps it safe. */
export function makeRecoveryCode(): string {
  return Array.from({ length: 7 }, () => makeLetters(4)).join('-')
}

function makeLetters(length: number): string {
  let code = ''
  while (code.length < length) {
    const byte = randomBytes(1)[0] ?? 255
    // 248 is the largest multiple of 31 in a byte: beyond it some letters would come more often.
    if (byte < 248) code += CODE_LETTERS.charAt(byte % CODE_LETTERS.length)
  }
  return code
}

/** A typed code as it was made: without spaces and hyphens, in capitals. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

/**
 * An id for something outside rounds: UUIDv7, which sorts by the time it was made.
 *
 * @param now milliseconds since 1970.
 * @see RFC 9562 section 5.7
 */
export function makeSortedId(now: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
