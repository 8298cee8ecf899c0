import { html, nothing, type TemplateResult } from 'lit'
import type { GuideTexts } from '../../server/contract/guides.ts'
import type { EntryBody, Reflection } from '../../server/contract/reflections.ts'
import type { Conversation } from './material.ts'
import { paragraphs, reportPage } from './parts.ts'
import type { Telling } from './telling.ts'

const QUESTIONS = [1, 2, 3, 4, 5, 6, 7] as const

/**
 * What the conversations about this round brought, question by question: only cards that the room may see, without the
 * names of who wrote them. Nothing where there was no conversation.
 */
export function reflectionPart(telling: Telling): TemplateResult | typeof nothing {
  const { conversations, words } = telling
  if (conversations.length === 0) return nothing
  return reportPage(
    'report-conversation',
    words.say('report-conversation-title'),
    html`${conversations.map((conversation) => conversationPart(conversation, telling))}`,
  )
}

function conversationPart({ reflection, guide }: Conversation, { language, words }: Telling): TemplateResult {
  const texts = guide.texts[language]
  const answered = QUESTIONS.flatMap((number) => {
    const said = cardsOf(reflection, number)
    return said.lines.length === 0 ? [] : [{ number, ...said }]
  })
  return html`<div class="report-conversation">
    <h3>${reflection.title}</h3>
    ${answered.length === 0 ? html`<p>${words.say('report-conversation-empty')}</p>` : nothing}
    ${answered.map(({ number, lines, more }) => {
      return html`<div class="report-question">
        <h4>${words.say('report-question', { number, title: texts.questions[number].title })}</h4>
        <ul>
          ${lines.map((body) => html`<li>${cardText(body, texts)}</li>`)}
        </ul>
        ${more === 0 ? nothing : html`<p class="note">${words.say('report-cards-more', { n: more })}</p>`}
      </div>`
    })}
  </div>`
}

/** The cards of a question that are taken along, or all of them where none is; what is out of sight stays so. */
function cardsOf({ entries }: Reflection, question: number): { readonly lines: EntryBody[]; readonly more: number } {
  const shown = entries.filter((entry) => entry.question === question && !entry.hidden && !isBlank(entry.body))
  const taken = shown.filter(({ body, carried }) => carried || body.kind === 'driver' || body.kind === 'carry')
  const lines = (taken.length > 0 ? taken : shown).map(({ body }) => body)
  return { lines, more: shown.length - lines.length }
}

function isBlank(body: EntryBody): boolean {
  return body.kind === 'driver'
    ? [body.situation, body.effect, body.need].every((text) => text.trim() === '')
    : body.text.trim() === ''
}

/** Where a bright spot is stands beside it; whom to ask does not: a report travels further than a conversation. */
function cardText(body: EntryBody, guide: GuideTexts): TemplateResult | string {
  if (body.kind === 'driver')
    return html`${paragraphs(
      (['situation', 'effect', 'need'] as const)
        .filter((part) => body[part].trim() !== '')
        .map((part) => `${guide.driver[part].name}: ${body[part]}`),
    )}`
  if (body.kind === 'bright-spot' && body.place.trim() !== '') return `${body.text} (${body.place})`
  return body.text
}
