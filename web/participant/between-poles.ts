import { html, type TemplateResult } from 'lit'
import type { Step } from './answer-field.ts'

/**
 * Steps between two poles, side by side: the words of both poles above their ends, one target for each step, and the words
 * of the chosen step below. No step has a number, because none is more or less than another.
 *
 * @param radio the radio of a step.
 * @param chosen undefined when no step is chosen.
 * @param id of the poles, for `aria-describedby`.
 */
export function betweenPoles(
  steps: readonly Step[],
  radio: (step: Step) => TemplateResult,
  chosen: number | undefined,
  id: string,
): TemplateResult {
  const [left, right] = polesOf(steps)
  return html`<div class="poles" id=${id}><p>${left}</p><p>${right}</p></div>
    <div class="between">
      ${steps.map(
        (step, at) => html`<label class="between-step ${at * 2 === steps.length - 1 ? 'is-middle' : ''}">
          ${radio(step)}
          <span class="visually-hidden">${step.anchor ? `${step.words}: ${step.anchor}` : step.words}</span>
        </label>`,
      )}
    </div>
    <p class="between-words" aria-hidden="true">${steps.find(({ rating }) => rating === chosen)?.words}</p>`
}

/** The words of the two poles; empty where an end has none. */
function polesOf(steps: readonly Step[]): [string, string] {
  return [steps[0]?.anchor ?? '', steps.at(-1)?.anchor ?? '']
}
