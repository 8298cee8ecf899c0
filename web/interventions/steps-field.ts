import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'

/** One step of a choice. */
export interface Step {
  readonly value: string
  readonly label: string
}

interface StepsField {
  /** Unique on the page. */
  readonly name: string
  readonly legend: string | TemplateResult
  readonly hint?: string | undefined
  readonly steps: readonly Step[]
  /** Undefined: nobody chose yet. */
  readonly chosen: string | undefined
  readonly onChoose: (value: string) => void
  /** More classes: `wide` for steps with many words. */
  readonly look?: string
}

/** A choice of one out of a few steps in words, side by side; the arrow keys walk through them. */
export function stepsField({ name, legend, hint, steps, chosen, onChoose, look = '' }: StepsField): TemplateResult {
  const hintId = hint ? `${name}-hint` : undefined
  return html`<fieldset class="steps ${look}" aria-describedby=${ifDefined(hintId)}>
    <legend>${legend}</legend>
    ${hint ? html`<p class="hint" id=${ifDefined(hintId)}>${hint}</p>` : nothing}
    <div class="steps-row">
      ${steps.map(
        ({ value, label }) => html`<label class="step">
          <input type="radio" name=${name} value=${value} .checked=${live(chosen === value)} @change=${() => onChoose(value)} />
          <span>${label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`
}
