import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../i18n/texts.ts'

/** One thing that a version says, in words. */
export interface Said {
  readonly label: string
  readonly text: string
}

/** What to say when somebody else was first, and what can be done about it. */
interface Choice {
  /** Makes the ids on the page unique. */
  readonly id: string
  readonly mine: readonly Said[]
  /** In the same order as `mine`; undefined when they removed it. */
  readonly theirs: readonly Said[] | undefined
  /** What happened, when they removed it. */
  readonly gone: string
  readonly takeTheirs: () => void
}

/**
 * Both versions beside each other where they differ, and the choice between them. It stands inside the form, which
 * still holds the writer's words: keeping mine is sending that form.
 */
export function versions({ id, mine, theirs, gone, takeTheirs }: Choice): TemplateResult {
  const different = theirs ? mine.map((said, at) => ({ ...said, theirs: theirs[at]?.text ?? '' })).filter(differs) : []
  return html`<div class="versions" role="alert" tabindex="-1" id="${id}-versions">
    <h3>${t(theirs ? 'network-versions-title' : 'network-versions-gone-title')}</h3>
    <p>${theirs ? t('network-versions-intro') : gone}</p>
    ${
      different.length > 0
        ? html`<dl>
            ${different.map(
              ({ label, text, theirs: other }) => html`<div>
                <dt>${label}</dt>
                <dd><span class="muted">${t('network-versions-mine')}</span> ${orNothing(text)}</dd>
                <dd><span class="muted">${t('network-versions-theirs')}</span> ${orNothing(other)}</dd>
              </div>`,
            )}
          </dl>`
        : nothing
    }
    <div class="actions">
      <button class="primary">${t('network-versions-keep-mine')}</button>
      <button type="button" @click=${takeTheirs}>${t(theirs ? 'network-versions-take-theirs' : 'network-versions-leave')}</button>
    </div>
  </div>`
}

function differs({ text, theirs }: Said & { theirs: string }): boolean {
  return text !== theirs
}

function orNothing(text: string): string | TemplateResult {
  return text === '' ? html`<em>${t('network-versions-empty')}</em>` : text
}
