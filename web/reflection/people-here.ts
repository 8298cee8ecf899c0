import { html, nothing, type TemplateResult } from 'lit'
import type { Reflection } from '../../server/contract/reflections.ts'
import { t } from '../i18n/texts.ts'

/** Who else looks at a reflection now, and at which question; nothing when the reader is alone. */
export function peopleHere({ people }: Reflection): TemplateResult | typeof nothing {
  const others = people.filter(({ isMe }) => !isMe)
  if (others.length === 0) return nothing
  return html`<p class="people-here screen-only">
    ${t('reflection-people')}
    ${others.map(
      ({ name, question }) =>
        html`<span class="person">${question === null ? name : t('reflection-person-at', { name, question })}</span>`,
    )}
  </p>`
}
