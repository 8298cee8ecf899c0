import { html, nothing, type TemplateResult } from 'lit'
import type { Experiment, Network } from '../../server/contract/networks.ts'
import { t } from '../i18n/texts.ts'
import { periodText } from '../pages/round-words.ts'
import type { ExperimentPart } from './experiment-form.ts'
import { dayText, partnerOf, today } from './network-words.ts'

/** Opens the form for one part of an experiment; undefined for who only looks. */
export type OpenExperiment = ((part: ExperimentPart, experiment: Experiment) => void) | undefined

/** The experiment of this quarter. */
export function experimentCard(experiment: Experiment, network: Network, open: OpenExperiment): TemplateResult {
  const { hypothesis, smallestTest, measure, startsOn, endsOn, outcome, learned } = experiment
  const isOver = outcome === null && endsOn < today()
  return html`<article class="experiment">
    <p class="muted experiment-state">${t('network-experiment-state', { period: periodText(experiment.period), state: stateText(experiment) })}</p>
    <h3>${hypothesis}</h3>
    <dl class="facts">
      ${fact('partner', partnerOf(network, experiment) ?? t('network-experiment-partner-none'))}
      ${fact('smallestTest', smallestTest)} ${fact('measure', measure)}
      ${fact('when', t('network-experiment-days', { from: dayText(startsOn), until: dayText(endsOn) }))}
      ${outcome === null ? nothing : fact('outcome', t(`network-outcome-${outcome}`))}
      ${learned === '' ? nothing : fact('learned', learned)}
    </dl>
    ${
      open
        ? html`<div class="actions">
            <button type="button" class=${isOver ? 'primary' : ''} @click=${() => open('outcome', experiment)}>${t(outcome === null ? 'network-experiment-finish' : 'network-experiment-finish-again')}</button>
            <button type="button" class="quiet" @click=${() => open('plan', experiment)}>${t('network-experiment-change')}</button>
          </div>`
        : nothing
    }
  </article>`
}

/** An experiment of another quarter in a few lines. */
export function shortCard(experiment: Experiment, network: Network, open: OpenExperiment): TemplateResult {
  const { period, hypothesis, outcome, learned } = experiment
  const about = { period: periodText(period) }
  return html`<li>
    <div>
      <p class="muted">${periodText(period)}, ${partnerOf(network, experiment) ?? t('network-experiment-no-partner')}</p>
      <p><strong>${hypothesis}</strong></p>
      <p>${outcome === null ? stateText(experiment) : t(`network-outcome-${outcome}`)}</p>
      ${learned === '' ? nothing : html`<p>${learned}</p>`}
    </div>
    ${
      open
        ? html`<div class="row-side">
            <button type="button" class="quiet" aria-label=${t(outcome === null ? 'network-experiment-finish-of' : 'network-experiment-finish-again-of', about)} @click=${() => open('outcome', experiment)}>${t(outcome === null ? 'network-experiment-finish' : 'network-experiment-finish-again')}</button>
            <button type="button" class="quiet" aria-label=${t('network-experiment-change-of', about)} @click=${() => open('plan', experiment)}>${t('network-experiment-change')}</button>
          </div>`
        : nothing
    }
  </li>`
}

function stateText({ startsOn, endsOn, outcome }: Experiment): string {
  const now = today()
  if (outcome !== null) return t('network-experiment-done')
  if (now < startsOn) return t('network-experiment-starts', { day: dayText(startsOn) })
  if (now > endsOn) return t('network-experiment-over')
  return t('network-experiment-runs', { day: dayText(endsOn) })
}

function fact(name: string, text: string): TemplateResult {
  return html`<div>
    <dt>${t(`network-experiment-${name}`)}</dt>
    <dd>${text === '' ? html`<em class="muted">${t('network-experiment-not-yet')}</em>` : text}</dd>
  </div>`
}
