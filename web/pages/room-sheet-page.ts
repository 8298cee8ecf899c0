import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { createRef, ref } from 'lit/directives/ref.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Round } from '../../server/contract/rounds.ts'
import type { Venue } from '../../server/contract/venue.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { radioField, textField } from '../components/fields.ts'
import { isOnlyHere } from '../components/only-here.ts'
import { phoneOrigin } from '../components/phone-address.ts'
import '../components/room-sheet.ts'
import { emptyState } from '../components/states.ts'
import { isUsable, keepWifi, keptWifi, type Wifi } from '../components/wifi.ts'
import { t } from '../i18n/texts.ts'
import './venue-texts.ts'

interface Page {
  readonly organisation: Organisation
  readonly round: Round
  readonly venue: Venue
}

/** A sheet for the room: staff fill in the Wi-Fi, print the sheet or show it on the wall. */
@customElement('mv-room-sheet-page')
export class RoomSheetPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  @state() private wifi: Wifi = keptWifi()
  /** Nothing is called wrong while somebody types. */
  @state() private isTyping = false
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'wifi')
  readonly #wall = createRef<HTMLDialogElement>()

  protected override render() {
    return this.#page.render(
      (page) => html`<div class="room-sheet-page" @mv-address-change=${() => this.requestUpdate()}>
        <h1>${t('venue-sheet-title')}</h1>
        <p class="lead">${t('venue-sheet-lead')}</p>
        ${page.round.code && page.round.joinUrl ? this.#view(page, page.round.code, page.round.joinUrl) : this.#closed()}
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const [organisation, round, venue] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<Round>('GET', `/api/organisations/${this.org}/rounds/${this.round}`, undefined, { signal }),
      call<Venue>('GET', '/api/venue', undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    learnName(round.id, round.title)
    return { organisation, round, venue }
  }

  #closed(): TemplateResult {
    const back = html`<a class="button primary" href="/o/${this.org}/r/${this.round}">${t('venue-sheet-back')}</a>`
    return emptyState(t('venue-sheet-closed'), back)
  }

  #view(page: Page, code: string, joinUrl: string): TemplateResult {
    const origin = phoneOrigin(page.venue.origins)
    const url = origin === undefined ? joinUrl : `${origin}/d#${code}`
    const sheet = () => this.#sheet(page, url, code)
    return html`${isOnlyHere(url) ? onlyHere() : nothing}
      <mv-phone-address .origins=${page.venue.origins}></mv-phone-address>
      ${this.#wifiForm()}
      <div class="actions">
        <button type="button" class="primary" @click=${() => print()}>${t('venue-sheet-print')}</button>
        <button type="button" @click=${() => this.#wall.value?.showModal()}>${t('venue-sheet-wall')}</button>
      </div>
      <section aria-labelledby="sheet-heading">
        <h2 id="sheet-heading">${t('venue-sheet-preview')}</h2>
        ${sheet()}
      </section>
      <dialog class="poster room-wall" ${ref(this.#wall)} aria-label=${t('venue-sheet-title')}>
        <button type="button" @click=${() => this.#wall.value?.close()}>${t('venue-sheet-wall-close')}</button>
        ${sheet()}
      </dialog>`
  }

  #sheet({ organisation, round, venue }: Page, url: string, code: string): TemplateResult {
    return html`<mv-room-sheet
      .heading=${organisation.name}
      .roundTitle=${round.title}
      .wifi=${this.wifi}
      .url=${url}
      .code=${code}
      .isSelfMade=${venue.certificate === 'self-made'}
    ></mv-room-sheet>`
  }

  #wifiForm(): TemplateResult {
    const { name, security, password } = this.wifi
    const isShort = !this.isTyping && password !== '' && !isUsable(this.wifi)
    const isDone = () => (this.isTyping = false)
    return html`<form class="narrow" @submit=${(event: Event) => event.preventDefault()} @focusout=${isDone}>
      <h2>${t('venue-sheet-wifi')}</h2>
      <p>${t('venue-sheet-wifi-stays')}</p>
      ${textField(this.#form, {
        name: 'name',
        label: t('venue-sheet-name'),
        value: name,
        onInput: (text) => this.#change({ name: text }),
      })}
      ${radioField(this.#form, {
        name: 'security',
        label: t('venue-sheet-security'),
        options: ['wpa', 'open'].map((value) => ({ value, label: t(`venue-sheet-security-${value}`) })),
        chosen: [security],
        onChoose: (value) => this.#change({ security: value === 'open' ? 'open' : 'wpa' }),
      })}
      ${
        security === 'open'
          ? nothing
          : textField(this.#form, {
              name: 'password',
              label: t('venue-sheet-password'),
              hint: t('venue-sheet-password-hint'),
              value: password,
              onInput: (text) => this.#change({ password: text }),
            })
      }
      <div role="status">${isShort ? html`<p class="warning">${t('venue-sheet-password-short')}</p>` : nothing}</div>
    </form>`
  }

  #change(part: Partial<Wifi>): void {
    this.isTyping = part.password !== undefined
    this.wifi = { ...this.wifi, ...part }
    keepWifi(this.wifi)
  }
}

function onlyHere(): TemplateResult {
  return html`<p class="warning">${t('venue-sheet-only-here')} <a href="/venue">${t('venue-sheet-check')}</a></p>`
}
