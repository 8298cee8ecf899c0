import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ParkComparison } from '../../server/contract/programme-figures.ts'
import { call } from '../api.ts'
import { accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { PrintController } from '../results/printing.ts'
import { type Parts, readParts } from './company-names.ts'
import { type Choice, figuresChoice, figuresPath, staleNote } from './compare-choice.ts'
import { nothingPublished, smallNote } from './compare-words.ts'
import { type FigureRow, figureKey, figureRows } from './figure-plot.ts'
import { figureTable } from './figure-table.ts'
import { periodWithin } from './park-words.ts'

const TABLE = 'park-figures-table'

interface Loaded {
  readonly comparison: ParkComparison
  readonly parts: Parts
}

type Park = ParkComparison['parks'][number]

/** One park by capital: its companies together, the whole programme, and what the park says of itself. */
@customElement('mv-park-figures')
export class ParkFigures extends MvElement {
  @property() org = ''
  @property() park = ''
  #choice: Choice = {}
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return html`<section class="compare" aria-labelledby="park-figures-heading">
      <h2 id="park-figures-heading">${t('compare-figures-title')}</h2>
      ${this.#loaded.render((loaded) => this.#shown(loaded), 'part')}
    </section>`
  }

  #shown({ comparison, parts }: Loaded): TemplateResult {
    const { release } = comparison
    if (release === null) return nothingPublished(this.org)
    const names = parts.names()
    const [park] = comparison.parks
    return html`${figuresChoice({ ...comparison, period: release.period }, names, this.#choose)}
      ${staleNote(this.#loaded.isStale, this.#again)}
      ${park === undefined ? html`<p>${t('compare-figures-none')}</p>` : this.#figures(park, comparison, names)}`
  }

  #figures(park: Park, { release, dimensions, horizon, programme }: ParkComparison, names: Names): TemplateResult {
    const name = park.name ?? t('compare-park')
    const period = periodText(release?.period ?? '')
    const rows = dimensions.map((code): FigureRow => {
      const capital = names.dimension(code)
      return {
        name: html`<span class="with-icon">${capitalIcon(code, capital)} ${capital}</span>`,
        spoken: capital,
        figure: park.cells.find(({ dimension }) => dimension === code),
        programme: programme?.cells.find(({ dimension }) => dimension === code),
        own: park.own.filter(({ dimension }) => dimension === code),
      }
    })
    const people = Math.max(0, ...park.own.map(({ n }) => n))
    const caption = t('compare-figures-caption', { park: name, period, horizon: names.horizon(horizon ?? '') })
    return html`${
      park.tookPart === null
        ? nothing
        : html`<p class="compare-headline">${t('compare-figures-who', { ...park.tookPart, period: periodWithin(release?.period ?? '') })}</p>`
    }
      <p>${people === 0 ? t('compare-figures-own-none') : t('compare-figures-own', { n: people })}</p>
      ${smallNote(rows.map(({ figure }) => figure))} ${figureKey(rows, 'compare-key-mean')}
      ${figureRows(rows, { label: t('compare-figures-chart', { park: name }), describedBy: TABLE })}
      ${figureTable([{ rows }], { id: TABLE, caption, first: 'capital' })}`
  }

  readonly #choose = (choice: Choice): void => {
    this.#choice = choice
    void this.#loaded.refresh()
  }

  readonly #again = (): void => void this.#loaded.refresh()

  async #read(signal: AbortSignal): Promise<Loaded> {
    const path = figuresPath(this.org, 'compare', { ...this.#choice, parks: this.park })
    const comparison = await call<ParkComparison>('GET', path, undefined, { signal })
    return { comparison, parts: await readParts(comparison.instrument, signal) }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-park-figures': ParkFigures
  }
}
