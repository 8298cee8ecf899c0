import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Conversation, conversationWords, releasedRound, speak } from '../support/conversation.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisationId: string
let roundId: string
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  roundId = await releasedRound(server, organisationId)
  return site.close
})

beforeEach(async () => {
  desk = await openDesk(browser)
  await signInAsAlice(desk.page, server.origin)
  await speak(desk.page, 'en')
})

afterEach(() => closeDesk(desk))

const start = () => Conversation.start(server, organisationId, roundId)

/** Waits until a card stands in a list, and not only in the field for a new one. */
const card = (page: Page, text: string) => page.locator('.talk-cards .talk-card', { hasText: text })

describe.each(['nl', 'en'] as const)('the seven questions in %s', (language) => {
  const { say, guide } = conversationWords(language)
  const title = (question: '1' | '2' | '3' | '4' | '5') => guide.questions[question].title
  const next = (page: Page) => page.getByRole('link', { name: say('reflection-next') }).click()
  const at = (page: Page, question: '1' | '2' | '3' | '4' | '5') =>
    page.getByRole('heading', { level: 1, name: title(question) }).waitFor()

  it('lead from an outcome to what the group takes along', async () => {
    const { page } = desk
    await speak(page, language)
    await page.goto(`${server.origin}/o/${organisationId}/r/${roundId}/results`)
    await page.getByRole('button', { name: say('reflection-start'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('reflection-start-go') })
      .click()

    await at(page, '1')
    const candidates = page.locator('.candidate')
    expect(await candidates.count()).toBeGreaterThanOrEqual(3)
    expect(await candidates.first().textContent()).toMatch(/25/)
    await candidates
      .first()
      .getByRole('button', { name: say('reflection-dots-give') })
      .click()
    await page.getByText(say('reflection-dots-left', { n: 2 })).waitFor()
    await candidates.first().locator('.carry').click()
    await page.locator('.reflection-where', { hasText: /Natur|Natuur/ }).waitFor()
    await page.getByLabel(say('reflection-one-own-label')).fill('<b>The roof leaks</b>')
    await page.keyboard.press('Enter')
    await card(page, '<b>The roof leaks</b>').waitFor()
    await page.getByLabel(guide.driver.situation.name).fill('In heavy rain the site floods.')
    await page.getByLabel(guide.driver.effect.name).fill('Nobody can unload.')
    await page.getByRole('button', { name: say('reflection-card-next') }).click()
    await card(page, 'Nobody can unload.').waitFor()
    await card(page, 'Nobody can unload.')
      .getByRole('button', { name: new RegExp(`^${say('reflection-card-carry')}`) })
      .click()
    await page.locator('.carry-panel', { hasText: 'In heavy rain the site floods.' }).waitFor()
    await next(page)

    await at(page, '2')
    const field = page.getByLabel(say('reflection-two-label'))
    await field.fill(language === 'nl' ? 'Zij komen altijd te laat' : 'They are always late')
    await page.locator('.card-judging', { hasText: language === 'nl' ? 'altijd' : 'always' }).waitFor()
    await field.fill(language === 'nl' ? 'Om kwart over negen is de helft er' : 'At a quarter past nine half is there')
    await page.locator('.card-judging').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    expect(await field.inputValue()).toBe('')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await next(page)

    await at(page, '3')
    const money = page.locator('section.lens', { has: page.getByRole('heading', { name: guide.lenses.money.name }) })
    await money.getByLabel(new RegExp(`\\(${guide.lenses.money.name}\\)`)).fill('Discounts bring a bonus')
    await money.getByRole('radio', { name: say('reflection-force-sustains') }).check()
    await money.getByRole('button', { name: say('reflection-card-next') }).click()
    await card(page, 'Discounts bring a bonus').getByText(say('reflection-force-sustains')).waitFor()
    await next(page)

    await at(page, '4')
    await page.getByLabel(say('reflection-card-bright-spot')).fill('The evening shift plans its own work')
    await page.getByLabel(say('reflection-card-place')).fill('Hall 3')
    await page.getByLabel(say('reflection-card-contact')).fill('Samira')
    await page.getByRole('button', { name: say('reflection-card-next') }).click()
    await card(page, 'Samira').waitFor()
    await page.getByLabel(say('reflection-library-search')).fill('buurtzorg')
    const found = page.locator('.case').first()
    await found.locator('summary').click()
    await found.getByRole('button', { name: say('reflection-library-take') }).click()
    await found.getByText(say('reflection-library-taken')).waitFor()
    await next(page)

    await at(page, '5')
    await page.getByLabel(say('reflection-five-new')).fill('Who does the work decides')
    await page.keyboard.press('Enter')
    await page.locator('.five-condition', { hasText: 'Who does the work decides' }).waitFor()
    for (const box of await page.locator('.spot input').all()) await box.check()
    await page.getByRole('button', { name: say('reflection-five-under', { number: 1, text: 'Who does' }) }).click()
    await expect.poll(() => page.locator('.five-condition .spot').count()).toBe(2)
    await page.getByLabel(say('reflection-carry-note')).fill('Let those who do it decide')
    await expect
      .poll(async () => page.locator('.carry-panel .card-draft').textContent())
      .toBe(say('reflection-draft-saved'))

    await page.getByRole('link', { name: say('reflection-step-overview') }).click()
    const overview = page.locator('.question-check')
    await overview.nth(4).getByText('Let those who do it decide').waitFor()
    await overview.nth(0).getByText('In heavy rain the site floods.').waitFor()
    expect(await page.locator('b').count()).toBe(0)
  })
})

describe('a question', () => {
  it('says in words that there are no figures, and works without them', async () => {
    const talk = await Conversation.start(server, organisationId, await releasedRound(server, organisationId, 3))
    const { page } = desk
    await talk.open(page, 1)
    await page.getByText('There are no figures to show here.').waitFor()
    expect(await page.locator('.candidate').count()).toBe(0)
    await page.getByLabel('A tension of your own').fill('Nobody answers our questions')
    await expect.poll(() => talk.texts(1)).toEqual(['Nobody answers our questions'])
  })

  it('leads from a fact to the chart that shows it', async () => {
    const talk = await start()
    const { page } = desk
    await talk.open(page, 1)
    await page.locator('.reflection-facts a').first().click()
    await page.waitForFunction(() => document.activeElement?.id === 'shape')
    expect(page.url()).toContain(talk.results)
  })

  it('can be skipped, and in any order', async () => {
    const talk = await start()
    const { page } = desk
    await talk.open(page, 2)
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await page.getByRole('heading', { level: 1, name: 'What keeps it going?' }).waitFor()
    await page.getByRole('link', { name: /^Question 2: .*\(skipped\)$/ }).waitFor()
    await page.getByRole('link', { name: /^Question 5: / }).click()
    await page.getByRole('heading', { level: 1, name: 'What do those have in common?' }).waitFor()
    expect((await talk.read()).skipped).toEqual([2])
  })

  it('gives nobody more than three dots', async () => {
    const talk = await start()
    const id = await talk.write(1, { kind: 'tension', text: 'The roof leaks' })
    const { page } = desk
    await talk.open(page, 1)
    const give = card(page, 'The roof leaks').getByRole('button', { name: 'Give a dot' })
    for (let dot = 0; dot < 3; dot++) await give.click()
    await page.getByText('You have given all your three dots.', { exact: true }).waitFor()
    await page.locator('.candidate').first().getByRole('button', { name: 'Give a dot' }).click()
    await page.getByText('Take one back first').waitFor()
    await expect.poll(async () => (await talk.read()).votes['1']).toEqual({ [id]: 3 })
    await card(page, 'The roof leaks').getByRole('button', { name: 'Take a dot back' }).click()
    await expect.poll(async () => (await talk.read()).votes['1']).toEqual({ [id]: 2 })
  })

  it('keeps the focus where the work goes on when a card is thrown away', async () => {
    const talk = await start()
    for (const text of ['one', 'two', 'three']) await talk.write(2, { kind: 'behaviour', text: `Card ${text}` })
    const { page } = desk
    await talk.open(page, 2)
    const first = page.locator('.talk-cards .talk-card').first()
    const text = await first.locator('.card-text').textContent()
    await first.getByRole('button', { name: /^Throw away/ }).click()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await first.getByRole('button', { name: /^Throw away/ }).click()
    await page.getByRole('button', { name: 'Yes, throw away' }).click()
    await expect.poll(() => talk.texts(2)).toHaveLength(2)
    expect(await talk.texts(2)).not.toContain(text)
    await page.waitForFunction(() => document.activeElement?.closest('.talk-cards > li:first-child') !== null)
  })

  it('keeps an example of the organisation beside those of others', async () => {
    const talk = await start()
    const { page } = desk
    await talk.open(page, 4)
    await page.getByText('Keep an example of our own').click()
    await page.getByRole('button', { name: 'Keep example' }).click()
    await page.getByRole('link', { name: 'Give the example a name of at most 120 characters' }).waitFor()
    await page.getByLabel('What is it called?').fill('Our shared van')
    await page.getByLabel('What do they do?').fill('Three companies share one van.')
    await page.reload()
    await page.getByText('Keep an example of our own').click()
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('Our shared van')
    await page.getByLabel('Where can it be read or seen?').fill('javascript:alert(1)')
    await page.getByRole('button', { name: 'Keep example' }).click()
    await page.getByLabel('Search the examples').fill('shared van')
    const own = page.locator('.case', { hasText: 'Our shared van' })
    await own.locator('summary').click()
    expect(await own.locator('a').count()).toBe(0)
    await own.getByRole('button', { name: /^Remove from our examples/ }).click()
    await own.waitFor({ state: 'detached' })
  })

  it('takes a bright spot that is dragged under a condition', async () => {
    const talk = await start()
    await talk.write(4, { kind: 'bright-spot', text: 'The van', place: '', contact: '', exampleId: null })
    const condition = await talk.write(5, { kind: 'condition', text: 'Share the risk' })
    const { page } = desk
    await talk.open(page, 5)
    await page.locator('.spot').dragTo(page.locator('.five-condition .zone'))
    await page.locator('.five-condition .spot').waitFor()
    await expect.poll(async () => (await talk.read()).entries.map(({ groupId }) => groupId)).toContain(condition)
  })
})

describe('the list and the overview', () => {
  it('show a conversation, rename it, close it and open it again', async () => {
    const talk = await start()
    const { page } = desk
    await page.goto(`${server.origin}/o/${organisationId}`)
    await page.getByRole('link', { name: 'Conversations about the outcome' }).click()
    await page.locator(`a[href$="${talk.id}"]`).click()
    await page.getByText('Change the name of this conversation').click()
    await page.getByLabel('Name of the conversation').fill('About the roof')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { level: 1, name: 'About the roof' }).waitFor()
    await page.getByRole('button', { name: 'Close this conversation' }).click()
    await page.getByText('This conversation is closed.').waitFor()
    expect((await talk.read()).state).toBe('closed')
    await page.getByRole('button', { name: 'Open this conversation again' }).click()
    await page.getByRole('link', { name: 'Begin with question 1' }).waitFor()
    expect((await talk.read()).state).toBe('open')
  })

  it('say what to do while there is no conversation', async () => {
    const { page } = desk
    const other = await server.call('POST', '/api/organisations', { name: 'New' }, Conversation.Made)
    await page.goto(`${server.origin}/o/${other.id}/reflections`)
    await page.getByText('There is no outcome to talk about yet.').waitFor()
  })
})
