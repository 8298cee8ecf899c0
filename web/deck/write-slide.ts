import type pptxgenjs from 'pptxgenjs'
import type { DeckChart } from './chart.ts'
import { BODY, heightOf, heightOfAll, LEFT, rowHeight, SIZE, WIDTH } from './measure.ts'
import type { ChartSlide, DeckSlide, DeckTable, PanelsSlide, TableSlide, WordsSlide } from './slides.ts'

/** Colours of the page's light theme. */
const INK = '14181F'
/** For what is said beside the matter. */
export const MUTED = '4A5261'
/** The one colour that only decorates. */
export const ACCENT = '0B57A4'
const LINE = 'D5DAE1'
/** Most room for one bar, in inches: three wide bars would look like more than they say. */
const BAR = 0.75
/** A font that PowerPoint brings along and everything else replaces by one as wide. */
export const FONT = 'Calibri'

type Page = ReturnType<InstanceType<typeof pptxgenjs.default>['addSlide']>

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Puts everything but the title and the notes on a slide. Charts that it adds are also added to `charts`. */
export function writeSlide(page: Page, slide: DeckSlide, charts: DeckChart[]): void {
  switch (slide.kind) {
    case 'cover':
      writeText(page, slide.lines, { x: LEFT, y: 3.3, w: WIDTH, h: 3.4 }, 20)
      break
    case 'words':
      writeWords(page, slide)
      break
    case 'chart':
      if (slide.table === undefined) writeWideChart(page, slide, charts)
      else writeChartAndTable(page, slide, slide.table, charts)
      break
    case 'panels':
      writePanels(page, slide, charts)
      break
    case 'table':
      writeTable(page, slide)
  }
}

function writeWords(page: Page, { sentences, items = [], small = [] }: WordsSlide): void {
  const [first = '', ...more] = sentences
  const height = heightOf(first, SIZE.large, WIDTH)
  writeText(page, [first], { x: LEFT, y: 1.4, w: WIDTH, h: height }, SIZE.large)
  const foot = heightOfAll(small, SIZE.small, WIDTH)
  const top = 1.4 + height + 0.25
  const box = { x: LEFT, y: top, w: WIDTH, h: BODY.bottom - foot - top }
  if (items.length > 0) writeItems(page, items, box)
  else writeText(page, more, box, SIZE.sentence)
  writeText(page, small, { x: LEFT, y: BODY.bottom - foot, w: WIDTH, h: foot }, SIZE.small, MUTED)
}

function writeWideChart(page: Page, { headline, chart, under }: ChartSlide, charts: DeckChart[]): void {
  const top = writeHeadline(page, headline)
  const bottom = BODY.bottom - heightOfAll(under, SIZE.sentence, WIDTH)
  const room = bottom - top - 0.1
  const height = chart.kind === 'bars' ? Math.min(room, chart.categories.length * BAR + 0.6) : room
  addChart(page, chart, { x: LEFT - 0.1, y: top, w: WIDTH, h: height }, charts)
  writeText(page, under, { x: LEFT, y: bottom, w: WIDTH, h: BODY.bottom - bottom }, SIZE.sentence)
}

function writeChartAndTable(
  page: Page,
  { headline, chart, under }: ChartSlide,
  table: DeckTable,
  charts: DeckChart[],
): void {
  const top = writeHeadline(page, headline)
  const [x, w] = [6.7, LEFT + WIDTH - 6.7]
  addChart(page, chart, { x: LEFT - 0.1, y: top, w: 6, h: BODY.bottom - top }, charts)
  const end = top + addTable(page, table, { x, y: top, w }) + 0.25
  writeText(page, under, { x, y: end, w, h: Math.max(0.3, BODY.bottom - end) }, SIZE.sentence)
}

function writePanels(page: Page, { headline, panels, under }: PanelsSlide, charts: DeckChart[]): void {
  const top = writeHeadline(page, headline)
  const columns = Math.min(3, panels.length)
  const rows = Math.ceil(panels.length / columns)
  const foot = heightOfAll(under, SIZE.small, WIDTH)
  const [width, height] = [WIDTH / columns, (BODY.bottom - top - foot) / rows]
  for (const [at, { name, sentence, chart }] of panels.entries()) {
    const [x, y, w] = [LEFT + (at % columns) * width, top + Math.floor(at / columns) * height, width - 0.25]
    const [named, said] = [heightOf(name, SIZE.sentence, w), heightOf(sentence, SIZE.small, w)]
    writeText(page, [name], { x, y, w, h: named }, SIZE.sentence, INK, true)
    writeText(page, [sentence], { x, y: y + named, w, h: said }, SIZE.small)
    addChart(page, chart, { x: x - 0.1, y: y + named + said, w: w + 0.1, h: height - named - said - 0.1 }, charts)
  }
  writeText(page, under, { x: LEFT, y: BODY.bottom - foot, w: WIDTH, h: foot }, SIZE.small, MUTED)
}

function writeTable(page: Page, { headline, table, under }: TableSlide): void {
  const top = writeHeadline(page, headline)
  const end = table.rows.length === 0 ? top : top + addTable(page, table, { x: LEFT, y: top, w: WIDTH }) + 0.25
  writeText(page, under, { x: LEFT, y: end, w: WIDTH, h: Math.max(0.3, BODY.bottom - end) }, SIZE.sentence)
}

/** Answers where the headline ends. A long one is smaller. */
function writeHeadline(page: Page, headline: string): number {
  const size = heightOf(headline, SIZE.headline, WIDTH) > 0.8 ? SIZE.sentence : SIZE.headline
  writeText(page, [headline], { x: LEFT, y: 1.25, w: WIDTH, h: BODY.top - 1.35 }, size)
  return BODY.top
}

function writeText(
  page: Page,
  lines: readonly string[],
  box: Box,
  size: number,
  color: string = INK,
  bold = false,
): void {
  if (lines.length === 0) return
  const runs = lines.map((text, at) => ({
    text,
    options: { breakLine: at < lines.length - 1, paraSpaceAfter: size / 3 },
  }))
  page.addText(runs, { ...box, ...textStyle(size, color), bold, valign: 'top', margin: 0 })
}

function writeItems(page: Page, items: readonly string[], box: Box): void {
  const runs = items.map((text, at) => ({
    text,
    options: { bullet: true, breakLine: at < items.length - 1, paraSpaceAfter: SIZE.sentence / 3 },
  }))
  page.addText(runs, { ...box, ...textStyle(SIZE.sentence), valign: 'top', margin: 0 })
}

/** The library is given name, place and words of a chart; what is drawn is written by `finish`. */
function addChart(page: Page, chart: DeckChart, box: Box, charts: DeckChart[]): void {
  charts.push(chart)
  const data = chart.series.map(({ name }) => ({ name, labels: [...chart.categories], values: [] }))
  page.addChart('line', data, { ...box, altText: chart.description })
}

/** Adds a table and answers how high it is, in inches. */
function addTable(page: Page, { head, rows, widths }: DeckTable, { x, y, w }: Omit<Box, 'h'>): number {
  const columns = widths.map((share) => share * w)
  const heights = [head, ...rows].map((cells) => rowHeight(cells, columns))
  const cell = (text: string, bold: boolean, weight: number) => {
    const none = { type: 'none' as const }
    const foot = { type: 'solid' as const, pt: weight, color: weight > 1 ? INK : LINE }
    return { text, options: { bold, border: [none, none, foot, none] as [object, object, object, object] } }
  }
  const all = [
    head.map((text) => cell(text, true, 1.5)),
    ...rows.map((cells) => cells.map((text, at) => cell(text, at === 0, 0.75))),
  ]
  page.addTable(all, {
    x,
    y,
    w,
    colW: columns,
    rowH: heights,
    ...textStyle(SIZE.table),
    valign: 'middle',
    margin: [0.04, 0.1, 0.04, 0],
  })
  return heights.reduce((sum, height) => sum + height, 0)
}

/** How text of this size looks. */
export function textStyle(fontSize: number, color: string = INK) {
  return { fontFace: FONT, fontSize, color }
}
