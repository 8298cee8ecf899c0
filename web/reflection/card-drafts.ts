import type { Entry, EntryBody, EntryInput, Reflection } from '../../server/contract/reflections.ts'
import { call } from '../api.ts'
import type { Draft, Stored } from '../drafts/draft.ts'
import { Drafts } from '../drafts/drafts.ts'
import { onlyFor, writerId } from '../drafts/own-drafts.ts'

/** What is written on a card, with the question that it belongs to. */
export interface CardWords {
  readonly question: number
  readonly body: EntryBody
}

const kept = new Map<string, Drafts<CardWords>>()

/** The cards that the reader is writing: one for each person who signs in on this page. */
export function cardDrafts(): Drafts<CardWords> {
  const userId = writerId()
  const drafts =
    kept.get(userId) ?? new Drafts<CardWords>(`meervoud-cards-${userId}`, onlyFor(userId, { save, theirs }))
  kept.set(userId, drafts)
  return drafts
}

/** Address of the calls about a reflection. */
export function reflectionPath(org: string, reflection: string): string {
  return `/api/organisations/${org}/reflections/${reflection}`
}

/** Address of a card. */
export function cardPath(org: string, reflection: string, id: string): string {
  return `${reflectionPath(org, reflection)}/entries/${id}`
}

async function save({ path, body, revision }: Draft<CardWords>, options: RequestInit): Promise<number> {
  const input: EntryInput = { ...body, revision }
  return (await call<Entry>('PUT', path, input, options)).revision
}

async function theirs({ key, path }: Draft<CardWords>): Promise<Stored<CardWords> | null> {
  const { entries } = await call<Reflection>('GET', path.slice(0, path.indexOf('/entries/')))
  const entry = entries.find(({ id }) => id === key)
  return entry ? { body: { question: entry.question, body: entry.body }, revision: entry.revision } : null
}
