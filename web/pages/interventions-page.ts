import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Intervention } from '../../server/contract/interventions.ts'
import { accessChanges, accessKnown } from '../app/access.ts'
import { MvElement } from '../app/element.ts'
import { Following } from '../app/following.ts'
import { Repeating } from '../app/repeating.ts'
import { emptyState } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { Agreements } from '../interventions/agreements.ts'
import '../interventions/board.ts'
import type { BoardView } from '../interventions/board.ts'
import '../interventions/calendar-box.ts'
import { countDue } from '../interventions/due.ts'
import '../interventions/intervention-texts.ts'
import { mayAgree } from '../interventions/may-agree.ts'

const REFRESH = 30_000
/** From this width on five columns stand beside each other. */
const WIDE = matchMedia('(min-width: 64rem)')

/** Everything that an organisation proposed and agreed on, by state: a board, or a list. */
@customElement('mv-interventions-page')
export class InterventionsPage extends MvElement {
  @property() org = ''
  @state() private chosen: BoardView | undefined = viewOfAddress()
  readonly #agreements = new Agreements(this, () => this.org, accessKnown)
  readonly #onWidth = () => this.requestUpdate()

  constructor() {
    super()
    new Following(this, accessChanges)
    new Repeating(this, REFRESH, () => void this.#agreements.refresh())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    WIDE.addEventListener('change', this.#onWidth)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    WIDE.removeEventListener('change', this.#onWidth)
  }

  protected override render(): TemplateResult {
    return this.#agreements.render((interventions) => this.#page(interventions), 'page')
  }

  #page(interventions: readonly Intervention[]): TemplateResult {
    const due = countDue(interventions)
    return html`<div class="interventions-page">
      <h1>${t('intervention-page-title')}</h1>
      <p class="lead">${t('intervention-page-lead')}</p>
      ${interventions.length === 0 ? this.#empty() : this.#filled(interventions, due)}
    </div>`
  }

  #empty(): TemplateResult {
    return emptyState(
      t('intervention-page-empty'),
      html`<a class="button primary" href="/o/${this.org}/reflections">${t('intervention-page-start')}</a>`,
    )
  }

  #filled(interventions: readonly Intervention[], due: number): TemplateResult {
    const view: BoardView = WIDE.matches ? (this.chosen ?? 'board') : 'list'
    return html`${due > 0 ? html`<p class="due-line"><span class="due">${t('intervention-due-count', { n: due })}</span></p>` : nothing}
      <div class="section-head">
        ${WIDE.matches ? this.#views(view) : nothing}
        <a href="/o/${this.org}/ledger">${t('intervention-to-ledger')}</a>
      </div>
      <mv-board .org=${this.org} .interventions=${interventions} .view=${view} ?canWrite=${mayAgree(this.org)}></mv-board>
      <mv-calendar-box .org=${this.org}></mv-calendar-box>`
  }

  #views(chosen: BoardView): TemplateResult {
    return html`<fieldset class="views">
      <legend class="visually-hidden">${t('intervention-views')}</legend>
      ${(['board', 'list'] as const).map(
        (view) => html`<label class="view">
          <input type="radio" name="interventions-view" .checked=${view === chosen} @change=${() => this.#choose(view)} />
          ${t(`intervention-views-${view}`)}
        </label>`,
      )}
    </fieldset>`
  }

  #choose(view: BoardView): void {
    this.chosen = view
    const address = new URL(location.href)
    address.searchParams.set('view', view)
    // The address is kept without a step in the history: Back leaves the page.
    history.replaceState(history.state, '', address)
  }
}

function viewOfAddress(): BoardView | undefined {
  const view = new URLSearchParams(location.search).get('view')
  return view === 'board' || view === 'list' ? view : undefined
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-interventions-page': InterventionsPage
  }
}
