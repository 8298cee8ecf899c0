import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { MvElement } from '../app/element.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { namesOf } from '../results/names.ts'
import { effectDrafts } from './effect-drafts.ts'
import { effectLines } from './effect-words.ts'
import type { EffectsBody } from './effects.ts'

/** Two expectations of one intervention beside each other; a person chooses which stays. */
@customElement('mv-effects-conflict')
export class EffectsConflict extends MvElement {
  /** The id of the intervention. */
  @property({ attribute: false }) intervention = ''
  @property({ attribute: false }) instrument!: InstrumentView

  protected override render(): TemplateResult {
    const drafts = effectDrafts()
    const id = `effects-conflict-${this.intervention}`
    const choose = (choice: 'mine' | 'theirs') => void drafts.resolve(this.intervention, choice)
    return html`<div class="conflict notice" role="group" aria-labelledby=${id}>
      <h4 id=${id}>${t('intervention-conflict-title')}</h4>
      <div class="field-pair">
        ${this.#version(t('intervention-conflict-mine'), drafts.bodyOf(this.intervention))}
        ${this.#version(t('intervention-conflict-theirs'), drafts.conflictOf(this.intervention)?.theirs)}
      </div>
      <div class="actions">
        <button type="button" class="primary" @click=${() => choose('mine')}>${t('intervention-conflict-keep-mine')}</button>
        <button type="button" @click=${() => choose('theirs')}>${t('intervention-conflict-keep-theirs')}</button>
      </div>
    </div>`
  }

  #version(title: string, body: EffectsBody | null | undefined): TemplateResult {
    const lines = body ? effectLines(body, this.instrument, namesOf(this.instrument, locale())) : []
    return html`<div>
      <p><strong>${title}</strong></p>
      ${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : html`<p>${t('intervention-nothing')}</p>`}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-effects-conflict': EffectsConflict
  }
}
