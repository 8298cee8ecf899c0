import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ProgrammeParticipation } from '../../server/contract/programme-participation.ts'
import type { ProgrammeReleaseSummary } from '../../server/contract/programme-releases.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import '../components/people.ts'
import '../components/rename.ts'
import '../components/team-and-data.ts'
import { t } from '../i18n/texts.ts'
import { periodWithin } from './park-words.ts'
import './parks-texts.ts'
import './programme-heatmap.ts'
import { mayInvite, mayKeepParks, mayPrepare } from './programme-roles.ts'
import { FEWEST_BEHIND_A_FIGURE } from './release-limits.ts'

interface Loaded {
  readonly standing: ProgrammeParticipation
  /** The quarter that companies are busy with has been published. */
  readonly isPublished: boolean
}

/** The first page of a programme: how it stands, the one next step, and ways to everything in it. */
@customElement('mv-programme-home')
export class ProgrammeHome extends MvElement {
  @property() org = ''
  @property({ attribute: false }) organisation: Organisation | undefined
  readonly #loaded = new Reading<Loaded>(this, (signal) => this.#read(signal))

  protected override render() {
    const { organisation } = this
    if (organisation === undefined) return nothing
    const { role, name, kind } = organisation
    return html`<h1>${name}</h1>
      ${this.#loaded.render((loaded) => this.#standing(loaded, organisation), 'part')}
      <mv-programme-heatmap .org=${this.org}></mv-programme-heatmap>
      ${this.#links(organisation)}
      <mv-people .org=${this.org} .kind=${kind} .myRole=${role}></mv-people>
      <mv-team-and-data .org=${this.org} .kind=${kind} .myRole=${role}></mv-team-and-data>
      ${role === 'owner' ? html`<p><mv-rename .org=${this.org} .name=${name}></mv-rename></p>` : nothing}`
  }

  async #read(signal: AbortSignal): Promise<Loaded> {
    const path = `/api/organisations/${this.org}/programme`
    const [standing, { items }] = await Promise.all([
      call<ProgrammeParticipation>('GET', `${path}/participation`, undefined, { signal }),
      call<{ items: readonly ProgrammeReleaseSummary[] }>('GET', `${path}/releases`, undefined, { signal }),
    ])
    return { standing, isPublished: items.some(({ period }) => period === standing.period) }
  }

  #standing(loaded: Loaded, organisation: Organisation): TemplateResult {
    const { total, parks, period: quarter } = loaded.standing
    const period = periodWithin(quarter)
    return html`<p class="lead programme-standing">
        <strong>${t('parks-home-count', { n: parks.length })}.</strong> ${t('parks-home-companies', { n: total.joined })}
        ${total.joined > 0 ? t('parks-home-contributed', { n: total.contributed, period }) : nothing}
      </p>
      ${this.#next(loaded, organisation)}`
  }

  /** One step: the first that is not done, and only for who may do it. */
  #next(
    { standing: { total, parks, period }, isPublished }: Loaded,
    { role }: Organisation,
  ): TemplateResult | typeof nothing {
    const [name, path, may] =
      parks.length === 0
        ? (['parks', 'parks', mayKeepParks(role)] as const)
        : total.joined + total.invited === 0
          ? (['invite', 'participation', mayInvite(role)] as const)
          : total.contributed >= FEWEST_BEHIND_A_FIGURE
            ? ([isPublished ? 'again' : 'publish', 'publish', mayPrepare(role)] as const)
            : (['wait', 'participation', true] as const)
    if (!may) return nothing
    return html`<section class="programme-next" aria-labelledby="next-heading">
      <h2 id="next-heading">${t('parks-home-next')}</h2>
      <p>${t(`parks-home-next-${name}`, { n: total.contributed, period: periodWithin(period) })}</p>
      <p class="actions"><a class="button primary" href="/o/${this.org}/${path}">${t(`parks-home-next-${name}-go`)}</a></p>
    </section>`
  }

  #links({ role }: Organisation): TemplateResult {
    const links = [
      ['parks', 'parks', true],
      ['participation', 'participation', true],
      ['publish', 'publish', mayPrepare(role)],
      ['compare', 'compare', true],
      ['trend', 'programme-trend', true],
      ['themes', 'themes', true],
      ['network', 'value-network', true],
      ['public', 'public-page', role === 'owner'],
    ] as const
    return html`<section aria-labelledby="links-heading">
      <h2 id="links-heading">${t('parks-home-links')}</h2>
      <ul class="rows">
        ${links
          .filter(([, , may]) => may)
          .map(
            ([name, path]) => html`<li>
              <div>
                <a class="row-main" href="/o/${this.org}/${path}">${t(`parks-home-${name}`)}</a>
                <p class="muted">${t(`parks-home-${name}-about`)}</p>
              </div>
            </li>`,
          )}
      </ul>
      <p class="muted">${t('parks-never-answers')}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-programme-home': ProgrammeHome
  }
}
