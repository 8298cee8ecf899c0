import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { hasText, t } from '../i18n/texts.ts'

/** What one refusal means, for who follows the `type` of a problem. */
@customElement('mv-problem-page')
export class ProblemPage extends MvElement {
  @property() code = ''

  protected override render() {
    const id = `problem-${this.code}`
    if (!hasText(id)) return html`<mv-not-found-page></mv-not-found-page>`
    return html`<h1>${t('frame-problem-title')}</h1>
      <p class="lead">${t(id)}</p>
      <p class="muted">${t('frame-problem-code', { code: this.code })}</p>
      <p><a class="button" href="/">${t('frame-fail-home')}</a></p>`
  }
}
