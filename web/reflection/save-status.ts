import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { cardDrafts } from './card-drafts.ts'

/**
 * Says for the whole page whether what was written is safe. It speaks only when something is the matter, and once when
 * all is well again: saving itself is not worth interrupting anybody who listens.
 */
@customElement('mv-save-status')
export class SaveStatus extends MvElement {
  readonly #drafts = cardDrafts()
  #hadTrouble = false
  readonly #onChange = () => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#drafts.addEventListener('change', this.#onChange)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drafts.removeEventListener('change', this.#onChange)
  }

  protected override render(): TemplateResult {
    const trouble = this.#trouble()
    const isWell = trouble === '' && this.#drafts.pending.length === 0
    const text = trouble || (this.#hadTrouble && isWell ? t('reflection-save-well-again') : '')
    this.#hadTrouble ||= trouble !== ''
    return html`<p class="save-status ${trouble ? 'is-trouble' : ''}" role="status">${text}</p>`
  }

  #trouble(): string {
    const keys = this.#drafts.pending.map(({ key }) => key)
    const count = (state: string) => keys.filter((key) => this.#drafts.stateOf(key) === state).length
    const [conflicts, refused, offline] = [count('conflict'), count('refused'), count('offline')]
    if (conflicts > 0) return t('reflection-save-conflict', { n: conflicts })
    if (refused > 0) return t('reflection-save-refused', { n: refused })
    if (offline > 0)
      return t(this.#drafts.isLasting ? 'reflection-save-offline' : 'reflection-save-page-only', { n: offline })
    return ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-save-status': SaveStatus
  }
}
