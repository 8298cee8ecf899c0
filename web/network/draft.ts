import { ApiError } from '../api.ts'
import { KeptWords } from '../drafts/kept-words.ts'

/** Something stored that two people can write in. */
interface Revised {
  readonly id: string
  readonly revision: number
}

/**
 * What somebody is writing: the words as they stand in the form, and the revision on which they were written (0: it is
 * new). `theirs` is set once somebody else was first: what they made of it, or `gone` when they removed it.
 */
export interface Draft<Words, Stored extends Revised> {
  id: string
  revision: number
  readonly words: Words
  /** The words when the writer began. */
  readonly original: string
  theirs: Stored | 'gone' | undefined
}

/**
 * Drafts of a form in a dialog: one that was closed without saving or cancelling is there again when it opens, because
 * Escape is pressed by accident too. They stay on this device, for this person, until they are saved or let go, and so
 * survive closing the page.
 */
export class KeptDrafts<Words, Stored extends Revised> {
  readonly #shelf: KeptWords
  #drafts: Set<Draft<Words, Stored>> | undefined

  /** @param name of the form and what it is about; asked at every use. */
  constructor(name: () => string) {
    this.#shelf = new KeptWords(name)
  }

  /** The draft about this, or else a new one; `isKept` says which. */
  open(
    isAboutThis: (draft: Draft<Words, Stored>) => boolean,
    fresh: Pick<Draft<Words, Stored>, 'id' | 'revision' | 'words'>,
  ): { draft: Draft<Words, Stored>; isKept: boolean } {
    const kept = [...this.#all].find(isAboutThis)
    if (kept) return { draft: kept, isKept: true }
    const draft = { ...fresh, original: JSON.stringify(fresh.words), theirs: undefined }
    this.#all.add(draft)
    return { draft, isKept: false }
  }

  /** Somebody wrote: call it after every change of the words. */
  keep(): void {
    const written = [...this.#all].filter(isWritten)
    if (written.length === 0) this.#shelf.forget()
    else this.#shelf.keep(JSON.stringify(written.map((draft) => ({ ...draft, theirs: undefined }))))
  }

  /** The dialog was closed: a draft in which nothing was written is forgotten. */
  closed(draft: Draft<Words, Stored>): void {
    if (!isWritten(draft)) this.drop(draft)
    this.keep()
  }

  /** Forgets a draft: it was saved, or its writer wants it no more. */
  drop(draft: Draft<Words, Stored>): void {
    this.#all.delete(draft)
    this.keep()
  }

  get #all(): Set<Draft<Words, Stored>> {
    const kept = this.#shelf.value
    // Only this page writes what is kept under this name.
    this.#drafts ??= new Set(kept === undefined ? [] : (JSON.parse(kept) as Draft<Words, Stored>[]))
    return this.#drafts
  }
}

function isWritten<Words, Stored extends Revised>({ words, original }: Draft<Words, Stored>): boolean {
  return JSON.stringify(words) !== original
}

/** Refusals that mean: somebody else was first. */
const MEANWHILE = ['edited-meanwhile', 'experiment-exists', 'not-found']

/**
 * Does something with what a draft is about. When somebody else was first, the draft keeps its words and gets the other
 * version beside them, and stands on that version from then on: done again, it wins knowingly.
 *
 * @param findTheirs reads what is stored now; undefined when it is gone.
 * @returns what `act` returned; undefined when somebody else was first.
 * @throws {ApiError} any other refusal: the draft stays as it was.
 */
export async function unlessMeanwhile<Words, Stored extends Revised, Done>(
  draft: Draft<Words, Stored>,
  act: () => Promise<Done>,
  findTheirs: () => Promise<Stored | undefined>,
): Promise<Done | undefined> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof ApiError) || !isMeanwhile(error)) throw error
    const theirs = await findTheirs()
    draft.theirs = theirs ?? 'gone'
    draft.id = theirs?.id ?? draft.id
    draft.revision = theirs?.revision ?? 0
    return undefined
  }
}

/** A refusal that names a field is about that field. */
function isMeanwhile({ code, problem }: ApiError): boolean {
  return MEANWHILE.includes(code) && (problem.errors ?? []).length === 0
}
