import type { Operation, ResponseView } from '../../server/contract/responses.ts'
import type { JoinInput } from '../../server/contract/rounds.ts'
import { randomId } from './random-id.ts'

/** One answer as the server stores it. */
export type Answer = ResponseView['answers'][string][string]

/** Group of the person who answers, where the round asks for it. */
export type Group = NonNullable<JoinInput['group']>

/**
 * How far erasing somebody's answers is: `wanted`; `asked` once the server may have done it; `done`. It could not:
 * `closed`, the round takes no answers any more; `unknown`, the server does not know this phone any more.
 */
export type Erasing = 'wanted' | 'asked' | 'done' | 'closed' | 'unknown'

/** One person's part in one round, as this phone knows it. */
export interface KeptResponse {
  /** Made on this phone before joining: the same one gives the same respondent again. */
  readonly joinId: string
  /** What joins again when the secret is no longer good; absent when only a cookie is known. */
  readonly code?: string
  readonly group?: Group
  readonly name?: string
  /** Absent until the server has answered the first join, and when only a cookie is known. */
  readonly secret?: string
  /** Fragment of the place where this person was. */
  readonly place?: string
  /** Answers that the server took after the round had closed. */
  readonly late: number
  /** Whether "I am ready" has still to be sent. */
  readonly finish: 'no' | 'wanted' | 'sent'
  /** Of a second vote: the `joinId` of the same person in the round that it is about, and the id of the vote. */
  readonly voteOf?: string
  readonly voteId?: string
  /** Id of the second vote in which this person does not want to take part. */
  readonly declined?: string
  /** This person handed the phone on: forgotten as soon as the server has everything. */
  readonly isLeft?: boolean
  /**
   * Absent or `no`: nobody asked. Of who is `done` only the `joinId` stays, so that no other page joins again with it.
   */
  readonly erase?: Erasing | 'no'
}

/** The newest answer that this phone gave to one item on one horizon; `null` means taken back. */
export interface KeptAnswer {
  readonly joinId: string
  readonly itemId: string
  readonly horizon: string
  readonly seq: number
  readonly answer: Answer | null
}

/** An operation that the server has not acknowledged. */
export interface KeptOperation {
  readonly joinId: string
  readonly opId: string
  readonly operation: Operation
  /** Whether it survives closing this page. */
  readonly lasting: boolean
  /** Problem code of a refusal: such an operation is shown and not sent again. */
  readonly refusal?: string
}

/** Where an answer belongs. */
export interface AnswerPlace {
  readonly joinId: string
  readonly itemId: string
  readonly horizon: string
}

/** What a phone keeps. Every promise resolves only when the change is stored as well as this store can. */
export interface PhoneStore {
  /** The response that this page is about; `undefined` before joining. */
  current(): Promise<KeptResponse | undefined>
  setCurrent(joinId: string | undefined): Promise<void>
  responses(): Promise<KeptResponse[]>
  keepResponse(response: KeptResponse): Promise<void>
  /** Changes a response that is kept; nothing happens when there is none. */
  changeResponse(joinId: string, change: Partial<KeptResponse>): Promise<void>
  /** Removes a response with its answers; the caller makes sure that nothing of it is unsent. */
  forgetResponse(joinId: string): Promise<void>
  /** The questions and answers as the server last sent them; kept apart, because they are large. */
  view(joinId: string): Promise<ResponseView | undefined>
  keepView(joinId: string, view: ResponseView | undefined): Promise<void>
  answers(joinId: string): Promise<KeptAnswer[]>
  /**
   * Stores an answer and the operation that tells the server, which takes the place of an unsent one about the same
   * item and horizon. Its `seq` is one more than the last one there, and at least `leastSeq`.
   */
  keepAnswer(place: AnswerPlace, answer: Answer | null, leastSeq: number): Promise<KeptOperation>
  operations(): Promise<KeptOperation[]>
  /** Stores again an operation that was kept before, changed. */
  keepOperation(operation: KeptOperation): Promise<void>
  removeOperations(opIds: readonly string[]): Promise<void>
}

/** Whether nothing of a response may be sent any more: it is being erased, or it is. */
export function isErasing({ erase = 'no' }: KeptResponse): boolean {
  return ['wanted', 'asked', 'done'].includes(erase)
}

/** Makes the operation that tells the server about an answer. */
export function makeOperation(place: AnswerPlace, answer: Answer | null, seq: number, lasting: boolean): KeptOperation {
  const { joinId, itemId, horizon } = place
  const opId = randomId()
  const head = { opId, itemId, horizon, seq }
  return { joinId, opId, operation: answer === null ? { ...head, clear: true } : { ...head, ...answer }, lasting }
}

/** The answer that an operation gives; `null` when it takes one back. */
export function answerOf(operation: Operation): Answer | null {
  if ('clear' in operation) return null
  if ('rating' in operation) return { rating: operation.rating }
  return operation.reason === undefined
    ? { missing: operation.missing }
    : { missing: operation.missing, reason: operation.reason }
}

/** Whether an operation is about this item and horizon of this response. */
export function isAbout(kept: KeptOperation, place: AnswerPlace): boolean {
  const { itemId, horizon } = kept.operation
  return kept.joinId === place.joinId && itemId === place.itemId && horizon === place.horizon
}
