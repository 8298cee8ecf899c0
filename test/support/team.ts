import type { Browser, Page } from 'playwright-core'
import * as z from 'zod'
import { InvitationMade } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { CompanySheet } from '../../server/contract/company-sheets.ts'
import { Acknowledgements, type Answer, type Operation } from '../../server/contract/responses.ts'
import type { RoundInput } from '../../server/contract/rounds.ts'
import { speak } from './conversation.ts'
import { PASSWORD, type TestServer } from './server.ts'
import { type Desk, openDesk, signInAsAlice } from './staff.ts'

/** A team of Alice's organisation that fills in sheets together, in browsers and by calls. */
export class Team {
  readonly #browser: Browser
  readonly #server: TestServer
  readonly #organisationId: string
  readonly #desks: Desk[] = []

  constructor(browser: Browser, server: TestServer, organisationId: string) {
    this.#browser = browser
    this.#server = server
    this.#organisationId = organisationId
  }

  /** A round of three questions about now that is answered together, unless told otherwise; the address of its page. */
  async open(changes: Partial<RoundInput> = {}): Promise<TeamSheet> {
    const { id } = await this.#server.openRound({
      ...(changes.variant === undefined && { itemIds: ['i01', 'i02', 'i03'] }),
      mode: 'open',
      answering: 'together',
      ...changes,
    })
    return new TeamSheet(this.#server, this.#organisationId, id)
  }

  /** Alice at her desk. */
  async alice(language: 'nl' | 'en', options: Parameters<typeof openDesk>[1] = {}): Promise<Page> {
    const page = await this.#sitDown(options)
    await signInAsAlice(page, this.#server.origin)
    await speak(page, language)
    return page
  }

  /** A new colleague, who takes up an invitation at a desk of their own. */
  async colleague(name: string, role: Role, language: 'nl' | 'en'): Promise<Page> {
    const page = await this.#sitDown({})
    const path = `/api/organisations/${this.#organisationId}/invitations`
    const { url } = await this.#server.call('POST', path, { role }, InvitationMade)
    await page.goto(url)
    await page.getByLabel('Your name').fill(name)
    await page.getByLabel('Email address').fill(`${name.toLowerCase()}-${crypto.randomUUID()}@example.org`)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Make account and accept' }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
    await speak(page, language)
    return page
  }

  /** The desks that were opened since the last call: close each, which fails on what broke the policy. */
  leave(): Desk[] {
    return this.#desks.splice(0)
  }

  async #sitDown(options: Parameters<typeof openDesk>[1]): Promise<Page> {
    const desk = await openDesk(this.#browser, options)
    this.#desks.push(desk)
    return desk.page
  }
}

/** One sheet of a team: its pages, and Alice's calls about it. */
export class TeamSheet {
  readonly roundId: string
  /** The page with the task list. */
  readonly address: string
  /** The page of the round. */
  readonly roundAddress: string
  /** The calls about it. */
  readonly path: string
  readonly #server: TestServer

  constructor(server: TestServer, organisationId: string, roundId: string) {
    this.#server = server
    this.roundId = roundId
    this.roundAddress = `${server.origin}/o/${organisationId}/r/${roundId}`
    this.address = `${this.roundAddress}/sheet`
    this.path = `/api/organisations/${organisationId}/rounds/${roundId}/sheet`
  }

  read(): Promise<CompanySheet> {
    return this.#server.call('GET', this.path, undefined, CompanySheet)
  }

  /** Alice answers by a call, over what stands there unless told otherwise. */
  async answer(itemId: string, answer: Answer, options: { horizon?: string; replaces?: string } = {}): Promise<void> {
    const horizon = options.horizon ?? 'now'
    const replaces = options.replaces ?? (await this.read()).answers[itemId]?.[horizon]?.opId ?? undefined
    const operation = {
      opId: crypto.randomUUID(),
      itemId,
      horizon,
      seq: Math.floor((Date.now() - Date.UTC(2024, 0, 1)) / 1000),
      ...(replaces !== undefined && { replaces }),
      ...answer,
    } satisfies Operation
    const [reply] = await this.#server.call('PUT', `${this.path}/answers`, [operation], Acknowledgements)
    if (reply?.status !== 'applied') throw new Error(`The answer was ${reply?.status} ${reply?.code}`)
  }

  /** Alice answers every question at every moment in the same way, and hands in. */
  async fillInAndHandIn(answer: Answer = { rating: 3 }): Promise<void> {
    const { items, round } = await this.read()
    for (const { id } of items) for (const horizon of round.horizons) await this.answer(id, answer, { horizon })
    await this.handIn()
  }

  /** Alice hands in what is there. */
  async handIn(): Promise<void> {
    const { destinations } = await this.#server.call('GET', `${this.path}/sign-off`, undefined, Destinations)
    await this.#server.tell('POST', `${this.path}/sign-off`, {
      destinations: destinations.map(({ destination }) => destination),
    })
  }
}

const Destinations = z.object({ destinations: z.array(z.object({ destination: z.string() })) })
