import type { ItemResult, Suppressed } from '../contract/results.ts'
import { agreementWord, averageDeviation, quartiles, withinGroupAgreement } from '../domain/agreement.ts'
import { countsAt, ratingsIn } from '../domain/counts.ts'
import type { Instrument } from '../domain/instrument.ts'
import { roundHalfUp, roundToStep } from '../domain/rounding.ts'
import { itemScore, unknownShare } from '../domain/score.ts'
import { FULL_RANGE, roomsOf, tellsTooMuch } from './alike.ts'
import { type HiddenReason, keyedCounts, type PastRelease, type Population } from './cells.ts'
import type { Settled } from './contributors.ts'
import { hasManyAway } from './differences.ts'
import { type Draft, hideBesideEarlier, hideFigures, hideSpread, hideWithCell } from './hiding.ts'
import { type CellPlaces, cellPlaces, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, NEARLY_EVERYONE, type Rules } from './rules.ts'
import { wordWithoutScore, wordWithScore } from './words.ts'

const SMALLEST_BIN = 2

/**
 * Everybody's answers to each item on one horizon, as far as they may be told, and what is left out.
 *
 * @param hidden items that do not count in everybody's cells, and why; without scores of cells, see `decideItems`.
 * @param limits what the difference with earlier releases leaves of each item.
 */
export function itemResults(
  instrument: Instrument,
  horizon: number,
  everybody: Population,
  hidden: ReadonlyMap<string, HiddenReason>,
  limits: Pick<Settled, 'silentSlots' | 'scoreOnlySlots'>,
  rules: Rules,
  past: readonly PastRelease[],
): { items: ItemResult[]; suppressed: Suppressed[] } {
  const drafts = instrument.items.map((_, item) => draftOf(instrument, item, horizon, everybody, rules))
  const now = everybody.members
  const standAlone = (draft: Draft, slot: number) => hideBesideEarlier(draft, slot, hidden, rules, past, now)
  if (rules.precision) {
    for (const cell of cellPlaces(instrument)) {
      if (cell.horizon !== horizon) continue
      const counted = cell.items.flatMap((item) => {
        const draft = drafts[item]
        return draft !== undefined && draft.result.n >= rules.threshold ? [{ item, draft }] : []
      })
      const limitedBy = (slots: ReadonlySet<number>) => counted.filter(({ item }) => slots.has(slotIn(cell, item)))
      for (const { draft } of limitedBy(limits.silentSlots)) hideFigures(draft)
      if (rules.cells) hideRecoverable(instrument, counted, cell, everybody)
      sayWords(
        counted.map(({ draft }) => draft),
        rules,
      )
      for (const { draft } of [...limitedBy(limits.silentSlots), ...limitedBy(limits.scoreOnlySlots)]) {
        hideSpread(draft)
        draft.result.agreement.word = null
      }
      const [alone, ...others] = counted
      if (rules.cells && alone !== undefined && others.length === 0)
        hideWithCell(alone.draft, cell, hidden, rules, past)
      if (!rules.cells) for (const { item, draft } of counted) standAlone(draft, slotIn(cell, item))
    }
  }
  const items = drafts.map(({ result }) => result)
  return { items, suppressed: drafts.flatMap((draft) => suppressedOf(draft, rules)) }
}

function draftOf(instrument: Instrument, item: number, horizon: number, everybody: Population, rules: Rules): Draft {
  const { id, dimension, perspective, reverse } = itemAt(instrument, item)
  const counts = countsAt(everybody.folded, item, horizon, instrument.horizons.length)
  const steps = keyedCounts(instrument, everybody, item, horizon)
  const n = ratingsIn(counts)
  const isShown = n >= rules.threshold
  const hasFigures = isShown && n >= (rules.precision ? ITEM_FIGURES_FROM : 1)
  const nearlyEveryone = hasFigures && rules.precision ? endOfNearlyEveryone(steps, n) : null
  const hasSpread = hasFigures && (!rules.precision || hasManyAway(steps))
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

/** Place in a sheet of an item of a cell. */
function slotIn({ items, slots }: CellPlaces, item: number): number {
  return slots[items.indexOf(item)] ?? -1
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
    hideSpread(draft)
    draft.result.score = null
  }
}

function areTooAlike(
  instrument: Instrument,
  items: readonly number[],
  cell: CellPlaces,
  everybody: Population,
): boolean {
  const sheets = everybody.members.map(({ answers }) =>
    items.map((item) => keyedScore(instrument, item, answers[slotIn(cell, item)])),
  )
  const rated = sheets.filter((sheet) => sheet.some((score) => score !== null))
  const rooms = roomsOf(
    rated,
    items.map(() => FULL_RANGE),
  )
  return tellsTooMuch(rooms, stepInPoints(instrument) / items.length)
}

function sayWords(counted: readonly Draft[], rules: Rules): void {
  const isAlone = rules.cells && counted.filter(({ result }) => result.score === null).length < 2
  for (const { result, steps } of counted) {
    result.agreement.word = result.score === null ? wordWithoutScore(steps, isAlone) : wordWithScore(steps)
  }
}

function suppressedOf({ result, why }: Draft, rules: Rules): Suppressed[] {
  const what = `items/${result.itemId}/${result.horizon}`
  if (result.n === 0) return [{ what, reason: 'nothing-answered' }]
  if (result.n < rules.threshold) return [{ what, reason: 'too-few' }]
  const left: Suppressed[] = []
  if (result.score === null) left.push({ what: `${what}/score`, reason: reasonOfNoScore(result, why) })
  if (result.agreement.word === null && rules.precision) left.push({ what: `${what}/word`, reason: why ?? 'too-alike' })
  return left
}

function reasonOfNoScore({ n }: ItemResult, why: Draft['why']): Suppressed['reason'] {
  if (n < ITEM_FIGURES_FROM) return 'too-few'
  return why ?? 'too-alike'
}
