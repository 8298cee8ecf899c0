import { expect, onTestFinished, test } from 'vitest'
import { Workshop } from '../../server/contract/workshops.ts'
import { closeDueRounds } from '../../server/services/closing.ts'
import { signUp, startApp } from '../support/app.ts'
import type { Client, Reply } from '../support/client.ts'
import { DATABASES } from '../support/databases.ts'
import { Stream } from '../support/stream.ts'
import { joinAndRate, TestWorkshop } from '../support/workshop.ts'

/*
 * Before the reveal, nothing that anybody receives may depend on what somebody else answered. So the same meeting is
 * held several times, with other ratings of the others, and every byte that a participant, the wall and the
 * facilitator received must be the same; only ids, secrets and times are made equal first.
 */

const ITEMS = ['i01', 'i02', 'i03']
const PEOPLE = 20
const HALF = PEOPLE / 2

/** Everything that one caller received, in order. */
type Transcript = string[]

interface Meeting {
  readonly phones: readonly Transcript[]
  readonly wall: Transcript
  readonly facilitator: Transcript
  /** The same after the reveal: there the ratings must be seen, or this test would notice nothing. */
  readonly revealed: Transcript
  readonly ids: readonly string[]
}

/** A caller of whom every reply is written down, status and headers included. */
class Recorded {
  readonly #client: Client
  readonly #to: Transcript

  constructor(client: Client, to: Transcript) {
    this.#client = client
    this.#to = to
  }

  async get(url: string): Promise<void> {
    this.keep(await this.#client.get(url))
  }

  async put(url: string, body: object): Promise<void> {
    this.keep(await this.#client.put(url, body))
  }

  async post(url: string, body: object = {}): Promise<void> {
    this.keep(await this.#client.post(url, body))
  }

  keep({ status, headers, text }: Reply): void {
    this.#to.push(`${status} ${JSON.stringify(headers)} ${text}`)
  }
}

async function hold(first: number, second: number): Promise<Meeting> {
  const [sqlite] = DATABASES
  const database = await (sqlite?.open() ?? Promise.reject(new Error('no database')))
  const api = await startApp(database)
  onTestFinished(async () => {
    await api.close()
    await database.close()
  })
  const { client: alice, organisationId } = await signUp(api)
  const workshop = await TestWorkshop.make(alice, organisationId, { itemIds: ITEMS, expected: PEOPLE })
  const origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
  const ratings = Array.from({ length: PEOPLE }, (_, index) => (index < HALF ? first : second))
  const people = await joinAndRate(api, workshop.round.code, ITEMS, ratings)
  const meeting: Meeting = {
    phones: people.map(() => []),
    wall: [],
    facilitator: [],
    revealed: [],
    ids: people.map(({ respondentId }) => respondentId),
  }
  const live = `/api/live/rounds/${workshop.round.id}`
  const streams = await Promise.all(people.map(({ secret }) => open(origin + live, `Respondent ${secret}`)))
  const wallClient = await workshop.wall(alice, api.nobody)
  const wallStream = await open(origin + live, wallClient.headers['authorization'] ?? '')
  const phones = people.map(({ client }, index) => new Recorded(client, meeting.phones[index] ?? []))
  const wall = new Recorded(wallClient, meeting.wall)
  const facilitator = new Recorded(alice, meeting.facilitator)

  const everybodyLooks = async () => {
    for (const [index, phone] of phones.entries()) {
      const seq = 2 + meeting.wall.length
      const operation = { opId: `again-${index}-${seq}`, itemId: 'i02', horizon: 'now', seq, rating: ratings[index] }
      await phone.put('/api/response/answers', [operation])
      await phone.get('/api/response')
      await phone.get(`${live}/wall`)
      await phone.get(`${live}/revealed`)
    }
    await wall.get(`${live}/wall`)
    await wall.get(`${live}/revealed`)
    await facilitator.get(workshop.url)
    await facilitator.get(`/api/organisations/${organisationId}/rounds/${workshop.round.id}`)
    await facilitator.get(`${workshop.url}/hand-over`)
  }
  const press = (order: object) => facilitator.post(`${workshop.url}/commands`, order)

  await everybodyLooks()
  await press({ do: 'show', scene: { kind: 'question', itemId: 'i02' } })
  await press({ do: 'timer', seconds: 60 })
  await press({ do: 'pause', on: true })
  await everybodyLooks()
  await press({ do: 'pause', on: false })
  await press({ do: 'show', scene: { kind: 'progress' } })
  await press({ do: 'show', scene: { kind: 'divided', horizon: 'now' } })
  await press({ do: 'door', locked: true })
  for (const phone of phones.slice(0, HALF)) await phone.post('/api/response/finish')
  await press({ do: 'close' })
  await everybodyLooks()
  await press({ do: 'undo-close' })
  await press({ do: 'reveal' })
  await press({ do: 'close' })
  api.clock.pass({ seconds: 11 })
  const heard = Promise.all([...streams, wallStream].map((stream) => stream.next('closed')))
  await closeDueRounds(api.deps)
  await heard
  await everybodyLooks()
  for (const [index, stream] of streams.entries()) meeting.phones[index]?.push(eventsOf(stream))
  meeting.wall.push(eventsOf(wallStream))
  for (const stream of [...streams, wallStream]) stream.close()

  const state = (await alice.post(`${workshop.url}/commands`, { do: 'reveal' })).as(Workshop)
  expect(state.isRevealed).toBe(true)
  await new Recorded(wallClient, meeting.revealed).get(`${live}/revealed`)
  return meeting
}

async function open(url: string, authorization: string): Promise<Stream> {
  return Stream.open(url, { authorization })
}

/** Which events came, and the shape of every byte of them; how often is a matter of the clock. */
function eventsOf({ text }: Stream): string {
  return [...new Set(text.replace(/\d+/g, '0').split('\n\n'))].sort().join('|')
}

const MADE_UP: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME'],
  [/[\w-]{43}/g, 'SECRET'],
  [/"code":"[A-Z2-9]{6}"/g, '"code":"CODE"'],
  [/\/d#[A-Z2-9]{6}/g, '/d#CODE'],
  [/"date":"[^"]*"/g, '"date":"DATE"'],
]

function plain(transcript: Transcript): string {
  return MADE_UP.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), transcript.join('\n'))
}

test('every byte that a phone, the wall and the facilitator receive before the reveal is the same whatever others answered', async () => {
  const usual = await hold(2, 4)
  const othersHigher = await hold(2, 5)
  const othersLower = await hold(1, 4)
  for (let index = 0; index < PEOPLE; index += 1) {
    const same = index < HALF ? othersHigher : othersLower
    expect(plain(same.phones[index] ?? []), `phone ${index}`).toBe(plain(usual.phones[index] ?? []))
  }
  for (const meeting of [othersHigher, othersLower]) {
    expect(plain(meeting.wall)).toBe(plain(usual.wall))
    expect(plain(meeting.facilitator)).toBe(plain(usual.facilitator))
  }
  const bytes = [...usual.phones, usual.wall, usual.facilitator].flat().reduce((sum, text) => sum + text.length, 0)
  console.log(
    `before the reveal: ${bytes} bytes to ${PEOPLE} phones, the wall and the facilitator, the same in 3 meetings`,
  )
  expect(bytes).toBeGreaterThan(100_000)
  expect(plain(othersHigher.revealed), 'the reveal does tell').not.toBe(plain(usual.revealed))
})

test('nobody receives anything that stands for another person of an anonymous round', async () => {
  const { phones, wall, facilitator, revealed, ids } = await hold(2, 4)
  for (const [index, transcript] of phones.entries()) {
    const others = ids.filter((_, other) => other !== index)
    expect(others.filter((id) => transcript.join().includes(id))).toEqual([])
  }
  for (const transcript of [wall, facilitator, revealed]) {
    expect(ids.filter((id) => transcript.join().includes(id))).toEqual([])
  }
})
