import { makeCohort, type SlopeFigure } from './cohort.ts'
import { makeProgrammeRelease, type ProgrammeFigure } from './programme.ts'
import {
  type ContributedScores,
  PROGRAMME_RULES,
  type ProgrammeRules,
  type PublishedProgramme,
} from './programme-table.ts'
import { type ContributedThemes, makeThemes, type ThemeFigure } from './themes.ts'

/** What one company contributes to one quarter. */
export type Contribution = ContributedScores & ContributedThemes

/** Everything that was published about one quarter. */
export interface PublishedQuarter {
  /** Releases and sides of cohorts, oldest first. */
  readonly tables: readonly PublishedProgramme[]
  readonly themesTold: boolean
}

/** What a publication of one quarter is made of. */
export interface PublicationSource {
  readonly contributions: readonly Contribution[]
  /** In the order in which they are shown, as `capitals`. */
  readonly cells: readonly string[]
  readonly capitals: readonly string[]
  /** About the quarter that is published, before now. */
  readonly published: PublishedQuarter
  /** The quarter before, without companies that withdrew or whose version cannot be compared with the present one. */
  readonly previous?: {
    readonly contributions: readonly ContributedScores[]
    readonly published: PublishedQuarter
  }
}

/** One publication of a programme: a release of a quarter, the slopes from the quarter before, and themes. */
export interface Publication {
  readonly figures: ProgrammeFigure[]
  /** None without a quarter before. */
  readonly slopes: SlopeFigure[]
  /** Null when an earlier release of the quarter told them: those stand. */
  readonly themes: ThemeFigure[] | null
  /** What every later publication about either quarter has to be given, after what it was given before. */
  readonly remember: {
    readonly current: readonly PublishedProgramme[]
    readonly previous: readonly PublishedProgramme[]
    readonly themesTold: boolean
  }
}

/**
 * All that one publication tells.
 *
 * The cohort comes after the release, and counts it among what is published: the release costs the cohort rows, never the
 * other way round. Themes count as told once there were enough companies to tell anything.
 *
 * @returns undefined when the earlier releases of the quarter stand, because too few companies differ from them.
 */
export function makePublication(
  { contributions, cells, capitals, published, previous }: PublicationSource,
  rules: ProgrammeRules = PROGRAMME_RULES,
): Publication | undefined {
  const made = makeProgrammeRelease(contributions, cells, published.tables, rules)
  if (made === undefined) return undefined
  const release: PublishedProgramme = { kind: 'release', contributions, shown: made.shown }
  const themes = published.themesTold && rules.themes ? null : makeThemes(contributions, capitals)
  const themesTold = themes?.some(({ companies }) => companies !== null) ?? true
  if (previous === undefined) {
    return { figures: made.figures, slopes: [], themes, remember: { current: [release], previous: [], themesTold } }
  }
  const cohort = makeCohort(
    { contributions: previous.contributions, published: previous.published.tables },
    { contributions, published: [...published.tables, release] },
    cells,
    rules,
  )
  return {
    figures: made.figures,
    slopes: cohort.slopes,
    themes,
    remember: { current: [release, cohort.after], previous: [cohort.before], themesTold },
  }
}
