import { html, type TemplateResult } from 'lit'
import type { RoomReflection } from '../../../server/contract/reflection-room.ts'
import type { Picture, Shown } from '../picture.ts'
import '../wall-pages.ts'

/** Texts of fewer characters together are set larger. */
const SHORT = 160

type Proposal = NonNullable<RoomReflection['proposal']>

/**
 * A proposal, and how many people have answered whether they object; once the round is closed how they answered, with
 * objections and concerns in words and without names. Undefined until it was read.
 */
export function consentPicture(shown: Shown): Picture | undefined {
  const { reflection, words } = shown
  const proposal = reflection?.proposal
  if (!proposal) return undefined
  const isClosed = proposal.state === 'closed'
  const texts = isClosed ? [...proposal.objections, ...proposal.concerns] : [proposal.agreement, proposal.driver]
  const isShort = texts.join('').length < SHORT
  return {
    kicker: html`${words.say('wall-consent')}`,
    headline: proposal.title || words.say('wall-consent-untitled'),
    key: html`<p class="picture-key">${answered(proposal, shown)}</p>`,
    body: pages(isClosed ? outcome(proposal, shown) : inFull(proposal, shown), isShort, shown),
    behind: proposal.state === 'none' ? '' : words.say('wall-consent-answers', { n: proposal.counts.answered }),
  }
}

function answered({ state, counts }: Proposal, { words }: Shown): string {
  if (state === 'none') return ''
  return words.say(state === 'open' ? 'wall-consent-answered' : 'wall-consent-answers', { n: counts.answered })
}

function pages(blocks: readonly TemplateResult[], isShort: boolean, { words }: Shown): TemplateResult {
  return html`<div class="cards-board ${isShort ? 'cards-few' : ''}">
    <mv-wall-pages
      .columns=${2}
      .blocks=${blocks}
      .place=${(page: number, total: number) => words.say('wall-cards-page', { page, total })}
    ></mv-wall-pages>
  </div>`
}

function inFull({ agreement, driver, owner, firstStep, reviewOn, criteria }: Proposal, shown: Shown): TemplateResult[] {
  const parts: readonly (readonly [string, string])[] = [
    ['agreement', agreement],
    ['driver', driver],
    ['owner', owner],
    ['first-step', firstStep],
    ['review', reviewOn === null ? '' : dayIn(reviewOn, shown)],
    ['criteria', criteria.join(' · ')],
  ]
  return parts.flatMap(([part, text]) => (text === '' ? [] : [block(`wall-consent-${part}`, text, '', shown)]))
}

/** What people answered, most important first: what stands in the way, then what to watch. */
function outcome({ counts, objections, concerns }: Proposal, shown: Shown): TemplateResult[] {
  const { words } = shown
  const { noObjection, concern, objection } = counts
  const isKnown = noObjection !== null && concern !== null && objection !== null
  const rows = isKnown
    ? ([
        ['objection', objection],
        ['concern', concern],
        ['no-objection', noObjection],
      ] as const)
    : []
  const table = html`<div class="consent-counts">
    ${rows.map(
      ([stance, n]) => html`<p class="consent-${stance}">
        <span class="number">${words.number(n)}</span> ${words.say(`wall-consent-${stance}`, { n })}
      </p>`,
    )}
  </div>`
  return [
    table,
    ...objections.map((text) => block('wall-consent-one-objection', text, 'is-objection', shown)),
    ...concerns.map((text) => block('wall-consent-one-concern', text, '', shown)),
  ]
}

function block(name: string, text: string, look: string, { words }: Shown): TemplateResult {
  return html`<div class="wall-card ${look}">
    <p class="wall-card-under">${words.say(name)}</p>
    <p class="wall-card-words">${text}</p>
  </div>`
}

function dayIn(day: string, { locale }: Shown): string {
  const format = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(day))
}
