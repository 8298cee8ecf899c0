import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../server/contract/common.ts'
import type { Db } from '../../server/db/open.ts'
import { expectSound } from '../support/good-page.ts'
import { addCompanies, addParks, contribute, scoresOfNow } from '../support/programme-data.ts'
import { ProgrammeDesk } from '../support/programme-desk.ts'
import type { TestServer } from '../support/server.ts'
import { closeDesk } from '../support/staff.ts'

const PERIOD = '2026-Q4'
let desks: ProgrammeDesk
let server: TestServer

beforeAll(async () => {
  desks = await ProgrammeDesk.start()
  server = desks.server
  return desks.close
})

/** A programme in which Alice has this role, with so many companies on each of its parks that contributed. */
async function makeProgramme(role: Role, sizes: readonly number[], periods = [PERIOD]): Promise<string> {
  const { id } = await desks.makeProgramme(role, (db, programme) => fillParks(db, programme, sizes, periods))
  return `${server.origin}/o/${id}/publish`
}

async function fillParks(db: Db, programmeId: string, sizes: readonly number[], periods = [PERIOD]): Promise<void> {
  const parks = await addParks(db, programmeId, sizes.length)
  for (const [index, size] of sizes.entries()) {
    const companies = await addCompanies(db, programmeId, parks.slice(index, index + 1), size + 1, 0)
    for (const period of periods)
      await contribute(db, programmeId, companies.slice(0, size), {
        period,
        scoresOf: (_, at) => scoresOfNow(30 + 7 * at),
      })
  }
}

const LOOKS = [
  {
    language: 'en',
    width: 320,
    title: 'Publish',
    coverage: '13 of the 17 companies that take part gave figures about the fourth quarter of 2026.',
    tooFew: 'Park 003: 2 of 5',
    complement: 'Park 002',
    silent: 'Park 004',
    betray: 'Would give away what another company scored',
    tick: 'I know that this cannot be undone.',
    submit: 'Publish the fourth quarter of 2026',
    fault: 'Tick the box first: publishing cannot be undone.',
    done: 'Published: Fourth quarter of 2026',
    overview: 'To the overview',
    again: 'Fourth quarter of 2026: 13 companies, published',
    unchanged: 'Nothing has changed since this quarter was last published.',
  },
  {
    language: 'nl',
    width: 1280,
    title: 'Publiceren',
    coverage: '13 van de 17 bedrijven die meedoen, gaven cijfers over het 4e kwartaal van 2026.',
    tooFew: 'Park 003: 2 van 5',
    complement: 'Park 002',
    silent: 'Park 004',
    betray: 'Zou verraden wat een ander bedrijf scoorde',
    tick: 'Ik weet dat dit niet ongedaan gemaakt kan worden.',
    submit: 'Publiceer het 4e kwartaal van 2026',
    fault: 'Zet eerst een vinkje: publiceren kan niet ongedaan gemaakt worden.',
    done: 'Gepubliceerd: 4e kwartaal 2026',
    overview: 'Naar het overzicht',
    again: '4e kwartaal 2026: 13 bedrijven, al gepubliceerd',
    unchanged: 'Sinds de vorige publicatie van dit kwartaal is er niets veranderd.',
  },
] as const

async function openPage({ language, width, title }: (typeof LOOKS)[number], address: string) {
  const desk = await desks.open(language, width)
  await desk.page.goto(address)
  await desk.page.getByRole('heading', { level: 1, name: title }).waitFor()
  return desk
}

describe('publishing a quarter of a programme', () => {
  it.each(LOOKS)(
    'says what goes in, why other figures do not, and publishes for good, in $language at $width',
    async (look) => {
      const desk = await openPage(look, await makeProgramme('owner', [6, 5, 2, 0]))
      const { page } = desk
      await page.getByText(look.coverage).waitFor()
      await page.getByRole('listitem').filter({ hasText: look.tooFew }).waitFor()
      const reason = page.locator('.publish-reason').filter({ hasText: look.betray })
      await reason.getByText(look.complement, { exact: true }).waitFor()
      await page.locator('.publish-reason').last().getByText(look.silent, { exact: true }).waitFor()
      const rows = page.locator('.publish-table tbody tr:has(td)')
      expect(await rows.count()).toBe(5)
      expect(await page.locator('.publish-page').innerText()).not.toMatch(/\b(4[0-9]|5[0-9])\b/)
      // As everybody reads it: of a small park not how many there are.
      expect(await page.locator('.publish-table').innerText()).not.toMatch(/\b[0-4] (compan|bedrij)/)
      expect(await page.locator('.publish-table').innerText()).toMatch(/(fewer than|minder dan) 5/)
      await expectSound(page)
      await page.getByRole('button', { name: look.submit }).click()
      await page.getByRole('link', { name: look.fault }).waitFor()
      await expectSound(page)
      await page.getByLabel(look.tick).check()
      await page.getByRole('button', { name: look.submit }).click()
      await page.getByRole('heading', { level: 1, name: look.done }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
      await expectSound(page)
      expect(await page.getByRole('link', { name: look.overview }).getAttribute('href')).toMatch(/^\/o\/[\w-]+$/)
      await page.reload()
      await page.locator('option', { hasText: look.again }).waitFor({ state: 'attached' })
      await page.getByText(look.unchanged).waitFor()
      expect(await page.getByRole('button', { name: look.submit }).count()).toBe(0)
      await closeDesk(desk)
    },
  )

  it('shows nothing under the name of a quarter that could not be fetched', async () => {
    const [look] = LOOKS
    const address = await makeProgramme('owner', [6], ['2026-Q3', PERIOD])
    const desk = await openPage(look, address)
    const { page } = desk
    await page.getByText('6 of the 7 companies').waitFor()
    await desk.context.setOffline(true)
    await page.getByLabel('Quarter', { exact: true }).selectOption('2026-Q3')
    await page.getByText('This quarter could not be fetched.', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0)
    await expectSound(page)
    await desk.context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Publish the third quarter of 2026' }).waitFor()
    await closeDesk(desk)
  })

  it('says that the publication before stands when too few companies came since', async () => {
    const [look] = LOOKS
    const address = await makeProgramme('owner', [6])
    const id = new URL(address).pathname.split('/')[2] ?? ''
    await server.tell('POST', `/api/organisations/${id}/programme/releases`, { period: PERIOD })
    await desks.inDatabase((db) => fillParks(db, id, [1]))
    const desk = await openPage(look, address)
    await desk.page.getByText('Since it was last published, fewer than five companies changed').waitFor()
    expect(await desk.page.getByRole('button', { name: look.submit }).count()).toBe(0)
    await expectSound(desk.page)
    await closeDesk(desk)
  })

  it('shows readers no row for a sector with fewer than five companies, which the public page leaves out', async () => {
    const [look] = LOOKS
    const { id } = await desks.makeProgramme('owner', async (db, programme) => {
      const parks = await addParks(db, programme, 1)
      const companies = await addCompanies(db, programme, parks, 7, 1)
      const alone = companies.map((one, at) => (at === 0 ? { ...one, sector: 'B' } : one))
      await contribute(db, programme, alone, { period: PERIOD, scoresOf: (_, at) => scoresOfNow(30 + 7 * at) })
    })
    const desk = await openPage(look, `${server.origin}/o/${id}/publish`)
    const table = desk.page.locator('.publish-table')
    await table.getByText('Manufacturing').waitFor()
    expect(await table.getByText('Mining').count()).toBe(0)
    await closeDesk(desk)
  })

  it('lets an analyst look and not publish, and says what it waits for where there is nothing', async () => {
    const [look] = LOOKS
    const desk = await openPage(look, await makeProgramme('analyst', [6]))
    await desk.page.getByText('Only a manager of the programme can publish.').waitFor()
    expect(await desk.page.getByRole('button', { name: look.submit }).count()).toBe(0)
    await desk.page.goto(await makeProgramme('owner', []))
    await desk.page.getByText('No company has given figures to this programme yet.').waitFor()
    await expectSound(desk.page)
    await desk.page.goto(await makeProgramme('overseer', [6]))
    await desk.page.getByText('The manager and the analyst of a programme prepare a publication.').waitFor()
    await expectSound(desk.page)
    await closeDesk(desk)
  })
})
