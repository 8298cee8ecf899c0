import { hashSecret } from '../auth/secrets.ts'
import type { RoomReflection } from '../contract/reflection-room.ts'
import { Scene } from '../contract/workshops.ts'
import type { Db } from '../db/open.ts'
import { findIntervention, listEffects, listInterventions } from '../db/queries/interventions.ts'
import { findPresence } from '../db/queries/presence.ts'
import { listEntriesOfQuestion, listVotes } from '../db/queries/reflection-entries.ts'
import { findReflection } from '../db/queries/reflections.ts'
import { findRelease } from '../db/queries/releases.ts'
import type { InterventionRow, ReflectionEntryRow, ReflectionRow, RoundRow, WorkshopRow } from '../db/tables.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { proposalOf, stanceOf } from './consent-view.ts'
import { isWaitingForRelease } from './hand-over.ts'
import { contentOf, priceOf } from './intervention-content.ts'
import type { ReflectionDeps } from './reflection-access.ts'
import { bodyOf, dotsIn, isVisible, totalDots } from './reflection-cards.ts'
import { viewCandidates } from './reflection-view.ts'
import { phasesOf } from './reflections.ts'
import { resultsOf } from './releases.ts'
import { roomOf, type WallDeps } from './wall.ts'

/** Where people write what a camera would see, and not what they think of it. */
const QUESTION_OF_BEHAVIOUR = 2

/** What the room's part of a reflection needs. */
export type ReflectionRoomDeps = ReflectionDeps & WallDeps

/** The reflection that the wall of a room shows. */
export interface Shown {
  readonly scene: Extract<Scene, { kind: 'cards' | 'consent' | 'projection' }>
  readonly reflection: ReflectionRow
  readonly intervention: InterventionRow | undefined
  readonly workshop: WorkshopRow
  readonly round: RoundRow
}

/**
 * The reflection that the wall of this room shows.
 *
 * @throws {ProblemError} `no-reflection-shown`.
 */
export async function shownIn(deps: ReflectionRoomDeps, presence: Presence): Promise<Shown> {
  const { db } = deps.database
  const { round, workshop } = await roomOf(deps, presence)
  const scene = workshop === undefined ? undefined : Scene.parse(JSON.parse(workshop.scene))
  if (workshop === undefined || workshop.revealedReleaseId === null || scene === undefined)
    throw new ProblemError('no-reflection-shown')
  if (isWaitingForRelease(presence, workshop)) throw new ProblemError('no-reflection-shown')
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
export async function phoneKey(
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

/** What a phone's key is about: each question has its own, so that cards of several questions do not tell of one phone. */
export function keyOfCards({ id }: Pick<ReflectionRow, 'id'>, question: number | null): string {
  return `${id} ${question ?? ''}`
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
  const question = scene.kind === 'cards' ? scene.question : null
  const key = await phoneKey(db, shown, secret, keyOfCards(reflection, question))
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
