import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgementsOf } from '../support/acknowledgements.ts'
import { Phone } from '../support/phone.ts'
import type { TestServer } from '../support/server.ts'
import { startSite } from '../support/site.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  const site = await startSite({ lan: true })
  ;({ browser, server } = site)
  return site.close
})

describe('the plain address of a room, without Web Locks', () => {
  it('joins and answers on the local network', async () => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, server.lanOrigin ?? '')
    await phone.join(code)
    expect(await phone.page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false])
    await phone.choice(/^4 /).check()
    await phone.says('Received')
    expect(await phone.faults()).toEqual([])
    await phone.context.close()
  })

  it.each(['with', 'without'])('sends from two pages of one person once, %s locks', async (locks) => {
    const { code } = await server.openRound()
    const phone = await Phone.take(browser, (locks === 'with' ? server.origin : server.lanOrigin) ?? '')
    await phone.join(code)
    const other = await phone.context.newPage()
    await other.goto(phone.page.url().replace(/#.*/, '#vraag/2'))
    await other.getByRole('heading', { name: /^Question 2/ }).waitFor()
    const received = [acknowledgementsOf(phone.page), acknowledgementsOf(other)]
    await phone.context.setOffline(true)
    await phone.choice(/^4 /).check()
    await other.getByRole('radio', { name: /^2 / }).check()
    await phone.says('Kept on this phone')
    await other.getByText('Kept on this phone').waitFor()
    await phone.context.setOffline(false)
    await phone.says('Received')
    await other.getByText('Received').waitFor()
    expect(received.flat().map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(Object.keys((await phone.onServer()).answers)).toHaveLength(2)
    await phone.context.close()
  })
})
