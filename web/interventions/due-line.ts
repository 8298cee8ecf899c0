import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { ApiError } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { interventionsOf } from './agreements.ts'
import { countDue } from './due.ts'
import './intervention-texts.ts'

/**
 * How many agreements of an organisation are to be looked back at now, with the way there. It is a reminder: with
 * nothing to look back at, or when it cannot be read, there is nothing to see.
 */
@customElement('mv-due-line')
export class DueLine extends MvElement {
  @property() org = ''
  #due = 0

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#due === 0) return nothing
    return html`<p class="due-line">
      <a href="/o/${this.org}/interventions"><span class="due">${t('intervention-due-count', { n: this.#due })}</span></a>
    </p>`
  }

  async #read(): Promise<void> {
    // The organisation is set after the element was made.
    await this.updateComplete
    try {
      this.#due = countDue(await interventionsOf(this.org))
      this.requestUpdate()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-due-line': DueLine
  }
}
