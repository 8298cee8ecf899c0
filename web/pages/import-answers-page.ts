import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type {
  AnswersImported,
  AnswersInput,
  AnswersMapping,
  AnswersPreview,
  ColumnUse,
} from '../../server/contract/imports.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { faultSummary, radioField, selectField } from '../components/fields.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { answersPreview, blocked } from '../import/answers-preview.ts'
import { base64Of, fileField } from '../import/file-field.ts'
import '../import/import-texts.ts'
import { readNewest } from '../new-round/newest-instruments.ts'
import '../styles/import-data.css'
import { importRefused } from './import-page.ts'
import { quarterOf } from './new-round-plan.ts'
import { mayRunRounds, periodText } from './round-words.ts'

interface Page {
  readonly organisation: Organisation
  readonly instruments: readonly InstrumentView[]
}

const NO_MAPPING: AnswersMapping = { columns: [], values: [], groups: [] }
const YEARS_BACK = 5

/** Answers from a file of another program: choose it, look at what each column and word means, import it. */
@customElement('mv-import-answers-page')
export class ImportAnswersPage extends MvElement {
  @property() org = ''
  @state() private instrument: InstrumentView | undefined
  @state() private horizon = ''
  @state() private mode: AnswersInput['mode'] = 'anonymous'
  @state() private period = quarterOf(new Date())
  @state() private file: { readonly name: string; readonly content: string } | undefined
  @state() private mapping = NO_MAPPING
  @state() private preview: AnswersPreview | undefined
  @state() private choosing = -1
  @state() private doing: 'reading' | 'importing' | undefined
  @state() private done: AnswersImported | undefined
  #title = ''
  #turn = 0
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'import-answers')

  protected override render() {
    return this.#page.render(({ organisation, instruments }) => {
      if (!mayRunRounds(organisation.role)) return importRefused(this.org, t('import-answers-title'))
      return html`<div class="narrow import-page">
        ${faultSummary(this.#form)} ${this.done === undefined ? this.#choosing(instruments) : this.#imported(this.done)}
      </div>`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, offered] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      readNewest(this.org, signal),
    ])
    learnName(organisation.id, organisation.name)
    const instruments = offered.map(({ view }) => view)
    this.#take(instruments[0])
    return { organisation, instruments }
  }

  #take(instrument: InstrumentView | undefined): void {
    this.instrument = instrument
    this.horizon = instrument?.horizons[0] ?? ''
    this.mapping = NO_MAPPING
  }

  #choosing(instruments: readonly InstrumentView[]): TemplateResult {
    const { instrument, preview, doing } = this
    const again = (change: () => void) => {
      change()
      void this.#look()
    }
    return html`<h1>${t('import-answers-title')}</h1>
      <p class="lead">${t('import-answers-lead')}</p>
      ${selectField(this.#form, {
        name: 'instrument',
        label: t('import-answers-instrument'),
        options: instruments.map((known) => ({
          value: keyOf(known),
          label: `${known.title[locale()]} ${known.version}`,
        })),
        chosen: instrument === undefined ? [] : [keyOf(instrument)],
        onChoose: (key) => again(() => this.#take(instruments.find((known) => keyOf(known) === key))),
      })}
      ${selectField(this.#form, {
        name: 'period',
        label: t('import-answers-period'),
        options: periodsBefore(new Date()).map((period) => ({ value: period, label: periodText(period) })),
        chosen: [this.period],
        onChoose: (period) => again(() => (this.period = period)),
      })}
      ${
        instrument !== undefined && instrument.horizons.length > 1
          ? radioField(this.#form, {
              name: 'horizon',
              label: t('import-answers-horizon'),
              options: instrument.horizons.map((id) => ({
                value: id,
                label: instrument.names[locale()].horizons[id]?.name ?? id,
              })),
              chosen: [this.horizon],
              onChoose: (horizon) => again(() => (this.horizon = horizon)),
            })
          : nothing
      }
      ${radioField(this.#form, {
        name: 'mode',
        label: t('import-answers-mode'),
        options: [
          { value: 'anonymous', label: t('import-answers-anonymous'), hint: t('import-answers-anonymous-hint') },
          { value: 'open', label: t('import-answers-open'), hint: t('import-answers-open-hint') },
        ],
        chosen: [this.mode],
        onChoose: (mode) => again(() => (this.mode = mode === 'open' ? 'open' : 'anonymous')),
      })}
      ${fileField({
        id: 'import-file',
        label: t('import-answers-file'),
        chosen: preview === undefined ? '' : (this.file?.name ?? ''),
        accept: '.csv,.txt,.tsv,text/csv',
        onFile: (file) => void this.#open(file),
      })}
      <p role="status">${doing === undefined ? '' : t(`import-${doing}`)}</p>
      ${preview === undefined || instrument === undefined ? nothing : this.#seen(preview, instrument)}`
  }

  #seen(preview: AnswersPreview, instrument: InstrumentView): TemplateResult {
    const part = {
      instrument,
      isOpen: this.mode === 'open',
      choosing: this.choosing,
      onChoosing: (place: number) => void this.#startChoosing(place),
      onUse: this.#use,
      onMeaning: this.#mean,
      onGroup: this.#belong,
    }
    return html`<div id="import-preview" tabindex="-1">
      ${answersPreview(preview, part)} ${preview.faults.length === 0 ? this.#submit() : blocked(preview)}
    </div>`
  }

  #submit(): TemplateResult {
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#title = target.value
    }
    return html`<div class="field">
        <label for="import-name">${t('import-answers-name')}</label>
        <p class="hint" id="import-name-hint">${t('import-answers-name-hint')}</p>
        <input id="import-name" type="text" maxlength="160" autocomplete="off" aria-describedby="import-name-hint" .value=${this.#title} @input=${onInput} />
      </div>
      <p class="actions">
        <button type="button" class="primary" @click=${this.#import}>${t('import-answers-submit')}</button>
      </p>`
  }

  #imported({ rounds, respondents, answers }: AnswersImported): TemplateResult {
    return html`<h1 id="import-done" tabindex="-1">${t('import-answers-done')}</h1>
      <p class="lead">${t('import-answers-done-about', { n: respondents, answers })}</p>
      <ul class="rows">
        ${rounds.map(
          ({ id, title }) => html`<li>
            <a class="row-main" href="/o/${this.org}/r/${id}/results">${t('import-answers-done-round', { title })}</a>
          </li>`,
        )}
      </ul>
      <p class="actions"><button type="button" @click=${this.#another}>${t('import-answers-done-another')}</button></p>`
  }

  readonly #use = (place: number, use: ColumnUse) => {
    const columns = [...this.mapping.columns.filter((column) => column.place !== place), { place, use }]
    this.mapping = { ...this.mapping, columns }
    this.choosing = -1
    void this.#look(`#import-change-${place}`)
  }

  readonly #mean = (text: string, means: AnswersMapping['values'][number]['means']) => {
    const values = [...this.mapping.values.filter((value) => value.text !== text), { text, means }]
    this.mapping = { ...this.mapping, values }
    void this.#look()
  }

  readonly #belong = (text: string, means: AnswersMapping['groups'][number]['means']) => {
    const groups = [...this.mapping.groups.filter((group) => group.text !== text), { text, means }]
    this.mapping = { ...this.mapping, groups }
    void this.#look()
  }

  async #startChoosing(place: number): Promise<void> {
    this.choosing = place
    await this.updateComplete
    this.querySelector<HTMLElement>(`#import-use-${place}`)?.focus()
  }

  async #open(file: File): Promise<void> {
    this.file = undefined
    this.preview = undefined
    this.mapping = NO_MAPPING
    this.choosing = -1
    await this.#form.run(async () => {
      this.file = { name: file.name, content: await base64Of(file) }
    })
    await this.#look('#import-preview')
  }

  /** Reads the file as it is to be read now; the focus goes along where what had it is gone. */
  async #look(focus?: string): Promise<void> {
    const input = this.#input()
    if (input === undefined) return
    this.#turn += 1
    const turn = this.#turn
    this.doing = 'reading'
    await this.#form.run(async () => {
      const preview = await call<AnswersPreview>('POST', `${this.#path}/preview`, input)
      // Something else was chosen while this was under way.
      if (turn === this.#turn) this.preview = preview
    })
    if (turn !== this.#turn) return
    this.doing = undefined
    await this.updateComplete
    if (focus !== undefined) this.querySelector<HTMLElement>(focus)?.focus()
  }

  readonly #import = async (): Promise<void> => {
    const input = this.#input()
    if (input === undefined || this.#form.isBusy) return
    this.doing = 'importing'
    await this.#form.run(async () => {
      this.done = await call<AnswersImported>('POST', this.#path, input)
    })
    this.doing = undefined
    await this.updateComplete
    this.querySelector<HTMLElement>('#import-done')?.focus()
  }

  readonly #another = () => {
    this.file = undefined
    this.preview = undefined
    this.mapping = NO_MAPPING
    this.#title = ''
    this.done = undefined
  }

  #input(): AnswersInput | undefined {
    const { instrument, file, mode, period, horizon, mapping } = this
    if (instrument === undefined || file === undefined) return undefined
    const { id, version } = instrument
    const fileName = file.name.slice(0, 120)
    return {
      fileName,
      content: file.content,
      instrument: { id, version },
      mode,
      period,
      horizon,
      title: this.#title.trim(),
      mapping,
    }
  }

  get #path(): string {
    return `/api/organisations/${this.org}/imports/answers`
  }
}

function keyOf({ id, version }: InstrumentView): string {
  return `${id}@${version}`
}

/** Quarters and years that answers may be about, the latest first. */
function periodsBefore(day: Date): string[] {
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => day.getFullYear() - back)
  const now = quarterOf(day)
  const quarters = years.flatMap((year) => [4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`))
  return [...quarters.filter((quarter) => quarter <= now), ...years.map(String)]
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-import-answers-page': ImportAnswersPage
  }
}
