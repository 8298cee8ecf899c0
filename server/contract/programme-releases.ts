import * as z from 'zod'
import { Id, Period, Time } from './common.ts'
import { ChangeWord } from './results.ts'

/** What a row of a programme's figures is about; `own` is the profile of a park by itself. */
export const PROGRAMME_ROW_KINDS = ['programme', 'region', 'park', 'sector'] as const
export const ProgrammeRowKind = z.enum(PROGRAMME_ROW_KINDS)
export type ProgrammeRowKind = z.infer<typeof ProgrammeRowKind>

/** too-few: fewer than five companies; complement: it would tell what another company scored. */
export const ProgrammeReason = z.enum(['too-few', 'complement'])
export type ProgrammeReason = z.infer<typeof ProgrammeReason>

/** The row that a figure is about. */
export const ProgrammeRowOf = {
  kind: ProgrammeRowKind,
  id: z.string().describe('Id of a park, code of a region or a sector, or `all` for the whole programme'),
  name: z.string().nullable().describe('Of a park or region; null: the kind and the code say it'),
}

const Mean = z.int().min(0).max(100).nullable()

/** What every published figure says. */
export const ProgrammeValue = {
  n: z.int().min(0).describe('Companies with a score here; always told to staff'),
  mean: Mean.describe('Of companies, which weigh equally; null: not shown, see reason'),
  lowOrHigh: z
    .enum(['low', 'high'])
    .nullable()
    .describe('low: 15 or lower, high: 85 or higher; then no number is said'),
  reason: ProgrammeReason.nullable().describe('Why there is no mean'),
}

/** The middle half of companies. */
export const ProgrammeBand = {
  lower: Mean.describe('A quarter of companies scores this or lower; only from ten companies on, and not always'),
  upper: Mean.describe('A quarter of companies scores this or higher'),
}

/** How many companies there are, as the public page tells it: never a count below five. */
export const ToldCount = z
  .object({
    count: z.int().min(5).nullable(),
    reason: z.literal('fewer-than-five').nullable(),
  })
  .meta({ id: 'ToldCount' })
export type ToldCount = z.infer<typeof ToldCount>

/** Who chose to take part on a park, as the public page tells it. */
export const ToldTookPart = z.object({ joined: ToldCount, contributed: ToldCount }).meta({ id: 'ToldTookPart' })
export type ToldTookPart = z.infer<typeof ToldTookPart>

/** Who chose to take part, and of how many: said beside every comparison. */
export const TookPart = z
  .object({
    joined: z.int().min(0).describe('Companies that take part'),
    contributed: z.int().min(0).describe('Those of them of which figures of this quarter are counted'),
  })
  .meta({ id: 'TookPart' })
export type TookPart = z.infer<typeof TookPart>

/** The same for the programme and each of its parks, when the release was made. */
export const ProgrammeTookPart = TookPart.extend({
  parks: z.record(z.string(), TookPart).describe('By id of the park'),
}).meta({ id: 'ProgrammeTookPart' })
export type ProgrammeTookPart = z.infer<typeof ProgrammeTookPart>

/** A release as lists name it. */
export const ProgrammeReleaseSummary = z
  .object({
    id: Id,
    period: z.string(),
    number: z.int().min(1).describe('Within the quarter'),
    madeAt: Time,
  })
  .meta({ id: 'ProgrammeReleaseSummary' })
export type ProgrammeReleaseSummary = z.infer<typeof ProgrammeReleaseSummary>

/** Where a figure is. */
export const CellAddress = { horizon: z.string(), dimension: z.string(), perspective: z.string().describe('or `all`') }

/** How many companies agreed on something for a capital, in classes; over the whole programme. */
export const ThemeCount = z
  .object({
    capital: z.string(),
    n: z.int().min(0).describe('Companies that were counted'),
    companies: z
      .enum(['fewer_than_5', 'from_5_to_9', 'from_10_to_19', 'from_20_to_49', '50_and_more', 'nearly_all'])
      .nullable()
      .describe('null: too few were counted'),
  })
  .meta({ id: 'ThemeCount' })
export type ThemeCount = z.infer<typeof ThemeCount>

/** How the companies that are in two quarters changed. */
export const SlopeValue = {
  n: z.int().min(0).describe('Companies with a score in both quarters; always told'),
  thenMean: Mean,
  nowMean: Mean,
  word: ChangeWord.nullable().describe('Follows from the published numbers; null: not shown'),
  reason: ProgrammeReason.nullable(),
}

/** A release whole: everything that staff may read of it. It never changes. */
export const ProgrammeDocument = z
  .object({
    release: ProgrammeReleaseSummary,
    instrument: z.object({
      id: z.string(),
      versions: z.array(z.string()).describe('That companies used, oldest first: the last one has the names'),
    }),
    tookPart: ProgrammeTookPart,
    horizons: z.array(z.string()),
    dimensions: z.array(z.string()).describe('In the order shown'),
    perspectives: z.array(z.string()).describe('`all` first'),
    rows: z.array(
      z.object({
        ...ProgrammeRowOf,
        cells: z.array(z.object({ ...CellAddress, ...ProgrammeValue, ...ProgrammeBand })),
      }),
    ),
    own: z
      .array(
        z.object({
          park: Id,
          name: z.string(),
          period: z.string().describe('Of the round that this is about'),
          cells: z.array(
            z.object({
              horizon: z.string(),
              dimension: z.string(),
              n: z.int().min(0).describe('People who answered for the park'),
              score: Mean,
            }),
          ),
        }),
      )
      .describe('Profiles of parks by themselves, where there is one'),
    slopes: z
      .object({
        fromPeriod: z.string(),
        rows: z.array(z.object({ ...ProgrammeRowOf, cells: z.array(z.object({ ...CellAddress, ...SlopeValue })) })),
      })
      .nullable()
      .describe('null: there is no earlier quarter to compare with'),
    themes: z.array(ThemeCount).nullable().describe('null: told by an earlier release of the quarter, which stands'),
  })
  .meta({ id: 'ProgrammeDocument' })
export type ProgrammeDocument = z.infer<typeof ProgrammeDocument>

/** What would be shown, never what it would say. */
const PreviewCell = z.object({
  ...CellAddress,
  n: z.int().min(0),
  reason: ProgrammeReason.nullable().describe('null: it would be shown'),
})

/** The same with the count that the public page would tell, and whether readers keep an earlier figure. */
const PreviewFigure = PreviewCell.extend({
  told: ToldCount,
  stands: z
    .boolean()
    .describe('It would not be shown, and readers would keep the figure of an earlier publication of the quarter'),
})

/** What a publication would show now: which figures, and why others not; no value before it is published. */
export const ProgrammePreview = z
  .object({
    periods: z
      .array(
        z.object({
          period: z.string(),
          contributed: z.int().min(0).describe('Companies with figures of this quarter'),
          releases: z.int().min(0).describe('Publications of this quarter so far'),
        }),
      )
      .describe('Quarters with figures of companies or a publication, newest first'),
    period: z.string().nullable().describe('The one that this is about; null: there is none yet'),
    outcome: z
      .enum(['publishable', 'unchanged', 'release-stands', 'nothing-yet'])
      .describe(
        'unchanged: it would say the same as the newest publication; release-stands: fewer than five companies differ from what was published',
      ),
    earlier: ProgrammeReleaseSummary.nullable().describe('The newest publication of this quarter'),
    instrument: z.object({ id: z.string(), versions: z.array(z.string()) }),
    tookPart: ProgrammeTookPart,
    fromPeriod: z.string().nullable().describe('The quarter that changes would be counted from'),
    rows: z.array(z.object({ ...ProgrammeRowOf, cells: z.array(PreviewFigure) })),
    slopes: z.array(z.object({ ...ProgrammeRowOf, cells: z.array(PreviewCell) })),
    themes: z
      .enum(['shown', 'told-before', 'too-few'])
      .nullable()
      .describe('What is told of agreements; null: nothing would be published'),
    ownProfiles: z.int().min(0).describe('Parks whose own profile would be copied'),
  })
  .meta({ id: 'ProgrammePreview' })
export type ProgrammePreview = z.infer<typeof ProgrammePreview>

export const ProgrammePreviewQuery = z.object({
  period: Period.optional().describe('Left out: the newest with figures of companies'),
})

/** Publishing a quarter: it cannot be undone. */
export const ProgrammeReleaseInput = z.strictObject({ period: Period })
export type ProgrammeReleaseInput = z.infer<typeof ProgrammeReleaseInput>

export const ProgrammeReleaseParams = z.object({ org: Id, publication: Id })
