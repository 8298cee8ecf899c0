import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit'
import type { ValueNetwork } from '../../server/contract/exchange.ts'
import { capitalDisc } from '../charts/glyphs.ts'
import type { Place } from '../charts/radar-geometry.ts'
import { t } from '../i18n/texts.ts'
import { capitalName } from '../network/network-words.ts'
import './exchange-texts.ts'

/** With more companies a picture can be read no more. */
export const MOST_IN_PICTURE = 12

const SIZE = 400
const REACH = 165
const NODE = 17
const HEAD = 9
const DISC = 10
/** How far an arrow bends, as a share of its length, and every next one between the same two beyond it. */
const BEND = { share: 0.18, next: 52 } as const

type Arrow = ValueNetwork['matches'][number]

/** Companies as numbers on a circle, with a bent arrow per capital from who offers to who needs. */
export function networkPicture({ companies, matches }: Pick<ValueNetwork, 'companies' | 'matches'>): TemplateResult {
  const places = new Map(companies.map(({ number }, at) => [number, placeOf(at, companies.length)]))
  const arrows = matches.flatMap((match, at) => {
    const [from, to] = [places.get(match.from), places.get(match.to)]
    if (from === undefined || to === undefined) return []
    const before = matches.slice(0, at).filter((other) => other.from === match.from && other.to === match.to).length
    return [arrow(match, from, to, before)]
  })
  const half = companies.length === 2 ? halfHeightOfTwo(matches.length) : SIZE / 2
  return html`<svg class="value-network" role="img" aria-label=${t('programme-exchange-network-label')} viewBox="0 ${SIZE / 2 - half} ${SIZE} ${2 * half}">
    ${arrows}
    ${[...places].map(
      ([number, { x, y }]) => svg`<g transform="translate(${round(x)} ${round(y)})">
        <circle class="value-node" r=${NODE} />
        <text class="value-number" text-anchor="middle" dy="0.35em">${number}</text>
      </g>`,
    )}
  </svg>`
}

function placeOf(at: number, count: number): Place {
  // Two stand beside each other; more begin at the top.
  const angle = (at / count) * 2 * Math.PI - (count === 2 ? Math.PI : Math.PI / 2)
  return { x: SIZE / 2 + REACH * Math.cos(angle), y: SIZE / 2 + REACH * Math.sin(angle) }
}

/** Two on one line need no room above and below but for their arrows, which may all go the same way. */
function halfHeightOfTwo(arrows: number): number {
  const bend = 2 * REACH * BEND.share + (arrows - 1) * BEND.next
  return Math.min(SIZE / 2, bend / 2 + 2 * NODE)
}

/** @param before how many arrows go from the one to the other already: each next one bends further. */
function arrow({ capital }: Arrow, from: Place, to: Place, before: number): SVGTemplateResult {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.max(1, Math.hypot(dx, dy))
  const bend = length * BEND.share + before * BEND.next
  const control = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  }
  const start = towards(from, control, NODE)
  const end = towards(to, control, NODE + HEAD + 2)
  const middle = {
    x: (start.x + 2 * control.x + end.x) / 4,
    y: (start.y + 2 * control.y + end.y) / 4,
  }
  const degrees = (Math.atan2(to.y - control.y, to.x - control.x) * 180) / Math.PI
  return svg`<g class="value-arrow disc-${capital}">
    <path class="value-line" d="M${pair(start)}Q${pair(control)} ${pair(end)}" />
    <path class="value-head" d="M${HEAD} 0L${-HEAD / 2} ${HEAD * 0.75}V${-HEAD * 0.75}Z" transform="translate(${pair(end)}) rotate(${round(degrees)})" />
    ${capitalDisc(capital, capitalName(capital), round(middle.x), round(middle.y), DISC)}
  </g>`
}

function towards(from: Place, to: Place, distance: number): Place {
  const share = distance / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y))
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function pair({ x, y }: Place): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
