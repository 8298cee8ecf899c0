import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OrganisationMade } from '../../server/contract/accounts.ts'
import { Workshop } from '../../server/contract/workshops.ts'
import { answerRound } from '../support/respondents.ts'
import type { TestServer } from '../support/server.ts'
import { people, Sessions, shows } from '../support/sessions.ts'
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

describe('running', () => {
  it('leads from joining to a second vote and the words that moved people', async () => {
    const { page } = desk
    const { id, round } = await sessions.make({ title: 'The day itself', expected: 12 })
    await answerRound(server.origin, round, people(12))
    await sessions.run(page, { id })
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
    await page.locator('h1:focus').waitFor()
    await sessions.answerVote(id, people(12, 4))
    await page.locator('.counts li', { hasText: /^\s*12\s*started/ }).waitFor()
    await page.getByRole('button', { name: 'Close the vote' }).click()
    await page.getByRole('button', { name: 'Show the shift' }).click({ timeout: 20_000 })
    await shows(page, /^Shift: /)
    await page.getByLabel(/^Which argument moved people/).fill('The roof leaks')
    await page.keyboard.press('Tab')
    await page.getByText('Saved.').waitFor()
    const { votes } = await sessions.read(id)
    expect(Object.values(votes[0]?.arguments ?? {})).toEqual(['The roof leaks'])
    await page.locator('mv-wall-scene', { hasText: 'The roof leaks' }).waitFor()
  })

  it('follows the agenda, and puts the scene of a step on the wall', async () => {
    const { page } = desk
    await sessions.run(
      page,
      await sessions.make({ title: 'Agenda' }, [
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
    await sessions.run(page, await sessions.make({ title: 'Keys' }))
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
    await sessions.run(page, await sessions.make({ title: 'Timer' }))
    await page.getByRole('button', { name: 'Timer of 5 minutes' }).click()
    await page.locator('.run-timer .countdown', { hasText: /^4:5\d$|^5:00$/ }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('.run-timer .countdown').waitFor({ state: 'detached' })
  })

  it('has one pair of hands: a second facilitator sees whose, and takes over', async () => {
    const { page } = desk
    const { id } = await sessions.make({ title: 'Two of us' })
    await sessions.run(page, { id })
    await page.getByRole('button', { name: 'Break' }).click()
    await page.getByText('You have the controls').waitFor()

    const other = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
    await sessions.signInColleague(other.page)
    await other.page.goto(`${sessions.home}/w/${id}/run`)
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
    await sessions.run(page, await sessions.make({ title: 'Offline' }))
    await context.setOffline(true)
    await page.getByText('Phones simply go on').waitFor()
    await context.setOffline(false)
    await page.getByText('Phones simply go on').waitFor({ state: 'detached' })
  })
})

describe('handing over', () => {
  it('says what was collected, releases it after a summary, and deletes the words', async () => {
    const { page } = desk
    const { id, round } = await sessions.make({ title: 'Done' })
    await answerRound(server.origin, round, people(6))
    await page.goto(`${sessions.home}/w/${id}/hand-over`)
    await page.getByText('after you have shown it in the room').waitFor()
    await server.moveRound(round.id, 'close')
    await sessions.command(id, { do: 'reveal' })
    const item = (await sessions.read(id)).itemIds[0] ?? ''
    await sessions.command(id, { do: 'vote', itemIds: [item] })
    const vote = (await sessions.read(id)).votes[0]?.id ?? ''
    const said = { itemId: item, text: 'The roof leaks' }
    await server.call('PUT', `${sessions.pathOf(id)}/votes/${vote}/arguments`, said, Workshop)

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
    await page.locator('#readers-heading:focus').waitFor()

    await page.getByText('1 single text is kept').waitFor()
    await page.getByRole('button', { name: 'Delete single texts' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, delete' }).click()
    await page.getByText('The single texts have been deleted.').waitFor()
    await page.getByText('No single texts are kept.').waitFor()
    await page.locator('#texts-heading:focus').waitFor()
  })

  it('moves the session to another organisation of the facilitator', async () => {
    const { page } = desk
    const to = (await server.call('POST', '/api/organisations', { name: 'Smithy' }, OrganisationMade)).id
    const { id, round } = await sessions.make({ title: 'To the smithy' })
    await server.moveRound(round.id, 'close')
    await page.goto(`${sessions.home}/w/${id}/hand-over`)
    await page.getByLabel('To which organisation?').selectOption({ label: 'Smithy' })
    await page.getByRole('button', { name: 'Hand over', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Hand over to Smithy?' })
    await dialog.getByText("Alice's bakery keeps nothing of it").waitFor()
    await dialog.getByRole('button', { name: 'Yes, hand over' }).click()
    await page.waitForURL(`**/o/${to}/w/${id}/hand-over`)
    await page.getByText('To the smithy, Smithy').waitFor()
  })
})
