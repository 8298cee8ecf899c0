import { html, svg, type TemplateResult } from 'lit'

/** An arrow for a direction: up, down, or level. The word stands beside it. */
export function arrowOf(direction: number): TemplateResult {
  const drawing =
    direction > 0
      ? svg`<path d="M10 16V4M5 9l5-5 5 5" />`
      : direction < 0
        ? svg`<path d="M10 4v12M5 11l5 5 5-5" />`
        : svg`<path d="M4 10h12" />`
  return html`<svg class="arrow" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${drawing}</svg>`
}
