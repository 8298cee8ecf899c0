import { describe, expect, test } from 'vitest'
import { tryForgedTokens } from '../attack/forgery.ts'
import { startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { World } from '../support/world.ts'

const TOKENS = 1_000

describe.each(DATABASES)('forged tokens, on $name', ({ open }) => {
  test(`of ${TOKENS} none opens anything: no session, room, wall, invitation or calendar`, async () => {
    const world = await World.make(await startAppForTest(open))
    const { accepted, tried } = await tryForgedTokens(world, TOKENS, 5)
    expect(accepted).toEqual([])
    expect(tried).toBe(TOKENS)
  })
})
