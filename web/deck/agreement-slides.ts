import type { Intervention } from '../../server/contract/interventions.ts'
import { dayIn, type Telling } from '../report/telling.ts'
import type { TableSlide } from './slides.ts'

/** More rows than this on one slide cannot be read in a room. */
const MOST_ROWS = 7

/** What was agreed, who takes care of it and when it is looked back at; none when nothing was agreed. */
export function agreedSlides(telling: Telling): TableSlide[] {
  const { agreements, words } = telling
  const count = Math.ceil(agreements.length / MOST_ROWS)
  return Array.from({ length: count }, (_, at) => {
    const rows = agreements.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS).map((one) => rowOf(one, telling))
    const headline = words.say('report-agreements-sentence', { n: agreements.length })
    return {
      kind: 'table',
      title: words.say('report-agreements-title'),
      headline,
      table: {
        head: ['title', 'owner', 'state', 'review'].map((code) => words.say(`report-agreement-${code}`)),
        rows,
        widths: [0.42, 0.22, 0.14, 0.22],
      },
      under: [],
      note: [headline, ...rows.map(([title, ...cells]) => `${title}: ${cells.join(', ')}.`)].join(' '),
    }
  })
}

function rowOf({ content, state }: Intervention, { language, words }: Telling): string[] {
  return [
    content.title,
    content.owner === '' ? words.say('report-unsaid') : content.owner,
    words.say(`report-state-${state}`),
    content.reviewOn === null ? words.say('report-unsaid') : dayIn(language, content.reviewOn),
  ]
}
