import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import type { Phone } from '../support/phone.ts'
import { closePhones, firstOf, giveDot, overheard, ReflectingRoom, received, writeCard } from '../support/reflecting.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, openDesk, signInAsAlice } from '../support/staff.ts'
import { smallestText } from '../support/wall.ts'

let server: TestServer
let browser: Browser
let organisationId: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  return site.close
})

const PATIENT = { timeout: 120_000 }
const ENGLISH = { locale: 'en-GB' }
const openRoom = (looks: Parameters<typeof ReflectingRoom.open>[3]) =>
  ReflectingRoom.open(browser, server, organisationId, looks)

/** What a wall must always be: read from the back, whole, and without faults. */
async function checkWall(wall: Page, name: string): Promise<void> {
  await wall.waitForFunction(() => document.querySelectorAll('.wall-layer').length === 1)
  expect(await smallestText(wall), name).toBeGreaterThanOrEqual(28)
  const beyond = await wall.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight)
  })
  expect(beyond, `${name} scrolls`).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(wall), name).toEqual([])
}

describe('a room with six phones', () => {
  it(
    'shows nobody a card of somebody else before the room has written, then groups, chooses, and picks in a tie',
    PATIENT,
    async () => {
      const room = await openRoom(Array.from({ length: 6 }, () => ENGLISH))
      const { phones } = room
      const wall = await room.wall(browser)
      const desk = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
      await signInAsAlice(desk.page, server.origin)
      const board = await desk.context.newPage()
      const heard = phones.map(({ page }) => overheard(page))
      const others = [wall, desk.page, board].map(overheard)
      const workshop = await room.room.read()
      await desk.page.goto(`${server.origin}/o/${organisationId}/w/${workshop.id}/run`)
      await desk.page
        .locator('mv-run-reflection')
        .getByRole('button', { name: /question 2/ })
        .click()
      await board.goto(`${server.origin}/o/${organisationId}/reflections/${room.reflectionId}/q/2`)
      await board.locator('mv-room-controls').waitFor()

      const texts = phones.map((_, at) => `Card of phone ${at}`)
      for (const [at, phone] of phones.entries()) {
        await phone.page.getByText('shuffled and without names').waitFor()
        await writeCard(phone, texts[at] ?? '')
        await received(phone)
      }
      await wall.getByText('cards from 6 people').waitFor()
      await desk.page.getByText('6 cards from 6 people.').waitFor()
      await board.getByText('6 cards.').waitFor()
      await checkWall(wall, 'writing')
      for (const [at, listen] of heard.entries()) {
        const all = await listen()
        expect(texts.filter((text, of) => of !== at && all.includes(text))).toEqual([])
        expect(all).toContain(texts[at])
      }
      for (const listen of others) {
        const all = await listen()
        expect(texts.filter((text) => all.includes(text))).toEqual([])
      }

      await desk.page.locator('mv-run-next').getByRole('button', { name: 'Show the cards' }).click()
      for (const text of texts) await wall.getByText(text, { exact: true }).waitFor()
      for (const phone of phones) for (const text of texts) await phone.page.getByText(text, { exact: true }).waitFor()
      await checkWall(wall, 'shown')

      const controls = board.locator('mv-room-controls')
      expect(await accessibilityFaults(board)).toEqual([])
      await controls.getByLabel(`Choose the card: ${texts[0]}`).check()
      await controls.getByLabel(`Choose the card: ${texts[1]}`).check()
      await controls.getByRole('button', { name: `Put together under: ${texts[0]}` }).click()
      await controls.locator('li[data-card] input:focus').waitFor()
      await controls.getByRole('button', { name: `Hide from the room: ${texts[5]}` }).click()
      await wall.getByText('with 1 more card').waitFor()
      await wall.getByText(texts[5] ?? '', { exact: true }).waitFor({ state: 'detached' })

      await desk.page.locator('mv-room-phases').getByRole('button', { name: 'Giving dots' }).click()
      const first = firstOf(room)
      await first.page.getByText('You have 3 dots left.').waitFor()
      expect(await first.page.locator('.dots-list > li').count()).toBe(4)
      for (const text of [texts[0], texts[0], texts[2]]) await giveDot(first, text ?? '')
      await giveDot(first, texts[3] ?? '')
      await first.page.getByText('You have given all your dots. Take a dot away somewhere first.').waitFor()
      for (const text of [texts[2], texts[3], texts[4]]) await giveDot(phones[1] ?? first, text ?? '')
      await received(first)
      await received(phones[1] ?? first)
      await wall.getByText('2 people have given dots').waitFor()
      await checkWall(wall, 'voting')
      await desk.page.locator('mv-run-next').getByRole('button', { name: 'Count the dots' }).click()
      await wall.getByText('A tie: the facilitator picks').waitFor()
      expect(await wall.locator('.wall-card').first().innerText()).toContain('2 dots')
      await checkWall(wall, 'voted')
      await controls.getByText('A tie: each of these has 2 dots.').waitFor()
      await controls.getByRole('button', { name: `Go on with this: ${texts[2]}` }).click()
      await wall.locator('.wall-card.is-chosen', { hasText: texts[2] ?? '' }).waitFor()
      await wall.getByText('A tie: the facilitator picks').waitFor({ state: 'detached' })
      await phones[3]?.page.getByText('2 people chose').waitFor()
      const row = (text: string | undefined) => controls.locator('.room-cards > li', { hasText: text ?? '' })
      await row(texts[3]).dragTo(row(texts[4]))
      await expect
        .poll(async () => (await room.read()).entries.filter(({ groupId }) => groupId !== null).length)
        .toBe(2)
      expect(await first.faults()).toEqual([])
      await closePhones(room)
      await wall.context().close()
      await closeDesk(desk)
    },
  )

  it('asks whether anybody objects, and shows what is expected with who pays the price', PATIENT, async () => {
    const room = await openRoom(Array.from({ length: 6 }, () => ENGLISH))
    const { phones } = room
    const first = firstOf(room)
    const wall = await room.wall(browser)
    const proposal = await room.propose()
    await room.put({ kind: 'consent', interventionId: proposal })
    await first.page.getByText('Take your time to read it.').waitFor()
    await wall.getByRole('heading', { name: 'One shared roof' }).waitFor()
    await room.consent(proposal, 'open')
    const give = (phone: Phone) => phone.button('Give your answer').click()
    await give(first)
    await first.page.getByText('Choose an answer first').waitFor()
    await first.page.getByRole('radio', { name: /^Objection/ }).check()
    await give(first)
    await first.page.getByText('Nobody can work with it otherwise.').waitFor()
    expect(await first.faults()).toEqual([])
    await first.page.getByLabel('What is your objection?').fill('The mill is about to be sold')
    await give(first)
    for (const phone of phones.slice(1, 5)) {
      await phone.page.getByRole('radio', { name: /^No objection/ }).check()
      await give(phone)
    }
    const changing = phones[1] ?? first
    await received(changing)
    await changing.page.getByRole('radio', { name: /^Concern/ }).check()
    await changing.page.getByLabel('What should we watch?').fill('The cost of the roof')
    await changing.button('Change your answer').click()
    await wall.getByText('5 people have answered').waitFor()
    expect(await wall.locator('body').innerText()).not.toContain('mill is about')
    await checkWall(wall, 'consent')
    await room.consent(proposal, 'closed')
    await wall.getByText('The mill is about to be sold').waitFor()
    expect(await wall.locator('.consent-counts').innerText()).toMatch(/1\s+objection\s+1\s+concern\s+3\s+no objection/)
    await first.page.getByText('No objection: 3. Concern: 1. Objection: 1.').waitFor()
    await phones[5]?.page.getByText('The cost of the roof').waitFor()
    await checkWall(wall, 'consent closed')

    await room.expect(proposal)
    await room.put({ kind: 'projection', reflectionId: room.reflectionId })
    await wall.getByRole('heading', { name: /^Natural is expected to rise: from \d+ to between/ }).waitFor()
    await wall.getByText('What the group expects, not a measurement').first().waitFor()
    await wall.getByText('Financial: the owners, for a year').waitFor()
    await checkWall(wall, 'projection')
    await first.page.getByRole('heading', { name: /^Natural is expected to rise/ }).waitFor()
    expect(await first.page.locator('.picture-table tbody tr').count()).toBe(6)
    expect(await first.faults()).toEqual([])
    await closePhones(room)
    await wall.context().close()
  })
})

describe('the page that runs a session', () => {
  it('begins the reflection after the last picture and leads through it with one key', PATIENT, async () => {
    const room = await openRoom([ENGLISH])
    const desk = await openDesk(browser, { viewport: { width: 1280, height: 720 } })
    const { page } = desk
    await signInAsAlice(page, server.origin)
    const { id } = await room.room.read()
    await page.goto(`${server.origin}/o/${organisationId}/w/${id}/run`)
    await page.locator('mv-run-reflection').waitFor()
    await room.put({ kind: 'projection', reflectionId: room.reflectionId })
    const shows = (words: string) => page.locator('mv-run-wall figcaption').getByText(words, { exact: true }).waitFor()
    await shows('What the group expects')
    await room.show(1)
    await shows('Conversation: question 1 of 7')
    const next = page.locator('mv-run-next button.primary')
    for (const words of ['Let people give dots', 'Count the dots', 'Next: Conversation: question 2 of 7']) {
      await next.getByText(words).waitFor()
      await page.keyboard.press('Space')
    }
    await shows('Conversation: question 2 of 7')
    await next.getByText('Show the cards').waitFor()
    await page.keyboard.press('Space')
    await next.getByText('Next: Conversation: question 3 of 7').waitFor()
    await page.keyboard.press('ArrowLeft')
    await shows('Conversation: question 1 of 7')
    expect(await accessibilityFaults(page)).toEqual([])
    const board = page.locator('mv-run-reflection a').first()
    expect(await board.getAttribute('target')).toBe('_blank')
    expect(await board.getAttribute('href')).toContain(`/reflections/${room.reflectionId}/q/1`)

    const proposal = await room.propose()
    await room.put({ kind: 'consent', interventionId: proposal })
    await next.getByText('Let everybody answer').waitFor()
    await page.keyboard.press('Space')
    await page.getByText('This works with the button only').waitFor()
    await next.click()
    await next.getByText('Close answering').click()
    await next.getByText('Next: What the group expects').waitFor()
    await closeDesk(desk)
    await closePhones(room)
  })
})
