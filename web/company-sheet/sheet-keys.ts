import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'
import { meaningOf, type SheetKey } from './key-meaning.ts'

const STORED_AS = 'mv-sheet-keys'

/** Single keys on the page of one question. The reader can switch them off; this device remembers that. */
export class SheetKeys implements ReactiveController {
  isOn = stored()
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #act: (key: SheetKey) => boolean
  readonly #onKey = (event: KeyboardEvent) => this.#press(event)

  /** @param act does what a key asks; false when there was nothing to do, and then the key is the browser's. */
  constructor(host: ReactiveControllerHost & HTMLElement, act: (key: SheetKey) => boolean) {
    this.#host = host
    this.#act = act
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey)
  }

  /** Switches them on or off, and remembers it on this device. */
  setOn(isOn: boolean): void {
    this.isOn = isOn
    try {
      localStorage.setItem(STORED_AS, isOn ? 'on' : 'off')
    } catch {
      // Private mode without storage: the choice lasts as long as the page.
    }
    this.#host.requestUpdate()
  }

  #press(event: KeyboardEvent): void {
    if (!this.isOn || event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (document.querySelector('dialog[open], [popover]:popover-open')) return
    const key = meaningOf(event.key, target)
    if (key && this.#act(key)) event.preventDefault()
  }
}

/** Which key does what, and the switch that turns them off. */
export function keyList(keys: SheetKeys, from: number, to: number, hasPrevious: boolean): TemplateResult {
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

function stored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off'
  } catch {
    return true
  }
}
