import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { Intervention } from '../../server/contract/interventions.ts'
import type { EntryKind, Reflection } from '../../server/contract/reflections.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, textField } from '../components/fields.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { aboutText, capitalsChoice } from '../reflection/capitals-choice.ts'
import { isBlank } from '../reflection/card-body.ts'
import { cardWords } from '../reflection/card-reading.ts'
import { CardTable } from '../reflection/cards.ts'
import { Desk } from '../reflection/desk.ts'
import { deskLine } from '../reflection/desk-line.ts'
import { OwnAgreements } from '../reflection/own-agreements.ts'
import { peopleHere } from '../reflection/people-here.ts'
import '../reflection/list-texts.ts'
import '../reflection/reflection-texts.ts'
import '../reflection/save-status.ts'
import { QUESTION_NUMBERS, type QuestionNumber, questionTexts, type StepState, stepState } from '../reflection/steps.ts'
import { periodText } from './round-words.ts'

const KINDS: readonly EntryKind[] = [
  'tension',
  'driver',
  'behaviour',
  'force',
  'bright-spot',
  'condition',
  'idea',
  'note',
]

/** The whole reflection on one page: what each question brought, what is agreed, and what is still open. For paper too. */
@customElement('mv-reflection-page')
export class ReflectionPage extends MvElement {
  @property() org = ''
  @property() reflection = ''
  readonly #desk = new Desk(this, () => ({ org: this.org, reflection: this.reflection, question: null }))
  readonly #table = new CardTable(this.#desk)
  readonly #agreements = new OwnAgreements(this, () => ({ org: this.org, reflection: this.reflection }))
  readonly #renaming = new Form(this, 'rename', [
    {
      field: 'title',
      fault: 'reflection-fault-title',
      holds: (value) => value.trim() !== '' && value.trim().length <= 120,
    },
  ])

  protected override render(): TemplateResult {
    return this.#desk.render((reflection) => (this.#desk.guide ? this.#page(reflection, this.#desk.guide) : html``))
  }

  get #base(): string {
    return `/o/${this.org}/reflections/${this.reflection}`
  }

  #page(reflection: Reflection, guide: GuideTexts): TemplateResult {
    return html`<article class="reflection">
      <h1>${reflection.title}</h1>
      <p class="lead">
        ${t('reflection-of-round', { title: reflection.roundTitle, period: periodText(reflection.period) })}
        <a class="screen-only" href="/o/${this.org}/r/${reflection.roundId}/results">${t('reflection-to-results')}</a>
      </p>
      <p class="about">${aboutText(this.#desk, reflection)}</p>
      ${capitalsChoice(this.#desk, reflection)} ${peopleHere(reflection)}
      <div class="reflection-status"><mv-save-status></mv-save-status>${deskLine(this.#desk)}</div>
      ${this.#state(reflection)}
      <ol class="check-list">
        ${QUESTION_NUMBERS.map((number) => this.#question(reflection, guide, number))}
      </ol>
      ${this.#agreed()} ${reflection.canWrite ? this.#rename(reflection) : nothing}
    </article>`
  }

  #state(reflection: Reflection): TemplateResult {
    const first = QUESTION_NUMBERS.find((number) => stepState(reflection, number, this.#agreements.all) === 'open')
    const isBegun = reflection.entries.length > 0
    const isClosed = reflection.state === 'closed'
    const toggle = () => void this.#desk.change({ state: isClosed ? 'open' : 'closed' })
    return html`${isClosed ? html`<p class="notice">${t('reflection-closed')}</p>` : nothing}
      <p class="actions screen-only">
        ${isClosed ? nothing : html`<a class="button primary" href="${this.#base}/q/${first ?? 1}">${t(isBegun ? 'reflection-continue' : 'reflection-begin')}</a>`}
        <button type="button" @click=${() => print()}>${t('reflection-print')}</button>
        ${reflection.canWrite || isClosed ? html`<button type="button" class="quiet" @click=${toggle}>${t(isClosed ? 'reflection-reopen' : 'reflection-close')}</button>` : nothing}
      </p>`
  }

  #question(reflection: Reflection, guide: GuideTexts, number: QuestionNumber): TemplateResult {
    const cards = this.#table.of(number, ...KINDS).filter(({ body }) => !isBlank(body))
    const notes = this.#table.of(number, 'carry').filter(({ body }) => !isBlank(body))
    // The driver is what question 1 is for: it comes along by itself.
    const carried = cards.filter(({ body, carried }) => carried || body.kind === 'driver')
    const { title, carry } = questionTexts(guide, number)
    const state = stepState(reflection, number, this.#agreements.all)
    return html`<li>
      <section class="question-check" aria-labelledby="check-${number}">
        <h2 id="check-${number}"><a href="${this.#base}/q/${number}">${title}</a></h2>
        <p class="muted check-state is-${state}">${this.#counts(number, state, cards.length, carried.length)}</p>
        ${carried.length === 0 ? nothing : html`<ul class="carried">${carried.map(({ body }) => html`<li>${cardWords(body, guide)}</li>`)}</ul>`}
        ${notes.map(({ body }) => cardWords(body, guide))}
        ${carried.length + notes.length === 0 && cards.length > 0 ? html`<p class="muted">${t('reflection-check-carry', { what: carry })}</p>` : nothing}
      </section>
    </li>`
  }

  #counts(number: QuestionNumber, state: StepState, cards: number, carried: number): string {
    const agreements = this.#agreements.all.filter(({ effects }) => number === 6 || effects.length > 0).length
    if (number < 6 || agreements === 0) return t('reflection-check-counts', { state, cards, carried })
    return t(number === 6 ? 'reflection-list-interventions' : 'reflection-check-expected', { n: agreements })
  }

  #agreed(): TemplateResult {
    return html`<section aria-labelledby="agreed-heading">
      <h2 id="agreed-heading">${t('reflection-agreed')}</h2>
      ${this.#agreements.reading.render((own) => {
        if (own.length === 0)
          return html`<p class="muted">${t('reflection-agreed-none')}</p>
            <p class="screen-only"><a href="${this.#base}/q/6">${t('reflection-agreed-go')}</a></p>`
        return html`<ul class="rows">${own.map((one) => this.#agreement(one))}</ul>`
      }, 'part')}
    </section>`
  }

  #agreement({ id, content, state }: Intervention): TemplateResult {
    const { title, owner, reviewOn } = content
    return html`<li>
      <div>
        <a class="row-main" href="/o/${this.org}/interventions/${id}">${title.trim() || t('reflection-agreed-untitled')}</a>
        ${owner.trim() === '' ? nothing : html`<p class="muted">${t('reflection-agreed-owner', { owner })}</p>`}
      </div>
      <div class="row-side">
        <span>${t(`reflection-agreed-${state}`)}</span>
        ${reviewOn === null || state === 'stopped' ? nothing : html`<span class="muted">${t('reflection-agreed-review', { day: formatDay(reviewOn) })}</span>`}
      </div>
    </li>`
  }

  #rename({ title }: Reflection): TemplateResult {
    return html`<details class="fold screen-only">
      <summary>${t('reflection-rename')}</summary>
      ${faultSummary(this.#renaming)}
      <form novalidate @submit=${this.#renaming.onSubmit(this.#keepTitle)}>
        ${textField(this.#renaming, { name: 'title', label: t('reflection-rename-label'), value: title })}
        ${formActions(this.#renaming, html`<button type="submit">${t('frame-save')}</button>`)}
      </form>
    </details>`
  }

  readonly #keepTitle = async (values: FormData) => {
    if (await this.#desk.change({ title: textOf(values, 'title') })) this.#desk.say(t('frame-saved'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-reflection-page': ReflectionPage
  }
}
