import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Round } from '../../server/contract/rounds.ts'
import { answerRound } from '../support/respondents.ts'
import type { TestServer } from '../support/server.ts'
import { openTask, people, Sessions, taskStatus } from '../support/sessions.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let sessions: Sessions
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  sessions = new Sessions(server, site.organisationId)
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
    await page.goto(sessions.home)
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
    await sessions.prepare(page, await sessions.make({ title: 'Plans' }))
    await openTask(page, 'Number of people')
    await page.getByLabel('How many people do you expect?').fill('16')
    await page.locator('mv-expected-form').getByRole('button', { name: 'Save' }).click()
    await page.getByText('16 people', { exact: true }).waitFor()

    await openTask(page, 'Time plan')
    await page.getByRole('button', { name: 'Restore the standard plan' }).click()
    await page.getByText('90 minutes together').waitFor()
    await page.getByLabel('Step 1: name').fill('Coffee')
    await page.getByLabel('Step 1: minutes').fill('none')
    await page.getByRole('button', { name: 'Save time plan' }).click()
    await page.getByText('Give each step a name').waitFor()
    await page.getByLabel('Step 1: minutes').fill('15')
    await page.getByRole('button', { name: 'Remove step 2' }).click()
    await page.getByRole('button', { name: 'Save time plan' }).click()
    await page.getByText('97 minutes, 12 steps').waitFor()

    await openTask(page, 'Paper')
    await page.locator('#task-paper').getByLabel('I have arranged this').check()
    await page.reload()
    await page.getByText('97 minutes, 12 steps').waitFor()
    expect(await taskStatus(page, 'Paper')).toBe('Done')
    await openTask(page, 'Time plan')
    expect(await page.getByLabel('Step 1: name').inputValue()).toBe('Coffee')
  })

  it('gives a link for the screen that opens the wall, and shows it once', async () => {
    const { page } = desk
    await sessions.prepare(page, await sessions.make({ title: 'The wall' }))
    await openTask(page, 'Screen')
    await page.getByRole('button', { name: 'Make a screen link' }).click()
    const link = await page.getByLabel('Link for the screen').inputValue()
    expect(link).toContain(`${server.origin}/scherm#`)
    await page.reload()
    await openTask(page, 'Screen')
    expect(await page.getByLabel('Link for the screen').count()).toBe(0)
  })

  it('says beforehand what a room of seven can see, and makes an open round instead', async () => {
    const { page } = desk
    const { round } = await sessions.make({ title: 'Small team', expected: 7 })
    await answerRound(server.origin, round, people(2))
    await page.goto(`${sessions.home}/r/${round.id}`)
    await page.getByRole('link', { name: 'Go to the session' }).click()
    await page.getByRole('heading', { name: 'With 7 people: what you see together' }).waitFor()
    await page.getByText('For each question only a word').waitFor()
    await page.getByRole('button', { name: 'Make an open round' }).click()
    await page.getByText('2 people take part already').waitFor()
    await page.getByRole('button', { name: 'Yes, make an open round' }).click()
    await page.getByRole('heading', { level: 1, name: 'Small team (open)' }).waitFor()
    await page.getByText('everything can be seen, however few you are').waitFor()
    const opened = await sessions.read(idIn(page.url()))
    expect(opened.round).toMatchObject({ mode: 'open', items: 2, counts: { joined: 0 } })
  })

  it('goes on with the session when the round was made for it', async () => {
    const { page } = desk
    await page.goto(`${sessions.home}/rounds/new?then=workshop`)
    await page.getByLabel('Name of the round').fill('Made on the way')
    await page.getByRole('button', { name: 'Prepare first' }).or(page.locator('button[name="draft"]')).first().click()
    await page.getByRole('heading', { level: 1, name: 'Made on the way' }).waitFor()
    expect(await taskStatus(page, 'Round')).toBe('To do')
    await openTask(page, 'Round')
    await page.getByRole('button', { name: 'Open round' }).or(page.locator('#task-round button')).first().click()
    await expect.poll(() => taskStatus(page, 'Round')).toBe('Done')
  })

  it('rehearses with simulated phones, and throws that away without touching the round', async () => {
    const { page } = desk
    const { id, round } = await sessions.make({ title: 'Practice' })
    await sessions.prepare(page, { id })
    await openTask(page, 'Rehearsal')
    await page.getByLabel('How many simulated phones?').fill('6')
    await page.getByRole('button', { name: 'Start the rehearsal' }).click()
    await page.getByText('The rehearsal never touches the real round.').waitFor()
    await page.locator('.counts li', { hasText: /^\s*6\s*take part/ }).waitFor()
    await page.getByRole('button', { name: 'Stop and throw away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop and throw away' }).click()
    await page.waitForURL(`**/w/${id}`)
    const real = await server.call('GET', `${sessions.api}/rounds/${round.id}`, undefined, Round)
    expect(real.counts.joined).toBe(0)
  })
})

function idIn(url: string): string {
  return url.split('/w/')[1]?.split('/')[0] ?? ''
}
