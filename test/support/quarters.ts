import { answerRound, type Respondent } from './respondents.ts'
import type { TestServer } from './server.ts'
import { sixCapitals } from './words.ts'

const ITEMS = new Map(sixCapitals().items.map((item, at) => [item.id, { ...item, at }]))

/** One quarter of a company: how high its people rate each capital, and what is unusual about it. */
export interface Quarter {
  readonly period: string
  /** Mean rating by capital, 1 to 5; 3 for a capital that is not here. */
  readonly levels?: Readonly<Record<string, number>>
  /** Seven unless told otherwise. */
  readonly people?: number
  /** Capitals of which nobody knows anything. */
  readonly unknown?: readonly string[]
  /** What is asked; the pulse unless told otherwise. */
  readonly itemIds?: readonly string[]
  readonly horizons?: readonly string[]
}

/** Lets a company answer a round a quarter over HTTP and closes each; the ids of the rounds in order. */
export async function makeQuarters(server: TestServer, quarters: readonly Quarter[]): Promise<string[]> {
  const ids: string[] = []
  for (const quarter of quarters) {
    const { period, itemIds, horizons = ['now'], people = 7 } = quarter
    const round = await server.openRound({
      period,
      title: `Our quarter ${period}`,
      horizons: [...horizons],
      ...(itemIds !== undefined && { itemIds: [...itemIds] }),
    })
    await answerRound(
      server.origin,
      round,
      Array.from({ length: people }, (_, person) => personOf(quarter, person)),
    )
    await server.moveRound(round.id, 'close')
    ids.push(round.id)
  }
  return ids
}

/** People stand a step around the level of a capital, in turns, so that nobody is alike. */
function personOf({ levels = {}, unknown = [] }: Quarter, person: number): Respondent {
  return {
    answer: (itemId, horizon) => {
      const item = ITEMS.get(itemId)
      if (item === undefined) throw new Error(`no item ${itemId}`)
      if (unknown.includes(item.dimension)) return { missing: 'unknown' }
      const level = (levels[item.dimension] ?? 3) - (horizon === 'ahead' ? 0.5 : 0)
      return { rating: Math.min(5, Math.max(1, Math.round(level + ((person + item.at) % 3) - 1))) }
    },
  }
}

/** The periods of so many quarters, from the first one of 2022. */
export function periodsFrom2022(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${2022 + Math.floor(at / 4)}-Q${(at % 4) + 1}`)
}
