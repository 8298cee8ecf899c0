import { html, nothing, type TemplateResult } from 'lit'
import type { Candidate, Reflection } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { candidateChart, candidateText, candidateTitle } from './candidate-words.ts'
import { capitalsChoice } from './capitals-choice.ts'
import { blankBody } from './card-body.ts'
import './card-list.ts'
import type { CardTable } from './cards.ts'
import type { Desk } from './desk.ts'
import { dotButtons, dotsLeft } from './dots.ts'

/** Question 1: what stands out in the figures, own tensions, dots for both, and the driver that it comes down to. */
export function questionOne(desk: Desk, table: CardTable, reflection: Reflection): TemplateResult {
  const { names } = desk
  const drivers = table.of(1, 'driver')
  return html`
    ${capitalsChoice(desk, reflection)}
    <section aria-labelledby="candidates-heading">
      <h2 id="candidates-heading">${t('reflection-one-candidates')}</h2>
      ${reflection.canWrite ? html`<p role="status">${t('reflection-dots-left', { n: dotsLeft(reflection, 1) })}</p>` : nothing}
      ${
        reflection.candidates.length === 0 || !names
          ? html`<p class="muted">${t(reflection.hasFigures ? 'reflection-one-no-candidates' : 'reflection-one-no-figures')}</p>`
          : html`<ul class="talk-cards">
              ${reflection.candidates.map((candidate) => html`<li>${candidateCard(desk, reflection, candidate, names)}</li>`)}
            </ul>`
      }
    </section>
    <section aria-labelledby="tensions-heading">
      <h2 id="tensions-heading">${t('reflection-one-own')}</h2>
      <mv-card-list
        .desk=${desk}
        .table=${table}
        .question=${1}
        .cards=${table.of(1, 'tension')}
        .blank=${blankBody('tension')}
        .label=${t('reflection-one-own-label')}
        .empty=${t('reflection-one-own-empty')}
        .hasDots=${true}
      ></mv-card-list>
    </section>
    <section aria-labelledby="driver-heading">
      <h2 id="driver-heading">${t('reflection-one-driver')}</h2>
      <p>${t('reflection-one-driver-why')}</p>
      <mv-card-list
        .desk=${desk}
        .table=${table}
        .question=${1}
        .cards=${drivers}
        .blank=${blankBody('driver')}
        .label=${t('reflection-one-driver')}
        .takesNew=${drivers.length === 0}
      ></mv-card-list>
    </section>
  `
}

function candidateCard(desk: Desk, reflection: Reflection, candidate: Candidate, names: Names): TemplateResult {
  const { reason, dimension, dots, id } = candidate
  const title = candidateTitle(candidate, names)
  const chart = `/o/${desk.place.org}/r/${reflection.roundId}/results#${candidateChart(candidate)}`
  const isCounted = reflection.rooms['1']?.phase !== 'voting'
  return html`<div class="talk-card candidate">
    <h3><span class="candidate-reason">${t(`reflection-candidate-reason-${reason}`)}</span> ${title}</h3>
    <p>
      ${candidateText(candidate, names)}
      <a href=${chart} aria-label=${t('reflection-facts-chart-of', { fact: title })}>${t('reflection-facts-chart')}</a>
    </p>
    ${dots > 0 && isCounted ? html`<p class="card-line muted">${t('reflection-dots', { n: dots })}</p>` : nothing}
    <div class="card-tools">
      ${reflection.canWrite ? html`${dotButtons(desk, 1, id, title)} ${choose(desk, reflection, dimension, names)}` : nothing}
    </div>
  </div>`
}

/** Whoever picks a candidate says by that which capital the rest is about. */
function choose(desk: Desk, { capitals }: Reflection, dimension: string, names: Names): TemplateResult {
  const isChosen = capitals.includes(dimension)
  const toggle = () => {
    const others = capitals.filter((code) => code !== dimension)
    void desk.change({ capitals: isChosen ? others : [...others, dimension] })
  }
  return html`<button type="button" class="quiet carry" aria-pressed=${isChosen} @click=${toggle}>
    ${t('reflection-one-choose', { name: names.dimension(dimension) })}
  </button>`
}
