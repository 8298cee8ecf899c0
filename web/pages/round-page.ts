import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Round } from '../../server/contract/rounds.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { go } from '../app/router.ts'
import '../company-sheet/round-sheet.ts'
import { faultSummary } from '../components/fields.ts'
import '../components/rename.ts'
import '../components/round-share.ts'
import '../components/round-steps.ts'
import { locale } from '../i18n/locale.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { makeWorkshop, partsOf } from '../workshop/make-workshop.ts'
import { mayRunRounds, periodText } from './round-words.ts'

const REFRESH = 5000

/** What a round is part of; it does not change while the page is open. */
interface Surroundings {
  readonly organisation: Organisation
  readonly instrument: InstrumentView
}

/** One round: how people get in, how many did, and what can be done next. */
@customElement('mv-round-page')
export class RoundPage extends MvElement {
  @property() org = ''
  @property({ attribute: false }) round = ''
  readonly #reading = new Reading(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'session')
  #surroundings: Surroundings | undefined

  constructor() {
    super()
    new Repeating(this, REFRESH, () => {
      const state = this.#reading.value?.round.state
      if (state === 'open' || state === 'closing') void this.#reading.refresh()
    })
  }

  protected override render() {
    return this.#reading.render((page) => this.#view(page.round, page))
  }

  async #read(signal: AbortSignal): Promise<Surroundings & { readonly round: Round }> {
    const round = await call<Round>('GET', `/api/organisations/${this.org}/rounds/${this.round}`, undefined, { signal })
    learnName(round.id, round.title)
    this.#surroundings ??= await this.#readSurroundings(round, signal)
    return { round, ...this.#surroundings }
  }

  async #readSurroundings({ instrument: { id, version } }: Round, signal: AbortSignal): Promise<Surroundings> {
    const [organisation, instrument] = await Promise.all([
      call<Organisation>('GET', `/api/organisations/${this.org}`, undefined, { signal }),
      call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, instrument }
  }

  #view(round: Round, { organisation, instrument }: Surroundings): TemplateResult {
    return html`<div class="round-page" @mv-round-change=${() => this.#reading.refresh()}>
      ${faultSummary(this.#form)}
      <h1>${round.title}</h1>
      <p class="lead"><span class="state is-${round.state}">${t(`round-state-${round.state}`)}</span></p>
      ${
        round.code && round.joinUrl
          ? html`<mv-round-share .heading=${organisation.name} .roundTitle=${round.title} .code=${round.code} .url=${round.joinUrl}></mv-round-share>`
          : nothing
      }
      ${round.answering === 'together' ? this.#sheet(round, organisation) : this.#room(round)}
      <mv-round-steps .org=${this.org} .round=${round} .mayRun=${mayRunRounds(organisation.role)}></mv-round-steps>
      ${mayRunRounds(organisation.role) && round.answering === 'each' ? this.#session(round) : nothing}
      ${facts(round, instrument)}
      ${
        mayRunRounds(organisation.role)
          ? html`<p><mv-rename .org=${this.org} .round=${round.id} .name=${round.title} @mv-renamed=${() => this.#reading.refresh()}></mv-rename></p>`
          : nothing
      }
    </div>`
  }

  #sheet(round: Round, { role }: Organisation): TemplateResult {
    return html`<mv-round-sheet .org=${this.org} .round=${round} .mayRun=${mayRunRounds(role)}></mv-round-sheet>`
  }

  #room(round: Round): TemplateResult {
    return html`${preparing(`/o/${this.org}/r/${round.id}`, round)} ${round.state === 'draft' ? nothing : this.#counts(round)}`
  }

  #session({ id, workshopId, state, purpose }: Round): TemplateResult | typeof nothing {
    if (workshopId !== null)
      return html`<p><a class="button" href="/o/${this.org}/w/${workshopId}">${t('workshop-round-go')}</a></p>`
    if (state === 'archived' || purpose !== 'assessment') return nothing
    return html`<p class="actions">
      <button type="button" @click=${() => this.#form.run(() => this.#makeSession(id))}>${t('workshop-round-prepare')}</button>
      <span class="hint">${t('workshop-round-hint')}</span>
    </p>`
  }

  async #makeSession(roundId: string): Promise<void> {
    const page = this.#reading.value
    if (!page) return
    go(`/o/${this.org}/w/${await makeWorkshop(this.org, roundId, partsOf(page.round, page.instrument))}`)
  }

  #counts({ counts, expected, mode, state }: Round): TemplateResult {
    const figures = [
      {
        value: counts.joined,
        label: t('round-counts-joined', { n: counts.joined }),
        note: expected === null ? '' : t('round-counts-of', { expected }),
      },
      { value: counts.started, label: t('round-counts-started'), note: '' },
      { value: counts.finished, label: t('round-counts-finished'), note: '' },
    ]
    const isFew = mode === 'anonymous' && counts.joined < 5 && state === 'open'
    return html`<section aria-labelledby="counts-heading">
      <h2 id="counts-heading" class="visually-hidden">${t('round-counts-title')}</h2>
      <ul class="figures">
        ${figures.map(({ value, label, note }) => html`<li><strong>${value}</strong> ${label} <span class="muted">${note}</span></li>`)}
      </ul>
      ${isFew ? html`<p class="hint">${t('round-counts-few')}</p>` : nothing}
      <p role="status" class="warning-text">${this.#reading.isStale ? t('round-counts-stale') : ''}</p>
    </section>`
  }
}

/** Ways to get a room ready: the sheet with the Wi-Fi while people can join, paper until the round is over. */
function preparing(path: string, { code, state }: Round): TemplateResult | typeof nothing {
  if (state !== 'draft' && state !== 'open') return nothing
  return html`<p class="ready-links">
    ${code === null ? nothing : html`<a href="${path}/room-sheet">${t('round-share-sheet')}</a>`}
    <a href="${path}/paper">${t('round-share-paper')}</a>
    <a href="/venue">${t('round-share-venue')}</a>
  </p>`
}

function facts(round: Round, instrument: InstrumentView): TemplateResult {
  const names = instrument.names[locale()]
  const rows = [
    [
      t('round-facts-instrument'),
      `${instrument.title[locale()]} ${round.instrument.version}, ${t('round-facts-items', { items: round.items })}`,
    ],
    [t('round-facts-period'), periodText(round.period)],
    [t('round-facts-horizons'), round.horizons.map((horizon) => names.horizons[horizon]?.name ?? horizon).join(' + ')],
    ...(round.answering === 'together'
      ? [[t('round-facts-mode'), t('sheet-round-answering')]]
      : [
          [t('round-facts-mode'), t(`round-mode-${round.mode}`)],
          [
            t('round-facts-groups'),
            round.groups.map((group) => t(`round-group-${group}`)).join(', ') || t('round-facts-no-groups'),
          ],
        ]),
    ...(round.plannedOpenAt && round.state === 'draft'
      ? [[t('sheet-round-planned'), formatDay(round.plannedOpenAt)]]
      : []),
    ...(round.dueAt ? [[t('sheet-round-due'), formatDay(round.dueAt)]] : []),
    ...(round.openedAt ? [[t('round-facts-opened'), t('round-facts-when', { when: new Date(round.openedAt) })]] : []),
    ...(round.closedAt ? [[t('round-facts-closed'), t('round-facts-when', { when: new Date(round.closedAt) })]] : []),
  ]
  return html`<section aria-labelledby="facts-heading">
    <h2 id="facts-heading">${t('round-facts-title')}</h2>
    <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`
}
