import { html, nothing, type TemplateResult } from 'lit'
import type { AnswersMapping, AnswersPreview, ValueMeaning } from '../../server/contract/imports.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { type ColumnsPart, columnList } from './answers-columns.ts'
import { groupTable, valueTable } from './answers-values.ts'
import { faultTable, noteList } from './fault-table.ts'
import './import-texts.ts'

/** What the preview of a file of answers needs, and whom it tells of what the reader chooses. */
export interface PreviewPart extends ColumnsPart {
  readonly onMeaning: (text: string, means: ValueMeaning) => void
  readonly onGroup: (text: string, means: AnswersMapping['groups'][number]['means']) => void
}

/** Fewer than this, and an anonymous round shows no figure. */
const FEWEST_SHOWN = 5

/** What would be read of a file: how much, what is wrong, what its words mean, and what is done with each column. */
export function answersPreview(preview: AnswersPreview, part: PreviewPart): TemplateResult {
  const { counts, faults, more, rounds, columns, values, groups, items, notes } = preview
  const asked = items.filter((item) => item.asked).length
  const isFew = !part.isOpen && counts.respondents > 0 && counts.respondents < FEWEST_SHOWN
  return html`<h2>${t('import-answers-seen', { n: counts.respondents, answers: counts.answers, items: asked })}</h2>
    ${counts.missing > 0 ? html`<p>${t('import-answers-seen-missing', { n: counts.missing })}</p>` : nothing}
    ${rounds.length > 1 ? html`<p>${t('import-answers-rounds', { n: rounds.length })}</p>` : nothing}
    ${isFew ? html`<p class="import-few">${t('import-answers-few')}</p>` : nothing}
    ${faultTable(faults, more, t('import-faults-about-answers'))} ${valueTable(values, part.instrument, part.onMeaning)}
    ${groupTable(groups, part.onGroup)} ${columns.length === 0 ? nothing : columnList(columns, part)} ${unasked(items)}
    ${noteList(notes)}`
}

/** Where the button would be: why it is not there, and the way to what is left to do. */
export function blocked({ values, groups, faults }: AnswersPreview): TemplateResult {
  const open = values.filter(({ means }) => means === null).length + groups.filter(({ isKnown }) => !isKnown).length
  const words =
    open > 0 ? t('import-answers-blocked-meanings', { n: open }) : t('import-answers-blocked', { n: faults.length })
  const goThere = (event: Event) => {
    event.preventDefault()
    const place = document.querySelector<HTMLElement>(open > 0 ? '.import-open select' : '#import-preview')
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  }
  return html`<p class="import-blocked"><a href="#import-preview" @click=${goThere}>${words}</a></p>`
}

function unasked(items: AnswersPreview['items']): TemplateResult | typeof nothing {
  const left = items.filter(({ asked }) => !asked)
  if (left.length === 0) return nothing
  return html`<details class="fold">
    <summary>${t('import-answers-unasked', { n: left.length })}</summary>
    <ul>
      ${left.map(({ question }) => html`<li>${question[locale()]}</li>`)}
    </ul>
  </details>`
}
