import { html, type TemplateResult } from 'lit'
import type { Reflection } from '../../server/contract/reflections.ts'
import { DOTS_EACH } from '../../server/contract/room-limits.ts'
import { call } from '../api.ts'
import { t } from '../i18n/texts.ts'
import { cardDrafts } from './card-drafts.ts'
import type { Desk } from './desk.ts'

type Dots = Readonly<Record<string, number>>

/** How many dots the reader has left for a question. */
export function dotsLeft({ votes }: Reflection, question: number): number {
  const given = Object.values(votes[String(question)] ?? {}).reduce((sum, n) => sum + n, 0)
  return Math.max(0, DOTS_EACH - given)
}

/** Two buttons that give a dot to a card or a candidate and take it back, with the reader's own dots between. */
export function dotButtons(desk: Desk, question: number, key: string, label: string): TemplateResult {
  const own = ownDots(desk, question)[key] ?? 0
  return html`<span class="dots" role="group" aria-label=${t('reflection-dots-for', { label })}>
    <button type="button" aria-label=${t('reflection-dots-take')} @click=${() => void give(desk, question, key, -1)}>−</button>
    <span class="dots-own">
      <span aria-hidden="true">${'●'.repeat(own)}${'○'.repeat(Math.max(0, DOTS_EACH - own))}</span>
      <span class="visually-hidden">${t('reflection-dots-own', { n: own })}</span>
    </span>
    <button type="button" aria-label=${t('reflection-dots-give')} @click=${() => void give(desk, question, key, 1)}>+</button>
  </span>`
}

async function give(desk: Desk, question: number, key: string, change: 1 | -1): Promise<void> {
  const { reflection } = desk
  if (!reflection) return
  if (change > 0 && dotsLeft(reflection, question) === 0) return desk.say(t('reflection-dots-none-left'))
  const own = ownDots(desk, question)
  const n = (own[key] ?? 0) + change
  if (n < 0) return
  const { [key]: _before, ...others } = own
  const dots: Dots = n === 0 ? others : { ...others, [key]: n }
  // A card that nobody but this device knows cannot have dots yet.
  await cardDrafts().settled(key)
  await desk.act(
    (path) => call<void>('PUT', `${path}/votes`, { question, dots }),
    (before) => withDots(before, question, dots),
  )
}

function ownDots({ reflection }: Desk, question: number): Dots {
  return reflection?.votes[String(question)] ?? {}
}

/** The totals move by what the reader changed, unless the room is still giving dots: then they stay hidden. */
function withDots(reflection: Reflection, question: number, dots: Dots): Reflection {
  const before = reflection.votes[String(question)] ?? {}
  const isHidden = reflection.rooms[String(question)]?.phase === 'voting'
  const counted = <Thing extends { readonly id: string; readonly dots: number }>(thing: Thing): Thing => {
    return isHidden ? thing : { ...thing, dots: thing.dots + (dots[thing.id] ?? 0) - (before[thing.id] ?? 0) }
  }
  return {
    ...reflection,
    votes: { ...reflection.votes, [String(question)]: { ...dots } },
    entries: reflection.entries.map(counted),
    candidates: question === 1 ? reflection.candidates.map(counted) : reflection.candidates,
  }
}
