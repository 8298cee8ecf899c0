import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { nameOrGone } from './sheet-words.ts'
import { WorkPartElement } from './work-part.ts'

/** Who of the team takes a question. */
@customElement('mv-work-assign')
export class WorkAssign extends WorkPartElement {
  protected readonly workPart = 'assignedTo'

  protected override render(): TemplateResult {
    const { value, sheet } = this
    const named = (id: string | null) => (id === null ? t('sheet-assign-nobody') : nameOrGone(sheet, id))
    if (!sheet.mayWrite && this.state === 'saved')
      return html`<h3>${t('sheet-assign-label')}</h3>
        <p>${named(value)}</p>`
    const people = sheet.people.filter(({ id, mayAnswer }) => mayAnswer || id === value)
    return html`<div class="field">
        <label for="sheet-assign">${t('sheet-assign-label')}</label>
        <select id="sheet-assign" @change=${this.#choose}>
          <option value="" ?selected=${value === null} .selected=${value === null}>${t('sheet-assign-nobody')}</option>
          ${people.map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === value} .selected=${id === value}>
              ${id === sheet.me ? t('sheet-assign-me', { name }) : name}
            </option>`,
          )}
        </select>
        ${this.standing(t('sheet-draft-refused'))}
      </div>
      ${this.conflict(named)}`
  }

  #choose({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return
    this.write(target.value || null)
    this.end()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-work-assign': WorkAssign
  }
}
