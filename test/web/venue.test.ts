import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LOCALES, type Locale, STAKEHOLDER_GROUPS } from '../../server/contract/common.ts'
import { InstrumentTexts } from '../../server/contract/instruments.ts'
import { type RoundInput, RoundItems } from '../../server/contract/rounds.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import type { QrCode } from '../../web/components/qr-code.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { openReader } from '../support/reader.ts'
import { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'
import { closeDesk, type Desk, openDesk } from '../support/staff.ts'

let browser: Browser
let server: TestServer
let organisationId: string
let desk: Desk
let page: Page

beforeAll(async () => {
  const site = await startSite({ lan: true })
  ;({ browser, server, organisationId } = site)
  return site.close
})

beforeEach(async () => {
  desk = await openReader(browser, server.origin, 'en')
  page = desk.page
})

afterEach(() => closeDesk(desk))

/** A phone in the room, with nothing in it yet. */
function takePhone(language = 'en-GB'): Promise<Desk> {
  return openDesk(browser, { locale: language, viewport: { width: 360, height: 640 } })
}

/** What the QR pictures on the page hold, in order; those in a closed dialog are not on the page. */
function scan(on: Page): Promise<string[]> {
  return on.evaluate(() => [...document.querySelectorAll<QrCode>('main section mv-qr-code')].map(({ text }) => text))
}

function addressOf(round: { id: string }, part: string): string {
  return `${server.origin}/o/${organisationId}/r/${round.id}/${part}`
}

describe('the trial before a meeting', () => {
  it('tells the laptop when a phone came through, and the phone that it did', async () => {
    await page.goto(`${server.origin}/venue`)
    await page.getByText('No phone seen yet.').waitFor()
    const [url = ''] = await scan(page)
    expect(url).toMatch(new RegExp(`^${server.lanOrigin}/d#proef-[A-Z2-9]{6}$`))
    const phone = await takePhone()
    await phone.page.goto(url)
    await phone.page.getByRole('heading', { name: 'This phone reaches the laptop' }).waitFor()
    expect(await accessibilityFaults(phone.page)).toEqual([])
    await page.getByText(/^A phone reached this laptop at \d\d:\d\d\./).waitFor()
    expect(await page.getByRole('status').filter({ hasText: 'A phone reached' }).count()).toBe(1)
    await phone.page.reload()
    await page.getByText('Phones came through 2 times in this trial.').waitFor()
    await closeDesk(phone)
  })

  it('tells a phone with an old code what to do, and leaves a scanned round alone', async () => {
    const { code } = await server.openRound()
    const phone = await takePhone('nl-NL')
    await phone.page.goto(`${server.lanOrigin}/d#proef-ZZZZZZ`)
    await phone.page.getByRole('heading', { name: 'Deze proef is voorbij' }).waitFor()
    await phone.page.getByText('Maak op de laptop een nieuwe proef').waitFor()
    expect(await accessibilityFaults(phone.page)).toEqual([])
    await phone.page.goto(`${server.lanOrigin}/d#${code}`)
    await phone.page.getByRole('button', { name: 'Meedoen' }).waitFor()
    // In a tab with a round in it, a trial is a step to another page.
    await phone.page.evaluate(() => location.assign('#proef-ZZZZZZ'))
    await phone.page.getByRole('heading', { name: 'Deze proef is voorbij' }).waitFor()
    await closeDesk(phone)
  })

  it('says what to try when the laptop does not answer', async () => {
    const phone = await takePhone()
    await phone.page.route('**/api/reach', (route) => route.abort())
    await phone.page.goto(`${server.lanOrigin}/d#proef-ZZZZZZ`)
    await phone.page.getByRole('heading', { name: 'The laptop does not answer yet' }).waitFor()
    await phone.page.getByText('Is a VPN on?').waitFor()
    expect(await accessibilityFaults(phone.page)).toEqual([])
    await closeDesk(phone)
  })

  it('says how to start a server that does not listen for phones', async () => {
    const alone = await TestServer.start()
    await alone.setUp()
    const other = await openReader(browser, alone.origin, 'en')
    await other.page.goto(`${alone.origin}/venue`)
    await other.page.getByText('npm start -- --lan').waitFor()
    expect(await other.page.locator('mv-qr-code').count()).toBe(0)
    expect(await accessibilityFaults(other.page)).toEqual([])
    await closeDesk(other)
    await alone.close()
  })
})

describe('the sheet for the room', () => {
  it('holds the Wi-Fi, with every character that means something escaped, and the way into the round', async () => {
    const round = await server.openRound()
    await page.goto(addressOf(round, 'room-sheet'))
    await page.getByLabel('Name of the network').fill('Zaal 2; "gasten"')
    await page.getByLabel('Password', { exact: true }).fill('koffie:met,melk\\suiker')
    await page.getByRole('button', { name: 'Print' }).focus()
    expect(await scan(page)).toEqual([
      'WIFI:T:WPA;S:Zaal 2\\; \\"gasten\\";P:koffie\\:met\\,melk\\\\suiker;;',
      `${server.lanOrigin}/d#${round.code}`,
    ])
    await page.getByLabel('Open, without a password').check()
    expect((await scan(page))[0]).toBe('WIFI:T:nopass;S:Zaal 2\\; \\"gasten\\";;')
    await page.getByLabel('Name of the network').fill('')
    expect(await scan(page)).toEqual([`${server.lanOrigin}/d#${round.code}`])
  })

  it('keeps the Wi-Fi in this tab, and tells the server nothing of it', async () => {
    const round = await server.openRound()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(addressOf(round, 'room-sheet'))
    await page.getByLabel('Name of the network').fill('The mill')
    await page.getByLabel('Password', { exact: true }).fill('seven sacks')
    await page.reload()
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('seven sacks')
    expect((await scan(page))[0]).toBe('WIFI:T:WPA;S:The mill;P:seven sacks;;')
    expect(sent.length).toBeGreaterThan(4)
    expect(sent.filter((line) => /mill|sacks/.test(line))).toEqual([])
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('sacks')
    const elsewhere = await desk.context.newPage()
    await elsewhere.goto(addressOf(round, 'room-sheet'))
    expect(await elsewhere.getByLabel('Password', { exact: true }).inputValue()).toBe('')
  })

  it('breaks neither the address nor the code on the window of a phone', async () => {
    const { page } = desk
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(addressOf(await server.openRound(), 'room-sheet'))
    const words = page.locator('section > mv-room-sheet .room-step dd')
    await words.first().waitFor()
    const lines = await words.evaluateAll((all) =>
      all.map((one) => Math.round(one.clientHeight / Number.parseFloat(getComputedStyle(one).lineHeight))),
    )
    expect(lines).toEqual([1, 1])
  })

  it('warns about a password that no Wi-Fi has, once somebody has typed it', async () => {
    await page.goto(addressOf(await server.openRound(), 'room-sheet'))
    await page.getByLabel('Password', { exact: true }).pressSequentially('seven')
    expect(await page.getByText('The QR code will not work').count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.getByText('The QR code will not work').waitFor()
  })

  it('comes on one page of paper, and whole on a wall of 1280 by 720 with no letter below 28 pixels', async () => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(addressOf(await server.openRound(), 'room-sheet'))
    await page.getByLabel('Name of the network').fill('Bedrijvenpark De Grote Hoeve gasten')
    await page.getByLabel('Password', { exact: true }).fill('W'.repeat(16))
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
    await page.getByRole('button', { name: 'Show large' }).click()
    const wall = await page.locator('dialog[open] .room-sheet').evaluate((sheet) => ({
      isWhole: sheet.getBoundingClientRect().top >= 0 && sheet.getBoundingClientRect().bottom <= innerHeight,
      smallest: Math.min(
        ...[...sheet.querySelectorAll('p, h3, dt, dd')].map((part) =>
          Number.parseFloat(getComputedStyle(part).fontSize),
        ),
      ),
    }))
    expect(wall.isWhole).toBe(true)
    expect(wall.smallest).toBeGreaterThanOrEqual(28)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('is not offered for a round that nobody can join', async () => {
    const round = await server.openRound()
    await server.moveRound(round.id, 'close')
    await page.goto(addressOf(round, 'room-sheet'))
    await page.getByText('This round is not open now').waitFor()
    expect(await page.locator('mv-qr-code').count()).toBe(0)
  })
})

describe('answer sheets on paper', () => {
  const asked: Partial<RoundInput> = { variant: 'full', horizons: ['now', 'ahead'] }
  const open = async (on: Page, address: string) => {
    await on.goto(address)
    await on.locator('.paper-item').first().waitFor()
  }

  it.each(LOCALES)(
    'in %s hold 48 questions about two moments, in asked order, on six pages of A4',
    async (language) => {
      const reader = await openReader(browser, server.origin, language)
      const round = await server.openRound({ ...asked, groups: [...STAKEHOLDER_GROUPS] })
      await open(reader.page, addressOf(round, 'paper'))
      const path = `/api/organisations/${organisationId}/rounds/${round.id}/items`
      const { items } = await server.call('GET', path, undefined, RoundItems)
      const texts = textsOf(language)
      const questions = items.map((id, index) => `${index + 1}. ${texts.items[id]?.question}`)
      expect(items).toHaveLength(48)
      expect(await reader.page.locator('.paper-question').allTextContents()).toEqual(questions)
      expect(await reader.page.locator('.paper-circles').count()).toBe(96)
      expect(await reader.page.locator('.paper-groups > li').count()).toBe(STAKEHOLDER_GROUPS.length)
      const pdf = await reader.page.pdf({ preferCSSPageSize: true })
      expect(pagesOf(pdf)).toBeLessThanOrEqual(6)
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]/)
      await closeDesk(reader)
    },
  )

  it.each(LOCALES)('in %s name no capital', async (language) => {
    const reader = await openReader(browser, server.origin, language)
    await open(reader.page, addressOf(await server.openRound(asked), 'paper'))
    const words = await reader.page.locator('.paper').evaluate((paper) => {
      for (const asked of paper.querySelectorAll('.paper-question, .paper-anchors')) asked.remove()
      return paper.textContent?.toLowerCase() ?? ''
    })
    const names = Object.values(textsOf(language).dimensions).map(({ name }) => name.toLowerCase())
    expect(names.filter((name) => words.includes(name))).toEqual([])
    await closeDesk(reader)
  })

  it('break between questions only, and need no colour', async () => {
    await open(page, addressOf(await server.openRound({ mode: 'open', groups: ['staff'] }), 'paper'))
    await page.emulateMedia({ media: 'print' })
    const look = await page.locator('.paper').evaluate((paper) => {
      const parts = [paper, ...paper.querySelectorAll('*')].map((part) => getComputedStyle(part))
      const colours = parts.flatMap(({ color, borderTopColor, backgroundColor }) => [
        color,
        borderTopColor,
        backgroundColor,
      ])
      const items = [...paper.querySelectorAll('.paper-item')].map((item) => getComputedStyle(item).breakInside)
      return { colours: [...new Set(colours)], breaks: [...new Set(items)] }
    })
    expect(look.breaks).toEqual(['avoid'])
    expect(look.colours.filter((colour) => !/^rgba?\((\d+), \1, \1\b/.test(colour))).toEqual([])
  })

  it('say whether names are known: an open round asks for one, an anonymous round asks for none', async () => {
    await open(page, addressOf(await server.openRound({ mode: 'open' }), 'paper'))
    await page.getByText('Your name stands with your answers.').waitFor()
    expect(await page.locator('.paper-name').count()).toBe(1)
    await open(page, addressOf(await server.openRound(), 'paper'))
    await page.getByText('Do not write your name on this sheet.').waitFor()
    expect(await page.locator('.paper-name').count()).toBe(0)
  })

  it('are typed over on the page for phones, one person after the other', async () => {
    const round = await server.openRound()
    await page.goto(`${server.origin}/o/${organisationId}/r/${round.id}`)
    await page.getByRole('link', { name: 'Answer sheets on paper' }).click()
    await page.getByRole('link', { name: 'Type a sheet over' }).click()
    for (const sheet of [1, 2]) {
      await page.getByRole('button', { name: 'Take part' }).click()
      await page.getByRole('heading', { name: /^Question 1/ }).waitFor()
      await page.getByRole('button', { name: 'Somebody else uses this phone' }).click()
      await page.getByRole('button', { name: 'Start again' }).click()
      if (sheet === 1) await page.getByRole('button', { name: 'Next' }).click()
    }
  })
})

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

/** The texts of six-capitals, as they stand in its file. */
function textsOf(language: Locale): InstrumentTexts {
  const path = join(DATA_ROOT, 'instruments', 'six-capitals', '1.0.0', `texts.${language}.json`)
  return InstrumentTexts.parse(JSON.parse(readFileSync(path, 'utf8')))
}
