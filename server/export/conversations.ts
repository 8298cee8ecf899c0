import type { ConversationRows } from '../db/queries/export-conversations.ts'

/** Reflections with their cards, and interventions with what hangs on them, as an export has them. */
export function conversationsOf(rows: ConversationRows, roundIds: ReadonlySet<string>): object {
  return {
    reflections: rows.reflections
      .filter(({ roundId }) => roundIds.has(roundId))
      .map(({ organisationId: _, capitals, skipped, phases, revision: __, ...reflection }) => ({
        ...reflection,
        capitals: parsed(capitals),
        skipped: parsed(skipped),
        phases: parsed(phases),
        cards: rows.entries.filter(({ reflectionId }) => reflectionId === reflection.id).map(cardOf),
        dots: dotsOf(rows.votes.filter(({ reflectionId }) => reflectionId === reflection.id)),
      })),
    interventions: rows.interventions
      .filter(({ roundId }) => roundId === null || roundIds.has(roundId))
      .map(({ organisationId: _, content, price, revision: __, effectsRevision: ___, ...intervention }) => {
        const own = <Row extends { interventionId: string; organisationId: string }>(list: readonly Row[]) =>
          list
            .filter(({ interventionId }) => interventionId === intervention.id)
            .map(({ organisationId: _o, interventionId: _i, ...row }) => row)
        return {
          ...intervention,
          content: parsed(content),
          price: price === null ? null : parsed(price),
          effects: own(rows.effects),
          answers: own(rows.stances),
          reviews: own(rows.reviews),
        }
      }),
    examples: rows.examples.map(({ id, content }) => ({ id, ...(JSON.parse(content) as object) })),
  }
}

function cardOf({
  id,
  question,
  body,
  authorId,
  editorId,
  carried,
  hidden,
  groupId,
}: ConversationRows['entries'][number]) {
  return { id, question, body: parsed(body), authorId, editorId, carried: carried === 1, hidden: hidden === 1, groupId }
}

/** How many dots each card or candidate has, by question; who gave them is nobody's business. */
function dotsOf(votes: ConversationRows['votes']): Record<string, Record<string, number>> {
  const totals: Record<string, Record<string, number>> = {}
  for (const { question, dots } of votes) {
    const own = totals[question] ?? {}
    for (const [id, n] of Object.entries(JSON.parse(dots) as Record<string, number>)) own[id] = (own[id] ?? 0) + n
    totals[question] = own
  }
  return totals
}

function parsed(text: string): unknown {
  return JSON.parse(text)
}
