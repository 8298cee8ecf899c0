import { Results } from '../../server/contract/results.ts'
import type { RoundMade } from '../../server/contract/rounds.ts'
import { answerRound, type Respondent } from './respondents.ts'
import type { TestServer } from './server.ts'

/** The instruments of which each item stands for itself. */
export const OWN_INSTRUMENTS = ['sociosphere', 'three-principles', 'seven-principles'] as const

/** The id of one of them. */
export type OwnInstrument = (typeof OWN_INSTRUMENTS)[number]

/** Where people stand on each line of the sociosphere, and where they want to stand. */
const LINES: Readonly<Record<string, readonly [now: number, wanted: number]>> = {
  i01: [3, 4],
  i02: [3, 5],
  i03: [4, 4],
  i04: [2, 5],
  i05: [3, 4],
  i06: [5, 3],
}

/** Opens a round about one of them, on every horizon that it has. */
export function openOwnRound(
  server: TestServer,
  id: OwnInstrument,
  changes: Parameters<TestServer['openRound']>[0] = {},
): Promise<RoundMade> {
  const horizons = id === 'sociosphere' ? ['now', 'wanted'] : ['now']
  return server.openRound({ instrument: { id, version: '1.0.0' }, variant: 'full', horizons, ...changes })
}

/** Opens such a round, lets so many people answer it and releases the outcome. Answers its id. */
export async function answeredOwnRound(
  server: TestServer,
  organisationId: string,
  id: OwnInstrument,
  people: number,
  changes: Parameters<TestServer['openRound']>[0] = {},
): Promise<string> {
  const round = await openOwnRound(server, id, changes)
  await answerRound(server.origin, round, peopleOf(people, id === 'sociosphere' ? 7 : 5))
  await server.call('POST', `/api/organisations/${organisationId}/rounds/${round.id}/releases`, {}, Results)
  return round.id
}

/** The item about which people are in two camps now. */
const DIVIDED = 'i05'

/** People who stand a step around the same places, in turns, so that nobody is alike; on one item they are divided. */
export function peopleOf(n: number, steps: number): Respondent[] {
  return Array.from({ length: n }, (_, person) => ({
    answer: (itemId, horizon) => {
      const [now, wanted] = LINES[itemId] ?? [4, 4]
      const at = horizon === 'wanted' ? wanted : now
      if (n === 1) return { rating: at }
      if (itemId === DIVIDED && horizon === 'now') return { rating: person % 2 === 0 ? 1 : 5 }
      const spread = ((person + Number(itemId.slice(1))) % 3) - 1
      return { rating: Math.min(steps, Math.max(1, at + spread)) }
    },
  }))
}
