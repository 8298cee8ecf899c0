import { html, nothing, type TemplateResult } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import english from '../../data/texts/en/phone-erase.ftl?raw'
import dutch from '../../data/texts/nl/phone-erase.ftl?raw'
import { ApiError } from '../api.ts'
import { addTexts, t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import type { ResponseState } from './response-state.ts'

addTexts({ nl: dutch, en: english })

/** Asks once whether to erase the own answers, and does it. */
@customElement('mv-erase-answers')
export class EraseAnswers extends ParticipantScreen {
  @query('dialog') private dialog!: HTMLDialogElement
  @state() private fault: 'failed' | 'closed' | undefined

  protected override firstUpdated(): void {
    this.dialog.showModal()
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="erase-title" @close=${() => this.remove()}>
      <h2 class="dialog-title" id="erase-title">${t('phone-erase-title')}</h2>
      <p>${t('phone-erase-lead')}</p>
      <p>${t('phone-erase-shown')}</p>
      ${this.fault ? html`<p class="notice warning" role="alert">${t(`phone-erase-${this.fault}`)}</p>` : nothing}
      <div class="actions">
        <button type="button" @click=${() => this.dialog.close()}>${t('phone-erase-no')}</button>
        <button type="button" class="primary" @click=${this.#erase}>${t('phone-erase-yes')}</button>
      </div>
    </dialog>`
  }

  readonly #erase = async () => {
    this.fault = undefined
    try {
      await erase(this.state)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.fault = error.code === 'round-closed' ? 'closed' : 'failed'
    }
  }
}

/** On the server, then on this phone, which begins anew. */
async function erase({ api, store, response }: ResponseState): Promise<void> {
  if (!response) return
  const { joinId } = response
  await api.call(joinId, 'DELETE', '/api/response')
  await store.forgetResponse(joinId)
  const unsent = (await store.operations()).filter((kept) => kept.joinId === joinId)
  await store.removeOperations(unsent.map(({ operation }) => operation.opId))
  history.replaceState(null, '', location.pathname)
  location.reload()
}

/** Opens the question on top of a screen. */
export function askToErase(screen: HTMLElement, state: ResponseState): void {
  screen.append(Object.assign(new EraseAnswers(), { state }))
}
