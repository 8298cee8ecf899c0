import { html, type TemplateResult } from 'lit'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Round } from '../../server/contract/rounds.ts'
import type { Workshop } from '../../server/contract/workshops.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../pages/round-texts.ts'
import { namesOf } from '../results/names.ts'
import type { taskList } from './tasks.ts'
import './workshop-texts.ts'

type Tasks = Parameters<typeof taskList>[2]

interface RoundTasks {
  readonly organisation: Organisation
  readonly instrument: InstrumentView
  readonly workshop: Workshop
  readonly openRound: () => void
  /** The form with the expected number. */
  readonly expected: TemplateResult
}

/** The tasks about who is asked what: mostly done when the round was made. */
export function roundTasks({ organisation, instrument, workshop, openRound, expected }: RoundTasks): Tasks {
  const { round } = workshop
  const names = namesOf(instrument, locale())
  const isDraft = round.state === 'draft'
  const link = html`<a href="/o/${organisation.id}/r/${round.id}">${t('workshop-task-round-link')}</a>`
  return [
    { id: 'client', title: t('workshop-task-client'), value: organisation.name, status: 'done' },
    {
      id: 'round',
      title: t('workshop-task-round'),
      value: html`<span class="state is-${round.state}">${t(`round-state-${round.state}`)}</span> ${stateOf(round)}`,
      status: isDraft ? 'to-do' : 'done',
      body: isDraft
        ? html`<p>${t('workshop-task-round-draft')}</p>
            <p class="actions"><button type="button" @click=${openRound}>${t('round-open')}</button> ${link}</p>`
        : html`<p>${t(round.mode === 'open' ? 'workshop-task-round-named' : 'workshop-task-round-anonymous')}</p>
            <p>${link}</p>`,
    },
    {
      id: 'moments',
      title: t('workshop-task-moments'),
      value: round.horizons.map(names.horizon).join(' + '),
      status: 'done',
    },
    {
      id: 'groups',
      title: t('workshop-task-groups'),
      value: round.groups.map((group) => t(`round-group-${group}`)).join(', ') || t('round-facts-no-groups'),
      status: 'done',
    },
    {
      id: 'expected',
      title: t('workshop-task-expected'),
      value:
        round.expected === null
          ? t('workshop-task-expected-none')
          : t('workshop-task-expected-some', { n: round.expected }),
      status: round.expected === null ? 'to-do' : 'done',
      body: expected,
    },
  ]
}

function stateOf({ counts, openedAt }: Round): string {
  const said = t('round-list-counts', { joined: counts.joined, finished: counts.finished })
  return openedAt === null ? said : t('workshop-task-round-since', { opened: new Date(openedAt), counts: said })
}
