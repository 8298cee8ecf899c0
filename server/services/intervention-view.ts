import type { Scope } from '../auth/scope.ts'
import type { Intervention, Review } from '../contract/interventions.ts'
import type { Db } from '../db/open.ts'
import {
  type InterventionFilter,
  listEffects,
  listInterventions,
  listReviews,
  listStances,
  type NamedInterventionRow,
} from '../db/queries/interventions.ts'
import type { AgreementReviewRow, ConsentStanceRow, ExpectedEffectRow } from '../db/tables.ts'
import { placeProposal, scriptOf } from '../domain/script.ts'
import { ProblemError } from '../problem.ts'
import { countStances } from './consent-view.ts'
import { contentOf, dayOf, priceOf, UNDER_WAY } from './intervention-content.ts'
import { voterKeyOf } from './reflection-access.ts'

interface ViewDeps {
  readonly db: Db
  readonly now: () => Date
}

/** Interventions with everything that hangs on them, in the order of the script. */
export async function viewInterventions(
  { db, now }: ViewDeps,
  scope: Scope,
  which: InterventionFilter,
): Promise<Intervention[]> {
  const { organisationId } = scope
  const rows = await listInterventions(db, scope, which)
  const ids = rows.map(({ id }) => id)
  const [effects, stances, reviews] = await Promise.all([
    listEffects(db, organisationId, ids),
    listStances(db, organisationId, ids),
    listReviews(db, organisationId, ids),
  ])
  const parts = {
    effects: Map.groupBy(effects, ({ interventionId }) => interventionId),
    stances: Map.groupBy(stances, ({ interventionId }) => interventionId),
    reviews: Map.groupBy(reviews, ({ interventionId }) => interventionId),
  }
  const views = rows.map((row) =>
    viewRow(row, scope, dayOf(now()), {
      effects: parts.effects.get(row.id) ?? [],
      stances: parts.stances.get(row.id) ?? [],
      reviews: parts.reviews.get(row.id) ?? [],
    }),
  )
  return scriptOf(views.map((view) => ({ ...view.content, view }))).map(({ proposal }) => proposal.view)
}

/**
 * One intervention.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewIntervention(deps: ViewDeps, scope: Scope, id: string): Promise<Intervention> {
  const [view] = await viewInterventions(deps, scope, { id })
  if (view === undefined) throw new ProblemError('not-found')
  return view
}

function viewRow(
  row: NamedInterventionRow,
  scope: Scope,
  today: string,
  parts: {
    readonly effects: readonly ExpectedEffectRow[]
    readonly stances: readonly ConsentStanceRow[]
    readonly reviews: readonly (AgreementReviewRow & { authorName: string | null })[]
  },
): Intervention {
  const content = contentOf(row)
  const { id, reflectionId, roundId, roundTitle, period, state, effectsRevision, consent, revision, createdAt } = row
  const own = parts.stances.find(({ voterKey }) => voterKey === voterKeyOf(scope))
  const { answered, noObjection } = countStances(consent, parts.stances)
  return {
    id,
    reflectionId,
    roundId,
    baseline: roundId === null ? null : { roundId, title: roundTitle ?? '', period: period ?? '' },
    content,
    state,
    effects: parts.effects.map(({ dimension, perspective, effect, term, confidence }) => {
      return { dimension, perspective, effect, term, confidence }
    }),
    price: priceOf(row),
    effectsRevision,
    script: placeProposal(content),
    consent: {
      state: consent,
      answered,
      noObjection,
      own: own === undefined ? null : { stance: own.stance, text: own.text },
      voices: consent === 'closed' ? parts.stances.flatMap(voiceOf) : [],
    },
    reviews: parts.reviews.map(viewReview),
    isDue: UNDER_WAY.includes(state) && row.reviewOn !== null && row.reviewOn <= today,
    editedBy: row.editorName,
    revision,
    createdAt,
  }
}

function voiceOf({ id, stance, text, resolution }: ConsentStanceRow): Intervention['consent']['voices'] {
  return stance === 'no-objection' ? [] : [{ id, stance, text, resolution }]
}

function viewReview(review: AgreementReviewRow & { authorName: string | null }): Review {
  const { id, reviewedAt, helped, why, improve, dropped, nextReviewOn, authorName } = review
  return {
    id,
    reviewedOn: reviewedAt.slice(0, 10),
    helped,
    why,
    improve,
    dropped: dropped === 1,
    nextReviewOn,
    by: authorName ?? '',
  }
}
