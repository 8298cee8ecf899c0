import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SignIn } from '../../server/contract/sessions.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { Reading } from '../app/reading.ts'
import { t } from '../i18n/texts.ts'
import { faultSummary } from './fields.ts'
import './sign-in-texts.ts'

/** Where the reader is signed in, and a way to end that. */
@customElement('mv-sign-ins')
export class SignIns extends MvElement {
  @state() private done = ''
  readonly #form = new Form(this, 'sign-ins')
  readonly #signIns = new Reading<{ items: readonly SignIn[] }>(this, (signal) =>
    call('GET', '/api/sessions', undefined, { signal }),
  )

  /** Reads the list again, after something else ended sign-ins. */
  refresh(): Promise<void> {
    return this.#signIns.refresh()
  }

  protected override render() {
    return html`<section aria-labelledby="sign-ins-heading">
      <h2 id="sign-ins-heading" tabindex="-1">${t('sign-in-list-title')}</h2>
      <p>${t('sign-in-list-intro')}</p>
      ${faultSummary(this.#form)} ${this.#signIns.render(({ items }) => this.#list(items), 'part')}
      <p role="status" class="done">${this.done === '' ? '' : t(this.done)}</p>
    </section>`
  }

  #list(signIns: readonly SignIn[]): TemplateResult {
    return html`<ul class="rows">
        ${signIns.map((signIn) => this.#row(signIn))}
      </ul>
      ${
        signIns.some(({ isThis }) => !isThis)
          ? html`<div class="actions">
              <button type="button" @click=${() => this.#form.run(this.#endOthers)}>${t('sign-in-end-others')}</button>
            </div>`
          : nothing
      }`
  }

  #row(signIn: SignIn): TemplateResult {
    const where = signIn.agent ?? t('sign-in-agent-unknown')
    const since = t('sign-in-since', { since: new Date(signIn.createdAt), how: t(methodText(signIn.method)) })
    const seen = t('sign-in-seen', { seen: new Date(signIn.lastSeenAt) })
    return html`<li>
      <div>
        <strong>${where}</strong>${signIn.isThis ? html` <span class="muted">(${t('sign-in-this')})</span>` : nothing}
        <p class="muted">${since}<br />${seen}</p>
      </div>
      ${
        signIn.isThis
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              aria-label=${t('sign-in-end-of', { where, since: new Date(signIn.createdAt) })}
              @click=${() => this.#form.run(() => this.#end(signIn))}
            >
              ${t('sign-in-end')}
            </button>`
      }
    </li>`
  }

  async #end({ id }: SignIn): Promise<void> {
    await call<void>('DELETE', `/api/sessions/${id}`)
    await this.#ended('sign-in-ended')
  }

  readonly #endOthers = async () => {
    await call<void>('DELETE', '/api/sessions')
    await this.#ended('sign-in-ended-others')
  }

  /** The button that was pressed is gone. */
  async #ended(done: string): Promise<void> {
    await this.#signIns.refresh()
    this.done = done
    await this.updateComplete
    this.querySelector('h2')?.focus()
  }
}

function methodText(method: SignIn['method']): string {
  return `sign-in-by-${method.replace('+', '-')}`
}
