import { html, nothing, type TemplateResult } from 'lit'
import type { PlannedState, Planning } from '../../server/contract/planning.ts'
import { t } from '../i18n/texts.ts'

/** A round that is prepared still opens by itself; one that is open still asks. */
const WAITING: readonly PlannedState[] = ['prepared', 'late']
const OPEN: readonly PlannedState[] = ['open', 'overdue', 'closing']

/** That there is a round about this period already, with the way to it: a second one would ask people twice. */
export function alreadyThere(
  org: string,
  { quarters, others }: Planning,
  period: string,
): TemplateResult | typeof nothing {
  const there = [...quarters, ...others].find(
    (planned) => planned.period === period && [...WAITING, ...OPEN].includes(planned.state) && planned.round !== null,
  )
  if (!there?.round) return nothing
  const which = WAITING.includes(there.state) ? 'prepared' : 'open'
  return html`<p class="warning">
    ${t(`round-new-already-${which}`)}
    <a href="/o/${org}/r/${there.round.id}">${t(`round-new-already-${which}-go`)}</a>
  </p>`
}
