import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WallView } from '../../server/contract/workshops.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { answerRound, voteAgain } from '../support/respondents.ts'
import { Room } from '../support/room.ts'
import { type Site, startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'
import { smallestText } from '../support/wall.ts'

const ITEMS = ['i01', 'i12', 'i43']
const PEOPLE = 12

let site: Site
let desk: Desk | undefined

beforeAll(async () => {
  site = await startSite({ lan: true })
  return site.close
})

afterEach(async () => {
  if (desk) await closeDesk(desk)
  desk = undefined
})

describe('the wall of a session', () => {
  it('opens by its link alone, speaks the language of the organisation, and follows without a hand on it', async () => {
    const room = await openRoom()
    const wall = await openWall(await room.wallLink())
    await wall.getByText(`${room.round.code.slice(0, 3)}-${room.round.code.slice(3)}`).waitFor()
    await wall.getByText('have joined').waitFor()
    expect(await wall.title()).toContain('screen')
    expect(await wall.locator('html').getAttribute('lang')).toBe('en')
    expect(await wall.evaluate(() => localStorage.getItem('mv-locale'))).toBeNull()

    await room.fill(2, () => 3)
    await wall.locator('.join-count .number', { hasText: '2' }).waitFor()
    await room.do({ do: 'door', locked: true })
    await wall.getByText('The door is closed').waitFor()
    expect(await wall.locator('.join-code').count()).toBe(0)
    await room.do({ do: 'show', scene: { kind: 'progress' } })
    await wall.getByRole('heading', { name: '0 of 2 done' }).waitFor()
    await room.do({ do: 'timer', seconds: 300 })
    await wall.getByText(/^4:5\d$|^5:00$/).waitFor()
    await room.do({ do: 'show', scene: { kind: 'question', itemId: 'i12' } })
    await wall.getByText('Question 2 of 3').waitFor()
    await room.do({ do: 'pause', on: true })
    await wall.getByText('Short break').waitFor()
    await room.do({ do: 'black', on: true })
    await wall.locator('.wall-black').waitFor()
  })

  it('says calmly that a link does not work, and works again with a new one in the same window', async () => {
    const room = await openRoom()
    const wall = await openWall(`${site.server.origin}/scherm#${'x'.repeat(43)}`, { locale: 'nl-NL' })
    await wall.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
    await wall.getByText('Maak een nieuwe in de sessie.').waitFor()
    expect(await accessibilityFaults(wall)).toEqual([])
    await wall.goto(await room.wallLink())
    await wall.getByText('have joined').waitFor()
  })

  it('shows no figure before the reveal and every one after it, with what moved people after a second vote', async () => {
    const room = await openRoom({ groups: ['staff', 'management'], horizons: ['now', 'ahead'] })
    const wall = await openWall(await room.wallLink())
    const asked: string[] = []
    wall.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await answerRound(site.server.origin, room.round, people())
    await room.do({ do: 'show', scene: { kind: 'progress' } })
    await wall.getByRole('heading', { name: `of ${PEOPLE} done` }).waitFor()
    expect(asked.filter((path) => path.endsWith('/revealed'))).toEqual([])

    await room.close()
    await room.do({ do: 'reveal' })
    await wall.locator('.wall-layer-top .picture-divided').waitFor()
    await check(wall)
    for (const scene of [
      { kind: 'item', itemId: 'i12', horizon: 'now' },
      { kind: 'radar', view: 'now-ahead' },
      { kind: 'pairs', view: 'sides-now' },
      { kind: 'groups', horizon: 'now' },
    ] as const) {
      await room.do({ do: 'show', scene })
      await wall.locator(`.wall-layer-top .picture-${scene.kind}`).waitFor()
      await check(wall)
    }
    expect(asked.filter((path) => path.endsWith('/revealed')).length).toBeLessThan(asked.length / 2)

    const [vote] = (await room.do({ do: 'vote', itemIds: ['i12'], horizons: ['now'] })).votes
    if (vote === undefined) throw new Error('there is no vote')
    await room.do({ do: 'show', scene: { kind: 'progress' } })
    await wall.getByText('Second vote · 1 question').waitFor()
    const state = WallView.parse(
      await wall.evaluate(async (path) => (await fetch(path)).json(), `/api/live/rounds/${room.round.id}/wall`),
    )
    await voteAgain(site.server.origin, room.round.id, state.vote?.code ?? '', people(1))
    await room.close(vote.id)
    await room.do({ do: 'reveal' })
    await wall.locator('.wall-layer-top .picture-shift').waitFor()
    await room.note(vote.id, 'i12', 'The insurance asks for it now')
    await wall.getByText('The insurance asks for it now').waitFor()
    await check(wall)
  })

  it('counts down while the closing can be undone, and shows the scene unchanged when it was', async () => {
    const room = await openRoom()
    const wall = await openWall(await room.wallLink())
    await room.do({ do: 'close' })
    await wall.getByText(/^Answering closes in \d+ s$/).waitFor()
    await room.do({ do: 'undo-close' })
    await wall.locator('.band').waitFor({ state: 'detached' })
    await wall.locator('.join-code').waitFor()
  })

  it('keeps its last frame without a connection, says so after a while, and catches up by itself', async () => {
    const room = await openRoom()
    const wall = await openWall(await room.wallLink())
    await wall.locator('.join-code').waitFor()
    await wall.context().setOffline(true)
    await wall.getByText('looking for a connection').waitFor()
    expect(await wall.locator('.join-code').count()).toBe(1)
    await room.do({ do: 'show', scene: { kind: 'progress' } })
    await wall.context().setOffline(false)
    await wall.getByRole('heading', { name: 'Nobody has joined yet' }).waitFor()
    await wall.getByText('looking for a connection').waitFor({ state: 'detached' })
  })

  it('opens on the address for phones too, for a projector on another device', async () => {
    const room = await openRoom()
    const { pathname, hash } = new URL(await room.wallLink())
    const wall = await openWall(`${site.server.lanOrigin}${pathname}${hash}`, { ignoreHTTPSErrors: true })
    await wall.getByText('have joined').waitFor()
  })

  it('changes its look by key, keeps that through a reload, and hides a pointer that rests', async () => {
    const room = await openRoom()
    const wall = await openWall(await room.wallLink())
    await wall.locator('.join-code').waitFor()
    const size = () =>
      wall.locator('.join-address').evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
    const usual = await size()
    for (const key of ['l', '+']) await wall.keyboard.press(key)
    await wall.reload()
    await wall.locator('.join-code').waitFor()
    expect(await wall.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await size()).toBeGreaterThan(usual)
    await wall.mouse.move(300, 300)
    expect(await wall.evaluate(() => getComputedStyle(document.body).cursor)).not.toBe('none')
    await wall.waitForFunction(() => getComputedStyle(document.body).cursor === 'none')
  })

  it('keeps the screen of the laptop on, and asks for that again when its page was out of sight', async () => {
    const room = await openRoom()
    desk = await openDesk(site.browser, { viewport: { width: 1280, height: 720 } })
    const { page: wall } = desk
    await wall.context().grantPermissions(['screen-wake-lock'])
    // A browser does not say which screens it keeps on: what it gives is remembered here.
    await wall.addInitScript(() => {
      const given: WakeLockSentinel[] = []
      Object.assign(globalThis, { given })
      const ask = navigator.wakeLock.request.bind(navigator.wakeLock)
      navigator.wakeLock.request = async (type) => {
        const lock = await ask(type)
        given.push(lock)
        return lock
      }
    })
    // Browsers keep it on over HTTPS, and at the address of the machine itself.
    await wall.goto((await room.wallLink()).replace(/^.*(?=\/scherm)/, site.server.origin))
    const isKeptOn = () =>
      wall.waitForFunction(() => Reflect.get(globalThis, 'given').some((lock: WakeLockSentinel) => !lock.released))
    await isKeptOn()
    await wall.evaluate(async () => {
      for (const lock of Reflect.get(globalThis, 'given')) await lock.release()
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await isKeptOn()
  })
})

function openRoom(changes: Parameters<typeof Room.open>[2] = {}): Promise<Room> {
  return Room.open(site.server, site.organisationId, { itemIds: ITEMS, ...changes })
}

/** Two groups, over the whole scale; `shift` gives others than without. */
function people(shift = 0) {
  return Array.from({ length: PEOPLE }, (_, person) => ({
    group: person % 2 === 0 ? 'staff' : 'management',
    answer: (itemId: string) => ({ rating: 1 + ((person * 3 + ITEMS.indexOf(itemId) + shift) % 5) }),
  }))
}

async function openWall(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  desk = await openDesk(site.browser, { viewport: { width: 1280, height: 720 }, locale: 'nl-NL', ...options })
  await desk.page.goto(address)
  return desk.page
}

/** A frame that can be read from the back of the room and has no fault. */
async function check(wall: Page): Promise<void> {
  expect(await smallestText(wall)).toBeGreaterThanOrEqual(28)
  expect(await accessibilityFaults(wall)).toEqual([])
}
