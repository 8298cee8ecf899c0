import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'

/** What an address shows that belongs to no page. */
@customElement('mv-not-found-page')
export class NotFoundPage extends MvElement {
  protected override render() {
    return html`<h1>${t('frame-not-found-title')}</h1>
      <p>${t('frame-not-found')}</p>
      <p><a class="button" href="/">${t('frame-fail-home')}</a></p>`
  }
}

/** What stands there when the code of a page could not be fetched. */
@customElement('mv-not-loaded')
export class NotLoaded extends MvElement {
  protected override render() {
    return html`<h1>${t('frame-not-loaded-title')}</h1>
      <p>${t('frame-not-loaded')}</p>
      <p><button type="button" @click=${() => location.reload()}>${t('frame-reload')}</button></p>`
  }
}
