/** Random choices that are the same for the same seed. */
export interface Dice {
  /** 0 up to, and not including, this number. */
  below(n: number): number
  chance(share: number): boolean
  pick<T>(things: readonly T[]): T
}

/** Dice from a whole number (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (share) => next() < share,
    pick: (things) => {
      const thing = things[below(things.length)]
      if (thing === undefined) throw new RangeError('there is nothing to pick from')
      return thing
    },
  }
}
