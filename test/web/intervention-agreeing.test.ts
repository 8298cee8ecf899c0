import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayFromNow, TestAgreements, WHOLE } from '../support/agreements.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

const DRIVER = {
  kind: 'driver',
  situation: 'The site floods in heavy rain.',
  effect: 'Nobody can load.',
  need: 'Room for water.',
} as const

let browser: Browser
let server: TestServer
let agreements: TestAgreements
let round: string
let reflection: string
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  agreements = new TestAgreements(server, site.organisationId)
  round = await agreements.round()
  return site.close
})

beforeEach(async () => {
  reflection = await agreements.reflection(round)
  desk = await openDesk(browser)
  await signInAsAlice(desk.page, server.origin)
})

afterEach(() => closeDesk(desk))

/** Opens question 6, and the proposal with this title. */
async function openProposal(page: Page, title: string): Promise<void> {
  await page.goto(agreements.question(reflection, 6))
  await page.locator('.proposal > summary', { hasText: title }).click()
  await page.getByLabel('Title', { exact: true }).waitFor()
}

function saved(page: Page): Promise<void> {
  return page.getByText('Everything is saved.').waitFor()
}

describe('writing a proposal', () => {
  it('saves itself, offers what question 1 found, and is there again after a reload', async () => {
    await agreements.card(reflection, 1, DRIVER)
    await agreements.card(reflection, 5, { kind: 'condition', text: 'Who does the work decides.' })
    const { page } = desk
    await page.goto(agreements.question(reflection, 6))
    await page.getByRole('complementary').getByText('Who does the work decides.').waitFor()
    await page.getByRole('button', { name: 'New proposal' }).click()
    expect(await agreements.all()).toEqual([])
    await page.getByLabel('Title', { exact: true }).fill('Catch the rain')
    const why = page.getByLabel('Why do we do this?')
    expect(await why.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Take this over' }).click()
    expect(await why.inputValue()).toBe('The site floods in heavy rain. Nobody can load. Room for water.')
    await page.getByLabel('How will we see whether it works?, line 1').fill('No puddles in March')
    await page.getByLabel('How will we see whether it works?, line 2').fill('Loading goes on')
    await page.getByRole('radio', { name: 'A lot' }).check()
    await page.getByRole('button', { name: /^Take \d/ }).click()
    await saved(page)
    await page.reload()
    await page.locator('.proposal > summary', { hasText: 'Catch the rain' }).click()
    expect(await page.getByLabel('How will we see whether it works?, line 2').inputValue()).toBe('Loading goes on')
    const [stored] = await agreements.all()
    expect(stored?.content).toMatchObject({
      title: 'Catch the rain',
      criteria: ['No puddles in March', 'Loading goes on'],
      impact: 3,
    })
    expect(stored?.content.reviewOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('keeps a space that the server leaves out while somebody types', async () => {
    await agreements.propose(reflection, { title: 'Roof' })
    const { page } = desk
    await openProposal(page, 'Roof')
    const title = page.getByLabel('Title', { exact: true })
    await title.press('End')
    await title.pressSequentially(' of ')
    await expect.poll(async () => (await agreements.all()).at(-1)?.content.title).toBe('Roof of')
    await title.pressSequentially('the mill')
    expect(await title.inputValue()).toBe('Roof of the mill')
    await saved(page)
  })

  it('loses nothing without a connection, also when the page is closed', async () => {
    const id = await agreements.propose(reflection, { title: 'Offline' })
    const { page, context } = desk
    await openProposal(page, 'Offline')
    await context.setOffline(true)
    await page.getByLabel('What do we agree?').fill('Written in the cellar')
    await page.getByText('Your text is on this device').waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(agreements.question(reflection, 6))
    await expect.poll(async () => (await agreements.read(id)).content.agreement).toBe('Written in the cellar')
  })

  it('is not agreed on while its words are only on this device', async () => {
    const id = await agreements.propose(reflection, { ...WHOLE, title: 'Not yet' })
    const { page, context } = desk
    await openProposal(page, 'Not yet')
    await context.setOffline(true)
    await page.getByLabel('What do we agree?').fill('Only here so far')
    await page.getByText('Your text is on this device').waitFor()
    const agree = page.getByRole('button', { name: /^We agree on this/ })
    await agree.click()
    await page.getByRole('alert').getByText('Your text is not saved yet').waitFor()
    expect((await agreements.read(id)).state).toBe('proposed')
    await context.setOffline(false)
    await saved(page)
    await agree.click()
    await expect
      .poll(async () => {
        const { state, content } = await agreements.read(id)
        return [state, content.agreement]
      })
      .toEqual(['agreed', 'Only here so far'])
  })

  it('brings together what two people changed in different parts', async () => {
    const id = await agreements.propose(reflection, { title: 'Together' })
    const { page, context } = desk
    await openProposal(page, 'Together')
    await context.setOffline(true)
    await agreements.rewrite(id, { owner: 'Piet' })
    await page.getByLabel('What do we agree?').fill('We do it on Friday')
    await context.setOffline(false)
    await saved(page)
    await expect
      .poll(async () => (await agreements.read(id)).content)
      .toMatchObject({ owner: 'Piet', agreement: 'We do it on Friday' })
    expect(await page.locator('mv-agreement-conflict').count()).toBe(0)
  })

  it('shows both versions when two people changed the same part, and lets a person choose', async () => {
    const id = await agreements.propose(reflection, { title: 'Both', owner: 'Samira' })
    const { page, context } = desk
    await openProposal(page, 'Both')
    await context.setOffline(true)
    await agreements.rewrite(id, { agreement: 'On Monday', owner: 'Piet' })
    await page.getByLabel('What do we agree?').fill('On Friday')
    await context.setOffline(false)
    const both = page.getByRole('group', { name: 'There are two versions' })
    await both.getByText('On Monday').waitFor()
    await both.getByText('On Friday').waitFor()
    expect((await agreements.read(id)).content.agreement).toBe('On Monday')
    await both.getByRole('group', { name: 'Who takes care of it' }).getByText('The other version').click()
    await both.getByRole('button', { name: 'Save it like this' }).click()
    await expect
      .poll(async () => (await agreements.read(id)).content)
      .toMatchObject({ agreement: 'On Friday', owner: 'Piet' })
  })

  it('becomes an idea of the group by one button, and can be thrown away', async () => {
    await agreements.card(reflection, 6, { kind: 'idea', text: 'Share one van' })
    const { page } = desk
    await page.goto(agreements.question(reflection, 6))
    await page.getByText('Ideas of the group (1)').click()
    await page.getByRole('button', { name: /^Make it a proposal/ }).click()
    expect(await page.getByLabel('What do we agree?').inputValue()).toBe('Share one van')
    await saved(page)
    await page.getByRole('button', { name: 'Throw proposal away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Throw proposal away' }).click()
    await page.getByText('There is no proposal yet').waitFor()
    await page.reload()
    await page.getByText('There is no proposal yet').waitFor()
  })
})

describe('agreeing', () => {
  it('is refused in words beside each field that is missing, which gets the focus', async () => {
    await agreements.propose(reflection, { title: 'Half' })
    const { page } = desk
    await openProposal(page, 'Half')
    const agree = page.getByRole('button', { name: /^We agree on this/ })
    const focused = (label: string) =>
      expect.poll(() => page.getByLabel(label).evaluate((field) => field === document.activeElement)).toBe(true)
    await agree.click()
    await page.locator('.field.is-faulty', { hasText: 'First write down what is agreed' }).waitFor()
    await focused('What do we agree?')
    await page.getByLabel('What do we agree?').fill('We share a van')
    await agree.click()
    await page.locator('.field.is-faulty', { hasText: 'First write down who takes care of it' }).waitFor()
    await focused('Who takes care of it?')
    await page.getByLabel('Who takes care of it?').fill('Piet')
    await agree.click()
    await page.locator('.field.is-faulty', { hasText: 'First choose a date to look back' }).waitFor()
    await focused('When do we look back?')
    await page.getByLabel('When do we look back?').fill(dayFromNow(-3))
    await page.locator('.field.is-faulty', { hasText: 'The date to look back has passed' }).waitFor()
    await page.getByText('Still only on this device').waitFor()
    await page.getByLabel('When do we look back?').fill(dayFromNow(30))
    await saved(page)
    await agree.click()
    await page.locator('.proposal .badge.is-agreed').waitFor()
  })

  it('waits for the consent round and for each objection, and a concern becomes a criterion', async () => {
    const id = await agreements.propose(reflection, WHOLE)
    const { page } = desk
    await openProposal(page, 'One roof together')
    await page.getByRole('button', { name: 'Ask everybody' }).click()
    await page.getByText('Nobody has answered yet.').waitFor()
    await page.getByRole('button', { name: /^We agree on this/ }).click()
    await page.locator('.consent.is-faulty', { hasText: 'Close the round of objections first' }).waitFor()
    await page.getByRole('radio', { name: 'I object' }).check()
    await page.getByRole('button', { name: 'Give answer' }).click()
    await page.locator('.own-stance .is-faulty').waitFor()
    await page.getByLabel('What goes wrong if we do this?').fill('The roof is too weak')
    await page.getByRole('button', { name: 'Give answer' }).click()
    await page.getByText('Your answer is saved.').waitFor()
    expect(await page.locator('.voice').count()).toBe(0)
    await page.getByRole('button', { name: 'Close the round' }).click()
    await page.locator('.voice', { hasText: 'The roof is too weak' }).waitFor()
    await page.getByRole('button', { name: /^We agree on this/ }).click()
    await page.locator('.consent.is-faulty', { hasText: 'An objection still stands' }).waitFor()
    await page.getByRole('button', { name: 'It is in the proposal now' }).click()
    await page.getByText('Worked into the proposal').waitFor()

    await page.getByRole('button', { name: 'Ask once more' }).click()
    await page.getByRole('radio', { name: 'I have a concern' }).check()
    await page.getByLabel('What is your concern?').fill('Who cleans the panels?')
    await page.getByRole('button', { name: /^(Give answer|Change my answer)$/ }).click()
    await page.getByText('Your answer is saved.').waitFor()
    await page.getByRole('button', { name: 'Close the round' }).click()
    await page.getByRole('button', { name: 'Make it something we watch' }).click()
    await expect
      .poll(() => page.getByLabel('How will we see whether it works?, line 1').inputValue())
      .toBe('Who cleans the panels?')
    await page.getByRole('button', { name: /^We agree on this/ }).click()
    await page.locator('.proposal .badge.is-agreed').waitFor()
    expect((await agreements.read(id)).state).toBe('agreed')
  })

  it('starts with the script: which proposal first, what to do with it, and why', async () => {
    await agreements.propose(reflection, { ...WHOLE, title: 'Far off', impact: 4, support: { neighbour: 'against' } })
    await agreements.propose(reflection, { ...WHOLE, title: 'Ready' })
    await agreements.propose(reflection, { title: 'Unknown' })
    const { page } = desk
    await page.goto(agreements.question(reflection, 6))
    const rows = page.getByRole('region', { name: 'In which order?' }).getByRole('listitem')
    await rows.first().waitFor()
    expect(await rows.nth(0).textContent()).toMatch(/Ready\s+Agree and plan/)
    expect(await rows.nth(1).textContent()).toMatch(/Far off\s+Talk first\s+Because: large impact, little support/)
    expect(await rows.nth(2).textContent()).toMatch(/Unknown\s+No place yet\s+First say how large the impact is/)
  })
})
