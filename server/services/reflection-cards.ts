import type { Scope } from '../auth/scope.ts'
import type { Entry, EntryBody } from '../contract/reflections.ts'
import type { Db } from '../db/open.ts'
import { findNamedEntry, listVotes, type NamedEntryRow } from '../db/queries/reflection-entries.ts'
import type { ReflectionEntryRow, ReflectionRow, ReflectionVoteRow } from '../db/tables.ts'
import { ProblemError } from '../problem.ts'
import { phasesOf } from './reflections.ts'

/** What a card says. */
export function bodyOf({ body }: Pick<ReflectionEntryRow, 'body'>): EntryBody {
  return JSON.parse(body) as EntryBody
}

/**
 * One card as this member sees it.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewOneEntry(db: Db, scope: Scope, row: ReflectionRow, entryId: string): Promise<Entry> {
  const entry = await findNamedEntry(db, row, entryId)
  if (entry === undefined) throw new ProblemError('not-found')
  const isCounting = phasesOf(row)[entry.question] === 'voting'
  const dots = isCounting ? 0 : (totalDots(await listVotes(db, row), entry.question).get(entryId) ?? 0)
  return viewEntry(entry, scope, dots)
}

/** A card as members see it, with how many dots it has. */
export function viewEntry(entry: NamedEntryRow, { userId }: Scope, dots: number): Entry {
  const { id, question, revision, carried, hidden, groupId, authorId, authorName, editorName } = entry
  return {
    id,
    question,
    body: bodyOf(entry),
    revision,
    carried: carried === 1,
    hidden: hidden === 1,
    groupId,
    author: authorId === null ? null : { name: authorName ?? '', isMe: authorId === userId },
    editedBy: editorName,
    dots,
  }
}

/** Whether a card may be seen by others than its writer: cards of phones wait until the room has written. */
export function isVisible(entry: Pick<NamedEntryRow, 'authorKey'>, phase: string | undefined): boolean {
  return entry.authorKey === null || (phase !== undefined && phase !== 'writing')
}

/** How many dots each card or candidate of a question has. */
export function totalDots(votes: readonly ReflectionVoteRow[], question: number): Map<string, number> {
  const totals = new Map<string, number>()
  for (const vote of votes) {
    if (vote.question !== question) continue
    for (const [id, n] of Object.entries(dotsIn(vote))) totals.set(id, (totals.get(id) ?? 0) + n)
  }
  return totals
}

/** What one person gave. */
export function dotsIn({ dots }: Pick<ReflectionVoteRow, 'dots'>): Record<string, number> {
  return JSON.parse(dots) as Record<string, number>
}
