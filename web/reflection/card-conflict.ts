import { html, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { EntryBody } from '../../server/contract/reflections.ts'
import type { Conflict } from '../drafts/draft.ts'
import { t } from '../i18n/texts.ts'
import type { CardWords } from './card-drafts.ts'
import { cardWords } from './card-reading.ts'

/**
 * The other version of a card beside the one that is being written. Nothing is chosen for anybody: who writes may go
 * on, with both in sight, and then say which one stays.
 */
export function cardConflict(
  conflict: Conflict<CardWords>,
  mine: EntryBody,
  guide: GuideTexts,
  choose: (choice: 'mine' | 'theirs') => void,
): TemplateResult {
  const { theirs, isHere } = conflict
  const why = isHere ? 'here' : theirs ? 'edited' : 'deleted'
  return html`<div class="card-conflict">
    <p><strong>${t(`reflection-conflict-${why}`)}</strong> ${t('reflection-conflict-both')}</p>
    <div class="card-versions">
      <div>
        <p class="card-version">${t('reflection-conflict-mine')}</p>
        ${cardWords(mine, guide)}
      </div>
      ${
        theirs
          ? html`<div>
              <p class="card-version">${t(isHere ? 'reflection-conflict-earlier' : 'reflection-conflict-theirs')}</p>
              ${cardWords(theirs.body, guide)}
            </div>`
          : ''
      }
    </div>
    <div class="actions">
      <button type="button" class="primary" @click=${() => choose('mine')}>${t('reflection-conflict-take-mine')}</button>
      <button type="button" @click=${() => choose('theirs')}>
        ${t(theirs ? (isHere ? 'reflection-conflict-take-earlier' : 'reflection-conflict-take-theirs') : 'reflection-conflict-let-go')}
      </button>
    </div>
  </div>`
}
