import { html, nothing, type TemplateResult } from 'lit'
import type { WallView } from '../../server/contract/workshops.ts'
import { shownCode } from '../participant/join-code.ts'
import type { Words } from '../results/words.ts'
import { secondsUntil } from './clock.ts'
import { collectingOf, isDoorOpen } from './collecting.ts'
import { type Picture, pictureTable } from './picture.ts'
import { addressOf } from './scenes/join.ts'

/** A revealed scene in the places of a wall: what it is about, the sentence, the drawing; the table for who cannot see it. */
export function pictureScene(kind: string, picture: Picture, tableId: string): TemplateResult {
  return html`<div class="scene picture picture-${kind}">
    <p class="kicker"><span class="with-icon">${picture.kicker}</span></p>
    <h1 class="headline">${picture.headline}</h1>
    ${picture.key ?? nothing}
    <div class="picture-body">${picture.body}</div>
    ${picture.table ? html`<div class="visually-hidden">${pictureTable(picture.table, tableId)}</div>` : nothing}
  </div>`
}

/** The lowest line of every scene: which session this is, and how to come in while that is possible. */
export function foot(wall: WallView, behind: string | undefined, words: Words): TemplateResult {
  const { round, join } = wall
  return html`<footer class="wall-foot">
    <p class="wall-foot-title">${[round.title, round.organisation, ...(behind ? [behind] : [])].join(' · ')}</p>
    ${join === null || !isDoorOpen(wall) ? nothing : html`<p class="wall-foot-join">${words.say('wall-join-strip')} ${addressOf(join.url)} <strong>${shownCode(join.code)}</strong></p>`}
  </footer>`
}

/** A calm band over the lowest line: the collecting is about to close, or there is a break. The scene stays as it is. */
export function band(wall: WallView, words: Words, now: number): TemplateResult | typeof nothing {
  const { state, closesAt } = collectingOf(wall)
  if (state === 'closing' && closesAt !== null) {
    return html`<p class="band band-closing">${words.say('wall-closing', { seconds: secondsUntil(closesAt, now) })}</p>`
  }
  return wall.room?.isPaused ? html`<p class="band band-pause">${words.say('wall-pause')}</p>` : nothing
}

/** Says across every scene that this is not real. Only its outline is drawn, so that everything below stays readable. */
export function rehearsalMark(words: Words): TemplateResult {
  return html`<svg class="wall-rehearsal" viewBox="0 0 1280 720" preserveAspectRatio="xMidYMid slice" role="img" aria-label=${words.say('wall-rehearsal')}>
    <text x="640" y="360" textLength="1060" lengthAdjust="spacingAndGlyphs" text-anchor="middle" dy="0.35em" transform="rotate(-24 640 360)">${words.say('wall-rehearsal')}</text>
  </svg>`
}
