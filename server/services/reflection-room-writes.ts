import { makeRandomId } from '../auth/secrets.ts'
import type { RoomCardInput, RoomStanceInput } from '../contract/reflection-room.ts'
import type { DotsInput } from '../contract/reflections.ts'
import { CARDS_EACH } from '../contract/room-limits.ts'
import type { Trx } from '../db/open.ts'
import {
  deleteEntry,
  findEntry,
  insertEntry,
  listEntriesOfQuestion,
  updateEntries,
} from '../db/queries/reflection-entries.ts'
import { lockReflection } from '../db/queries/reflections.ts'
import type { ReflectionRow } from '../db/tables.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { keepStance } from './consent.ts'
import { keepDots } from './reflection-entries.ts'
import { keyOfCards, phoneKey, type ReflectionRoomDeps, type Shown, shownIn } from './reflection-room.ts'
import { phasesOf } from './reflections.ts'
import { tellRoom } from './rooms.ts'

/**
 * Keeps a card that a phone writes. Nothing about it tells who wrote it, or when.
 *
 * @throws {ProblemError} `cards-closed` when the room is past writing; `too-many-cards`; `not-allowed` for who does not
 * take part; `not-found` for a card of somebody else.
 */
export async function keepRoomCard(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  cardId: string,
  input: RoomCardInput,
): Promise<void> {
  await changeCards(deps, presence, secret, input.question, async (trx, reflection, key) => {
    const stored = await findEntry(trx, reflection, cardId)
    if (stored !== undefined && (stored.authorKey !== key || stored.question !== input.question))
      throw new ProblemError('not-found')
    const body = JSON.stringify(roomBody(input))
    if (stored !== undefined) {
      if (stored.body !== body) await updateEntries(trx, reflection, [cardId], { body, revision: stored.revision + 1 })
      return
    }
    const entries = await listEntriesOfQuestion(trx, reflection, input.question)
    if (entries.filter(({ authorKey }) => authorKey === key).length >= CARDS_EACH)
      throw new ProblemError('too-many-cards')
    await insertEntry(trx, {
      organisationId: reflection.organisationId,
      reflectionId: reflection.id,
      id: cardId,
      question: input.question,
      body,
      authorId: null,
      authorKey: key,
      editorId: null,
      groupId: null,
      revision: 1,
    })
  })
}

function roomBody({ question, text, lens, pull }: RoomCardInput) {
  switch (question) {
    case 1:
      return { kind: 'tension', text }
    case 2:
      return { kind: 'behaviour', text }
    case 3:
      return { kind: 'force', text, lens: lens ?? null, pull: pull ?? null }
    case 4:
      return { kind: 'bright-spot', text, place: '', contact: '', exampleId: null }
    case 5:
      return { kind: 'condition', text }
    case 6:
      return { kind: 'idea', text }
    default:
      return { kind: 'note', text }
  }
}

/**
 * Takes an own card back.
 *
 * @throws {ProblemError} as `keepRoomCard`.
 */
export async function takeRoomCardBack(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  cardId: string,
): Promise<void> {
  const { scene } = await shownIn(deps, presence)
  const question = scene.kind === 'cards' ? scene.question : 0
  await changeCards(deps, presence, secret, question, async (trx, reflection, key) => {
    const stored = await findEntry(trx, reflection, cardId)
    // Taken back already: a phone may say so twice.
    if (stored === undefined) return
    if (stored.authorKey !== key || stored.question !== question) throw new ProblemError('not-found')
    await deleteEntry(trx, reflection, cardId)
  })
}

async function changeCards(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  question: number,
  act: (trx: Trx, reflection: ReflectionRow, key: string) => Promise<void>,
): Promise<void> {
  await withShown(deps, presence, secret, question, async (trx, shown, key) => {
    // A card that was written for the question before is on its way: it is refused only once nobody writes there.
    if ((phasesOf(shown.reflection)[question] ?? null) !== 'writing') throw new ProblemError('cards-closed')
    await act(trx, shown.reflection, key)
  })
}

/**
 * Keeps a phone's dots.
 *
 * @throws {ProblemError} `voting-closed`; `too-many-dots`; `not-allowed`; `not-found` for what is not of this question.
 */
export async function giveRoomDots(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  input: DotsInput,
): Promise<void> {
  await withShown(deps, presence, secret, input.question, async (trx, { reflection }, key) => {
    if (phasesOf(reflection)[input.question] !== 'voting') throw new ProblemError('voting-closed')
    await keepDots(trx, reflection, key, input)
  })
}

/**
 * Keeps what a phone answers to the proposal that the wall shows.
 *
 * @throws {ProblemError} `consent-closed`; `objection-without-text`; `not-allowed`; `no-reflection-shown` when the
 * wall shows no proposal.
 */
export async function giveRoomStance(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  { interventionId, ...input }: RoomStanceInput,
): Promise<void> {
  const { intervention } = await shownIn(deps, presence)
  if (intervention === undefined) throw new ProblemError('no-reflection-shown')
  // What somebody said of one proposal must never count for the next.
  if (interventionId !== undefined && interventionId !== intervention.id) throw new ProblemError('consent-closed')
  await withShown(deps, presence, secret, null, async (trx, shown) => {
    const key = await phoneKey(trx, shown, secret, intervention.id)
    if (key === undefined) throw new ProblemError('not-allowed')
    await keepStance(deps, trx, intervention, key, makeRandomId(), input)
  })
}

async function withShown(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  question: number | null,
  act: (trx: Trx, shown: Shown, key: string) => Promise<void>,
): Promise<void> {
  const { db, kind } = deps.database
  const seen = await shownIn(deps, presence)
  const key = await phoneKey(db, seen, secret, keyOfCards(seen.reflection, question))
  if (key === undefined) throw new ProblemError('not-allowed')
  await db.transaction().execute(async (trx) => {
    const reflection = await lockReflection(trx, seen.reflection, seen.reflection.id, kind)
    if (reflection === undefined) throw new ProblemError('not-found')
    if (reflection.state === 'closed') throw new ProblemError('reflection-closed')
    await act(trx, { ...seen, reflection }, key)
  })
  await tellRoom({ db, live: deps.live }, seen.workshop.organisationId, seen.workshop.roundId, 'reflection')
}
