import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { Party, PartyLink } from '../../server/contract/networks.ts'
import type { LinkDirection, LinkState } from '../../server/domain/network.ts'
import { inCapitalOrder } from '../../server/domain/network.ts'
import { capitalDisc } from '../charts/glyphs.ts'
import type { Place } from '../charts/radar-geometry.ts'
import { t } from '../i18n/texts.ts'
import type { MapLayout, Spot } from './map-layout.ts'
import { linesThatFit, type Measure } from './map-text.ts'
import { capitalName } from './network-words.ts'

const ARROW = 7

/** The drawing of a network. The list below it says the same in words. */
export function mapSvg(
  parties: readonly Party[],
  organisation: string,
  layout: MapLayout,
  measure: Measure,
): TemplateResult {
  const { width, height } = layout
  const look = layout.sizes.text > 13 ? 'is-large' : ''
  return html`<svg class="network-map ${look}" role="img" aria-label=${t('network-map-label')} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${layout.spots.map((spot, at) => {
      const party = parties[at]
      return party ? lines(inCapitalOrder(party.links), spot) : nothing
    })}
    ${middle(organisation, layout, measure)}
    ${layout.spots.map((spot, at) => {
      const party = parties[at]
      return party ? discsAndName(inCapitalOrder(party.links), spot, layout) : nothing
    })}
  </svg>`
}

/** A piece of line as it is drawn on the map, for its key. */
export function lineSample(direction: LinkDirection, state: LinkState): TemplateResult {
  const [from, to] = [
    { x: 2, y: 9 },
    { x: 46, y: 9 },
  ]
  return html`<svg class="sample network-line ${stateClass(state)}" width="48" height="18" aria-hidden="true">
    ${line(from, to)} ${arrows(direction, from, to)}
  </svg>`
}

function lines(links: readonly PartyLink[], { discs, ends }: Spot): SVGTemplateResult[] {
  return links.map(({ dimension, direction, state }, at) => {
    const [from, to] = [discs[at], ends[at]]
    if (from === undefined || to === undefined) return svg``
    return svg`<g class="network-line disc-${dimension} ${stateClass(state)}">${line(from, to)} ${arrows(direction, from, to)}</g>`
  })
}

function line(from: Place, to: Place): SVGTemplateResult {
  return svg`<line x1=${round(from.x)} y1=${round(from.y)} x2=${round(to.x)} y2=${round(to.y)} />`
}

/** Heads halfway, where lines are apart: towards the organisation, away from it, or back to back. */
function arrows(direction: LinkDirection, from: Place, to: Place): SVGTemplateResult[] {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const along = (share: number) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
  const half = ARROW / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y))
  const inwards = (place: Place) => head(place, angle)
  const outwards = (place: Place) => head(place, angle + 180)
  if (direction === 'to-us') return [inwards(along(0.5))]
  if (direction === 'from-us') return [outwards(along(0.5))]
  return [outwards(along(0.5 - 1.2 * half)), inwards(along(0.5 + 1.2 * half))]
}

function head({ x, y }: Place, degrees: number): SVGTemplateResult {
  return svg`<path class="network-head" d="M${ARROW} 0L${-ARROW} ${ARROW * 0.8}V${-ARROW * 0.8}Z" transform="translate(${round(x)} ${round(y)}) rotate(${round(degrees)})" />`
}

function discsAndName(links: readonly PartyLink[], { discs, name }: Spot, { sizes }: MapLayout): SVGTemplateResult {
  const first = discs[0]
  return svg`<g class="network-party">
    ${links.length === 0 && first ? svg`<circle class="network-untied" cx=${round(first.x)} cy=${round(first.y)} r="5" />` : nothing}
    ${links.map(({ dimension, state }, at) => {
      const place = discs[at]
      if (place === undefined) return nothing
      return svg`<g class=${stateClass(state)}>${capitalDisc(dimension, capitalName(dimension), round(place.x), round(place.y), sizes.disc)}</g>`
    })}
    <text class="network-name" text-anchor=${name.anchor}>
      ${name.lines.map((text, row) => svg`<tspan x=${round(name.x)} y=${round(name.y + row * sizes.lineHeight)} dy="0.35em">${text}</tspan>`)}
    </text>
  </g>`
}

function middle(organisation: string, { middle: place }: MapLayout, measure: Measure): SVGTemplateResult {
  if ('bar' in place) {
    return svg`<rect class="network-middle" x=${place.bar.x} y=${place.bar.y} width=${place.size.x} height=${place.size.y} rx="6" />`
  }
  const { x, y, radius } = place
  const width = radius * 1.65
  const scale = scaleFor(organisation, width, measure)
  const texts = linesThatFit(organisation, width / scale, 3, measure)
  const top = ((1 - texts.length) * 19) / 2
  return svg`<circle class="network-middle" cx=${x} cy=${y} r=${radius} />
    <text class="network-own" text-anchor="middle" transform="translate(${x} ${y}) scale(${scale})">
      ${texts.map((text, row) => svg`<tspan x="0" y=${round(top + row * 19)} dy="0.35em">${text}</tspan>`)}
    </text>`
}

/** A somewhat smaller name rather than one with a word broken in two; from three quarters on it is broken after all. */
function scaleFor(name: string, width: number, measure: Measure): number {
  const widest = Math.max(...name.split(/[\s-]+/).map(measure))
  return Math.max(0.75, Math.min(1, Math.floor((width / widest) * 100) / 100))
}

function stateClass(state: LinkState): string {
  return state === 'dormant' ? 'is-dormant' : 'is-active'
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
