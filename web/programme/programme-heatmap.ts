import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FigureCell, Heatmap } from '../../server/contract/programme-figures.ts'
import type { ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import { call } from '../api.ts'
import { accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { PrintController } from '../results/printing.ts'
import { type Parts, readParts } from './company-names.ts'
import { type Choice, figuresChoice, figuresPath, staleNote } from './compare-choice.ts'
import { nearlyThere, nothingPublished, perspectiveInWords, rowName, whoChose, whyText } from './compare-words.ts'
import { heatKey, heatTable } from './heat-table.ts'
import { ParkFinder, type Places, readPlaces } from './park-finder.ts'

interface Loaded {
  readonly heatmap: Heatmap
  readonly parts: Parts
  readonly places: Places
  /** Of each park, how many gave figures. */
  readonly companies: readonly number[]
}

/** Parks beside each other by capital, as a table: what was published of a quarter, and why some of it is not shown. */
@customElement('mv-programme-heatmap')
export class ProgrammeHeatmap extends MvElement {
  @property() org = ''
  @state() private asked: { readonly row: Heatmap['rows'][number]; readonly cell: FigureCell } | undefined
  #choice: Choice = {}
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))
  readonly #modal = new Modal('compare-why')
  readonly #finder = new ParkFinder(this, 'heat-finder')
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return html`<section class="compare" aria-labelledby="heat-heading">
      <h2 id="heat-heading">${t('compare-heat-title')}</h2>
      ${this.#loaded.render((loaded) => this.#shown(loaded), 'part')}
    </section>`
  }

  #shown({ heatmap, parts, places, companies }: Loaded): TemplateResult {
    const { release, whoTookPart } = heatmap
    if (release === null) return html`${nothingPublished(this.org)} ${nearlyThere(companies, this.org)}`
    const names = parts.names()
    const caption = t('compare-heat-caption', {
      period: periodText(release.period),
      horizon: names.horizon(heatmap.horizon ?? ''),
      perspective: perspectiveInWords(names, heatmap.perspective),
    })
    return html`${whoChose(whoTookPart, release.period)} ${nearlyThere(companies, this.org)}
      ${figuresChoice({ ...heatmap, period: release.period }, names, this.#choose)}
      ${staleNote(this.#loaded.isStale, this.#again)}
      ${places.size === 0 ? nothing : this.#search(heatmap, places)}
      ${heatTable(this.#found(heatmap, places), { names, caption, org: this.org, onWhy: this.#why })} ${heatKey(heatmap)} ${this.#reason(parts)}`
  }

  /** A long table is shortened to what somebody looks for: some of its parks, and one region. */
  #found(heatmap: Heatmap, places: Places): Heatmap {
    const { region } = this.#finder
    const rows = heatmap.rows.filter((row) => {
      if (row.kind === 'park')
        return places.size === 0 || this.#finder.finds({ id: row.id, name: rowName(row) }, places)
      return row.kind !== 'region' || region === '' || row.id === region
    })
    return { ...heatmap, rows }
  }

  #search(heatmap: Heatmap, places: Places): TemplateResult {
    const parksOf = ({ rows }: Heatmap) => rows.filter(({ kind }) => kind === 'park').length
    const [found, all] = [parksOf(this.#found(heatmap, places)), parksOf(heatmap)]
    const text = found === 0 ? t('parks-search-none') : t('parks-search-found', { found, all })
    return html`${this.#finder.render(places)}
      <p role="status" class="muted">${this.#finder.isOn ? text : nothing}</p>`
  }

  #reason(parts: Parts): TemplateResult {
    const { asked } = this
    const title =
      asked === undefined
        ? ''
        : t('compare-why-title', {
            row: rowName(asked.row),
            capital: parts.names().dimension(asked.cell.dimension),
          })
    return this.#modal.render(
      title,
      html`<p>${asked === undefined ? nothing : whyText(asked.cell)}</p>
        <p class="actions"><button type="button" @click=${this.#modal.close}>${t('compare-why-close')}</button></p>`,
    )
  }

  readonly #why = (row: Heatmap['rows'][number], cell: FigureCell): void => {
    this.asked = { row, cell }
    void this.updateComplete.then(() => this.#modal.open())
  }

  readonly #choose = (choice: Choice): void => {
    this.#choice = choice
    void this.#loaded.refresh()
  }

  readonly #again = (): void => void this.#loaded.refresh()

  async #read(signal: AbortSignal): Promise<Loaded> {
    const heatmap = await call<Heatmap>('GET', figuresPath(this.org, 'heatmap', this.#choice), undefined, { signal })
    const parks = heatmap.rows.filter(({ kind }) => kind === 'park')
    const [parts, places] = await Promise.all([
      readParts(heatmap.instrument, signal),
      readPlaces(this.org, parks.length, signal),
    ])
    if (heatmap.release !== null) return { heatmap, parts, places, companies: companiesOf(heatmap) }
    const path = `/api/organisations/${this.org}/programme/participation`
    const participation = await call<ProgrammeParticipation>('GET', path, undefined, { signal })
    return { heatmap, parts, places, companies: participation.parks.map(({ contributed }) => contributed) }
  }
}

function companiesOf({ rows }: Heatmap): number[] {
  return rows.flatMap(({ kind, cells }) => (kind === 'park' ? Math.max(0, ...cells.map(({ n }) => n)) : []))
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programme-heatmap': ProgrammeHeatmap
  }
}
