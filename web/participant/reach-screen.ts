import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import englishProblems from '../../data/texts/en/problems.ftl?raw'
import english from '../../data/texts/en/reach.ftl?raw'
import dutchProblems from '../../data/texts/nl/problems.ftl?raw'
import dutch from '../../data/texts/nl/reach.ftl?raw'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { locale, setLocale } from '../i18n/locale.ts'
import { addTexts, hasText, t } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
addTexts({ nl: dutchProblems, en: englishProblems })

/** Longest wait for the answer of the laptop, in milliseconds. */
const PATIENCE = 10_000
const TRIES = ['reach-try-network', 'reach-try-vpn', 'reach-try-near']

/** A phone in a trial of the network, before a meeting: says to the laptop that it came through, and shows whether it did. */
@customElement('mv-reach-screen')
export class ReachScreen extends MvElement {
  @state() private outcome: 'busy' | 'done' | ApiError = 'busy'

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#reach()
  }

  protected override render(): TemplateResult {
    const other = locale() === 'nl' ? 'en' : 'nl'
    return html`<header class="head">
        <span class="brand">Meervoud</span>
        <button type="button" class="quiet small" lang=${other} @click=${() => setLocale(other)}>
          ${t('reach-other-language')}
        </button>
      </header>
      <main><div class="screen" role="status">${this.#view()}</div></main>`
  }

  protected override updated(): void {
    const title = this.querySelector('h1')?.textContent?.trim()
    document.title = title ? `${title} – Meervoud` : 'Meervoud'
  }

  #view(): TemplateResult {
    if (this.outcome === 'busy') return html`<p class="waiting">${t('reach-busy')}</p>`
    if (this.outcome === 'done') {
      return html`<h1><span aria-hidden="true">✓</span> ${t('reach-done-title')}</h1>
        <p class="lead">${t('reach-done')}</p>`
    }
    return this.#failed(this.outcome)
  }

  #failed(error: ApiError): TemplateResult {
    const isOver = error.code === 'reach-check-unknown'
    return html`<h1>${t(isOver ? 'reach-over-title' : 'reach-failed-title')}</h1>
      <p class="lead">${t(hasText(`problem-${error.code}`) ? `problem-${error.code}` : 'problem-internal')}</p>
      ${isOver ? nothing : html`<ul>${TRIES.map((text) => html`<li>${t(text)}</li>`)}</ul>`}
      ${
        isOver
          ? nothing
          : html`<button type="button" class="primary wide" @click=${this.#reach}>${t('reach-retry')}</button>`
      }`
  }

  readonly #reach = async () => {
    this.outcome = 'busy'
    try {
      await call<void>(
        'POST',
        '/api/reach',
        { code: location.hash.slice(1) },
        { signal: AbortSignal.timeout(PATIENCE) },
      )
      this.outcome = 'done'
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.outcome = error
    }
  }
}

document.body.append(new ReachScreen())
