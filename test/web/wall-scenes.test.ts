import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../server/contract/common.ts'
import type { Results } from '../../server/contract/results.ts'
import type { WallView } from '../../server/contract/workshops.ts'
import type { WallScene } from '../../web/wall/wall-scene.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { ownWallFrames } from '../support/own-frames.ts'
import { type Site, startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'
import { look, smallestText } from '../support/wall.ts'
import { later, revealedView, type WallFrame, wallFrames, wallView } from '../support/wall-frames.ts'

const LEAST = 28
const allFrames = (locale: Locale) => [...wallFrames(locale), ...ownWallFrames(locale)]
const SCREEN = { width: 1280, height: 720 }

let site: Site
let desk: Desk | undefined

beforeAll(async () => {
  site = await startSite()
  return site.close
})

afterEach(async () => {
  if (desk) await closeDesk(desk)
  desk = undefined
})

describe.each(LOCALES)('every scene of the wall in %s', (locale) => {
  it('has no text below 28 pixels, no scrollbar, nothing cut off, and no fault for axe', async () => {
    const page = await openWall()
    for (const frame of allFrames(locale)) {
      await show(page, frame)
      const seen = await look(page)
      if (frame.name !== 'black') expect(await smallestText(page), frame.name).toBeGreaterThanOrEqual(LEAST)
      expect([frame.name, seen.outside]).toEqual([frame.name, []])
      expect([frame.name, seen.hasScrollbar, seen.isFitted]).toEqual([frame.name, false, false])
      expect([frame.name, await accessibilityFaults(page)]).toEqual([frame.name, []])
    }
  })

  it('says everything in its own language, whatever the device speaks, and shows no id in place of a text', async () => {
    const page = await openWall({ locale: locale === 'nl' ? 'en-GB' : 'nl-NL' })
    for (const frame of allFrames(locale)) {
      await show(page, frame)
      const text = await page.locator('mv-wall-scene').innerText()
      expect([frame.name, /\b(wall|results|lines)-[a-z]/.exec(text)]).toEqual([frame.name, null])
      expect(await page.locator('mv-wall-scene').getAttribute('lang')).toBe(locale)
    }
  })

  it('is named by its sentence, and says its numbers in a table too', async () => {
    const page = await openWall()
    for (const frame of allFrames(locale).filter(({ revealed }) => revealed !== undefined)) {
      await show(page, frame)
      const headline = await page.locator('h1').innerText()
      expect(headline.length).toBeGreaterThan(5)
      for (const drawing of await page.locator('.picture-body [role="img"]').all()) {
        expect(await drawing.getAttribute('aria-label')).toMatch(/\d|niet|no|geen/)
        const table = await drawing.getAttribute('aria-describedby')
        if (table !== null) expect(await page.locator(`table#${table} tbody tr`).count()).toBeGreaterThan(0)
      }
    }
  })
})

describe('the radar of the wall', () => {
  it('draws missing, hidden, 0 and 100 in four different ways, and breaks the line where a value is missing', async () => {
    const page = await openWall()
    await show(page, { name: 'radar', wall: radarView(), revealed: { ...revealedView('full'), results: fourWays() } })
    const marks = await page.locator('.wall-radar').evaluate((drawing) => {
      const middle = { x: 398, y: 300 }
      const places = [...drawing.querySelectorAll('.mark-first')].flatMap((mark) => {
        const [x, y] = [Number(mark.getAttribute('x')), Number(mark.getAttribute('y'))]
        // Marks beside a name stand outside the grid.
        const away = Math.round(Math.hypot(x - middle.x, y - middle.y))
        return away <= 228 ? [away] : []
      })
      const absent = [...drawing.querySelectorAll('.mark-absent')].map((mark) => mark.querySelector('path') !== null)
      const moves = drawing.querySelector('.radar-polygon')?.getAttribute('d')?.split('M').length ?? 0
      return { places, absent, sides: moves - 1, text: drawing.textContent?.replace(/\s+/g, ' ') }
    })
    expect(marks.places).toEqual([0, 228, 114, 114])
    expect(marks.absent.sort()).toEqual([false, true])
    expect(marks.sides).toBe(3)
    expect(marks.text).toContain('geen score')
    expect(marks.text).toContain('niet getoond')
    expect(await page.locator('.radar-polygon').evaluate((path) => getComputedStyle(path).fill)).toBe('none')
  })
})

describe('the wall', () => {
  it('keeps every fixed part in its place when counts, timer and pause change', async () => {
    const page = await openWall()
    const scene = { kind: 'question', itemId: 'i07' } as const
    const timer = { endsAt: later(272), seconds: 480 }
    const places = async (view: WallView) => {
      await show(page, { name: 'question', wall: view })
      return page.evaluate(() =>
        ['h1', '.asked-anchors', '.foot'].map((part) => document.querySelector(part)?.getBoundingClientRect().toJSON()),
      )
    }
    const before = await places(wallView(scene, 'nl'))
    expect(
      await places(wallView(scene, 'nl', { counts: { joined: 60, finished: 9, expected: 61 } }, { timer })),
    ).toEqual(before)
    expect(await places(wallView(scene, 'nl', {}, { isPaused: true }))).toEqual(before)
  })

  it('is black and nothing else when it is black, in a rehearsal too', async () => {
    const page = await openWall()
    await show(page, {
      name: 'black',
      wall: wallView({ kind: 'join' }, 'nl', { isRehearsal: true }, { isBlack: true }),
    })
    const colours = await page.evaluate(async () => {
      const covering = document.elementFromPoint(640, 360)
      return [getComputedStyle(covering ?? document.body).backgroundColor, covering?.getBoundingClientRect().width]
    })
    expect(colours).toEqual(['rgb(0, 0, 0)', SCREEN.width])
    expect(await page.locator('.wall-rehearsal').count()).toBe(0)
  })

  it('fades from scene to scene within 200 ms, and not at all for who asked for less motion', async () => {
    const [join, progress] = [wallView({ kind: 'join' }, 'nl'), wallView({ kind: 'progress' }, 'nl')]
    const durations = async (reducedMotion: 'reduce' | 'no-preference') => {
      const page = await openWall({ reducedMotion })
      await show(page, { name: 'join', wall: join })
      const running = await page.evaluate(async (next) => {
        const scene = document.querySelector<WallScene>('mv-wall-scene')
        if (scene === null) return undefined
        scene.wall = next
        await scene.updateComplete
        return {
          layers: scene.querySelectorAll('.wall-layer').length,
          durations: document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration)),
        }
      }, progress)
      await page.waitForFunction(() => document.querySelectorAll('.wall-layer').length === 1)
      await page.context().close()
      desk = undefined
      return running
    }
    const moving = await durations('no-preference')
    expect(moving?.layers).toBe(2)
    expect(Math.max(...(moving?.durations ?? []))).toBeLessThanOrEqual(200)
    expect(await durations('reduce')).toEqual({ layers: 1, durations: [] })
  })

  it('counts the closing down second by second by the clock of the server', async () => {
    const page = await openWall()
    const { round, ...rest } = wallView({ kind: 'progress' }, 'nl')
    const wall: WallView = { ...rest, round: { ...round, state: 'closing', closesAt: later(3) } }
    await show(page, { name: 'closing', wall })
    await page.getByText('Invullen sluit over 3 s').waitFor()
    await page.getByText('Invullen sluit over 1 s').waitFor()
    await page.getByText('Invullen sluit nu').waitFor()
  })

  it('fits texts of any length without cutting them, and the usual ones as they are', async () => {
    const page = await openWall()
    const view = wallView({ kind: 'question', itemId: 'i07' }, 'nl')
    const texts = view.question?.texts.nl
    if (view.question === null || texts === undefined) throw new Error('no question')
    const long = {
      ...texts,
      question: texts.question.repeat(4),
      anchors: { '1': texts.question.repeat(4), '5': texts.question.repeat(3) },
    }
    await show(page, { name: 'long', wall: { ...view, question: { ...view.question, texts: { nl: long, en: long } } } })
    const seen = await look(page)
    expect(seen.isFitted).toBe(true)
    expect(seen.outside).toEqual([])
    expect(
      await page.locator('.scene').evaluate((scene) => scene.scrollHeight - scene.clientHeight),
    ).toBeLessThanOrEqual(1)
  })

  it('is whole at other sizes of screen, in the dark, in high contrast and with larger text', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [1024, 768],
    ] as const) {
      const page = await openWall({ viewport: { width, height } })
      await page.keyboard.press('l')
      await page.keyboard.press('h')
      await page.keyboard.press('+')
      for (const frame of wallFrames('nl')) {
        await show(page, frame)
        const seen = await look(page)
        expect([frame.name, seen.outside, seen.hasScrollbar]).toEqual([frame.name, [], false])
      }
      await page.context().close()
      desk = undefined
    }
  })
})

describe('an instrument without scores', () => {
  it('is never drawn in the radar, also where a wall is told to show one', async () => {
    const page = await openWall()
    for (const { name, wall, revealed } of ownWallFrames('en')) {
      const { room } = wall
      if (revealed === undefined || room === null) continue
      for (const scene of [{ kind: 'radar', view: 'now' } as const, { kind: 'pairs', view: 'now' } as const]) {
        await show(page, { name, wall: { ...wall, room: { ...room, scene } }, revealed })
        expect(await page.locator('.wall-radar, mv-radar, .radar-labels').count(), name).toBe(0)
        expect(await page.locator('.pole-rows, .span-rows').count(), name).toBe(1)
      }
    }
  })
})

describe('the drawing code of a phone', () => {
  it('brings neither zod nor Chart.js along', () => {
    const root = new URL('../..', import.meta.url).pathname
    const seen = new Set<string>()
    const visit = (path: string) => {
      if (seen.has(path) || !path.endsWith('.ts')) return
      seen.add(path)
      const text = readFileSync(join(root, path), 'utf8').replace(/^import type .*$/gm, '')
      for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
        expect(from).not.toMatch(/^(zod|chart\.js)/)
        if (from.startsWith('.')) visit(join(path, '..', from))
      }
    }
    visit('web/wall/phone-scene.ts')
    expect(seen.size).toBeGreaterThan(readdirSync(join(root, 'web/wall/scenes')).length)
  })
})

async function openWall(options: BrowserContextOptions = {}): Promise<Page> {
  desk = await openDesk(site.browser, { viewport: SCREEN, locale: 'nl-NL', ...options })
  await desk.page.goto(`${site.server.origin}/scherm`)
  await desk.page.getByRole('heading', { level: 1 }).waitFor()
  return desk.page
}

/** Puts a frame on the wall in place of what its page shows, which has no room to look into here. */
async function show(page: Page, { wall, revealed, reflection }: WallFrame): Promise<void> {
  await page.evaluate(
    async ({ wall, revealed, reflection }) => {
      document.querySelector('main')?.remove()
      document.querySelector('mv-wall')?.remove()
      const main = document.createElement('main')
      main.className = 'wall'
      const scene: WallScene = document.createElement('mv-wall-scene')
      Object.assign(scene, { wall, revealed, reflection })
      main.append(scene)
      document.body.append(main)
      await scene.updateComplete
      await Promise.all(document.getAnimations().map((animation) => animation.finished))
    },
    { wall, revealed, reflection },
  )
}

function radarView(locale: Locale = 'nl'): WallView {
  return wallView({ kind: 'radar', view: 'now' }, locale, { isRevealed: true })
}

/** Capitals with 0, 100, 50 and 50, one that is hidden and one that has no score. */
function fourWays(): Results {
  const { results } = revealedView('full')
  const now = results.horizons['now']
  if (now === undefined) throw new Error('the document has no now')
  const scores: Record<string, number | null> = {
    human: 0,
    social: 100,
    intellectual: 50,
    manufactured: 50,
    natural: null,
    financial: null,
  }
  const dimensions = Object.fromEntries(
    Object.entries(now.dimensions).map(([code, result]) => [code, { ...result, score: scores[code] ?? null }]),
  )
  return {
    ...results,
    horizons: { now: { ...now, dimensions } },
    suppressed: [
      { what: 'now/natural', reason: 'nothing-answered' },
      { what: 'now/financial', reason: 'too-few' },
    ],
  }
}
