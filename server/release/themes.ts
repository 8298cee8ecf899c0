/** How many companies it is, told so roughly that of no company it says whether it is one of them. */
export type ThemeClass =
  | 'fewer_than_5'
  | 'from_5_to_9'
  | 'from_10_to_19'
  | 'from_20_to_49'
  | '50_and_more'
  | 'nearly_all'

/** How many companies of a programme agreed on an intervention for a capital, in one quarter. */
export interface ThemeFigure {
  readonly capital: string
  /** Companies of which it is known whether they agreed on interventions. */
  readonly n: number
  /** Null below ten companies: then hardly anything but nobody or everybody could be told. */
  readonly companies: ThemeClass | null
  readonly reason: 'too-few' | null
}

/** For which capitals one company agreed on an intervention in a quarter; null when its round did not get to that. */
export interface ContributedThemes {
  readonly themes: readonly string[] | null
}

/** Companies from which themes are told. */
export const THEMES_FROM = 10

/**
 * Themes of interventions over a whole programme, in classes.
 *
 * Why nobody is told of: two colluders know their own, at most two of those with an intervention or two of those without.
 * A class that starts at 0 goes on to 4, and every other class that does not end at all companies ends 5 below; so that
 * whatever the class, each of the others may have one and may have none. With n known: the class starts at n - 4 at the
 * highest, and two colluders without one still leave 2 of the others; it ends at 4 at the lowest, and two colluders with one
 * still leave 2.
 *
 * Once a quarter: a later release of the same quarter repeats what the first one told. Two classes of the same quarter could
 * tell of those between them, even of more than five: when six came and `fewer_than_5` became `from_10_to_19`, all six have
 * one. Another quarter tells what other rounds agreed on.
 *
 * @param capitals in the order in which they are shown.
 */
export function makeThemes(contributions: readonly ContributedThemes[], capitals: readonly string[]): ThemeFigure[] {
  const known = contributions.flatMap(({ themes }) => (themes === null ? [] : [new Set(themes)]))
  const n = known.length
  return capitals.map((capital) => {
    if (n < THEMES_FROM) return { capital, n, companies: null, reason: 'too-few' }
    const companies = known.filter((themes) => themes.has(capital)).length
    return { capital, n, companies: themeClass(companies, n), reason: null }
  })
}

/** Which class so many of so many companies are in, from ten companies on. */
export function themeClass(companies: number, n: number): ThemeClass {
  if (companies < 5) return 'fewer_than_5'
  if (companies > n - 5) return 'nearly_all'
  if (companies < 10) return 'from_5_to_9'
  if (companies < 20) return 'from_10_to_19'
  return companies < 50 ? 'from_20_to_49' : '50_and_more'
}
