import type { Browser, Page } from 'playwright-core'
import { EMAIL, PASSWORD, type TestServer } from '../support/server.ts'
import type { XssOutcome } from './xss.ts'
import { PayloadTexts, xssPayloads } from './xss-payloads.ts'
import { HostileProgramme } from './xss-programme-world.ts'
import { Watch, WINDOWS } from './xss-watch.ts'

/** One whose value network is a picture, and one of which it is a list. */
const SIZES = [6, 14]
/** Lines of a register: the shortest cells have room for one payload. */
const PARKS = 170

/**
 * Types the payloads into every text field of a programme, of its parks and of companies that take part, opens every
 * page about them, of staff, companies and everybody, on screen and as for paper, and looks at what stands there.
 *
 * @param most how often everything is typed again, at most; left out, until each field has had every payload, of which one
 * at least is new each time.
 */
export async function tryProgrammeXss(
  server: TestServer,
  browser: Browser,
  { payloads = xssPayloads(), most = Number.POSITIVE_INFINITY, onProgress = (_done: number) => {} } = {},
): Promise<XssOutcome> {
  const turns = Math.min(most, payloads.length)
  const texts = new PayloadTexts(payloads)
  const watch = new Watch(server.origin, payloads)
  const staff = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  const others = await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 740 } })
  await Promise.all([watch.over(staff), watch.over(others)])
  await staff.request.post(`${server.origin}/api/sessions`, { data: { email: EMAIL, password: PASSWORD } })
  const windows = await Promise.all(Array.from({ length: WINDOWS }, () => staff.newPage()))
  const [page] = windows
  if (page === undefined) throw new Error('there is no window')
  const stranger = await others.newPage()
  const lookAt = (addresses: readonly string[], programme: HostileProgramme) =>
    Promise.all([lookAtAll(watch, windows, server, addresses), lookAsStranger(watch, stranger, server, programme)])

  const programmes: HostileProgramme[] = []
  for (const size of SIZES) {
    const programme = await HostileProgramme.make(server, texts, size)
    programmes.push(programme)
    await importParks(watch, page, server, programme, Math.min(PARKS, payloads.length))
    await lookAt([...programme.pages, ...programme.namePages], programme)
    await lookAtDialogs(watch, page, server, programme)
    await lookAtPaper(watch, page, server, programme)
  }
  for (let turn = 0; texts.unfinished.length > 0 && turn < turns; turn += 1) {
    const programme = programmes[turn % programmes.length]
    if (programme === undefined) break
    await programme.retype()
    await lookAt(programme.namePages, programme)
    onProgress(turn + 1)
  }
  await staff.close()
  await others.close()
  return {
    payloads: payloads.length,
    fields: texts.fields,
    organisations: programmes.length,
    screens: watch.screens,
    successes: watch.successes,
    altered: [...watch.altered],
    shown: watch.shown,
    unseen: watch.unseen(texts),
    unfinished: texts.unfinished,
  }
}

async function lookAtAll(
  watch: Watch,
  windows: readonly Page[],
  { origin }: TestServer,
  addresses: readonly string[],
): Promise<void> {
  const waiting = [...addresses]
  await Promise.all(
    windows.map(async (window) => {
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
        await watch.look(window, origin + address, address)
    }),
  )
}

/** The public page in both languages with what can be downloaded, and a link for a company, without an account. */
async function lookAsStranger(
  watch: Watch,
  page: Page,
  { origin }: TestServer,
  programme: HostileProgramme,
): Promise<void> {
  for (const address of programme.publicPages) await watch.look(page, origin + address, address)
  const [address] = programme.publicPages
  const data = await fetch(`${origin}${address}/data.json`)
  watch.read(textsIn(await data.json()), 'data.json')
  // Another fragment alone would open nothing.
  await page.goto('about:blank')
  await watch.look(page, origin + programme.invitation, 'an invitation')
}

/** Every text in some JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Chooses a file of parks, looks at what is said of it, and brings it in. */
async function importParks(
  watch: Watch,
  page: Page,
  { origin }: TestServer,
  programme: HostileProgramme,
  lines: number,
): Promise<void> {
  const address = `/o/${programme.id}/parks`
  await watch.look(page, origin + address, address)
  await page.locator('details:has(#parks-file) > summary').click()
  await page
    .locator('#parks-file')
    .setInputFiles({ name: '<img src=x onerror=alert()>.csv', mimeType: 'text/csv', buffer: programme.parkFile(lines) })
  await page.locator('#parks-seen').waitFor()
  await watch.lookHere(page, 'what a file of parks holds')
  await page.locator('#parks-seen button.primary').click()
  await page.locator('strong.done').waitFor()
  await watch.lookHere(page, 'parks that came in')
}

/** Dialogs: the facts of a park, and a reminder for a company. */
async function lookAtDialogs(
  watch: Watch,
  page: Page,
  { origin }: TestServer,
  programme: HostileProgramme,
): Promise<void> {
  const [, participation = '', park = ''] = programme.namePages
  await watch.look(page, origin + park, park)
  await page.getByRole('button', { name: 'Change the facts' }).click()
  await page.getByRole('dialog').waitFor()
  await watch.lookHere(page, 'the facts of a park')
  await watch.look(page, origin + participation, participation)
  await page.locator('button[aria-label^="Remind"]').first().click()
  await page.getByRole('dialog').waitFor()
  await watch.lookHere(page, 'a reminder')
}

async function lookAtPaper(
  watch: Watch,
  page: Page,
  { origin }: TestServer,
  programme: HostileProgramme,
): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const address of [...programme.publicPages, ...programme.namePages])
    await watch.look(page, origin + address, `${address}, printed`)
  await page.emulateMedia({ media: 'screen' })
}
