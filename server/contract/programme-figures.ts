import * as z from 'zod'
import { Id, Period } from './common.ts'
import {
  ProgrammeBand,
  ProgrammeReason,
  ProgrammeReleaseSummary,
  ProgrammeRowOf,
  ProgrammeValue,
  SlopeValue,
  ThemeCount,
  TookPart,
} from './programme-releases.ts'

const Code = z.string().regex(/^[\w-]{1,40}$/)

/** Which figures: all parts may be left out. */
export const FiguresQuery = z.object({
  period: Period.optional().describe('Left out: the newest that was published'),
  horizon: Code.optional().describe('Left out: the first of the instrument, such as now'),
  perspective: Code.optional().describe('Left out: all perspectives together'),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

/** One to six parks, with commas in between. */
const Parks = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(Id).min(1).max(6))

export const CompareQuery = FiguresQuery.extend({ parks: Parks })
export type CompareQuery = z.infer<typeof CompareQuery>

export const SlopesQuery = FiguresQuery.extend({
  parks: Parks.optional().describe('Left out: every park'),
})
export type SlopesQuery = z.infer<typeof SlopesQuery>

export const ProgrammeTrendQuery = FiguresQuery.omit({ period: true }).extend({
  dimension: Code.optional().describe('Left out: the first of the instrument'),
})
export type ProgrammeTrendQuery = z.infer<typeof ProgrammeTrendQuery>

export const ThemesQuery = FiguresQuery.pick({ period: true })

/** What every answer says: which release it is of, what can be asked, and who took part. */
const Head = {
  release: ProgrammeReleaseSummary.nullable().describe('null: nothing was published for this quarter'),
  periods: z.array(z.string()).describe('Every quarter that was published, newest first'),
  whoTookPart: TookPart.nullable().describe('When the release was made; null: no release'),
}

const Frame = {
  ...Head,
  instrument: z
    .object({ id: z.string(), version: z.string() })
    .nullable()
    .describe('The newest version in the release: it has the names'),
  horizons: z.array(z.string()).describe('In the order shown; empty without a release'),
  dimensions: z.array(z.string()),
  perspectives: z.array(z.string()).describe('`all` first'),
  horizon: z.string().nullable(),
  perspective: z.string().nullable(),
}

/** The publication of which a figure is, where the newest of the quarter does not show it. */
export const EarlierFigure = z
  .object({
    release: ProgrammeReleaseSummary,
    because: ProgrammeReason.describe('Why the newest publication does not show the figure'),
    counted: z.int().min(0).describe('Companies with a score here in the newest publication'),
  })
  .meta({ id: 'EarlierFigure' })
export type EarlierFigure = z.infer<typeof EarlierFigure>

const Earlier = {
  earlier: EarlierFigure.nullable().describe(
    'Where the newest publication of the quarter shows no figure, the newest earlier one that did still stands, with its own n; null: it is of the newest',
  ),
}

const Cell = z.object({ dimension: z.string(), ...ProgrammeValue, ...ProgrammeBand, ...Earlier })
/** A figure of one dimension. */
export type FigureCell = z.infer<typeof Cell>

const RowHead = {
  ...ProgrammeRowOf,
  tookPart: TookPart.nullable().describe('On a park, and in the whole programme; null of regions and sectors'),
}

/** Parks beside each other, never in order of score: the programme, then parks, regions and sectors by name. */
export const Heatmap = z
  .object({
    ...Frame,
    rows: z.array(z.object({ ...RowHead, cells: z.array(Cell).describe('One for each dimension, in their order') })),
  })
  .meta({ id: 'ProgrammeHeatmap' })
export type Heatmap = z.infer<typeof Heatmap>

/** A few parks and the whole programme, on one axis for each dimension. */
export const ParkComparison = z
  .object({
    ...Frame,
    programme: z.object({ tookPart: TookPart.nullable(), cells: z.array(Cell) }).nullable(),
    parks: z
      .array(
        z.object({
          id: Id,
          name: z.string().nullable(),
          tookPart: TookPart.nullable(),
          cells: z.array(Cell).describe('Empty: the release has nothing of this park'),
          own: z
            .array(
              z.object({
                horizon: z.string().describe('now or intended'),
                dimension: z.string(),
                n: z.int().min(0).describe('People who answered for the park'),
                score: z.int().min(0).max(100).nullable(),
              }),
            )
            .describe('What those who run the park say of it; empty: nothing'),
        }),
      )
      .describe('In the order that was asked; one that is not of this programme is left out'),
  })
  .meta({ id: 'ParkComparison' })
export type ParkComparison = z.infer<typeof ParkComparison>

/** How the companies that are in two quarters changed; no others are counted. */
export const Slopes = z
  .object({
    ...Frame,
    fromPeriod: z.string().nullable().describe('null: the release compares with no earlier quarter'),
    rows: z
      .array(
        z.object({ ...ProgrammeRowOf, cells: z.array(z.object({ dimension: z.string(), ...SlopeValue, ...Earlier })) }),
      )
      .describe('The programme, then parks by name'),
  })
  .meta({ id: 'ProgrammeSlopes' })
export type Slopes = z.infer<typeof Slopes>

/** One dimension over all published quarters; of each its newest release, and what still stands of earlier ones. */
export const ProgrammeTrend = z
  .object({
    instrument: z.object({ id: z.string(), version: z.string() }).nullable(),
    horizons: z.array(z.string()),
    dimensions: z.array(z.string()),
    perspectives: z.array(z.string()),
    dimension: z.string().nullable(),
    horizon: z.string().nullable(),
    perspective: z.string().nullable(),
    quarters: z
      .array(
        z.object({
          release: ProgrammeReleaseSummary,
          whoTookPart: TookPart,
          continues: z
            .boolean()
            .describe('false: a line from the quarter before would lie, because the questions differ'),
        }),
      )
      .describe('Oldest first'),
    rows: z
      .array(
        z.object({
          ...ProgrammeRowOf,
          points: z
            .array(z.object({ period: z.string(), ...ProgrammeValue, ...Earlier }))
            .describe('Only quarters in which it is'),
        }),
      )
      .describe('The programme, then parks by name'),
  })
  .meta({ id: 'ProgrammeTrend' })
export type ProgrammeTrend = z.infer<typeof ProgrammeTrend>

/** For how many companies something was agreed, by capital. */
export const Themes = z
  .object({ ...Head, themes: z.array(ThemeCount).describe('Told once a quarter, by the release that is named') })
  .meta({ id: 'ProgrammeThemes' })
export type Themes = z.infer<typeof Themes>
