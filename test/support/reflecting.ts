import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import * as z from 'zod'
import { Intervention, type InterventionContent } from '../../server/contract/interventions.ts'
import { type Phase, Reflection } from '../../server/contract/reflections.ts'
import type { Scene } from '../../server/contract/workshops.ts'
import { Phone } from './phone.ts'
import { Room } from './room.ts'
import type { TestServer } from './server.ts'
import { AGREEMENT } from './world-reflections.ts'

const Made = z.object({ id: z.string() })

/** A room that works on a reflection: everybody has answered, the outcome was shown, and phones are still there. */
export class ReflectingRoom {
  readonly room: Room
  readonly reflectionId: string
  readonly phones: readonly Phone[]
  readonly #server: TestServer
  readonly #org: string

  private constructor(server: TestServer, organisationId: string, room: Room, reflectionId: string, phones: Phone[]) {
    this.#server = server
    this.#org = `/api/organisations/${organisationId}`
    this.room = room
    this.reflectionId = reflectionId
    this.phones = phones
  }

  /** Lets phones with these looks, and ten people more, answer; closes, shows the outcome, and starts a reflection. */
  static async open(
    browser: Browser,
    server: TestServer,
    organisationId: string,
    looks: readonly BrowserContextOptions[],
  ): Promise<ReflectingRoom> {
    const room = await Room.open(server, organisationId, { variant: 'pulse', horizons: ['now', 'ahead'] })
    await room.fill(10, (person) => 1 + (person % 5))
    const phones = await Promise.all(looks.map((look) => answering(browser, server, room, look)))
    await room.close()
    await room.do({ do: 'reveal' })
    const input = { roundId: room.round.id }
    const { id } = await server.call('POST', `/api/organisations/${organisationId}/reflections`, input, Made)
    return new ReflectingRoom(server, organisationId, room, id, phones)
  }

  /** Puts the cards of a question on the wall. */
  async show(question: number): Promise<void> {
    await this.put({ kind: 'cards', reflectionId: this.reflectionId, question })
  }

  async put(scene: Scene): Promise<void> {
    await this.room.do({ do: 'show', scene })
  }

  async phase(question: number, phase: Phase): Promise<void> {
    await this.#server.tell('PUT', `${this.#org}/reflections/${this.reflectionId}/phase`, { question, phase })
  }

  /** The reflection as Alice sees it. */
  read(): Promise<Reflection> {
    return this.#server.call('GET', `${this.#org}/reflections/${this.reflectionId}`, undefined, Reflection)
  }

  /** The cards of a question as Alice sees them. */
  async cards(question: number): Promise<string[]> {
    const { entries } = await this.read()
    return entries.flatMap(({ body, question: of }) => (of === question && 'text' in body ? [body.text] : [])).sort()
  }

  /** Makes a proposal of the reflection; its id. */
  async propose(changes: Partial<InterventionContent> = {}): Promise<string> {
    const path = `${this.#org}/interventions/${randomUUID()}`
    const content = { ...AGREEMENT, ...changes }
    const input = { reflectionId: this.reflectionId, roundId: null, content, revision: 0 }
    return (await this.#server.call('PUT', path, input, Intervention)).id
  }

  /** Says what is expected of a proposal: more of the natural capital, and a price. */
  async expect(interventionId: string): Promise<void> {
    const effect = { perspective: 'internal', term: 'short', confidence: 'middle' }
    await this.#server.call(
      'PUT',
      `${this.#org}/interventions/${interventionId}/effects`,
      {
        effects: [
          { ...effect, dimension: 'natural', effect: 2 },
          { ...effect, dimension: 'financial', effect: -1 },
        ],
        price: { dimensions: ['financial'], bearer: 'the owners, for a year' },
        revision: 0,
      },
      Intervention,
    )
  }

  async consent(interventionId: string, state: 'open' | 'closed'): Promise<void> {
    await this.#server.call('POST', `${this.#org}/interventions/${interventionId}/consent`, { state }, Intervention)
  }

  /** Opens the wall in a browser of its own. */
  async wall(browser: Browser): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    const page = await context.newPage()
    await page.goto(await this.room.wallLink())
    return page
  }
}

async function answering(
  browser: Browser,
  server: TestServer,
  room: Room,
  look: BrowserContextOptions,
): Promise<Phone> {
  const phone = await Phone.take(browser, server.origin, look)
  await phone.open(`#${room.round.code}`)
  await phone.page.locator('main button.primary').click()
  await phone.question(1).waitFor()
  await phone.choice(/^5 /).first().check()
  await phone.page.locator('[data-whereabouts="received"]').waitFor()
  return phone
}

/** Writes a card on a phone and puts it down. */
export async function writeCard({ page }: Phone, text: string): Promise<void> {
  await page.locator('#card-text').fill(text)
  await page.locator('.card-form button.primary').click()
  await page.locator('.own-cards li', { hasText: text }).waitFor()
}

/** Waits until the server has everything that a phone gave. */
export async function received({ page }: Phone): Promise<void> {
  await page.waitForFunction(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('[data-whereabouts]')].map(({ dataset }) => dataset)
    const isWaiting = lines.some(({ whereabouts }) => whereabouts === 'kept' || whereabouts === 'saving')
    return !isWaiting && lines.some(({ whereabouts }) => whereabouts === 'received')
  })
}

/** Gives one dot more to what stands under these words. */
export async function giveDot({ page }: Phone, text: string | RegExp): Promise<void> {
  await page.locator('.dots-list > li', { hasText: text }).locator('.dot-button').last().click()
}

/** Notes every JSON that a page receives from now on; the function answers all of it as one text. */
export function overheard(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('application/json')) bodies.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(bodies)).join('\n')
}

/** The first phone of a room. */
export function firstOf({ phones }: ReflectingRoom): Phone {
  const [phone] = phones
  if (!phone) throw new Error('no phone')
  return phone
}

/** Puts every phone of a room away. */
export async function closePhones({ phones }: ReflectingRoom): Promise<void> {
  for (const phone of phones) await phone.context.close()
}
