import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Party } from '../../server/contract/networks.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { quarterOf } from '../../server/domain/experiment.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { focusSelect, listed, overlaps, pictured, textsOf } from '../support/network-page.ts'
import { link, OutsideWorld } from '../support/outside-world.ts'
import { openReader } from '../support/reader.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk, tabTo } from '../support/staff.ts'

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

describe('the network', () => {
  it('is drawn party by party with the keyboard alone, and picture and list say the same', async () => {
    const { page } = desk
    await page.goto(world.address)
    await page.getByText('Er staat nog niemand op de kaart').waitFor()
    for (const [name, kind, lines] of PARTIES) {
      await tabTo(page, 'Partij toevoegen')
      await page.keyboard.press('Enter')
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      await page.keyboard.type(kind)
      for (const [capital, direction] of lines) {
        await focusSelect(page, `party-direction-${capital}`)
        await page.keyboard.type(direction)
      }
      await tabTo(page, 'Opslaan')
      await page.keyboard.press('Enter')
      await page.getByText(`${name} is bewaard.`).waitFor()
    }
    expect(await page.locator('.network-headline').textContent()).toBe(
      'U hebt met 3 partijen iets te maken. Wat niemand van buiten nu brengt: menselijk, intellectueel of materieel. Bij 1 partij is nog geen lijn getekend.',
    )
    expect(await pictured(page)).toEqual(await listed(page))
    expect((await pictured(page)).map(({ name }) => name)).toEqual([
      'Hotel De Linde',
      'Zuivel De Weide',
      'ROC Rivierenland',
    ])
  })

  it('wakes a line or lets it sleep with one press, in the picture too', async () => {
    const { page } = desk
    await world.put('Zuivel De Weide', [link('natural', 'to-us'), link('financial', 'from-us')])
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Laat slapen: Natuurlijk bij Zuivel De Weide' }).click()
    await page.getByText('Natuurlijk bij Zuivel De Weide slaapt nu.').waitFor()
    await page.getByRole('button', { name: 'Laat slapen: Financieel bij Zuivel De Weide' }).click()
    await page.getByText('U hebt met 1 partij iets te maken, en die slaapt.').waitFor()
    expect((await pictured(page))[0]?.sleeping).toBe(2)
    expect(await pictured(page)).toEqual(await listed(page))
    await page.getByRole('button', { name: 'Wek: Natuurlijk bij Zuivel De Weide' }).click()
    await page.getByText('Natuurlijk bij Zuivel De Weide is nu actief.').waitFor()
    expect((await world.stored()).parties[0]?.links.map(({ state }) => state)).toEqual(['active', 'dormant'])
  })

  it('wakes the line of what somebody else made of the party a moment ago', async () => {
    const { page } = desk
    const party = await world.put('Zuivel De Weide', [link('natural', 'to-us', 'dormant')])
    await page.goto(world.address)
    const wake = page.getByRole('button', { name: 'Wek: Natuurlijk bij Zuivel De Weide' })
    await wake.waitFor()
    await world.put('Zuivel De Beek', party.links, party)
    await wake.click()
    await page.getByText('Natuurlijk bij Zuivel De Beek is nu actief.').waitFor()
  })

  it('keeps every word while the network is away, when the dialog is closed by accident, and when the page is', async () => {
    const { page, context } = desk
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Partij toevoegen' }).click()
    await page.getByLabel('Naam').fill('Hotel De Linde')
    await page.getByLabel('Richting').first().selectOption('Naar ons toe')
    await page.getByLabel('Wat gaat er?').fill('Drie stagiairs per jaar')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Er is geen verbinding met de server').waitFor()
    await page.keyboard.press('Escape')
    await context.setOffline(false)
    await page.reload()
    await page.getByRole('button', { name: 'Partij toevoegen' }).click()
    await page.getByText('Uw tekst staat er nog.').waitFor()
    expect(await page.getByLabel('Wat gaat er?').inputValue()).toBe('Drie stagiairs per jaar')
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Hotel De Linde is bewaard.').waitFor()
    expect((await world.stored()).parties[0]?.links[0]?.note).toBe('Drie stagiairs per jaar')
    await page.getByRole('button', { name: 'Partij toevoegen' }).click()
    expect(await page.getByLabel('Naam').inputValue()).toBe('')
  })

  it('names what is wrong at its field, and sends nothing', async () => {
    const { page } = desk
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Partij toevoegen' }).click()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Vul een naam in' }).waitFor()
    expect((await world.stored()).parties).toEqual([])
  })

  it('lets a party go only after a second press', async () => {
    const { page } = desk
    await world.put('Hotel De Linde', [])
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Hotel De Linde wijzigen' }).click()
    await page.getByRole('button', { name: 'Partij verwijderen' }).click()
    expect((await world.stored()).parties).toHaveLength(1)
    await page.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await page.getByText('Hotel De Linde is weg.').waitFor()
    await page.getByText('Er staat nog niemand op de kaart').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Partijen')
    expect((await world.stored()).parties).toEqual([])
  })
})

describe('two people who write in one party', () => {
  const openMine = async (page: Page): Promise<Party> => {
    const party = await world.put('Zuivel De Weide', [link('natural', 'to-us')])
    await page.goto(world.address)
    await page.getByRole('button', { name: 'Zuivel De Weide wijzigen' }).click()
    await page.getByLabel('Wat gaat er?').fill('Melk van de polder')
    return party
  }

  it('both see both versions, and keeping mine says so knowingly', async () => {
    const { page } = desk
    const party = await openMine(page)
    await world.put('Zuivel De Beek', party.links, party)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    const versions = page.getByRole('alert')
    await versions.getByText('Iemand anders schreef hier ook').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await textsOf(versions.locator('dd'))).toEqual([
      'U: Zuivel De Weide',
      'De ander: Zuivel De Beek',
      'U: Naar ons toe, Actief: Melk van de polder',
      'De ander: Naar ons toe, Actief',
    ])
    await page.getByLabel('Naam').fill('Zuivel De Beek')
    await versions.getByRole('button', { name: 'Bewaar mijn versie' }).click()
    await page.getByText('Zuivel De Beek is bewaard.').waitFor()
    const [kept] = (await world.stored()).parties
    expect([kept?.name, kept?.links[0]?.note]).toEqual(['Zuivel De Beek', 'Melk van de polder'])
  })

  it('taking theirs leaves it as it is', async () => {
    const { page } = desk
    const party = await openMine(page)
    const theirs = await world.put('Zuivel De Beek', party.links, party)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('button', { name: 'Neem de andere versie' }).click()
    await page.getByRole('button', { name: 'Zuivel De Beek wijzigen' }).waitFor()
    expect((await world.stored()).parties).toEqual([theirs])
  })

  it('a party that was removed meanwhile can come back with what was typed', async () => {
    const { page } = desk
    const party = await openMine(page)
    await world.removeParty(party.id)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Dit is intussen verwijderd').waitFor()
    await page.getByRole('button', { name: 'Bewaar mijn versie' }).click()
    await page.getByText('Zuivel De Weide is bewaard.').waitFor()
    expect((await world.stored()).parties[0]?.links[0]?.note).toBe('Melk van de polder')
  })

  it('nobody removes what they have not seen', async () => {
    const { page } = desk
    const party = await openMine(page)
    await world.put('Zuivel De Beek', party.links, party)
    await page.getByRole('button', { name: 'Partij verwijderen' }).click()
    await page.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await page.getByText('Iemand anders schreef hier ook').waitFor()
    expect((await world.stored()).parties.map(({ name }) => name)).toEqual(['Zuivel De Beek'])
  })
})

describe('for everybody', () => {
  const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ theme, width })))

  it.each(LOOKS)(
    '24 parties fit on $width pixels in $theme, readable and without a fault',
    async ({ theme, width }) => {
      for (let at = 0; at < 24; at++)
        await world.put(`Samenwerkingsverband Duurzaam ${at}`, LINKS.slice(0, (at % 6) + 1))
      await world.putExperiment(quarterOf(new Date().toISOString().slice(0, 10)), 'Gasten nemen brood mee')
      const look = { viewport: { width, height: 800 }, colorScheme: theme }
      const wide = await openReader(browser, server.origin, 'nl', look)
      const { page } = wide
      await page.goto(world.address)
      await page.locator('.network-map').waitFor()
      expect(await overlaps(page.locator('.network-name'))).toBe(0)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await accessibilityFaults(page)).toEqual([])
      for (const name of [
        'Partij toevoegen',
        'Samenwerkingsverband Duurzaam 5 wijzigen',
        'Plan wijzigen',
        'Afronden',
      ]) {
        await page.getByRole('button', { name }).click()
        expect(await accessibilityFaults(page), name).toEqual([])
        expect(await overflow(page), name).toBeLessThanOrEqual(0)
        await page.keyboard.press('Escape')
      }
      await closeDesk(wide)
    },
  )

  it('speaks English', async () => {
    await world.put(
      'Dairy The Meadow',
      CAPITALS.map((capital) => link(capital, 'to-us')),
    )
    await world.put('Hotel', [link('natural', 'both', 'dormant')])
    const english = await openReader(browser, server.origin, 'en')
    const { page } = english
    await page.goto(world.address.replace('/network', ''))
    await page.getByRole('link', { name: 'The network outside' }).click()
    await page.getByRole('heading', { level: 1, name: 'Network and experiment' }).waitFor()
    await page.getByText('You deal with 2 parties, 1 sleeps. Each of the six capitals comes in from outside.').waitFor()
    await page.getByRole('button', { name: 'Wake: Natural with Hotel' }).click()
    await page.getByText('Natural with Hotel is active now.').waitFor()
    await page.getByText('Do one small trial with somebody outside each quarter').waitFor()
    await closeDesk(english)
  })

  it('who only looks sees it all and has nothing to press', async () => {
    await world.put('Hotel De Linde', [link('natural', 'to-us', 'dormant')])
    const viewer = await openDesk(browser, { locale: 'nl-NL' })
    await world.signInAsViewer(viewer.context)
    await viewer.page.goto(world.address)
    await viewer.page.getByRole('cell', { name: 'Natuurlijk' }).waitFor()
    expect(await viewer.page.locator('main button:visible').count()).toBe(0)
    await closeDesk(viewer)
  })
})

/** Names, kinds and lines as somebody types them: a select takes the first option that begins so. */
const PARTIES = [
  [
    'Zuivel De Weide',
    'Lever',
    [
      ['natural', 'Naar'],
      ['financial', 'Heen'],
    ],
  ],
  [
    'Hotel De Linde',
    'Klant',
    [
      ['social', 'Heen'],
      ['intellectual', 'Van'],
    ],
  ],
  ['ROC Rivierenland', 'Onder', []],
] as const

const LINKS = CAPITALS.map((capital, at) =>
  link(capital, at % 2 === 0 ? 'to-us' : 'both', at % 3 === 0 ? 'dormant' : 'active'),
)
