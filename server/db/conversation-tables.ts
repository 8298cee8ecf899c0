import type { Generated } from 'kysely'
import type { InterventionState } from '../contract/interventions.ts'
import type { ExperimentOutcome } from '../domain/experiment.ts'
import type { PartyKind } from '../domain/network.ts'

/*
 * Rows of the tables in which people talk and agree: reflections, interventions, examples,
 * calendars, the value network and experiments. As in
 * `tables.ts`: times are ISO 8601 texts, JSON is text that services parse, tenant tables start with organisationId.
 */

/** A row of `reflection`. */
export interface ReflectionTable {
  organisationId: string
  id: string
  roundId: string
  /** The frozen release that it is about. */
  releaseId: string
  guideId: string
  guideVersion: string
  title: string
  capitals: string
  skipped: string
  /** How far the room is, by question. */
  phases: string
  state: 'open' | 'closed'
  createdBy: string
  createdAt: string
  revision: number
}

/** A row of `reflection_entry`. */
export interface ReflectionEntryTable {
  organisationId: string
  reflectionId: string
  id: string
  question: number
  body: string
  /** null: written on a phone. */
  authorId: string | null
  /** What one phone can make again from its secret; null for a member. */
  authorKey: string | null
  /** Who changed it last, when that was not the author. */
  editorId: string | null
  carried: Generated<number>
  hidden: Generated<number>
  groupId: string | null
  revision: number
}

/** A row of `reflection_vote`. */
export interface ReflectionVoteTable {
  organisationId: string
  reflectionId: string
  question: number
  voterKey: string
  dots: string
}

/** A row of `reflection_presence`. */
export interface ReflectionPresenceTable {
  organisationId: string
  reflectionId: string
  userId: string
  question: number | null
  entryId: string | null
  seenAt: string
}

/** A row of `intervention`. */
export interface InterventionTable {
  organisationId: string
  id: string
  reflectionId: string | null
  /** The round that it starts from; null: from none. */
  roundId: string | null
  content: string
  /** Copied out of the content, for reminders and calendars. */
  reviewOn: string | null
  state: InterventionState
  price: string | null
  effectsRevision: number
  consent: 'none' | 'open' | 'closed'
  editorId: string | null
  createdBy: string
  createdAt: string
  revision: number
}

/** A row of `expected_effect`. */
export interface ExpectedEffectTable {
  organisationId: string
  interventionId: string
  dimension: string
  perspective: string
  effect: number
  term: 'short' | 'medium' | 'long'
  confidence: 'low' | 'middle' | 'high'
}

/** A row of `consent_stance`. */
export interface ConsentStanceTable {
  organisationId: string
  interventionId: string
  id: string
  voterKey: string
  stance: 'no-objection' | 'concern' | 'objection'
  text: string
  resolution: 'integrated' | 'withdrawn' | 'criterion' | null
}

/** A row of `agreement_review`. */
export interface AgreementReviewTable {
  organisationId: string
  interventionId: string
  id: string
  reviewedAt: string
  helped: 'yes' | 'partly' | 'no' | 'unknown'
  why: string
  improve: string
  dropped: number
  nextReviewOn: string | null
  authorId: string
}

/** A row of `calendar_feed`. */
export interface CalendarFeedTable {
  tokenHash: string
  organisationId: string
  userId: string
  createdAt: string
}

/** A row of `example`. */
export interface ExampleTable {
  organisationId: string
  id: string
  content: string
  editorId: string | null
  revision: number
}

/** A row of `network_party`. */
export interface NetworkPartyTable {
  organisationId: string
  id: string
  name: string
  kind: PartyKind
  /** Lines to this party, as JSON. */
  links: string
  revision: number
}

/** A row of `experiment`. */
export interface ExperimentTable {
  organisationId: string
  id: string
  /** A quarter, once for each organisation. */
  period: string
  partyId: string | null
  hypothesis: string
  smallestTest: string
  measure: string
  startsOn: string
  endsOn: string
  outcome: ExperimentOutcome | null
  learned: string
  revision: number
}
