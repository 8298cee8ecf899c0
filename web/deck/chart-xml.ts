import type { DeckChart, DeckSeries, SeriesLook } from './chart.ts'

const INK = '14181F'
const MUTED = '4A5261'
const GRID = 'C9CED6'
const WHITE = 'FFFFFF'

interface Look {
  readonly colour: string
  readonly dash: string
  /** In points. */
  readonly width: number
  readonly marker: 'circle' | 'diamond' | 'square' | 'square'
  readonly markerSize: number
  readonly isOpen: boolean
}

/** The same as on the page (`charts/radar-configuration.ts`), in the terms of DrawingML. */
const LOOKS: Readonly<Record<SeriesLook, Look>> = {
  first: { colour: INK, dash: 'solid', width: 2.5, marker: 'circle', markerSize: 9, isOpen: false },
  ahead: { colour: 'B0530A', dash: 'sysDot', width: 2.25, marker: 'circle', markerSize: 9, isOpen: true },
  outside: { colour: '00708A', dash: 'dash', width: 2.25, marker: 'diamond', markerSize: 11, isOpen: false },
  earlier: { colour: '6B7280', dash: 'sysDot', width: 1.5, marker: 'square', markerSize: 8, isOpen: true },
  capitals: { colour: INK, dash: 'solid', width: 2.5, marker: 'circle', markerSize: 9, isOpen: false },
}

/** One point in the units of DrawingML. */
const POINT = 12700
/** More marks than this on a small line leave no room for a number at each. */
const MOST_LABELS = 6

/**
 * The part of a presentation that is one chart, in the order of elements that ECMA-376 asks.
 *
 * Missing: a value of null has no point (`c:pt`) at all, and blanks are gaps, so that nothing is drawn or read as 0.
 */
export function chartXml(chart: DeckChart): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout(chart)}${plot(chart)}${categoryAxis(chart)}${valueAxis(chart)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${key(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(chart.textSize, INK)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

/** A radar is given its place: what draws it would leave it small between the names around it. */
function layout({ kind }: DeckChart): string {
  if (kind !== 'radar') return '<c:layout/>'
  return '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.16"/><c:y val="0.09"/><c:w val="0.68"/><c:h val="0.74"/></c:manualLayout></c:layout>'
}

function plot(chart: DeckChart): string {
  const series = chart.series.map((one, at) => seriesXml(chart, one, at)).join('')
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>'
  switch (chart.kind) {
    case 'radar':
      return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`
    case 'bars':
      return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${axes}</c:barChart>`
    case 'lines':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
    case 'dots': {
      const join =
        chart.series.length > 1 ? `<c:hiLowLines><c:spPr>${line(MUTED, 3, 'solid')}</c:spPr></c:hiLowLines>` : ''
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}${join}<c:marker val="1"/>${axes}</c:lineChart>`
    }
  }
}

function seriesXml(chart: DeckChart, series: DeckSeries, at: number): string {
  const look = LOOKS[series.look]
  const column = columnName(at + 1)
  const last = chart.categories.length + 1
  const head = `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f>${strings([series.name])}</c:strRef></c:tx>`
  const data = `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f>${strings(chart.categories)}</c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f>${numbers(series.values)}</c:numRef></c:val>`
  switch (chart.kind) {
    case 'radar':
      return `<c:ser>${head}<c:spPr>${line(look.colour, look.width, look.dash)}</c:spPr>${marker(look)}${data}</c:ser>`
    case 'bars':
      return `<c:ser>${head}<c:spPr>${fill(look.colour)}</c:spPr><c:invertIfNegative val="0"/>${barColours(series)}${labels('outEnd', chart)}${data}</c:ser>`
    case 'lines':
      return `<c:ser>${head}<c:spPr>${line(look.colour, look.width, look.dash)}</c:spPr>${marker(look)}${lineLabels(series, chart)}${data}<c:smooth val="0"/></c:ser>`
    case 'dots':
      return `<c:ser>${head}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${marker(look)}${labels(at === 0 && chart.series.length > 1 ? 'l' : 'r', chart)}${data}<c:smooth val="0"/></c:ser>`
  }
}

function marker({ marker: symbol, markerSize, colour, isOpen }: Look): string {
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="${markerSize}"/><c:spPr>${fill(isOpen ? WHITE : colour)}${line(colour, 2.25, 'solid')}</c:spPr></c:marker>`
}

/** Only for points that have a number: a colour for what is not there would be a point. */
function barColours({ values, colours }: DeckSeries): string {
  return values
    .map((value, at) => {
      const colour = colours?.[at]
      return value === null || colour === undefined
        ? ''
        : `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(colour)}</c:spPr></c:dPt>`
    })
    .join('')
}

function labels(place: string, chart: DeckChart): string {
  return `<c:dLbls>${labelLook(place, chart)}</c:dLbls>`
}

function labelLook(place: string, { textSize, decimals = 0 }: DeckChart): string {
  const format = decimals === 0 ? 'General' : `0.${'0'.repeat(decimals)}`
  return `<c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(textSize, INK)}<c:dLblPos val="${place}"/>${shown(true)}`
}

/** Each mark its number, or only the last one where they would run into each other. */
function lineLabels({ values }: DeckSeries, chart: DeckChart): string {
  if (chart.categories.length <= MOST_LABELS) return labels('t', chart)
  const last = values.findLastIndex((value) => value !== null)
  return `<c:dLbls>${last < 0 ? '' : `<c:dLbl><c:idx val="${last}"/>${labelLook('t', chart)}</c:dLbl>`}${shown(false)}</c:dLbls>`
}

function shown(isShown: boolean): string {
  return `<c:showLegendKey val="0"/><c:showVal val="${isShown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
}

/** Bars go down the page in the order of the categories, and their scale stays at the foot. */
function categoryAxis({ kind, textSize }: DeckChart): string {
  const isBars = kind === 'bars'
  const grid =
    kind === 'radar' ? `<c:majorGridlines><c:spPr>${line(GRID, 0.75, 'solid')}</c:spPr></c:majorGridlines>` : ''
  return `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${isBars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBars ? 'l' : 'b'}"/>${grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(GRID, 1, 'solid')}</c:spPr>${text(textSize, INK)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
}

function valueAxis({ kind, scale, textSize }: DeckChart): string {
  const isBars = kind === 'bars'
  return `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="${scale.max}"/><c:min val="${scale.min}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBars ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>${line(GRID, 0.75, 'solid')}</c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(textSize, MUTED)}<c:crossAx val="111111111"/><c:crosses val="${isBars ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/><c:majorUnit val="${scale.step}"/></c:valAx>`
}

function key({ hasKey, textSize }: DeckChart): string {
  return hasKey ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(textSize, INK)}</c:legend>` : ''
}

function strings(values: readonly string[]): string {
  return `<c:strCache><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${escapeXml(value)}</c:v></c:pt>`).join('')}</c:strCache>`
}

function numbers(values: readonly (number | null)[]): string {
  const points = values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
  return `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`
}

function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
}

function line(colour: string, points: number, dash: string): string {
  return `<a:ln w="${Math.round(points * POINT)}" cap="rnd">${fill(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`
}

function text(size: number, colour: string): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="0">${fill(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
}

/** The column of a workbook by its number from 0: there are never more than 26. */
export function columnName(at: number): string {
  return String.fromCharCode(65 + at)
}

/** Text as it stands in XML. */
export function escapeXml(value: string): string {
  return withoutStrangeSigns(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The same without what XML 1.0 does not know: one such sign, and a program refuses the whole file. */
export function withoutStrangeSigns(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
