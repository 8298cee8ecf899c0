import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { FigureCell, ParkComparison } from '../../server/contract/programme-figures.ts'
import { between, markAt, placeOf, type SpanMark } from '../charts/span-rows-svg.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { axisBand, axisLine, axisScale } from './axis-row.ts'
import { figureText, isEmpty, placeOnScale } from './compare-words.ts'

/** What a park says of itself. */
export type OwnScore = ParkComparison['parks'][number]['own'][number]

/** One park and one capital: companies on it, the whole programme, and the park by itself. */
export interface FigureRow {
  readonly name: TemplateResult | string
  /** As a table and a listener get it. */
  readonly spoken: string
  readonly figure: FigureCell | undefined
  readonly programme: FigureCell | undefined
  readonly own: readonly OwnScore[]
}

/** Both lanes of a row, away from its middle. */
const LANE = '18%'

/**
 * Rows on one line from 0 to 100: the mean of companies as a dot with the middle half of them behind it, the whole programme as
 * a line across, and below them what the park says of itself. What is not there has no place on the line. No company is drawn.
 */
export function figureRows(
  rows: readonly FigureRow[],
  { label, describedBy }: { readonly label: string; readonly describedBy: string },
): TemplateResult {
  return html`<div class="compare-rows" role="img" aria-label=${label} aria-describedby=${describedBy}>
    ${axisScale()}
    ${rows.map(
      (row) => html`<div class="axis-row">
        <span class="span-name">${row.name}</span>
        ${plot(row)}
        <span class="compare-words">${wordsOf(row)}</span>
      </div>`,
    )}
  </div>`
}

function plot({ figure, programme, own }: FigureRow): TemplateResult {
  const at = figure === undefined ? null : placeOnScale(figure)
  const whole = programme === undefined ? null : placeOnScale(programme)
  const hasOwn = own.some(({ score }) => score !== null)
  const marks = [ownMark(own, 'now'), ownMark(own, 'intended')]
  return html`<svg class="span-plot ${hasOwn ? 'has-own' : ''}">
    ${axisLine(at === null)}
    ${whole === null ? nothing : svg`<line class="axis-mean" x1=${placeOf(whole)} x2=${placeOf(whole)} y1="8%" y2="92%" />`}
    ${lane(hasOwn ? `-${LANE}` : '0%', svg`${bandOf(figure)} ${at === null ? nothing : dot(figure, at)}`)}
    ${
      hasOwn
        ? lane(
            LANE,
            svg`${between(marks, true)} ${marks.map(({ value, style }) => (value === null ? nothing : markAt(style, placeOf(value))))}`,
          )
        : nothing
    }
  </svg>`
}

function lane(y: string, content: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg y=${y} width="100%" height="100%" overflow="visible">${content}</svg>`
}

function bandOf(figure: FigureCell | undefined): SVGTemplateResult | typeof nothing {
  if (figure?.lower == null || figure.upper === null) return nothing
  return axisBand({ lower: figure.lower, upper: figure.upper }, 40)
}

/** A dot; beyond an end of the scale an arrow that points outwards, because nobody is told how far. */
function dot(figure: FigureCell | undefined, at: number): SVGTemplateResult {
  if (figure?.lowOrHigh == null) return markAt('first', placeOf(at))
  return svg`<svg x=${placeOf(at)} y="50%" overflow="visible"><svg x="-0.5em" y="-0.5em" width="1em" height="1em" viewBox="-10 -10 20 20" overflow="visible">${arrow(figure.lowOrHigh)}</svg></svg>`
}

function arrow(to: 'low' | 'high'): SVGTemplateResult {
  return svg`<g class="mark mark-first"><path d=${to === 'low' ? 'M7 -9L-9 0L7 9Z' : 'M-7 -9L9 0L-7 9Z'} /></g>`
}

function ownMark(own: readonly OwnScore[], horizon: string): SpanMark {
  const value = ownScore(own, horizon)
  return { value, label: value === null ? '' : String(value), style: horizon === 'now' ? 'outside' : 'ahead' }
}

/** What the park says of itself about a horizon; null: nothing. */
export function ownScore(own: readonly OwnScore[], horizon: string): number | null {
  return own.find((score) => score.horizon === horizon)?.score ?? null
}

/** What a row says, in words. */
export function wordsOf({ figure, own }: FigureRow): string {
  const n = figure?.n ?? 0
  const value = figureText(figure)
  const [now, intended] = [ownScore(own, 'now'), ownScore(own, 'intended')]
  const said = [
    figure === undefined || isEmpty(figure) ? value : t('compare-figure', { value, n }),
    figure?.earlier ? t('compare-earlier-said', { date: formatDay(figure.earlier.release.madeAt) }) : '',
    now !== null && intended !== null ? t('compare-words-own-both', { now, intended }) : '',
    now !== null && intended === null ? t('compare-words-own', { score: now }) : '',
  ]
  return said.filter((part) => part !== '').join('; ')
}

/** What the marks stand for; only of marks that are there. */
export function figureKey(
  rows: readonly FigureRow[],
  mean: 'compare-key-mean' | 'compare-key-mean-parks',
): TemplateResult {
  const has = (holds: (row: FigureRow) => boolean) => rows.some(holds)
  const marks: readonly (readonly [boolean, SVGTemplateResult, string])[] = [
    [true, svg`<g class="mark mark-first"><circle r="8" /></g>`, mean],
    [
      has(({ figure }) => figure?.lower != null),
      svg`<rect class="axis-band" x="-10" y="-5" width="20" height="10" />`,
      'compare-key-band',
    ],
    [
      has(({ programme }) => programme !== undefined && placeOnScale(programme) !== null),
      svg`<line class="axis-mean" x1="0" x2="0" y1="-10" y2="10" />`,
      'compare-key-programme',
    ],
    [
      has(({ own }) => ownScore(own, 'now') !== null),
      svg`<g class="mark mark-outside"><path d="M0 -9.5L9.5 0L0 9.5L-9.5 0Z" /></g>`,
      'compare-key-now',
    ],
    [
      has(({ own }) => ownScore(own, 'intended') !== null),
      svg`<g class="mark mark-ahead"><circle r="6.5" /></g>`,
      'compare-key-intended',
    ],
    [has(({ figure }) => figure?.lowOrHigh != null), arrow('low'), 'compare-key-low'],
  ]
  return html`<ul class="key">
    ${marks
      .filter(([isThere]) => isThere)
      .map(
        ([, mark, text]) => html`<li>
          <svg class="span-sample" viewBox="-10 -10 20 20" aria-hidden="true">${mark}</svg> ${t(text)}
        </li>`,
      )}
  </ul>`
}
