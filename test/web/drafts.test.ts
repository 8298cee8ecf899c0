import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Conversation, releasedRound, speak } from '../support/conversation.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisationId: string
let roundId: string
const desks: Desk[] = []

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  roundId = await releasedRound(server, organisationId)
  return site.close
})

afterEach(async () => {
  for (const desk of desks.splice(0)) await closeDesk(desk)
})

/** A browser of Alice's, signed in; `prepare` may change it before the first page. */
async function sitDown(prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined): Promise<Page> {
  const desk = await openDesk(browser)
  desks.push(desk)
  await prepare(desk.context)
  await signInAsAlice(desk.page, server.origin)
  await speak(desk.page, 'en')
  return desk.page
}

const start = () => Conversation.start(server, organisationId, roundId)
const field = (page: Page) => page.getByLabel('What do you see or hear?')
const cards = (page: Page) => page.locator('.talk-cards .card-text')

/** Opens a card for writing, and waits for its field. */
async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Edit/ }).first().click()
  await page.locator('.talk-cards textarea').waitFor()
}

/** A card of question 2 that stands open for writing on a page. */
async function openCard(text: string): Promise<{ talk: Conversation; id: string; page: Page }> {
  const talk = await start()
  const id = await talk.write(2, { kind: 'behaviour', text })
  const page = await sitDown()
  await talk.open(page, 2)
  await edit(page)
  return { talk, id, page }
}

const behaviour = (text: string) => ({ kind: 'behaviour', text }) as const

describe('what somebody types', () => {
  it('is saved while they type, and the next words stand on what was saved', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await field(page).pressSequentially('They talk', { delay: 20 })
    await expect.poll(() => talk.texts(2)).toEqual(['They talk'])
    await field(page).pressSequentially(' at the same time', { delay: 20 })
    await expect.poll(() => talk.texts(2)).toEqual(['They talk at the same time'])
    expect(await field(page).inputValue()).toBe('They talk at the same time')
    expect((await talk.read()).entries).toHaveLength(1)
  })

  it('survives being offline and closing the page, and is sent when the page comes back', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await page.context().setOffline(true)
    await field(page).fill('Written in a cellar')
    await page.getByText('No connection. A card is kept on this device').waitFor()
    // What a browser sends while it closes a page escapes the offline switch of the test.
    await page.evaluate(() => {
      globalThis.fetch = () => Promise.reject(new TypeError('no network for this test'))
    })
    await page.goto('about:blank')
    await page.context().setOffline(false)
    expect(await talk.texts(2)).toEqual([])
    await talk.open(page, 2)
    await cards(page).getByText('Written in a cellar').waitFor()
    await expect.poll(() => talk.texts(2)).toEqual(['Written in a cellar'])
  })

  it('goes by itself when the network is back', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await page.context().setOffline(true)
    await field(page).fill('First without a network')
    await page.keyboard.press('Enter')
    await field(page).fill('Then another one')
    await page.getByText('2 cards are kept on this device').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Everything is saved.').waitFor()
    expect((await talk.texts(2)).sort()).toEqual(['First without a network', 'Then another one'])
  })

  it('is sent with the last breath of the page', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await field(page).fill('Quick, before it closes')
    await page.goto('about:blank')
    await expect.poll(() => talk.texts(2)).toEqual(['Quick, before it closes'])
  })

  it('is no conflict with itself when an answer was lost on the way', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    let lost = 0
    await page.route('**/entries/**', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await field(page).fill('It arrived')
    await page.getByText('Kept on this device', { exact: true }).waitFor()
    await field(page).fill('It arrived, and then I wrote more')
    await expect.poll(() => talk.texts(2)).toEqual(['It arrived, and then I wrote more'])
    expect(await page.getByText('Somebody else changed').count()).toBe(0)
  })

  it('stays in the page when the device keeps nothing, says so, and is sent', async () => {
    const talk = await start()
    const page = await sitDown((context) =>
      context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused for this test', 'InvalidStateError')
        }
      }),
    )
    await talk.open(page, 2)
    await page.context().setOffline(true)
    await field(page).fill('Only in this window')
    await page.getByText('Leave this window open for 1 card').waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => talk.texts(2)).toEqual(['Only in this window'])
  })

  it('belongs to who wrote it: the next person on this device does not send it', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await page.route('**/entries/**', (route) => route.abort())
    await field(page).fill('Of Alice and nobody else')
    await page.getByText('A card is kept on this device').waitFor()
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
    const { user } = await page.evaluate(async () => (await fetch('/api/me')).json())
    expect(names).toContain(`meervoud-cards-${user.id}`)
  })

  it('is taken over from a page that is gone, and left alone while that page is open', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await page.context().route('**/entries/**', (route) => route.abort())
    await field(page).fill('Of the first page')
    await page.getByText('A card is kept on this device').waitFor()
    const other = await page.context().newPage()
    await talk.open(other, 2)
    await field(other).waitFor()
    expect(await cards(other).count()).toBe(0)
    await page.close()
    await other.reload()
    await cards(other).getByText('Of the first page').waitFor()
  })
})

describe('two people on one card', () => {
  it('see both versions; who goes on writing chooses their own, and nothing is lost until then', async () => {
    const { talk, id, page } = await openCard('We start late')
    await talk.write(2, behaviour('We start at a quarter past'), { id, revision: 1 })
    await page.locator('.talk-cards textarea').fill('We start late, the door is locked')
    await page.getByText('Somebody else changed this card while you were writing.').waitFor()
    await page.locator('.card-conflict', { hasText: 'We start at a quarter past' }).waitFor()
    await page.locator('.talk-cards textarea').fill('We start at a quarter past, the door is locked')
    expect(await talk.texts(2)).toEqual(['We start at a quarter past'])
    await page.getByRole('button', { name: 'Save my text' }).click()
    await expect.poll(() => talk.texts(2)).toEqual(['We start at a quarter past, the door is locked'])
    await page.locator('.card-conflict').waitFor({ state: 'detached' })
  })

  it('can take the text of the other', async () => {
    const { talk, id, page } = await openCard('We start late')
    await talk.write(2, behaviour('We start at ten'), { id, revision: 1 })
    await page.locator('.talk-cards textarea').fill('We start at nine')
    await page.getByRole('button', { name: 'Take the other text' }).click()
    await cards(page).getByText('We start at ten').waitFor()
    expect(await talk.texts(2)).toEqual(['We start at ten'])
  })

  it('find both versions again after the page was closed', async () => {
    const { talk, id, page } = await openCard('We start late')
    await talk.write(2, behaviour('Theirs'), { id, revision: 1 })
    await page.locator('.talk-cards textarea').fill('Mine')
    await page.locator('.card-conflict').waitFor()
    await page.goto('about:blank')
    await talk.open(page, 2)
    await page.locator('.card-conflict', { hasText: 'Theirs' }).waitFor()
    await page.getByRole('button', { name: 'Save my text' }).click()
    await expect.poll(() => talk.texts(2)).toEqual(['Mine'])
  })

  it('lose nothing when one throws away what the other writes', async () => {
    const { talk, id, page } = await openCard('A card that goes')
    await talk.remove(id)
    await page.locator('.talk-cards textarea').fill('No, this one stays')
    await expect.poll(() => talk.texts(2)).toEqual(['No, this one stays'])
  })
})

describe('a conversation that was closed meanwhile', () => {
  it('refuses the words, keeps them on the device, and takes them when it is open again', async () => {
    const talk = await start()
    const page = await sitDown()
    await talk.open(page, 2)
    await page.route('**/api/live/**', (route) => route.abort())
    await page.route(/reflections\/[^/]+$/, (route) => route.abort())
    await field(page).waitFor()
    await talk.move('closed')
    await field(page).fill('Too late')
    await page.getByText('A card was not accepted. Its text is still on this device.').waitFor()
    expect(await talk.texts(2)).toEqual([])
    await page.unroute(/reflections\/[^/]+$/)
    await page.reload()
    await page.locator('.notice', { hasText: 'This conversation is closed.' }).waitFor()
    await cards(page).getByText('Too late').waitFor()
    await page.getByText('Your text is still on this device.').waitFor()
    await page.unroute('**/api/live/**')
    await talk.move('open')
    await page.reload()
    await expect.poll(() => talk.texts(2)).toEqual(['Too late'])
  })
})
