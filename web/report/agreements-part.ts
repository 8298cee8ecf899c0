import { html, type TemplateResult } from 'lit'
import { reportPage, reportPart, reportTable } from './parts.ts'
import { dayIn, type Telling } from './telling.ts'

/** What was agreed: with who takes care of it, how far it is, and when it is looked back at. */
export function agreementsPart({ agreements, language, words }: Telling): TemplateResult {
  const title = words.say('report-agreements-title')
  if (agreements.length === 0) return reportPart('report-agreements', title, words.say('report-agreements-none'))
  const rows = agreements.map(({ content, state }) => [
    content.agreement.trim() === ''
      ? content.title
      : html`${content.title}<span class="report-agreement">${content.agreement}</span>`,
    content.owner === '' ? words.say('report-unsaid') : content.owner,
    words.say(`report-state-${state}`),
    content.reviewOn === null ? words.say('report-unsaid') : dayIn(language, content.reviewOn),
  ])
  const head = ['title', 'owner', 'state', 'review'].map((code) => words.say(`report-agreement-${code}`))
  const caption = words.say('report-agreements-sentence', { n: agreements.length })
  return reportPage('report-agreements', title, reportTable('report-agreements-table', caption, head, rows))
}
