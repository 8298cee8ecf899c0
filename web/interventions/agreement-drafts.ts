import type { Intervention, InterventionContent, InterventionInput } from '../../server/contract/interventions.ts'
import { call } from '../api.ts'
import type { Draft, Stored } from '../drafts/draft.ts'
import { DraftChange, Drafts } from '../drafts/drafts.ts'
import { onlyFor, writerId } from '../drafts/own-drafts.ts'
import { tellNews } from './agreements.ts'
import { mergeContents } from './content.ts'

/** What is written of an agreement, with the reflection that it belongs to. */
export interface AgreementBody {
  readonly reflectionId: string | null
  readonly content: InterventionContent
}

const kept = new Map<string, AgreementDrafts>()

/** The agreements that the reader is writing: one for each person who signs in on this page. */
export function agreementDrafts(): AgreementDrafts {
  const userId = writerId()
  const drafts = kept.get(userId) ?? new AgreementDrafts(userId)
  kept.set(userId, drafts)
  return drafts
}

/**
 * Drafts of agreements. What two people changed in different parts of one agreement is brought together by itself;
 * only where both changed the same part a person chooses.
 */
export class AgreementDrafts extends Drafts<AgreementBody> {
  /** What this page last knew to stand on the server, by agreement, for as long as something is written in it. */
  readonly #bases = new Map<string, InterventionContent>()

  /** @param userId whose they are: they never go out in the name of somebody else. */
  constructor(userId: string) {
    const door = { save: (draft: Draft<AgreementBody>, options: RequestInit) => this.#save(draft, options), theirs }
    super(`meervoud-agreements-${userId}`, onlyFor(userId, door))
    this.addEventListener('change', (event) => {
      if (event instanceof DraftChange) this.#bringTogether(event.key)
    })
  }

  /** Keeps what somebody wrote in an agreement. @param before what stood there as far as this page knows. */
  write(key: string, path: string, body: AgreementBody, before: Stored<AgreementBody> | undefined): void {
    if (!this.#bases.has(key) && this.bodyOf(key) === undefined && before) this.#bases.set(key, before.body.content)
    void this.keep(key, path, body, before?.revision ?? 0)
  }

  async #save({ key, path, body, revision }: Draft<AgreementBody>, options: RequestInit): Promise<number> {
    const input: InterventionInput = { ...body, roundId: null, revision }
    const saved = await call<Intervention>('PUT', path, input, options)
    this.#bases.set(key, body.content)
    tellNews(saved)
    return saved.revision
  }

  #bringTogether(key: string): void {
    if (this.stateOf(key) === 'saved') this.#bases.delete(key)
    const conflict = this.conflictOf(key)
    const [draft, base] = [this.bodyOf(key), this.#bases.get(key)]
    if (!conflict?.theirs || conflict.isHere || !draft || !base) return
    const content = mergeContents(base, draft.content, conflict.theirs.content)
    if (!content) return
    this.#bases.set(key, conflict.theirs.content)
    const path = this.pending.find((pending) => pending.key === key)?.path ?? ''
    void this.keep(key, path, { ...draft, content }, conflict.revision)
    void this.resolve(key, 'mine')
  }
}

async function theirs({ path }: Draft<AgreementBody>): Promise<Stored<AgreementBody>> {
  const read = tellNews(await call<Intervention>('GET', path))
  return { body: { reflectionId: read.reflectionId, content: read.content }, revision: read.revision }
}
