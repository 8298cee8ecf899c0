import { html, nothing, type TemplateResult } from 'lit'
import type { AnswersPreview, ColumnUse } from '../../server/contract/imports.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import './import-texts.ts'

type Column = AnswersPreview['columns'][number]

/** What a list of columns needs to speak of questions, and whom it tells of a choice. */
export interface ColumnsPart {
  readonly instrument: InstrumentView
  readonly isOpen: boolean
  /** Place of the column whose use is being chosen; -1 for none. */
  readonly choosing: number
  readonly onChoosing: (place: number) => void
  readonly onUse: (place: number, use: ColumnUse) => void
}

/** The columns of a file with what is done with each; those that are dropped by themselves are folded away. */
export function columnList(columns: readonly Column[], part: ColumnsPart): TemplateResult {
  const isAside = ({ use, proposal, found, dropped }: Column) =>
    use.kind === 'nothing' && proposal === null && found !== 'person' && dropped !== 'other'
  const aside = columns.filter(isAside)
  // What waits for a word of the reader stands first.
  const used = columns
    .filter((column) => !isAside(column))
    .sort((a, b) => Number(b.proposal !== null) - Number(a.proposal !== null))
  return html`<section aria-labelledby="import-columns">
    <h3 id="import-columns">${t('import-answers-columns')}</h3>
    <p class="hint">${t('import-answers-columns-about')}</p>
    <ul class="rows">
      ${used.map((column) => columnRow(column, part))}
    </ul>
    ${
      aside.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${t('import-answers-dropped', { n: aside.length })}</summary>
            <ul class="rows">
              ${aside.map((column) => columnRow(column, part))}
            </ul>
          </details>`
    }
  </section>`
}

function columnRow(column: Column, part: ColumnsPart): TemplateResult {
  const { place, header, proposal, filled } = column
  return html`<li class="import-column">
    <div>
      <strong>${header}</strong>
      <p class="muted">${t('import-answers-filled', { n: filled })}</p>
    </div>
    <div class="import-use">
      ${
        part.choosing === place
          ? useSelect(column, part)
          : html`<p>${useText(column, part.instrument)}</p>
              ${
                proposal === null
                  ? nothing
                  : html`<p class="import-like">${t('import-answers-like', { topic: topicOf(part.instrument, proposal.item) })}</p>
                      <button type="button" aria-label="${t('import-answers-take')}: ${header}" @click=${() => part.onUse(place, { kind: 'answer', ...proposal })}>
                        ${t('import-answers-take')}
                      </button>`
              }
              <button type="button" class="quiet" id="import-change-${place}" aria-label="${t('import-answers-change')}: ${header}" @click=${() => part.onChoosing(place)}>
                ${t('import-answers-change')}
              </button>`
      }
    </div>
  </li>`
}

function useText({ use, dropped }: Column, instrument: InstrumentView): string {
  if (use.kind === 'answer') return answerText(instrument, use.item, use.horizon)
  if (use.kind === 'nothing') return t(`import-answers-use-${dropped ?? 'nothing'}`)
  return t(`import-answers-use-${use.kind}`)
}

function answerText(instrument: InstrumentView, item: string, horizon: string): string {
  const topic = topicOf(instrument, item)
  if (instrument.horizons.length < 2) return t('import-answers-use-answer', { topic })
  return t('import-answers-use-answer-at', {
    topic,
    horizon: instrument.names[locale()].horizons[horizon]?.name ?? horizon,
  })
}

function topicOf(instrument: InstrumentView, item: string): string {
  return instrument.items.find(({ id }) => id === item)?.texts[locale()].topic ?? item
}

function useSelect({ place, header, use }: Column, part: ColumnsPart): TemplateResult {
  const { instrument, isOpen } = part
  const slots = instrument.items.flatMap(({ id }) => instrument.horizons.map((horizon) => ({ item: id, horizon })))
  const options: (readonly [string, string, ColumnUse])[] = [
    ['nothing', t('import-answers-use-nothing'), { kind: 'nothing' }],
    ...(isOpen ? [['name', t('import-answers-use-name'), { kind: 'name' }] as const] : []),
    ['group', t('import-answers-use-group'), { kind: 'group' }],
    ...slots.map(
      ({ item, horizon }) =>
        [`${item} ${horizon}`, answerText(instrument, item, horizon), { kind: 'answer', item, horizon }] as const,
    ),
  ]
  const chosen = use.kind === 'answer' ? `${use.item} ${use.horizon}` : use.kind
  const onChange = ({ target }: Event) => {
    const option = options.find(([value]) => target instanceof HTMLSelectElement && value === target.value)
    if (option !== undefined) part.onUse(place, option[2])
  }
  return html`<select id="import-use-${place}" aria-label=${t('import-answers-choose', { header })} @change=${onChange}>
    ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
  </select>`
}
