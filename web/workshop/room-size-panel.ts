import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Workshop } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { go } from '../app/router.ts'
import { faultSummary, formActions } from '../components/fields.ts'
import { Modal } from '../components/modal.ts'
import { t } from '../i18n/texts.ts'
import { FIGURES_FROM, roomSize, type Visibility, visibilityOf } from './room-size.ts'
import './workshop-texts.ts'

/** What is shown and what is not, as ids of texts `workshop-size-…`, by the size of an anonymous room. */
const SHOWN: Readonly<
  Partial<Record<Visibility, { readonly yes: readonly string[]; readonly no: readonly string[] }>>
> = {
  words: { yes: ['yes-capitals', 'yes-words'], no: ['no-figures', 'no-groups', 'no-texts'] },
  figures: { yes: ['yes-capitals', 'yes-figures', 'yes-groups'], no: ['no-small-groups', 'no-small-texts'] },
}

/**
 * What this room will get to see, said beforehand: it depends on how many people answer. In a small anonymous room it
 * offers an open round instead.
 */
@customElement('mv-room-size')
export class RoomSizePanel extends MvElement {
  @property() org = ''
  @property({ attribute: false }) workshop: Workshop | undefined
  readonly #form = new Form(this, 'open-round')
  readonly #modal = new Modal('open-round')

  protected override render() {
    const workshop = this.workshop
    if (!workshop) return html``
    const visibility = visibilityOf(workshop.round)
    const isSmall = visibility === 'words' || visibility === 'nothing'
    return html`<section class="room-size is-${visibility}" aria-labelledby="room-size-heading">
      <h2 id="room-size-heading">${this.#heading(workshop, visibility)}</h2>
      ${visibility === 'nothing' || visibility === 'unknown' || visibility === 'everything' ? html`<p>${t(`workshop-size-${visibility}`, { threshold: workshop.round.threshold })}</p>` : nothing}
      ${lists(visibility, workshop.round.threshold)}
      ${isSmall && !workshop.isRehearsal ? this.#offer(workshop) : nothing}
    </section>`
  }

  #heading({ round }: Workshop, visibility: Visibility): string {
    if (visibility === 'everything') return t('workshop-size-title-open')
    const size = roomSize(round)
    return size === null ? t('workshop-size-title-unknown') : t('workshop-size-title', { n: size })
  }

  #offer({ round }: Workshop): TemplateResult {
    const form = this.#form
    return html`<p>${t('workshop-open-why')}</p>
      <p><button type="button" @click=${() => this.#modal.open()}>${t('workshop-open-make')}</button></p>
      ${this.#modal.render(
        t('workshop-open-title'),
        html`${faultSummary(form)}
          <p>${t('workshop-open-explain')}</p>
          ${round.counts.joined > 0 ? html`<p class="warning">${t('workshop-open-again', { n: round.counts.joined })}</p>` : nothing}
          ${formActions(
            form,
            html`<button type="button" class="primary" @click=${() => form.run(this.#makeOpen)}>${t('workshop-open-submit')}</button>
              <button type="button" class="quiet" @click=${this.#modal.close}>${t('frame-cancel')}</button>`,
          )}`,
      )}`
  }

  readonly #makeOpen = async () => {
    const workshop = this.workshop
    if (!workshop) return
    const { instrument, period, horizons, groups, expected, title } = workshop.round
    const rounds = `/api/organisations/${this.org}/rounds`
    const round = await call<{ id: string }>('POST', rounds, {
      title: t('workshop-open-round-title', { title }).slice(0, 160),
      instrument,
      itemIds: workshop.itemIds,
      period,
      horizons,
      mode: 'open',
      groups,
      ...(expected !== null && { expected }),
    })
    const { id } = await call<{ id: string }>('POST', `/api/organisations/${this.org}/workshops`, {
      roundId: round.id,
      plan: workshop.plan,
    })
    this.#modal.close()
    go(`/o/${this.org}/w/${id}`)
  }
}

function lists(visibility: Visibility, threshold: number): TemplateResult | typeof nothing {
  const shown = SHOWN[visibility]
  if (!shown) return nothing
  return html`<div class="shown-lists">
    ${(['yes', 'no'] as const).map(
      (side) => html`<div>
        <h3>${t(`workshop-size-${side}`)}</h3>
        <ul>
          ${shown[side].map((id) => html`<li>${t(`workshop-size-${id}`, { threshold, figures: FIGURES_FROM })}</li>`)}
        </ul>
      </div>`,
    )}
  </div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-room-size': RoomSizePanel
  }
}
