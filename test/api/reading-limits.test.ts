import { expect, test } from 'vitest'
import { makeScope } from '../../server/auth/scope.ts'
import { readAnswersApart } from '../../server/import/answers-apart.ts'
import type { WideOptions } from '../../server/import/answers-wide.ts'
import { readWorkbook } from '../../server/import/workbook.ts'
import { loadInstruments } from '../../server/instruments.ts'
import { ProblemError } from '../../server/problem.ts'
import { countSentFile } from '../../server/services/sent-files.ts'
import { startAppForTest } from '../support/app.ts'
import { newSheet } from '../support/company-sheet.ts'
import { DATABASES } from '../support/databases.ts'
import { answersFile } from '../support/import-routes.ts'
import { gatherPeople } from '../support/people.ts'

const GENERAL = new URL('../../data/instruments', import.meta.url).pathname
const LOCKED = Buffer.from('d0cf11e0a1b11ae1000000', 'hex')
const LARGE = Buffer.from(`name,i01\n${'Somebody with a name,3\n'.repeat(8_000)}`)

function answersOptions(): WideOptions {
  const instrument = loadInstruments([GENERAL]).find('six-capitals', '1.0.0')
  if (instrument === undefined) throw new Error('six-capitals is not there')
  const about = { horizon: 'now', isOpen: true, period: '2026-Q1' }
  return {
    ...about,
    instrument: { ...instrument, lineage: undefined },
    mapping: { columns: [], values: [], groups: [] },
  }
}

test('two files are read at once and eight may wait; who comes then hears when to try again', async () => {
  const options = answersOptions()
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 12 }, () => readWorkbook(LOCKED)),
    readAnswersApart(LARGE, options),
  ])
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused).toHaveLength(3)
  for (const refusal of refused) expect(refusal).toMatchObject({ code: 'busy', retryAfter: 10 })
  expect(refused[0]).toBeInstanceOf(ProblemError)
  // Whoever comes when they are done is not held up by them.
  expect(await readWorkbook(LOCKED)).toEqual({ fault: 'old-or-locked' })
})

test('a file of answers that takes more time than there is says so', async () => {
  const options = answersOptions()
  const codes = async (longestMs: number) => {
    const { faults } = await readAnswersApart(LARGE, options, { longestMs, mostMegabytes: 400 })
    return faults.map(({ code }) => code)
  }
  expect(await codes(1)).toEqual(['too-hard'])
  expect(await codes(20_000)).not.toContain('too-hard')
})

test.each(DATABASES)(
  'files are counted for each member, and one too many hears how long it lasts, on $name',
  async ({ open }) => {
    const api = await startAppForTest(open)
    const { alice, bob, bakery } = await gatherPeople(api)
    const sheet = await newSheet(alice.client, bakery)
    const path = `/api/organisations/${bakery}`
    const send = {
      workbook: ['imports/instruments', 'imports/instruments/preview', `rounds/${sheet.roundId}/sheet/vsme`].flatMap(
        (to) => [() => alice.client.call('POST', `${path}/${to}`, LOCKED)],
      ),
      answers: ['imports/answers', 'imports/answers/preview'].map(
        (to) => () => alice.client.post(`${path}/${to}`, answersFile('i01')),
      ),
    }
    const scope = makeScope(bakery, alice.userId, 'owner')
    for (const [kind, most] of [
      ['workbook', 120],
      ['answers', 300],
    ] as const) {
      for (let n = 0; n < most; n += 1) await countSentFile(api.deps, scope, kind)
      api.clock.pass({ minutes: 10 })
      for (const call of send[kind]) {
        const refused = await call()
        expect([refused.refusal, refused.headers['retry-after']]).toEqual(['too-many-attempts', '3000'])
      }
      api.clock.pass({ minutes: 50, seconds: 1 })
      for (const call of send[kind]) expect((await call()).text).not.toContain('too-many-attempts')
    }
    expect((await bob.client.call('POST', `${path}/imports/instruments`, LOCKED)).refusal).toBe('not-a-workbook')
  },
)
