import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { t } from '../i18n/texts.ts'
import { ParticipantScreen } from './participant-screen.ts'
import { problemText } from './problem-text.ts'

/** Asks somebody of the room to answer some questions again, in a second vote that stands beside the first answers. */
@customElement('mv-vote-screen')
export class VoteScreen extends ParticipantScreen {
  protected override render(): TemplateResult | typeof nothing {
    const { joining, room } = this.state
    const vote = room?.invitation
    if (!vote) return nothing
    return html`<div class="screen">
      <h1 tabindex="-1">${t('phone-vote-title', { n: vote.items })}</h1>
      <p class="lead">${t('phone-vote-lead')}</p>
      <p>${t('phone-vote-beside')}</p>
      ${joining.problem === undefined ? nothing : html`<p class="notice refused" role="alert">${problemText(joining.problem)}</p>`}
      <button type="button" class="primary wide" @click=${this.#join}>
        ${t(joining.isBusy ? 'phone-vote-busy' : 'phone-vote-join')}
      </button>
      <button type="button" class="quiet wide" @click=${this.#decline}>${t('phone-vote-decline')}</button>
    </div>`
  }

  readonly #join = (): void => {
    const { joining, response, room } = this.state
    const vote = room?.invitation
    if (!vote || !response || joining.isBusy) return
    const { joinId, secret, group, name } = response
    // Who came back with a cookie only has to say again who they are.
    if (secret === undefined) return void this.state.giveCode(vote.code)
    const same = { ...(group && { group }), ...(name && { name }), voteOf: joinId, voteId: vote.id }
    void this.state.join(same, vote.code)
  }

  readonly #decline = (): void => {
    const vote = this.state.room?.invitation
    if (vote) void this.state.keep({ declined: vote.id })
  }
}
