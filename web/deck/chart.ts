/** How a series is drawn. Line, dash and marker belong together, as on the page, so that grey paper tells them apart. */
export type SeriesLook = 'first' | 'ahead' | 'outside' | 'earlier' | 'capitals'

/** One series of a native chart. */
export interface DeckSeries {
  readonly name: string
  /** One for each category; null is written nowhere: not in the drawing and not in its workbook. */
  readonly values: readonly (number | null)[]
  readonly look: SeriesLook
  /** A colour for each category, as six hexadecimal digits; only for bars that stand for one capital each. */
  readonly colours?: readonly string[]
}

/**
 * A chart that people can go on working with in PowerPoint: its numbers stand in a workbook inside the file.
 *
 * `dots` are marks without a line between categories, two of them joined when they belong to one category.
 */
export interface DeckChart {
  readonly kind: 'radar' | 'dots' | 'bars' | 'lines'
  readonly categories: readonly string[]
  readonly series: readonly DeckSeries[]
  /** Ends of the scale, and the distance between two lines of the grid. */
  readonly scale: { readonly min: number; readonly max: number; readonly step: number }
  /** Everything that the drawing says, in words, for who cannot see it. */
  readonly description: string
  /** Decimals of its numbers; none unless said. */
  readonly decimals?: number
  /** Size of the text in points. */
  readonly textSize: number
  /** Whether a key with the names of the series stands under the drawing. */
  readonly hasKey: boolean
}
