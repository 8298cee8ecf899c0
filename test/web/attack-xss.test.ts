import { beforeAll, describe, expect, test } from 'vitest'
import { tryXss } from '../attack/xss.ts'
import { xssPayloads } from '../attack/xss-payloads.ts'
import { type Site, startSite } from '../support/site.ts'

describe('texts that would run if they were more than texts', () => {
  let site: Site

  beforeAll(async () => {
    site = await startSite()
    return site.close
  })

  test('stand on every page, phone, wall and paper as they were typed, and do nothing', async () => {
    // Each seventeenth: all of them are tried by `npm run attack -- xss`.
    const payloads = xssPayloads().filter((_, place) => place % 17 === 0)
    const outcome = await tryXss(site.server, site.browser, { payloads, most: 1 })
    expect(outcome.successes).toEqual([])
    expect(outcome.altered).toEqual([])
    expect(outcome.unseen).toEqual([])
    expect(payloads.length).toBeGreaterThan(15)
    expect(outcome.shown).toBeGreaterThan(500)
  })
})
