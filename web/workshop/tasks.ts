import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** How far a task is. `done` is plain text, so that what is left stands out; `optional` may stay undone. */
export type TaskStatus = 'done' | 'to-do' | 'optional'

interface Task {
  /** Makes the ids on the page unique. */
  readonly id: string
  readonly title: string
  /** What is known now, in one line. */
  readonly value: unknown
  readonly status: TaskStatus
  /** What can be done here; missing: there is nothing to do. */
  readonly body?: TemplateResult
}

/** A list of tasks under a heading. */
export function taskList(id: string, heading: string, tasks: readonly (Task | undefined)[]): TemplateResult {
  return html`<section class="task-group" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    <ul class="tasks">
      ${tasks.map((task) => (task ? html`<li>${taskRow(task)}</li>` : nothing))}
    </ul>
  </section>`
}

function taskRow(task: Task): TemplateResult {
  if (!task.body) return html`<div class="task">${words(task)}</div>`
  return html`<details class="task" id="task-${task.id}">
    <summary>${words(task)}</summary>
    <div class="task-body">${task.body}</div>
  </details>`
}

function words({ title, value, status }: Task): TemplateResult {
  return html`<span class="task-words"><span class="task-title">${title}</span> <span class="task-value">${value}</span></span>
    <span class="task-status is-${status}">${t(`workshop-task-${status}`)}</span>`
}
