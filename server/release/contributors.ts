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

/** What is published now, and whether some newer answers had to wait. */
export interface Settled {
  readonly contributors: readonly Contributor[]
  readonly isHoldingBack: boolean
}

/**
 * The re-release rule (`method.md` section 8, rule 3): a new release differs from each earlier one by no respondent or
 * by at least `threshold` respondents added, removed or changed. Else whoever compares the two would see what a few
 * people answered.
 *
 * The rule is kept for the whole and for each place of the sheet, because five people may have changed while only one
 * of them touched some item. A place that would tell too much keeps what the latest release had there, for that
 * population, and waits: see `differences.ts`.
 *
 * @param earlier every earlier release that showed a figure, oldest first.
 * @param shownGroups groups large enough to be shown; everybody else forms one population together.
 * @returns undefined when the latest earlier release stands as it is.
 */
export function settleAgainstEarlier(
  instrument: Instrument,
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  shownGroups: ReadonlySet<string>,
  rules: Rules,
): Settled | undefined {
  const latest = earlier.at(-1)
  if (latest === undefined) return { contributors: current, isHoldingBack: false }
  const differsByFew = (release: readonly Contributor[]) =>
    earlier.some((one) => isFew(countDifferent(release, one), rules.threshold))
  if (differsByFew(current)) return undefined
  const settled = keepWhatTells(instrument, current, earlier, shownGroups, rules)
  // Holding places back may leave a difference that is too small again, or none.
  if (differsByFew(settled) || countDifferent(settled, latest) === 0) return undefined
  return { contributors: settled, isHoldingBack: countDifferent(settled, current) > 0 }
}

/** How many respondents were added, removed or changed between two releases. */
export function countDifferent(one: readonly Contributor[], other: readonly Contributor[]): number {
  const answers = new Map(other.map((contributor) => [contributor.respondentId, contributor.answers]))
  const differing = one.filter(({ respondentId, answers: mine }) => answers.get(respondentId) !== mine).length
  const present = new Set(one.map(({ respondentId }) => respondentId))
  return differing + other.filter(({ respondentId }) => !present.has(respondentId)).length
}

function keepWhatTells(
  instrument: Instrument,
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  shownGroups: ReadonlySet<string>,
  rules: Rules,
): Contributor[] {
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
  const populations = people.map(({ group }) => (group !== null && shownGroups.has(group) ? group : null))
  const now = textsOf(current)
  const kept = textsOf(latest)
  const differences = new Differences(instrument, populations, now, earlier.map(textsOf), rules)
  const released = new Set(latest.map(({ respondentId }) => respondentId))
  return people.flatMap((contributor, person) => {
    const answers = Array.from(now[person] ?? empty, (character, slot) => {
      return differences.isHeld(slot, populations[person] ?? null) ? (kept[person]?.[slot] ?? UNANSWERED) : character
    }).join('')
    const isThere = answers !== empty || released.has(contributor.respondentId)
    return isThere ? [{ ...contributor, answers }] : []
  })
}
