import type { Results, Suppressed } from '../../server/contract/results.ts'

/** Why a figure is not there. */
export type Reason = Suppressed['reason']

/** A figure that is not there is either `hidden` to keep people unrecognised, or `missing` because of what was answered. */
export type Absence = 'hidden' | 'missing'

const MISSING: readonly Reason[] = ['too-few-items', 'nothing-answered']

/** Parts of a path that only say where in the document something stands. */
const STRUCTURE = new Set(['horizons', 'dimensions', 'perspectives', 'cells', 'score'])

const STANDS: Reason = 'earlier-release-stands'

/** Named when a round is too small altogether. */
const EVERYTHING = 'all'

/** Whether a reason is about privacy or about what was answered; without a reason it is the latter. */
export function absenceOf(reason: Reason | undefined): Absence {
  return reason === undefined || MISSING.includes(reason) ? 'missing' : 'hidden'
}

/**
 * Why the figure at a place is not there, by what the release says of that place, of what it lies in, or of what it is
 * made of, in that order; undefined when the release says nothing of it. An earlier outcome that stands is the reason
 * only where there is no other: most places that it is said of do have a figure.
 *
 * @param place codes that lead to the figure, such as `['now', 'human', 'internal']`.
 */
export function reasonAt(suppressed: readonly Suppressed[], place: readonly string[]): Reason | undefined {
  const entries = suppressed
    .map((entry) => ({ reason: entry.reason, codes: codesOf(entry.what) }))
    .toSorted((a, b) => Number(a.reason === STANDS) - Number(b.reason === STANDS))
  const isSame = ({ codes }: { codes: string[] }) =>
    codes.length === place.length && place.every((code) => codes.includes(code))
  const holds = ({ codes }: { codes: string[] }) =>
    codes[0] === EVERYTHING || codes.every((code) => place.includes(code))
  const isPart = ({ codes }: { codes: string[] }) =>
    codes[0] === place[0] && place.every((code) => codes.includes(code)) && codes.indexOf('items') < 1
  return (entries.find(isSame) ?? entries.find(holds) ?? entries.find(isPart))?.reason
}

/**
 * Why something is left out, as the end of the id of a text `results-why-…`: its reason, or `word-only` for an item
 * with answers enough for a word and too few for a score.
 */
export function whyLeftOut({ items, threshold }: Results, { what, reason }: Suppressed): Reason | 'word-only' {
  const [kind, itemId, horizon] = codesOf(what)
  if (kind !== 'items' || reason !== 'too-few') return reason
  const item = items.find((candidate) => candidate.itemId === itemId && candidate.horizon === horizon)
  return item !== undefined && item.n >= threshold ? 'word-only' : reason
}

/**
 * Whether an item's own score is hidden while it does count in the score of its cell.
 *
 * @param what path of the item, such as `items/i40/now`.
 */
export function countsWhileHidden({ items, horizons, suppressed }: Results, what: string): boolean {
  const [kind, itemId, horizon] = codesOf(what)
  const item = items.find((candidate) => candidate.itemId === itemId && candidate.horizon === horizon)
  if (kind !== 'items' || item === undefined || item.score !== null) return false
  const cell = `${item.horizon}/${item.dimension}/${item.perspective}`
  const hasScore = (horizons[item.horizon]?.dimensions[item.dimension]?.cells[item.perspective] ?? null) !== null
  const isNamed = (path: string) => suppressed.some((entry) => entry.what === path)
  return hasScore && isNamed(`${what}/score`) && !isNamed(`${cell}/items/${item.itemId}`)
}

/** The codes in a path of the release, without the parts that only give structure. */
export function codesOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && !STRUCTURE.has(part))
}

/** A release, or anything else that holds something for each of its horizons. */
export interface WithHorizons {
  readonly horizons: Readonly<Record<string, unknown>>
}

/** The horizons that a release has figures for, in the order of the instrument. */
export function horizonsIn(results: WithHorizons, order: readonly string[]): string[] {
  return order.filter((horizon) => results.horizons[horizon] !== undefined)
}
