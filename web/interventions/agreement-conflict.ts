import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { InterventionContent } from '../../server/contract/interventions.ts'
import { MvElement } from '../app/element.ts'
import type { Conflict } from '../drafts/draft.ts'
import { t } from '../i18n/texts.ts'
import type { AgreementBody } from './agreement-drafts.ts'
import { type ContentField, differingFields, pickFields } from './content.ts'
import { fieldName, linesOf } from './content-words.ts'

/** Says what somebody made of two versions; `content` undefined: the other version as a whole. */
export class VersionChosen extends Event {
  readonly content: InterventionContent | undefined

  constructor(content: InterventionContent | undefined) {
    super('mv-version-chosen', { bubbles: true })
    this.content = content
  }
}

/** Two versions of one agreement beside each other, part by part: nothing is lost, and a person chooses what stays. */
@customElement('mv-agreement-conflict')
export class AgreementConflict extends MvElement {
  /** Makes the names of the fields unique on the page. */
  @property({ attribute: false }) name = ''
  @property({ attribute: false }) mine!: InterventionContent
  @property({ attribute: false }) conflict: Conflict<AgreementBody> | undefined
  @property({ attribute: false }) guide!: GuideTexts
  @state() private theirsChosen: ReadonlySet<ContentField> = new Set()

  protected override render(): TemplateResult {
    const other = this.conflict?.theirs?.content
    return html`<div class="conflict notice" role="group" aria-labelledby="conflict-${this.name}">
      <h4 id="conflict-${this.name}">${t('intervention-conflict-title')}</h4>
      ${other ? this.#both(other) : this.#deleted()}
    </div>`
  }

  #deleted(): TemplateResult {
    return html`<p>${t('intervention-conflict-deleted')}</p>
      <div class="actions">
        <button type="button" @click=${() => this.#say(this.mine)}>${t('intervention-conflict-keep')}</button>
        <button type="button" class="danger" @click=${() => this.#say(undefined)}>${t('intervention-conflict-let-go')}</button>
      </div>`
  }

  #both(other: InterventionContent): TemplateResult {
    const isHere = this.conflict?.isHere === true
    const fields = differingFields(this.mine, other)
    return html`<p>${isHere ? t('intervention-conflict-here') : t('intervention-conflict-why')}</p>
      ${fields.map((field) => this.#field(field, other))}
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#say(pickFields(this.mine, other, (field) => this.theirsChosen.has(field)))}>
          ${t('intervention-conflict-save')}
        </button>
      </div>`
  }

  #field(field: ContentField, other: InterventionContent): TemplateResult {
    const isTheirs = this.theirsChosen.has(field)
    const choose = (theirs: boolean) => {
      const others = [...this.theirsChosen].filter((one) => one !== field)
      this.theirsChosen = new Set(theirs ? [...others, field] : others)
    }
    const version = (content: InterventionContent, theirs: boolean) => html`<label class="choice version">
      <input type="radio" name="conflict-${this.name}-${field}" .checked=${isTheirs === theirs} @change=${() => choose(theirs)} />
      <span><strong>${theirs ? t('intervention-conflict-theirs') : t('intervention-conflict-mine')}</strong>
      ${linesOrNothing(content, field, this.guide).map((line) => html`<span class="version-line">${line}</span>`)}</span>
    </label>`
    return html`<fieldset class="versions">
      <legend>${fieldName(field)}</legend>
      ${version(this.mine, false)} ${version(other, true)}
    </fieldset>`
  }

  #say(content: InterventionContent | undefined): void {
    this.dispatchEvent(new VersionChosen(content))
  }
}

function linesOrNothing(content: InterventionContent, field: ContentField, guide: GuideTexts): string[] {
  const lines = linesOf(content, field, guide)
  return lines.length > 0 ? lines : [t('intervention-nothing')]
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-agreement-conflict': AgreementConflict
  }
}
