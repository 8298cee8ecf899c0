import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { createRef, ref } from 'lit/directives/ref.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import { codeInHalves } from '../pages/round-words.ts'
import './copy-field.ts'
import { isOnlyHere } from './only-here.ts'
import { qrPicture } from './qr-code.ts'

/** How people get into a round: code, address, link and QR picture; large for a wall, on paper, or as a file. */
@customElement('mv-round-share')
export class RoundShare extends MvElement {
  /** The name of the organisation, which heads the large picture. */
  @property() heading = ''
  /** The title of the round, as people see it on their phones after scanning. */
  @property() roundTitle = ''
  @property() code = ''
  @property() url = ''
  readonly #poster = createRef<HTMLDialogElement>()

  protected override render() {
    return html`<section class="share" aria-labelledby="share-heading">
        <div class="share-qr"><mv-qr-code .text=${this.url} .label=${t('round-share-qr', { url: this.url })}></mv-qr-code></div>
        <div>
          <h2 id="share-heading">${t('round-share-title')}</h2>
          <p>${t('round-share-intro')}</p>
          <dl class="share-way">
            <div><dt>${t('round-share-address')}</dt><dd class="address">${this.#address()}</dd></div>
            <div><dt>${t('round-share-code')}</dt><dd class="code">${codeInHalves(this.code)}</dd></div>
          </dl>
          ${isOnlyHere(this.url) ? html`<p class="warning">${t('round-share-only-here')}</p>` : nothing}
          <mv-copy-field name="join" .label=${t('round-share-link')} .value=${this.url}></mv-copy-field>
          <div class="actions">
            <button type="button" @click=${() => this.#poster.value?.showModal()}>${t('round-share-big')}</button>
            <button type="button" class="quiet" @click=${() => print()}>${t('round-share-print')}</button>
            <button type="button" class="quiet" @click=${this.#download}>${t('round-share-download')}</button>
          </div>
        </div>
      </section>
      ${this.#large()}`
  }

  #large(): TemplateResult {
    return html`<dialog class="poster" ${ref(this.#poster)} aria-labelledby="poster-heading">
      <div class="poster-qr"><mv-qr-code .text=${this.url} .label=${t('round-share-qr', { url: this.url })}></mv-qr-code></div>
      <div class="poster-words">
        <h2 id="poster-heading">${this.heading}</h2>
        <p class="poster-round">${this.roundTitle}</p>
        <p>${t('round-share-poster-scan')}</p>
        <p>${t('round-share-poster-type')}</p>
        <p class="address">${this.#address()}</p>
        <p>${t('round-share-poster-code')}</p>
        <p class="code">${codeInHalves(this.code)}</p>
        <button type="button" @click=${() => this.#poster.value?.close()}>${t('round-share-big-close')}</button>
      </div>
    </dialog>`
  }

  /** The address as people type it: without protocol, and without the code that they type next. */
  #address(): string {
    return `${new URL(this.url, location.origin).host}/d`
  }

  readonly #download = async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await qrPicture(this.url))
    link.download = `meervoud-${this.code}.png`
    link.click()
    URL.revokeObjectURL(link.href)
  }
}
