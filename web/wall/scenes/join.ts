import { html, type TemplateResult } from 'lit'
import type { WallView } from '../../../server/contract/workshops.ts'
import '../../components/qr-code.ts'
import { shownCode } from '../../participant/join-code.ts'
import type { Words } from '../../results/words.ts'
import { isDoorOpen } from '../collecting.ts'

/** From this length on an address is set smaller, so that it stays on one line. */
const LONG_ADDRESS = 24

/** How people come in: address, code and picture; how many have. With the door locked it says so in the same place. */
export function joinScene(wall: WallView, words: Words): TemplateResult {
  const { joined, expected } = wall.counts
  return html`<div class="scene join">
    <header class="join-head">
      <h1>${wall.round.title}</h1>
      <p>${wall.round.organisation}</p>
    </header>
    ${isDoorOpen(wall) ? ways(wall, words) : door(wall, words)}
    <p class="join-count">
      <span class="number">${words.number(joined)}</span>
      ${expected === null ? words.say('wall-joined', { n: joined }) : words.say('wall-joined-of', { expected, n: expected })}
    </p>
  </div>`
}

function ways({ join }: WallView, words: Words): TemplateResult {
  if (join === null) return html``
  const address = addressOf(join.url)
  return html`<div class="join-ways">
      <p class="join-step">${words.say('wall-join-go')}</p>
      <p class="join-address ${address.length > LONG_ADDRESS ? 'join-address-long' : ''}">${address}</p>
      <p class="join-step">${words.say('wall-join-code')}</p>
      <p class="join-code">${shownCode(join.code)}</p>
    </div>
    <div class="join-picture">
      <mv-qr-code .text=${join.url} .label=${words.say('wall-join-qr', { url: join.url })}></mv-qr-code>
      <p>${words.say('wall-join-scan')}</p>
    </div>`
}

function door({ room, round }: WallView, words: Words): TemplateResult {
  const isRunning = round.state === 'open' || round.state === 'closing'
  const said =
    room?.isLocked && isRunning ? 'locked' : round.state === 'draft' ? 'not-yet' : isRunning ? 'locked' : 'closed'
  return html`<div class="join-door">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 21V3.5h12V21M3.5 21h17M14.5 12v1.5" /></svg>
    <p class="join-door-title">${words.say(`wall-door-${said}`)}</p>
    ${said === 'locked' ? html`<p class="join-step">${words.say('wall-door-locked-why')}</p>` : ''}
  </div>`
}

/** An address as people type it: without protocol, and without the code that they type next. */
export function addressOf(url: string): string {
  return `${new URL(url, location.origin).host}/d`
}
