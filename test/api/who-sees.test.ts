import { beforeEach, describe, expect, test } from 'vitest'
import { VIEWERS, type Viewer } from '../../server/contract/roles.ts'
import { type Subject, WhoSees } from '../../server/contract/who-sees.ts'
import { subjectOf } from '../../server/services/who-sees.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import { DATABASES } from '../support/databases.ts'
import { gatherPeople, type People } from '../support/people.ts'

describe.each(DATABASES)('who can see what, on $name', ({ open }) => {
  let api: TestApp
  let people: People

  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
  })

  const read = async () => (await people.frank.client.get(`/api/organisations/${people.bakery}/access`)).as(WhoSees)
  const rowOf = async (subject: Subject) => (await read()).subjects.find((row) => row.subject === subject)?.may
  const except = (change: Partial<Record<Viewer, string>>) => ({
    ...Object.fromEntries(VIEWERS.map((who) => [who, 'nothing'])),
    ...change,
  })

  test('every route belongs to a subject: whoever adds one says in server/services/who-sees.ts what it is about', () => {
    const without = api.app.routeTable.filter((route) => subjectOf(route) === undefined)
    expect(without.map(({ method, url }) => `${String(method)} ${url}`)).toEqual([])
  })

  test('single answers are for who gave them, and for nobody else at all', async () => {
    expect(await rowOf('answers')).toEqual(except({ participant: 'own' }))
  })

  test('results are looked at by every member, and made by who runs rounds', async () => {
    const may = { owner: 'change', facilitator: 'change', contributor: 'look', viewer: 'look' }
    expect(await rowOf('results')).toEqual(except(may))
  })

  test('in the room phones write cards, and screens and members only look', async () => {
    const looks = { owner: 'look', facilitator: 'look', contributor: 'look', viewer: 'look', screen: 'look' }
    expect(await rowOf('room')).toEqual(except({ ...looks, participant: 'change' }))
  })

  test('somebody who only looks changes nothing of what others work on', async () => {
    const { subjects } = await read()
    const changed = subjects.filter(({ may }) => may.viewer === 'change').map(({ subject }) => subject)
    expect(changed).toEqual([])
  })

  test('members and roles are changed by owners only', async () => {
    const staff = { analyst: 'look', adviser: 'look', student: 'look', overseer: 'look' } as const
    const may = { owner: 'change', facilitator: 'look', contributor: 'look', viewer: 'look', ...staff } as const
    expect(await rowOf('members')).toEqual(except(may))
  })

  test('who runs the installation, and who works elsewhere, reaches nothing of the organisation', async () => {
    const { subjects } = await read()
    for (const who of ['operator', 'outsider'] as const) {
      const seen = subjects.filter(({ may }) => may[who] !== 'nothing').map(({ subject }) => subject)
      expect(seen.filter((subject) => !['installation', 'method', 'account'].includes(subject))).toEqual([])
    }
  })

  test('names who that is now, by role and with the end, and not who has left', async () => {
    const until = '2026-12-31T23:00:00.000Z'
    await people.alice.client.patch(`/api/organisations/${people.bakery}/members/${people.bob.userId}`, {
      role: 'facilitator',
      until,
    })
    expect((await read()).people).toEqual([
      { name: 'Alice', role: 'owner', until: null },
      { name: 'Bob', role: 'facilitator', until },
      { name: 'Erin', role: 'contributor', until: null },
      { name: 'Frank', role: 'viewer', until: null },
    ])
    const stranger = await people.carol.client.get(`/api/organisations/${people.bakery}/access`)
    expect(stranger.refusal).toBe('not-found')
  })
})
