import type { ItemResult, Suppressed } from '../contract/results.ts'
import { agreementWord, averageDeviation, quartiles, withinGroupAgreement } from '../domain/agreement.ts'
import { slotOf } from '../domain/answer.ts'
import { countsAt, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { roundHalfUp, roundToStep } from '../domain/rounding.ts'
import { itemScore, unknownShare } from '../domain/score.ts'
import { roomsOf, tellsTooMuch } from './alike.ts'
import { keyedCounts, type PastRelease, type Population } from './cells.ts'
import { type CellPlaces, cellPlaces, isRating, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'
import { wordBelowTen, wordFromTen } from './words.ts'

/** People who may differ while it is still said that nearly everyone chose the same end of the scale. */
const NEARLY_EVERYONE = 3
/** Fewest people away from the most common step for figures that describe the spread. */
const SPREAD_FROM = 5
const SMALLEST_BIN = 2

/** An item's figures while they are decided, and how many chose each step of its dimension. */
interface Draft {
  result: ItemResult
  readonly steps: readonly number[]
}

/** Everybody's answers to each item on one horizon, as far as they may be told, and what is left out. */
export function itemResults(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  rules: Rules,
  past: readonly PastRelease[],
): { items: ItemResult[]; suppressed: Suppressed[] } {
  const drafts = instrument.items.map((_, item) => draftOf(instrument, item, horizon, everybody, rules, past))
  if (rules.precision) {
    for (const cell of cellPlaces(instrument)) {
      if (cell.horizon !== horizon) continue
      const counted = cell.items.flatMap((item) => {
        const draft = drafts[item]
        return draft !== undefined && draft.result.n >= rules.threshold ? [{ item, draft }] : []
      })
      hideRecoverable(instrument, counted, cell, everybody)
      sayWords(counted.map(({ draft }) => draft))
    }
  }
  const items = drafts.map(({ result }) => result)
  return { items, suppressed: drafts.flatMap((draft) => suppressedOf(draft, rules)) }
}

function draftOf(
  instrument: Instrument,
  item: number,
  horizon: number,
  everybody: Population,
  rules: Rules,
  past: readonly PastRelease[],
): Draft {
  const { id, dimension, perspective, reverse } = itemAt(instrument, item)
  const counts = countsAt(everybody.folded, item, horizon, instrument.horizons.length)
  const steps = keyedCounts(instrument, everybody, item, horizon)
  const n = ratingsIn(counts)
  const slot = slotOf(item, horizon, instrument.horizons.length)
  const isShown = n >= rules.threshold
  const hasFigures = isShown && n >= (rules.precision ? ITEM_FIGURES_FROM : 1)
  const nearlyEveryone = hasFigures && rules.precision ? endOfNearlyEveryone(steps, n) : null
  const hasSpread = hasFigures && (!rules.precision || hasManyAway([steps, ...changesSince(past, slot, everybody)]))
  const score = hasFigures && nearlyEveryone === null ? itemScore(counts, instrument.scale, reverse) : null
  const deviation = hasSpread ? averageDeviation(steps) : null
  const agreement = rules.precision || !isShown ? null : withinGroupAgreement(steps)
  const unknown = isShown ? unknownShare([counts]) : null
  const result: ItemResult = {
    itemId: id,
    horizon: instrument.horizons[horizon] ?? '',
    dimension,
    perspective,
    n,
    score: score === null ? null : roundHalfUp(score),
    nearlyEveryone,
    agreement: {
      word: isShown && !rules.precision ? agreementWord(steps) : null,
      averageDeviation: deviation === null ? null : roundHalfUp(deviation, 1),
      rwg: agreement === null ? null : roundHalfUp(agreement, 2),
    },
    quartiles: hasSpread ? quartiles(steps) : null,
    counts: hasSpread ? distribution(steps, rules) : null,
    unknownShare: unknown === null ? null : roundToStep(unknown, 0.05),
  }
  return { result, steps }
}

function itemAt(instrument: Instrument, item: number) {
  const found = instrument.items[item]
  if (found === undefined) throw new RangeError(`the instrument has no item ${item}`)
  return found
}

/** The end of the scale that nearly everyone chose, where a number would tell the same of each of them. */
function endOfNearlyEveryone(steps: readonly number[], n: number): 'lowest' | 'highest' | null {
  if (n - (steps.at(-1) ?? 0) <= NEARLY_EVERYONE) return 'highest'
  if (n - (steps[0] ?? 0) <= NEARLY_EVERYONE) return 'lowest'
  return null
}

/** Whether in each of these counts enough people lie away from what is most common. */
function hasManyAway(counts: readonly (readonly number[])[]): boolean {
  return counts.every((kinds) => kinds.reduce((sum, count) => sum + count, 0) - Math.max(...kinds) >= SPREAD_FROM)
}

/**
 * How many people changed from what to what at a place since each earlier release that showed figures of it: the
 * spread then and now give the spread of those who changed.
 */
function changesSince(past: readonly PastRelease[], slot: number, everybody: Population): number[][] {
  const now = new Map(everybody.members.map(({ respondentId, answers }) => [respondentId, answers[slot]]))
  return past.flatMap(({ answers }) => {
    const before = new Map([...answers].map(([id, sheet]) => [id, sheet[slot]]))
    if ([...before.values()].filter(isRating).length < ITEM_FIGURES_FROM) return []
    const kinds = new Map<string, number>()
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      const [then, today] = [before.get(id), now.get(id)]
      if (then === today || !(isRating(then) || isRating(today))) continue
      const kind = `${then} ${today}`
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
    return kinds.size === 0 ? [] : [[...kinds.values()]]
  })
}

/** The counts by step when each non-empty bin has two or more, else in three bins, else nothing. */
function distribution(steps: readonly number[], rules: Rules): number[] | null {
  if (!rules.precision) return [...steps]
  if (hasNoSmallBin(steps)) return [...steps]
  const middle = (steps.length - 1) / 2
  const sum = (part: readonly number[]) => part.reduce((total, count) => total + count, 0)
  const bins = [
    sum(steps.slice(0, Math.ceil(middle))),
    sum(steps.slice(Math.ceil(middle), Math.floor(middle) + 1)),
    sum(steps.slice(Math.floor(middle) + 1)),
  ]
  return hasNoSmallBin(bins) ? bins : null
}

function hasNoSmallBin(bins: readonly number[]): boolean {
  return bins.every((count) => count === 0 || count >= SMALLEST_BIN)
}

/**
 * A cell's score is the mean of its items' scores, so that what is hidden among shown ones can be worked out together.
 * When that is a single item, or items that were answered too much alike, the next most one-sided score is hidden too.
 */
function hideRecoverable(
  instrument: Instrument,
  counted: readonly { readonly item: number; readonly draft: Draft }[],
  cell: CellPlaces,
  everybody: Population,
): void {
  const isHidden = ({ draft }: { draft: Draft }) => draft.result.score === null
  const shown = counted.filter((one) => !isHidden(one)).map(({ draft }) => draft)
  shown.sort((a, b) => Math.abs((b.result.score ?? 50) - 50) - Math.abs((a.result.score ?? 50) - 50))
  for (const draft of shown) {
    const hidden = counted.filter(isHidden).map(({ item }) => item)
    if (hidden.length === 0) return
    if (hidden.length > 1 && !areTooAlike(instrument, hidden, cell, everybody)) return
    const agreement = { ...draft.result.agreement, averageDeviation: null }
    draft.result = { ...draft.result, score: null, quartiles: null, counts: null, agreement }
  }
}

function areTooAlike(
  instrument: Instrument,
  items: readonly number[],
  cell: CellPlaces,
  everybody: Population,
): boolean {
  const sheets = everybody.members.map(({ answers }) =>
    items.map((item) => keyedScore(instrument, item, answers[cell.slots[cell.items.indexOf(item)] ?? -1])),
  )
  const rated = sheets.filter((sheet) => sheet.some((score) => score !== null))
  const rooms = roomsOf(
    rated,
    items.map(() => ({ lowest: 0, highest: 100 })),
  )
  return tellsTooMuch(rooms, stepInPoints(instrument) / items.length)
}

function sayWords(counted: readonly Draft[]): void {
  const isAlone = counted.filter(({ result }) => result.score === null).length < 2
  for (const draft of counted) {
    const { result, steps } = draft
    const word = result.n < ITEM_FIGURES_FROM ? wordBelowTen(steps, isAlone) : wordFromTen(steps)
    draft.result = { ...result, agreement: { ...result.agreement, word } }
  }
}

function suppressedOf({ result }: Draft, rules: Rules): Suppressed[] {
  const what = `items/${result.itemId}/${result.horizon}`
  if (result.n === 0) return [{ what, reason: 'nothing-answered' }]
  if (result.n < rules.threshold) return [{ what, reason: 'too-few' }]
  const left: Suppressed[] = []
  if (result.score === null) left.push({ what: `${what}/score`, reason: reasonOfNoScore(result) })
  if (result.agreement.word === null && rules.precision) left.push({ what: `${what}/word`, reason: 'complement' })
  return left
}

function reasonOfNoScore({ n, nearlyEveryone }: ItemResult): Suppressed['reason'] {
  if (n < ITEM_FIGURES_FROM) return 'too-few'
  return nearlyEveryone === null ? 'complement' : 'too-alike'
}
