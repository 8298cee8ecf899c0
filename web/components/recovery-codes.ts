import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './sign-in-texts.ts'

/** Recovery codes that were just made, to write down, copy or keep as a file: they are shown once. */
@customElement('mv-recovery-codes')
export class RecoveryCodes extends MvElement {
  @property({ attribute: false }) codes: readonly string[] = []
  @state() private isCopied = false

  protected override render() {
    return html`<div class="notice">
      <h3>${t('sign-in-recovery-title')}</h3>
      <p>${t('sign-in-recovery-once')}</p>
      <ol class="recovery-codes">
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <div class="actions">
        <button type="button" @click=${this.#copy}>${t('frame-copy')}</button>
        <button type="button" @click=${this.#save}>${t('sign-in-recovery-save')}</button>
        <span role="status" class="done">${this.isCopied ? t('frame-copied') : ''}</span>
      </div>
    </div>`
  }

  readonly #copy = async () => {
    await navigator.clipboard.writeText(this.#asText())
    this.isCopied = true
  }

  readonly #save = () => {
    const address = URL.createObjectURL(new Blob([`${this.#asText()}\n`], { type: 'text/plain' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: t('sign-in-recovery-file') })
    link.click()
    URL.revokeObjectURL(address)
  }

  #asText(): string {
    return [`Meervoud, ${location.host}: ${t('sign-in-recovery-title')}`, ...this.codes].join('\n')
  }
}
