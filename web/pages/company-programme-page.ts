import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ParticipationView } from '../../server/contract/participations.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { formatDay, t } from '../i18n/texts.ts'
import '../programme/company-benchmark.ts'
import type { ConsentEvent } from '../programme/company-consents.ts'
import '../programme/company-consents.ts'
import '../programme/company-leave.ts'
import type { CompanyLedger } from '../programme/company-ledger.ts'
import '../programme/company-ledger.ts'
import { placeText } from '../programme/company-place.ts'
import '../programme/exchange-texts.ts'
import '../styles/charts.css'
import '../styles/programme-axis.css'
import '../styles/programme-company.css'
import '../styles/result-table.css'
import '../styles/span-marks.css'

interface Page {
  readonly organisation: Organisation
  readonly participation: ParticipationView
}

/** One programme of a company: how it stands beside others, what it shares, who else is there, and what it decided. */
@customElement('mv-company-programme-page')
export class CompanyProgrammePage extends MvElement {
  @property() org = ''
  @property() programme = ''
  @query('mv-company-ledger') private readonly ledger!: CompanyLedger | null
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))

  protected override render(): TemplateResult {
    return this.#page.render(
      (page) => html`<div class="programme-company">
        <h1>${page.participation.programme.name}</h1>
        <p class="lead">${placeText(page.participation)}</p>
        ${page.participation.leftAt === null ? this.#inside(page) : this.#left(page.participation.leftAt)}
        <mv-company-ledger
          .org=${this.org}
          .programme=${this.programme}
          .name=${page.participation.programme.name}
          .hasFigures=${page.organisation.role === 'owner' && page.participation.leftAt === null}
        ></mv-company-ledger>
        ${page.organisation.role === 'owner' && page.participation.leftAt === null ? this.#leaving(page) : nothing}
        <p class="screen-only"><a href="/o/${this.org}/programmes">${t('programme-company-all')}</a></p>
      </div>`,
    )
  }

  #inside({ organisation, participation }: Page): TemplateResult {
    return html`<mv-company-benchmark .org=${this.org} .programme=${this.programme}></mv-company-benchmark>
      <mv-company-consents
        .org=${this.org}
        .name=${organisation.name}
        .participation=${participation}
        .isOwner=${organisation.role === 'owner'}
        @mv-consent=${(event: ConsentEvent) => this.#decided(event.participation)}
      ></mv-company-consents>
      <section class="screen-only" aria-labelledby="exchange-heading">
        <h2 id="exchange-heading">${t('programme-exchange-title')}</h2>
        <p>${t('programme-exchange-lead')}</p>
        <p><a class="button" href="/o/${this.org}/programmes/${this.programme}/exchange">${t('programme-exchange-link')}</a></p>
      </section>
      <section aria-labelledby="neighbours-heading">
        <h2 id="neighbours-heading">${t('programme-company-neighbours-title', { park: participation.park.name })}</h2>
        ${
          participation.neighbours.length === 0
            ? html`<p>${t('programme-company-neighbours-none')}</p>`
            : html`<p class="muted">${t('programme-company-neighbours-about')}</p>
                <ul>
                  ${participation.neighbours.map((name) => html`<li>${name}</li>`)}
                </ul>`
        }
      </section>`
  }

  /** Keeps what holds now: when this page is drawn anew, it tells the consents what it has. */
  #decided(participation: ParticipationView): void {
    const page = this.#page.value
    if (page !== undefined) this.#page.value = { ...page, participation }
    this.requestUpdate()
    this.ledger?.refresh()
  }

  #left(leftAt: string): TemplateResult {
    return html`<p class="notice">${t('programme-company-left-about', { day: formatDay(leftAt) })}</p>`
  }

  #leaving({ participation }: Page): TemplateResult {
    return html`<mv-company-leave
      .org=${this.org}
      .programme=${this.programme}
      .name=${participation.programme.name}
    ></mv-company-leave>`
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, participation] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<ParticipationView>('GET', `${path}/participations/${this.programme}`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, participation }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-company-programme-page': CompanyProgrammePage
  }
}
