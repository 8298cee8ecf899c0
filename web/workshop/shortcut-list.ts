import { html, type TemplateResult } from 'lit'
import type { SingleKeys } from '../app/single-keys.ts'
import { t } from '../i18n/texts.ts'

const LINES = [
  ['next', 'workshop-key-space', '→'],
  ['previous', undefined, '←'],
  ['reveal', undefined, 'R'],
  ['black', undefined, 'B'],
  ['pause', undefined, 'P'],
  ['list', undefined, '?'],
] as const

/** Which key does what, and the switch that turns them off. */
export function shortcutList(shortcuts: SingleKeys): TemplateResult {
  const onChange = ({ target }: Event) => target instanceof HTMLInputElement && shortcuts.setOn(target.checked)
  return html`<dl class="keys">
      ${LINES.map(
        ([what, named, key]) => html`<div>
          <dt>${named ? html`<kbd>${t(named)}</kbd> ${t('workshop-key-or')} ` : ''}<kbd>${key}</kbd></dt>
          <dd>${t(`workshop-key-${what}`)}</dd>
        </div>`,
      )}
    </dl>
    <label class="choice"><input type="checkbox" .checked=${shortcuts.isOn} @change=${onChange} />${t('workshop-key-switch')}</label>
    <p class="hint">${t('workshop-key-switch-hint')}</p>`
}
