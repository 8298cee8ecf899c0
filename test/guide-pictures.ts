import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, type Browser, type Page, request } from 'playwright-core'
import type { Command, DisplayLink, Scene, Workshop, WorkshopSummary } from '../server/contract/workshops.ts'
import { addConversation } from './guide-conversation.ts'
import { type RunningDemo, startDemo } from './support/demo.ts'

const PICTURES = new URL('../data/guide/pictures/', import.meta.url).pathname
const SCREEN = { width: 1280, height: 720 }

/** The pictures of the run sheet in both languages: walls, task list and controls of the two workshops of the demo. */
export async function guidePictures(browser: Browser): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  for (const locale of ['nl', 'en'] as const) {
    const demo = await startDemo(locale)
    try {
      await picturesIn(browser, demo, locale)
    } finally {
      demo.stop()
    }
  }
}

async function picturesIn(browser: Browser, demo: RunningDemo, locale: 'nl' | 'en'): Promise<void> {
  const context = await browser.newContext({ viewport: SCREEN, locale, colorScheme: 'light' })
  const { email, password, origin } = demo
  await context.request.post(`${origin}/api/sessions`, { data: { email, password } })
  // What changes something has to say from where it comes, as a page does.
  const api = await request.newContext({
    extraHTTPHeaders: { origin },
    storageState: await context.storageState(),
  })
  const { org, held, prepared } = await workshopsOf(api, demo.origin)
  const url = (workshop: Workshop) => `${demo.origin}/api/organisations/${org}/workshops/${workshop.id}`
  const press = (workshop: Workshop, order: Command) => api.post(`${url(workshop)}/commands`, { data: order })
  const take = async (page: Page, name: string) => {
    // One scene fades into the next.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    await page.screenshot({ path: join(PICTURES, `${locale}-${name}.png`) })
    console.log(`made data/guide/pictures/${locale}-${name}.png`)
  }
  const wallOf = async (workshop: Workshop): Promise<Page> => {
    const { url: link } = (await (await api.post(`${url(workshop)}/display-links`)).json()) as DisplayLink
    const page = await context.newPage()
    await page.goto(link)
    return page
  }

  const lobby = await wallOf(prepared)
  for (const kind of ['join', 'progress'] as const) {
    await press(prepared, { do: 'show', scene: { kind } })
    await lobby.locator(`.wall-layer-top .${kind}`).waitFor()
    await take(lobby, `wall-${kind}`)
  }
  const wall = await wallOf(held)
  for (const scene of scenesOf(held)) {
    await press(held, { do: 'show', scene })
    await wall.locator(`.wall-layer-top .picture-${scene.kind}`).waitFor()
    await take(wall, `wall-${scene.kind}`)
  }
  const page = await context.newPage()
  await page.goto(`${demo.origin}/o/${org}/w/${prepared.id}`)
  await page.locator('h2').first().waitFor()
  await take(page, 'prepare')
  await press(held, { do: 'show', scene: { kind: 'radar', view: 'now-ahead' } })
  await page.goto(`${demo.origin}/o/${org}/w/${held.id}/run`)
  await page.locator('mv-wall-scene .picture-radar').waitFor()
  await take(page, 'run')

  const talk = await addConversation(api, `${demo.origin}/api/organisations/${org}`, held.round.id, locale)
  for (const scene of talk) {
    await press(held, { do: 'show', scene })
    await wall.locator(`.wall-layer-top .picture-${scene.kind}`).waitFor()
    await take(wall, `wall-${scene.kind}`)
  }
  const [cards] = talk
  if (cards) await press(held, { do: 'show', scene: cards })
  await page.reload()
  await page.locator('mv-wall-scene .picture-cards').waitFor()
  await take(page, 'run-reflection')
  await api.dispose()
  await context.close()
}

function scenesOf({ votes }: Workshop): Scene[] {
  const vote = votes[0]
  const itemId = vote?.itemIds[0] ?? ''
  return [
    { kind: 'divided', horizon: 'now' },
    { kind: 'item', itemId, horizon: 'now' },
    { kind: 'radar', view: 'now-ahead' },
    { kind: 'pairs', view: 'sides-now' },
    { kind: 'groups', horizon: 'now' },
    { kind: 'shift', voteId: vote?.id ?? '', itemId },
  ]
}

async function workshopsOf(api: APIRequestContext, origin: string) {
  const me = (await (await api.get(`${origin}/api/me`)).json()) as {
    memberships: { organisationId: string; kind: string }[]
  }
  const org = me.memberships.find(({ kind }) => kind === 'park')?.organisationId ?? ''
  const workshops = `${origin}/api/organisations/${org}/workshops`
  const { items } = (await (await api.get(workshops)).json()) as { items: WorkshopSummary[] }
  const read = async ({ id }: WorkshopSummary) => (await (await api.get(`${workshops}/${id}`)).json()) as Workshop
  const all = await Promise.all(items.map(read))
  const held = all.find(({ isRevealed }) => isRevealed)
  const prepared = all.find(({ isRevealed }) => !isRevealed)
  if (held === undefined || prepared === undefined) throw new Error('the demo has no workshops')
  return { org, held, prepared }
}
