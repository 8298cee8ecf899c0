import type { Scope } from '../auth/scope.ts'
import {
  type DotsInput,
  type Entry,
  type EntryInput,
  type EntryMarks,
  type GroupInput,
  KINDS_OF_QUESTION,
  MOST_CONDITIONS,
} from '../contract/reflections.ts'
import { DOTS_EACH } from '../contract/room-limits.ts'
import type { Trx } from '../db/open.ts'
import {
  deleteEntry,
  findEntry,
  insertEntry,
  listEntries,
  listEntriesOfQuestion,
  replaceVote,
  updateEntries,
} from '../db/queries/reflection-entries.ts'
import type { ReflectionEntryRow, ReflectionRow } from '../db/tables.ts'
import { ProblemError, refuseField } from '../problem.ts'
import { voterKeyOf, withReflection } from './reflection-access.ts'
import { bodyOf, viewOneEntry } from './reflection-cards.ts'
import { phasesOf } from './reflections.ts'
import type { RoundDeps } from './round-moves.ts'

/**
 * Keeps what a member writes on a card.
 *
 * Two people who write on one card at the same time never lose a word: whoever saw an older text is refused, and the
 * page shows both. The same words again are no change. A card that somebody else threw away meanwhile comes back.
 *
 * @throws {ProblemError} `edited-meanwhile`; `too-many-conditions`; `not-allowed` for a card of a phone, whose words
 * are its writer's; `invalid-request` for a kind that the question does not take.
 * @returns the card as it was left: what somebody else writes a moment later is not in it.
 */
export async function saveEntry(
  deps: RoundDeps,
  scope: Scope,
  reflectionId: string,
  entryId: string,
  input: EntryInput,
): Promise<Entry> {
  return withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    const stored = await findEntry(trx, reflection, entryId)
    if (stored === undefined) await addEntry(trx, scope, reflection, entryId, input)
    else await changeEntry(trx, scope, reflection, stored, input)
    return viewOneEntry(trx, scope, reflection, entryId)
  })
}

async function addEntry(
  trx: Trx,
  { organisationId, userId }: Scope,
  reflection: ReflectionRow,
  id: string,
  { question, body }: EntryInput,
): Promise<void> {
  if (!KINDS_OF_QUESTION[question]?.includes(body.kind)) refuseField('#/body/kind', 'does not belong to this question')
  if (body.kind === 'condition') await refuseFullConditions(trx, reflection)
  await insertEntry(trx, {
    organisationId,
    reflectionId: reflection.id,
    id,
    question,
    body: JSON.stringify(body),
    authorId: userId,
    authorKey: null,
    editorId: null,
    groupId: null,
    revision: 1,
  })
}

async function refuseFullConditions(trx: Trx, reflection: ReflectionRow): Promise<void> {
  const entries = await listEntriesOfQuestion(trx, reflection, 5)
  // What phones write are ideas for conditions: they take no place.
  const conditions = entries.filter((entry) => {
    return entry.authorKey === null && entry.groupId === null && bodyOf(entry).kind === 'condition'
  })
  if (conditions.length >= MOST_CONDITIONS) throw new ProblemError('too-many-conditions')
}

async function changeEntry(
  trx: Trx,
  { userId }: Scope,
  reflection: ReflectionRow,
  stored: ReflectionEntryRow,
  { question, body, revision }: EntryInput,
): Promise<void> {
  if (stored.authorKey !== null) throw new ProblemError('not-allowed')
  if (question !== stored.question) refuseField('#/question', 'a card stays with its question')
  if (body.kind !== bodyOf(stored).kind) refuseField('#/body/kind', 'a card stays what it is')
  const text = JSON.stringify(body)
  if (text === stored.body) return
  if (revision !== stored.revision) throw new ProblemError('edited-meanwhile')
  const editorId = userId === stored.authorId ? null : userId
  await updateEntries(trx, reflection, [stored.id], { body: text, revision: revision + 1, editorId })
}

/**
 * Throws a member's card away. Cards of phones are hidden instead: they are not the team's to throw away.
 *
 * @throws {ProblemError} `not-found`, `not-allowed`.
 */
export async function removeEntry(deps: RoundDeps, scope: Scope, reflectionId: string, entryId: string): Promise<void> {
  await withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    const entry = await heldEntry(trx, reflection, entryId)
    if (entry.authorKey !== null) throw new ProblemError('not-allowed')
    await deleteEntry(trx, reflection, entryId)
  })
}

/** Takes a card along, or out of sight of the room. */
export async function markEntry(
  deps: RoundDeps,
  scope: Scope,
  reflectionId: string,
  entryId: string,
  { carried, hidden }: EntryMarks,
): Promise<Entry> {
  return withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    await heldEntry(trx, reflection, entryId)
    const changes = {
      ...(carried === undefined ? {} : { carried: carried ? 1 : 0 }),
      ...(hidden === undefined ? {} : { hidden: hidden ? 1 : 0 }),
    }
    if (Object.keys(changes).length > 0) await updateEntries(trx, reflection, [entryId], changes)
    return viewOneEntry(trx, scope, reflection, entryId)
  })
}

async function heldEntry(trx: Trx, reflection: ReflectionRow, entryId: string): Promise<ReflectionEntryRow> {
  const entry = await findEntry(trx, reflection, entryId)
  if (entry === undefined) throw new ProblemError('not-found')
  return entry
}

/**
 * Puts cards together under one of them, or under a condition; `null` takes them apart. What stood under a card that
 * goes under another goes with it: groups have no groups in them.
 *
 * @throws {ProblemError} `not-found` when one of them is not a card of this reflection.
 */
export async function groupEntries(
  deps: RoundDeps,
  scope: Scope,
  reflectionId: string,
  { entryIds, groupId }: GroupInput,
): Promise<void> {
  await withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    const entries = await listEntries(trx, reflection)
    const known = new Set(entries.map(({ id }) => id))
    if (entryIds.some((id) => !known.has(id))) throw new ProblemError('not-found')
    const head = groupId === null ? undefined : entries.find(({ id }) => id === groupId)
    if (groupId !== null && head === undefined) throw new ProblemError('not-found')
    // Under a card that stands under another: both are one group.
    const into = head?.groupId ?? groupId
    const moving = entryIds.filter((id) => id !== into)
    const theirs =
      groupId === null ? [] : entries.filter((entry) => entry.groupId !== null && moving.includes(entry.groupId))
    const ids = [...moving, ...theirs.map(({ id }) => id)].filter((id) => id !== into)
    if (ids.length > 0) await updateEntries(trx, reflection, ids, { groupId: into })
  })
}

/**
 * Keeps a member's dots for one question.
 *
 * @throws {ProblemError} `voting-closed` once a room has voted; as `keepDots`.
 */
export async function giveDots(deps: RoundDeps, scope: Scope, reflectionId: string, input: DotsInput): Promise<void> {
  await withReflection(deps, scope, reflectionId, async (trx, reflection) => {
    // The room has voted, and everybody sees how.
    if (phasesOf(reflection)[input.question] === 'voted') throw new ProblemError('voting-closed')
    await keepDots(trx, reflection, voterKeyOf(scope), input)
  })
}

/** Candidates are made from what they are: `reason:dimension` or `reason:item`. */
const CANDIDATE = /^(lowest|divided|gap|drift|aim):[\w-]{1,60}$/

/**
 * Keeps the dots of one person for one question, in place of those before.
 *
 * @throws {ProblemError} `too-many-dots`; `not-found` for a card that is not of this question.
 */
export async function keepDots(
  trx: Trx,
  reflection: ReflectionRow,
  voterKey: string,
  { question, dots }: DotsInput,
): Promise<void> {
  const given = Object.values(dots).reduce((sum, n) => sum + n, 0)
  if (given > DOTS_EACH) throw new ProblemError('too-many-dots')
  const entries = await listEntriesOfQuestion(trx, reflection, question)
  const known = new Set(entries.map(({ id }) => id))
  const isKnown = (id: string) => known.has(id) || (question === 1 && CANDIDATE.test(id))
  if (!Object.keys(dots).every(isKnown)) throw new ProblemError('not-found')
  await replaceVote(trx, reflection, question, voterKey, dots)
}
