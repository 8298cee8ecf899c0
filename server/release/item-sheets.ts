import { UNANSWERED } from '../domain/answer.ts'
import type { Instrument } from '../domain/instrument.ts'
import { knownRange, roomsOf, tellsTooMuch } from './alike.ts'
import type { Contributor } from './contributors.ts'
import { isRating, keyedScore, stepInPoints } from './places.ts'
import { ITEM_FIGURES_FROM, type Rules } from './rules.ts'

/** Fewest people away from what is most common for figures that describe the spread. */
const SPREAD_FROM = 5

/** Whether in these counts enough people lie away from what is most common for figures that describe the spread. */
export function hasManyAway(kinds: readonly number[]): boolean {
  return kinds.reduce((sum, count) => sum + count, 0) - Math.max(0, ...kinds) >= SPREAD_FROM
}

/**
 * The sheets from which the figures of single items are made. A cell's score takes new answers in from `threshold`
 * people on, but an item shows more than a score: with its figures then and now, the spread of those who changed would
 * be known. So the item keeps its earlier figures as long as too few of these lie away from what most of them did, and
 * when what they answered, or what the others did, lies at an end of what the new figures show.
 *
 * @param releases contributors of every release that showed a figure, oldest first, and of the new one.
 * @returns the sheets of the new one, with earlier answers, or none, where an item keeps its figures.
 */
export function itemSheets(
  instrument: Instrument,
  releases: readonly (readonly Contributor[])[],
  rules: Rules,
): readonly Contributor[] {
  const latest = releases.at(-1) ?? []
  if (!rules.precision || releases.length < 2) return latest
  const people = [...new Map(releases.flat().map((contributor) => [contributor.respondentId, contributor])).values()]
  const empty = UNANSWERED.repeat(instrument.items.length * instrument.horizons.length)
  const states: string[][] = []
  for (const release of releases) {
    const answers = new Map(release.map((contributor) => [contributor.respondentId, contributor.answers]))
    const now = people.map(({ respondentId }) => answers.get(respondentId) ?? empty)
    const kept = states.at(-1) ?? now
    const isKept = Array.from(empty, (_, slot) => states.some((state) => tellsSpread(instrument, state, now, slot)))
    const textOf = (sheet: string, person: number) =>
      Array.from(sheet, (own, slot) => (isKept[slot] ? kept[person]?.[slot] : own)).join('')
    states.push(now.map(textOf))
  }
  return people.flatMap((person, index) => {
    const answers = states.at(-1)?.[index] ?? empty
    return answers === empty ? [] : [{ ...person, answers }]
  })
}

/** Whether an item had figures before, and new figures would tell of those who changed, or of those who did not. */
function tellsSpread(instrument: Instrument, before: readonly string[], now: readonly string[], slot: number): boolean {
  if (before.filter((sheet) => isRating(sheet[slot])).length < ITEM_FIGURES_FROM) return false
  const kinds = new Map<string, number>()
  const unchanged: number[] = []
  const changed: number[] = []
  for (const [person, sheet] of now.entries()) {
    const [then, today] = [before[person]?.[slot], sheet[slot]]
    const score = keyedScore(instrument, Math.floor(slot / instrument.horizons.length), today)
    if (score !== null) (then === today ? unchanged : changed).push(score)
    if (then === today || !(isRating(then) || isRating(today))) continue
    kinds.set(`${then}${today}`, (kinds.get(`${then}${today}`) ?? 0) + 1)
  }
  if (kinds.size === 0) return false
  if (!hasManyAway([...kinds.values()])) return true
  const range = knownRange([...unchanged, ...changed])
  return [unchanged, changed].some((scores) => {
    const sheets = scores.map((score) => [score])
    return tellsTooMuch(roomsOf(sheets, [range]), stepInPoints(instrument))
  })
}
