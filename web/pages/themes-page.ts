import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Themes } from '../../server/contract/programme-figures.ts'
import { call } from '../api.ts'
import { accessChanges } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Reading } from '../app/reading.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { readInstrument, SIX_CAPITALS } from '../interventions/instrument-of.ts'
import { type Choice, figuresPath, oneOf, staleNote } from '../programme/compare-choice.ts'
import { nothingPublished } from '../programme/compare-words.ts'
import { periodWithin } from '../programme/park-words.ts'
import { namesOf } from '../results/names.ts'
import { PrintController } from '../results/printing.ts'
import { periodText } from './round-words.ts'

interface Loaded {
  readonly themes: Themes
  readonly instrument: InstrumentView
}

type Count = Themes['themes'][number]

/** For which capitals companies agreed on something, in classes, over the whole programme; never what. */
@customElement('mv-themes-page')
export class ThemesPage extends MvElement {
  @property() org = ''
  #choice: Choice = {}
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))
  protected readonly following = new Following(this, accessChanges)
  protected readonly printing = new PrintController(this)

  protected override render(): TemplateResult {
    return this.#loaded.render(
      (loaded) => html`<div class="compare">
        <h1>${t('compare-themes-title')}</h1>
        <p class="lead">${t('compare-themes-lead')}</p>
        ${this.#shown(loaded)}
      </div>`,
    )
  }

  #shown({ themes: { periods, release, whoTookPart, themes }, instrument }: Loaded): TemplateResult {
    if (periods.length === 0) return nothingPublished(this.org)
    const period = release?.period ?? this.#choice.period ?? periods[0] ?? ''
    const choice = html`<div class="compare-choices screen-only">
      ${oneOf({
        id: 'period',
        options: periods.map((one) => [one, periodText(one)]),
        chosen: period,
        onChoose: (value) => this.#choose({ period: value }),
      })}
    </div>`
    return html`${choice} ${staleNote(this.#loaded.isStale, this.#again)}
      ${
        themes.length === 0 || whoTookPart === null
          ? html`<p>${t('compare-themes-none')}</p>`
          : html`<p class="compare-headline">
                ${t('compare-who', { ...whoTookPart, period: periodWithin(period) })} ${t('compare-themes-order')}
              </p>
              ${this.#table(themes, period, instrument)}`
      }`
  }

  #table(themes: readonly Count[], period: string, instrument: InstrumentView): TemplateResult {
    const names = namesOf(instrument, locale())
    const { dimensions } = instrument
    const place = ({ capital }: Count) => dimensions.indexOf(capital)
    const cell = (column: string, value: unknown) => html`<td>
      <span class="cell-name" aria-hidden="true">${t(column)}</span><span>${value}</span>
    </td>`
    return html`<table class="stacks themes-table">
      <caption>${t('compare-themes-caption', { period: periodText(period) })}</caption>
      <thead>
        <tr>
          <th scope="col">${t('compare-column-capital')}</th>
          <th scope="col">${t('compare-themes-column')}</th>
          <th scope="col">${t('compare-themes-n')}</th>
        </tr>
      </thead>
      <tbody>
        ${themes
          .toSorted((a, b) => place(a) - place(b))
          .map(({ capital, companies, n }) => {
            const name = names.dimension(capital)
            return html`<tr>
              <th scope="row"><span class="with-icon">${capitalIcon(capital, name)} ${name}</span></th>
              ${cell('compare-themes-column', companies === null ? t('compare-themes-hidden') : t(`compare-themes-${companies}`))}
              ${companies === null && n === 0 ? html`<td></td>` : cell('compare-themes-n', n)}
            </tr>`
          })}
      </tbody>
    </table>`
  }

  #choose(choice: Choice): void {
    this.#choice = choice
    void this.#loaded.refresh()
  }

  readonly #again = (): void => void this.#loaded.refresh()

  async #read(signal: AbortSignal): Promise<Loaded> {
    const path = figuresPath(this.org, 'themes', this.#choice)
    const [themes, instrument] = await Promise.all([
      call<Themes>('GET', path, undefined, { signal }),
      // Agreements are about the six capitals, whatever a programme collects.
      readInstrument(SIX_CAPITALS, signal),
    ])
    return { themes, instrument }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-themes-page': ThemesPage
  }
}
