import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { namesOf } from '../results/names.ts'
import { inSentence } from '../results/words.ts'
import { titleOf } from './script-list.ts'

/** Asks for a new proposal, or for one that is there (`id`). */
export class ProposalAsked extends Event {
  readonly id: string | undefined

  constructor(id: string | undefined) {
    super('mv-proposal-asked', { bubbles: true })
    this.id = id
  }
}

/** Why people came back from question 7: the capital that a check names, and which proposals touch it. */
@customElement('mv-capital-focus')
export class CapitalFocus extends MvElement {
  @property({ attribute: false }) reflection!: Reflection
  /** Code of the capital. */
  @property({ attribute: false }) capital = ''
  @property({ attribute: false }) interventions: readonly Intervention[] = []
  readonly #instrument = new Reading<InstrumentView>(this, (signal) => {
    const { id, version } = this.reflection.instrument
    return call('GET', `/api/instruments/${id}/${version}`, undefined, { signal })
  })

  protected override render(): TemplateResult {
    return this.#instrument.render((instrument) => {
      if (!instrument.dimensions.includes(this.capital)) return html``
      const name = namesOf(instrument, locale()).dimension(this.capital)
      const touching = this.interventions.filter(({ effects }) => effects.some((effect) => this.#isAbout(effect)))
      return html`<div class="capital-focus notice" role="note">
        <h3>${capitalIcon(this.capital, name)} ${t('intervention-focus-title', { capital: inSentence(name) })}</h3>
        <p>${t('intervention-focus-why', { capital: inSentence(name) })}</p>
        ${touching.length > 0 ? html`<ul>${touching.map((one) => this.#touching(one))}</ul>` : nothing}
        ${this.reflection.canWrite ? html`<button type="button" @click=${() => this.#ask(undefined)}>${t('intervention-focus-new', { capital: inSentence(name) })}</button>` : nothing}
      </div>`
    }, 'part')
  }

  #touching({ id, content, effects }: Intervention): TemplateResult {
    const own = effects.filter((effect) => this.#isAbout(effect))
    const direction = own.some(({ effect }) => effect < 0) ? 'down' : 'up'
    return html`<li>
      <button type="button" class="quiet" @click=${() => this.#ask(id)}>${titleOf(content)}</button>
      ${t('intervention-focus-touches', { direction })}
    </li>`
  }

  #isAbout({ dimension, effect }: Intervention['effects'][number]): boolean {
    return dimension === this.capital && effect !== 0
  }

  #ask(id: string | undefined): void {
    this.dispatchEvent(new ProposalAsked(id))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-capital-focus': CapitalFocus
  }
}
