import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { closePhones, firstOf, giveDot, ReflectingRoom, received, writeCard } from '../support/reflecting.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

let server: TestServer
let browser: Browser
let organisationId: string

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server, organisationId } = site)
  return site.close
})

const PATIENT = { timeout: 120_000 }
const ENGLISH = { locale: 'en-GB' }
const openRoom = (looks: Parameters<typeof ReflectingRoom.open>[3]) =>
  ReflectingRoom.open(browser, server, organisationId, looks)

describe('what somebody types on a phone', () => {
  it('stays, letter for letter, whatever the facilitator does, and over closing the page', PATIENT, async () => {
    const room = await openRoom([ENGLISH])
    const phone = firstOf(room)
    const { page } = phone
    const field = page.locator('#card-text')
    await room.show(2)
    await field.waitFor()
    await field.focus()
    await page.keyboard.type('We say not')
    await room.phase(2, 'shown')
    await page.getByText('The room has gone on.').waitFor()
    await page.keyboard.type('hing when')
    await room.show(3)
    await room.put({ kind: 'radar', view: 'now-ahead' })
    await room.room.do({ do: 'black', on: true })
    await room.room.do({ do: 'vote', itemIds: ['i01'] })
    await page.keyboard.type(' a machine fails')
    expect(await field.inputValue()).toBe('We say nothing when a machine fails')
    expect(await phone.faults()).toEqual([])
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.locator('mv-vote-screen').waitFor()
    await page.getByRole('button', { name: 'I do not take part in this vote' }).click()

    await room.show(2)
    await page.getByText('This card did not reach the room in time.').waitFor()
    await page.locator('.card-words', { hasText: 'We say nothing when a machine fails' }).waitFor()
    await room.phase(2, 'writing')
    await field.waitFor()
    expect(await field.inputValue()).toBe('We say nothing when a machine fails')
    await phone.open()
    await field.waitFor()
    expect(await field.inputValue()).toBe('We say nothing when a machine fails')
    await page.locator('.card-form button.primary').click()
    await received(phone)
    expect(await field.inputValue()).toBe('')
    await room.phase(2, 'shown')
    expect(await room.cards(2)).toEqual(['We say nothing when a machine fails'])
    await closePhones(room)
  })

  it(
    'arrives once when the phone was offline, is changed and taken back, and never more than three times',
    PATIENT,
    async () => {
      const room = await openRoom([ENGLISH, ENGLISH])
      const [phone = firstOf(room), other = firstOf(room)] = room.phones
      const { page, context } = phone
      await room.show(4)
      await page.locator('#card-text').waitFor()
      await context.setOffline(true)
      await writeCard(phone, 'The evening shift plans itself')
      await page.getByText('Kept on this phone').first().waitFor()
      await writeCard(phone, 'Second thought')
      await page.getByRole('button', { name: 'Take back: Second thought' }).click()
      await page.getByRole('button', { name: 'Change: The evening shift plans itself' }).click()
      await page.locator('#card-text').fill('The evening shift plans its own work')
      await page.getByRole('button', { name: 'Keep the change' }).click()
      await context.setOffline(false)
      await received(phone)
      for (const text of ['Two', 'Three']) await writeCard(phone, text)
      await received(phone)
      await page.getByText('You have put down 3 cards.').waitFor()
      expect(await phone.faults()).toEqual([])
      await page.getByRole('button', { name: 'Take back: Two' }).click()
      await page.locator('#card-text').waitFor()
      await expect.poll(async () => (await room.read()).rooms[4]?.waiting).toBe(2)

      await other.context.setOffline(true)
      await writeCard(other, 'Too late for the room')
      await room.phase(4, 'shown')
      await page.locator('.shown-cards').waitFor()
      await other.context.setOffline(false)
      await other.page.getByText('This card did not reach the room in time.').waitFor()
      await other.page.getByText('Too late for the room').waitFor()
      expect(await room.cards(4)).toEqual(['The evening shift plans its own work', 'Three'])
      await room.phase(4, 'writing')
      await received(other)
      await room.phase(4, 'shown')
      expect(await room.cards(4)).toEqual(['The evening shift plans its own work', 'Three', 'Too late for the room'])
      await closePhones(room)
    },
  )
})

describe('every screen of a reflection on a phone', () => {
  const looks = [320, 1280].flatMap((width) =>
    (['nl-NL', 'en-GB'] as const).flatMap((locale) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, locale, colorScheme })),
    ),
  )

  it('has no fault, small or wide, in either language, light or dark', PATIENT, async () => {
    const room = await openRoom(looks)
    const look = async (selector: string) => {
      for (const phone of room.phones) {
        await phone.page.locator(selector).first().waitFor()
        expect(await phone.faults(), selector).toEqual([])
      }
    }
    await room.show(3)
    await look('mv-card-form')
    const long = 'Samenwerkingsovereenkomst'.repeat(3)
    for (const [at, phone] of room.phones.entries()) await writeCard(phone, `${at} ${long} zegt niemand hardop.`)
    await look('.own-cards [data-whereabouts="received"]')
    await room.phase(3, 'shown')
    await look('.shown-cards')
    await room.phase(3, 'voting')
    await look('.dots-list')
    for (const phone of room.phones) await giveDot(phone, /^\s*0 /)
    await look('mv-dots-form [data-whereabouts="received"]')
    await room.phase(3, 'voted')
    await look('ol.shown-cards')
    await room.show(1)
    await look('mv-card-form')
    await room.phase(1, 'voting')
    await look('.dots-list')
    const proposal = await room.propose({ title: 'Ploeg B maakt zelf het rooster' })
    await room.put({ kind: 'consent', interventionId: proposal })
    await look('.proposal')
    await room.consent(proposal, 'open')
    await look('input[name="stance"]')
    await room.consent(proposal, 'closed')
    await look('mv-stance-form .lead')
    await room.expect(proposal)
    await room.put({ kind: 'projection', reflectionId: room.reflectionId })
    await look('.picture-projection')
    await closePhones(room)
  })
})
