import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Explanation } from '../../server/contract/results.ts'
import { ApiError, call } from '../api.ts'
import { problemText } from '../components/states.ts'
import { hasText, t } from '../i18n/texts.ts'
import { binsOf } from './bins.ts'
import type { ExplainEvent } from './explaining.ts'
import { isBetweenPoles, sideWords, stepsOf } from './lines.ts'
import './lines-texts.ts'
import { absenceOf, codesOf, countsWhileHidden, reasonAt, whyLeftOut } from './missing.ts'
import { ResultsPart } from './part.ts'
import { pathInWords } from './paths.ts'
import { NOTHING, percent } from './sentences.ts'
import { inSentence } from './words.ts'

const SHARES = ['coverage', 'unknown-share']

/**
 * How numbers of the release were made: formula, what went in, what was left out and where the formula comes from.
 * It fetches only what is asked for, and keeps it while the page is open.
 */
@customElement('mv-explanation-dialog')
export class ExplanationDialog extends ResultsPart {
  @state() private subject = ''
  @state() private explanations: readonly Explanation[] | undefined
  @state() private error: ApiError | undefined
  @state() private isReading = false
  #paths: readonly string[] = []
  readonly #known = new Map<string, Promise<Explanation>>()

  /** Opens the dialog for a question; focus returns to where it was asked when the dialog closes. */
  show(asked: ExplainEvent): void {
    this.subject = asked.subject
    this.#paths = asked.paths
    this.querySelector('dialog')?.showModal()
    void this.#read()
  }

  protected override render(): TemplateResult {
    return html`<dialog class="explanation" aria-labelledby="explanation-title">
      <div class="explanation-head">
        <h2 id="explanation-title">${t('explain-title', { subject: this.subject })}</h2>
        <button type="button" class="quiet" @click=${this.#close}>${t('explain-close')}</button>
      </div>
      <div aria-busy=${this.isReading}>${this.#body()}</div>
    </dialog>`
  }

  #body(): TemplateResult | readonly TemplateResult[] {
    if (this.error) {
      return html`<p role="alert">${problemText(this.error)}</p>
        <button type="button" @click=${() => void this.#read()}>${t('explain-retry')}</button>`
    }
    if (this.isReading) return html`<p role="status">${t('explain-busy')}</p>`
    return (this.explanations ?? []).map((explanation) => this.#explanation(explanation))
  }

  #explanation(explanation: Explanation): TemplateResult {
    const formula = this.#isPlace(explanation) ? 'lines-formula' : `explain-formula-${explanation.formula}`
    const inputs = explanation.inputs.filter(({ what }) => !what.endsWith('/n'))
    const n = explanation.inputs.find(({ what }) => what.endsWith('/n'))?.value
    return html`<section>
      <h3>${this.#place(explanation.what)}: ${this.#value(explanation)}</h3>
      <p>${hasText(formula) ? t(formula) : explanation.formula}</p>
      ${n == null ? nothing : html`<p>${t('explain-n', { n })}</p>`}
      ${inputs.length === 0 ? nothing : this.#inputs(inputs, explanation.formula)}
      ${explanation.leftOut.length === 0 ? nothing : this.#leftOut(explanation)}
      <p class="note">${this.#source(explanation.source)}</p>
    </section>`
  }

  #inputs(inputs: Explanation['inputs'], formula: string): TemplateResult {
    return html`<table class="inputs">
      <caption>${t(formula === 'item' ? 'explain-counts' : 'explain-inputs')}</caption>
      <tbody>
        ${inputs.map(
          ({ what, value }) => html`<tr>
            <th scope="row">${this.#input(what)}</th>
            <td class="number">${value === null ? this.#absent(what) : this.words.number(value)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  #leftOut(explanation: Explanation): TemplateResult {
    return html`<p>${t('explain-left-out')}</p>
      <ul>
        ${explanation.leftOut.map((entry) => {
          const why = t(`results-why-${whyLeftOut(this.results, entry)}`, { threshold: this.results.threshold })
          return html`<li>${t('explain-left-out-one', { what: this.#place(entry.what), why })}</li>`
        })}
      </ul>`
  }

  /** Counts of an item go in by step, or in three bins: both are said as the page says them. */
  #input(what: string): string {
    const [kind, itemId, horizon, part, bin] = what.split('/')
    const item = this.results.items.find((candidate) => candidate.itemId === itemId && candidate.horizon === horizon)
    if (kind !== 'items' || part !== 'step' || item === undefined) return this.#place(what)
    const said = binsOf(this.instrument, item, this.names, this.words)[Number(bin) - 1]
    return said === undefined
      ? this.#place(what)
      : said.short === said.name
        ? said.name
        : `${said.short}: ${inSentence(said.name)}`
  }

  #place(what: string): string {
    return pathInWords(what, this.instrument, this.names, this.words)
  }

  /** What is said in place of a number that is not there. */
  #absent(what: string): string {
    if (countsWhileHidden(this.results, what)) return t('results-hidden-counts')
    const place = codesOf(what).filter((code) => code !== 'gap')
    return t(absenceOf(reasonAt(this.results.suppressed, place)) === 'hidden' ? 'results-hidden' : 'results-no-score')
  }

  /** Of an item between two poles it is told where people stand; its score is only how that is kept. */
  #isPlace({ formula }: Explanation): boolean {
    return formula === 'item' && isBetweenPoles(this.instrument)
  }

  #value(explanation: Explanation): string {
    const { what, value, formula } = explanation
    if (value === null) return this.#absent(what)
    if (typeof value === 'number' && this.#isPlace(explanation))
      return sideWords(stepsOf(value, 50, this.instrument) ?? 0, 'lines-place', this.words)
    if (typeof value === 'boolean') return t(value ? 'results-gate-out' : 'results-gate-in')
    if (typeof value === 'string') return value
    if (typeof value !== 'number')
      return value.length === 0 ? NOTHING : this.words.list(value.map(this.names.dimension))
    if (SHARES.includes(formula)) return percent(value, this.words)
    return this.words.number(value, Number.isInteger(value) && formula !== 'balance' ? 0 : 2)
  }

  #source(source: string): TemplateResult {
    if (!source.startsWith('Meervoud')) return html`${t('explain-source', { source })}`
    return html`${t('explain-source-own')} <a href="/method">${t('explain-source-method')}</a>`
  }

  async #read(): Promise<void> {
    const paths = this.#paths
    this.explanations = undefined
    this.error = undefined
    this.isReading = true
    try {
      const explanations = await Promise.all(paths.map((path) => this.#fetch(path)))
      if (paths === this.#paths) this.explanations = explanations
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (paths === this.#paths) this.error = error
    }
    if (paths === this.#paths) this.isReading = false
  }

  #fetch(path: string): Promise<Explanation> {
    const address = `/api/explain/${this.results.release.id}/${path}`
    const known = this.#known.get(address)
    if (known) return known
    const fetched = call<Explanation>('GET', address)
    this.#known.set(address, fetched)
    fetched.catch(() => this.#known.delete(address))
    return fetched
  }

  readonly #close = () => this.querySelector('dialog')?.close()
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-explanation-dialog': ExplanationDialog
  }
}
