import { html, type TemplateResult } from 'lit'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import type { DraftState } from '../drafts/draft.ts'
import { hasText, t } from '../i18n/texts.ts'
import { itemAddress } from './addresses.ts'
import { answerDrafts } from './answer-drafts.ts'
import type { DeskPlace } from './sheet-desk.ts'
import { topicOf } from './sheet-words.ts'
import { WORK_PARTS, type WorkPart, workDrafts } from './work-drafts.ts'

/** The refusal that is about what was written: it meets whoever sends the same again. */
const BY_CONTENT = 'invalid-request'

/** Something of a sheet that is on this device and not with the server. */
export interface Unsent {
  readonly itemId: string
  /** What was written beside the answer; `answer` is the answer itself. */
  readonly part: WorkPart | 'answer'
  readonly state: DraftState
  /** Code of the refusal; undefined when it was not refused. */
  readonly refusal: string | undefined
}

/** Everything of a sheet that is on this device only, the answers first. */
export function unsentOf({ round }: DeskPlace): readonly Unsent[] {
  return [answerDrafts(), workDrafts()].flatMap((drafts, at) =>
    drafts.pending
      .map(({ key }) => ({ key, names: key.split(' ') }))
      .filter(({ names }) => names[0] === round)
      .map(({ key, names: [, itemId = '', last] }) => ({
        itemId,
        part: at === 0 ? 'answer' : (WORK_PARTS.find((part) => part === last) ?? 'answer'),
        state: drafts.stateOf(key),
        refusal: drafts.refusalOf(key),
      })),
  )
}

/** Whether sending the same once more may help: not when what was written is why it was refused. */
export function mayHelpToRetry({ refusal }: Unsent): boolean {
  return refusal !== undefined && refusal !== BY_CONTENT
}

/** What waits, each with the question that it belongs to, a link to it, and what is the matter. */
export function unsentList(place: DeskPlace, sheet: CompanySheet, unsent: readonly Unsent[]): TemplateResult {
  return html`<ul>
    ${unsent.map((one) => html`<li>${questionOf(place, sheet, one)} ${matterOf(one)}</li>`)}
  </ul>`
}

function questionOf(place: DeskPlace, sheet: CompanySheet, { itemId, part }: Unsent): TemplateResult {
  const words = t('sheet-unsent-question', { topic: topicOf(sheet, itemId), part: t(`sheet-unsent-part-${part}`) })
  if (itemId === place.itemId) return html`<strong>${words}.</strong>`
  return html`<a href=${itemAddress(place, itemId)}>${words}</a>.`
}

function matterOf({ part, state, refusal }: Unsent): string {
  if (state === 'conflict') return t('sheet-unsent-conflict')
  if (refusal === undefined) return t('sheet-unsent-offline')
  if (part === 'link' && refusal === BY_CONTENT) return t('sheet-unsent-link')
  const id = `problem-${refusal}`
  return hasText(id) ? t(id) : t('sheet-unsent-refused')
}
