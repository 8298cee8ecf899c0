import { hashSecret, makeRandomId } from '../auth/secrets.ts'
import type { RoomCardInput, RoomReflection } from '../contract/reflection-room.ts'
import { CARDS_EACH, type DotsInput, type StanceInput } from '../contract/reflections.ts'
import { Scene } from '../contract/workshops.ts'
import type { Db, Trx } from '../db/open.ts'
import { findIntervention, listEffects, listInterventions } from '../db/queries/interventions.ts'
import { findPresence } from '../db/queries/presence.ts'
import {
  deleteEntry,
  findEntry,
  insertEntry,
  listEntriesOfQuestion,
  listVotes,
  updateEntries,
} from '../db/queries/reflection-entries.ts'
import { findReflection, lockReflection } from '../db/queries/reflections.ts'
import { findRelease } from '../db/queries/releases.ts'
import type { InterventionRow, ReflectionEntryRow, ReflectionRow, RoundRow, WorkshopRow } from '../db/tables.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { keepStance, proposalOf, stanceOf } from './consent.ts'
import { contentOf, priceOf } from './intervention-content.ts'
import type { ReflectionDeps } from './reflection-access.ts'
import { bodyOf, dotsIn, isVisible, totalDots } from './reflection-cards.ts'
import { keepDots } from './reflection-entries.ts'
import { viewCandidates } from './reflection-view.ts'
import { phasesOf } from './reflections.ts'
import { resultsOf } from './releases.ts'
import { tellRoom } from './rooms.ts'
import { roomOf, type WallDeps } from './wall.ts'

/** Where people write what a camera would see, and not what they think of it. */
const QUESTION_OF_BEHAVIOUR = 2

/** What the room's part of a reflection needs. */
export type ReflectionRoomDeps = ReflectionDeps & WallDeps

/** The reflection that the wall of a room shows. */
interface Shown {
  readonly scene: Extract<Scene, { kind: 'cards' | 'consent' | 'projection' }>
  readonly reflection: ReflectionRow
  readonly intervention: InterventionRow | undefined
  readonly workshop: WorkshopRow
  readonly round: RoundRow
}

async function shownIn(deps: ReflectionRoomDeps, presence: Presence): Promise<Shown> {
  const { db } = deps.database
  const { round, workshop } = await roomOf(deps, presence)
  const scene = workshop === undefined ? undefined : Scene.parse(JSON.parse(workshop.scene))
  if (workshop === undefined || workshop.revealedReleaseId === null || scene === undefined)
    throw new ProblemError('no-reflection-shown')
  if (scene.kind !== 'cards' && scene.kind !== 'consent' && scene.kind !== 'projection')
    throw new ProblemError('no-reflection-shown')
  const intervention = scene.kind === 'consent' ? await findIntervention(db, workshop, scene.interventionId) : undefined
  const reflectionId = scene.kind === 'consent' ? intervention?.reflectionId : scene.reflectionId
  const reflection = reflectionId && (await findReflection(db, workshop, reflectionId))
  if (!reflection || reflection.roundId !== workshop.roundId) throw new ProblemError('no-reflection-shown')
  return { scene, reflection, intervention, workshop, round }
}

/**
 * Under which name a phone takes part in something: made from its secret, so that it can be made again by that phone
 * alone, and tells nothing about which answers are its own. Undefined for walls, members, and phones of another round.
 */
async function phoneKey(
  db: Db,
  { workshop }: Shown,
  secret: string | undefined,
  about: string,
): Promise<string | undefined> {
  if (secret === undefined) return undefined
  const presence = await findPresence(db, hashSecret(secret))
  // One person, one voice: the secret of a second vote is another name of somebody who has one already.
  const isOfRoom = presence?.kind === 'respondent' && presence.organisationId === workshop.organisationId
  return isOfRoom && presence.roundId === workshop.roundId ? hashSecret(`${about} ${secret}`) : undefined
}

/**
 * What phones and the wall may know of the reflection that the room works on: cards once they are shown, shuffled and
 * without a name, and dots once everybody has given them.
 *
 * @throws {ProblemError} `no-reflection-shown` while the wall shows something else.
 */
export async function viewRoomReflection(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
): Promise<RoomReflection> {
  const { db } = deps.database
  const shown = await shownIn(deps, presence)
  const { scene, reflection, intervention } = shown
  const key = await phoneKey(db, shown, secret, reflection.id)
  const question = scene.kind === 'cards' ? scene.question : null
  const cards = await cardsOf(deps, shown, question, key)
  const stanceKey = intervention && (await phoneKey(db, shown, secret, intervention.id))
  return {
    reflection: {
      id: reflection.id,
      title: reflection.title,
      capitals: JSON.parse(reflection.capitals) as string[],
      roundId: reflection.roundId,
    },
    question,
    phase: question === null ? null : (phasesOf(reflection)[question] ?? 'writing'),
    texts: question === null ? null : textsOf(deps, reflection, question),
    ...cards,
    own: {
      ...cards.own,
      canWrite: key !== undefined && reflection.state === 'open',
      stance: intervention === undefined ? null : await stanceOf(db, intervention, stanceKey),
    },
    proposal: intervention === undefined ? null : await proposalOf(db, intervention),
    interventions: scene.kind === 'projection' ? await interventionsOf(db, reflection) : [],
  }
}

async function cardsOf(
  deps: ReflectionRoomDeps,
  { reflection, workshop, round }: Shown,
  question: number | null,
  key: string | undefined,
): Promise<
  Pick<RoomReflection, 'candidates' | 'cards' | 'counts'> & { own: Pick<RoomReflection['own'], 'cards' | 'dots'> }
> {
  const { db } = deps.database
  if (question === null) {
    return { candidates: [], cards: [], counts: { cards: 0, writers: 0, voters: 0 }, own: { cards: [], dots: {} } }
  }
  const phase = phasesOf(reflection)[question] ?? 'writing'
  const votes = (await listVotes(db, reflection)).filter((vote) => vote.question === question)
  const totals = phase === 'voted' ? totalDots(votes, question) : new Map<string, number>()
  const entries = await listEntriesOfQuestion(db, reflection, question)
  const cards = entries.filter((entry) => isCard(entry))
  const release =
    workshop.revealedReleaseId && (await findRelease(db, workshop.organisationId, workshop.revealedReleaseId))
  const order = deps.instruments.find(round.instrumentId, round.instrumentVersion)?.dimensions ?? []
  const own = key === undefined ? [] : cards.filter(({ authorKey }) => authorKey === key)
  return {
    candidates: question === 1 && release ? viewCandidates(resultsOf(release), order, totals) : [],
    cards: cards
      .filter((entry) => phase !== 'writing' && isVisible(entry, phase) && entry.hidden === 0)
      .map((entry) => ({
        ...wordsOf(entry),
        groupId: entry.groupId,
        carried: entry.carried === 1,
        dots: phase === 'voted' ? (totals.get(entry.id) ?? 0) : null,
      })),
    counts: {
      cards: cards.length,
      writers: new Set(cards.flatMap(({ authorKey }) => (authorKey === null ? [] : [authorKey]))).size,
      voters: votes.length,
    },
    own: { cards: own.map(wordsOf), dots: ownDots(votes, key) },
  }
}

/** Cards that the room talks about: not the driver, and not what was taken along. */
function isCard(entry: ReflectionEntryRow): boolean {
  const { kind } = bodyOf(entry)
  return kind !== 'driver' && kind !== 'carry'
}

function wordsOf(entry: ReflectionEntryRow) {
  const body = bodyOf(entry)
  return {
    id: entry.id,
    text: 'text' in body ? body.text : '',
    lens: body.kind === 'force' ? body.lens : null,
    pull: body.kind === 'force' ? body.pull : null,
  }
}

function ownDots(votes: Awaited<ReturnType<typeof listVotes>>, key: string | undefined): Record<string, number> {
  const own = votes.find(({ voterKey }) => key !== undefined && voterKey === key)
  return own === undefined ? {} : dotsIn(own)
}

function textsOf({ guides }: ReflectionDeps, { guideId, guideVersion }: ReflectionRow, question: number) {
  const guide = guides.find(guideId, guideVersion)
  const textIn = (locale: 'nl' | 'en') => {
    const texts = guide?.texts[locale]
    const own = Object.entries(texts?.questions ?? {}).find(([number]) => Number(number) === question)?.[1]
    const judging =
      question === QUESTION_OF_BEHAVIOUR && guide !== undefined && texts !== undefined
        ? { sentence: texts.judging, words: guide.judgingWords[locale] }
        : null
    return { title: own?.title ?? '', prompt: own?.prompt ?? '', judging }
  }
  return { nl: textIn('nl'), en: textIn('en') }
}

async function interventionsOf(db: Db, reflection: ReflectionRow): Promise<RoomReflection['interventions']> {
  const rows = (await listInterventions(db, reflection, { reflectionId: reflection.id })).filter(
    ({ state }) => state !== 'stopped',
  )
  const effects = await listEffects(
    db,
    reflection.organisationId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    title: contentOf(row).title,
    state: row.state,
    effects: effects
      .filter(({ interventionId }) => interventionId === row.id)
      .map(({ dimension, perspective, effect, term, confidence }) => ({
        dimension,
        perspective,
        effect,
        term,
        confidence,
      })),
    price: priceOf(row),
  }))
}

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
  await withShown(deps, presence, secret, async (trx, shown, key) => {
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
  await withShown(deps, presence, secret, async (trx, { reflection }, key) => {
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
  input: StanceInput,
): Promise<void> {
  const { intervention } = await shownIn(deps, presence)
  if (intervention === undefined) throw new ProblemError('no-reflection-shown')
  await withShown(deps, presence, secret, async (trx, shown) => {
    const key = await phoneKey(trx, shown, secret, intervention.id)
    if (key === undefined) throw new ProblemError('not-allowed')
    await keepStance(deps, trx, intervention, key, makeRandomId(), input)
  })
}

async function withShown(
  deps: ReflectionRoomDeps,
  presence: Presence,
  secret: string | undefined,
  act: (trx: Trx, shown: Shown, key: string) => Promise<void>,
): Promise<void> {
  const { db, kind } = deps.database
  const seen = await shownIn(deps, presence)
  const key = await phoneKey(db, seen, secret, seen.reflection.id)
  if (key === undefined) throw new ProblemError('not-allowed')
  await db.transaction().execute(async (trx) => {
    const reflection = await lockReflection(trx, seen.reflection, seen.reflection.id, kind)
    if (reflection === undefined) throw new ProblemError('not-found')
    if (reflection.state === 'closed') throw new ProblemError('reflection-closed')
    await act(trx, { ...seen, reflection }, key)
  })
  await tellRoom({ db, live: deps.live }, seen.workshop.organisationId, seen.workshop.roundId, 'reflection')
}
