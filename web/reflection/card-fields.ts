import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { EntryBody } from '../../server/contract/reflections.ts'
import { LENSES, PULLS } from '../../server/contract/room-limits.ts'
import { t } from '../i18n/texts.ts'
import { type CardField, fieldsOf, isBlank, longestOf, withValue, wordsIn } from './card-body.ts'

/** From so many characters before the end on, a field says how many are left. */
const NEARLY_FULL = 80

/** What the fields of a card need. */
export interface CardFields {
  /** Makes the ids on the page unique. */
  readonly id: string
  readonly body: EntryBody
  readonly guide: GuideTexts
  /** The name of a field that is alone on its card. */
  readonly label: string
  /** Words under the text that judge; empty: none. */
  readonly judging: readonly string[]
  readonly onBody: (body: EntryBody) => void
  /** A new card: what goes without saying there is not asked. */
  readonly isNew: boolean
  /** Enter in a card of one thought: it is done. `undefined`: Enter makes a new line. */
  readonly onDone: (() => void) | undefined
}

/** The fields of a card that is being written. */
export function cardFields(card: CardFields): TemplateResult {
  const fields = fieldsOf(card.body.kind)
  return html`${fields.map((field) => textPart(card, field, fields.length === 1))} ${forceParts(card)}`
}

/** The id of the first field of a card. */
export function firstFieldId(id: string, body: EntryBody): string {
  return `${id}-${fieldsOf(body.kind)[0]}`
}

function textPart(card: CardFields, field: CardField, isOnly: boolean): TemplateResult {
  const { id, body, judging } = card
  const value = wordsIn(body, field)
  const prompt = promptOf(card, field)
  const hasHint = field === 'text' && judging.length > 0
  const described = [prompt && `${id}-${field}-hint`, hasHint && `${id}-judging`].filter(Boolean).join(' ')
  const onInput = (event: Event) => {
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement)
      card.onBody(withValue(body, field, event.target.value))
  }
  const isLine = longestOf(field) === 200
  const attributes = { id: `${id}-${field}`, longest: longestOf(field) }
  return html`<div class="card-field">
    <label for=${attributes.id}>${labelOf(card, field)}</label>
    ${prompt === '' ? nothing : html`<p class="hint" id="${id}-${field}-hint">${prompt}</p>`}
    ${
      isLine
        ? html`<input type="text" id=${attributes.id} .value=${live(value)} maxlength=${attributes.longest} autocomplete="off" aria-describedby=${described || nothing} @input=${onInput} />`
        : html`<textarea id=${attributes.id} rows=${isOnly ? 2 : 3} .value=${live(value)} maxlength=${attributes.longest} aria-describedby=${described || nothing} @input=${onInput} @keydown=${isOnly && card.onDone ? enterIsDone(card.onDone) : nothing}></textarea>`
    }
    ${leftOver(value, attributes.longest)} ${hasHint ? judgingHint(card) : nothing}
  </div>`
}

function labelOf({ guide, label, body }: CardFields, field: CardField): string {
  if (field === 'situation' || field === 'effect' || field === 'need') return guide.driver[field].name
  if (field === 'place') return t('reflection-card-place')
  if (field === 'contact') return t('reflection-card-contact')
  return body.kind === 'bright-spot' ? t('reflection-card-bright-spot') : label
}

function promptOf({ guide }: CardFields, field: CardField): string {
  return field === 'situation' || field === 'effect' || field === 'need' ? guide.driver[field].prompt : ''
}

function judgingHint({ id, guide, judging }: CardFields): TemplateResult {
  const words = judging.map((word) => t('reflection-card-quoted', { word })).join(', ')
  return html`<p class="card-judging" id="${id}-judging" role="status">
    <strong>${words}</strong> ${guide.judging}
  </p>`
}

function leftOver(value: string, longest: number): TemplateResult | typeof nothing {
  const left = longest - value.length
  return left > NEARLY_FULL ? nothing : html`<p class="hint">${t('reflection-card-left', { n: left })}</p>`
}

/** Enter ends a card of one thought, as in a chat; with Shift it makes a new line. */
function enterIsDone(onDone: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    onDone()
  }
}

function forceParts({ id, body, guide, isNew, onBody }: CardFields): TemplateResult | typeof nothing {
  if (body.kind !== 'force' || (isNew && isBlank(body))) return nothing
  const chooseLens = (event: Event) => {
    if (!(event.target instanceof HTMLSelectElement)) return
    const { value } = event.target
    onBody({ ...body, lens: LENSES.find((lens) => lens === value) ?? null })
  }
  return html`<fieldset class="card-pull">
      <legend>${t('reflection-force-pull')}</legend>
      ${PULLS.map(
        (pull) => html`<label class="choice small">
          <input type="radio" name="${id}-pull" .checked=${live(body.pull === pull)} @change=${() => onBody({ ...body, pull })} />
          ${t(`reflection-force-${pull}`)}
        </label>`,
      )}
    </fieldset>
    ${isNew ? nothing : lensPart(id, body.lens, guide, chooseLens)}`
}

function lensPart(
  id: string,
  chosen: string | null,
  guide: GuideTexts,
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<div class="card-field">
    <label for="${id}-lens">${t('reflection-force-lens')}</label>
    <select id="${id}-lens" @change=${onChange}>
      <option value="" ?selected=${chosen === null}>${t('reflection-force-no-lens')}</option>
      ${LENSES.map((lens) => html`<option value=${lens} ?selected=${chosen === lens}>${guide.lenses[lens].name}</option>`)}
    </select>
  </div>`
}
