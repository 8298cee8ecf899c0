import { html, type TemplateResult } from 'lit'
import type { Member } from '../../server/contract/accounts.ts'
import type { Workshop } from '../../server/contract/workshops.ts'
import { t } from '../i18n/texts.ts'
import { mayRunRounds } from '../pages/round-words.ts'
import { pageWords } from '../results/page-words.ts'
import './display-link.ts'
import './rehearsal-start.ts'
import type { TaskStatus, taskList } from './tasks.ts'
import './workshop-texts.ts'

type Tasks = Parameters<typeof taskList>[2]

interface RoomTasks {
  readonly org: string
  readonly workshop: Workshop
  readonly members: readonly Member[]
  /** Whether a task was ticked, with the box for it. */
  readonly tick: (task: string) => { readonly isTicked: boolean; readonly box: TemplateResult }
  /** The form with the time plan. */
  readonly plan: TemplateResult
}

/** The tasks about the room itself: time, wall, network, paper, trying it out, and who helps. */
export function roomTasks({ org, workshop, members, tick, plan }: RoomTasks): Tasks {
  const round = `/o/${org}/r/${workshop.round.id}`
  const minutes = workshop.plan.reduce((sum, step) => sum + step.minutes, 0)
  const ticked = (id: string, otherwise: TaskStatus) => (tick(id).isTicked ? 'done' : otherwise)
  return [
    {
      id: 'plan',
      title: t('workshop-task-plan'),
      value: t('workshop-task-plan-value', { minutes, steps: workshop.plan.length }),
      status: minutes > 0 ? 'done' : 'to-do',
      body: plan,
    },
    {
      id: 'screen',
      title: t('workshop-task-screen'),
      value: t('workshop-task-screen-value'),
      status: ticked('screen', 'to-do'),
      body: html`<mv-display-link .org=${org} .workshop=${workshop.id}></mv-display-link>${tick('screen').box}`,
    },
    {
      id: 'phones',
      title: t('workshop-task-phones'),
      value: t('workshop-task-phones-value'),
      status: ticked('phones', 'to-do'),
      body: html`<p>${t('workshop-task-phones-explain')}</p>
        <ul class="links">
          <li><a href="/venue">${t('workshop-task-venue')}</a></li>
          <li><a href="${round}/room-sheet">${t('workshop-task-sheet')}</a></li>
        </ul>
        ${tick('phones').box}`,
    },
    {
      id: 'paper',
      title: t('workshop-task-paper'),
      value: t('workshop-task-paper-value'),
      status: ticked('paper', 'optional'),
      body: html`<p>${t('workshop-task-paper-explain')}</p>
        <p><a href="${round}/paper">${t('workshop-task-paper-link')}</a></p>
        ${tick('paper').box}`,
    },
    workshop.isRehearsal
      ? undefined
      : {
          id: 'rehearsal',
          title: t('workshop-task-rehearsal'),
          value: t('workshop-task-rehearsal-value'),
          status: ticked('rehearsal', 'optional'),
          body: html`<mv-rehearsal-start .org=${org} .workshop=${workshop.id}></mv-rehearsal-start>${tick('rehearsal').box}`,
        },
    helper(org, members),
  ]
}

function helper(org: string, members: readonly Member[]): Tasks[number] {
  const runners = members.filter(({ role }) => mayRunRounds(role))
  return {
    id: 'helper',
    title: t('workshop-task-helper'),
    value:
      runners.length > 1
        ? t('workshop-task-helper-some', { names: pageWords().list(runners.map(({ name }) => name)) })
        : t('workshop-task-helper-none'),
    status: runners.length > 1 ? 'done' : 'optional',
    body: html`<p>${t('workshop-task-helper-explain')}</p>
      <p><a href="/o/${org}">${t('workshop-task-helper-link')}</a></p>`,
  }
}
