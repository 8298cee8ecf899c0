import { describe, expect, test } from 'vitest'
import { lockDataDir } from '../../server/db/lock.ts'
import { DATABASES } from '../support/databases.ts'
import { OWNER, placeFor, run } from './run.ts'

describe.each(DATABASES)('operator on $name', ({ name }) => {
  test('lists, adds and removes who runs the installation, while the server runs, and notes it', async () => {
    const place = await placeFor(name)
    const unlock = lockDataDir(place.folder)
    const operator = (...args: string[]) => run(['operator', ...args], place.env)
    expect((await operator('list')).out).toContain('Nobody runs this installation.')
    expect(await operator('add', ` ${OWNER.toUpperCase()}`)).toEqual({
      code: 0,
      out: `${OWNER} runs this installation now.`,
      err: '',
    })
    expect((await operator('list')).out).toBe(`${OWNER}  Owner`)
    expect((await operator('remove', OWNER)).out).toBe(`${OWNER} does not run this installation any more.`)
    expect((await operator('list')).out).toContain('Nobody')
    const events = await place.look(({ db }) => db.selectFrom('systemEvent').select('action').orderBy('id').execute())
    expect(events.map(({ action }) => action)).toEqual(['operator.add', 'operator.remove'])
    unlock()
    await place.remove()
  })

  test('says what is wrong', async () => {
    const place = await placeFor(name)
    const operator = (...args: string[]) => run(['operator', ...args], place.env)
    expect((await operator('add', 'nobody@example.org')).code).toBe(1)
    for (const args of [[], ['add'], ['list', 'x'], ['add', 'a', 'b'], ['lock', OWNER]]) {
      const { code, err } = await operator(...args)
      expect([code, err]).toEqual([2, expect.stringContaining('list, add EMAIL or remove EMAIL')])
    }
    await place.remove()
  })
})
