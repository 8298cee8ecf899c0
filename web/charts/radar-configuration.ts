import type { ChartConfiguration, ChartDataset } from 'chart.js'
import type { Absence } from '../results/missing.ts'
import type { RadarGeometry } from './radar-geometry.ts'
import type { ChartModel, SeriesStyle } from './radar-model.ts'

/** Colours of a radar, as the house style has them now. */
export interface RadarColours {
  readonly grid: string
  /** The line of preservation. */
  readonly line: string
  readonly background: string
  readonly series: Readonly<Record<SeriesStyle, string>>
}

type Look = Pick<
  ChartDataset<'radar'>,
  'borderWidth' | 'borderDash' | 'pointStyle' | 'pointRadius' | 'pointBorderWidth'
>

/** Line and marker differ in every pair, so that a grey print and a reader who sees no colour can tell them apart. */
const LOOKS: Readonly<Record<SeriesStyle, Look>> = {
  first: { borderWidth: 3, borderDash: [], pointStyle: 'circle', pointRadius: 6, pointBorderWidth: 0 },
  ahead: { borderWidth: 2.5, borderDash: [2, 5], pointStyle: 'circle', pointRadius: 6, pointBorderWidth: 3 },
  outside: { borderWidth: 2.5, borderDash: [8, 4], pointStyle: 'rectRot', pointRadius: 8, pointBorderWidth: 0 },
  earlier: { borderWidth: 2, borderDash: [2, 4], pointStyle: 'rect', pointRadius: 7, pointBorderWidth: 2 },
}

const HOLLOW: readonly SeriesStyle[] = ['ahead', 'earlier']

/** A spoke says why a number is not there: never the same for what is hidden and what is missing. */
const SPOKES: Readonly<Record<Absence | 'whole', number[]>> = { whole: [], missing: [3, 5], hidden: [1, 4] }

/**
 * What Chart.js draws: grid and polygons. Names and numbers around it are drawn by the element itself.
 *
 * Missing: a value of null interrupts the line (`spanGaps` is off), and there is never a fill, because a fill would
 * paint what is missing as 0.
 *
 * @param middle the value of the line of preservation, or undefined when the instrument has none.
 */
export function radarConfiguration(
  model: ChartModel,
  geometry: RadarGeometry,
  colours: RadarColours,
  middle: number | undefined,
): ChartConfiguration<'radar', (number | null)[], string> {
  const { centre, radius, width, height } = geometry
  return {
    type: 'radar',
    data: { labels: model.axes.map((axis) => axis.name), datasets: datasetsOf(model, geometry, colours) },
    options: {
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      // Twice as fine as the screen needs, so that it prints sharp.
      devicePixelRatio: Math.max(2, globalThis.devicePixelRatio ?? 1),
      layout: {
        padding: {
          left: centre.x - radius,
          right: width - centre.x - radius,
          top: centre.y - radius,
          bottom: height - centre.y - radius,
        },
      },
      elements: { line: { tension: 0, fill: false } },
      scales: {
        r: {
          min: 0,
          max: 100,
          ticks: { display: false, stepSize: 25 },
          pointLabels: { display: false },
          grid: {
            circular: false,
            color: ({ tick }) => (tick.value === middle ? colours.line : colours.grid),
            lineWidth: ({ tick }) => (tick.value === middle ? 2 : 1),
          },
          angleLines: {
            color: colours.grid,
            borderDash: ({ index }) => SPOKES[model.axes[index]?.absence ?? 'whole'],
          },
        },
      },
    },
  }
}

function datasetsOf(
  model: ChartModel,
  geometry: RadarGeometry,
  colours: RadarColours,
): ChartDataset<'radar', (number | null)[]>[] {
  return model.series.map((series, at) => {
    const look = LOOKS[series.style]
    const colour = colours.series[series.style]
    return {
      ...look,
      label: series.name,
      data: model.axes.map((axis) => axis.marks[at]?.value ?? null),
      spanGaps: false,
      fill: false,
      borderColor: colour,
      pointBorderColor: colour,
      pointBackgroundColor: HOLLOW.includes(series.style) ? colours.background : colour,
      pointRadius: Number(look.pointRadius) * (geometry.isNarrow ? 0.75 : 1),
      // The first series lies on top.
      order: at,
    }
  })
}
