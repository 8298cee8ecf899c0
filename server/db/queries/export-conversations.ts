import type { Db } from '../open.ts'
import type {
  AgreementReviewRow,
  ConsentStanceRow,
  ExampleRow,
  ExpectedEffectRow,
  InterventionRow,
  ReflectionEntryRow,
  ReflectionRow,
  ReflectionVoteRow,
} from '../tables.ts'

/**
 * Reflections and interventions of an organisation, in a fixed order. Left out: what a phone could be known by, and who
 * gave which dots or answered what to a proposal.
 */
export interface ConversationRows {
  readonly reflections: readonly ReflectionRow[]
  readonly entries: readonly Omit<ReflectionEntryRow, 'authorKey'>[]
  readonly votes: readonly Pick<ReflectionVoteRow, 'reflectionId' | 'question' | 'dots'>[]
  readonly interventions: readonly InterventionRow[]
  readonly effects: readonly ExpectedEffectRow[]
  readonly stances: readonly Omit<ConsentStanceRow, 'voterKey'>[]
  readonly reviews: readonly AgreementReviewRow[]
  readonly examples: readonly ExampleRow[]
}

/** Reads them, inside the transaction of an export. */
export async function readConversationRows(db: Db, organisationId: string): Promise<ConversationRows> {
  const entries = await db
    .selectFrom('reflectionEntry')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('reflectionId')
    .orderBy('question')
    .orderBy('id')
    .execute()
  const stances = await db
    .selectFrom('consentStance')
    .selectAll()
    .where('organisationId', '=', organisationId)
    .orderBy('interventionId')
    .orderBy('id')
    .execute()
  return {
    reflections: await db
      .selectFrom('reflection')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    entries: entries.map(withoutPhone),
    votes: await db
      .selectFrom('reflectionVote')
      .select(['reflectionId', 'question', 'dots'])
      .where('organisationId', '=', organisationId)
      .orderBy('reflectionId')
      .orderBy('question')
      .orderBy('dots')
      .execute(),
    interventions: await db
      .selectFrom('intervention')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    effects: await db
      .selectFrom('expectedEffect')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('interventionId')
      .orderBy('dimension')
      .orderBy('perspective')
      .execute(),
    stances: stances.map(withoutVoter),
    reviews: await db
      .selectFrom('agreementReview')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('interventionId')
      .orderBy('reviewedAt')
      .orderBy('id')
      .execute(),
    examples: await db
      .selectFrom('example')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('id')
      .execute(),
  }
}

function withoutPhone(row: ReflectionEntryRow): ConversationRows['entries'][number] {
  const { authorKey: _, ...entry } = row
  return entry
}

function withoutVoter(row: ConsentStanceRow): ConversationRows['stances'][number] {
  const { voterKey: _, ...stance } = row
  return stance
}
