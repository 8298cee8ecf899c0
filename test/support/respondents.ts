import * as z from 'zod'
import type { Answer } from '../../server/contract/responses.ts'
import { Acknowledgement, MOST_OPERATIONS, ResponseView } from '../../server/contract/responses.ts'
import { Joined, type RoundMade } from '../../server/contract/rounds.ts'

/** One respondent of a round: a group when the round has groups, and what they answer to each item. */
export interface Respondent {
  readonly group?: string
  /** `undefined` leaves the item unanswered. */
  readonly answer: (itemId: string, horizon: string) => Answer | undefined
}

/** Secrets of who answered a round, by its id: with them the same people come into its second votes. */
const answered = new Map<string, string[]>()

/** Lets people join a round and answer it over HTTP, as their phones do. Every answer must be applied. */
export async function answerRound(
  origin: string,
  { id, code }: Pick<RoundMade, 'id' | 'code'>,
  people: readonly Respondent[],
): Promise<void> {
  const secrets = answered.get(id) ?? []
  answered.set(id, secrets)
  for (const [at, person] of people.entries()) secrets.push(await answerAs(origin, code, person, at))
}

/** Lets the same people answer a second vote: the first of them, as many as there are answers. */
export async function voteAgain(
  origin: string,
  roundId: string,
  code: string,
  people: readonly Respondent[],
): Promise<void> {
  for (const [at, person] of people.entries()) await answerAs(origin, code, person, at, answered.get(roundId)?.[at])
}

async function answerAs(origin: string, code: string, person: Respondent, at: number, own?: string): Promise<string> {
  const group = person.group === undefined ? {} : { group: person.group }
  const joined = Joined.parse(
    await send(
      `${origin}/api/join`,
      'POST',
      { code, name: `Person ${at + 1}`, ...group },
      own === undefined ? undefined : `Respondent ${own}`,
    ),
  )
  const authorization = `Respondent ${joined.secret}`
  const view = ResponseView.parse(await send(`${origin}/api/response`, 'GET', undefined, authorization))
  const operations = view.items.flatMap(({ id }) =>
    view.round.horizons.flatMap((horizon) => {
      const answer = person.answer(id, horizon)
      return answer === undefined
        ? []
        : [
            {
              opId: `${at}-${id}-${horizon}-${joined.respondentId.slice(0, 8)}`,
              itemId: id,
              horizon,
              seq: 1,
              ...answer,
            },
          ]
    }),
  )
  for (let from = 0; from < operations.length; from += MOST_OPERATIONS) {
    const batch = operations.slice(from, from + MOST_OPERATIONS)
    const reply = await send(`${origin}/api/response/answers`, 'PUT', batch, authorization)
    const refused = z
      .array(Acknowledgement)
      .parse(reply)
      .filter(({ status }) => status !== 'applied')
    if (refused.length > 0) throw new Error(`not applied: ${JSON.stringify(refused)}`)
  }
  return joined.secret
}

async function send(url: string, method: string, body?: unknown, authorization?: string): Promise<unknown> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(authorization !== undefined && { authorization }),
  }
  const reply = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`)
  return reply.json()
}
