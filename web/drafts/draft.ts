/** Something written that the server has not acknowledged. It is never changed in place: each keystroke makes a new one. */
export interface Draft<Body> {
  /** Names the document on this device, for instance the id of a card. */
  readonly key: string
  /** Address of the document on the server. */
  readonly path: string
  /** What is written, without a revision. */
  readonly body: Body
  /** The revision that these words were written on; 0 for a new document. */
  readonly revision: number
  /** Differs for each state of the words, so that what was typed during a save is recognised. */
  readonly stamp: string
  /** The page (one tab, until it is closed) that holds it. */
  readonly pageId: string
  /** Words that were sent and not answered: the server may have them. Newest last. */
  readonly attempted: readonly Body[]
  /** Other words stand on the server, or in another page of this device. */
  readonly conflict?: Conflict<Body>
  /** Code of the refusal that sending it unchanged again would meet. */
  readonly refusal?: string
}

/** A document as the server has it. */
export interface Stored<Body> {
  readonly body: Body
  readonly revision: number
}

/**
 * The other version of a document. `theirs` null: somebody deleted it, and `revision` is 0. `isHere`: these words stand
 * in no more than this device, left by another page of it.
 */
export interface Conflict<Body> {
  readonly theirs: Body | null
  readonly revision: number
  readonly isHere?: true
}

/**
 * How a written document stands.
 *
 * - `saved`: the server has it (or nothing was written here);
 * - `waiting`: kept on this device, on its way;
 * - `offline`: kept on this device, the server cannot be reached, is in trouble or asks to sign in; it is tried again by
 *   itself;
 * - `conflict`: somebody else wrote meanwhile; a person chooses (`Drafts.resolve`);
 * - `refused`: the server does not want it (`Drafts.refusalOf`); the words stay on this device.
 */
export type DraftState = 'saved' | 'waiting' | 'offline' | 'conflict' | 'refused'

/** How drafts of one kind reach the server. Both functions may throw `ApiError`. */
export interface DraftDoor<Body> {
  /**
   * Saves the words on their revision and answers the new revision.
   * @param options go to `call`: they hold `keepalive` when the page ends.
   */
  save(draft: Draft<Body>, options: RequestInit): Promise<number>
  /** What the server has, after `edited-meanwhile`; null when the document is no longer there. */
  theirs(draft: Draft<Body>): Promise<Stored<Body> | null>
}

/** Two pages of this device left words of one document: both stay, and a person chooses. */
export function besideOther<Body>(draft: Draft<Body>, other: Draft<Body> | undefined): Draft<Body> {
  if (!other || saysTheSame(draft.body, other.body)) return draft
  return { ...draft, conflict: { theirs: other.body, revision: other.revision, isHere: true } }
}

/** Whether two bodies say the same, apart from the order of their fields and from spaces around texts. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) => {
    if (typeof value === 'string') return value.trim()
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
