import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsentEntry, ContributionView } from '../../server/contract/participations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { eventTime } from '../audit/event-words.ts'
import { faultSummary } from '../components/fields.ts'
import { saveCsv } from '../components/save-csv.ts'
import { emptyState } from '../components/states.ts'
import { hasText, t, textIn } from '../i18n/texts.ts'
import { perspectiveText, readParts } from './company-names.ts'

/** Everything that a company consented to or withdrew in a programme, to read and to keep. */
@customElement('mv-company-ledger')
export class CompanyLedger extends MvElement {
  @property() org = ''
  @property() programme = ''
  /** What the programme is called, for the names of files. */
  @property() name = ''
  /** Whether the reader may take the shared figures along: an owner of a company that takes part. */
  @property({ type: Boolean }) hasFigures = false
  readonly #entries = new Reading<readonly ConsentEntry[]>(this, async (signal) => {
    const path = `${this.#path}/consents`
    return (await call<{ items: ConsentEntry[] }>('GET', path, undefined, { signal })).items
  })
  readonly #download = new Form(this, 'ledger-figures')

  /** Reads it again, after something was decided. */
  refresh(): Promise<void> {
    return this.#entries.refresh()
  }

  get #path(): string {
    return `/api/organisations/${this.org}/participations/${this.programme}`
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="ledger-heading">
      <h2 id="ledger-heading">${t('programme-company-ledger-title')}</h2>
      <p>${t('programme-company-ledger-intro')}</p>
      ${this.#entries.render((entries) => this.#list(entries), 'part')}
    </section>`
  }

  #list(entries: readonly ConsentEntry[]): TemplateResult {
    if (entries.length === 0) return emptyState(t('programme-company-ledger-empty'))
    return html`<ol class="rows consent-ledger" reversed>
        ${entries.toReversed().map(
          (entry) => html`<li>
            <div>
              <p>${t(`programme-company-ledger-${entry.act}`, { who: whoOf(entry), purpose: purposeOf(entry) })}</p>
              <p class="muted">
                ${t('programme-company-ledger-statement', { version: entry.statement, language: languageOf(entry) })}
                <span lang=${entry.locale}>${sentenceOf(entry)}</span>
              </p>
            </div>
            <span class="row-side muted">${eventTime(entry.at)}</span>
          </li>`,
        )}
      </ol>
      ${faultSummary(this.#download)}
      <p class="actions screen-only">
        <button type="button" @click=${() => this.#saveEntries(entries)}>${t('programme-company-ledger-download')}</button>
        ${
          this.hasFigures
            ? html`<button type="button" @click=${() => this.#download.run(() => this.#saveFigures())}>${t('programme-company-given-download')}</button>`
            : nothing
        }
      </p>`
  }

  #saveEntries(entries: readonly ConsentEntry[]): void {
    const columns = ['number', 'at', 'who', 'act', 'purpose', 'version', 'language', 'sentence']
    saveCsv(`${t('programme-company-ledger-file')} ${this.name}`, [
      columns.map((column) => t(`programme-company-column-${column}`)),
      ...entries.map((entry) => [
        entry.number,
        entry.at,
        whoOf(entry),
        t(`programme-company-act-${entry.act}`),
        purposeOf(entry),
        entry.statement,
        languageOf(entry),
        sentenceOf(entry),
      ]),
    ])
  }

  async #saveFigures(): Promise<void> {
    const view = await call<ContributionView>('GET', `${this.#path}/contributions`)
    const names = (await readParts(view.instrument, new AbortController().signal)).names()
    const columns = ['period', 'horizon', 'value', 'perspective', 'score', 'shared']
    saveCsv(`${t('programme-company-given-file')} ${this.name}`, [
      columns.map((column) => t(`programme-company-column-${column}`)),
      ...view.periods.flatMap(({ period, scores, contributedAt }) =>
        Object.entries(scores).map(([cell, score]) => {
          const [horizon = '', dimension = '', perspective = ''] = cell.split('/')
          const at = [names.horizon(horizon), names.dimension(dimension), perspectiveText(names, perspective)]
          return [period, ...at, score, contributedAt]
        }),
      ),
    ])
  }
}

function whoOf({ by }: ConsentEntry): string {
  return by ?? t('programme-company-ledger-nobody')
}

function purposeOf({ purpose }: ConsentEntry): string {
  return t(`programme-company-purpose-${purpose}`)
}

function languageOf({ locale }: ConsentEntry): string {
  return t(`programme-company-language-${locale}`)
}

/** The sentence as it was read then, in the language of then. */
function sentenceOf({ statement, locale }: ConsentEntry): string {
  const id = `programme-company-statement-${statement}`
  return hasText(id) ? textIn(locale, id) : statement
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-ledger': CompanyLedger
  }
}
