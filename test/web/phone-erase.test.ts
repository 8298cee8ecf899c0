import type { Browser, Page, Route } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Phone } from '../support/phone.ts'
import { Room } from '../support/room.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

const ANSWERS = '**/api/response/answers'
const RESPONSE = '**/api/response'

let server: TestServer
let browser: Browser
let organisationId: string

beforeAll(async () => {
  const site = await startSite({ lan: true })
  ;({ browser, server, organisationId } = site)
  return site.close
})

/** A phone that joined a round of one question, with one answer that was received unless `isUnsent`. */
async function answered(code: string, isUnsent = false): Promise<Phone> {
  const phone = await Phone.take(browser, server.origin)
  await phone.join(code)
  if (isUnsent) await phone.page.route(ANSWERS, (route) => route.abort())
  await phone.choice(/^4 /).check()
  await phone.says(isUnsent ? 'Kept on this phone' : 'Received')
  return phone
}

/** Goes to the last screen and erases there, as far as saying yes. */
async function erase({ page }: Phone): Promise<void> {
  await page.evaluate(() => location.assign('#klaar'))
  await page.getByRole('button', { name: 'Erase my answers' }).click()
  await page.getByRole('button', { name: 'Yes, erase' }).click()
}

async function expectBegunAnew(page: Page): Promise<void> {
  await page.getByLabel(/code/i).first().waitFor()
  await page.reload()
  await page.getByLabel(/code/i).first().waitFor()
}

/** How many people the round counts, as a newcomer sees it: who comes in counts as one. */
async function othersIn(code: string): Promise<number> {
  const newcomer = await Phone.take(browser, server.origin)
  await newcomer.join(code)
  const { progress } = await newcomer.onServer()
  await newcomer.context.close()
  return progress.joined - 1
}

/** Calls the server so often and one after the other that whatever the page began meanwhile has come through. */
function letOthersThrough(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let turn = 0; turn < 20; turn++) await fetch('/api/start')
  })
}

/** The server does it, and the phone never hears. */
async function loseReply(route: Route): Promise<void> {
  await route.fetch()
  await route.abort()
}

const isBusy = (page: Page) => page.getByRole('dialog', { name: 'Your answers are being erased' })

describe('erasing on a phone', () => {
  it('does not bring unsent answers back that would get through just after it', async () => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code, true)
    const { page } = phone
    await page.route(RESPONSE, async (route) => {
      if (route.request().method() !== 'DELETE') return route.continue()
      const reply = await route.fetch()
      await page.unroute(ANSWERS)
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await letOthersThrough(page)
      await route.fulfill({ response: reply })
    })
    await erase(phone)
    await expectBegunAnew(page)
    expect(await othersIn(code)).toBe(0)
    await phone.context.close()
  })

  it('waits for an answer that is under way', async () => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code)
    const { page } = phone
    const order: string[] = []
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(ANSWERS, async (route) => {
      await held
      order.push('PUT')
      await route.continue()
    })
    page.on('request', (request) => {
      if (request.method() === 'DELETE') order.push('DELETE')
    })
    const underWay = page.waitForRequest(ANSWERS)
    await phone.choice(/^2 /).check()
    await underWay
    await erase(phone)
    await isBusy(page).or(page.getByLabel(/code/i)).first().waitFor()
    await letOthersThrough(page)
    letGo()
    await expectBegunAnew(page)
    expect(order).toEqual(['PUT', 'DELETE'])
    expect(await othersIn(code)).toBe(0)
    await phone.context.close()
  })

  it('is done when the reply got lost, also while the door is locked', async () => {
    const room = await Room.open(server, organisationId, { itemIds: ['i01'] })
    const phone = await answered(room.round.code)
    const { page } = phone
    await room.do({ do: 'door', locked: true })
    await page.route(
      RESPONSE,
      (route) => (route.request().method() === 'DELETE' ? loseReply(route) : route.continue()),
      {
        times: 1,
      },
    )
    await erase(phone)
    await expectBegunAnew(page)
    await room.do({ do: 'door', locked: false })
    expect(await othersIn(room.round.code)).toBe(0)
    await phone.context.close()
  })

  it.each([
    ['there is no network', (route: Route) => route.abort()],
    ['the server has no room', (route: Route) => route.fulfill({ status: 507, json: {} })],
  ])('goes on when %s, says so, and forgets nothing of it when the page opens again', async (_, fail) => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code, true)
    const { page } = phone
    const stop = (route: Route) => (route.request().method() === 'DELETE' ? fail(route) : route.continue())
    await page.route(RESPONSE, stop)
    await erase(phone)
    await isBusy(page).getByText('will not be sent any more').waitFor()
    expect(await phone.faults()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await isBusy(page).waitFor()
    await page.reload()
    await isBusy(page).getByText('You may close this page.').waitFor()
    await page.unroute(ANSWERS)
    await page.unroute(RESPONSE, stop)
    await isBusy(page).getByRole('button', { name: 'Try again now' }).click()
    await expectBegunAnew(page)
    expect(await othersIn(code)).toBe(0)
    await phone.context.close()
  })

  it('holds for the other pages of the same phone', async () => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code)
    const other = await phone.context.newPage()
    await other.goto(`${server.origin}/d#vraag/1`)
    await other.route(ANSWERS, (route) => route.abort())
    await other.getByRole('radio', { name: /^2 / }).check()
    await other.getByText('Kept on this phone').waitFor()
    await erase(phone)
    await expectBegunAnew(phone.page)
    await other.unroute(ANSWERS)
    await expectBegunAnew(other)
    expect(await othersIn(code)).toBe(0)
    await phone.context.close()
  })

  it('erases what the server has when the phone had lost its secret before', async () => {
    const { code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code)
    const { joinId } = await phone.keptResponse()
    const headers = { 'content-type': 'application/json' }
    await fetch(`${server.origin}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code, joinId }) })
    await erase(phone)
    await expectBegunAnew(phone.page)
    expect(await othersIn(code)).toBe(0)
    await phone.context.close()
  })

  it('says that it is too late when the round has closed, and lets somebody go on', async () => {
    const { id, code } = await server.openRound({ itemIds: ['i01'] })
    const phone = await answered(code)
    const { page } = phone
    await page.evaluate(() => location.assign('#klaar'))
    await page.getByRole('button', { name: 'Erase my answers' }).click()
    await server.moveRound(id, 'close')
    await page.getByRole('button', { name: 'Yes, erase' }).click()
    const refusal = page.getByRole('dialog', { name: 'Erasing is no longer possible' })
    await refusal.getByText('The round is closed.').waitFor()
    expect(await phone.faults()).toEqual([])
    await page.reload()
    await refusal.getByRole('button', { name: 'Go on' }).click()
    await page.locator('mv-erase-answers').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    expect(await refusal.count()).toBe(0)
    await phone.context.close()
  })
})
