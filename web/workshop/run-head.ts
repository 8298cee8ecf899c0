import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Workshop } from '../../server/contract/workshops.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { ControlEvent } from './run-events.ts'

/** The line on top of a session that runs: which one, how its round stands, and who has the controls. */
@customElement('mv-run-head')
export class RunHead extends MvElement {
  @property() org = ''
  @property({ attribute: false }) workshop: Workshop | undefined

  protected override render() {
    const workshop = this.workshop
    if (!workshop) return html``
    const { round, isRehearsal } = workshop
    return html`<div class="run-title">
        <h1>${round.title}</h1>
        <span class="state is-${round.state}">${t(`round-state-${round.state}`)}</span>
      </div>
      <div class="run-holder">${this.#holder(workshop)}</div>
      ${isRehearsal ? nothing : html`<a class="run-leave" href="/o/${this.org}/w/${workshop.id}/hand-over">${t('workshop-run-to-end')}</a>`}`
  }

  #holder({ control }: Workshop): TemplateResult {
    if (!control) return html`<p role="status">${t('workshop-holder-nobody')}</p>`
    const action = control.isMe ? 'release' : 'take'
    return html`<p role="status">
        ${control.isMe ? t('workshop-holder-me') : t('workshop-holder-other', { name: control.name })}
      </p>
      <button type="button" class="quiet" @click=${() => this.dispatchEvent(new ControlEvent(action))}>
        ${t(`workshop-holder-${action}`)}
      </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-run-head': RunHead
  }
}
