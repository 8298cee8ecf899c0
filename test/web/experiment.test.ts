import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { quarterOf } from '../../server/domain/experiment.ts'
import { OutsideWorld } from '../support/outside-world.ts'
import { openReader } from '../support/reader.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let world: OutsideWorld
let desk: Desk

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  world = new OutsideWorld(server, site.organisationId)
  return site.close
})

beforeEach(async () => {
  await world.clear()
  desk = await openReader(browser, server.origin, 'nl')
})

afterEach(() => closeDesk(desk))

describe('the experiment of the quarter', () => {
  const quarter = quarterOf(new Date().toISOString().slice(0, 10))

  it('is thought up with a party outside, takes six weeks at most, and ends with what was learnt', async () => {
    const { page } = desk
    const hotel = await world.put('Hotel De Linde', [])
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Experiment bedenken' }).click()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Schrijf op wat u verwacht' }).click()
    await page.keyboard.type('Gasten nemen brood mee')
    await page.getByLabel('Met wie van buiten?').selectOption('Hotel De Linde')
    await page.getByLabel('Wat is de kleinste proef?').fill('Twintig broden op zaterdag')
    await page.getByLabel('Wat meet u?').fill('Hoeveel er om twaalf uur weg zijn')
    const start = await page.getByLabel('Eerste dag').inputValue()
    await page.getByLabel('Laatste dag').fill(`${Number(start.slice(0, 4)) + 1}-12-31`)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Dit experiment duurt langer dan zes weken.' }).waitFor()
    await page.getByLabel('Laatste dag').fill(start)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('heading', { name: 'Gasten nemen brood mee' }).waitFor()
    expect((await world.stored()).experiments).toMatchObject([
      { period: quarter, partyId: hotel.id, startsOn: start, endsOn: start, outcome: null, learned: '' },
    ])
    await page.getByRole('button', { name: 'Afronden' }).click()
    await page.getByLabel('Aanpassen').check()
    await page.getByLabel('Wat hebt u geleerd?').fill('Zondag gaat het beter')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Zondag gaat het beter').waitFor()
    expect((await world.stored()).experiments).toMatchObject([{ outcome: 'adapt', learned: 'Zondag gaat het beter' }])
  })

  it('is one card: who is second sees both, and no word is lost', async () => {
    const { page } = desk
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Experiment bedenken' }).click()
    await page.getByLabel('Wat verwacht u?').fill('Gasten nemen brood mee')
    const theirs = await world.putExperiment(quarter, 'Buren halen warmte')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    const versions = page.getByRole('alert')
    await versions.getByText('De ander: Buren halen warmte').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Buren halen warmte' }).waitFor()
    await page.getByRole('button', { name: 'Plan wijzigen' }).click()
    expect(await page.getByLabel('Wat verwacht u?').inputValue()).toBe('Gasten nemen brood mee')
    await versions.getByRole('button', { name: 'Bewaar mijn versie' }).click()
    await page.getByRole('heading', { name: 'Gasten nemen brood mee' }).waitFor()
    const { experiments } = await world.stored()
    expect(experiments.map(({ id, hypothesis }) => [id, hypothesis])).toEqual([[theirs.id, 'Gasten nemen brood mee']])
  })

  it('of an earlier quarter stands below in a few lines, and can still be finished', async () => {
    const { page } = desk
    await world.putExperiment('2025-Q2', 'Buren halen warmte')
    await page.goto(world.address)
    await page.getByText('2e kwartaal 2025, zonder partner').waitFor()
    await page.getByRole('button', { name: 'Afronden: 2e kwartaal 2025' }).click()
    await page.getByLabel('Stoppen').check()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('button', { name: 'Uitkomst wijzigen: 2e kwartaal 2025' }).waitFor()
    await page.getByRole('button', { name: 'Plan wijzigen: 2e kwartaal 2025' }).click()
    await page.getByRole('button', { name: 'Experiment verwijderen' }).click()
    await page.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await page.getByText('Het experiment is weg.').waitFor()
    expect((await world.stored()).experiments).toEqual([])
  })
})
