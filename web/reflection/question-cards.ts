import { html, nothing, type TemplateResult } from 'lit'
import type { Reflection } from '../../server/contract/reflections.ts'
import { LENSES } from '../../server/contract/room-limits.ts'
import { t } from '../i18n/texts.ts'
import type { Names } from '../results/names.ts'
import { blankBody } from './card-body.ts'
import './card-list.ts'
import type { CardTable } from './cards.ts'
import type { Desk } from './desk.ts'
import { factText } from './fact-words.ts'

/** Question 2: what a camera would see. */
export function questionTwo(desk: Desk, table: CardTable): TemplateResult {
  return html`<section aria-labelledby="cards-heading">
    <h2 id="cards-heading">${t('reflection-two-cards')}</h2>
    <mv-card-list
      .desk=${desk}
      .table=${table}
      .question=${2}
      .cards=${table.of(2, 'behaviour')}
      .blank=${blankBody('behaviour')}
      .label=${t('reflection-two-label')}
      .empty=${t('reflection-cards-none')}
    ></mv-card-list>
  </section>`
}

/** Question 3: four ways to look at what keeps it going, each with its cards; what came in without one stands below. */
export function questionThree(desk: Desk, table: CardTable, reflection: Reflection): TemplateResult {
  const { guide, names } = desk
  if (!guide) return html``
  const forces = table.of(3, 'force')
  const loose = forces.filter(({ body }) => body.kind === 'force' && body.lens === null)
  return html`${names ? misses(reflection, names) : nothing}
    ${(desk.guideView?.lenses ?? LENSES).map((lens) => {
      const { name, prompt, example } = guide.lenses[lens]
      return html`<section class="lens" aria-labelledby="lens-${lens}">
        <h2 id="lens-${lens}">${name}</h2>
        <p>${prompt}</p>
        <p class="muted">${t('reflection-example', { text: example })}</p>
        <mv-card-list
          .desk=${desk}
          .table=${table}
          .question=${3}
          .cards=${forces.filter(({ body }) => body.kind === 'force' && body.lens === lens)}
          .blank=${{ ...blankBody('force'), lens }}
          .label=${t('reflection-three-label', { lens: name })}
          .empty=${t('reflection-cards-none')}
        ></mv-card-list>
      </section>`
    })}
    ${
      loose.length === 0
        ? nothing
        : html`<section aria-labelledby="lens-none">
            <h2 id="lens-none">${t('reflection-three-loose')}</h2>
            <mv-card-list .desk=${desk} .table=${table} .question=${3} .cards=${loose} .blank=${blankBody('force')} .label=${t('reflection-three-loose')} .takesNew=${false}></mv-card-list>
          </section>`
    }`
}

/** What was tried before and did not do what was expected belongs to this question. */
function misses({ facts }: Reflection, names: Names): TemplateResult | typeof nothing {
  const found = facts.filter(({ question, kind }) => question === 3 && kind === 'miss')
  if (found.length === 0) return nothing
  return html`<section class="notice" aria-labelledby="misses-heading">
    <h2 id="misses-heading">${t('reflection-three-misses')}</h2>
    <ul>${found.map((fact) => html`<li>${factText(fact, names)}</li>`)}</ul>
    <p>${t('reflection-three-misses-ask')}</p>
  </section>`
}
