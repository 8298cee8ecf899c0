import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'

/** Line drawings of the six capitals, 12 units high around (0, 0): readable where colour is not. */
const GLYPHS: Readonly<Record<string, SVGTemplateResult>> = {
  human: svg`<circle cy="-3.2" r="2.4" /><path d="M-4.8 5.6c0-3.4 2-5.2 4.8-5.2s4.8 1.8 4.8 5.2" />`,
  social: svg`<circle cx="-2.4" r="3.4" /><circle cx="2.4" r="3.4" />`,
  intellectual: svg`<path d="M-1.8 2.6c0-1.4-2.2-2.2-2.2-4.8a4 4 0 0 1 8 0c0 2.6-2.2 3.4-2.2 4.8zM-1.6 5.2h3.2" />`,
  manufactured: svg`<path d="M0-5.6 4.9-2.8v5.6L0 5.6-4.9 2.8v-5.6zM-4.9-2.8 0 0l4.9-2.8M0 0v5.6" />`,
  natural: svg`<path d="M-3.2 3.6C-5.4-1.2-1.4-5 5-5c0 6.2-3.4 10.2-8.2 8.6zM-5.2 5.8C-3.4 2.4-1 0 1.8-1.8" />`,
  financial: svg`<path d="M3.6-3.4a4.6 4.6 0 1 0 0 6.8M-5.4-1h6M-5.4 1.2h5.4" />`,
}

/**
 * The disc of a dimension at a place in a drawing: the capital's colour with its glyph. Another instrument's dimension
 * has no colour of its own; it gets the first letter of its name.
 */
export function capitalDisc(code: string, name: string, x: number, y: number, radius: number): SVGTemplateResult {
  const glyph = GLYPHS[code]
  const size = (radius / 14) * 1.25
  return svg`<g class="disc ${glyph ? `disc-${code}` : 'disc-other'}" transform="translate(${x} ${y})">
    <circle class="disc-ground" r=${radius} />
    ${
      glyph
        ? svg`<g class="disc-glyph" transform="scale(${size})">${glyph}</g>`
        : svg`<text class="disc-letter" text-anchor="middle" dy="0.35em">${[...name][0]?.toUpperCase()}</text>`
    }
  </g>`
}

/** The same disc beside a name in running text or a table. */
export function capitalIcon(code: string, name: string): TemplateResult {
  return html`<svg class="capital-icon" viewBox="-14 -14 28 28" width="24" height="24" aria-hidden="true">
    ${capitalDisc(code, name, 0, 0, 13)}
  </svg>`
}
