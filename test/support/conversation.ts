import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import type { Locale } from '../../server/contract/common.ts'
import { GuideTexts } from '../../server/contract/guides.ts'
import { Entry, type EntryBody, Reflection } from '../../server/contract/reflections.ts'
import { Results } from '../../server/contract/results.ts'
import { answerRound } from './respondents.ts'
import type { TestServer } from './server.ts'
import { sixCapitals } from './words.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const CAPITALS = new Map(sixCapitals().items.map(({ id, dimension, perspective }) => [id, { dimension, perspective }]))

/** A reflection of Alice's organisation, about the outcome of a round that twelve people answered. */
export class Conversation {
  /** Something that was made: its id. */
  static readonly Made = z.object({ id: z.string() })
  readonly id: string
  /** The page with all seven questions. */
  readonly page: string
  /** The result page that it is about. */
  readonly results: string
  readonly #server: TestServer
  readonly #api: string

  private constructor(server: TestServer, organisationId: string, roundId: string, id: string) {
    this.#server = server
    this.#api = `/api/organisations/${organisationId}/reflections/${id}`
    this.id = id
    this.page = `${server.origin}/o/${organisationId}/reflections/${id}`
    this.results = `${server.origin}/o/${organisationId}/r/${roundId}/results`
  }

  /** Starts one about a round of its own, unless one is given. */
  static async start(server: TestServer, organisationId: string, roundId?: string): Promise<Conversation> {
    const round = roundId ?? (await releasedRound(server, organisationId))
    const { id } = await server.call(
      'POST',
      `/api/organisations/${organisationId}/reflections`,
      { roundId: round, capitals: [] },
      Conversation.Made,
    )
    return new Conversation(server, organisationId, round, id)
  }

  /** What the server has. */
  read(): Promise<Reflection> {
    return this.#server.call('GET', this.#api, undefined, Reflection)
  }

  /** The texts of the cards of a question. */
  async texts(question: number): Promise<string[]> {
    const { entries } = await this.read()
    return entries.flatMap(({ body, question: of }) => (of === question && 'text' in body ? [body.text] : []))
  }

  /** Writes a card as Alice, as another page of hers would; its id. */
  async write(question: number, body: EntryBody, card: { id?: string; revision?: number } = {}): Promise<string> {
    const { id = randomUUID(), revision = 0 } = card
    return (await this.#server.call('PUT', `${this.#api}/entries/${id}`, { question, body, revision }, Entry)).id
  }

  /** Throws a card away as Alice. */
  async remove(id: string): Promise<void> {
    await this.#server.tell('DELETE', `${this.#api}/entries/${id}`, {})
  }

  /** Closes it, or opens it again. */
  async move(state: 'open' | 'closed'): Promise<void> {
    await this.#server.call('PATCH', this.#api, { state }, Reflection)
  }

  /** Opens a question, and waits until it is there. */
  async open(page: Page, question: number): Promise<void> {
    await page.goto(`${this.page}/q/${question}`)
    await page.locator('article.reflection h1').waitFor()
  }
}

/** Makes a round that twelve people answered (three: too few to show anything), with its release; its id. */
export async function releasedRound(server: TestServer, organisationId: string, n: 3 | 12 = 12): Promise<string> {
  const round = await server.openRound({ horizons: ['now', 'ahead'], title: 'Works council' })
  const people = Array.from({ length: n }, (_, person) => ({
    answer: (itemId: string, horizon: string) => ({ rating: ratingOf(person, itemId, horizon) }),
  }))
  await answerRound(server.origin, round, people)
  await server.call('POST', `/api/organisations/${organisationId}/rounds/${round.id}/releases`, {}, Results)
  return round.id
}

/** Nature is low, social is lower outside than inside, and manufactured falls; everybody is a step around that. */
function ratingOf(person: number, itemId: string, horizon: string): number {
  const { dimension, perspective } = CAPITALS.get(itemId) ?? { dimension: '', perspective: '' }
  const base = dimension === 'natural' ? 2 : dimension === 'social' && perspective === 'external' ? 2 : 3
  const fall = dimension === 'manufactured' && horizon === 'ahead' ? 1 : 0
  return Math.min(5, Math.max(1, base - fall + (person % 3) - 1))
}

/** The texts of the pages and of the guide in one language; a text that is missing fails the test. */
export function conversationWords(locale: Locale): {
  readonly say: (id: string, variables?: Record<string, FluentVariable>) => string
  readonly guide: GuideTexts
} {
  const bundle = new FluentBundle(locale === 'nl' ? 'nl-NL' : 'en-GB', { useIsolating: false })
  for (const part of ['reflection', 'reflection-start', 'reflection-list', 'frame']) {
    bundle.addResource(new FluentResource(readFileSync(join(ROOT, 'data/texts', locale, `${part}.ftl`), 'utf8')))
  }
  const guide = readFileSync(join(ROOT, `data/reflections/seven-questions/1.0.0/texts.${locale}.json`), 'utf8')
  return {
    say: (id, variables) => {
      const pattern = bundle.getMessage(id)?.value
      if (!pattern) throw new Error(`no text ${id}`)
      return bundle.formatPattern(pattern, variables)
    },
    guide: GuideTexts.parse(JSON.parse(guide)),
  }
}

/** Lets the pages speak a language, whatever the account spoke last. */
export async function speak(page: Page, language: Locale): Promise<void> {
  const isThere = await page.evaluate((wanted) => document.documentElement.lang === wanted, language)
  if (!isThere) await page.getByRole('button', { name: language === 'nl' ? 'Nederlands' : 'English' }).click()
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
}
