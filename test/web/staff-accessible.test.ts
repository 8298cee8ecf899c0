import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { InvitationMade } from '../../server/contract/accounts.ts'
import { ParkMade } from '../../server/contract/parks.ts'
import { ProgrammeInvitationMade } from '../../server/contract/programme-invitations.ts'
import { WallView, Workshop } from '../../server/contract/workshops.ts'
import { accessibilityFaults, launchBrowser, overflow } from '../support/browser.ts'
import { answerRound, voteAgain } from '../support/respondents.ts'
import { TestServer } from '../support/server.ts'
import { openDesk, signInAsAlice } from '../support/staff.ts'
import { Team, type TeamSheet } from '../support/team.ts'

let browser: Browser
let fresh: TestServer
let server: TestServer
let organisation: string
let round: string
let closedRound: string
let workshop: string
let runningWorkshop: string
let invitation: string
let programme: string
let parkPage: string
let companyLink: string
let sheet: TeamSheet

beforeAll(async () => {
  browser = await launchBrowser()
  fresh = await TestServer.start()
  server = await TestServer.start()
  const { organisationId } = await server.setUp()
  organisation = `/o/${organisationId}`
  round = `${organisation}/r/${(await server.openRound({ groups: ['staff', 'management'], expected: 20 })).id}`
  const closed = await server.openRound()
  await server.moveRound(closed.id, 'close')
  closedRound = `${organisation}/r/${closed.id}`
  sheet = await makeTeamSheet(organisationId)
  workshop = await makeWorkshop(organisationId, (await server.openRound({ expected: 7 })).id)
  runningWorkshop = await makeRunningWorkshop(organisationId)
  const path = `/api/organisations/${organisationId}/invitations`
  const kind = { name: 'The valley', kind: 'programme' }
  const made = (await server.call('POST', '/api/organisations', kind, z.object({ id: z.string() }))).id
  const park = await server.call('POST', `/api/organisations/${made}/programme/parks`, { name: 'North' }, ParkMade)
  programme = `/o/${made}`
  parkPage = `${programme}/parks/${park.id}`
  const links = `/api/organisations/${made}/programme/invitations`
  companyLink = (await server.call('POST', links, { note: 'The butcher' }, ProgrammeInvitationMade)).url
  invitation = (await server.call('POST', path, { role: 'viewer', note: 'Carol' }, InvitationMade)).url
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await fresh.close()
})

/** Opens what hides: a dialog, a menu, a fold, or the faults of a form. */
const OPENED: readonly { what: string; path: () => string; open: (page: Page) => Promise<void> }[] = [
  { what: 'the menu', path: () => '/', open: (page) => page.locator('[popovertarget]').click() },
  { what: 'the form for an organisation', path: () => '/', open: (page) => page.locator('.fold > summary').click() },
  { what: 'inviting', path: () => organisation, open: (page) => page.locator('.section-head > button').click() },
  {
    what: 'a member',
    path: () => organisation,
    open: (page) => page.locator('mv-people .row-side .quiet').first().click(),
  },
  { what: 'the poster', path: () => round, open: (page) => page.locator('.share .actions > button').first().click() },
  {
    what: 'the sheet on the wall',
    path: () => `${round}/room-sheet`,
    open: (page) => page.locator('.room-sheet-page > .actions > button').last().click(),
  },
  { what: 'closing', path: () => round, open: (page) => page.locator('mv-round-steps button.primary').first().click() },
  {
    what: 'what a question of a team folds away',
    path: () => `${new URL(sheet.address).pathname}/i01`,
    open: async (page) => {
      await page.locator('mv-answer-field').first().waitFor()
      for (const summary of await page.locator('.sheet-item summary').all()) await summary.click()
    },
  },
  {
    what: 'every task of a session',
    path: () => workshop,
    open: async (page) => {
      for (const summary of await page.locator('.task > summary').all()) await summary.click()
      await page.locator('mv-display-link button').first().click()
      await page.locator('mv-display-link mv-copy-field').waitFor()
    },
  },
  {
    what: 'an open round instead',
    path: () => workshop,
    open: (page) => page.locator('mv-room-size button').first().click(),
  },
  {
    what: 'the shortcuts',
    path: () => `${runningWorkshop}/run`,
    open: (page) => page.locator('.run-keys > button').click(),
  },
  {
    what: 'a second vote',
    path: () => `${runningWorkshop}/run`,
    open: async (page) => {
      await page.locator('.explore-pick > input').first().check()
      await page.locator('.vote-start > button').click()
    },
  },
  {
    what: 'releasing',
    path: () => `${runningWorkshop}/hand-over`,
    open: (page) => page.locator('.hand-over .primary').first().click(),
  },
  {
    what: 'a form with faults',
    path: () => `${organisation}/rounds/new`,
    open: async (page) => {
      await page.locator('#round-expected').fill('none')
      await page.locator('button.primary').click()
      await page.locator('.faults').waitFor()
    },
  },
]

const LOOKS = ['en', 'nl'].flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ language, theme, width }))),
)

describe.each(LOOKS)('in $language, $theme, $width wide', ({ language, theme, width }) => {
  const options = { locale: language, colorScheme: theme, viewport: { width, height: 800 } }

  it('no page for who is not signed in has a fault', async () => {
    const { page, context, refusedByPolicy } = await openDesk(browser, options)
    const { origin } = server
    await check(page, [
      fresh.origin,
      `${fresh.origin}/set-up`,
      origin,
      `${origin}/sign-in`,
      `${origin}/forgot`,
      `${origin}/reset`,
      `${origin}/reset#t=none`,
      `${origin}/reminders#t=none`,
      invitation,
      `${origin}/invitation`,
      companyLink,
      `${origin}/programme-invitation`,
    ])
    await check(page, [`${origin}/method`, `${origin}/problems/wrong-code`, `${origin}/no-such-page`])
    expect(refusedByPolicy).toEqual([])
    await context.close()
  })

  it('no page for who is signed in has a fault', async () => {
    const { page, context, refusedByPolicy } = await openDesk(browser, { ...options, locale: 'en' })
    await signInAsAlice(page, server.origin)
    const isThere = await page.evaluate((wanted) => document.documentElement.lang === wanted, language)
    if (!isThere) await page.getByRole('button', { name: language === 'nl' ? 'Nederlands' : 'English' }).click()
    const paths = [
      '/',
      organisation,
      `${organisation}/access`,
      `${organisation}/audit`,
      `${organisation}/network`,
      `${organisation}/trend`,
      `${organisation}/import`,
      `${organisation}/import/form`,
      `${organisation}/import/answers`,
      `${organisation}/w/new`,
      workshop,
      `${workshop}/run`,
      `${runningWorkshop}/run`,
      `${runningWorkshop}/hand-over`,
      `${organisation}/rounds/new`,
      `${organisation}/planning`,
      round,
      `${round}/room-sheet`,
      `${round}/paper`,
      closedRound,
      `${closedRound}/room-sheet`,
      `${closedRound}/report`,
      ...teamPages(),
      programme,
      `${programme}/parks`,
      parkPage,
      `${programme}/participation`,
      companyLink,
      '/venue',
      '/operator',
      '/account',
      '/o/none',
      invitation,
    ]
    await check(
      page,
      paths.map((path) => new URL(path, server.origin).href),
    )
    for (const { what, path, open } of OPENED) {
      await page.goto(server.origin + path())
      await settled(page)
      await open(page)
      expect(await accessibilityFaults(page), what).toEqual([])
      expect(await overflow(page), `${what} is wider than the screen`).toBeLessThanOrEqual(0)
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    expect(refusedByPolicy).toEqual([])
    await context.close()
  })
})

/** The second sheet of a team, in which one answer is given. */
async function makeTeamSheet(organisationId: string): Promise<TeamSheet> {
  const team = new Team(browser, server, organisationId)
  const horizons = ['now', 'ahead']
  await (await team.open({ period: '2026-Q3', horizons })).fillInAndHandIn()
  const made = await team.open({ horizons, dueAt: '2027-01-15T12:00:00.000Z' })
  await made.answer('i01', { rating: 4 })
  return made
}

function teamPages(): string[] {
  const { roundAddress, address } = sheet
  return [roundAddress, address, `${address}/i01`, `${address}/i02`, `${address}/check`, `${address}/sign-off`]
}

/** A session; the path of its page. */
async function makeWorkshop(organisationId: string, roundId: string): Promise<string> {
  const plan = [
    { title: 'Hello', minutes: 5, scene: 'join' },
    { title: 'Talking', minutes: 20, scene: 'divided' },
  ]
  const path = `/api/organisations/${organisationId}/workshops`
  const { id } = await server.call('POST', path, { roundId, plan }, z.object({ id: z.string() }))
  return `${organisation}/w/${id}`
}

/** A session whose outcome has been shown, with a second vote that has been shown too. */
async function makeRunningWorkshop(organisationId: string): Promise<string> {
  const people = Array.from({ length: 12 }, (_, at) => ({ answer: () => ({ rating: at % 2 === 0 ? 1 : 5 }) }))
  const round = await server.openRound({ itemIds: ['i01', 'i02', 'i03'], horizons: ['now', 'ahead'] })
  await answerRound(server.origin, round, people)
  const path = await makeWorkshop(organisationId, round.id)
  await server.moveRound(round.id, 'close')
  const calls = `/api/organisations/${organisationId}/workshops/${path.split('/').at(-1)}/commands`
  await server.call('POST', calls, { do: 'reveal' }, Workshop)
  const { votes } = await server.call('POST', calls, { do: 'vote', itemIds: ['i01'] }, Workshop)
  const { vote } = await server.call('GET', `/api/live/rounds/${round.id}/wall`, undefined, WallView)
  await voteAgain(server.origin, round.id, vote?.code ?? '', people)
  await server.moveRound(votes[0]?.id ?? '', 'close')
  await server.call('POST', calls, { do: 'reveal' }, Workshop)
  return path
}

async function check(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto('about:blank')
    await page.goto(address)
    await settled(page)
    expect(await accessibilityFaults(page), address).toEqual([])
    expect(await overflow(page), `${address} is wider than the screen`).toBeLessThanOrEqual(0)
  }
}

/** The page has its heading and waits for nothing. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
}
