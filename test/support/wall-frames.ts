import type { Locale } from '../../server/contract/common.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Results } from '../../server/contract/results.ts'
import { type RevealedView, type RoomState, type Scene, WallView } from '../../server/contract/workshops.ts'
import { cardsRoom, consentRoom, projectionRoom, unfilledRoom } from './wall-reflections.ts'
import { releaseDocument, sixCapitals } from './words.ts'

/** A frame of the wall: the state of a room, and what was revealed in it. */
export interface WallFrame {
  readonly name: string
  readonly wall: WallView
  readonly revealed?: RevealedView
  readonly reflection?: RoomReflection
}

const ROUND = '00000000-0000-4000-8000-000000000001'
/** The second vote of every frame. */
export const VOTE = '00000000-0000-4000-8000-000000000002'
const SERVER_TIME = '2026-11-20T15:04:00.000Z'
const ARGUMENT =
  'Wie leert er nu echt? De planners hadden vorig jaar geen enkele cursus, en dat wisten we hier niet. Daarom ga ik van een vier naar een twee.'

/** The same time, so many seconds later. */
export function later(seconds: number): string {
  return new Date(Date.parse(SERVER_TIME) + seconds * 1000).toISOString()
}

/** The state of a room that shows a scene; the round is open and 17 of 23 are done unless `changes` says else. */
export function wallView(scene: Scene, locale: Locale, changes: Partial<WallView> = {}, room: Partial<RoomState> = {}) {
  return WallView.parse({
    round: {
      id: ROUND,
      title: locale === 'nl' ? 'Directiedag en werkvloer' : 'Management day and shop floor',
      organisation: locale === 'nl' ? 'Bakkerij De Gouden Aar' : 'Golden Ear Bakery',
      locale,
      mode: 'anonymous',
      state: 'open',
      closesAt: null,
    },
    isRehearsal: false,
    room: { scene, isBlack: false, isPaused: false, isLocked: false, timer: null, revision: 4, ...room },
    join: { code: 'KWX7DM', url: 'https://meervoud.example.nl/d#KWX7DM' },
    counts: { joined: 23, finished: 17, expected: 24 },
    question: questionOf(scene),
    isRevealed: false,
    revealedVersion: null,
    vote: null,
    serverTime: SERVER_TIME,
    ...changes,
  })
}

function questionOf(scene: Scene): WallView['question'] {
  if (scene.kind !== 'question') return null
  const instrument = sixCapitals()
  const at = instrument.items.findIndex(({ id }) => id === scene.itemId)
  const item = instrument.items[at]
  if (item === undefined) return null
  return { number: at + 1, of: instrument.items.length, texts: item.texts, scale: instrument.scale, labels: null }
}

/** What was revealed of a release document, with a second vote about one item. */
export function revealedView(
  document: string,
  second?: { itemId: string; results: Results; argument?: string },
): RevealedView {
  const instrument = sixCapitals()
  const votes = second && [
    {
      id: VOTE,
      number: 1,
      itemIds: [second.itemId],
      results: second.results,
      arguments: { [second.itemId]: second.argument ?? ARGUMENT },
    },
  ]
  const itemIds = instrument.items.map(({ id }) => id)
  return { results: releaseDocument(document), instrument, itemIds, votes: votes ?? [] }
}

/** A second vote about one item of a release document: other words, and scores so many points higher. */
export function secondVote(
  document: string,
  itemId: string,
  points: number,
  word: 'mixed' | 'agreed' = 'agreed',
): Results {
  const first = releaseDocument(document)
  const now = first.horizons['now']
  const items = first.items
    .filter((item) => item.itemId === itemId && item.horizon === 'now')
    .map((item) => ({
      ...item,
      n: item.n - 1,
      score: item.score === null ? null : Math.min(100, item.score + points),
      agreement: { ...item.agreement, word },
    }))
  return { ...first, n: first.n - 2, horizons: now ? { now } : {}, drift: null, groups: {}, items }
}

/** One item of a document on now: the first that fits. */
export function itemWhere(document: string, fits: (item: Results['items'][number]) => boolean): string {
  const item = releaseDocument(document).items.find((one) => one.horizon === 'now' && fits(one))
  if (item === undefined) throw new Error(`${document} has no such item`)
  return item.itemId
}

/** Every scene of the wall, as a room sees them, in one language. */
export function wallFrames(locale: Locale): WallFrame[] {
  const shown = (scene: Scene, changes: Partial<WallView> = {}) =>
    wallView(scene, locale, { isRevealed: true, join: null, ...ended(locale), ...changes })
  const full = revealedView('full')
  const divided = itemWhere('full', (item) => item.agreement.word === 'divided' && item.counts?.length === 5)
  const inThree = itemWhere('full', (item) => item.counts?.length === 3 && item.agreement.word === 'divided')
  const noCounts = itemWhere('full', (item) => item.counts === null && item.agreement.word !== null)
  const wordOnly = itemWhere('seven', (item) => item.agreement.word === 'divided')
  const noWord = itemWhere('seven', (item) => item.agreement.word === null)
  const scored = revealedView('full', { itemId: divided, results: secondVote('full', divided, 23) })
  const worded = revealedView('seven', { itemId: wordOnly, results: secondVote('seven', wordOnly, 0) })
  const inSeven = (itemId: string): WallFrame['wall'] => shown({ kind: 'item', itemId, horizon: 'now' })
  const timer = { endsAt: later(272), seconds: 480 }
  const vote = { id: VOTE, number: 1, items: 3, closesAt: null, isRevealed: false, code: null }
  return [
    { name: 'join', wall: wallView({ kind: 'join' }, locale) },
    { name: 'join-locked', wall: wallView({ kind: 'join' }, locale, { join: null }, { isLocked: true }) },
    { name: 'progress', wall: wallView({ kind: 'progress' }, locale, {}, { timer }) },
    {
      name: 'progress-vote',
      wall: shown({ kind: 'progress' }, { vote: { ...vote, state: 'open', counts: { joined: 21, finished: 4 } } }),
    },
    { name: 'question', wall: wallView({ kind: 'question', itemId: 'i07' }, locale, {}, { timer }) },
    { name: 'divided', wall: shown({ kind: 'divided', horizon: 'now' }), revealed: full },
    { name: 'divided-words', wall: shown({ kind: 'divided', horizon: 'now' }), revealed: revealedView('seven') },
    { name: 'divided-nothing', wall: shown({ kind: 'divided', horizon: 'now' }), revealed: revealedView('three') },
    { name: 'item', wall: shown({ kind: 'item', itemId: divided, horizon: 'now' }), revealed: full },
    { name: 'item-three', wall: shown({ kind: 'item', itemId: inThree, horizon: 'now' }), revealed: full },
    { name: 'item-no-counts', wall: shown({ kind: 'item', itemId: noCounts, horizon: 'now' }), revealed: full },
    { name: 'item-word', wall: inSeven(wordOnly), revealed: revealedView('seven') },
    { name: 'item-no-word', wall: inSeven(noWord), revealed: revealedView('seven') },
    { name: 'radar', wall: shown({ kind: 'radar', view: 'now-ahead' }), revealed: full },
    { name: 'radar-sides', wall: shown({ kind: 'radar', view: 'sides-now' }), revealed: revealedView('missing-axis') },
    { name: 'radar-one', wall: shown({ kind: 'radar', view: 'now' }), revealed: revealedView('hidden-axis') },
    { name: 'pairs', wall: shown({ kind: 'pairs', view: 'sides-now' }), revealed: full },
    { name: 'pairs-ahead', wall: shown({ kind: 'pairs', view: 'now-ahead' }), revealed: revealedView('hidden-axis') },
    { name: 'groups', wall: shown({ kind: 'groups', horizon: 'now' }), revealed: full },
    { name: 'shift', wall: shown({ kind: 'shift', voteId: VOTE, itemId: divided }), revealed: scored },
    { name: 'shift-words', wall: shown({ kind: 'shift', voteId: VOTE, itemId: wordOnly }), revealed: worded },
    ...reflectionFrames(shown, full),
    { name: 'pause', wall: wallView({ kind: 'question', itemId: 'i12' }, locale, {}, { isPaused: true }) },
    {
      name: 'closing',
      wall: wallView({ kind: 'progress' }, locale, {
        round: { ...wallView({ kind: 'progress' }, locale).round, state: 'closing', closesAt: later(8) },
      }),
    },
    { name: 'rehearsal', wall: shown({ kind: 'pairs', view: 'now-ahead' }, { isRehearsal: true }), revealed: full },
    { name: 'black', wall: wallView({ kind: 'progress' }, locale, {}, { isBlack: true }) },
  ]
}

/** Every scene of a reflection: what the room writes, reads, chooses, answers and expects. */
function reflectionFrames(shown: (scene: Scene) => WallFrame['wall'], revealed: RevealedView): WallFrame[] {
  const cards = (name: string, reflection: RoomReflection): WallFrame => {
    const { reflection: about, question } = reflection
    return {
      name,
      wall: shown({ kind: 'cards', reflectionId: about.id, question: question ?? 1 }),
      revealed,
      reflection,
    }
  }
  const consent = consentRoom('open')
  const projection = projectionRoom()
  const proposal = { kind: 'consent', interventionId: consent.proposal?.id ?? '' } as const
  return [
    cards('cards-tension', cardsRoom(1, 'writing', 14)),
    cards('cards-writing', cardsRoom(2, 'writing', 23)),
    cards('cards-few', cardsRoom(2, 'shown', 4)),
    cards('cards-many', cardsRoom(3, 'shown', 60)),
    cards('cards-voting', cardsRoom(1, 'voting', 8)),
    cards('cards-voted', cardsRoom(1, 'voted', 30)),
    cards('cards-none', cardsRoom(4, 'shown', 0)),
    { name: 'consent', wall: shown(proposal), revealed, reflection: consent },
    { name: 'consent-closed', wall: shown(proposal), revealed, reflection: consentRoom('closed') },
    {
      name: 'projection',
      wall: shown({ kind: 'projection', reflectionId: projection.reflection.id }),
      revealed,
      reflection: projection,
    },
    {
      name: 'projection-unfilled',
      wall: shown({ kind: 'projection', reflectionId: projection.reflection.id }),
      revealed,
      reflection: unfilledRoom(),
    },
  ]
}

function ended(locale: Locale): Pick<WallView, 'round'> {
  const { round } = wallView({ kind: 'join' }, locale)
  return { round: { ...round, state: 'closed' } }
}
