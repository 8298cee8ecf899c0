/**
 * A random UUID (version 4). `crypto.randomUUID` does not exist on plain HTTP, which is what a phone in a workshop
 * room speaks; `crypto.getRandomValues` does.
 *
 * @example randomId() // '3f0c1b9e-2f53-4c8e-9d0e-6a1f0c2b7d44'
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
