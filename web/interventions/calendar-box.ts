import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CalendarFeed } from '../../server/contract/calendars.ts'
import type { ApiError } from '../api.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import '../components/copy-field.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { refusalOf } from './refusal.ts'

/** The days to look back in the reader's own calendar: as a file, or as an address that a calendar follows. */
@customElement('mv-calendar-box')
export class CalendarBox extends MvElement {
  @property() org = ''
  @state() private error: ApiError | undefined
  readonly #feed = new Reading<CalendarFeed>(this, (signal) => call('GET', this.#path, undefined, { signal }))

  protected override render(): TemplateResult {
    return html`<section class="calendar-box" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">${t('intervention-calendar-title')}</h2>
      <p>${t('intervention-calendar-what')}</p>
      ${this.error ? html`<p class="fault" role="alert">${problemText(this.error)}</p>` : nothing}
      <p><a class="button" href="/api/organisations/${this.org}/interventions/calendar.ics" download>${t('intervention-calendar-download')}</a></p>
      ${this.#feed.render((feed) => this.#address(feed), 'part')}
    </section>`
  }

  get #path(): string {
    return `/api/organisations/${this.org}/calendar-feed`
  }

  #address({ exists, url }: CalendarFeed): TemplateResult {
    if (url !== null) {
      return html`<mv-copy-field name="calendar" .label=${t('intervention-calendar-address')} .value=${url}></mv-copy-field>
        <p class="hint">${t('intervention-calendar-once')}</p>`
    }
    return html`<p class="hint">${exists ? t('intervention-calendar-exists') : t('intervention-calendar-follow')}</p>
      <div class="actions">
        <button type="button" @click=${() => this.#change('POST')}>${exists ? t('intervention-calendar-again') : t('intervention-calendar-make')}</button>
        ${exists ? html`<button type="button" class="quiet" @click=${() => this.#change('DELETE')}>${t('intervention-calendar-end')}</button>` : nothing}
      </div>`
  }

  async #change(method: 'POST' | 'DELETE'): Promise<void> {
    this.error = undefined
    try {
      const made = await call<CalendarFeed | undefined>(method, this.#path)
      this.#feed.value = made ?? { exists: false, url: null }
      this.requestUpdate()
    } catch (error) {
      this.error = refusalOf(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-calendar-box': CalendarBox
  }
}
