/** Two people who tell each other what they answered: the coalition that `method.md` section 8 reckons with. */
export const COLLUDERS = 2

/** A person's score counts as known when it is pinned within this many points to either side. */
export const PINNED_WITHIN = 5

/** Scores are sums of fractions such as 25 / 3, which binary arithmetic keeps a hair off. */
const NOISE = 1e-9

/**
 * How many points of a cell's score a person's own answers lie from the lowest and from the highest that they could
 * have been: 0 and 100 for who chose the lowest step everywhere.
 */
export interface Room {
  readonly below: number
  readonly above: number
}

/** The lowest and the highest that a score can be, 0 to 100, as far as is known to everybody. */
export interface Range {
  readonly lowest: number
  readonly highest: number
}

/** What is known of a score without anything shown. */
export const FULL_RANGE: Range = { lowest: 0, highest: 100 }

/**
 * What is known of each other's score to two people who know the distribution of all: from ten ratings of an item it may
 * be shown. Their own may be the lowest or the highest.
 */
export function knownRange(scores: readonly number[]): Range {
  const ascending = scores.toSorted((a, b) => a - b)
  return { lowest: ascending.at(COLLUDERS) ?? 0, highest: ascending.at(-1 - COLLUDERS) ?? 100 }
}

/**
 * Whether the score of these people together would tell two of them what each of the others answered.
 *
 * It would when the others lie so close to one end that all they share pins each of them: whoever knows their sum knows
 * that nobody holds more than the sum. The line lies one step further than that, so that leaving the score out does not
 * tell the same. Nor may it tell of people who answered alike in the middle: as two of them moving apart leaves the sum
 * as it is, but could cross the line, such answers lie beyond the line as soon as that would.
 *
 * @param unit points that the smallest difference in one person's answers makes.
 * @param further how many of these the line lies further still, because something else is told of the answers.
 * @param known how many of these rooms are the own ones of people who compare notes.
 */
export function tellsTooMuch(people: readonly Room[], unit: number, further = 0, known = COLLUDERS): boolean {
  if (people.length === 0) return false
  const line = lineOf(unit) + further * unit
  const isPinned = (rooms: readonly number[]) => {
    const ascending = rooms.toSorted((a, b) => a - b)
    return ascending.slice(0, -known).reduce((sum, room) => sum + room, 0) <= line
  }
  if (isPinned(people.map(({ below }) => below)) || isPinned(people.map(({ above }) => above))) return true
  return movedApart(people, unit, known).some((others) => tellsTooMuch(others, unit, further, known))
}

/** Points up to which what others share, or the room that they have, would pin them: one step beyond what does. */
export function lineOf(unit: number): number {
  return (Math.floor((2 * PINNED_WITHIN) / unit + NOISE) + 1) * unit + NOISE
}

/** What the answers could have been with the same sum, where all but two people answered alike: two moved apart. */
function movedApart(people: readonly Room[], unit: number, known: number): Room[][] {
  const ordered = people.toSorted((a, b) => a.below - b.below)
  const others = ordered.length - known
  return Array.from({ length: known + 1 }, (_, first) => first).flatMap((first) => {
    const lower = ordered[first]
    const upper = ordered[first + others - 1]
    if (lower === undefined || upper === undefined) return []
    if (upper.below - lower.below > 2 * PINNED_WITHIN + NOISE) return []
    if (lower.below < unit - NOISE || upper.above < unit - NOISE) return []
    return [
      [
        ...ordered.filter((person) => person !== lower && person !== upper),
        { below: lower.below - unit, above: lower.above + unit },
        { below: upper.below + unit, above: upper.above - unit },
      ],
    ]
  })
}

/**
 * The room of each person in a cell, which is the mean of its items' means. Who gave no score has no room there.
 *
 * @param sheets scores (0 to 100) of each person on each item; null where the person gave none.
 * @param ranges of each item.
 */
export function roomsOf(sheets: readonly (readonly (number | null)[])[], ranges: readonly Range[]): Room[] {
  const ratings = ranges.map((_, item) => sheets.filter((sheet) => (sheet[item] ?? null) !== null).length)
  const most = Math.max(0, ...ratings)
  const items = ratings.filter((count) => count > 0).length
  return sheets.map((sheet) => {
    let below = 0
    let above = 0
    for (const [item, { lowest, highest }] of ranges.entries()) {
      const score = sheet[item] ?? null
      if (score === null) continue
      // An answer to an item that fewer people rated weighs more in the mean.
      const weight = most / (ratings[item] ?? most) / items
      below += Math.max(0, score - lowest) * weight
      above += Math.max(0, highest - score) * weight
    }
    return { below, above }
  })
}
