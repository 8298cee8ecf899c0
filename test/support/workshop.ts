import * as z from 'zod'
import type { RoundInput, RoundMade } from '../../server/contract/rounds.ts'
import { type Command, DisplayLink, Workshop } from '../../server/contract/workshops.ts'
import { joinRound, newRound, type Respondent, type TestApp } from './app.ts'
import type { Client, Reply } from './client.ts'

const Made = z.object({ id: z.string() })

/** A workshop of a test, with the client of one facilitator. */
export class TestWorkshop {
  readonly id: string
  readonly round: RoundMade
  readonly url: string
  readonly #org: string

  private constructor(org: string, id: string, round: RoundMade) {
    this.#org = org
    this.id = id
    this.round = round
    this.url = `${org}/workshops/${id}`
  }

  /** Makes a round, open unless `changes` says else, and its workshop. */
  static async make(owner: Client, organisationId: string, changes: Partial<RoundInput> = {}): Promise<TestWorkshop> {
    const org = `/api/organisations/${organisationId}`
    const round = await newRound(owner, organisationId, changes)
    const { id } = (await owner.post(`${org}/workshops`, { roundId: round.id })).as(Made)
    return new TestWorkshop(org, id, round)
  }

  /** Presses something; the reply may be a refusal. */
  press(by: Client, order: Command): Promise<Reply> {
    return by.post(`${this.url}/commands`, order)
  }

  /** Presses something that must work; the workshop afterwards. */
  async do(by: Client, order: Command): Promise<Workshop> {
    return (await this.press(by, order)).as(Workshop)
  }

  async read(by: Client): Promise<Workshop> {
    return (await by.get(this.url)).as(Workshop)
  }

  /** A wall of this workshop, as a caller with the token of its link. */
  async wall(owner: Client, nobody: Client): Promise<Client> {
    const { url } = (await owner.post(`${this.url}/display-links`)).as(DisplayLink)
    return nobody.with({ authorization: `Display ${new URL(url).hash.slice(1)}` })
  }

  /** Closes at once, without the ten seconds, and shows the result. */
  async closeAndReveal(by: Client, roundId = this.round.id): Promise<Workshop> {
    await by.post(`${this.#org}/rounds/${roundId}/close`)
    return this.do(by, { do: 'reveal' })
  }
}

/** Lets people of a room vote again: each gives this rating to each item of the vote. */
export async function voteAgain(
  api: TestApp,
  people: readonly Respondent[],
  code: string,
  itemIds: readonly string[],
  ratings: readonly number[],
): Promise<Respondent[]> {
  const voters: Respondent[] = []
  for (const [index, rating] of ratings.entries()) {
    const person = people[index]
    if (person === undefined) throw new Error('more ratings than people')
    const voter = await joinRound(person.client, code)
    const operations = itemIds.map((itemId) => ({
      opId: `vote-${index}-${itemId}`,
      itemId,
      horizon: 'now',
      seq: 1,
      rating,
    }))
    const client = api.nobody.with({ authorization: `Respondent ${voter.secret}` })
    await client.put('/api/response/answers', operations)
    voters.push({ ...voter, client })
  }
  return voters
}

/** So many respondents who all gave each item this rating; `ratings` has one for each of them. */
export async function joinAndRate(
  api: TestApp,
  code: string,
  itemIds: readonly string[],
  ratings: readonly number[],
): Promise<Respondent[]> {
  const people: Respondent[] = []
  for (const [index, rating] of ratings.entries()) {
    const person = await joinRound(api.nobody, code)
    const operations = itemIds.map((itemId) => ({
      opId: `rating-${index}-${itemId}`,
      itemId,
      horizon: 'now',
      seq: 1,
      rating,
    }))
    await person.client.put('/api/response/answers', operations)
    people.push(person)
  }
  return people
}
