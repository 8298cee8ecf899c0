import { html, nothing, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { EntryBody, Reflection } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'
import { isBlank, wordsIn } from './card-body.ts'
import type { Card } from './cards.ts'

/** What a card says, for who reads it. Everything is text; nothing that somebody typed becomes markup. */
export function cardWords(body: EntryBody, guide: GuideTexts): TemplateResult {
  if (isBlank(body)) return html`<p class="card-text muted">${t('reflection-card-blank')}</p>`
  switch (body.kind) {
    case 'driver':
      return html`<dl class="card-driver">
        ${(['situation', 'effect', 'need'] as const).map(
          (part) => html`<dt>${guide.driver[part].name}</dt>
            <dd>${body[part].trim() || t('reflection-card-nothing')}</dd>`,
        )}
      </dl>`
    case 'bright-spot':
      return html`<p class="card-text">${body.text}</p>
        ${brightSpotPlace(body)}`
    case 'force':
      return html`<p class="card-text">${body.text}</p>
        ${body.pull ? html`<p class="card-mark is-${body.pull}">${t(`reflection-force-${body.pull}`)}</p>` : nothing}`
    default:
      return html`<p class="card-text">${wordsIn(body, 'text')}</p>`
  }
}

/** Who wrote a card, who changed it, how many dots it has and who writes on it now: one quiet line. */
export function cardLine(card: Card, { people, rooms }: Reflection): string {
  const writers = people.filter(({ entryId, isMe }) => entryId === card.id && !isMe).map(({ name }) => name)
  const isCounted = rooms[String(card.question)]?.phase !== 'voting'
  const parts = [
    authorText(card),
    card.editedBy === null ? '' : t('reflection-card-edited', { name: card.editedBy }),
    card.dots > 0 && isCounted ? t('reflection-dots', { n: card.dots }) : '',
    card.hidden ? t('reflection-card-hidden') : '',
    writers.length > 0 ? t('reflection-card-writing', { names: writers.join(', '), n: writers.length }) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function authorText({ author }: Card): string {
  if (author === null) return t('reflection-card-from-room')
  if (author.isMe) return t('reflection-card-mine')
  return author.name === '' ? t('reflection-card-former') : author.name
}

function brightSpotPlace(body: Extract<EntryBody, { kind: 'bright-spot' }>): TemplateResult | typeof nothing {
  const lines = [
    body.place.trim() === '' ? '' : t('reflection-card-place-is', { place: body.place }),
    body.contact.trim() === '' ? '' : t('reflection-card-contact-is', { contact: body.contact }),
  ].filter((line) => line !== '')
  return lines.length === 0
    ? nothing
    : html`<p class="card-place">${lines.map((line) => html`<span>${line}</span>`)}</p>`
}
