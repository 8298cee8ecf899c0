import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import * as z from 'zod'

const Me = z.object({ memberships: z.array(z.object({ organisationId: z.string() })) })
const Talks = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) })

/** The road from a picture to an agreement and back, of the demo: a question, the projected balance, the board, the ledger. */
export async function loopPictures(context: BrowserContext, origin: string, folder: string): Promise<string[]> {
  const { organisationId, reflectionId } = await openTalk(context, origin)
  const home = `${origin}/o/${organisationId}`
  const page = await context.newPage()
  const made: string[] = []
  const take = async (name: string, path: string, height: number, isThere: string) => {
    await page.setViewportSize({ width: 1280, height })
    await page.goto(home + path)
    await page.locator(isThere).first().waitFor()
    await settled(page)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    made.push(`${name}.png`)
  }
  await take('journey', `/reflections/${reflectionId}/q/2`, 1100, '.talk-cards .talk-card')
  await take('projection', `/reflections/${reflectionId}/q/7`, 1480, 'mv-projection-radar .projection-line')
  await take('board', '/interventions', 900, 'mv-interventions-page .card')
  await take('ledger', '/ledger', 1100, 'table')
  await page.close()
  return made
}

async function openTalk(
  context: BrowserContext,
  origin: string,
): Promise<{ organisationId: string; reflectionId: string }> {
  const { memberships } = Me.parse(await (await context.request.get(`${origin}/api/me`)).json())
  for (const { organisationId } of memberships) {
    const read = await context.request.get(`${origin}/api/organisations/${organisationId}/reflections`)
    const open = Talks.parse(await read.json()).items.find(({ state }) => state === 'open')
    if (open !== undefined) return { organisationId, reflectionId: open.id }
  }
  throw new Error('the demo has no open reflection')
}

/** Nothing is on its way any more, and everything was drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
