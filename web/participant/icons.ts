import { html, type TemplateResult } from 'lit'

/** The mark of Meervoud: six segments of a ring. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
    <circle cx="16" cy="16" r="11" fill="none" stroke="currentColor" stroke-width="7" pathLength="60" stroke-dasharray="8.4 1.6" transform="rotate(-85 16 16)" />
  </svg>`
}

/** Something is on this phone and not yet with the server. */
export function cloudIcon(): TemplateResult {
  return outline('M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.02A4 4 0 0 1 17.5 18.5Z')
}

/** The server has it. */
export function checkIcon(): TemplateResult {
  return outline('m5 12.5 4.5 4.5L19 7.5')
}

/** Something asks for attention. */
export function warningIcon(): TemplateResult {
  return outline('M12 4 2.8 19.5h18.4ZM12 10v4.5m0 2.4v.1')
}

function outline(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d=${path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>`
}
