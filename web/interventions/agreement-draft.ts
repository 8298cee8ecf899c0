import type { LitElement, ReactiveController } from 'lit'
import type { Intervention, InterventionContent } from '../../server/contract/interventions.ts'
import type { Conflict, DraftState, Stored } from '../drafts/draft.ts'
import { type AgreementBody, type AgreementDrafts, agreementDrafts } from './agreement-drafts.ts'
import { interventionPath } from './agreements.ts'
import { EMPTY_CONTENT } from './content.ts'

/** Which agreement an element is about; `intervention` is undefined while only this device knows it. */
export interface AgreementPlace {
  readonly org: string
  readonly id: string
  readonly reflectionId: string | null
  readonly intervention: Intervention | undefined
}

/**
 * One agreement as its writer sees it: the words of this device before those of the server. Renders at every change, and lets its
 * element send `mv-written`.
 */
export class AgreementDraft implements ReactiveController {
  readonly #host: LitElement
  readonly #place: () => AgreementPlace
  #drafts: AgreementDrafts | undefined
  readonly #onChange = () => this.#host.requestUpdate()

  /** @param place asked at every use, because properties of the element change. */
  constructor(host: LitElement, place: () => AgreementPlace) {
    this.#host = host
    this.#place = place
    host.addController(this)
  }

  hostConnected(): void {
    this.#drafts = agreementDrafts()
    this.#drafts.addEventListener('change', this.#onChange)
  }

  hostDisconnected(): void {
    this.#drafts?.removeEventListener('change', this.#onChange)
  }

  /** What to show. */
  get content(): InterventionContent {
    return this.#newest()?.body.content ?? EMPTY_CONTENT
  }

  get state(): DraftState {
    return this.#all.stateOf(this.#place().id)
  }

  get refusal(): string | undefined {
    return this.#all.refusalOf(this.#place().id)
  }

  /** Whether this device keeps the words when the page is closed. */
  get isLasting(): boolean {
    return this.#all.isLasting
  }

  get conflict(): Conflict<AgreementBody> | undefined {
    return this.#all.conflictOf(this.#place().id)
  }

  /** Writes some parts; the others stay as they are. */
  write(changes: Partial<InterventionContent>): void {
    const { org, id, reflectionId, intervention } = this.#place()
    const body = { reflectionId: intervention?.reflectionId ?? reflectionId, content: { ...this.content, ...changes } }
    this.#all.write(id, interventionPath(org, id), body, this.#newest())
    this.#host.requestUpdate()
    this.#host.dispatchEvent(new Event('mv-written', { bubbles: true }))
  }

  /** Sends what waits: somebody left a field. */
  flush(): void {
    this.#all.flush()
  }

  /** Resolves once nothing is on its way. */
  settled(): Promise<DraftState> {
    return this.#all.settled(this.#place().id)
  }

  /** Ends a conflict with what somebody made of both versions; `content` undefined takes the other version whole. */
  async choose(content: InterventionContent | undefined): Promise<void> {
    const { id } = this.#place()
    if (content) this.write(content)
    await this.#all.resolve(id, content ? 'mine' : 'theirs')
  }

  get #all(): AgreementDrafts {
    this.#drafts ??= agreementDrafts()
    return this.#drafts
  }

  #newest(): Stored<AgreementBody> | undefined {
    const { id, intervention } = this.#place()
    const read = intervention && {
      body: { reflectionId: intervention.reflectionId, content: intervention.content },
      revision: intervention.revision,
    }
    return this.#all.newestOf(id, read)
  }
}
