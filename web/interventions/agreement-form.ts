import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { Intervention, InterventionContent } from '../../server/contract/interventions.ts'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './agreement-conflict.ts'
import type { VersionChosen } from './agreement-conflict.ts'
import { AgreementDraft } from './agreement-draft.ts'
import { dayField, lineField, linesField, sentencesField } from './agreement-fields.ts'
import { problemWords } from './agreement-refusal.ts'
import { agreementStanding } from './agreement-standing.ts'
import { monthsLater, today } from './calendar-days.ts'
import { dayText } from './days.ts'
import { draftLine } from './draft-line.ts'
import './intervention-texts.ts'
import { UPS } from './lists.ts'

const QUARTER = 3

/** An agreement to write in: everything that is typed is kept at once and saves itself. */
@customElement('mv-agreement-form')
export class AgreementForm extends MvElement {
  @property() org = ''
  @property({ attribute: false }) agreement = ''
  /** Undefined while only this device knows it. */
  @property({ attribute: false }) intervention: Intervention | undefined
  @property({ attribute: false }) reflectionId: string | null = null
  @property({ attribute: false }) guide!: GuideTexts
  /** What question 1 found; offered, never filled in by itself. */
  @property({ attribute: false }) driver = ''
  /** Names of who could take care of it. */
  @property({ attribute: false }) people: readonly string[] = []
  /** Code of the last refusal of another state: shown at the field that it is about. */
  @property({ attribute: false }) refusal: string | undefined
  readonly #draft = new AgreementDraft(this, () => ({
    org: this.org,
    id: this.agreement,
    reflectionId: this.reflectionId,
    intervention: this.intervention,
  }))

  protected override render(): TemplateResult {
    const { content, state } = this.#draft
    return html`<div class="agreement-form" @focusout=${() => this.#draft.flush()}>
      ${state === 'conflict' ? this.#conflict(content) : nothing} ${this.#what(content)} ${this.#who(content)}
      ${this.#when(content)} ${this.#ups(content)}
      ${agreementStanding(this.agreement, content, this.guide, this.#write)}
      ${draftLine(state, this.#draft.isLasting, this.#draft.refusal)}
    </div>`
  }

  readonly #write = (changes: Partial<InterventionContent>): void => this.#draft.write(changes)

  #id(field: string): string {
    return `agreement-${this.agreement}-${field}`
  }

  #fault(field: string): string | undefined {
    const { content, refusal } = this.#draft
    return problemWords(field, this.refusal, content) ?? problemWords(field, refusal, content)
  }

  #conflict(content: InterventionContent): TemplateResult {
    return html`<mv-agreement-conflict
      .name=${this.agreement}
      .mine=${content}
      .conflict=${this.#draft.conflict}
      .guide=${this.guide}
      @mv-version-chosen=${(event: VersionChosen) => void this.#draft.choose(event.content)}
    ></mv-agreement-conflict>`
  }

  #what(content: InterventionContent): TemplateResult {
    return html`${lineField({
      id: this.#id('title'),
      label: t('intervention-title'),
      hint: t('intervention-title-hint'),
      fault: this.#fault('title'),
      longest: 120,
      value: content.title,
      onInput: (title) => this.#write({ title }),
    })}
    ${sentencesField({
      id: this.#id('driver'),
      label: t('intervention-driver'),
      hint: t('intervention-driver-hint'),
      value: content.driver,
      onInput: (driver) => this.#write({ driver }),
      below: this.#driverOffer(content),
    })}
    ${sentencesField({
      id: this.#id('agreement'),
      label: t('intervention-agreement'),
      hint: t('intervention-agreement-hint'),
      fault: this.#fault('agreement'),
      value: content.agreement,
      onInput: (agreement) => this.#write({ agreement }),
    })}`
  }

  #driverOffer({ driver }: InterventionContent): TemplateResult | typeof nothing {
    if (this.driver === '' || driver.includes(this.driver)) return nothing
    const taken = driver.trim() === '' ? this.driver : `${driver.trim()}\n\n${this.driver}`
    return html`<div class="driver-offer">
      <p><span class="hint">${t('intervention-driver-found')}</span>${this.driver}</p>
      <button type="button" @click=${() => this.#write({ driver: taken.slice(0, 1000) })}>${t('intervention-driver-take')}</button>
    </div>`
  }

  #who(content: InterventionContent): TemplateResult {
    const list = this.#id('people')
    return html`<div class="field-pair">
      ${lineField({
        id: this.#id('owner'),
        label: t('intervention-owner'),
        hint: t('intervention-owner-hint'),
        fault: this.#fault('owner'),
        longest: 200,
        list,
        value: content.owner,
        onInput: (owner) => this.#write({ owner }),
      })}
      ${lineField({
        id: this.#id('domain'),
        label: t('intervention-domain'),
        hint: t('intervention-domain-hint'),
        longest: 200,
        value: content.domain,
        onInput: (domain) => this.#write({ domain }),
      })}
    </div>
    <datalist id=${list}>
      ${[...this.people, t('intervention-owner-room')].map((name) => html`<option value=${name}></option>`)}
    </datalist>
    ${sentencesField({
      id: this.#id('first-step'),
      label: t('intervention-first-step'),
      hint: t('intervention-first-step-hint'),
      rows: 2,
      value: content.firstStep,
      onInput: (firstStep) => this.#write({ firstStep }),
    })}
    ${linesField({
      id: this.#id('criteria'),
      label: t('intervention-criteria'),
      hint: t('intervention-criteria-hint'),
      values: content.criteria,
      most: 12,
      onLines: (criteria) => this.#write({ criteria }),
    })}`
  }

  #when({ startsOn, reviewOn }: InterventionContent): TemplateResult {
    const quarter = monthsLater(startsOn !== null && startsOn > today() ? startsOn : today(), QUARTER)
    return html`<div class="field-pair">
      ${dayField({
        id: this.#id('starts-on'),
        label: t('intervention-starts-on'),
        hint: t('intervention-starts-on-hint'),
        value: startsOn ?? '',
        onInput: (day) => this.#write({ startsOn: day || null }),
      })}
      ${dayField({
        id: this.#id('review-on'),
        label: t('intervention-review-on'),
        hint: t('intervention-review-on-hint'),
        fault: this.#fault('reviewOn'),
        value: reviewOn ?? '',
        onInput: (day) => this.#write({ reviewOn: day || null }),
        suggestion: { day: quarter, label: t('intervention-review-quarter', { day: dayText(quarter) }) },
      })}
    </div>`
  }

  #ups({ ups }: InterventionContent): TemplateResult {
    const without = (up: string) => ups.filter((one) => one !== up)
    return html`<fieldset class="field ups">
      <legend>${t('intervention-ups')}</legend>
      ${UPS.map(
        (up) => html`<label class="choice">
          <input type="checkbox" .checked=${ups.includes(up)} @change=${() => this.#write({ ups: ups.includes(up) ? without(up) : [...ups, up] })} />
          <span>${this.guide.ups[up].question}<span class="hint">${this.guide.ups[up].name}</span></span>
        </label>`,
      )}
    </fieldset>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-agreement-form': AgreementForm
  }
}
