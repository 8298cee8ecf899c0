import { html, nothing, svg, type TemplateResult } from 'lit'
import type { WallView } from '../../../server/contract/workshops.ts'
import type { Locale } from '../../i18n/locale.ts'
import type { Words } from '../../results/words.ts'
import { asClock, secondsUntil } from '../clock.ts'
import { collectingOf } from '../collecting.ts'

/** How many are done of how many joined, and the time that is left. Never a value. */
export function progressScene(wall: WallView, words: Words, now: number): TemplateResult {
  const { joined, finished, vote } = collectingOf(wall)
  const about =
    vote === undefined
      ? words.say('wall-progress')
      : `${words.say('wall-vote')} · ${words.say('wall-vote-items', { n: vote.items })}`
  return html`<div class="scene progress">
    <p class="kicker">${about}</p>
    <h1 class="progress-done">
      ${joined === 0 ? html`<span class="progress-of">${words.say('wall-done-nobody')}</span>` : html`<span class="number">${words.number(finished)}</span> <span class="progress-of">${words.say('wall-done-of', { joined })}</span>`}
    </h1>
    ${bar('progress-bar', joined === 0 ? 0 : finished / joined)} ${timer(wall, words, now)}
  </div>`
}

/** The question that is being answered, with its anchors side by side. Never a value. */
export function questionScene(wall: WallView, words: Words, locale: Locale, now: number): TemplateResult {
  const { question } = wall
  if (question === null) return progressScene(wall, words, now)
  const { joined, finished } = collectingOf(wall)
  const texts = question.texts[locale]
  return html`<div class="scene asked">
    <p class="kicker">
      <span>${words.say('wall-question', { number: question.number, of: question.of })}</span>
      <span>${joined === 0 ? nothing : words.say('wall-done', { finished, joined })}</span>
    </p>
    <h1 class="asked-question">${texts.question}</h1>
    <ul class="asked-anchors">
      ${Object.entries(texts.anchors).map(([step, text]) => anchor(Number(step), text, question, locale))}
    </ul>
    ${timer(wall, words, now)}
  </div>`
}

/** A step and what it stands for: a pole has an arrow to its side, and a frequency its words. */
function anchor(
  step: number,
  text: string,
  { scale, labels }: NonNullable<WallView['question']>,
  locale: Locale,
): TemplateResult {
  const mark = scale.kind !== 'bipolar' ? step : step === scale.min ? '←' : '→'
  const label = labels?.[locale][step]
  return html`<li><span class="camp-step" aria-hidden=${scale.kind === 'bipolar' ? 'true' : nothing}>${mark}</span><span class="camp-text">${label === undefined ? nothing : html`<strong>${label}.</strong> `}${text}</span></li>`
}

/** Digits and a bar that shrinks, in a place that stays free without a timer, so that nothing moves when one starts. */
function timer({ room }: WallView, words: Words, now: number): TemplateResult {
  const running = room?.timer ?? null
  if (running === null) return html`<div class="wall-timer"></div>`
  const left = Math.min(secondsUntil(running.endsAt, now), running.seconds)
  const said = left === 0 ? words.say('wall-timer-over') : words.say('wall-timer', { time: asClock(left) })
  return html`<div class="wall-timer">
    <p class="wall-timer-digits" role="timer" aria-label=${said}>${left === 0 ? said : asClock(left)}</p>
    ${bar('wall-timer-bar', running.seconds === 0 ? 0 : left / running.seconds)}
  </div>`
}

/** A share of 0 to 1 as a bar; its number always stands beside it as text. */
function bar(look: string, share: number): TemplateResult {
  return html`<svg class="wall-bar ${look}" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class="wall-bar-ground" width="1000" height="10" /><rect class="wall-bar-part" width=${1000 * share} height="10" />`}
  </svg>`
}
