import type { ProgrammeFigure } from '../../server/release/programme.ts'
import type { ContributedScores, ProgrammeRules, RowKind } from '../../server/release/programme-table.ts'
import { type Contribution, makePublication, type PublishedQuarter } from '../../server/release/publication.ts'
import type { ThemeFigure } from '../../server/release/themes.ts'
import type { Dice } from '../attack/dice.ts'

/** One cell is enough: cells are made apart, of the same companies. */
export const CELL = 'now/human/all'

/** What a programme has: by quarter, the contributions at each attempt to publish. */
export type History = readonly (readonly (readonly Contribution[])[])[]

/** A mean that was published, and of whom. */
export interface SumTold {
  readonly members: readonly ContributedScores[]
  readonly mean: number
  readonly quartiles: ProgrammeFigure['quartiles']
}

/** Everything that was published about one quarter. */
export interface ToldQuarter {
  readonly sums: SumTold[]
  readonly themes: { readonly contributions: readonly Contribution[]; readonly told: readonly ThemeFigure[] }[]
}

/** Everything that can be read of a programme, as one text: the same text of other scores means that nobody can tell them apart. */
export interface Told {
  readonly quarters: readonly ToldQuarter[]
  readonly text: string
}

/** Publishes a programme under these rules: each attempt of each quarter, with the slopes from the quarter before. */
export function publishHistory(history: History, rules: ProgrammeRules): Told {
  const published = history.map((): PublishedQuarter => ({ tables: [], themesTold: false }))
  const quarters = history.map((): ToldQuarter => ({ sums: [], themes: [] }))
  const texts: unknown[] = []
  for (const [quarter, attempts] of history.entries()) {
    const before = history[quarter - 1]?.at(-1)
    for (const contributions of attempts) {
      const earlier = published[quarter - 1]
      const previous =
        before === undefined || earlier === undefined ? {} : { previous: { contributions: before, published: earlier } }
      const made = makePublication(
        {
          contributions,
          cells: [CELL],
          capitals: ['human'],
          published: published[quarter] ?? { tables: [], themesTold: false },
          ...previous,
        },
        rules,
      )
      if (made === undefined) {
        texts.push('stands')
        continue
      }
      texts.push(made.figures, made.slopes, made.themes)
      remember(published, quarter, made.remember.current, made.remember.themesTold)
      if (earlier !== undefined) remember(published, quarter - 1, made.remember.previous, false)
      quarters[quarter]?.sums.push(...sumsOf(contributions, made.figures, 'mean'))
      const [, after] = made.remember.current
      const [side] = made.remember.previous
      if (after !== undefined) quarters[quarter]?.sums.push(...sumsOf(after.contributions, made.slopes, 'nowMean'))
      if (side !== undefined) quarters[quarter - 1]?.sums.push(...sumsOf(side.contributions, made.slopes, 'thenMean'))
      if (made.themes !== null) quarters[quarter]?.themes.push({ contributions, told: made.themes })
    }
  }
  return { quarters, text: JSON.stringify(texts) }
}

function remember(
  published: PublishedQuarter[],
  quarter: number,
  tables: PublishedQuarter['tables'],
  themesTold: boolean,
): void {
  const before = published[quarter] ?? { tables: [], themesTold: false }
  published[quarter] = { tables: [...before.tables, ...tables], themesTold: before.themesTold || themesTold }
}

interface Row {
  readonly kind: RowKind
  readonly id: string
  readonly quartiles?: ProgrammeFigure['quartiles']
}

function sumsOf<Name extends string>(
  contributions: readonly ContributedScores[],
  figures: readonly (Row & Record<Name, number | null>)[],
  name: Name,
): SumTold[] {
  return figures.flatMap((figure) => {
    const mean = figure[name]
    if (mean === null) return []
    const { kind, id, quartiles = null } = figure
    const inRow = contributions.filter((one) => kind === 'programme' || one[kind] === id)
    return [{ members: inRow.filter(({ scores }) => (scores[CELL] ?? null) !== null), mean, quartiles }]
  })
}

/** How large a random programme is. */
export interface Size {
  /** Companies at the start. */
  readonly fewest: number
  readonly most: number
  readonly quarters: number
}

/** As `reference/experience-reliability-security.md` C.9 has it. */
export const AS_ASKED: Size = { fewest: 3, most: 40, quarters: 8 }

/**
 * A random programme of 2 to 8 parks and none to 6 sectors. In every quarter companies come and go, some have no score, and
 * after publishing it some are erased, come late or are corrected, so that it is published again.
 */
export function randomHistory(dice: Dice, { fewest, most, quarters }: Size = AS_ASKED): History {
  const parks = 2 + dice.below(7)
  const sectors = dice.below(7)
  const style = dice.pick(['anything', 'ends', 'alike'] as const)
  const middle = dice.below(101)
  const churn = dice.pick([0, 0.05, 0.2, 0.5])
  const scoreOf = (): number | null => {
    if (dice.chance(0.02)) return null
    if (style === 'ends') return dice.pick([0, 0, 3, 97, 100, dice.below(101)])
    return style === 'alike' ? Math.min(100, Math.max(0, middle + dice.below(7) - 3)) : dice.below(101)
  }
  let born = 0
  const company = (): Contribution => {
    const park = dice.below(parks)
    return {
      companyId: `c${born++}`,
      park: `p${park}`,
      region: dice.chance(0.9) ? `r${park % 3}` : null,
      sector: sectors === 0 ? null : `s${dice.below(sectors)}`,
      scores: { [CELL]: scoreOf() },
      themes: dice.chance(0.9) ? (dice.chance(0.5) ? ['human'] : []) : null,
    }
  }
  const many = (most: number) => Array.from({ length: dice.below(most + 1) }, company)
  const scored = (one: Contribution): Contribution => ({ ...one, scores: { [CELL]: scoreOf() } })
  let companies = Array.from({ length: fewest + dice.below(most - fewest + 1) }, company)
  return Array.from({ length: quarters }, () => {
    const stayed = companies.filter(() => !dice.chance(churn))
    const first = [...stayed.map(scored), ...many(dice.chance(churn * 2) ? Math.ceil(companies.length / 4) : 0)]
    const again = dice.chance(0.4)
      ? [
          ...first.filter(() => !dice.chance(churn / 2)).map((one) => (dice.chance(churn / 4) ? scored(one) : one)),
          ...many(8),
        ]
      : null
    companies = again ?? first
    return again === null ? [first] : [first, again]
  })
}
