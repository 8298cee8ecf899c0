import { Results } from '../../server/contract/results.ts'
import { answerRound, type Respondent } from './respondents.ts'
import type { TestServer } from './server.ts'
import { sixCapitals } from './words.ts'

/** Mean rating of inside and outside now, and how much lower it is ahead. */
const LEVELS: Readonly<Record<string, readonly [internal: number, external: number, fall: number]>> = {
  human: [3, 3, 0],
  social: [3, 2, 0],
  intellectual: [4, 4, 0],
  manufactured: [3, 3, 1],
  natural: [2, 2, 0],
  financial: [4, 4, 0],
}

const ITEMS = new Map(sixCapitals().items.map((item, at) => [item.id, { ...item, at }]))

/** Rounds that were answered over HTTP, each with the address of its result page. */
export interface ResultRounds {
  /** Twelve people in two groups, anonymous, both horizons. */
  readonly full: string
  /** Four people, open, of whom nobody knows anything of nature. */
  readonly gap: string
  /** One person, open. */
  readonly alone: string
  /** Three people, anonymous: nothing may be shown. */
  readonly hidden: string
  /** Open, nothing released yet. */
  readonly empty: string
}

/** Makes the rounds of the result tests on a server that is set up. */
export async function makeResultRounds(server: TestServer, organisationId: string): Promise<ResultRounds> {
  const address = (id: string) => `${server.origin}/o/${organisationId}/r/${id}/results`
  const make = async (people: readonly Respondent[], changes: Parameters<TestServer['openRound']>[0]) => {
    const round = await server.openRound({ horizons: ['now', 'ahead'], ...changes })
    await answerRound(server.origin, round, people)
    if (people.length > 0) {
      await server.call('POST', `/api/organisations/${organisationId}/rounds/${round.id}/releases`, {}, Results)
    }
    return address(round.id)
  }
  const groups = ['staff', 'management'] as const
  return {
    full: await make(peopleOf(12, [...groups]), { title: 'Works council', groups: [...groups] }),
    gap: await make(peopleOf(4, [], ['natural']), { title: 'Management team', mode: 'open' }),
    alone: await make(peopleOf(1), { title: 'Filled in alone', mode: 'open' }),
    hidden: await make(peopleOf(3), { title: 'Trial' }),
    empty: await make([], { title: 'Just begun' }),
  }
}

/** People who stand a step around the level of each cell, in turns, so that means are exact and nobody is alike. */
function peopleOf(n: number, groups: readonly string[] = [], unknown: readonly string[] = []): Respondent[] {
  return Array.from({ length: n }, (_, person) => {
    const group = groups[person % groups.length]
    return {
      ...(group !== undefined && { group }),
      answer: (itemId, horizon) => {
        const item = ITEMS.get(itemId)
        if (item === undefined) throw new Error(`no item ${itemId}`)
        if (unknown.includes(item.dimension)) return { missing: 'unknown' }
        const [internal, external, fall] = LEVELS[item.dimension] ?? [3, 3, 0]
        const level = (item.perspective === 'internal' ? internal : external) - (horizon === 'ahead' ? fall : 0)
        return { rating: Math.min(5, Math.max(1, level + ((person + item.at) % 3) - 1)) }
      },
    }
  })
}
