import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Results } from '../../server/contract/results.ts'
import { t } from '../i18n/texts.ts'
import { scrollingTable } from './blocks.ts'
import { absenceOf, horizonsIn, reasonAt } from './missing.ts'
import { ResultsPart } from './part.ts'
import { groupName } from './paths.ts'

type Group = Results['groups'][string]

/** The scores of each stakeholder group side by side, in the round's order: a comparison, not a ranking. */
@customElement('mv-results-groups')
export class ResultsGroups extends ResultsPart {
  protected override render(): TemplateResult {
    const groups = Object.entries(this.results.groups)
    if (groups.length === 0) return html``
    const shown = groups.filter(([, group]) => hasScore(group)).length
    return html`<section class="chart-section" aria-labelledby="groups">
      <h2 id="groups" tabindex="-1">${t('results-groups-title')}</h2>
      <p class="chart-headline">${t('results-groups-sentence', { n: groups.length, shown, threshold: this.results.threshold })}</p>
      ${horizonsIn(this.results, this.instrument.horizons).map((horizon) => this.#table(horizon, groups))}
    </section>`
  }

  #table(horizon: string, groups: readonly (readonly [string, Group])[]): TemplateResult {
    const { dimensions } = this.instrument
    const head = html`<tr>
      <th scope="col">${t('results-group')}</th>
      <th scope="col" class="number">${t('results-n')}</th>
      ${dimensions.map((code) => html`<th scope="col" class="number">${this.names.dimension(code)}</th>`)}
    </tr>`
    const rows = groups.map(
      ([code, group]) => html`<tr>
        <th scope="row">${groupName(code, this.words)}</th>
        <td class="number">${this.words.number(group.n)}</td>
        ${this.#scores(code, group, horizon)}
      </tr>`,
    )
    const name = this.names.horizon(horizon)
    return html`<div class="chart-block">${scrollingTable(`groups-${horizon}-table`, t('results-groups-caption', { horizon: name }), head, html`${rows}`)}</div>`
  }

  #scores(code: string, group: Group, horizon: string): TemplateResult | readonly TemplateResult[] {
    const { dimensions } = this.instrument
    const inOne = (text: string) => html`<td colspan=${dimensions.length}><span class="absent">${text}</span></td>`
    if (group.horizons === null) return inOne(this.#whyHidden(code))
    const isHidden = (dimension: string) =>
      (group.horizons?.[horizon]?.dimensions[dimension]?.score ?? null) === null &&
      absenceOf(reasonAt(this.results.suppressed, ['groups', code, horizon, dimension])) === 'hidden'
    if (dimensions.every(isHidden)) return inOne(t('results-hidden'))
    return dimensions.map((dimension) => this.#score(code, group, horizon, dimension))
  }

  #score(group: string, { horizons }: Group, horizon: string, dimension: string): TemplateResult {
    const score = horizons?.[horizon]?.dimensions[dimension]?.score ?? null
    if (score !== null) return html`<td class="number">${this.words.number(score)}</td>`
    const reason = reasonAt(this.results.suppressed, ['groups', group, horizon, dimension])
    return html`<td class="number"><span class="absent">${t(absenceOf(reason) === 'hidden' ? 'results-hidden' : 'results-no-score')}</span></td>`
  }

  #whyHidden(group: string): string {
    const reason = reasonAt(this.results.suppressed, ['groups', group])
    return t('results-groups-hidden', {
      why: t(`results-why-${reason ?? 'no-score'}`, { threshold: this.results.threshold }),
    })
  }
}

/** Whether a group has at least one score on any horizon. */
function hasScore({ horizons }: Group): boolean {
  return Object.values(horizons ?? {}).some(({ dimensions }) =>
    Object.values(dimensions).some(({ score }) => score !== null),
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-results-groups': ResultsGroups
  }
}
