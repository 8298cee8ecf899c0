/** Numbers that look random and are the same every time, for made-up data. */
export class Random {
  #state: number

  /** @param seed any text: the same text gives the same numbers. */
  constructor(seed: string) {
    // FNV-1a spreads texts that differ in one letter.
    let hash = 0x811c9dc5
    for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193)
    this.#state = hash >>> 0
  }

  /** From 0 up to 1: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** True in this share of the cases. */
  happens(share: number): boolean {
    return this.next() < share
  }

  /** Around 0 with a standard deviation of 1, and never beyond 3: the sum of twelve. */
  bell(): number {
    let sum = -6
    for (let count = 0; count < 12; count += 1) sum += this.next()
    return Math.max(-3, Math.min(3, sum))
  }

  /** One of these. */
  pick<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.next() * values.length)]
  }

  /** A UUID of version 4. */
  id(): string {
    const digits = Array.from({ length: 30 }, () => Math.floor(this.next() * 16).toString(16)).join('')
    const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(12, 15)}`, `a${digits.slice(15, 18)}`]
    return [...parts, digits.slice(18)].join('-')
  }
}
