import { COLLUDERS, lineOf } from './alike.ts'

/** People looked at as colluders: whose own answers lie furthest from the end. */
const LIKELY_COLLUDERS = 6

type Sheet = readonly (number | null)[]

/** Scores of everybody on each item, from the highest down, and turned over from the lowest up. */
export interface AllScores {
  readonly descending: readonly (readonly number[])[]
  readonly turned: readonly (readonly number[])[]
}

/** @param sheets scores (0 to 100) of everybody on each item; null where they gave none. */
export function allScoresOf(sheets: readonly Sheet[], items: number): AllScores {
  const descending = Array.from({ length: items }, (_, item) => scoresOf(sheets, item).sort((a, b) => b - a))
  return { descending, turned: descending.map((scores) => scores.map((score) => -score).reverse()) }
}

/**
 * Whether some people gave the highest, or the lowest, ratings of all that were given to the items of a cell, but for
 * two of them. Where the distribution of all is known, so is then what each of them answered, as far as these ratings
 * are the same.
 *
 * @param some scores (0 to 100) of each of these people on each item; null where they gave none.
 * @param all of everybody, these people included, on the same items.
 * @param unit points that one step of one person makes in a cell's score.
 */
export function takesAnEnd(some: readonly Sheet[], all: AllScores, unit: number): boolean {
  const turned = some.map((sheet) => sheet.map((score) => (score === null ? null : -score)))
  return takesTheTop(some, all.descending, unit) || takesTheTop(turned, all.turned, unit)
}

function takesTheTop(some: readonly Sheet[], all: AllScores['descending'], unit: number): boolean {
  const order = [...some.keys()].toSorted((a, b) => sumOf(some[a] ?? []) - sumOf(some[b] ?? []))
  const likely = order.slice(0, LIKELY_COLLUDERS)
  if (isFarFromTop(some, all, unit)) return false
  return likely.some((one) =>
    likely.some((two) => {
      if (two <= one) return false
      const left = some.filter((_, index) => index !== one && index !== two)
      return roomBelowTop(left, all, [some[one] ?? [], some[two] ?? []]) <= lineOf(unit)
    }),
  )
}

/** Whether two colluders could not account for the room there is, were theirs as large as it can be. */
function isFarFromTop(some: readonly Sheet[], all: AllScores['descending'], unit: number): boolean {
  const gaps = some.map((sheet) =>
    sumOf(sheet.map((score, item) => (score === null ? null : (all[item]?.[0] ?? 0) - score))),
  )
  const two = gaps.toSorted((a, b) => b - a).slice(0, COLLUDERS)
  return roomBelowTop(some, all, []) - sumOf(two) / itemsIn(some).length > lineOf(unit)
}

/** Points of the mean over items by which people could have scored higher, with the ratings that all gave. */
function roomBelowTop(left: readonly Sheet[], all: AllScores['descending'], known: readonly Sheet[]): number {
  const items = itemsIn(left)
  const rooms = items.map((item) => {
    const own = scoresOf(left, item)
    const given = known.length === 0 ? (all[item] ?? []) : without(all[item] ?? [], scoresOf(known, item))
    return sumOf(given.slice(0, own.length)) - sumOf(own)
  })
  return sumOf(rooms) / items.length
}

function without(scores: readonly number[], taken: readonly number[]): number[] {
  const left = [...scores]
  for (const score of taken) left.splice(left.indexOf(score), 1)
  return left
}

function itemsIn(sheets: readonly Sheet[]): number[] {
  return [...(sheets[0] ?? []).keys()].filter((item) => sheets.some((sheet) => sheet[item] !== null))
}

function scoresOf(sheets: readonly Sheet[], item: number): number[] {
  return sheets.flatMap((sheet) => sheet[item] ?? [])
}

function sumOf(scores: Sheet): number {
  return scores.reduce<number>((sum, score) => sum + (score ?? 0), 0)
}
