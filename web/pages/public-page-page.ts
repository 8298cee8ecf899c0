import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { ProgrammePage, ProgrammePageInput } from '../../server/contract/programme-pages.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Form, textOf } from '../app/form.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { areaField, faultSummary, formActions, radioField, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import '../programme/public-texts.ts'
import './account-texts.ts'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const COLOUR = /^#[0-9a-fA-F]{6}$/

interface Page {
  readonly organisation: Organisation
  readonly page: ProgrammePage
}

/** What the public page of a programme says, where it is, and whether it can be seen. */
@customElement('mv-public-page-page')
export class PublicPagePage extends MvElement {
  @property() org = ''
  @state() private isSaved = false
  readonly #page = new Reading<Page>(this, (signal) => this.#read(signal))
  readonly #form = new Form(this, 'public', [
    {
      field: 'slug',
      fault: 'public-page-slug-fault',
      holds: (value) => value.trim() === '' || (SLUG.test(value.trim()) && value.trim().length > 2),
      codes: ['slug-taken', 'page-without-address'],
    },
    {
      field: 'accent',
      fault: 'public-page-accent-fault',
      holds: (value) => value.trim() === '' || COLOUR.test(value.trim()),
      codes: ['accent-not-readable'],
    },
  ])

  protected override render() {
    return this.#page.render(
      ({ organisation, page }) => html`<div class="narrow">
        <h1>${t('public-page-title')}</h1>
        <p class="lead">${t('public-page-lead')}</p>
        ${page.isPublished ? nothing : this.#nothingYet()} ${standing(page)}
        ${organisation.role === 'owner' ? this.#settings(page) : html`<p class="muted">${t('public-page-manager')}</p>`}
      </div>`,
    )
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const path = `/api/organisations/${this.org}`
    const [organisation, page] = await Promise.all([
      call<Organisation>('GET', path, undefined, { signal }),
      call<ProgrammePage>('GET', `${path}/programme/page`, undefined, { signal }),
    ])
    learnName(organisation.id, organisation.name)
    return { organisation, page }
  }

  #nothingYet(): TemplateResult {
    return html`<p>${t('public-page-nothing')} <a href="/o/${this.org}/publish">${t('public-page-publish')}</a></p>`
  }

  #settings(page: ProgrammePage): TemplateResult {
    const form = this.#form
    const start = `${location.origin}/p/`
    return html`<form novalidate @submit=${form.onSubmit((values) => this.#save(values, page))} @input=${this.#forget}>
      ${faultSummary(form)}
      ${textField(form, { name: 'slug', label: t('public-page-slug'), hint: t('public-page-slug-hint', { start }), value: page.slug ?? '' })}
      ${textField(form, { name: 'titleNl', label: t('public-page-title-nl'), hint: t('public-page-title-hint'), value: page.title.nl })}
      ${areaField(form, { name: 'aboutNl', label: t('public-page-about-nl'), hint: t('public-page-about-hint'), rows: 5, value: page.about.nl })}
      ${textField(form, { name: 'titleEn', label: t('public-page-title-en'), value: page.title.en })}
      ${areaField(form, { name: 'aboutEn', label: t('public-page-about-en'), rows: 5, value: page.about.en })}
      ${textField(form, { name: 'contact', label: t('public-page-contact'), hint: t('public-page-contact-hint'), value: page.contact })}
      ${textField(form, { name: 'accent', label: t('public-page-accent'), hint: t('public-page-accent-hint'), value: page.accent ?? '', size: 'short' })}
      ${radioField(form, {
        name: 'licence',
        label: t('public-page-licence'),
        options: [
          { value: 'CC-BY-4.0', label: t('public-page-licence-by') },
          { value: 'CC0-1.0', label: t('public-page-licence-zero') },
        ],
        chosen: [page.licence],
      })}
      ${radioField(form, {
        name: 'shown',
        label: t('public-page-shows'),
        options: [
          { value: 'no', label: t('public-page-shows-no') },
          { value: 'yes', label: t('public-page-shows-yes') },
        ],
        chosen: [page.shownSince === null ? 'no' : 'yes'],
      })}
      ${formActions(form, html`<button class="primary">${t('frame-save')}</button>`)}
      <p role="status">${this.isSaved ? t('public-page-saved') : ''}</p>
    </form>`
  }

  readonly #forget = () => {
    this.isSaved = false
  }

  async #save(values: FormData, { revision }: ProgrammePage): Promise<void> {
    const body: ProgrammePageInput = {
      slug: textOf(values, 'slug').trim() || null,
      title: { nl: textOf(values, 'titleNl'), en: textOf(values, 'titleEn') },
      about: { nl: textOf(values, 'aboutNl'), en: textOf(values, 'aboutEn') },
      contact: textOf(values, 'contact'),
      accent: textOf(values, 'accent').trim().toLowerCase() || null,
      licence: textOf(values, 'licence') === 'CC0-1.0' ? 'CC0-1.0' : 'CC-BY-4.0',
      shown: textOf(values, 'shown') === 'yes',
      revision,
    }
    await call('PUT', `/api/organisations/${this.org}/programme/page`, body)
    await this.#page.refresh()
    this.isSaved = true
  }
}

function standing({ url, shownSince }: ProgrammePage): TemplateResult {
  if (shownSince === null || url === null) return html`<p><strong>${t('public-page-hidden')}</strong></p>`
  return html`<p>
    <strong>${t('public-page-shown', { day: new Date(shownSince) })}</strong> <a href=${new URL(url).pathname} target="_blank" rel="noopener">${t('public-page-open')}</a>
  </p>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-public-page-page': PublicPagePage
  }
}
