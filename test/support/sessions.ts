import type { Page } from 'playwright-core'
import * as z from 'zod'
import { InvitationMade } from '../../server/contract/accounts.ts'
import type { RoundInput, RoundMade } from '../../server/contract/rounds.ts'
import { type Command, type PlanStep, WallView, Workshop } from '../../server/contract/workshops.ts'
import { type Respondent, voteAgain } from './respondents.ts'
import { PASSWORD, type TestServer } from './server.ts'

const Made = z.object({ id: z.string() })

/** The sessions of Alice's organisation, as a browser test makes and visits them. */
export class Sessions {
  /** The page of the organisation. */
  readonly home: string
  /** The calls about the organisation. */
  readonly api: string
  readonly #server: TestServer

  constructor(server: TestServer, organisationId: string) {
    this.#server = server
    this.home = `${server.origin}/o/${organisationId}`
    this.api = `/api/organisations/${organisationId}`
  }

  /** A session of a round of two items, unless told otherwise. */
  async make(
    changes: Partial<RoundInput>,
    plan: readonly PlanStep[] = [],
  ): Promise<{ readonly id: string; readonly round: RoundMade }> {
    const round = await this.#server.openRound({ itemIds: ['i01', 'i02'], ...changes })
    const { id } = await this.#server.call('POST', `${this.api}/workshops`, { roundId: round.id, plan }, Made)
    return { id, round }
  }

  /** The call that reads a session. */
  pathOf(id: string): string {
    return `${this.api}/workshops/${id}`
  }

  read(id: string): Promise<Workshop> {
    return this.#server.call('GET', this.pathOf(id), undefined, Workshop)
  }

  /** Does as Alice what a button of the page that runs the session would do. */
  command(id: string, order: Command): Promise<Workshop> {
    return this.#server.call('POST', `${this.pathOf(id)}/commands`, order, Workshop)
  }

  /** Lets people join the second vote that goes on, and answer it. */
  async answerVote(id: string, voters: readonly Respondent[]): Promise<void> {
    const { round } = await this.read(id)
    const { vote } = await this.#server.call('GET', `/api/live/rounds/${round.id}/wall`, undefined, WallView)
    if (!vote?.code) throw new Error('the vote has no code')
    await voteAgain(this.#server.origin, round.id, vote.code, voters)
  }

  /** Opens the page that prepares a session. */
  async prepare(page: Page, { id }: { readonly id: string }): Promise<void> {
    await page.goto(`${this.home}/w/${id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  /** Opens the page that runs a session. */
  async run(page: Page, { id }: { readonly id: string }): Promise<void> {
    await page.goto(`${this.home}/w/${id}/run`)
    await page.locator('.run').waitFor()
  }

  /** Makes an account for Bob, a facilitator of the same organisation, and signs him in. */
  async signInColleague(page: Page): Promise<void> {
    const { url } = await this.#server.call('POST', `${this.api}/invitations`, { role: 'facilitator' }, InvitationMade)
    await page.goto(url)
    await page.getByLabel('Your name').fill('Bob')
    await page.getByLabel('Email address').fill('bob@example.org')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Make account and accept' }).click()
    await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
  }
}

/** Unfolds a task of the page that prepares a session. */
export function openTask(page: Page, task: string): Promise<void> {
  return page.locator('.task > summary', { hasText: task }).click()
}

/** How far a task is, in the words of the page. */
export async function taskStatus(page: Page, task: string): Promise<string | undefined> {
  const row = page.locator('.task', { has: page.locator('.task-title', { hasText: new RegExp(`^${task}$`) }) })
  return (await row.locator('.task-status').textContent())?.trim()
}

/** Waits until the page that runs a session says that the wall shows this. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('mv-run-wall figcaption').getByText(words, { exact: true }).waitFor()
}

/** So many people who are divided on every item, or all give the same rating. */
export function people(count: number, rating?: number): Respondent[] {
  return Array.from({ length: count }, (_, at) => ({ answer: () => ({ rating: rating ?? (at % 2 === 0 ? 1 : 5) }) }))
}
