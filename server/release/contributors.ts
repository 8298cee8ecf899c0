import { UNANSWERED } from '../domain/answer.ts'

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
 * of them touched some item. A place where 1 to `threshold - 1` people of a population differ keeps what the latest
 * release had there, for that population, and waits.
 *
 * @param shownGroups groups large enough to be shown; everybody else forms one population together.
 * @returns undefined when the latest earlier release stands as it is.
 */
export function settleAgainstEarlier(
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  shownGroups: ReadonlySet<string>,
  threshold: number,
): Settled | undefined {
  const latest = earlier.at(-1)
  if (latest === undefined) return { contributors: current, isHoldingBack: false }
  if (earlier.some((release) => isFew(countDifferent(current, release), threshold))) return undefined
  const settled = keepFewDifferences(current, earlier, latest, shownGroups, threshold)
  // Holding places back may leave a difference that is too small again, or none.
  if (earlier.some((release) => isFew(countDifferent(settled, release), threshold))) return undefined
  if (countDifferent(settled, latest) === 0) return undefined
  return { contributors: settled, isHoldingBack: countDifferent(settled, current) > 0 }
}

function isFew(count: number, threshold: number): boolean {
  return count > 0 && count < threshold
}

/** How many respondents were added, removed or changed between two releases. */
export function countDifferent(one: readonly Contributor[], other: readonly Contributor[]): number {
  const answers = new Map(other.map((contributor) => [contributor.respondentId, contributor.answers]))
  const differing = one.filter(({ respondentId, answers: mine }) => answers.get(respondentId) !== mine).length
  const present = new Set(one.map(({ respondentId }) => respondentId))
  return differing + other.filter(({ respondentId }) => !present.has(respondentId)).length
}

function keepFewDifferences(
  current: readonly Contributor[],
  earlier: readonly (readonly Contributor[])[],
  latest: readonly Contributor[],
  shownGroups: ReadonlySet<string>,
  threshold: number,
): Contributor[] {
  const slots = current[0]?.answers.length ?? 0
  const empty = UNANSWERED.repeat(slots)
  const populationOf = ({ group }: Contributor) => (group !== null && shownGroups.has(group) ? group : '')
  const everyone = new Map(
    [...earlier.flat(), ...current].map((contributor) => [contributor.respondentId, contributor]),
  )
  const people = [...everyone.values()].map((contributor) => ({ contributor, population: populationOf(contributor) }))
  const textsOf = (release: readonly Contributor[]) => {
    const texts = new Map(release.map(({ respondentId, answers }) => [respondentId, answers]))
    return people.map(({ contributor }) => texts.get(contributor.respondentId) ?? empty)
  }
  const now = textsOf(current)
  const before = earlier.map(textsOf)
  const kept = textsOf(latest)
  const drafts = now.map((text) => Array.from(text))

  for (let slot = 0; slot < slots; slot += 1) {
    for (const population of new Set(people.map((person) => person.population))) {
      const members = people.flatMap((person, index) => (person.population === population ? [index] : []))
      const differs = (texts: readonly string[]) =>
        members.filter((index) => texts[index]?.[slot] !== now[index]?.[slot]).length
      if (!before.some((texts) => isFew(differs(texts), threshold))) continue
      for (const index of members) {
        const draft = drafts[index]
        if (draft !== undefined) draft[slot] = kept[index]?.[slot] ?? UNANSWERED
      }
    }
  }
  const released = new Set(latest.map(({ respondentId }) => respondentId))
  return people.flatMap(({ contributor }, index) => {
    const answers = drafts[index]?.join('') ?? empty
    const isThere = answers !== empty || released.has(contributor.respondentId)
    return isThere ? [{ ...contributor, answers }] : []
  })
}
