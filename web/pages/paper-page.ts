import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Round, RoundItems } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../components/paper-sheet.ts'
import { t } from '../i18n/texts.ts'
import './paper-texts.ts'

interface Page {
  readonly round: Round
  readonly itemIds: readonly string[]
  readonly instrument: InstrumentView
}

/** Answer sheets for a room without a network: to print, and how to type them over afterwards. */
@customElement('mv-paper-page')
export class PaperPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render() {
    return this.#page.render(
      ({ round, instrument, itemIds }) => html`<div class="paper-page">
        <h1>${t('paper-title')}</h1>
        <p class="lead">${t('paper-lead')}</p>
        <p>${t('paper-print-hint')} ${t('paper-language')}</p>
        <div class="actions">
          <button type="button" class="primary" @click=${() => print()}>${t('paper-print')}</button>
          <a class="button quiet" href="/o/${this.org}/r/${this.round}">${t('paper-back')}</a>
        </div>
        ${typeOver(round)}
        <section aria-labelledby="paper-heading">
          <h2 id="paper-heading">${t('paper-preview')}</h2>
          <mv-paper-sheet .round=${round} .instrument=${instrument} .itemIds=${itemIds}></mv-paper-sheet>
        </section>
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}/rounds/${this.round}`
    const [round, { items }] = await Promise.all([
      call<Round>('GET', path, undefined, { signal }),
      call<RoundItems>('GET', `${path}/items`, undefined, { signal }),
    ])
    learnName(round.id, round.title)
    const { id, version } = round.instrument
    const instrument = await call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal })
    return { round, itemIds: items, instrument }
  }
}

function typeOver({ code, mode }: Round): TemplateResult {
  return html`<section aria-labelledby="type-heading">
    <h2 id="type-heading">${t('paper-type-title')}</h2>
    ${
      code === null
        ? html`<p>${t('paper-type-closed')}</p>`
        : html`<p>${t('paper-type-how')}</p>
            <p>${t(`paper-type-${mode}`)}</p>
            <p><a class="button" href="/d#${code}">${t('paper-type-go')}</a></p>`
    }
  </section>`
}
