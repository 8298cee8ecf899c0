import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Participant } from '../../web/participant/participant.ts'
import { Phone } from '../support/phone.ts'
import { Room } from '../support/room.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

let server: TestServer
let browser: Browser
let organisationId: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  return site.close
})

/** Where a phone asks for the questions, its answers and the state of the round. */
const RESPONSE = /\/api\/response(\?|$)/

const openRoom = (changes: Parameters<TestServer['openRound']>[0] = {}) => Room.open(server, organisationId, changes)

/** Waits until a phone knows what the facilitator did last. */
async function knows(phone: Phone, revision: number): Promise<void> {
  await phone.page.waitForFunction((wanted) => {
    const page = document.querySelector<Participant>('mv-participant')
    return (page?.state.room?.wall?.room?.revision ?? -1) >= wanted
  }, revision)
}

/** Holds up the replies of the server at an address until `go`; `came`: it has made the first of them. */
async function heldReplies(phone: Phone, address: string | RegExp): Promise<{ came: Promise<void>; go: () => void }> {
  const [came, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await phone.page.route(address, async (route) => {
    const response = await route.fetch()
    came.resolve()
    await gone.promise
    await route.fulfill({ response })
  })
  return { came: came.promise, go: gone.resolve }
}

describe('a phone in a room', () => {
  it('says that there is a pause, and goes on keeping answers', async () => {
    const room = await openRoom()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    await room.do({ do: 'pause', on: true })
    await phone.says('A short break.')
    expect(await phone.faults()).toEqual([])
    await phone.choice(/^4 /).check()
    await phone.page.getByText('Received').waitFor()
    await room.do({ do: 'pause', on: false })
    await phone.page.getByText('A short break.').waitFor({ state: 'hidden' })
    expect(Object.keys((await phone.onServer()).answers)).toHaveLength(1)
    await phone.context.close()
  })

  it('offers a way to the question that the room talks about, and never goes there by itself', async () => {
    const room = await openRoom({ itemIds: ['i01', 'i02', 'i03'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    await room.do({ do: 'show', scene: { kind: 'question', itemId: 'i03' } })
    await phone.says('The room is talking about question 3.')
    expect(await phone.question(1).isVisible()).toBe(true)
    expect(await phone.faults()).toEqual([])
    await phone.button('Go there').click()
    await phone.question(3).waitFor()
    await phone.page.getByText('The room is talking about').waitFor({ state: 'hidden' })
    await room.do({ do: 'show', scene: { kind: 'question', itemId: 'i02' } })
    await phone.says('The room is talking about question 2.')
    await room.do({ do: 'black', on: true })
    await phone.page.getByText('The room is talking about').waitFor({ state: 'hidden' })
    await phone.context.close()
  })

  it('counts along with the room when its owner is done', async () => {
    const room = await openRoom({ itemIds: ['i01'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    await phone.choice(/^4 /).check()
    await phone.button('To the overview').click()
    await phone.button('Done').click()
    await phone.page.getByText('1 of 1 is done.').waitFor()
    await room.fill(2, () => 3)
    await phone.page.getByText('1 of 3 is done.').waitFor()
    await phone.context.close()
  })

  it('hears that the door is closed in a sentence, and loses nothing of what was typed', async () => {
    const room = await openRoom({ mode: 'open' })
    const early = await Phone.take(browser, server.origin)
    await early.open(`#${room.round.code}`)
    await early.page.getByLabel('Your name').fill('Fatima')
    await early.button('Take part').click()
    await early.question(1).waitFor()
    const late = await Phone.take(browser, server.origin)
    await late.open(`#${room.round.code}`)
    await late.page.getByLabel('Your name').fill('Joris')
    await room.do({ do: 'door', locked: true })
    await late.button('Take part').click()
    await late.page.locator('.fault').getByText('facilitator').waitFor()
    expect(await late.page.getByLabel('Your name').inputValue()).toBe('Joris')
    expect(await late.faults()).toEqual([])
    await early.choice(/^4 /).check()
    await early.says('Received')
    await room.do({ do: 'door', locked: false })
    await late.button('Take part').click()
    await late.question(1).waitFor()
    await Promise.all([early.context.close(), late.context.close()])
  })

  it('goes on through closing without a network, delivers once, and is told what came too late', async () => {
    const room = await openRoom({ itemIds: ['i01', 'i02'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    await phone.choice(/^1 /).check()
    await phone.says('Received')
    await phone.context.setOffline(true)
    await phone.button('Next').click()
    await phone.question(2).waitFor()
    await phone.choice(/^2 /).check()
    await phone.says('Kept on this phone')
    await room.do({ do: 'close' })
    await room.close()
    await phone.context.setOffline(false)
    await phone.page.locator('main').getByText('One answer came in after closing.').waitFor()
    await phone.page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    expect(await room.late()).toBe(1)
    expect((await phone.onServer()).answers).toEqual({ i01: { now: { rating: 1 } } })
    await phone.context.close()
  })

  it('is told what came too late, also when it hears late how the round was before it closed', async () => {
    const room = await openRoom({ itemIds: ['i01', 'i02'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    await phone.page.route('**/answers', (route) => route.abort())
    await phone.choice(/^2 /).check()
    await phone.says('Kept on this phone')
    const ofOpenRound = await heldReplies(phone, RESPONSE)
    await phone.open()
    await ofOpenRound.came
    await room.close()
    await phone.page.unroute('**/answers')
    const note = phone.page.locator('main').getByText('One answer came in after closing.')
    await note.waitFor()
    // The phone asks anew only when it has taken in what it heard.
    const replies = [0, 1].map(() => Promise.withResolvers<void>())
    let heard = 0
    phone.page.on('response', (reply) => {
      if (RESPONSE.test(reply.url())) replies[heard++]?.resolve()
    })
    ofOpenRound.go()
    await replies[1]?.promise
    await phone.page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    await note.waitFor()
    await phone.context.close()
  })

  it('loads the questions in its own language, and in the other one when its owner asks for that', async () => {
    const room = await openRoom({ itemIds: ['i01', 'i02'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(room.round.code)
    const english = await phone.question(1).innerText()
    await phone.context.setOffline(true)
    await phone.button('Nederlands').click()
    await phone.page.getByText('Vraag 1 van 2').waitFor()
    expect(await phone.question(1).innerText()).toBe(english.replace('Question 1 of 2', 'Vraag 1 van 2'))
    await phone.context.setOffline(false)
    await expect.poll(() => phone.question(1).innerText(), { timeout: 15_000 }).toContain('Hoe ')
    await phone.context.setOffline(true)
    await phone.button('English').click()
    expect(await phone.question(1).innerText()).toBe(english)
    await phone.context.close()
  })

  it('is ready to type the code when it comes without one', async () => {
    const phone = await Phone.take(browser, server.origin)
    await phone.open()
    await phone.page.getByLabel('Code').waitFor()
    await expect.poll(() => phone.page.evaluate(() => document.activeElement?.id)).toBe('code')
    await phone.context.close()
  })
})

describe('what somebody is typing', () => {
  const PHONES = 20
  const UNJOINED = 2

  it('loses no character to anything that a facilitator does', async () => {
    const room = await openRoom({ mode: 'open', itemIds: ['i01', 'i02'] })
    const phones = await Promise.all(Array.from({ length: PHONES }, () => Phone.take(browser, server.origin)))
    const joined = phones.slice(UNJOINED)
    const all = <T>(work: (phone: Phone, index: number) => Promise<T>) => Promise.all(phones.map(work))
    const typed = phones.map(() => '')
    const type = (text: string) =>
      all(async (phone, index) => {
        await phone.page.keyboard.type(text)
        typed[index] += text
      })

    await all(async (phone, index) => {
      await phone.open(`#${room.round.code}`)
      const name = phone.page.getByLabel('Your name')
      if (index < UNJOINED) return name.focus()
      await name.fill(`Person ${index}`)
      await phone.button('Take part').click()
      await phone.question(1).waitFor()
      await phone.choice('Does not apply').check()
      await phone.page.getByLabel(/Why not/).focus()
    })
    await type('We have ')
    const orders = [
      { do: 'pause', on: true },
      { do: 'show', scene: { kind: 'progress' } },
      { do: 'show', scene: { kind: 'question', itemId: 'i02' } },
      { do: 'timer', seconds: 60 },
      { do: 'black', on: true },
      { do: 'pause', on: false },
      { do: 'door', locked: true },
      { do: 'close' },
      { do: 'undo-close' },
      { do: 'close' },
    ] as const
    for (const order of orders) {
      const { room: now } = await room.do(order)
      await Promise.all(joined.map((phone) => knows(phone, now.revision)))
      await type('no ')
    }
    await Promise.all(joined.map((phone) => phone.says('Answering has closed. What you type is kept.')))
    await type('such ')
    const { room: now } = await room.do({ do: 'reveal' })
    await Promise.all(joined.map((phone) => knows(phone, now.revision)))
    await type('machines')

    const left = await all((phone) =>
      phone.page.evaluate(() => {
        const input = document.activeElement
        if (!(input instanceof HTMLInputElement)) return { text: '', caret: -1 }
        return { text: input.value, caret: input.selectionStart }
      }),
    )
    const lost = left.filter(({ text, caret }, index) => text !== typed[index] || caret !== text.length)
    const characters = typed.reduce((sum, text) => sum + text.length, 0)
    const kept = left.reduce((sum, { text }) => sum + text.length, 0)
    console.info(`${characters - kept} of ${characters} characters lost on ${PHONES} phones`)
    expect(lost).toEqual([])
    expect(await joined[0]?.faults()).toEqual([])

    await Promise.all(
      joined.map(async (phone) => {
        await phone.button('Go on').click()
        await phone.page.getByText('came in after closing').waitFor()
      }),
    )
    await server.moveRound(room.round.id, 'reopen')
    const reasons = await Promise.all(joined.map(async (phone) => (await phone.onServer()).answers['i01']?.['now']))
    expect(reasons).toEqual(joined.map(() => ({ missing: 'not_applicable', reason: typed[UNJOINED]?.trim() })))
    await all((phone) => phone.context.close())
  })
})
