import type { DeckChart } from './chart.ts'

/** What every slide has. Everything in it is text that the page says too. */
interface Slide {
  readonly title: string
  /** What the presenter says: the sentences of the page, with every number of the slide in words. */
  readonly note: string
}

/** The first slide. */
export interface CoverSlide extends Slide {
  readonly kind: 'cover'
  /** Below the title, one line each. */
  readonly lines: readonly string[]
}

/** Sentences, the first one large. */
export interface WordsSlide extends Slide {
  readonly kind: 'words'
  readonly sentences: readonly string[]
  /** In place of all sentences but the first: a list. */
  readonly items?: readonly string[]
  /** Small print below: where the figures come from. */
  readonly small?: readonly string[]
}

/** A table, large enough to be read in a room. */
export interface DeckTable {
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
  /** Width of each column as a share of the whole. */
  readonly widths: readonly number[]
}

/** A headline, a chart and what stands beside it. */
export interface ChartSlide extends Slide {
  readonly kind: 'chart'
  readonly headline: string
  readonly chart: DeckChart
  /** The same numbers; a radar has no numbers of its own. */
  readonly table?: DeckTable
  /** What is not there and why, in words. */
  readonly under: readonly string[]
}

/** Several small charts on one scale, each with its name above and a sentence below. */
export interface PanelsSlide extends Slide {
  readonly kind: 'panels'
  readonly headline: string
  readonly panels: readonly { readonly name: string; readonly sentence: string; readonly chart: DeckChart }[]
  readonly under: readonly string[]
}

/** A headline and a table. */
export interface TableSlide extends Slide {
  readonly kind: 'table'
  readonly headline: string
  readonly table: DeckTable
  readonly under: readonly string[]
}

/** One slide of a deck. */
export type DeckSlide = CoverSlide | WordsSlide | ChartSlide | PanelsSlide | TableSlide

/** A whole deck, in one language. */
export interface Deck {
  readonly title: string
  readonly organisation: string
  readonly language: 'nl' | 'en'
  /** At the foot of each slide: whose figures these are and of when. */
  readonly foot: string
  readonly slides: readonly DeckSlide[]
}
