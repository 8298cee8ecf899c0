import * as z from 'zod'
import { Round, type RoundInput, type RoundMade } from '../../server/contract/rounds.ts'
import { type Command, DisplayLink, Workshop } from '../../server/contract/workshops.ts'
import { answerRound, type Respondent } from './respondents.ts'
import type { TestServer } from './server.ts'

const Made = z.object({ id: z.string() })

/** A workshop that Alice runs on a real server, for tests that look at it through browsers. */
export class Room {
  readonly round: RoundMade
  readonly #server: TestServer
  readonly #organisation: string
  readonly #workshopId: string

  private constructor(server: TestServer, organisation: string, round: RoundMade, workshopId: string) {
    this.#server = server
    this.#organisation = organisation
    this.round = round
    this.#workshopId = workshopId
  }

  /** Opens a round and makes its workshop. */
  static async open(server: TestServer, organisationId: string, changes: Partial<RoundInput> = {}): Promise<Room> {
    const organisation = `/api/organisations/${organisationId}`
    const round = await server.openRound(changes)
    const { id } = await server.call('POST', `${organisation}/workshops`, { roundId: round.id }, Made)
    return new Room(server, organisation, round, id)
  }

  /** Does what a button of the facilitator does. */
  do(order: Command): Promise<Workshop> {
    return this.#server.call('POST', `${this.#organisation}/workshops/${this.#workshopId}/commands`, order, Workshop)
  }

  read(): Promise<Workshop> {
    return this.#server.call('GET', `${this.#organisation}/workshops/${this.#workshopId}`, undefined, Workshop)
  }

  /** Lets so many more people answer every item, over HTTP; `rating` gives what each of them answers. */
  fill(people: number, rating: (person: number) => number): Promise<void> {
    const respondents = Array.from({ length: people }, (_, person): Respondent => {
      return { answer: () => ({ rating: rating(person) }) }
    })
    return answerRound(this.#server.origin, this.round, respondents)
  }

  /** Closes a round at once, without the ten seconds. */
  async close(roundId = this.round.id): Promise<void> {
    await this.#server.moveRound(roundId, 'close')
  }

  /** Makes a link that opens the wall; its address. */
  async wallLink(): Promise<string> {
    const { url } = await this.#server.call(
      'POST',
      `${this.#organisation}/workshops/${this.#workshopId}/display-links`,
      {},
      DisplayLink,
    )
    return url
  }

  /** Notes what moved people at an item of a second vote. */
  async note(voteId: string, itemId: string, text: string): Promise<void> {
    const path = `${this.#organisation}/workshops/${this.#workshopId}/votes/${voteId}/arguments`
    await this.#server.call('PUT', path, { itemId, text }, Workshop)
  }

  /** How many answers came after closing. */
  async late(): Promise<number> {
    return (await this.#server.call('GET', `${this.#organisation}/rounds/${this.round.id}`, undefined, Round)).counts
      .late
  }
}
