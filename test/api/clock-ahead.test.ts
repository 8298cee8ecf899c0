import { describe, expect, test } from 'vitest'
import { dataChores } from '../../server/services/data-chores.ts'
import { signUp, startAppForTest } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { fillOrganisation } from '../support/full-organisation.ts'

const MARK = 'zwartemerel'
const YEARS = { days: 800 }

/** Alice's bakery, which waits to be erased in two weeks, on a server that has had its first night. */
async function bakery(open: (typeof DATABASES)[number]['open']) {
  const api = await startAppForTest(open)
  const alice = await signUp(api)
  await fillOrganisation(api, alice, alice.organisationId, MARK)
  await alice.client.post(`/api/organisations/${alice.organisationId}/erasure`)
  const { db } = api.database
  let ran = 0
  const chores = () => dataChores({ ...api.deps, now: api.clock.now }, () => ran)
  let running = chores()
  const look = async () => {
    for (const chore of running) await chore.run()
  }
  await look()
  return {
    api,
    look,
    /** Time as it goes, for a process that runs. */
    live: (hours: number) => {
      api.clock.pass({ hours })
      ran += hours * 3_600_000
    },
    restart: () => {
      ran = 0
      running = chores()
    },
    signIn: () => api.nobody.post('/api/sessions', { email: alice.email, password: 'correct horse battery' }),
    left: async () => ({
      organisations: (await db.selectFrom('organisation').select('id').execute()).length,
      answers: (await db.selectFrom('respondent').select('id').execute()).length > 0,
    }),
    doubts: async () =>
      (await db.selectFrom('systemEvent').select('id').where('action', '=', 'clock.doubted').execute()).length,
  }
}

const ALL = { organisations: 1, answers: true }
const NOTHING = { organisations: 0, answers: false }

describe.each(DATABASES)('a clock that jumps years ahead on $name', ({ open }) => {
  test('erases nothing by itself, not when somebody signs in by it, and all goes on when it is set back', async () => {
    const { api, look, live, signIn, left, doubts } = await bakery(open)
    api.clock.pass(YEARS)
    await look()
    await signIn()
    await look()
    expect([await left(), await doubts()]).toEqual([ALL, 1])
    live(23)
    await signIn()
    await look()
    expect([await left(), await doubts()]).toEqual([ALL, 1])
    api.clock.pass({ days: -800 })
    await look()
    const { db } = api.database
    const days = await db.selectFrom('systemEvent').select('object').where('action', '=', 'retention.done').execute()
    expect(days.map(({ object }) => object)).toEqual(['2026-11-02', '2026-11-03'])
    live(13 * 24)
    expect(await left()).toEqual(ALL)
  })

  test('is believed by a process that ran for a day in between, for what is due and what was kept long enough', async () => {
    const { api, look, live, left, doubts } = await bakery(open)
    api.clock.pass(YEARS)
    await look()
    api.clock.pass({ hours: 25 })
    await look()
    expect(await left(), 'the clock alone says nothing').toEqual(ALL)
    live(24)
    await look()
    expect([await left(), await doubts()]).toEqual([NOTHING, 1])
  })

  test('is believed by another process when somebody did something a day later', async () => {
    const { api, look, restart, signIn, left } = await bakery(open)
    api.clock.pass(YEARS)
    await look()
    restart()
    api.clock.pass({ days: 5 })
    await look()
    expect(await left()).toEqual(ALL)
    await signIn()
    await look()
    expect(await left()).toEqual(NOTHING)
  })

  test('is doubted anew when it jumps once more', async () => {
    const { api, look, live, signIn, left, doubts } = await bakery(open)
    api.clock.pass(YEARS)
    await look()
    live(12)
    await look()
    api.clock.pass({ days: 30 })
    await signIn()
    await look()
    expect([await left(), await doubts()]).toEqual([ALL, 2])
  })

  test('is not waited for: a look that was noted for a later day counts as not done', async () => {
    const { api, look, live, left } = await bakery(open)
    const { db } = api.database
    await db.updateTable('retention').set({ day: '2099-01-01' }).execute()
    live(24)
    await look()
    expect(await db.selectFrom('retention').select('day').execute()).toEqual([{ day: '2026-11-03' }])
    expect(await left()).toEqual(ALL)
  })

  test('is not doubted on a server that runs: what waited two weeks is erased on its day', async () => {
    const { look, live, left, doubts } = await bakery(open)
    for (let day = 0; day < 14; day += 1) {
      expect(await left()).toEqual(ALL)
      live(24)
      await look()
    }
    expect([(await left()).organisations, await doubts()]).toEqual([0, 0])
  })
})
