import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { Reflection } from '../../server/contract/reflections.ts'
import { MvElement } from '../app/element.ts'
import { go } from '../app/router.ts'
import { t } from '../i18n/texts.ts'
import '../reflection/carry-panel.ts'
import { aboutText } from '../reflection/capitals-choice.ts'
import { CardTable } from '../reflection/cards.ts'
import { Desk } from '../reflection/desk.ts'
import { deskLine } from '../reflection/desk-line.ts'
import { factPanel } from '../reflection/facts.ts'
import { OwnAgreements } from '../reflection/own-agreements.ts'
import { peopleHere } from '../reflection/people-here.ts'
import { questionThree, questionTwo } from '../reflection/question-cards.ts'
import '../reflection/question-five.ts'
import { questionFour } from '../reflection/question-four.ts'
import { questionOne } from '../reflection/question-one.ts'
import '../reflection/reflection-texts.ts'
import '../reflection/save-status.ts'
import { roleIn } from '../app/access.ts'
import {
  QUESTION_NUMBERS,
  type QuestionNumber,
  questionOf,
  questionTexts,
  stepList,
  stepState,
} from '../reflection/steps.ts'
import { mayRunRounds } from './round-words.ts'

/** One question of a reflection: the figures beside it, the group's cards, and what is taken along. */
@customElement('mv-reflection-question-page')
export class ReflectionQuestionPage extends MvElement {
  @property() org = ''
  @property() reflection = ''
  @property() question = ''
  /** Parts that came along because somebody needs them: agreements, and what a room needs. */
  @state() private parts: ReadonlySet<string> = new Set()
  /** At which questions what a facilitator does with a room is open. */
  readonly #rooms = new Map<QuestionNumber, boolean>()
  readonly #desk: Desk = new Desk(this, () => {
    return { org: this.org, reflection: this.reflection, question: this.#number ?? null }
  })
  readonly #table = new CardTable(this.#desk)
  readonly #agreements = new OwnAgreements(this, () => ({ org: this.org, reflection: this.reflection }))

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.#number === undefined) go(this.#base, 'replace')
  }

  protected override render(): TemplateResult {
    return this.#desk.render((reflection) => {
      const { guide } = this.#desk
      const number = this.#number
      return guide && number ? this.#page(reflection, guide, number) : html``
    })
  }

  get #number(): QuestionNumber | undefined {
    return questionOf(this.question)
  }

  get #base(): string {
    return `/o/${this.org}/reflections/${this.reflection}`
  }

  #page(reflection: Reflection, guide: GuideTexts, number: QuestionNumber): TemplateResult {
    const { names, turn } = this.#desk
    const { title, prompt } = questionTexts(guide, number)
    return html`<article class="reflection">
      <p class="reflection-where"><a href=${this.#base}>${reflection.title}</a> <span class="muted">${aboutText(this.#desk, reflection)}</span></p>
      ${stepList(reflection, guide, this.#base, number, this.#agreements.all)}
      <h1>${title}</h1>
      ${peopleHere(reflection)} ${this.#closed(reflection)}
      <div class="reflection-status"><mv-save-status></mv-save-status>${deskLine(this.#desk)}</div>
      ${this.#room(reflection, number)}
      <div class="reflection-columns">
        <div class="reflection-centre">
          <p class="prompt">${prompt}</p>
          ${help(guide, number)} ${this.#answers(reflection, number)} ${this.#onwards(reflection, number)}
        </div>
        ${names ? factPanel(reflection, number, this.org, names) : nothing}
        <mv-carry-panel class="carry-column" .desk=${this.#desk} .table=${this.#table} .question=${number} .turn=${turn}></mv-carry-panel>
      </div>
    </article>`
  }

  #closed({ state, canWrite }: Reflection): TemplateResult | typeof nothing {
    if (state === 'closed')
      return html`<p class="notice">${t('reflection-closed')} <a href=${this.#base}>${t('reflection-closed-open')}</a></p>`
    return canWrite ? nothing : html`<p class="notice">${t('reflection-reading-only')}</p>`
  }

  #room(reflection: Reflection, number: QuestionNumber): TemplateResult | typeof nothing {
    if (reflection.workshopId === null || !reflection.canWrite || !mayRunRounds(roleIn(this.org))) return nothing
    const isOpen = this.#isRoomOpen(reflection, number)
    const isHere = isOpen && this.#has('room', () => import('../reflection-room/room-controls.ts'))
    const onToggle = (event: Event) => {
      if (!(event.target instanceof HTMLDetailsElement) || event.target.open === isOpen) return
      this.#rooms.set(number, event.target.open)
      this.requestUpdate()
    }
    return html`<details class="fold room-fold screen-only" ?open=${isOpen} @toggle=${onToggle}>
      <summary>${t('reflection-in-room')}</summary>
      ${isHere ? html`<mv-room-controls .reflection=${reflection} .instrument=${this.#desk.instrument} .question=${number} .org=${this.org}></mv-room-controls>` : nothing}
    </details>`
  }

  /**
   * By itself it is open when a room worked on the question as the page came there, and then it stays as it is: nothing
   * opens above somebody who types, and nothing closes under somebody who counts dots.
   */
  #isRoomOpen({ rooms }: Reflection, number: QuestionNumber): boolean {
    const phase = rooms[number]?.phase
    const isOpen = this.#rooms.get(number) ?? (phase !== undefined && phase !== 'voted')
    this.#rooms.set(number, isOpen)
    return isOpen
  }

  #answers(reflection: Reflection, number: QuestionNumber): TemplateResult {
    const [desk, table] = [this.#desk, this.#table]
    switch (number) {
      case 1:
        return questionOne(desk, table, reflection)
      case 2:
        return questionTwo(desk, table)
      case 3:
        return questionThree(desk, table, reflection)
      case 4:
        return questionFour(desk, table)
      case 5:
        return html`<mv-question-five .desk=${desk} .table=${table} .turn=${desk.turn}></mv-question-five>`
      case 6:
        return html`<h2>${t('reflection-six-heading')}</h2>
          ${this.#has('six', () => import('../interventions/question-six.ts')) ? html`<mv-question-six .reflection=${reflection} .guide=${desk.guideView} .org=${this.org}></mv-question-six>` : nothing}`
      case 7:
        return html`<h2>${t('reflection-seven-heading')}</h2>
          ${this.#has('seven', () => import('../interventions/question-seven.ts')) ? html`<mv-question-seven .reflection=${reflection} .guide=${desk.guideView} .instrument=${desk.instrument} .org=${this.org}></mv-question-seven>` : nothing}`
    }
  }

  /** Whether the code of a part is there; when it is not, it is fetched, and the page renders again. */
  #has(part: string, load: () => Promise<unknown>): boolean {
    if (this.parts.has(part)) return true
    // Without a connection the page stays as it is; the next reading tries again.
    load().then(
      () => (this.parts = new Set([...this.parts, part])),
      () => undefined,
    )
    return false
  }

  #onwards(reflection: Reflection, number: QuestionNumber): TemplateResult {
    const [previous, next] = [
      QUESTION_NUMBERS.find((one) => one === number - 1),
      QUESTION_NUMBERS.find((one) => one === number + 1),
    ]
    return html`<nav class="onwards screen-only" aria-label=${t('reflection-onwards')}>
      <a class="button" href=${previous ? `${this.#base}/q/${previous}` : this.#base}>${t(previous ? 'reflection-previous' : 'reflection-to-overview')}</a>
      ${reflection.canWrite && stepState(reflection, number, this.#agreements.all) !== 'answered' ? this.#skip(reflection, number, next) : nothing}
      <a class="button primary" href=${next ? `${this.#base}/q/${next}` : this.#base}>${t(next ? 'reflection-next' : 'reflection-to-overview')}</a>
    </nav>`
  }

  #skip({ skipped }: Reflection, number: QuestionNumber, next: QuestionNumber | undefined): TemplateResult {
    const skip = async () => {
      const isDone = await this.#desk.change({ skipped: [...new Set([...skipped, number])] })
      if (isDone) go(next ? `${this.#base}/q/${next}` : this.#base)
    }
    return html`<button type="button" class="quiet" @click=${skip}>${t('reflection-skip')}</button>`
  }
}

/** Why it is asked, and what others write: there for who wants it, out of the way of who does not. */
function help(guide: GuideTexts, number: QuestionNumber): TemplateResult {
  const { why, examples } = questionTexts(guide, number)
  return html`<div class="question-help screen-only">
    <details class="fold">
      <summary>${t('reflection-why')}</summary>
      <p>${why}</p>
    </details>
    <details class="fold">
      <summary>${t('reflection-examples')}</summary>
      <ul>
        ${examples.map((example) => html`<li>${example}</li>`)}
      </ul>
    </details>
  </div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-reflection-question-page': ReflectionQuestionPage
  }
}
