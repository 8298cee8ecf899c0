import { html, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'
import { blankBody } from './card-body.ts'
import './card-list.ts'
import type { CardTable } from './cards.ts'
import type { Desk } from './desk.ts'
import './examples-library.ts'

/** Question 4: where it already goes differently, here or elsewhere. */
export function questionFour(desk: Desk, table: CardTable): TemplateResult {
  const spots = table.of(4, 'bright-spot')
  const taken = new Set(
    spots.flatMap(({ body }) => (body.kind === 'bright-spot' && body.exampleId ? [body.exampleId] : [])),
  )
  return html`<section aria-labelledby="cards-heading">
      <h2 id="cards-heading">${t('reflection-four-cards')}</h2>
      <mv-card-list
        .desk=${desk}
        .table=${table}
        .question=${4}
        .cards=${spots}
        .blank=${blankBody('bright-spot')}
        .label=${t('reflection-card-bright-spot')}
        .empty=${t('reflection-cards-none')}
      ></mv-card-list>
    </section>
    <mv-examples-library .desk=${desk} .table=${table} .taken=${taken}></mv-examples-library>`
}
