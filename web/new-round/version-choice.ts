import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { Reading } from '../app/reading.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../pages/round-texts.ts'
import { pageWords } from '../results/page-words.ts'
import { type VersionChanges, versionChanges } from './version-changes.ts'

/** Another version of the questionnaire was chosen. */
export class VersionEvent extends Event {
  readonly version: string

  constructor(version: string) {
    super('mv-version')
    this.version = version
  }
}

/** The choice of a version of a questionnaire, with what changed in each; sends `mv-version`. */
@customElement('mv-version-choice')
export class VersionChoice extends MvElement {
  /** Which questionnaire. */
  @property() instrument = ''
  /** Its versions, the newest first. */
  @property({ attribute: false }) versions: readonly string[] = []
  @property() chosen = ''
  readonly #views = new Reading(this, (signal) =>
    Promise.all(
      this.versions.map((version) =>
        call<InstrumentView>('GET', `/api/instruments/${this.instrument}/${version}`, undefined, { signal }),
      ),
    ),
  )

  protected override render(): TemplateResult {
    return this.#views.render(
      (views) => html`<fieldset class="field">
        <legend class="visually-hidden">${t('round-new-version')}</legend>
        ${views.map((view, index) => this.#option(view, views[index + 1], index === 0))}
      </fieldset>`,
      'part',
    )
  }

  #option(view: InstrumentView, before: InstrumentView | undefined, isNewest: boolean): TemplateResult {
    const changes = versionChanges(view, before, locale())
    return html`<label class="choice">
        <input type="radio" name="version" value=${view.version} .checked=${view.version === this.chosen} @change=${() => this.dispatchEvent(new VersionEvent(view.version))} />
        <span>${t(isNewest ? 'round-new-version-newest' : 'round-new-version-older', { version: view.version })}</span>
      </label>
      ${changes ? whatChanged(changes) : nothing}`
  }
}

function whatChanged({ from, kept, comparable, apart, gone }: VersionChanges): TemplateResult {
  const list = (id: string, topics: readonly string[]) =>
    topics.length === 0 ? nothing : html`<li>${t(id, { n: topics.length, topics: pageWords().list(topics) })}</li>`
  return html`<div class="version-changes">
    <p class="hint">${t('round-new-version-since', { version: from, kept })}</p>
    <ul class="hint">
      ${list('round-new-version-reworded', comparable)} ${list('round-new-version-apart', apart)}
      ${list('round-new-version-gone', gone)}
    </ul>
  </div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-version-choice': VersionChoice
  }
}
