import { UNANSWERED } from '../domain/answer.ts'
import type { Instrument } from '../domain/instrument.ts'
import { Differences, isFew } from './differences.ts'
import type { Rules } from './rules.ts'

/** One respondent's answers as a release counts them. */
export interface Contributor {
  readonly respondentId: string
  readonly group: string | null
  /** A sheet's text, see `domain/answer.ts`. */
  readonly answers: string
}

/** What is published now, and what had to wait. */
export interface Settled {
  readonly contributors: readonly Contributor[]
  readonly isHoldingBack: boolean
  /** Places of the sheet that are as they were in the latest release. */
  readonly heldSlots: ReadonlySet<number>
  /** Places of the sheet whose items may show no figures of their own. */
  readonly silentSlots: ReadonlySet<number>
  /** Places of the sheet whose items may show their score, but not how people are spread around it. */
  readonly scoreOnlySlots: ReadonlySet<number>
}

/**
 * The re-release rule (`method.md` section 8, rule 3): a new release differs from each earlier one by no respondent or
 * by at least `threshold` respondents added, removed or changed. Else whoever compares the two would see what a few
 * people answered. Whoever takes the answers back and comes again stands once among the removed and once among the added:
 * of these two only the larger number counts.
 *
 * The rule is kept for the whole and for each cell, because five people may have changed while only one of them touched
 * some item. A cell that would tell too much keeps what the latest release had there, and waits: see `differences.ts`.
 *
 * @param earlier every earlier release that showed a figure, oldest first.
 * @returns undefined when the latest earlier release stands as it is.
 */
export function settleAgainstEarlier(
  instrument: Instrument,
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  rules: Rules,
): Settled | undefined {
  const latest = earlier.at(-1)
  if (latest === undefined) return { ...NOTHING_HELD, contributors: current }
  const differsByFew = (release: readonly Contributor[]) =>
    earlier.some((one) => isFew(countDifferent(release, one), rules.threshold))
  if (differsByFew(current)) return undefined
  const settled = keepWhatTells(instrument, current, earlier, rules)
  // Holding cells back may leave a difference that is too small again, or none.
  if (differsByFew(settled.contributors) || countDifferent(settled.contributors, latest) === 0) return undefined
  return settled
}

const NOTHING_HELD = {
  isHoldingBack: false,
  heldSlots: new Set<number>(),
  silentSlots: new Set<number>(),
  scoreOnlySlots: new Set<number>(),
}

/**
 * How many people at least were added, removed or changed between two releases. Everybody who was added may be somebody
 * who was removed.
 */
export function countDifferent(one: readonly Contributor[], other: readonly Contributor[]): number {
  const answers = new Map(other.map((contributor) => [contributor.respondentId, contributor.answers]))
  const shared = one.filter(({ respondentId }) => answers.has(respondentId))
  const changed = shared.filter(({ respondentId, answers: mine }) => answers.get(respondentId) !== mine).length
  return changed + Math.max(one.length, other.length) - shared.length
}

function keepWhatTells(
  instrument: Instrument,
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  rules: Rules,
): Settled {
  const latest = earlier.at(-1) ?? []
  const empty = UNANSWERED.repeat(current[0]?.answers.length ?? latest[0]?.answers.length ?? 0)
  const everyone = new Map(
    [...earlier.flat(), ...current].map((contributor) => [contributor.respondentId, contributor]),
  )
  const people = [...everyone.values()]
  const textsOf = (release: readonly Contributor[]) => {
    const texts = new Map(release.map(({ respondentId, answers }) => [respondentId, answers]))
    return people.map(({ respondentId }) => texts.get(respondentId) ?? empty)
  }
  const now = textsOf(current)
  const kept = textsOf(latest)
  const differences = new Differences(
    instrument,
    people.map(({ group }) => group),
    now,
    earlier.map(textsOf),
    rules,
  )
  const { heldSlots, silentSlots, scoreOnlySlots } = differences
  const contributors = people.flatMap((contributor, person) => {
    const answers = Array.from(now[person] ?? empty, (character, slot) => {
      return heldSlots.has(slot) ? (kept[person]?.[slot] ?? UNANSWERED) : character
    }).join('')
    return answers === empty ? [] : [{ ...contributor, answers }]
  })
  const isHoldingBack = countDifferent(contributors, current) > 0
  return { contributors, isHoldingBack, heldSlots, silentSlots, scoreOnlySlots }
}
