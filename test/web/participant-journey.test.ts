import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Phone } from '../support/phone.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  const site = await startSite()
  ;({ browser, server } = site)
  return site.close
})

describe('somebody who takes part with a phone', () => {
  it('types the code from the wall, in any case and with a hyphen', async () => {
    const { code } = await server.openRound({ groups: ['staff', 'customer'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.open()
    await phone.page.getByLabel('Code').pressSequentially(code.toLowerCase())
    expect(await phone.page.getByLabel('Code').inputValue()).toBe(`${code.slice(0, 3)}-${code.slice(3)}`)
    await phone.button('Next').click()
    await phone.page.getByText('This round is anonymous.').waitFor()
    expect(await phone.page.getByLabel('Your name').count()).toBe(0)
    await phone.button('Take part').click()
    await phone.page.getByRole('link', { name: 'Choose which group you belong to.' }).waitFor()
    await phone.page.getByRole('group').getByText('Choose which group you belong to.').waitFor()
    await phone.choice('Customer').check()
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    await phone.context.close()
  })

  it('is told when a code opens nothing, and keeps what was typed', async () => {
    const phone = await Phone.take(browser, server.origin)
    await phone.open()
    await phone.page.getByLabel('Code').fill('zzz zzz')
    await phone.page.keyboard.press('Enter')
    await phone.page.getByText('This code').first().waitFor()
    expect(await phone.page.getByLabel('Code').inputValue()).toBe('ZZZ-ZZZ')
    await expect.poll(() => phone.page.title()).toMatch(/^Error: /)
    expect(await phone.faults()).toEqual([])
    await phone.context.close()
  })

  it('gives a name in an open round, and only there', async () => {
    const { code } = await server.openRound({ mode: 'open' })
    const phone = await Phone.take(browser, server.origin)
    await phone.open(`#${code}`)
    await phone.page.getByText('This round is open: your name stands with your answers.').waitFor()
    await phone.button('Take part').click()
    await phone.page.getByText('Enter your name.').waitFor()
    await expect.poll(() => phone.page.title()).toMatch(/^Error: /)
    await phone.page.getByLabel('Your name').fill('Fatima')
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    await phone.context.close()
  })

  it('answers, goes back, changes language, checks and finishes, and loses nothing on the way', async () => {
    const { code } = await server.openRound({ itemIds: ['i01', 'i02', 'i03', 'i04'], horizons: ['now'] })
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    await phone.button('Next').click()

    await phone.question(2).waitFor()
    await phone.choice('I do not know').check()
    await phone.button('Next').click()

    await phone.question(3).waitFor()
    await phone.choice('Does not apply').check()
    await phone.page.getByLabel(/Why not/).fill('We have no machines')
    await phone.button('Nederlands').click()
    await phone.question(3).waitFor()
    expect(await phone.page.getByLabel(/Waarom niet/).inputValue()).toBe('We have no machines')
    expect(await phone.choice('Niet van toepassing').isChecked()).toBe(true)
    await phone.button('Vorige').click()
    await phone.question(2).waitFor()
    expect(await phone.choice('Weet ik niet').isChecked()).toBe(true)
    await phone.button('English').click()
    await phone.page.goBack()
    await phone.question(3).waitFor()
    await phone.button('Next').click()
    await phone.question(4).waitFor()
    await phone.button('Skip').click()
    await phone.page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    const rows = await phone.page.getByRole('listitem').allInnerTexts()
    expect(rows[0]).toContain('4 – ')
    expect(rows[1]).toContain('I do not know')
    expect(rows[2]).toContain('Does not apply: We have no machines')
    expect(rows[3]).toContain('Not answered')
    await phone.button('Change, question 4').click()
    await phone.question(4).waitFor()
    await phone.choice(/^1 /).check()
    await phone.button('Back to the overview').click()
    await phone.page.getByText('You have answered everything.').waitFor()
    await expect
      .poll(() => phone.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Change, question 4')
    await phone.button('Done').click()
    await phone.page.getByText('1 of 1 is done.').waitFor()
    await phone.page.getByText('Everything has been received.').waitFor()

    const { answers, finished } = await phone.onServer()
    expect(finished).toBe(true)
    expect(answers).toEqual({
      i01: { now: { rating: 4 } },
      i02: { now: { missing: 'unknown' } },
      i03: { now: { missing: 'not_applicable', reason: 'We have no machines' } },
      i04: { now: { rating: 1 } },
    })
    await phone.context.close()
  })

  it('takes an answer back', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.choice(/^2 /).check()
    await phone.says('Received')
    await phone.button('Clear answer').click()
    expect(await phone.page.locator('input:checked').count()).toBe(0)
    await expect.poll(async () => (await phone.onServer()).answers).toEqual({})
    await phone.context.close()
  })

  it('answers with the keyboard alone', async () => {
    const { code } = await server.openRound({ itemIds: ['i01', 'i02'], horizons: ['now', 'ahead'] })
    const phone = await Phone.take(browser, server.origin, { viewport: { width: 1280, height: 800 } })
    await phone.join(code)
    const { keyboard } = phone.page
    await keyboard.press('5')
    await keyboard.press('ArrowUp')
    await phone.page
      .getByRole('group', { name: /three years/ })
      .getByRole('radio')
      .first()
      .focus()
    await keyboard.press('0')
    await keyboard.press('Enter')
    await phone.question(2).waitFor()
    await expect.poll(() => phone.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await keyboard.press('Enter')
    await phone.page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await expect
      .poll(async () => (await phone.onServer()).answers)
      .toEqual({ i01: { now: { rating: 4 }, ahead: { missing: 'unknown' } } })
    await phone.context.close()
  })

  it('never learns which capital a question is about', async () => {
    const { code } = await server.openRound({ variant: 'full', horizons: ['now', 'ahead'] })
    const phone = await Phone.take(browser, server.origin)
    const payload = phone.page.waitForResponse((reply) => reply.url().includes('/api/response?'))
    await phone.join(code)
    const text = await (await payload).text()
    expect(text).not.toMatch(/"(human|social|intellectual|manufactured|natural|financial|internal|external)"/)
    expect(text).not.toMatch(/"(dimension|perspective|code)"/)
    await phone.context.close()
  })

  it('goes on after closing the browser where it was, and is asked nothing again', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.choice(/^3 /).check()
    await phone.button('Next').click()
    await phone.question(2).waitFor()
    await phone.choice(/^5 /).check()
    await phone.says('Received')
    const storageState = await phone.context.storageState({ indexedDB: true })
    await phone.context.close()

    const again = await Phone.take(browser, server.origin, { storageState })
    await again.open()
    await again.question(2).waitFor()
    expect(await again.choice(/^5 /).isChecked()).toBe(true)
    await again.button('Back').click()
    await again.question(1).waitFor()
    expect(await again.choice(/^3 /).isChecked()).toBe(true)
    expect((await again.onServer()).progress.joined).toBe(1)
    await again.context.close()
  })

  it('hands the phone to somebody else, who starts with nothing of the first', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.origin)
    await phone.join(code)
    await phone.choice(/^3 /).check()
    await phone.says('Received')
    await phone.button('Somebody else uses this phone').click()
    await phone.button('Start again').click()
    await phone.page.getByLabel('Code').waitFor()
    await phone.button('Next').click()
    await phone.button('Take part').click()
    await phone.question(1).waitFor()
    expect(await phone.page.locator('input:checked').count()).toBe(0)
    const { progress, answers } = await phone.onServer()
    expect(progress.joined).toBe(2)
    expect(answers).toEqual({})
    await phone.context.close()
  })
})

describe('every screen of the phone', () => {
  const looks = [320, 1280].flatMap((width) =>
    (['nl-NL', 'en-GB'] as const).flatMap((locale) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ width, locale, colorScheme })),
    ),
  )

  it.each(looks)('has no fault at $width pixels in $locale, $colorScheme', async ({ width, locale, colorScheme }) => {
    const { code } = await server.openRound({
      groups: ['staff', 'management'],
      horizons: ['now', 'ahead'],
      mode: 'open',
    })
    const phone = await Phone.take(browser, server.origin, { viewport: { width, height: 800 }, locale, colorScheme })
    const { page } = phone
    const seen: Record<string, string[]> = {}
    const look = async (screen: string) => {
      await page.locator(`mv-${screen}-screen h1`).waitFor()
      seen[screen] = [...(seen[screen] ?? []), ...(await phone.faults())]
    }
    await phone.open()
    await look('join')
    await page.locator('#code').fill(code)
    await page.locator('main button.primary').click()
    await look('intro')
    await page.locator('main button.primary').click()
    await page.locator('.fault').waitFor()
    await look('intro')
    await page.locator('input[value="staff"]').check()
    await page.locator('#name').fill('Fatima')
    await page.locator('main button.primary').click()
    await look('question')
    await page.locator('summary').click()
    await page.locator('input[value="not_applicable"]').first().check()
    await page.locator('[data-whereabouts="received"]').waitFor()
    await look('question')
    await phone.open('#overzicht')
    await look('check')
    await page.locator('main button.primary').click()
    await look('done')
    await page.locator('mv-other-person > button').click()
    await page.locator('dialog').waitFor()
    await look('done')
    expect(seen).toEqual({ join: [], intro: [], question: [], check: [], done: [] })
    await phone.context.close()
  })
})
