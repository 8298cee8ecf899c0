import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { t } from '../i18n/texts.ts'
import { WorkPartElement } from './work-part.ts'

const LONGEST = 4000

/** Where an answer comes from, in the team's own words. */
@customElement('mv-work-note')
export class WorkNote extends WorkPartElement {
  protected readonly workPart = 'note'

  protected override render(): TemplateResult {
    if (!this.sheet.mayWrite && this.state === 'saved') return this.#read()
    return html`<div class="field">
        <label for="sheet-note">${t('sheet-note-label')}</label>
        <p class="hint" id="sheet-note-hint">${t('sheet-note-hint')}</p>
        <textarea
          id="sheet-note"
          rows="4"
          maxlength=${LONGEST}
          aria-describedby="sheet-note-hint"
          .value=${live(this.value ?? '')}
          @input=${this.#type}
          @blur=${() => this.end()}
        ></textarea>
        ${this.standing(t('sheet-draft-refused'))}
      </div>
      ${this.conflict((value) => value ?? '')}`
  }

  #read(): TemplateResult {
    return html`<h3>${t('sheet-note-label')}</h3>
      <p class="sheet-note-read">${this.value ?? t('sheet-nothing')}</p>`
  }

  #type({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.write(target.value || null)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-work-note': WorkNote
  }
}
