import type { CompanySheet, ItemWork } from '../../server/contract/company-sheets.ts'
import { ApiError, call } from '../api.ts'
import { type Draft, type DraftDoor, type Stored, saysTheSame } from '../drafts/draft.ts'
import { Drafts } from '../drafts/drafts.ts'
import { onlyFor, writerId } from '../drafts/own-drafts.ts'
import { type SheetPlace, sheetPath } from './addresses.ts'
import { webAddress } from './web-address.ts'

/** What a team keeps with a question beside its answer, part by part: two people may write in different parts at once. */
export const WORK_PARTS = ['note', 'link', 'certainty', 'assignedTo'] as const
export type WorkPart = (typeof WORK_PARTS)[number]

/** One part on its way; null and '' are the same: nothing. `seen` is what stood there when somebody began. */
export interface WorkWords {
  readonly value: string | null
  readonly seen: string | null
}

/** Nothing is kept with a question yet. */
export const NO_WORK: ItemWork = { assignedTo: null, certainty: null, note: '', link: null, revision: 0 }

const kept = new Map<string, Drafts<WorkWords>>()

/** What the reader writes beside answers: one for each person who signs in on this page. */
export function workDrafts(): Drafts<WorkWords> {
  const userId = writerId()
  const known =
    kept.get(userId) ?? new Drafts<WorkWords>(`meervoud-sheet-work-${userId}`, onlyFor(userId, new WorkDoor()))
  kept.set(userId, known)
  return known
}

/** Names one part on this device. */
export function workKey({ round }: SheetPlace, itemId: string, part: WorkPart): string {
  return `${round} ${itemId} ${part}`
}

/** Address of the call that keeps a part. */
export function workPath(place: SheetPlace, itemId: string): string {
  return `${sheetPath(place)}/items/${encodeURIComponent(itemId)}`
}

/** One part of what is kept with a question, in one shape for all parts; null when there is nothing. */
export function partOf(work: ItemWork | undefined, part: WorkPart): string | null {
  return work?.[part] || null
}

class WorkDoor implements DraftDoor<WorkWords> {
  /** What this page saved last of each part: nobody else wrote it. */
  readonly #saved = new Map<string, string | null>()

  /** @throws {ApiError} the server refused, or could not be reached; `edited-meanwhile` when this part was edited. */
  async save(draft: Draft<WorkWords>, options: RequestInit): Promise<number> {
    const { key, path, body, revision } = draft
    const value = valueToSend(partOfKey(key), body.value)
    const put = async (on: number) => {
      const input = { revision: on, [partOfKey(key)]: value }
      const work = await call<ItemWork>('PUT', path, input, options)
      this.#saved.set(key, body.value)
      return work.revision
    }
    try {
      return await put(revision)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'edited-meanwhile') throw error
      const stored = await this.theirs(draft)
      const isStored = (value: string | null | undefined) =>
        value !== undefined && saysTheSame(value ?? '', stored.body.value ?? '')
      if (isStored(body.value)) return stored.revision
      // Somebody wrote beside it, in another part; or what stands here came from this page.
      const ownBefore = [body.seen, this.#saved.get(key), ...draft.attempted.map((earlier) => earlier.value)]
      if (!ownBefore.some(isStored)) throw error
      return put(stored.revision)
    }
  }

  async theirs({ key, path }: Draft<WorkWords>): Promise<Stored<WorkWords>> {
    const cut = path.lastIndexOf('/items/')
    const { work } = await call<CompanySheet>('GET', path.slice(0, cut))
    const stored = work[decodeURIComponent(path.slice(cut + '/items/'.length))]
    const value = partOf(stored, partOfKey(key))
    return { body: { value, seen: value }, revision: stored?.revision ?? 0 }
  }
}

function partOfKey(key: string): WorkPart {
  const name = key.slice(key.lastIndexOf(' ') + 1)
  const part = WORK_PARTS.find((known) => known === name)
  if (part === undefined) throw new Error(`No part of a question is called ${name}`)
  return part
}

/** A note that is empty is '', every other part that is empty is null. */
function valueToSend(part: WorkPart, value: string | null): string | null {
  if (part === 'note') return value ?? ''
  if (part !== 'link' || value === null || value.trim() === '') return value || null
  const address = webAddress(value)
  if (address === undefined)
    throw new ApiError({ type: '/problems/invalid-request', title: 'Not a web address', status: 422 })
  return address
}
