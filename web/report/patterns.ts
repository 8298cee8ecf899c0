import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'

/** A pattern for each capital, so that grey paper tells them apart where colour does not. */
const PATTERNS: Readonly<Record<string, SVGTemplateResult>> = {
  human: svg`<circle cx="4" cy="4" r="2" />`,
  social: svg`<path d="M0 0L8 8M8 0L0 8" />`,
  intellectual: svg`<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />`,
  manufactured: svg`<path d="M0 4H8" />`,
  natural: svg`<path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" />`,
  financial: svg`<path d="M4 0V8" />`,
}

/** A band in the pattern and the colour of a capital, under its name; another dimension has a plain line. */
export function capitalBand(code: string): TemplateResult {
  const pattern = PATTERNS[code]
  const id = `report-pattern-${code}`
  return html`<svg class="report-band ${pattern ? `disc-${code}` : ''}" height="8" width="100%" aria-hidden="true">
    ${
      pattern
        ? svg`<defs><pattern id=${id} width="8" height="8" patternUnits="userSpaceOnUse">${pattern}</pattern></defs>
            <rect width="100%" height="8" fill="url(#${id})" />`
        : svg`<line x1="0" x2="100%" y1="4" y2="4" />`
    }
  </svg>`
}
