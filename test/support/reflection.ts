import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { Intervention, type InterventionContent } from '../../server/contract/interventions.ts'
import { RoomReflection } from '../../server/contract/reflection-room.ts'
import { type EntryBody, Reflection } from '../../server/contract/reflections.ts'
import type { Client, Reply } from './client.ts'
import { AGREEMENT } from './world-reflections.ts'

const Made = z.object({ id: z.string() })

/** A reflection of a test. */
export class TestReflection {
  readonly id: string
  readonly url: string
  readonly #org: string

  private constructor(org: string, id: string) {
    this.#org = org
    this.id = id
    this.url = `${org}/reflections/${id}`
  }

  /** Starts one about the newest release of a round. */
  static async start(
    by: Client,
    organisationId: string,
    roundId: string,
    capitals: string[] = [],
  ): Promise<TestReflection> {
    const org = `/api/organisations/${organisationId}`
    const { id } = (await by.post(`${org}/reflections`, { roundId, capitals })).as(Made)
    return new TestReflection(org, id)
  }

  async read(by: Client): Promise<Reflection> {
    return (await by.get(this.url)).as(Reflection)
  }

  /** Writes a card; the reply may be a refusal. */
  write(by: Client, question: number, body: EntryBody, id: string = randomUUID(), revision = 0): Promise<Reply> {
    return by.put(`${this.url}/entries/${id}`, { question, body, revision })
  }

  /** Writes a card that must be kept; its id. */
  async card(by: Client, question: number, body: EntryBody): Promise<string> {
    return (await this.write(by, question, body)).as(Made).id
  }

  /** Makes a proposal of this reflection. */
  async propose(by: Client, changes: Partial<InterventionContent> = {}): Promise<TestIntervention> {
    const id = randomUUID()
    const intervention = new TestIntervention(`${this.#org}/interventions/${id}`, id)
    const content = { ...AGREEMENT, ...changes }
    ;(await by.put(intervention.url, { reflectionId: this.id, roundId: null, content, revision: 0 })).as(Intervention)
    return intervention
  }
}

/** An intervention of a test. */
export class TestIntervention {
  readonly id: string
  readonly url: string

  constructor(url: string, id: string) {
    this.url = url
    this.id = id
  }

  async read(by: Client): Promise<Intervention> {
    return (await by.get(this.url)).as(Intervention)
  }

  /** Writes other words; the reply may be a refusal. */
  async change(by: Client, changes: Partial<InterventionContent>, revision?: number): Promise<Reply> {
    const { content, reflectionId, revision: seen } = await this.read(by)
    return by.put(this.url, {
      reflectionId,
      roundId: null,
      content: { ...content, ...changes },
      revision: revision ?? seen,
    })
  }

  move(by: Client, state: string): Promise<Reply> {
    return by.post(`${this.url}/state`, { state })
  }

  consent(by: Client, state: 'open' | 'closed'): Promise<Reply> {
    return by.post(`${this.url}/consent`, { state })
  }

  answer(by: Client, stance: string, text = ''): Promise<Reply> {
    return by.put(`${this.url}/stance`, { stance, text })
  }
}

/** What somebody in the room sees of the reflection that the wall shows. */
export async function roomReflection(by: Client, roundId: string): Promise<RoomReflection> {
  return (await by.get(`/api/live/rounds/${roundId}/reflection`)).as(RoomReflection)
}
