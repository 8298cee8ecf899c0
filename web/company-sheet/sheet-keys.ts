import { html, type TemplateResult } from 'lit'
import type { SingleKeys } from '../app/single-keys.ts'
import { t } from '../i18n/texts.ts'

/** Which key does what, and the switch that turns them off. */
export function keyList(keys: SingleKeys, from: number, to: number, hasPrevious: boolean): TemplateResult {
  const onChange = ({ target }: Event) => target instanceof HTMLInputElement && keys.setOn(target.checked)
  const lines = [
    [[`${from}`, `${to}`], t('sheet-key-step'), t('sheet-key-to')],
    [['?'], t('sheet-key-unknown')],
    ...(hasPrevious ? [[['='], t('sheet-key-same')] as const] : []),
    [['Enter'], t('sheet-key-enter')],
    [['←', '→'], t('sheet-key-arrows'), ''],
  ] as const
  return html`<details class="sheet-keys fold">
    <summary>${t('sheet-key-title')}</summary>
    <dl>
      ${lines.map(
        ([names, does, between]) => html`<div>
          <dt>${names.map((name, at) => html`${at > 0 ? ` ${between} ` : ''}<kbd>${name}</kbd>`)}</dt>
          <dd>${does}</dd>
        </div>`,
      )}
    </dl>
    <label class="choice"><input type="checkbox" .checked=${keys.isOn} @change=${onChange} />${t('sheet-key-switch')}</label>
    <p class="hint">${t('sheet-key-hint')}</p>
  </details>`
}
