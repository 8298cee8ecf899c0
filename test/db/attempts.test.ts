import { beforeEach, describe, expect, test } from 'vitest'
import { countAttempt, findAttempts } from '../../server/db/queries/attempts.ts'
import { newRound, signUp, startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'

const MINUTE = 60_000

describe.each(DATABASES)('counted attempts on $name', ({ open }) => {
  let api: TestApp
  beforeEach(async () => {
    api = await startAppForTest(open)
  })

  test('each of many at the same moment gets a number of its own', async () => {
    const counts = await Promise.all(
      Array.from({ length: 40 }, () => countAttempt(api.database.db, 'key', api.clock.now(), MINUTE)),
    )
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
  })

  test('a window ends a minute after its first attempt, not after its last', async () => {
    const { clock } = api
    await countAttempt(api.database.db, 'key', clock.now(), MINUTE)
    clock.pass({ seconds: 59 })
    expect(await countAttempt(api.database.db, 'key', clock.now(), MINUTE)).toBe(2)
    clock.pass({ seconds: 1 })
    expect(await findAttempts(api.database.db, 'key', clock.now(), MINUTE)).toBe(0)
    expect(await countAttempt(api.database.db, 'key', clock.now(), MINUTE)).toBe(1)
  })

  test('a clock that was ahead and is set back keeps nobody waiting', async () => {
    const { clock, database } = api
    clock.pass({ days: 1 })
    await countAttempt(database.db, 'key', clock.now(), MINUTE)
    clock.pass({ days: -1 })
    expect(await findAttempts(database.db, 'key', clock.now(), MINUTE)).toBe(0)
    expect(await countAttempt(database.db, 'key', clock.now(), MINUTE)).toBe(1)
    expect(await countAttempt(database.db, 'key', clock.now(), MINUTE)).toBe(2)
  })

  test('after 300 wrong join codes in a minute, wherever from, every code waits; a minute later none does', async () => {
    const { client, organisationId } = await signUp(api)
    const { code } = await newRound(client, organisationId)
    const { clock, database } = api
    for (let wrong = 1; wrong <= 299; wrong += 1) await countAttempt(database.db, 'wrong-code', clock.now(), MINUTE)
    const guess = (typed: string) => api.nobody.post('/api/join/preview', { code: typed })
    expect((await guess(code)).status).toBe(200)
    expect((await guess('ABCDEF')).refusal).toBe('wrong-code')
    const reply = await guess(code)
    expect([reply.status, reply.refusal]).toEqual([429, 'too-many-attempts'])
    expect((await api.nobody.post('/api/join', { code })).refusal).toBe('too-many-attempts')
    clock.pass({ minutes: 1 })
    expect((await guess(code)).status).toBe(200)
  })
})
