import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Heatmap, ParkComparison, Slopes } from '../../server/contract/programme-figures.ts'
import { call } from '../api.ts'
import { accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { type Parts, readParts } from '../programme/company-names.ts'
import { type Choice, figuresChoice, figuresPath, staleNote } from '../programme/compare-choice.ts'
import { slopesPart } from '../programme/compare-slopes.ts'
import { byName, nothingPublished, smallNote, whoChose } from '../programme/compare-words.ts'
import { type FigureRow, figureKey, figureRows, wordsOf } from '../programme/figure-plot.ts'
import { figureTable } from '../programme/figure-table.ts'
import { ParkChoice, parkHint } from '../programme/park-choice.ts'
import { type Places, readPlaces } from '../programme/park-finder.ts'
import type { Names } from '../results/names.ts'
import { PrintController } from '../results/printing.ts'
import { periodText } from './round-words.ts'

const LEAST = 2
const MOST = 6
const TABLE = 'compare-beside-table'

interface Loaded {
  readonly heatmap: Heatmap
  readonly parts: Parts
  readonly places: Places
  /** Undefined until parks are chosen. */
  readonly beside: { readonly comparison: ParkComparison; readonly slopes: Slopes } | undefined
}

/** Two to six parks beside each other, on one scale for each capital, and how companies that are in two quarters changed. */
@customElement('mv-compare-page')
export class ComparePage extends MvElement {
  @property() org = ''
  #choice: Choice = {}
  #parks: readonly string[] = asked()
  readonly #choosing = new ParkChoice(this, 'compare', { least: LEAST, most: MOST, fault: 'compare-choose-fault' })
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return this.#loaded.render(
      (loaded) => html`<div class="compare">
        <h1>${t('compare-title')}</h1>
        ${this.#shown(loaded)}
      </div>`,
    )
  }

  #shown({ heatmap, parts, places, beside }: Loaded): TemplateResult {
    const { release, rows, whoTookPart } = heatmap
    if (release === null) return nothingPublished(this.org)
    const names = parts.names()
    const parks = rows.filter(({ kind }) => kind === 'park')
    if (parks.length < LEAST) return html`<p>${t('compare-choose-few')}</p>`
    return html`${beside === undefined ? whoChose(whoTookPart, release.period) : nothing}
      ${this.#choosing.render({
        label: t('compare-choose'),
        hint: t('compare-choose-hint'),
        submit: t('compare-choose-submit'),
        rows: parks.map((row) => ({ ...row, ...parkHint(row) })),
        places,
        chosen: this.#parks,
        onChoose: this.#compare,
      })}
      ${staleNote(this.#loaded.isStale, this.#again)}
      ${beside === undefined ? nothing : this.#beside(beside.comparison, beside.slopes, names)}`
  }

  #beside(comparison: ParkComparison, slopes: Slopes, names: Names): TemplateResult {
    const { dimensions, release, horizon } = comparison
    const period = release?.period ?? ''
    const panels = dimensions.map((code) => ({ code, heading: names.dimension(code), rows: rowsOf(comparison, code) }))
    const all = panels.flatMap(({ rows }) => rows)
    return html`<section aria-labelledby="beside-heading">
        <h2 id="beside-heading" tabindex="-1">${t('compare-beside')}</h2>
        ${figuresChoice({ ...comparison, period }, names, this.#choose)}
        ${whoChose(comparison.whoTookPart, release?.period)} ${smallNote(all.map(({ figure }) => figure))}
        ${figureKey(all, 'compare-key-mean-parks')}
        <ul class="compare-panels">
          ${panels.map(
            ({ code, heading, rows }) => html`<li>
              <h3 class="with-icon">${capitalIcon(code, heading)} ${heading}</h3>
              ${figureRows(rows, { label: t('compare-beside-chart', { capital: heading, told: told(rows) }), describedBy: TABLE })}
            </li>`,
          )}
        </ul>
        ${figureTable(panels, {
          id: TABLE,
          caption: t('compare-beside-caption', { period: periodText(period), horizon: names.horizon(horizon ?? '') }),
          first: 'park',
        })}
      </section>
      ${slopesPart(slopes, names)}`
  }

  readonly #compare = (parks: readonly string[]): void => {
    this.#parks = parks
    // So that the comparison can be sent to somebody, and comes back with a reload.
    history.replaceState(history.state, '', `${location.pathname}?parks=${this.#parks.join(',')}`)
    void this.#loaded.refresh().then(async () => {
      await this.updateComplete
      this.querySelector<HTMLElement>('#beside-heading')?.focus()
    })
  }

  readonly #choose = (choice: Choice): void => {
    this.#choice = choice
    void this.#loaded.refresh()
  }

  readonly #again = (): void => void this.#loaded.refresh()

  async #read(signal: AbortSignal): Promise<Loaded> {
    const get = <Reply>(what: string, choice: Choice) =>
      call<Reply>('GET', figuresPath(this.org, what, choice), undefined, { signal })
    const chosen = { ...this.#choice, parks: this.#parks.join(',') }
    const isChosen = this.#parks.length >= LEAST
    const [heatmap, comparison, slopes] = await Promise.all([
      get<Heatmap>('heatmap', this.#choice),
      isChosen ? get<ParkComparison>('compare', chosen) : undefined,
      isChosen ? get<Slopes>('slopes', chosen) : undefined,
    ])
    const parks = heatmap.rows.filter(({ kind }) => kind === 'park')
    const [parts, places] = await Promise.all([
      readParts(heatmap.instrument, signal),
      readPlaces(this.org, parks.length, signal),
    ])
    return { heatmap, parts, places, beside: comparison && slopes && { comparison, slopes } }
  }
}

/** What an id of a park looks like: an address that was typed or cut off may hold something else. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The parks that the address names, as many as can stand beside each other. */
function asked(): string[] {
  const parks = new URLSearchParams(location.search).get('parks') ?? ''
  return [...new Set(parks.split(','))].filter((id) => ID.test(id)).slice(0, MOST)
}

/** The parks of one capital, in order of name. */
function rowsOf({ parks, programme }: ParkComparison, code: string): FigureRow[] {
  return byName(parks).map(({ name, cells, own }) => {
    const spoken = name ?? t('compare-park')
    return {
      name: spoken,
      spoken,
      figure: cells.find(({ dimension }) => dimension === code),
      programme: programme?.cells.find(({ dimension }) => dimension === code),
      own: own.filter(({ dimension }) => dimension === code),
    }
  })
}

function told(rows: readonly FigureRow[]): string {
  return rows.map((row) => `${row.spoken}: ${wordsOf(row)}.`).join(' ')
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-compare-page': ComparePage
  }
}
