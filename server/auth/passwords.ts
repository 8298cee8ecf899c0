import { hash, verify } from '@node-rs/argon2'
import { Turns } from '../turns.ts'

/** Argon2id with the first parameters that OWASP gives: 46 MiB of memory, one pass, one lane. */
const COST = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }
const PARAMETERS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`
/** Each hash takes a core and 46 MiB: a flood of sign-ins must not take them from who is answering. */
const turns = new Turns({ atOnce: 2, waiting: 20 })

/** A hash that no password has, so that an unknown account costs the same work as a known one. */
const NOBODY = `${PARAMETERS}${'A'.repeat(22)}$${'A'.repeat(43)}`

/** What is stored in the place of a hash for an account that has no password: no password is right. */
export const NO_PASSWORD = '-'

/**
 * What is stored of a password.
 *
 * @throws {ProblemError} `busy` when too many passwords are being hashed already.
 */
export function hashPassword(password: string): Promise<string> {
  return turns.take(() => hash(comparable(password), COST))
}

/**
 * Whether this is the password behind the hash.
 *
 * @param passwordHash undefined for an unknown account: false, after the same work; so is what is no hash, as of an
 *   account without a password.
 * @throws {ProblemError} `busy` when too many passwords are being hashed already.
 */
export function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  return turns.take(() => verify(passwordHash?.startsWith('$argon2id$') ? passwordHash : NOBODY, comparable(password)))
}

/** Whether a password was hashed in another way than they are now: whoever knows the password should hash it anew. */
export function isHashedOtherwise(passwordHash: string): boolean {
  return !passwordHash.startsWith(PARAMETERS)
}

/** Keyboards write the same letter as one code point or as two. */
function comparable(password: string): string {
  return password.normalize('NFKC')
}
