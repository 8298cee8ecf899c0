import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../../server/contract/workshops.ts'
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

const ITEMS = ['i01', 'i02', 'i03']

/** A phone that gave every question this answer, and is done. */
async function answeredPhone(room: Room, answer: RegExp | string, options = {}): Promise<Phone> {
  const phone = await Phone.take(browser, server.origin, options)
  await phone.open(`#${room.round.code}`)
  await phone.page.locator('main button.primary').click()
  await answerAll(phone, answer)
  return phone
}

async function answerAll(phone: Phone, answer: RegExp | string): Promise<void> {
  for (const number of [1, 2, 3]) {
    await phone.question(number).waitFor()
    await phone.choice(answer).check()
    await phone.page.locator('form.question button[type="submit"]').click()
  }
  await phone.page.locator('mv-check-screen button.primary').click()
  await phone.page.getByText('Everything has been received.').waitFor()
}

async function openRoom(people: number, changes = {}): Promise<Room> {
  const room = await Room.open(server, organisationId, { itemIds: ITEMS, ...changes })
  await room.fill(people, (person) => (person % 2 === 0 ? 1 : 5))
  return room
}

const outcome = (phone: Phone) => phone.page.getByRole('heading', { level: 1, name: /^(The outcome|De uitkomst)$/ })

describe('what was revealed, on a phone', () => {
  it('follows the wall, with the own answer marked, until somebody looks around alone', async () => {
    const room = await openRoom(10)
    const phone = await answeredPhone(room, /^5 /)
    expect(await phone.page.locator('mv-reveal-screen').count()).toBe(0)
    await room.close()
    await phone.page.getByRole('heading', { name: 'This round is closed' }).waitFor()
    await room.do({ do: 'reveal' })
    await outcome(phone).waitFor()
    await phone.page.locator('.picture-divided').waitFor()
    await room.do({ do: 'show', scene: { kind: 'item', itemId: 'i02', horizon: 'now' } })
    await phone.page.getByText('Your answer: 5 (only on this device)').waitFor()
    await room.do({ do: 'black', on: true })
    await phone.page.getByText('Look at the facilitator.').waitFor()
    await phone.button('Look around').click()
    await phone.page.locator('.picture').waitFor()
    await phone.button('Next').click()
    await phone.page.getByText('You are looking around by yourself.').waitFor()
    await room.do({ do: 'show', scene: { kind: 'divided', horizon: 'now' } })
    await phone.page.locator('.picture:not(.picture-divided)').waitFor()
    await phone.button('Follow the screen').click()
    await phone.page.locator('.picture-divided').waitFor()
    await phone.context.close()
  })

  it('says when too few took part', async () => {
    const room = await openRoom(2)
    const phone = await answeredPhone(room, /^5 /)
    await room.close()
    await room.do({ do: 'reveal' })
    await phone.page.getByText('Too few people took part to show anything (at least 5).').waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.context.close()
  })

  it('says what went wrong, and comes with another try', async () => {
    const room = await openRoom(5)
    const phone = await answeredPhone(room, 'I do not know')
    await phone.page.route('**/revealed', (route) => route.abort())
    await room.close()
    await room.do({ do: 'reveal' })
    await phone.page.locator('main').getByText('There is no connection').waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.page.unroute('**/revealed')
    await phone.button('Try again').click()
    await phone.page.locator('.picture-divided').waitFor()
    await room.do({ do: 'show', scene: { kind: 'item', itemId: 'i01', horizon: 'now' } })
    await phone.page.getByText('Your answer: I do not know (only on this device)').waitFor()
    await phone.context.close()
  })
})

describe('a second vote', () => {
  it('is taken with the same phone, beside the first answers, which only this phone mentions', async () => {
    const room = await openRoom(6)
    const phone = await answeredPhone(room, /^5 /)
    await room.close()
    await room.do({ do: 'reveal' })
    const { votes } = await room.do({ do: 'vote', itemIds: ITEMS })
    const voteId = votes[0]?.id ?? ''
    await phone.page.getByRole('heading', { name: 'Second vote: 3 questions' }).waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    expect(await phone.page.locator('input:checked').count()).toBe(0)
    await phone.page.getByText(/^You first chose: 5 .*\(only on this device\)$/).waitFor()
    expect(await phone.faults()).toEqual([])
    await phone.open()
    await phone.page.getByText(/^You first chose: 5 /).waitFor()
    await answerAll(phone, /^3 /)
    await phone.page.getByText('1 of 1 is done.').waitFor()
    await room.close(voteId)
    await outcome(phone).waitFor()
    await room.do({ do: 'reveal' })
    await phone.page.getByText(/^You first chose: 5 .* Then: 3 .*\(only on this device\)$/).waitFor()
    const { answers } = await phone.onServer()
    expect(Object.values(answers)).toEqual(ITEMS.map(() => ({ now: { rating: 3 } })))
    expect((await room.read()).round.counts).toMatchObject({ joined: 7, late: 0 })
    await phone.context.close()
  })

  it('cuts nobody off who is typing when it closes, and leads back to the room', async () => {
    const room = await openRoom(6)
    const phone = await answeredPhone(room, /^5 /)
    await room.close()
    await room.do({ do: 'reveal' })
    const { votes } = await room.do({ do: 'vote', itemIds: ITEMS })
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    await phone.choice('Does not apply').check()
    await phone.page.getByLabel(/Why not/).focus()
    await phone.page.keyboard.type('No')
    await room.close(votes[0]?.id)
    await phone.says('Answering has closed. What you type is kept.')
    await phone.page.keyboard.type(' machines')
    expect(await phone.page.getByLabel(/Why not/).inputValue()).toBe('No machines')
    await phone.button('Go on').click()
    await phone.page.getByText('One answer came in after closing.').waitFor()
    await phone.says('The second vote has closed.')
    expect(await phone.faults()).toEqual([])
    await phone.button('Back').click()
    await outcome(phone).waitFor()
    await phone.context.close()
  })

  it('can be left alone, and joined after all', async () => {
    const room = await openRoom(6)
    const phone = await answeredPhone(room, /^5 /)
    await room.close()
    await room.do({ do: 'reveal' })
    await room.do({ do: 'vote', itemIds: ITEMS.slice(0, 1) })
    await phone.button('I do not take part in this vote').click()
    await outcome(phone).waitFor()
    await phone.page.getByText('There is no outcome on the screen at the moment.').waitFor()
    await phone.open()
    await outcome(phone).waitFor()
    await phone.button('Take part in the second vote after all (1 question)').click()
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    await room.do({ do: 'close' })
    await phone.says('This round is about to close')
    await phone.context.close()
  })
})

describe('leaving a second vote alone', () => {
  it('is on the screen only once the phone has kept it, so that a reload at that moment undoes nothing', async () => {
    const room = await openRoom(6)
    const phone = await answeredPhone(room, /^5 /)
    await room.close()
    await room.do({ do: 'reveal' })
    await room.do({ do: 'vote', itemIds: ITEMS.slice(0, 1) })
    const decline = phone.button('I do not take part in this vote')
    await decline.waitFor()
    const letGo = await phone.holdStore('responses')
    await decline.click()
    // What the page does at once it has done before it answers this.
    await phone.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    expect(await outcome(phone).count()).toBe(0)
    await letGo()
    await outcome(phone).waitFor()
    await phone.open()
    await outcome(phone).waitFor()
    await phone.context.close()
  })
})

describe('every screen after the reveal', () => {
  const looks = [320, 1280].flatMap((width) =>
    (['nl-NL', 'en-GB'] as const).flatMap((locale) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, locale, colorScheme })),
    ),
  )
  const SCENES: readonly Scene[] = [
    { kind: 'divided', horizon: 'now' },
    { kind: 'item', itemId: 'i02', horizon: 'now' },
    { kind: 'radar', view: 'now-ahead' },
    { kind: 'pairs', view: 'now-ahead' },
    { kind: 'groups', horizon: 'now' },
  ]

  it('has no fault, small or wide, in either language, light or dark', async () => {
    const room = await Room.open(server, organisationId, { variant: 'pulse', horizons: ['now', 'ahead'] })
    await room.fill(12, (person) => 1 + (person % 5))
    const phones = await Promise.all(
      looks.map(async (look) => {
        const phone = await Phone.take(browser, server.origin, look)
        await phone.open(`#${room.round.code}`)
        await phone.page.locator('main button.primary').click()
        await phone.question(1).waitFor()
        await phone.choice(/^5 /).first().check()
        await phone.page.locator('[data-whereabouts="received"]').waitFor()
        return phone
      }),
    )
    await room.close()
    await room.do({ do: 'reveal' })
    for (const scene of SCENES) {
      await room.do({ do: 'show', scene })
      for (const phone of phones) {
        await phone.page.locator(`.picture-${scene.kind}`).waitFor()
        expect(await phone.faults(), scene.kind).toEqual([])
      }
    }
    await room.do({ do: 'vote', itemIds: ['i01'] })
    for (const phone of phones) {
      await phone.page.locator('mv-vote-screen h1').waitFor()
      expect(await phone.faults()).toEqual([])
      await phone.context.close()
    }
  })
})
