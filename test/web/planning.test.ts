import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Planning } from '../../server/contract/planning.ts'
import { Round } from '../../server/contract/rounds.ts'
import { dayIn, daysAfter } from '../../server/domain/days.ts'
import { datesOf, endOf, openingOn, PLAN_ZONE, quarterAfter, quarterOfDay } from '../../server/domain/rhythm.ts'
import { opensOf, saidOf } from '../../web/planning/opening-words.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { RHYTHM } from '../support/planning.ts'
import { answerRound } from '../support/respondents.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, signInAsAlice } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let desk: Desk
let org: string

const TODAY = dayIn(PLAN_ZONE, new Date())
/** A quarter whose round is a while ahead on any day, and how it is written. */
const AHEAD = quarterAfter(quarterOfDay(TODAY), 2)
const [YEAR = '', QUARTER = ''] = AHEAD.split('-Q')

const dutchDay = (moment: Date) =>
  new Intl.DateTimeFormat('nl-NL', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: PLAN_ZONE,
  }).format(moment)

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId: org } = site)
  return site.close
})

beforeEach(async () => {
  desk = await openDesk(browser)
  await signInAsAlice(desk.page, server.origin)
})

afterEach(async () => {
  await closeDesk(desk)
  await server.tell('DELETE', `/api/organisations/${org}/plan`, {})
})

const read = () => server.call('GET', `/api/organisations/${org}/planning`, undefined, Planning)
const roundOf = (id: string) => server.call('GET', `/api/organisations/${org}/rounds/${id}`, undefined, Round)

async function openPage(page: Page, path: string, language?: 'Nederlands' | 'English'): Promise<void> {
  await page.goto(`${server.origin}/o/${org}/${path}`)
  await speak(page, language)
}

async function speak(page: Page, language: 'Nederlands' | 'English' = 'Nederlands'): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  const button = page.getByRole('button', { name: language })
  if ((await button.count()) > 0) await button.first().click()
}

describe('when people say when a round opens', () => {
  it.each([
    [14, 'before-end', { from: 'end', days: -14 }],
    [0, 'before-end', { from: 'end', days: 0 }],
    [7, 'after-end', { from: 'end', days: 7 }],
    [0, 'after-start', { from: 'start', days: 0 }],
    [10, 'before-start', { from: 'start', days: -10 }],
  ] as const)('%i days %s is kept, and said again as it was', (days, side, kept) => {
    expect(opensOf(days, side)).toEqual(kept)
    expect(saidOf(kept)).toEqual({ days, side })
  })
})

describe('the planning', () => {
  it('gets its rhythm in a form that says what comes of it, in Dutch', async () => {
    const { page } = desk
    await openPage(page, 'planning')
    await page.getByRole('button', { name: 'Ritme kiezen' }).click()
    await page.locator('mv-plan-form :focus').waitFor()
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await page.locator('button:focus', { hasText: 'Ritme kiezen' }).click()
    await page.getByLabel('Ons team samen, op één formulier').check()
    await page.getByLabel('Eén keer per jaar alle vragen?').selectOption(QUARTER)
    await page.getByLabel('Aantal dagen').fill('veel')
    await page.getByRole('button', { name: 'Ritme bewaren' }).click()
    await page.getByRole('alert').getByText('Vul een heel getal in van 0 tot 92').waitFor()
    await page.getByLabel('Aantal dagen').fill('10')
    await page.getByLabel('Hoeveel dagen blijft een ronde open?').fill('7')
    await page.getByText(/open vanaf .* tot en met/).waitFor()
    await page.getByRole('button', { name: 'Ritme bewaren' }).click()
    await page.getByRole('status').getByText('Bewaard.').waitFor()
    await page.locator('button:focus', { hasText: 'Ritme veranderen' }).waitFor()
    const { opensAt, dueAt } = datesOf({ opens: { from: 'end', days: -10 }, openDays: 7 }, AHEAD)
    const row = page.locator('.planned > li').nth(2)
    await row.getByRole('heading', { name: `${QUARTER}e kwartaal ${YEAR}` }).waitFor()
    await row.getByText('Gepland', { exact: true }).waitFor()
    const said = await row.innerText()
    expect(said).toContain('Alle 48 vragen')
    expect(said).toContain(`Gaat open op ${dutchDay(opensAt)}. Tot en met ${dutchDay(dueAt)}`)
    expect((await read()).plan).toMatchObject({ answering: 'together', fullQuarter: Number(QUARTER), remindDays: [3] })
    expect(await page.getByText('Deze installatie verstuurt geen e-mail.').count()).toBe(1)
  })

  it('changes and stops a rhythm; who changes an old one hears that it was changed', async () => {
    const { page } = desk
    const put = (body: object) => server.tell('PUT', `/api/organisations/${org}/plan`, { ...RHYTHM, ...body })
    await put({})
    await openPage(page, 'planning')
    await page.getByRole('button', { name: 'Ritme veranderen' }).click()
    await page.getByLabel('De korte set: 24 vragen').check()
    await put({ usual: 'full', revision: 1 })
    await page.getByRole('button', { name: 'Ritme bewaren' }).click()
    await page.getByRole('alert').getByText('Iemand anders veranderde het ritme net.').waitFor()
    expect((await read()).plan?.usual).toBe('full')
    await page.getByRole('button', { name: 'Ritme bewaren' }).click()
    await page.getByRole('status').getByText('Bewaard.').waitFor()
    expect((await read()).plan?.usual).toBe('pulse')
    await page.getByRole('button', { name: 'Ritme stoppen' }).click()
    await page.getByRole('button', { name: 'Ja, stop het ritme' }).click()
    await page.getByRole('status').getByText('Het ritme is gestopt.').waitFor()
    expect((await read()).plan).toBeNull()
  })

  it('gives a round other days, opens it, puts its last day off and closes it', async () => {
    const { page } = desk
    const opens = daysAfter(TODAY, 20)
    const { id } = await server.openRound({
      draft: true,
      period: AHEAD,
      title: 'Voorjaar',
      plannedOpenAt: openingOn(opens).toISOString(),
      dueAt: endOf(daysAfter(opens, 14)).toISOString(),
    })
    await openPage(page, 'planning')
    const row = page.locator('.planned > li').filter({ hasText: 'Voorjaar' })
    await row.getByRole('button', { name: 'Andere dagen' }).click()
    await page.getByLabel('Op welke dag gaat de ronde open?').fill(daysAfter(opens, 40))
    await page.getByRole('button', { name: 'Dagen bewaren' }).click()
    await page.getByRole('link', { name: 'De laatste dag voor antwoorden ligt voor de opening.' }).waitFor()
    await page.getByLabel('Op welke dag gaat de ronde open?').fill(daysAfter(opens, 2))
    await page.getByLabel('Een dag ervoor').check()
    await page.getByRole('button', { name: 'Dagen bewaren' }).click()
    await row.getByText(`Gaat open op ${dutchDay(openingOn(daysAfter(opens, 2)))}`).waitFor()
    expect(await roundOf(id)).toMatchObject({
      plannedOpenAt: openingOn(daysAfter(opens, 2)).toISOString(),
      remindDays: [1],
    })
    await row.getByRole('button', { name: 'Nu openen' }).click()
    await row.getByText('Er doet nog niemand mee.').waitFor()
    await row.getByRole('button', { name: 'Andere dagen' }).click()
    expect(await page.getByLabel('Op welke dag gaat de ronde open?').count()).toBe(0)
    await page.getByLabel('Tot en met welke dag?').fill(daysAfter(opens, 60))
    await page.getByRole('button', { name: 'Dagen bewaren' }).click()
    await row.getByText(`Tot en met ${dutchDay(endOf(daysAfter(opens, 60)))}`).waitFor()
    await row.getByRole('button', { name: 'Sluiten' }).click()
    await page.getByRole('button', { name: 'Ja, sluit de ronde' }).click()
    await row.getByText('Sluit bijna').waitFor()
    expect((await roundOf(id)).state).toBe('closing')
    await server.moveRound(id, 'close', {})
  })
})

describe('a new round', () => {
  it('is planned for a team, without a code, groups or numbers, and says so on its page', async () => {
    const { page } = desk
    await openPage(page, 'rounds/new?later')
    await page.getByLabel('Ons team samen, op één formulier').check()
    expect(await page.getByLabel('Hoeveel mensen verwacht u?').count()).toBe(0)
    expect(await page.getByRole('group', { name: 'Welke groepen doen mee?' }).count()).toBe(0)
    await page.getByLabel('Op welke dag gaat de ronde open?').fill(daysAfter(TODAY, 5))
    await page.getByLabel('Tot en met welke dag kan men antwoorden?').fill(daysAfter(TODAY, 3))
    await page.getByRole('button', { name: 'Ronde inplannen' }).click()
    await page.getByRole('link', { name: 'De laatste dag voor antwoorden ligt voor de opening.' }).click()
    await page.getByLabel('Tot en met welke dag kan men antwoorden?').fill(daysAfter(TODAY, 12))
    await page.getByRole('button', { name: 'Ronde inplannen' }).click()
    await page.waitForURL(/\/r\/[^/]+$/)
    const round = await roundOf(new URL(page.url()).pathname.split('/').at(-1) ?? '')
    expect(round).toMatchObject({ state: 'draft', answering: 'together', mode: 'open', remindDays: [3], code: null })
    expect(round.plannedOpenAt).toBe(openingOn(daysAfter(TODAY, 5)).toISOString())
    expect(round.dueAt).toBe(endOf(daysAfter(TODAY, 12)).toISOString())
    await server.moveRound(round.id, 'open', {})
    await page.reload()
    await page.getByRole('link', { name: 'Formulier invullen' }).waitFor()
    expect(await page.getByRole('link', { name: 'Antwoordvellen op papier' }).count()).toBe(0)
  })

  it('is no second one about a period by accident: one that is ready or open is said, with the way to it', async () => {
    const { page } = desk
    const { id } = await server.openRound({
      draft: true,
      period: AHEAD,
      title: 'Al klaar',
      plannedOpenAt: openingOn(daysAfter(TODAY, 20)).toISOString(),
    })
    await openPage(page, 'rounds/new')
    await page.getByLabel('Over welke periode gaat het?').selectOption(AHEAD)
    const ready = page.getByRole('status').filter({ hasText: 'Er staat al een ronde klaar voor deze periode.' })
    expect(await ready.getByRole('link', { name: 'Die nu openen?' }).getAttribute('href')).toBe(`/o/${org}/r/${id}`)
    await server.moveRound(id, 'open', {})
    await page.reload()
    await page.getByLabel('Over welke periode gaat het?').selectOption(AHEAD)
    await page.getByText('Er is al een ronde open over deze periode.').waitFor()
    const second = await server.openRound({ period: AHEAD, title: 'Toch nog een' })
    await openPage(page, 'planning')
    const linkIn = (section: string, name: RegExp) =>
      page.locator(`section[aria-labelledby="${section}-heading"]`).getByRole('link', { name })
    await linkIn('quarters', /Toch nog een/).waitFor()
    // The quarter shows one round: another that is open stands on top.
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Nu open')
    await linkIn('open', /Al klaar/).waitFor()
    for (const round of [id, second.id]) await server.moveRound(round, 'close', {})
  })

  it('takes the newest version of a questionnaire, and an older one from behind a fold that says what changed', async () => {
    const { page } = desk
    await openPage(page, 'rounds/new')
    await page.getByText(/^U gebruikt versie 1\.1\.0/).click()
    await page.getByText(/^Sinds versie 1\.0\.0 bleven \d+ vragen gelijk/).waitFor()
    await page.getByLabel('Versie 1.0.0').check()
    await page.getByText(/^U gebruikt versie 1\.0\.0/).waitFor()
    await page.getByRole('button', { name: 'Eerst klaarzetten' }).click()
    await page.waitForURL(/\/r\/[^/]+$/)
    const { instrument } = await roundOf(new URL(page.url()).pathname.split('/').at(-1) ?? '')
    expect(instrument.version).toBe('1.0.0')
  })
})

describe('the first page', () => {
  it('says what waits: the sheet to go on with, the newest outcome in its own words, and the next round', async () => {
    const { page } = desk
    const closed = await server.openRound({ mode: 'open', title: 'Zomerronde' })
    await answerRound(server.origin, closed, [{ answer: () => ({ rating: 3 }) }])
    await server.moveRound(closed.id, 'close')
    const dueAt = endOf(daysAfter(TODAY, 9))
    await server.openRound({ mode: 'open', answering: 'together', title: 'Ons formulier', dueAt: dueAt.toISOString() })
    await page.goto(server.origin)
    await speak(page)
    const card = page.locator('.now-open').filter({ hasText: 'Ons formulier' })
    await card.getByText(`Tot en met ${dutchDay(dueAt)}`).waitFor()
    await page.getByText('Laatste uitkomst: Zomerronde').waitFor()
    await page
      .getByText(/ongeveer gelijk|sterk|hoogst/)
      .first()
      .waitFor()
    await card.getByRole('link', { name: 'Verder invullen' }).click()
    await page.waitForURL(/\/sheet$/)
  })
})

const LOOKS: readonly { name: string; options: BrowserContextOptions }[] = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${width} wide, ${colorScheme}`,
    options: { viewport: { width, height: 800 }, colorScheme },
  })),
)

describe.each(LOOKS)('$name', ({ options }) => {
  it.each(['Nederlands', 'English'] as const)(
    'has no fault against WCAG and does not scroll sideways in %s',
    async (language) => {
      const at = await openDesk(browser, options)
      await signInAsAlice(at.page, server.origin)
      await server.tell('PUT', `/api/organisations/${org}/plan`, { ...RHYTHM, fullQuarter: null })
      await server.openRound({
        draft: true,
        plannedOpenAt: openingOn(daysAfter(TODAY, 3)).toISOString(),
        title: randomUUID(),
      })
      const check = async (what: string) => {
        await at.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
        expect(await accessibilityFaults(at.page), what).toEqual([])
        expect(await overflow(at.page), what).toBeLessThanOrEqual(0)
      }
      await openPage(at.page, 'planning', language)
      await check('the planning')
      await at.page
        .getByRole('button', { name: language === 'English' ? 'Change the rhythm' : 'Ritme veranderen' })
        .click()
      await at.page.locator('mv-plan-form .actions').waitFor()
      await check('the form for a rhythm')
      await at.page.locator('mv-round-days button').first().click()
      await check('the form for other days')
      await openPage(at.page, 'rounds/new?later', language)
      await at.page.locator('details.fold > summary').first().click()
      await at.page.locator('mv-version-choice input').first().waitFor()
      await check('a new round')
      await openPage(at.page, '', language)
      await at.page.locator('.now').waitFor()
      await check('the organisation')
      await closeDesk(at)
    },
  )
})
