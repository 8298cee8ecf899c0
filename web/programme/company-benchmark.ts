import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Benchmark, BenchmarkPeriod } from '../../server/contract/benchmarks.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { emptyState } from '../components/states.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { Names } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { benchmarkChart, benchmarkKey } from './company-benchmark-chart.ts'
import {
  type BenchmarkRow,
  besideMean,
  type GroupKind,
  groupText,
  isSmall,
  type Look,
  looksOf,
  nearest,
  rowsOf,
} from './company-benchmark-model.ts'
import { benchmarkTable } from './company-benchmark-table.ts'
import { type Parts, perspectiveText, readParts } from './company-names.ts'

const TABLE = 'benchmark-table'

interface Loaded {
  readonly benchmark: Benchmark
  readonly parts: Parts
}

/** A company beside at least five others, in what its programme published: a chart, a sentence and a table. */
@customElement('mv-company-benchmark')
export class CompanyBenchmark extends MvElement {
  @property() org = ''
  @property() programme = ''
  @state() private horizon = ''
  @state() private perspective = 'all'
  @state() private kind: GroupKind | undefined
  #period = ''
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="benchmark-heading">
      <h2 id="benchmark-heading">${t('programme-company-benchmark-title')}</h2>
      ${this.#loaded.render((loaded) => this.#shown(loaded), 'part')}
    </section>`
  }

  #shown({ benchmark: { periods, shown }, parts }: Loaded): TemplateResult {
    const period = periods.find((one) => one.period === shown)
    if (period === undefined) return emptyState(t('programme-company-benchmark-empty'))
    const choices = periods.map((one) => [one.period, periodText(one.period)] as const)
    return html`${choice('programme-company-benchmark-period', choices, period.period, (value) => {
      this.#period = value
      this.#again()
    })}
      <div role="status">${this.#loaded.isStale ? this.#notLoaded() : nothing}</div>
      <p>
        ${t('programme-company-benchmark-who', period.tookPart)}
        ${t('programme-company-benchmark-published', { day: formatDay(period.release.madeAt) })}
      </p>
      ${period.isIn ? this.#figures(period, parts.names()) : html`<p class="notice">${t('programme-company-benchmark-not-in')}</p>`}`
  }

  readonly #again = () => void this.#loaded.refresh()

  #notLoaded(): TemplateResult {
    return html`<p class="notice">
      ${t('programme-company-benchmark-stale')}
      <button type="button" class="small" @click=${this.#again}>${t('frame-wait-retry')}</button>
    </p>`
  }

  #figures(period: BenchmarkPeriod, names: Names): TemplateResult {
    const { horizons, perspectives, groups } = looksOf(period)
    const look: Look = {
      horizon: horizons.includes(this.horizon) ? this.horizon : (horizons[0] ?? ''),
      perspective: perspectives.includes(this.perspective) ? this.perspective : (perspectives[0] ?? ''),
      kind: this.kind ?? nearest(period),
    }
    const rows = rowsOf(period, look)
    const group = groups.find(({ kind }) => kind === look.kind)
    const beside = group === undefined ? '' : groupText(group)
    const label = `${t('programme-company-chart', { group: beside })}. ${headline(rows, names)}`
    const caption = t('programme-company-table-caption', {
      period: periodText(period.period),
      horizon: names.horizon(look.horizon),
      group: beside,
    })
    return html`${period.isNewest ? nothing : html`<p class="notice">${t('programme-company-benchmark-older')}</p>`}
      <div class="beside-looks">
        ${choice(
          'programme-company-benchmark-group',
          groups.map((one) => [one.kind, groupText(one)] as const),
          look.kind,
          (value) => {
            this.kind = groups.find(({ kind }) => kind === value)?.kind
          },
        )}
        ${choice(
          'programme-company-benchmark-horizon',
          horizons.map((code) => [code, names.horizon(code)] as const),
          look.horizon,
          (value) => {
            this.horizon = value
          },
        )}
        ${choice(
          'programme-company-benchmark-perspective',
          perspectives.map((code) => [code, perspectiveText(names, code)] as const),
          look.perspective,
          (value) => {
            this.perspective = value
          },
        )}
      </div>
      <p class="headline">${headline(rows, names)}</p>
      ${isSmall(rows) ? html`<p class="muted">${t('programme-company-small')}</p>` : nothing}
      ${benchmarkKey(rows.some((row) => row.group?.band != null))}
      ${benchmarkChart(rows, { names, label, describedBy: TABLE })}
      ${benchmarkTable(rows, { id: TABLE, caption, names })}`
  }

  async #read(signal: AbortSignal): Promise<Loaded> {
    const query = this.#period === '' ? '' : `?period=${this.#period}`
    const path = `/api/organisations/${this.org}/participations/${this.programme}/benchmark${query}`
    const benchmark = await call<Benchmark>('GET', path, undefined, { signal })
    return { benchmark, parts: await readParts(benchmark.instrument, signal) }
  }
}

/** In which capitals the company stands where beside the mean: it says where, and never what that is worth. */
function headline(rows: readonly BenchmarkRow[], names: Names): string {
  const said = (['higher', 'equal', 'lower'] as const).flatMap((where) => {
    const own = rows.filter((row) => besideMean(row) === where).map(({ dimension }) => names.dimension(dimension))
    return own.length === 0 ? [] : [t(`programme-company-${where}`, { names: pageWords().list(own) })]
  })
  return said.length === 0 ? t('programme-company-nothing') : said.join(' ')
}

/** A choice that is shown only where there is one. */
function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult | typeof nothing {
  if (options.length < 2) return nothing
  return html`<p class="beside-choice screen-only" role="group" aria-label=${t(label)}>
    <span class="muted">${t(label)}</span>
    ${options.map(
      ([value, text]) =>
        html`<button type="button" class="small" aria-pressed=${value === chosen} @click=${() => onChoose(value)}>${text}</button>`,
    )}
  </p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-benchmark': CompanyBenchmark
  }
}
