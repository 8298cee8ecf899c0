import type { Browser, Page } from 'playwright-core'
import type { TestServer } from '../support/server.ts'
import { EMAIL, PASSWORD } from '../support/server.ts'
import { PayloadTexts, xssPayloads } from './xss-payloads.ts'
import { Watch, WINDOWS } from './xss-watch.ts'
import { type HostileOrganisation, makeHostile } from './xss-world.ts'

/** What came of it. */
export interface XssOutcome {
  readonly payloads: number
  readonly fields: number
  readonly organisations: number
  readonly screens: number
  /** Dialogs, requests to other hosts, violations of the policy, markup from a text. */
  readonly successes: readonly string[]
  /** Texts that a screen shows otherwise than they were typed. */
  readonly altered: readonly string[]
  /** How often a payload was seen on a screen, letter for letter. */
  readonly shown: number
  /** Fields whose payloads were on no screen, which other people may yet see. */
  readonly unseen: readonly string[]
  /** Fields that did not get the whole corpus. */
  readonly unfinished: readonly string[]
}

/**
 * Types the payloads into every text field that the writing routes have, opens every page, the phone and the wall, on
 * screen and as for paper, and looks at what happens and at what stands there.
 *
 * @param organisations as many as it takes for the shortest field to have had every payload.
 */
export async function tryXss(
  server: TestServer,
  browser: Browser,
  { payloads = xssPayloads(), most = Number.POSITIVE_INFINITY, onProgress = (_done: number) => {} } = {},
): Promise<XssOutcome> {
  const texts = new PayloadTexts(payloads)
  const watch = new Watch(server.origin, payloads)
  const staff = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  const others = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 740 } })
  await Promise.all([watch.over(staff), watch.over(others)])
  await staff.request.post(`${server.origin}/api/sessions`, { data: { email: EMAIL, password: PASSWORD } })
  const pages = await Promise.all(Array.from({ length: WINDOWS }, () => staff.newPage()))
  const [page] = pages
  if (page === undefined) throw new Error('there is no window')
  const other = await others.newPage()
  let organisations = 0
  do {
    const hostile = await makeHostile(server, texts)
    organisations += 1
    const waiting = [...hostile.pages]
    const lookAtSome = async (window: Page) => {
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
        await watch.look(window, server.origin + address, address)
    }
    await Promise.all([...pages.map(lookAtSome), lookInRoom(watch, other, server, hostile)])
    await lookAtPaper(watch, page, server, hostile)
    onProgress(organisations)
  } while (texts.unfinished.length > 0 && organisations < most)
  await staff.close()
  await others.close()
  return {
    payloads: payloads.length,
    fields: texts.fields,
    organisations,
    screens: watch.screens,
    successes: watch.successes,
    altered: [...watch.altered],
    shown: watch.shown,
    unseen: watch.unseen(texts),
    unfinished: texts.unfinished,
  }
}

async function lookAtPaper(watch: Watch, page: Page, server: TestServer, hostile: HostileOrganisation): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  const home = `/o/${hostile.id}`
  for (const address of [`${home}/r/${hostile.roundId}/results`, `${home}/interventions/${hostile.interventionId}`])
    await watch.look(page, server.origin + address, `${address}, printed`)
  await page.emulateMedia({ media: 'screen' })
}

/** The phone of somebody new, and the wall in each of its scenes. */
async function lookInRoom(watch: Watch, page: Page, server: TestServer, hostile: HostileOrganisation): Promise<void> {
  await page.goto('about:blank')
  await watch.look(page, `${server.origin}/d#${hostile.openCode}`, 'the phone')
  await page.goto('about:blank')
  await watch.look(page, hostile.wallUrl, 'the wall')
  const { interventionId, reflectionId, workshopUrl } = hostile
  const scenes = [
    { kind: 'join' },
    { kind: 'progress' },
    { kind: 'radar', view: 'now' },
    ...[1, 2, 3].map((question) => ({ kind: 'cards', reflectionId, question })),
    { kind: 'consent', interventionId },
    { kind: 'projection', reflectionId },
  ]
  for (const scene of scenes) {
    const isShown = await server.tell('POST', `${workshopUrl}/commands`, { do: 'show', scene }).then(
      () => true,
      () => false,
    )
    // Some scenes are not to be had in this state; the others are.
    if (isShown) await watch.look(page, hostile.wallUrl, `the wall: ${scene.kind}`)
  }
}
