import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import type { JoinPreview } from '../../server/contract/rounds.ts'
import { minutesFor } from '../i18n/duration.ts'
import { t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { problemText } from './problem-text.ts'

/** What somebody has to know before taking part: who asks, how long, what is kept and who sees what. */
@customElement('mv-intro-screen')
export class IntroScreen extends ParticipantScreen {
  @query('form') private form!: HTMLFormElement
  @query('.fault') private faultBox: HTMLElement | null | undefined

  protected override render(): TemplateResult | typeof nothing {
    const { preview } = this.state.joining
    if (!preview) return nothing
    return html`<form class="screen" novalidate @submit=${this.#submit}>
      ${this.#fault()}
      <h1 tabindex="-1">${preview.roundTitle}</h1>
      <p class="lead">${t('participant-intro-asked-by', { organisation: preview.organisation })}</p>
      <h2>${t('participant-intro-time')}</h2>
      <p>${minutesText(preview)}</p>
      <h2>${t('participant-intro-stored')}</h2>
      <p>${t(`participant-intro-stored-${preview.mode}${preview.groups.length > 0 ? '-group' : ''}`)}</p>
      <h2>${t('participant-intro-seen')}</h2>
      ${preview.mode === 'anonymous' ? anonymousText() : openText()}
      ${preview.groups.length > 0 ? this.#groupField(preview) : nothing}
      ${preview.mode === 'open' ? this.#nameField() : nothing}
      <button type="submit" class="primary wide">
        ${t(this.state.joining.isBusy ? 'participant-intro-joining' : 'participant-intro-join')}
      </button>
      <button type="button" class="quiet wide" @click=${() => this.state.leaveIntro()}>
        ${t('participant-intro-other-code')}
      </button>
    </form>`
  }

  #groupField({ groups, mode }: JoinPreview): TemplateResult {
    const isMissing = this.state.joining.mistake?.field === 'group'
    const described = [...(mode === 'anonymous' ? ['group-hint'] : []), ...(isMissing ? ['group-fault'] : [])].join(' ')
    return html`<fieldset class="field" aria-describedby=${described || nothing}>
      <legend>${t('participant-intro-group')}</legend>
      ${mode === 'anonymous' ? html`<p id="group-hint" class="hint">${t('participant-intro-group-hint')}</p>` : nothing}
      ${isMissing ? html`<p id="group-fault" class="field-fault">${t('participant-intro-group-needed')}</p>` : nothing}
      <div class="choices">
        ${groups.map(
          (group) => html`<label class="choice">
            <input type="radio" name="group" value=${group} />
            <span class="choice-words">${t(`participant-group-${group}`)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`
  }

  #nameField(): TemplateResult {
    return html`<div class="field">
      <label for="name">${t('participant-intro-name')}</label>
      <p id="name-hint" class="hint">${t('participant-intro-name-hint')}</p>
      <input id="name" name="name" type="text" maxlength="80" autocomplete="name" aria-describedby="name-hint" aria-invalid=${this.state.joining.mistake?.field === 'name' ? 'true' : 'false'} />
    </div>`
  }

  #fault(): TemplateResult | typeof nothing {
    const { problem, mistake } = this.state.joining
    if (!mistake && problem === undefined) return nothing
    const text = mistake
      ? html`<a href="#${mistake.field}" @click=${this.#toField}>${t(mistake.text)}</a>`
      : problemText(problem ?? '')
    return html`<div class="fault" tabindex="-1" aria-labelledby="fault-title">
      <h2 id="fault-title">${t('participant-join-fault')}</h2>
      <p>${text}</p>
    </div>`
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    const { preview } = this.state.joining
    if (this.state.joining.isBusy || !preview) return
    const given = new FormData(this.form)
    const group = preview.groups.find((known) => known === given.get('group'))
    const name = String(given.get('name') ?? '').trim()
    if (preview.groups.length > 0 && !group) this.state.joining.refuse('group', 'participant-intro-group-needed')
    else if (preview.mode === 'open' && !name) this.state.joining.refuse('name', 'participant-intro-name-needed')
    else await this.state.join({ ...(group && { group }), ...(name && { name }) })
    await this.updateComplete
    this.faultBox?.focus()
  }

  #toField(event: Event): void {
    event.preventDefault()
    this.form.querySelector<HTMLInputElement>(`[name="${this.state.joining.mistake?.field}"]`)?.focus()
  }
}

function minutesText({ items, horizons }: JoinPreview): string {
  return t('participant-intro-minutes', { questions: items, minutes: minutesFor(items, horizons) })
}

function anonymousText(): TemplateResult {
  return html`<p><strong>${t('participant-intro-anonymous')}</strong></p>
    <ul>
      <li>${t('participant-intro-anonymous-group-only')}</li>
      <li>${t('participant-intro-anonymous-nobody')}</li>
      <li>${t('participant-intro-anonymous-closing')}</li>
    </ul>`
}

function openText(): TemplateResult {
  return html`<p><strong>${t('participant-intro-open')}</strong></p>
    <ul>
      <li>${t('participant-intro-open-who')}</li>
      <li>${t('participant-intro-open-closing')}</li>
    </ul>`
}
