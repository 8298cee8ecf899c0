import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/open.ts'
import { earlierMarks, markOf } from '../../server/domain/earlier-marks.ts'
import { expectSound } from '../support/good-page.ts'
import {
  addCompanies,
  addParks,
  contribute,
  type MadePark,
  SHOWN_PAGE,
  scoresOfNow,
} from '../support/programme-data.ts'
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

async function join(db: Db, id: string, park: MadePark | undefined, scores: readonly number[]): Promise<void> {
  if (park === undefined) throw new Error('there are two parks')
  const companies = await addCompanies(db, id, [park], scores.length, 0)
  await contribute(db, id, companies, { period: PERIOD, scoresOf: (_, index) => scoresOfNow(scores[index] ?? 50) })
}

interface Made {
  readonly id: string
  readonly parks: readonly MadePark[]
}

/** Two parks of five companies that were published; since, one company came to the first park and five to the second. */
async function makeChanged(): Promise<Made> {
  const { id, filled } = await desks.makeProgramme('owner', async (db, programme) => {
    const parks = await addParks(db, programme, 2)
    await join(db, programme, parks[0], [40, 50, 60, 50, 50])
    await join(db, programme, parks[1], [80, 70, 75, 75, 75])
    return parks
  })
  const made = { id, parks: filled }
  await publish(made)
  await desks.inDatabase(async (db) => {
    await join(db, made.id, made.parks[0], [90])
    await join(db, made.id, made.parks[1], [20, 30, 40, 30, 20])
  })
  return made
}

const publish = ({ id }: Made) => server.tell('POST', `/api/organisations/${id}/programme/releases`, { period: PERIOD })

const LOOKS = [
  {
    language: 'en',
    width: 320,
    kept: 'These 2 groups keep the figure of an earlier publication of this quarter.',
    cell: 'earlier figure',
    note: /^\* From the publication of .* \(number 1\), because too few companies changed since\./,
    said: /50 \(5 companies\); from the publication of /,
    of: 'of 5',
    asTable: 'As a table',
  },
  {
    language: 'nl',
    width: 1280,
    kept: 'Deze 2 groepen houden het cijfer van een eerdere publicatie van dit kwartaal.',
    cell: 'eerder cijfer',
    note: /^\* Uit de publicatie van .* \(nummer 1\), omdat sindsdien te weinig bedrijven veranderden\./,
    said: /50 \(5 bedrijven\); uit de publicatie van /,
    of: 'van 5',
    asTable: 'Als een tabel',
  },
] as const

describe('what stands of a quarter that is published again', () => {
  it.each(LOOKS)('is announced, marked and explained wherever it is shown, in $language at $width', async (look) => {
    const made = await makeChanged()
    const { id, parks } = made
    const desk = await desks.open(look.language, look.width)
    const { page } = desk
    await page.goto(`${server.origin}/o/${id}/publish`)
    await page.getByText(look.kept).waitFor()
    expect(await page.locator('.publish-table').getByText(look.cell).count()).toBe(12)
    await expectSound(page)
    await publish(made)

    await page.goto(`${server.origin}/o/${id}`)
    const heatmap = page.locator('mv-programme-heatmap')
    await heatmap.getByText(look.note).waitFor()
    const cell = heatmap.locator('tr', { hasText: 'Park 001' }).locator('td').nth(1)
    expect((await cell.innerText()).replace(/\s+/g, ' ')).toMatch(new RegExp(`^50\\*.*${look.of}$`))
    expect(await heatmap.locator('.heat-hidden button').count()).toBe(0)
    await expectSound(page)

    await page.goto(`${server.origin}/o/${id}/parks/${parks[0]?.id}`)
    const figures = page.locator('mv-park-figures')
    await figures.getByText(look.said).first().waitFor()
    await figures.getByText(look.note).waitFor()
    await expectSound(page)

    await page.goto(`${server.origin}/o/${id}/compare?parks=${parks.map((park) => park.id).join(',')}`)
    await page.getByText(look.said).first().waitFor()
    await page.getByText(look.note).waitFor()
    await page.getByText(look.asTable).first().click()
    await page.locator('#compare-beside-table').getByRole('cell', { name: '50*', exact: true }).first().waitFor()
    await expectSound(page)

    await page.goto(`${server.origin}/o/${id}/programme-trend`)
    await page.getByText(look.note).waitFor()
    await page.getByText(look.asTable).click()
    await page.locator('#programme-trend-table').getByText('50*').waitFor()
    await expectSound(page)

    await server.tell('PUT', `/api/organisations/${id}/programme/page`, {
      ...SHOWN_PAGE,
      slug: `standing-${look.width}`,
    })
    await page.goto(`${server.origin}/p/standing-${look.width}${look.language === 'en' ? '/en' : ''}`)
    await page.getByText(look.note).waitFor()
    await page
      .getByRole('cell', { name: `50* ${look.of}`, exact: true })
      .first()
      .waitFor()
    await expectSound(page)
    await closeDesk(desk)
  })
})

describe('marks of figures from earlier publications', () => {
  const from = (number: number, because: 'too-few' | 'complement' = 'complement') => ({
    earlier: { release: { id: `r${number}`, number, madeAt: `2026-11-0${number}T09:00:00.000Z` }, because },
  })

  it('are one for each publication and reason, the newest first, and none for others', () => {
    const figures = [from(1), from(2), from(2, 'too-few'), from(1), { earlier: null }, undefined]
    const marks = earlierMarks(figures)
    expect(figures.map((figure) => markOf(figure, marks))).toEqual(['*3', '*', '*2', '*3', '', ''])
    expect(earlierMarks([{ earlier: null }])).toEqual([])
  })
})
