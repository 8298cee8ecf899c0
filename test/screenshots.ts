import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { guidePictures } from './guide-pictures.ts'
import { loopPictures } from './loop-pictures.ts'
import { programmePictures } from './programme-pictures.ts'
import { launchBrowser } from './support/browser.ts'
import { startDemo } from './support/demo.ts'

/*
 * `npm run screenshots`: the pictures of the README and of the run sheet, from the demo as anybody can start it.
 */
const PICTURES = new URL('../data/readme/', import.meta.url).pathname

const demo = await startDemo('en')
const browser = await launchBrowser()
try {
  mkdirSync(PICTURES, { recursive: true })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 2180 },
    locale: 'en-GB',
    colorScheme: 'light',
  })
  const signedIn = await context.request.post(`${demo.origin}/api/sessions`, {
    data: { email: demo.email, password: demo.password },
  })
  if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}`)
  const page = await context.newPage()
  await page.goto(demo.origin + (await richestResult()))
  await page.waitForSelector('canvas')
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'result-page.png') })
  console.log(`made ${join('data/readme', 'result-page.png')}`)
  for (const name of await loopPictures(context, demo.origin, PICTURES))
    console.log(`made ${join('data/readme', name)}`)
  for (const name of await programmePictures(context, demo.origin, PICTURES))
    console.log(`made ${join('data/readme', name)}`)
  await guidePictures(browser)

  /** Address of the result page of the company round with the most respondents that asked about now and ahead. */
  async function richestResult(): Promise<string> {
    const me = (await (await context.request.get(`${demo.origin}/api/me`)).json()) as {
      memberships: { organisationId: string; kind: string }[]
    }
    const found: { address: string; people: number }[] = []
    for (const { organisationId, kind } of me.memberships) {
      if (kind !== 'company') continue
      const list = await context.request.get(`${demo.origin}/api/organisations/${organisationId}/rounds`)
      const { items } = (await list.json()) as {
        items: { id: string; horizons: string[]; releases: number; counts: { started: number } }[]
      }
      for (const round of items) {
        if (round.releases === 0 || round.horizons.length < 2) continue
        found.push({ address: `/o/${organisationId}/r/${round.id}/results`, people: round.counts.started })
      }
    }
    const [most] = found.toSorted((a, b) => b.people - a.people)
    if (most === undefined) throw new Error('the demo has no released round about two horizons')
    return most.address
  }
} finally {
  await browser.close()
  demo.stop()
}
