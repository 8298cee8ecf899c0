import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { Retention } from '../../server/contract/own-data.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import '../components/organisation-erasure.ts'
import '../components/own-data-texts.ts'
import '../exports/archive-import.ts'
import { Downloading } from '../exports/downloading.ts'
import { formatDay, t } from '../i18n/texts.ts'

interface Page {
  readonly organisation: Organisation
  /** Undefined for who is no owner. */
  readonly retention: Retention | undefined
}

/** The data of one organisation, for its owners: taking it along, bringing another in, how long it stays, and erasing it. */
@customElement('mv-data-page')
export class DataPage extends MvElement {
  @property() org = ''
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #archive = new Downloading(this)
  readonly #rounds = new Downloading(this)

  protected override render() {
    return this.#page.render(({ organisation, retention }) => {
      return html`<div class="narrow data-page">
        <h1>${t('own-data-org-title', { name: organisation.name })}</h1>
        <p class="lead">${t('own-data-org-lead')}</p>
        ${
          retention === undefined
            ? html`<p>${t('own-data-org-only-owners')}</p>
              <p><a class="button" href="/o/${this.org}">${t('own-data-org-back')}</a></p>`
            : html`${this.#export()} ${this.#allRounds()}
              <mv-archive-import .name=${organisation.name}></mv-archive-import>
              ${keeping(retention)}
              <mv-organisation-erasure .org=${this.org} .name=${organisation.name}></mv-organisation-erasure>`
        }
      </div>`
    })
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const organisation = await call<Organisation>('GET', path, undefined, { signal })
    learnName(organisation.id, organisation.name)
    const retention =
      organisation.role === 'owner'
        ? await call<Retention>('GET', `${path}/retention`, undefined, { signal })
        : undefined
    return { organisation, retention }
  }

  #export(): TemplateResult {
    return html`<section aria-labelledby="export-heading">
      <h2 id="export-heading">${t('own-data-org-export-title')}</h2>
      <p>${t('own-data-org-export-about')} ${t('export-archive-again')}</p>
      <p>${t('own-data-org-export-anonymous')}</p>
      <p><button type="button" class="primary" @click=${() => this.#take(this.#archive, 'export')}>${t('own-data-org-export')}</button></p>
      ${this.#archive.render()}
    </section>`
  }

  #allRounds(): TemplateResult {
    return html`<section aria-labelledby="rounds-heading">
      <h2 id="rounds-heading">${t('export-rounds-title')}</h2>
      <p>${t('export-rounds-about')}</p>
      <p><button type="button" @click=${() => this.#take(this.#rounds, 'export.xlsx')}>${t('export-rounds')}</button></p>
      ${this.#rounds.render()}
    </section>`
  }

  #take(downloading: Downloading, what: string): Promise<void> {
    return downloading.fetch(`/api/organisations/${this.org}/${what}`)
  }
}

function keeping({ months, rounds, last }: Retention): TemplateResult {
  return html`<section aria-labelledby="keep-heading">
    <h2 id="keep-heading">${t('own-data-keep-title')}</h2>
    <ul>
      <li>${t('own-data-keep-answers', { n: months.answers })}</li>
      <li>${t('own-data-keep-texts', { n: months.texts })}</li>
      <li>${t('own-data-keep-audit', { n: months.audit })}</li>
    </ul>
    <p>${t('own-data-keep-stays')}</p>
    <p class="muted">${t('own-data-keep-who')}</p>
    <h3>${t('own-data-keep-next')}</h3>
    ${rounds.length === 0 ? html`<p>${t('own-data-keep-none')}</p>` : roundList(rounds)}
    <p>${last === null ? t('own-data-last-none') : t('own-data-last', { ...last, day: formatDay(last.at) })}</p>
  </section>`
}

function roundList(rounds: Retention['rounds']): TemplateResult {
  return html`<ul class="rows">
    ${rounds.map(
      ({ title, textsUntil, answersUntil }) => html`<li>
        <div>
          <strong>${title}</strong>
          ${textsUntil === null ? nothing : html`<p class="muted">${t('own-data-keep-texts-on', { day: formatDay(textsUntil) })}</p>`}
          ${answersUntil === null ? nothing : html`<p class="muted">${t('own-data-keep-answers-on', { day: formatDay(answersUntil) })}</p>`}
        </div>
      </li>`,
    )}
  </ul>`
}
