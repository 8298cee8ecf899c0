import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM_CHAIN } from '../../server/auth/event-hash.ts'
import { hashOf } from '../../server/db/backup.ts'
import { addBareOrganisation, eventsOf, noteEvents } from '../support/audit.ts'
import { DATABASES } from '../support/databases.ts'
import { type CommandPlace, placeFor, run } from './run.ts'

describe.each(DATABASES)('audit on $name', ({ name }) => {
  let place: CommandPlace
  let bakery: string
  let mill: string

  beforeEach(async () => {
    place = await placeFor(name)
    await place.look(async (database) => {
      bakery = await addBareOrganisation(database)
      mill = await addBareOrganisation(database)
      for (const chain of [bakery, mill, SYSTEM_CHAIN]) await noteEvents(database, chain, [2, 1])
    })
  })
  afterEach(() => place.remove())

  /** Cuts an event off by a way round the guards: somebody who can write to the database can open the door. */
  const cutOff = () =>
    place.look(({ db }) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('auditDoor').values({ chain: mill }).execute()
        await trx.deleteFrom('auditEvent').where('organisationId', '=', mill).where('number', '=', 3).execute()
        await trx.deleteFrom('auditDoor').execute()
      }),
    )

  test('prints a line for each log and the end of all together, and is content', async () => {
    const { code, out, err } = await run(['audit'], place.env)
    expect([code, err]).toEqual([0, ''])
    const lines = out.split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^This installation: whole, 3 events, the last is 3 [0-9a-f]{64}$/)
    // In order of their ids, of which both were made in the same millisecond.
    expect(
      lines
        .slice(1, 3)
        .map((line) => line.slice(0, line.indexOf(',')))
        .sort(),
    ).toEqual([bakery, mill].sort().map((id) => `${id}: whole`))
    expect(lines[3]).toMatch(/^The ends of 3 logs together: [0-9a-f]{64}$/)
    expect((await run(['audit'], place.env)).out).toBe(out)
    expect((await run(['audit', '--organisation', mill], place.env, 'nl')).out).toMatch(/: heel, 3 regels/)
  })

  test('says of a log in which nothing was done yet that it is empty', async () => {
    const quiet = await place.look(addBareOrganisation)
    const { code, out } = await run(['audit', '--organisation', quiet], place.env)
    expect([code, out]).toEqual([0, `${quiet}: whole, no events yet`])
  })

  test('fails when one is not whole and says where, and so does the doctor', async () => {
    await cutOff()
    const { code, out } = await run(['audit'], place.env)
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`^${mill}: BROKEN, 2 events. From event 3 on, the end is gone.$`, 'm'))
    expect((await run(['audit', '--organisation', mill], place.env)).code).toBe(1)
    expect((await run(['audit', '--organisation', bakery], place.env)).code).toBe(0)
    const doctor = await run(['doctor'], place.env)
    expect(doctor.code).toBe(1)
    expect(doctor.out).toMatch(/^wrong +A log of what was done was changed from outside Meervoud/m)
    expect(doctor.out).toContain(`${mill}: cut-off 3`)
  })

  test('does not know an organisation that is not there', async () => {
    const { code, err } = await run(['audit', '--organisation', 'nothing'], place.env)
    expect([code, err]).toEqual([1, expect.stringContaining('nothing')])
  })

  test('an export of everything is noted in the log of the organisation', async () => {
    expect((await run(['export', '--organisation', bakery], place.env)).code).toBe(0)
    const events = await place.look((database) => eventsOf(database, bakery))
    expect(events.at(-1)).toMatchObject({ action: 'export.command', userId: null, object: bakery, number: 4 })
    expect((await run(['audit'], place.env)).code).toBe(0)
  })

  if (name === 'SQLite')
    test('the log of a restored backup is whole, and guarded as before', async () => {
      const backup = `${place.folder}/copy.sqlite`
      await run(['backup', '--to', backup], place.env)
      const sealed = await hashOf(backup)
      await cutOff()
      expect((await run(['restore', backup], place.env)).code).toBe(0)
      expect(await hashOf(backup)).toBe(sealed)
      expect((await run(['audit'], place.env)).code).toBe(0)
      const deletion = place.look(({ db }) => db.deleteFrom('auditEvent').execute())
      await expect(deletion).rejects.toThrow(/never deleted/)
    })
})
