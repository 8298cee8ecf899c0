import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ProgrammeTrend } from '../../server/contract/programme-figures.ts'
import { type EarlierMark, earlierMarks, markOf } from '../../server/domain/earlier-marks.ts'
import { call } from '../api.ts'
import { accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { type Parts, readParts } from '../programme/company-names.ts'
import { type Choice, figuresChoice, figuresPath, oneOf, staleNote } from '../programme/compare-choice.ts'
import {
  figureText,
  nothingPublished,
  placeOnScale,
  rowName,
  whoChose,
  wholeThenParks,
} from '../programme/compare-words.ts'
import { earlierNote } from '../programme/earlier-note.ts'
import { asTable } from '../programme/figure-table.ts'
import { ParkChoice } from '../programme/park-choice.ts'
import { type Places, readPlaces } from '../programme/park-finder.ts'
import { type LineOfRow, trendLines } from '../programme/trend-lines-svg.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { quarterText } from '../trend/quarter-text.ts'
import '../trend/trend-texts.ts'
import { PrintController } from '../results/printing.ts'
import { periodText } from './round-words.ts'

/** With the whole programme that is six lines with a look of their own. */
const MOST = 5
const TABLE = 'programme-trend-table'

type Row = ProgrammeTrend['rows'][number]

interface Loaded {
  readonly trend: ProgrammeTrend
  readonly parts: Parts
  readonly places: Places
}

/** One capital over the quarters that were published: the whole programme, parks that the reader follows, others in grey. */
@customElement('mv-programme-trend-page')
export class ProgrammeTrendPage extends MvElement {
  @property() org = ''
  #choice: Choice = {}
  /** Undefined until somebody chooses: then all, where there are few. */
  #followed: readonly string[] | undefined
  readonly #following = new ParkChoice(this, 'follow', { most: MOST })
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return this.#loaded.render(
      (loaded) => html`<div class="compare">
        <h1>${t('compare-trend-title')}</h1>
        ${this.#shown(loaded)}
      </div>`,
    )
  }

  #shown({ trend, parts, places }: Loaded): TemplateResult {
    const last = trend.quarters.at(-1)
    if (last === undefined) return nothingPublished(this.org)
    const names = parts.names()
    const rows = wholeThenParks(trend.rows)
    const parks = rows.filter(({ kind }) => kind === 'park')
    const marks = earlierMarks(rows.flatMap(({ points }) => points))
    const followed = this.#followed ?? (parks.length <= MOST ? parks.map(({ id }) => id) : [])
    return html`${whoChose(last.whoTookPart, last.release.period)} ${this.#choices(trend, names)}
      ${staleNote(this.#loaded.isStale, this.#again)} ${trend.quarters.length === 1 ? html`<p>${t('compare-trend-one')}</p>` : nothing}
      ${picture(trend, rows, { followed, marks, names })}
      ${earlierNote(marks)}
      <p class="muted">
        ${t('compare-trend-companies')} ${t('compare-trend-gap')}
        ${breaksOf(trend).length > 0 ? t('compare-trend-break-note') : nothing}
      </p>
      ${trendTable(trend, rows, { marks, names })}
      ${
        parks.length <= 1
          ? nothing
          : this.#following.render({
              label: t('compare-trend-colour'),
              hint: t('compare-trend-colour-hint'),
              submit: t('compare-trend-colour-submit'),
              rows: parks,
              places,
              chosen: followed,
              onChoose: this.#follow,
            })
      }`
  }

  #choices(trend: ProgrammeTrend, names: Names): TemplateResult {
    const { dimensions, dimension, horizon, perspective } = trend
    const capital = oneOf({
      id: 'trend-capital',
      options: dimensions.map((code) => [code, names.dimension(code)]),
      chosen: dimension,
      onChoose: (value) => this.#choose({ ...given({ horizon, perspective }), dimension: value }),
    })
    return figuresChoice(
      trend,
      names,
      (choice) => this.#choose({ ...choice, ...given({ dimension }) }),
      html`${capital}`,
    )
  }

  readonly #follow = (parks: readonly string[]): void => {
    this.#followed = parks
    this.requestUpdate()
    void this.updateComplete.then(() => this.querySelector('.trend-of-rows')?.scrollIntoView({ block: 'nearest' }))
  }

  #choose(choice: Choice): void {
    this.#choice = choice
    void this.#loaded.refresh()
  }

  readonly #again = (): void => void this.#loaded.refresh()

  async #read(signal: AbortSignal): Promise<Loaded> {
    const path = figuresPath(this.org, 'trend', this.#choice)
    const trend = await call<ProgrammeTrend>('GET', path, undefined, { signal })
    const parks = trend.rows.filter(({ kind }) => kind === 'park')
    const [parts, places] = await Promise.all([
      readParts(trend.instrument, signal),
      readPlaces(this.org, parks.length, signal),
    ])
    return { trend, parts, places }
  }
}

function given(parts: Readonly<Record<string, string | null>>): Choice {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null))
}

function breaksOf({ quarters }: ProgrammeTrend): number[] {
  return quarters.flatMap(({ continues }, at) => (at > 0 && !continues ? [at] : []))
}

interface Shown {
  readonly marks: readonly EarlierMark[]
  readonly names: Names
}

function picture(
  trend: ProgrammeTrend,
  rows: readonly Row[],
  { followed, marks, names }: Shown & { readonly followed: readonly string[] },
): TemplateResult {
  const words = pageWords()
  const lines = rows.map((row): LineOfRow => {
    const place = followed.indexOf(row.id)
    const points = trend.quarters.map(({ release }) => row.points.find(({ period }) => period === release.period))
    const values = points.map((point) => (point === undefined ? null : placeOnScale(point)))
    return {
      name: rowName(row),
      values,
      texts: points.map((point) => `${figureText(point)}${markOf(point, marks)}`),
      look: row.kind === 'programme' ? 0 : place < 0 ? undefined : place + 1,
    }
  })
  const told = lines.filter(({ look }) => look !== undefined).map(({ name, texts }) => `${name}: ${texts.join(', ')}.`)
  return trendLines(lines, {
    label: t('compare-trend-chart', { capital: names.dimension(trend.dimension ?? ''), told: told.join(' ') }),
    describedBy: TABLE,
    periods: trend.quarters.map(({ release }) => quarterText(release.period, words)),
    breaks: breaksOf(trend),
  })
}

function trendTable(
  { quarters, dimension }: ProgrammeTrend,
  rows: readonly Row[],
  { marks, names }: Shown,
): TemplateResult {
  return asTable(
    TABLE,
    t('compare-trend-caption', { capital: names.dimension(dimension ?? '') }),
    html`<thead>
        <tr>
          <th scope="col">${t('compare-column-park')}</th>
          ${quarters.map(
            ({ release, continues, whoTookPart }, at) => html`<th scope="col">
              ${periodText(release.period)}<br />
              <span class="muted">${t('compare-of', { contributed: whoTookPart.contributed, joined: whoTookPart.joined })}${at > 0 && !continues ? `; ${t('compare-trend-break')}` : ''}</span>
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${rowName(row)}</th>
            ${quarters.map(({ release }) => {
              const point = row.points.find(({ period }) => period === release.period)
              const n = point?.n ?? 0
              return html`<td>${figureText(point)}${markOf(point, marks)}${n === 0 ? nothing : html`<br /><span class="muted">${t('compare-companies', { n })}</span>`}</td>`
            })}
          </tr>`,
        )}
      </tbody>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programme-trend-page': ProgrammeTrendPage
  }
}
