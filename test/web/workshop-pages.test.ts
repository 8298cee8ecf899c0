import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InvitationMade, OrganisationMade } from '../../server/contract/accounts.ts'
import { Round, type RoundInput, type RoundMade } from '../../server/contract/rounds.ts'
import { WallView, Workshop } from '../../server/contract/workshops.ts'
import { answerRound, type Respondent } from '../support/respondents.ts'
import { PASSWORD, type TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

const Made = z.object({ id: z.string() })

let browser: Browser
let server: TestServer
let organisationId: string
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  return site.close
})

beforeEach(async () => {
  desk = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
  await signInAsAlice(desk.page, server.origin)
})

afterEach(() => closeDesk(desk))

describe('preparing', () => {
  it('makes a session of a round from the page of the organisation, which lists it from then on', async () => {
    const { page } = desk
    await server.openRound({ title: 'Team day', expected: 14 })
    await page.goto(home())
    await page.getByRole('link', { name: 'New session' }).click()
    await page.getByRole('radio', { name: /^Team day/ }).check()
    await page.getByRole('button', { name: 'Make session' }).click()
    await page.getByRole('heading', { level: 1, name: 'Team day' }).waitFor()
    expect(await taskStatus(page, 'Time plan')).toBe('Done')
    expect(await taskStatus(page, 'Screen')).toBe('To do')
    await page.getByRole('heading', { name: 'With 14 people: what you see together' }).waitFor()
    await page.getByRole('link', { name: "Alice's bakery" }).click()
    await page.getByRole('link', { name: 'To the room: Team day' }).waitFor()
  })

  it('keeps how many are expected, the time plan, and what was arranged', async () => {
    const { page } = desk
    await prepare(await session({ title: 'Plans' }))
    await open(page, 'Number of people')
    await page.getByLabel('How many people do you expect?').fill('16')
    await page.locator('mv-expected-form').getByRole('button', { name: 'Save' }).click()
    await page.getByText('16 people', { exact: true }).waitFor()

    await open(page, 'Time plan')
    await page.getByRole('button', { name: 'Restore the standard plan' }).click()
    await page.getByText('90 minutes together').waitFor()
    await page.getByLabel('Step 1: name').fill('Coffee')
    await page.getByLabel('Step 1: minutes').fill('none')
    await page.getByRole('button', { name: 'Save time plan' }).click()
    await page.getByText('Give each step a name').waitFor()
    await page.getByLabel('Step 1: minutes').fill('15')
    await page.getByRole('button', { name: 'Remove step 2' }).click()
    await page.getByRole('button', { name: 'Save time plan' }).click()
    await page.getByText('95 minutes, 8 steps').waitFor()

    await open(page, 'Paper')
    await page.locator('#task-paper').getByLabel('I have arranged this').check()
    await page.reload()
    await page.getByText('95 minutes, 8 steps').waitFor()
    expect(await taskStatus(page, 'Paper')).toBe('Done')
    await open(page, 'Time plan')
    expect(await page.getByLabel('Step 1: name').inputValue()).toBe('Coffee')
  })

  it('gives a link for the screen that opens the wall, and shows it once', async () => {
    const { page } = desk
    await prepare(await session({ title: 'The wall' }))
    await open(page, 'Screen')
    await page.getByRole('button', { name: 'Make a screen link' }).click()
    const link = await page.getByLabel('Link for the screen').inputValue()
    expect(link).toContain(`${server.origin}/scherm#`)
    await page.reload()
    await open(page, 'Screen')
    expect(await page.getByLabel('Link for the screen').count()).toBe(0)
  })

  it('says beforehand what a room of seven can see, and makes an open round instead', async () => {
    const { page } = desk
    const { round } = await session({ title: 'Small team', expected: 7 })
    await answerRound(server.origin, round, people(2))
    await page.goto(`${home()}/r/${round.id}`)
    await page.getByRole('link', { name: 'Go to the session' }).click()
    await page.getByRole('heading', { name: 'With 7 people: what you see together' }).waitFor()
    await page.getByText('For each question only a word').waitFor()
    await page.getByRole('button', { name: 'Make an open round' }).click()
    await page.getByText('2 people take part already').waitFor()
    await page.getByRole('button', { name: 'Yes, make an open round' }).click()
    await page.getByRole('heading', { level: 1, name: 'Small team (open)' }).waitFor()
    await page.getByText('everything can be seen, however few you are').waitFor()
    const opened = await server.call('GET', workshopPath(idIn(page.url())), undefined, Workshop)
    expect(opened.round).toMatchObject({ mode: 'open', items: 2, counts: { joined: 0 } })
  })

  it('goes on with the session when the round was made for it', async () => {
    const { page } = desk
    await page.goto(`${home()}/rounds/new?then=workshop`)
    await page.getByLabel('Name of the round').fill('Made on the way')
    await page.getByRole('button', { name: 'Prepare first' }).or(page.locator('button[name="draft"]')).first().click()
    await page.getByRole('heading', { level: 1, name: 'Made on the way' }).waitFor()
    expect(await taskStatus(page, 'Round')).toBe('To do')
    await open(page, 'Round')
    await page.getByRole('button', { name: 'Open round' }).or(page.locator('#task-round button')).first().click()
    await expect.poll(() => taskStatus(page, 'Round')).toBe('Done')
  })

  it('rehearses with simulated phones, and throws that away without touching the round', async () => {
    const { page } = desk
    const { id, round } = await session({ title: 'Practice' })
    await prepare({ id })
    await open(page, 'Rehearsal')
    await page.getByLabel('How many simulated phones?').fill('6')
    await page.getByRole('button', { name: 'Start the rehearsal' }).click()
    await page.getByText('The rehearsal never touches the real round.').waitFor()
    await page.locator('.counts li', { hasText: /^\s*6\s*take part/ }).waitFor()
    await page.getByRole('button', { name: 'Stop and throw away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop and throw away' }).click()
    await page.waitForURL(`**/w/${id}`)
    const real = await server.call('GET', `${api()}/rounds/${round.id}`, undefined, Round)
    expect(real.counts.joined).toBe(0)
  })
})

describe('running', () => {
  it('leads from joining to a second vote and the words that moved people', async () => {
    const { page } = desk
    const { id, round } = await session({ title: 'The day itself', expected: 12 })
    await answerRound(server.origin, round, people(12))
    await run({ id })
    await page.locator('.counts li', { hasText: /^\s*12\s*started/ }).waitFor()

    await page.keyboard.press('Space')
    await shows(page, 'How many people have finished')
    await page.keyboard.press('Space')
    await page.getByText('This works with the button only').waitFor()
    const close = page.getByRole('button', { name: 'Close filling in' })
    await close.click()
    await page.getByRole('button', { name: 'Do not close after all' }).click()
    await close.click()
    await page.getByRole('button', { name: 'Show the outcome' }).waitFor({ timeout: 20_000 })
    expect(await page.locator('mv-run-explore').count()).toBe(0)

    await page.keyboard.press('r')
    await shows(page, 'Most divided, now')
    await page.locator('mv-run-next .primary').click()
    await shows(page, /, now$/)
    const rows = page.locator('.explore-rows > li')
    expect(await rows.count()).toBe(2)
    await rows.nth(1).getByRole('button').click()
    await rows
      .nth(1)
      .getByRole('button', { name: /^On the screen: / })
      .waitFor()

    await rows.nth(0).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Start a second vote' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start a second vote' }).click()
    await page.getByRole('heading', { name: 'Second vote 1' }).waitFor()
    await answerVote(id, people(12, 4))
    await page.locator('.counts li', { hasText: /^\s*12\s*started/ }).waitFor()
    await page.getByRole('button', { name: 'Close the vote' }).click()
    await page.getByRole('button', { name: 'Show the shift' }).click({ timeout: 20_000 })
    await shows(page, /^Shift: /)
    await page.getByLabel(/^Which argument moved people/).fill('The roof leaks')
    await page.keyboard.press('Tab')
    await page.getByText('Saved.').waitFor()
    const { votes } = await server.call('GET', workshopPath(id), undefined, Workshop)
    expect(Object.values(votes[0]?.arguments ?? {})).toEqual(['The roof leaks'])
    await page.locator('mv-wall-scene', { hasText: 'The roof leaks' }).waitFor()
  })

  it('follows the agenda, and puts the scene of a step on the wall', async () => {
    const { page } = desk
    await run(
      await session({ title: 'Agenda' }, [
        { title: 'Hello', minutes: 5, scene: 'join' },
        { title: 'Work', minutes: 10, scene: 'progress' },
        { title: 'Look', minutes: 10, scene: 'divided' },
      ]),
    )
    const step = (name: string) => page.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name })
    expect(await step('Hello').getAttribute('aria-current')).toBe('step')
    await step('Work').click()
    await shows(page, 'How many people have finished')
    expect(await step('Work').getAttribute('aria-current')).toBe('step')
    await step('Look').click()
    await page.getByText('only after you show the outcome').waitFor()
    await shows(page, 'How many people have finished')
  })

  it('takes single keys, but not while somebody types, nor after they were switched off', async () => {
    const { page } = desk
    await run(await session({ title: 'Keys' }))
    await page.keyboard.press('b')
    await shows(page, 'Black screen')
    await page.keyboard.press('b')
    await shows(page, 'Joining: address and code')
    await page.keyboard.press('p')
    await shows(page, 'Joining: address and code (break)')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Shortcuts' })
    await dialog.waitFor()
    await page.keyboard.press('b')
    await dialog.getByLabel('Shortcuts on').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await page.reload()
    await shows(page, 'Joining: address and code (break)')
    await page.keyboard.press('p')
    await page.getByRole('button', { name: 'Lock door' }).click()
    await page.getByRole('button', { name: 'Lock door', pressed: true }).waitFor()
    await shows(page, 'Joining: address and code (break)')
  })

  it('counts down a timer and stops it', async () => {
    const { page } = desk
    await run(await session({ title: 'Timer' }))
    await page.getByRole('button', { name: 'Timer of 5 minutes' }).click()
    await page.locator('.run-timer .countdown', { hasText: /^4:5\d$|^5:00$/ }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('.run-timer .countdown').waitFor({ state: 'detached' })
  })

  it('has one pair of hands: a second facilitator sees whose, and takes over', async () => {
    const { page } = desk
    const { id } = await session({ title: 'Two of us' })
    await run({ id })
    await page.getByRole('button', { name: 'Break' }).click()
    await page.getByText('You have the controls').waitFor()

    const other = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
    await signInAsColleague(other.page)
    await other.page.goto(`${home()}/w/${id}/run`)
    await other.page.getByText('Alice has the controls').first().waitFor()
    await other.page.getByRole('button', { name: 'Black' }).click()
    const dialog = other.page.getByRole('dialog', { name: 'Alice has the controls' })
    await dialog.getByRole('button', { name: 'Take over the controls' }).click()
    await shows(other.page, 'Black screen')

    await page.getByText('Bob has the controls').first().waitFor()
    await shows(page, 'Black screen')
    await other.page.getByRole('button', { name: 'Let go of the controls' }).click()
    await page.getByText('Nobody has the controls').waitFor()
    await closeDesk(other)
  })

  it('says in a quiet line that the connection is gone, and that phones go on', async () => {
    const { page, context } = desk
    await run(await session({ title: 'Offline' }))
    await context.setOffline(true)
    await page.getByText('Phones simply go on').waitFor()
    await context.setOffline(false)
    await page.getByText('Phones simply go on').waitFor({ state: 'detached' })
  })
})

describe('handing over', () => {
  it('says what was collected, releases it after a summary, and deletes the words', async () => {
    const { page } = desk
    const { id, round } = await session({ title: 'Done' })
    await answerRound(server.origin, round, people(6))
    await page.goto(`${home()}/w/${id}/hand-over`)
    await page.getByText('after you have shown it in the room').waitFor()
    await server.moveRound(round.id, 'close')
    await command(id, { do: 'reveal' })
    const item = (await server.call('GET', workshopPath(id), undefined, Workshop)).itemIds[0] ?? ''
    await command(id, { do: 'vote', itemIds: [item] })
    const vote = (await server.call('GET', workshopPath(id), undefined, Workshop)).votes[0]?.id ?? ''
    const said = { itemId: item, text: 'The roof leaks' }
    await server.call('PUT', `${workshopPath(id)}/votes/${vote}/arguments`, said, Workshop)

    await page.reload()
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\s*6\s*took part/ })
      .waitFor()
    await page.getByRole('button', { name: 'Release the result to the organisation' }).click()
    const dialog = page.getByRole('dialog', { name: 'Release the result?' })
    await dialog.getByText('Alice, Owner').waitFor()
    await dialog.getByRole('button', { name: 'Yes, release' }).click()
    await page.getByText('Released on ').waitFor()

    await page.getByText('1 single text is kept').waitFor()
    await page.getByRole('button', { name: 'Delete single texts' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, delete' }).click()
    await page.getByText('The single texts have been deleted.').waitFor()
    await page.getByText('No single texts are kept.').waitFor()
  })

  it('moves the session to another organisation of the facilitator', async () => {
    const { page } = desk
    const to = (await server.call('POST', '/api/organisations', { name: 'Smithy' }, OrganisationMade)).id
    const { id, round } = await session({ title: 'To the smithy' })
    await server.moveRound(round.id, 'close')
    await page.goto(`${home()}/w/${id}/hand-over`)
    await page.getByLabel('To which organisation?').selectOption({ label: 'Smithy' })
    await page.getByRole('button', { name: 'Hand over', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Hand over to Smithy?' })
    await dialog.getByText("Alice's bakery keeps nothing of it").waitFor()
    await dialog.getByRole('button', { name: 'Yes, hand over' }).click()
    await page.waitForURL(`**/o/${to}/w/${id}/hand-over`)
    await page.getByText('To the smithy, Smithy').waitFor()
  })
})

function home(): string {
  return `${server.origin}/o/${organisationId}`
}

function api(): string {
  return `/api/organisations/${organisationId}`
}

function workshopPath(id: string): string {
  return `${api()}/workshops/${id}`
}

function idIn(url: string): string {
  return url.split('/w/')[1]?.split('/')[0] ?? ''
}

/** A session of a round of two items. */
async function session(
  changes: Partial<RoundInput>,
  plan: object[] = [],
): Promise<{ readonly id: string; readonly round: RoundMade }> {
  const round = await server.openRound({ itemIds: ['i01', 'i02'], ...changes })
  const { id } = await server.call('POST', `${api()}/workshops`, { roundId: round.id, plan }, Made)
  return { id, round }
}

function command(id: string, order: object): Promise<Workshop> {
  return server.call('POST', `${workshopPath(id)}/commands`, order, Workshop)
}

async function prepare({ id }: { id: string }): Promise<void> {
  await desk.page.goto(`${home()}/w/${id}`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
}

async function run({ id }: { id: string }): Promise<void> {
  await desk.page.goto(`${home()}/w/${id}/run`)
  await desk.page.locator('.run').waitFor()
}

/** Unfolds a task. */
function open(page: Page, task: string): Promise<void> {
  return page.locator('.task > summary', { hasText: task }).click()
}

async function taskStatus(page: Page, task: string): Promise<string | undefined> {
  const row = page.locator('.task', { has: page.locator('.task-title', { hasText: new RegExp(`^${task}$`) }) })
  return (await row.locator('.task-status').textContent())?.trim()
}

/** Waits until the page says that the wall shows this. */
async function shows(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('mv-run-wall figcaption').getByText(words, { exact: true }).waitFor()
}

/** So many people who are divided on every item, or all give the same rating. */
function people(count: number, rating?: number): Respondent[] {
  return Array.from({ length: count }, (_, at) => ({ answer: () => ({ rating: rating ?? (at % 2 === 0 ? 1 : 5) }) }))
}

async function answerVote(id: string, voters: readonly Respondent[]): Promise<void> {
  const { round } = await server.call('GET', workshopPath(id), undefined, Workshop)
  const { vote } = await server.call('GET', `/api/live/rounds/${round.id}/wall`, undefined, WallView)
  if (!vote?.code) throw new Error('the vote has no code')
  await answerRound(server.origin, { id: vote.id, code: vote.code, joinUrl: '' }, voters)
}

/** Makes an account for Bob, a facilitator of the same organisation, and signs him in. */
async function signInAsColleague(page: Page): Promise<void> {
  const { url } = await server.call('POST', `${api()}/invitations`, { role: 'facilitator' }, InvitationMade)
  await page.goto(url)
  await page.getByLabel('Your name').fill('Bob')
  await page.getByLabel('Email address').fill('bob@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Make account and accept' }).click()
  await page.getByRole('heading', { level: 1, name: "Alice's bakery" }).waitFor()
}
