import type { ReleaseChange } from '../contract/results.ts'
import { type ChangeWord, pairedWord, unpairedWord } from '../domain/change.ts'
import { foldSheets } from '../domain/counts.ts'
import { type Instrument, stepsOf } from '../domain/instrument.ts'
import { comparableItems } from '../domain/lineage.ts'
import { type Profile, profileOf } from '../domain/profile.ts'
import { singleSheetChange } from '../domain/sheet-change.ts'
import { scoredItems } from './cells.ts'
import { type ComparedRound, pairsOf, type SharedItem, type Side, sharedItems, sharedSheet } from './compared.ts'
import { movedApart } from './moved-apart.ts'
import { stepInPoints } from './places.ts'

/** Fewest people who answered both rounds for whom these are compared person by person. */
const FEWEST_PAIRS = 6

/**
 * What changed from one round to a later one with the same instrument: a word for each dimension and each of
 * its cells, on every horizon that both asked.
 *
 * The statistic is the mean of respondents' scores, over the items that both rounds asked and that count in both releases.
 * Missing: a respondent without a score is left out of that word. A word other than `too_few_to_say` is said only where
 * both releases show the score, and of as many respondents with a score as either round needs ratings. No number of a
 * difference leaves this module.
 *
 * Paired when both rounds are open and at least six people, told by their names, answered both; else unpaired.
 *
 * @param seed see `seedOf`.
 * @param asBefore which item of the earlier version an item may be put beside; left out, both are of the same version.
 * @see `method.md` section 7.
 */
export function changesBetween(
  before: ComparedRound,
  after: ComparedRound,
  seed: number,
  asBefore = comparableItems([], after.instrument.items),
): Omit<ReleaseChange, 'since'> {
  const pairs = pairsOf(before, after)
  const isPaired = pairs.length >= FEWEST_PAIRS
  const people = isPaired
    ? { before: pairs.map(([one]) => one), after: pairs.map(([, other]) => other) }
    : { before: before.contributors, after: after.contributors }
  const sheets = {
    before: people.before.map(({ answers }) => answers),
    after: people.after.map(({ answers }) => answers),
  }
  const horizons = after.instrument.horizons.filter((horizon) => before.instrument.horizons.includes(horizon))
  const words = horizons.map((horizon) => {
    return [horizon, { dimensions: wordsOn(horizon, { before, after, asBefore, sheets, isPaired, seed }) }] as const
  })
  return {
    method: isPaired ? 'paired' : 'unpaired',
    before: sheets.before.length,
    after: sheets.after.length,
    seed,
    horizons: Object.fromEntries(words),
    single: singleOf(before, after, asBefore, horizons),
  }
}

/**
 * The seed of the words between two releases: a whole number that these two always give (32 bits of FNV-1a).
 *
 * @example seedOf('a', 'b') // 279181810
 */
export function seedOf(earlierReleaseId: string, laterReleaseId: string): number {
  let hash = 0x811c9dc5
  for (const character of `${earlierReleaseId} ${laterReleaseId}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  }
  return hash >>> 0
}

/** Two rounds, and the sheets that are compared: with pairs in the same order on both sides. */
interface Comparison {
  readonly before: ComparedRound
  readonly after: ComparedRound
  readonly asBefore: ReadonlyMap<string, string>
  readonly sheets: Readonly<Record<Side, readonly string[]>>
  readonly isPaired: boolean
  readonly seed: number
}

type Scores = Profile['dimensions']

/** One score of the profile: where it stands in a respondent's, and the points that one step of one answer makes. */
interface Score {
  readonly of: (scores: Scores) => number | null
  readonly unit: number
}

function wordsOn(horizon: string, comparison: Comparison): Record<string, DimensionWords> {
  const { before, after, asBefore, sheets } = comparison
  const shared = sharedItems(before, after, asBefore, horizon)
  const instrument = { ...after.instrument, balance: false, horizons: [horizon], items: shared.map(({ item }) => item) }
  const scores = {
    before: sheets.before.map((sheet) => scoresOfOne(instrument, sharedSheet(shared, sheet, 'before'))),
    after: sheets.after.map((sheet) => scoresOfOne(instrument, sharedSheet(shared, sheet, 'after'))),
  }
  const word = (shown: readonly (number | null | undefined)[], score: Score) => {
    const isShown = shown.every((released) => released !== null && released !== undefined)
    return isShown ? wordOf(comparison, scores.before.map(score.of), scores.after.map(score.of), score.unit) : TOO_FEW
  }
  const earlier = before.figures.horizons[horizon]?.dimensions
  return Object.fromEntries(
    Object.entries(after.figures.horizons[horizon]?.dimensions ?? {}).map(([dimension, { score, cells }]) => {
      const perspectives = Object.keys(cells)
      const units = perspectives.map((perspective) => unitOf(instrument, shared, dimension, perspective))
      const cellWords = perspectives.map((perspective, cell) => {
        const shown = [cells[perspective], earlier?.[dimension]?.cells[perspective]]
        const of = (one: Scores) => one[dimension]?.cells[perspective] ?? null
        return [perspective, word(shown, { of, unit: units[cell] ?? 0 })] as const
      })
      const whole = { of: (one: Scores) => one[dimension]?.score ?? null, unit: Math.min(...units) / units.length }
      const words = { word: word([score, earlier?.[dimension]?.score], whole), cells: Object.fromEntries(cellWords) }
      return [dimension, words]
    }),
  )
}

type DimensionWords = ReleaseChange['horizons'][string]['dimensions'][string]

const TOO_FEW = 'too_few_to_say'

/** The scores of one respondent, made as a release makes everybody's: of counts that are 0 or 1. */
function scoresOfOne(instrument: Instrument, sheet: string): Scores {
  const folded = foldSheets([sheet], instrument.items.length, stepsOf(instrument.scale))
  const population = { group: null, members: [], folded }
  return profileOf(instrument, scoredItems(instrument, 0, { population, hidden: new Map() })).dimensions
}

function unitOf(instrument: Instrument, shared: readonly SharedItem[], dimension: string, perspective: string): number {
  const items = shared.filter(({ item }) => item.dimension === dimension && item.perspective === perspective)
  return stepInPoints(instrument) / Math.max(1, items.length)
}

function wordOf(
  { before, after, isPaired, seed }: Comparison,
  earlier: readonly (number | null)[],
  later: readonly (number | null)[],
  unit: number,
): ChangeWord {
  const fewest = Math.max(before.rules.threshold, after.rules.threshold)
  if (isPaired) {
    const differences = earlier.flatMap((score, pair) => {
      const again = later[pair] ?? null
      return score === null || again === null ? [] : [again - score]
    })
    return differences.length < fewest ? TOO_FEW : pairedWord(differences, seed)
  }
  const told = ({ rules }: ComparedRound, scores: readonly (number | null)[]) => {
    const given = scores.filter((score) => score !== null)
    return rules.apart ? movedApart(given, unit) : given
  }
  const [from, to] = [told(before, earlier), told(after, later)]
  return Math.min(from.length, to.length) < fewest ? TOO_FEW : unpairedWord(from, to, seed)
}

/** What rose and fell on the sheet that one person filled in for the company; null where it is not one in both rounds. */
function singleOf(
  before: ComparedRound,
  after: ComparedRound,
  asBefore: ReadonlyMap<string, string>,
  horizons: readonly string[],
): ReleaseChange['single'] {
  const [earlier, ...othersBefore] = before.contributors
  const [later, ...othersAfter] = after.contributors
  const isOpen = before.mode === 'open' && after.mode === 'open'
  if (!isOpen || earlier === undefined || later === undefined || othersBefore.length + othersAfter.length > 0)
    return null
  const changes = horizons.map((horizon) => {
    const shared = sharedItems(before, after, asBefore, horizon)
    const { rose, fell } = singleSheetChange(
      sharedSheet(shared, earlier.answers, 'before'),
      sharedSheet(shared, later.answers, 'after'),
    )
    const named = (places: readonly number[]) =>
      places.flatMap((place) => (shared[place] === undefined ? [] : [{ itemId: shared[place].item.id, horizon }]))
    return { rose: named(rose), fell: named(fell) }
  })
  return { rose: changes.flatMap(({ rose }) => rose), fell: changes.flatMap(({ fell }) => fell) }
}
