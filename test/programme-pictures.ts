import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import * as z from 'zod'
import { settled } from './loop-pictures.ts'

const Me = z.object({ memberships: z.array(z.object({ organisationId: z.string(), kind: z.string() })) })
const Taken = z.object({ items: z.array(z.object({ programme: z.object({ id: z.string() }) })) })

/** The regional programme of the demo: parks side by side, a company beside others, the public page. */
export async function programmePictures(context: BrowserContext, origin: string, folder: string): Promise<string[]> {
  const { programme, company } = await findProgramme(context, origin)
  const page = await context.newPage()
  const made: string[] = []
  const take = async (name: string, path: string, height: number, isThere: string) => {
    await page.setViewportSize({ width: 1280, height })
    await page.goto(origin + path)
    await page.locator(isThere).first().waitFor()
    await settled(page)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    made.push(`${name}.png`)
  }
  await take('parks', `/o/${programme}`, 1100, 'mv-programme-heatmap table')
  await take('benchmark', `/o/${company}/programmes/${programme}`, 1100, 'mv-company-benchmark table')
  await take('public-page', '/p/toekomst-op-het-terrein/en', 1000, 'table')
  await page.close()
  return made
}

/** The programme, and the company in it of which whoever looks at the demo is an owner. */
async function findProgramme(
  context: BrowserContext,
  origin: string,
): Promise<{ readonly programme: string; readonly company: string }> {
  const { memberships } = Me.parse(await (await context.request.get(`${origin}/api/me`)).json())
  const programme = memberships.find(({ kind }) => kind === 'programme')?.organisationId
  for (const { organisationId, kind } of memberships) {
    if (kind !== 'company' || programme === undefined) continue
    const read = await context.request.get(`${origin}/api/organisations/${organisationId}/participations`)
    const { items } = Taken.parse(await read.json())
    if (items.some((taken) => taken.programme.id === programme)) return { programme, company: organisationId }
  }
  throw new Error('the demo has no company in a programme')
}
