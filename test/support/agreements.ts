import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import {
  type EffectsInput,
  Intervention,
  type InterventionContent,
  type StateInput,
} from '../../server/contract/interventions.ts'
import { type EntryBody, Reflection } from '../../server/contract/reflections.ts'
import type { RoundInput } from '../../server/contract/rounds.ts'
import { answerRound, type Respondent } from './respondents.ts'
import type { TestServer } from './server.ts'
import { sixCapitals } from './words.ts'

const Made = z.object({ id: z.string() })

/** Mean rating inside and outside of each capital, as a round of the tests starts. */
const LEVELS: Readonly<Record<string, readonly [inside: number, outside: number]>> = {
  human: [3, 3],
  social: [3, 2],
  intellectual: [4, 4],
  manufactured: [3, 3],
  natural: [2, 2],
  financial: [4, 4],
}

const ITEMS = new Map(sixCapitals().items.map((item, at) => [item.id, { ...item, at }]))

const EMPTY: InterventionContent = {
  title: '',
  driver: '',
  agreement: '',
  domain: '',
  owner: '',
  firstStep: '',
  criteria: [],
  startsOn: null,
  reviewOn: null,
  ups: [],
  impact: null,
  support: {},
  potential: {},
}

/** Reflections and agreements of Alice's organisation, as a browser test makes and visits them. */
export class TestAgreements {
  readonly home: string
  readonly api: string
  readonly #server: TestServer

  constructor(server: TestServer, organisationId: string) {
    this.#server = server
    this.home = `${server.origin}/o/${organisationId}`
    this.api = `/api/organisations/${organisationId}`
  }

  /** A round, open unless told otherwise, that so many people answered and that was closed, so that it is released; `rise` lifts some capitals. */
  async round(
    changes: Partial<RoundInput> = {},
    people = 12,
    rise: Readonly<Record<string, number>> = {},
  ): Promise<string> {
    const round = await this.#server.openRound({ mode: 'open', ...changes })
    await answerRound(this.#server.origin, round, respondents(people, rise))
    await this.#server.moveRound(round.id, 'close')
    return round.id
  }

  /** A reflection about a round; its id. */
  async reflection(roundId: string, capitals: readonly string[] = []): Promise<string> {
    const { id } = await this.#server.call('POST', `${this.api}/reflections`, { roundId, capitals }, Made)
    return id
  }

  /** A card of a question. */
  async card(reflectionId: string, question: number, body: EntryBody): Promise<void> {
    const path = `${this.api}/reflections/${reflectionId}/entries/${randomUUID()}`
    await this.#server.call('PUT', path, { question, body, revision: 0 }, z.unknown())
  }

  readReflection(id: string): Promise<Reflection> {
    return this.#server.call('GET', `${this.api}/reflections/${id}`, undefined, Reflection)
  }

  /** The address of a question. */
  question(reflectionId: string, number: number): string {
    return `${this.home}/reflections/${reflectionId}/q/${number}`
  }

  /** A proposal; what is not given is empty. Its id. */
  async propose(
    reflectionId: string | null,
    changes: Partial<InterventionContent>,
    roundId: string | null = null,
  ): Promise<string> {
    const id = randomUUID()
    const body = { reflectionId, roundId, content: { ...EMPTY, ...changes }, revision: 0 }
    await this.#server.call('PUT', `${this.api}/interventions/${id}`, body, Intervention)
    return id
  }

  read(id: string): Promise<Intervention> {
    return this.#server.call('GET', `${this.api}/interventions/${id}`, undefined, Intervention)
  }

  /** Writes other words over those that the server has, as somebody else would. */
  async rewrite(id: string, changes: Partial<InterventionContent>): Promise<void> {
    const { content, revision, reflectionId } = await this.read(id)
    const body = { reflectionId, roundId: null, content: { ...content, ...changes }, revision }
    await this.#server.call('PUT', `${this.api}/interventions/${id}`, body, Intervention)
  }

  /** Opens or closes its consent round. */
  async consent(id: string, state: 'open' | 'closed'): Promise<void> {
    await this.#server.call('POST', `${this.api}/interventions/${id}/consent`, { state }, Intervention)
  }

  /** Says as Alice what she thinks of a proposal. */
  async answer(id: string, stance: 'no-objection' | 'concern' | 'objection', text = ''): Promise<void> {
    await this.#server.call('PUT', `${this.api}/interventions/${id}/stance`, { stance, text }, Intervention)
  }

  /** Everything of the organisation. */
  async all(): Promise<readonly Intervention[]> {
    const page = z.object({ items: z.array(Intervention) })
    return (await this.#server.call('GET', `${this.api}/interventions`, undefined, page)).items
  }

  async move(id: string, state: StateInput['state']): Promise<void> {
    await this.#server.call('POST', `${this.api}/interventions/${id}/state`, { state }, Intervention)
  }

  /** What is expected of it, inside and outside alike. */
  async expect(
    id: string,
    effects: Readonly<Record<string, number>>,
    price: EffectsInput['price'] = { dimensions: ['financial'], bearer: 'The owners, in the first year' },
  ): Promise<void> {
    const list = Object.entries(effects).flatMap(([dimension, effect]) =>
      ['internal', 'external'].map((perspective) => {
        return { dimension, perspective, effect, term: 'medium' as const, confidence: 'middle' as const }
      }),
    )
    const body = { effects: list, price, revision: (await this.read(id)).effectsRevision }
    await this.#server.call('PUT', `${this.api}/interventions/${id}/effects`, body, Intervention)
  }
}

/** A day so many days from now, as a date field takes it. */
export function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** The words of an agreement to which nothing is missing. */
export const WHOLE: Partial<InterventionContent> = {
  title: 'One roof together',
  agreement: 'We put panels on the roof of the mill together',
  owner: 'Samira',
  firstStep: 'Ask the mill',
  reviewOn: dayFromNow(90),
  impact: 3,
  support: { staff: 'for' },
  potential: { time: 3 },
}

/** People who stand a step around the level of each cell, in turns, so that nobody is alike. */
function respondents(count: number, rise: Readonly<Record<string, number>>): Respondent[] {
  return Array.from({ length: count }, (_, person) => ({
    answer: (itemId) => {
      const item = ITEMS.get(itemId)
      if (item === undefined) throw new Error(`no item ${itemId}`)
      const [inside, outside] = LEVELS[item.dimension] ?? [3, 3]
      const level = (item.perspective === 'internal' ? inside : outside) + (rise[item.dimension] ?? 0)
      return { rating: Math.min(5, Math.max(1, level + ((person + item.at) % 3) - 1)) }
    },
  }))
}
