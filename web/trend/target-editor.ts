import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Target, TargetInput } from '../../server/contract/targets.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { faultSummary, formActions, selectField, textField } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import { today } from '../planning/plan-days.ts'
import { pageWords } from '../results/page-words.ts'
import { quarterText } from './quarter-text.ts'
import { quartersAhead } from './target-quarters.ts'

const LONGEST_REASON = 200

/** Whose target is edited: a dimension with its name and newest score, and what is aimed at now. */
interface Subject {
  readonly dimension: string
  readonly name: string
  /** As it is printed; undefined when there is none. */
  readonly score: string | undefined
  readonly target: Target | undefined
}

/** Targets changed: `said` is what to tell the reader. */
export class TargetsChangedEvent extends Event {
  readonly said: string

  constructor(said: string) {
    super('mv-targets-changed', { bubbles: true })
    this.said = said
  }
}

/** The dialog in which a target is set, changed and taken away. Sends `mv-targets-changed`. */
@customElement('mv-target-editor')
export class TargetEditor extends MvElement {
  @property() org = ''
  /** Id and version of the instrument that the newest round used. */
  @property({ attribute: false }) instrument: { readonly id: string; readonly version: string } | undefined
  @state() private subject: Subject | undefined
  /** What somebody else made of it meanwhile; undefined: nobody did. */
  @state() private theirs: Target | 'gone' | undefined
  /** A dialog that opens again is a new form. */
  @state() private opened = 0
  #revision = 0
  readonly #modal = new Modal('target')
  readonly #form = new Form(this, 'target', [
    { field: 'score', fault: 'trend-target-fault-score', holds: isScore },
    {
      field: 'reason',
      fault: 'trend-target-fault-why',
      holds: (value) => value.trim().length <= LONGEST_REASON,
    },
  ])

  /** Opens the dialog for a dimension. */
  open(subject: Subject): void {
    this.subject = subject
    this.theirs = undefined
    this.#revision = subject.target?.revision ?? 0
    this.opened += 1
    this.#form.clear()
    void this.updateComplete.then(() => this.#modal.open())
  }

  protected override render(): TemplateResult {
    const { subject } = this
    const title = subject === undefined ? '' : t('trend-target-title', { name: subject.name })
    return this.#modal.render(title, subject === undefined ? nothing : keyed(this.opened, this.#view(subject)))
  }

  #view({ score, target }: Subject): TemplateResult {
    const form = this.#form
    const quarters = quartersAhead(today(), target?.duePeriod)
    return html`<form novalidate @submit=${form.onSubmit((values) => this.#save(values))}>
      ${faultSummary(form)} ${this.#meanwhile()}
      <p>${t('trend-target-note')}</p>
      ${textField(form, {
        name: 'score',
        label: t('trend-target-score'),
        hint: score === undefined ? t('trend-target-score-hint') : t('trend-target-score-now', { score }),
        value: target === undefined ? '' : String(target.score),
        inputmode: 'numeric',
        size: 'short',
      })}
      ${selectField(form, {
        name: 'duePeriod',
        label: t('trend-target-by'),
        options: quarters.map((value) => ({ value, label: periodText(value) })),
        chosen: [target?.duePeriod ?? quarters[4] ?? ''],
      })}
      ${textField(form, {
        name: 'reason',
        label: t('trend-target-why'),
        hint: t('trend-target-why-hint'),
        value: target?.reason ?? '',
      })}
      ${formActions(
        form,
        html`<button class="primary">${t('frame-save')}</button>
          <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>
          ${target === undefined || this.theirs === 'gone' ? nothing : html`<button type="button" class="quiet" @click=${() => form.run(() => this.#remove())}>${t('trend-target-remove')}</button>`}`,
      )}
    </form>`
  }

  #meanwhile(): TemplateResult | typeof nothing {
    const { theirs } = this
    if (theirs === undefined) return nothing
    const said =
      theirs === 'gone'
        ? t('trend-target-gone')
        : t('trend-target-meanwhile', { target: theirs.score, by: quarterText(theirs.duePeriod, pageWords()) })
    return html`<p class="notice" role="alert">${said}</p>`
  }

  async #save(values: FormData): Promise<void> {
    const input: TargetInput = {
      score: Number(textOf(values, 'score')),
      duePeriod: textOf(values, 'duePeriod'),
      reason: textOf(values, 'reason'),
      version: this.instrument?.version ?? '',
      revision: this.#revision,
    }
    await this.#unlessMeanwhile(() => call<Target>('PUT', this.#path, input), t('trend-target-saved'))
  }

  async #remove(): Promise<void> {
    const path = `${this.#path}?revision=${this.#revision}`
    await this.#unlessMeanwhile(() => call<void>('DELETE', path), t('trend-target-removed'))
  }

  get #path(): string {
    return `/api/organisations/${this.org}/targets/${this.instrument?.id}/${this.subject?.dimension}`
  }

  /** When somebody else was first, the form keeps what was filled in and stands on their version from then on. */
  async #unlessMeanwhile(act: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await act()
    } catch (error) {
      const isMeanwhile = error instanceof ApiError && ['edited-meanwhile', 'not-found'].includes(error.code)
      if (!isMeanwhile) throw error
      const path = `/api/organisations/${this.org}/targets?instrument=${this.instrument?.id}`
      const { items } = await call<{ items: Target[] }>('GET', path)
      const theirs = items.find(({ dimension }) => dimension === this.subject?.dimension)
      this.#revision = theirs?.revision ?? 0
      this.theirs = theirs ?? 'gone'
      return
    }
    this.#modal.close()
    this.dispatchEvent(new TargetsChangedEvent(said))
  }
}

function isScore(value: string): boolean {
  return /^\d{1,3}$/.test(value.trim()) && Number(value) <= 100
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-target-editor': TargetEditor
  }
  interface HTMLElementEventMap {
    'mv-targets-changed': TargetsChangedEvent
  }
}
