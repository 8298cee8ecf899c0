import { beforeAll, describe, expect, test } from 'vitest'
import { tryXss } from '../attack/xss.ts'
import { xssPayloads } from '../attack/xss-payloads.ts'
import { tryProgrammeXss } from '../attack/xss-programme.ts'
import { type Site, startSite } from '../support/site.ts'

describe('texts that would run if they were more than texts', () => {
  let site: Site

  beforeAll(async () => {
    site = await startSite()
    return site.close
  })

  // Each seventeenth: all of them are tried by `npm run attack -- xss xss-programme`.
  const payloads = xssPayloads().filter((_, place) => place % 17 === 0)

  test('stand on every page, phone, wall and paper as they were typed, and do nothing', async () => {
    const outcome = await tryXss(site.server, site.browser, { payloads, most: 1 })
    expect(outcome.successes).toEqual([])
    expect(outcome.altered).toEqual([])
    expect(outcome.unseen).toEqual([])
    expect(payloads.length).toBeGreaterThan(15)
    expect(outcome.shown).toBeGreaterThan(500)
  })

  test('stand so on every page about a programme too, for staff, companies and everybody', async () => {
    const outcome = await tryProgrammeXss(site.server, site.browser, { payloads, most: 1 })
    expect(outcome.successes).toEqual([])
    expect(outcome.altered).toEqual([])
    expect(outcome.unseen).toEqual([])
    expect(outcome.shown).toBeGreaterThan(500)
  })
})
