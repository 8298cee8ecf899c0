import type { Browser, BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgementsOf } from '../support/acknowledgements.ts'
import { Phone } from '../support/phone.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  const site = await startSite({ lan: true })
  ;({ browser, server } = site)
  return site.close
})

/** Answers the first questions of the round with 1, 2, 3 and so on. */
async function answerFirst(phone: Phone, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await phone.question(number).waitFor()
    await phone.choice(new RegExp(`^${number} `)).check()
    await phone.page.locator('button[type="submit"]').click()
  }
}

/** Answers a question while no answer gets through: afterwards the network is well and the answer still on the phone. */
async function answerInVain(phone: Phone): Promise<void> {
  await phone.page.route('**/answers', (route) => route.abort())
  await phone.choice(/^4 /).check()
  await phone.says('Kept on this phone')
  await phone.page.unroute('**/answers')
}

/** An answer that a phone cannot keep waits on the screen while there is no network, and arrives when there is. */
async function expectDeliveryWithoutKeeping(phone: Phone): Promise<void> {
  await phone.context.setOffline(true)
  await phone.choice(/^2 /).check()
  await phone.says('Not received yet. Keep this screen open.')
  await phone.context.setOffline(false)
  await phone.says('Received')
  expect(Object.values((await phone.onServer()).answers)).toEqual([{ now: { rating: 2 } }])
}

function refuseStorage(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused for this test', 'InvalidStateError')
    }
  })
}

describe('a phone without network', () => {
  it('keeps answers while the server has no room to store them, says so, and delivers them later', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    let isFull = true
    const problem = { type: '/problems/storage-full', title: 'No room', status: 507 }
    await phone.page.route('**/answers', (route) => {
      if (!isFull) return route.continue()
      const headers = { 'retry-after': '30' }
      return route.fulfill({
        status: 507,
        headers,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      })
    })
    await phone.choice(/^4 /).check()
    await phone.says('Kept on this phone')
    await phone.says('The server has no room at the moment.')
    await phone.button('Next').click()
    await phone.question(2).waitFor()
    await phone.choice(/^2 /).check()
    await phone.says('Kept on this phone')
    isFull = false
    await phone.says('Received')
    expect(Object.values((await phone.onServer()).answers)).toEqual([{ now: { rating: 4 } }, { now: { rating: 2 } }])
    await expect.poll(() => phone.page.getByText('The server has no room').count()).toBe(0)
    await phone.context.close()
  })

  it('goes on, says where the answers are, and delivers each once when the network is back', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    const received = acknowledgementsOf(phone.page)
    await phone.join(code)
    await phone.context.setOffline(true)
    await phone.says('No connection.')
    await phone.choice(/^1 /).check()
    await phone.says('Kept on this phone')
    await phone.button('Next').click()
    await phone.question(2).waitFor()
    await phone.choice(/^5 /).check()
    await phone.choice(/^2 /).check()
    await phone.button('Next').click()
    await phone.question(3).waitFor()
    await phone.choice('Does not apply').check()
    await phone.page.getByLabel(/Why not/).fill('Not here')
    await phone.says('Kept on this phone')
    await phone.button('Next').click()
    await phone.question(4).waitFor()
    await phone.context.setOffline(false)
    await expect
      .poll(async () => Object.values((await phone.onServer()).answers).map(({ now }) => now))
      .toEqual([{ rating: 1 }, { rating: 2 }, { missing: 'not_applicable', reason: 'Not here' }])
    await phone.page.getByText('No connection.').waitFor({ state: 'hidden' })
    expect(new Set(received.map(({ opId }) => opId)).size).toBe(received.length)
    expect(received.filter(({ status }) => status !== 'applied')).toEqual([])
    await phone.context.close()
  })

  it('shows what is unsent on the overview, and finishes as soon as it can', async () => {
    const { code } = await server.openRound({ itemIds: ['i01', 'i02'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.context.setOffline(true)
    await answerFirst(phone, 2)
    await phone.page.locator('main').getByText('2 answers have not been received yet').waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.button('Done').click()
    await phone.page.locator('main').getByText('2 answers have not been received yet').waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.context.setOffline(false)
    await phone.page.locator('main').getByText('Everything has been received.').waitFor()
    await expect.poll(async () => (await phone.onServer()).finished).toBe(true)
    await phone.context.close()
  })

  it('delivers after a reload what it could not deliver before', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await answerInVain(phone)
    await phone.open()
    await phone.says('Received')
    expect(Object.keys((await phone.onServer()).answers)).toHaveLength(1)
    await phone.context.close()
  })

  it('is told that its answers came after the round had closed', async () => {
    const { id, code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.context.setOffline(true)
    await answerFirst(phone, 2)
    await server.moveRound(id, 'close')
    await phone.context.setOffline(false)
    await phone.page.locator('main').getByText('2 answers came in after closing.').waitFor()
    await phone.page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.context.close()
  })
})

describe('a network that loses things', () => {
  it('sends with the last breath of the page what has not arrived', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await answerInVain(phone)
    await phone.page.goto('about:blank')
    await expect.poll(async () => Object.keys((await phone.onServer()).answers)).toHaveLength(1)
    await phone.context.close()
  })

  it('sends again what got no reply, and the server recognises it', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    const received = acknowledgementsOf(phone.page)
    await phone.join(code)
    let lost = 0
    await phone.page.route('**/answers', async (route) => {
      if (lost === 2) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    expect(lost).toBe(2)
    expect(received.map(({ status }) => status)).toEqual(['duplicate'])
    await phone.context.close()
  })

  it('joins again by itself when its secret is no longer good, and drops nothing', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    const { joinId } = await phone.keptResponse()
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, joinId }),
    }
    expect((await fetch(`${server.origin}/api/join`, init)).status).toBe(200)
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    const { answers, progress } = await phone.onServer()
    expect(Object.keys(answers)).toHaveLength(1)
    expect(progress.joined).toBe(1)
    await phone.context.close()
  })

  it('finds the one answer that spoils a batch, shows it, and delivers the others', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.context.setOffline(true)
    await answerFirst(phone, 4)
    await phone.question(5).waitFor()
    await phone.page.evaluate(spoilOneOperation)
    await phone.context.setOffline(false)
    await phone.page.evaluate(() => location.assign('#overzicht'))
    await phone.page.locator('main').getByText('One answer was not accepted').waitFor()
    expect(await phone.faults()).toEqual([])
    await expect.poll(async () => Object.keys((await phone.onServer()).answers).length).toBe(3)
    await phone.context.close()
  })
})

describe('a phone that keeps nothing', () => {
  it('says so from the start and sends at once', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin, {}, refuseStorage)
    await phone.join(code)
    await phone.says('This phone cannot keep anything.')
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    expect(await phone.faults()).toEqual([])
    await expectDeliveryWithoutKeeping(phone)
    await phone.context.close()
  })

  it('goes on after a reload with the cookie, and a new answer still wins', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin, {}, refuseStorage)
    await phone.join(code)
    for (const step of [1, 2, 3]) {
      await phone.choice(new RegExp(`^${step} `)).check()
      await phone.says('Received')
    }
    await phone.open()
    await phone.question(1).waitFor()
    expect(await phone.choice(/^3 /).isChecked()).toBe(true)
    await phone.choice(/^5 /).check()
    await expect.poll(async () => Object.values((await phone.onServer()).answers)).toEqual([{ now: { rating: 5 } }])
    await phone.context.close()
  })

  it('warns when it stops keeping half-way, and loses nothing', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    await phone.page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full for this test', 'QuotaExceededError')
      }
    })
    await expectDeliveryWithoutKeeping(phone)
    await phone.context.close()
  })
})

/** Makes one kept operation such as the server refuses as a whole, with all that is sent beside it. */
function spoilOneOperation(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('meervoud')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const change = opening.result.transaction('operations', 'readwrite')
      const store = change.objectStore('operations')
      const reading = store.getAll()
      reading.onsuccess = () => {
        const [first] = reading.result
        store.put({ ...first, operation: { ...first.operation, seq: -1 } })
      }
      change.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}
