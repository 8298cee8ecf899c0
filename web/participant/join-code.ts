/** Characters of a join code. */
export const CODE_LENGTH = 6

/**
 * A typed or scanned code as the server knows it: capitals, without spaces and hyphens. Somebody who pastes the whole
 * link gets its code; a longer token from a QR picture stays as it is.
 *
 * @example cleanCode(' abc-d2f ') // 'ABCD2F'
 */
export function cleanCode(typed: string): string {
  const text = typed.slice(typed.indexOf('#') + 1).trim()
  const plain = text.replace(/[^a-z0-9]/gi, '')
  return plain.length > CODE_LENGTH ? text : plain.toUpperCase()
}

/**
 * A code as people read it aloud: in two threes.
 *
 * @example shownCode('ABCD2F') // 'ABC-D2F'
 */
export function shownCode(code: string): string {
  return code.length > CODE_LENGTH / 2 && code.length <= CODE_LENGTH ? `${code.slice(0, 3)}-${code.slice(3)}` : code
}
