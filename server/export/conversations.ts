import type { ConversationRows } from '../db/queries/export-conversations.ts'

type Reflection = ConversationRows['reflections'][number]
type Intervention = ConversationRows['interventions'][number]

/** Reflections with their cards, and interventions with what hangs on them, as an export has them. */
export function conversationsOf(rows: ConversationRows, roundIds: ReadonlySet<string>): object {
  return {
    reflections: rows.reflections
      .filter(({ roundId }) => roundIds.has(roundId))
      .map((reflection) => reflectionOf(reflection, rows)),
    interventions: rows.interventions
      .filter(({ roundId }) => roundId === null || roundIds.has(roundId))
      .map((intervention) => interventionOf(intervention, rows)),
    examples: rows.examples.map(({ id, content }) => ({ id, ...(JSON.parse(content) as object) })),
  }
}

function reflectionOf(reflection: Reflection, { entries, votes }: ConversationRows): object {
  const { organisationId: _, revision: __, capitals, skipped, phases: text, ...own } = reflection
  const phases = JSON.parse(text) as Record<string, string>
  // What a room has not shown yet, or is still giving, would tell by itself what one person did.
  const cards = entries.filter(({ reflectionId, question, authorId }) => {
    return reflectionId === own.id && (authorId !== null || (phases[question] ?? 'writing') !== 'writing')
  })
  const given = votes.filter(({ reflectionId, question }) => reflectionId === own.id && phases[question] !== 'voting')
  return {
    ...own,
    capitals: parsed(capitals),
    skipped: parsed(skipped),
    phases,
    cards: cards.map(cardOf),
    dots: dotsOf(given),
  }
}

function interventionOf(intervention: Intervention, { effects, stances, reviews }: ConversationRows): object {
  const { organisationId: _, revision: __, effectsRevision: ___, content, price, ...own } = intervention
  return {
    ...own,
    content: parsed(content),
    price: price === null ? null : parsed(price),
    effects: partsOf(effects, own.id),
    answers: own.consent === 'closed' ? partsOf(stances, own.id) : [],
    reviews: partsOf(reviews, own.id),
  }
}

function partsOf(rows: readonly { interventionId: string; organisationId: string }[], id: string): object[] {
  return rows
    .filter(({ interventionId }) => interventionId === id)
    .map((row) => {
      const { organisationId: _, interventionId: __, ...own } = row
      return own
    })
}

function cardOf(card: ConversationRows['entries'][number]): object {
  const { id, question, body, authorId, editorId, carried, hidden, groupId } = card
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
