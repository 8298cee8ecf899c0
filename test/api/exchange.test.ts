import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../server/contract/common.ts'
import { CompanyNetwork, Match, MatchList, Offer, ValueNetwork } from '../../server/contract/exchange.ts'
import { endOffersOfErased } from '../../server/db/queries/exchange.ts'
import { startAppForTest, type TestApp } from '../support/app.ts'
import type { Client } from '../support/client.ts'
import { consentTo } from '../support/contributing.ts'
import { DATABASES } from '../support/databases.ts'
import { energy } from '../support/exchange.ts'
import { gatherPeople, type People } from '../support/people.ts'
import { addCompanies, addParks, takePart } from '../support/programme-data.ts'
import { foundProgrammes, type Programmes } from '../support/world-programme.ts'

const HEAT = 'Warm water from our ovens'
const COLD = 'Our grain has to dry'
const AT_BAKERY = 'Anna at the gate, 06 1234'
const AT_MILL = 'the-miller@mill.example'

describe.each(DATABASES)('who can help whom, on $name', ({ open }) => {
  let api: TestApp
  let people: People
  let programmes: Programmes
  let bakery: string
  let mill: string

  /** The bakery and the mill are on one park; a third company takes part. */
  beforeEach(async () => {
    api = await startAppForTest(open)
    people = await gatherPeople(api)
    programmes = await foundProgrammes(api, people)
    const { id, parkId } = programmes.valley
    const { db } = api.database
    await takePart(db, id, people.mill, parkId)
    await addCompanies(db, id, [{ id: parkId, name: 'Park in the valley', regionCode: null }], 1)
    bakery = `/api/organisations/${people.bakery}/participations/${id}`
    mill = `/api/organisations/${people.mill}/participations/${id}`
  })

  const alice = () => people.alice.client
  const carol = () => people.carol.client
  const put = async (client: Client, path: string, kind: 'offer' | 'need', text: string) =>
    (await client.put(`${path}/offers/${randomUUID()}`, energy(kind, text))).as(Offer)
  const offersOf = async (client: Client, path: string) => (await client.get(`${path}/offers`)).as(listOf(Offer)).items
  const matchesOf = async (client: Client, path: string) => (await client.get(`${path}/matches`)).as(MatchList).items
  const say = async (client: Client, path: string, body: object) => {
    const [match] = await matchesOf(client, path)
    return client.put(`${path}/matches/${match?.id}`, body)
  }
  const yesOf = (contact: string) => ({ says: 'yes', contact })
  /** The heat of the bakery, and the mill that needs it. */
  const meet = async () => {
    const offer = await put(alice(), bakery, 'offer', HEAT)
    const need = await put(carol(), mill, 'need', COLD)
    return { offer, need }
  }
  const agree = async () => {
    const made = await meet()
    await say(alice(), bakery, yesOf(AT_BAKERY))
    await say(carol(), mill, yesOf(AT_MILL))
    return made
  }
  const nameOf = async (id: string) => {
    const query = api.database.db.selectFrom('organisation').select('name').where('id', '=', id)
    return (await query.executeTakeFirstOrThrow()).name
  }
  const staffNetwork = () =>
    programmes.valley.manager.get(`/api/organisations/${programmes.valley.id}/programme/value-network`)

  test('a proposal tells each side the topic and whether it is the same park, and nothing of who it is', async () => {
    await meet()
    const told = { capital: 'natural', topic: 'energy', isSamePark: true, says: null, contact: null, agreed: null }
    expect(await matchesOf(alice(), bakery)).toMatchObject([{ kind: 'offer', ...told }])
    expect(await matchesOf(carol(), mill)).toMatchObject([{ kind: 'need', ...told }])
  })

  test('a proposal does not tell whether it is the same park while one company alone is elsewhere', async () => {
    const { db } = api.database
    await meet()
    const other = await addParks(db, programmes.valley.id, 1)
    const told = async () => (await matchesOf(alice(), bakery)).map(({ isSamePark }) => isSamePark)
    await addCompanies(db, programmes.valley.id, other, 1)
    expect(await told(), 'else everybody would know that a proposal from elsewhere is from that one').toEqual([null])
    await addCompanies(db, programmes.valley.id, other, 1)
    expect(await told()).toEqual([true])
    await db.deleteFrom('participation').where('companyId', 'not in', [people.bakery, people.mill]).execute()
    await addCompanies(db, programmes.valley.id, other, 2)
    expect(await told(), 'the mill is the only other one on the park').toEqual([null])
  })

  test('nothing of the other side is in any reply before both said yes', async () => {
    const { offer, need } = await meet()
    const secretsOf = async (id: string, listed: Offer, contact: string) => [
      id,
      listed.id,
      listed.text,
      await nameOf(id),
      contact,
    ]
    const looks = [
      {
        client: alice(),
        path: bakery,
        secrets: await secretsOf(people.mill, need, AT_MILL),
        contact: AT_BAKERY,
      },
      {
        client: carol(),
        path: mill,
        secrets: await secretsOf(people.bakery, offer, AT_BAKERY),
        contact: AT_MILL,
      },
    ]
    const everything = async (client: Client, path: string) => {
      const replies = [
        await client.get(path),
        await client.get(`${path}/offers`),
        await client.get(`${path}/matches`),
        await client.get(`${path}/value-network`),
      ]
      return replies.map(({ text }) => text).join()
    }
    const expectNothing = async (said: string) => {
      for (const { client, path, secrets } of looks) {
        const all = await everything(client, path)
        for (const secret of secrets) expect(all, said).not.toContain(secret)
      }
    }
    await expectNothing('nobody said anything')
    for (const [at, one] of looks.entries()) {
      const other = looks[1 - at]
      if (other === undefined) throw new Error('a match has two sides')
      const before = await everything(other.client, other.path)
      for (const body of [yesOf(one.contact), { says: 'no' }, { says: 'nothing' }]) {
        const reply = await say(one.client, one.path, body)
        expect(reply.as(Match).agreed).toBeNull()
        for (const secret of one.secrets) expect(reply.text).not.toContain(secret)
        await expectNothing(`one side said ${body.says}`)
        // Not even that the other said something.
        expect(await everything(other.client, other.path)).toBe(before)
      }
    }
  })

  test('when both said yes, each reads who the other is, what it wrote and how to reach it', async () => {
    await agree()
    const at = api.clock.now().toISOString()
    const park = 'Park in the valley'
    expect((await matchesOf(alice(), bakery))[0]?.agreed).toEqual({
      ...{ at, park, company: await nameOf(people.mill), text: COLD, contact: AT_MILL },
    })
    expect((await matchesOf(carol(), mill))[0]?.agreed).toEqual({
      ...{ at, park, company: await nameOf(people.bakery), text: HEAT, contact: AT_BAKERY },
    })
    expect(JSON.stringify(await matchesOf(alice(), bakery))).not.toContain(people.carol.email)
    expect((await say(alice(), bakery, { says: 'no' })).refusal).toBe('match-agreed')
    expect((await say(alice(), bakery, { says: 'nothing' })).refusal).toBe('match-agreed')
    expect((await say(alice(), bakery, yesOf('again'))).as(Match).contact).toBe(AT_BAKERY)
  })

  test('a no is not told: the other side goes on waiting, and a no can become a yes', async () => {
    await meet()
    await say(alice(), bakery, yesOf(AT_BAKERY))
    await say(carol(), mill, { says: 'no' })
    expect(await matchesOf(alice(), bakery)).toMatchObject([{ says: 'yes', agreed: null }])
    await say(carol(), mill, yesOf(AT_MILL))
    expect((await matchesOf(alice(), bakery))[0]?.agreed).not.toBeNull()
  })

  test('a yes that was taken back counts no more, and its contact line is gone', async () => {
    await meet()
    await say(alice(), bakery, yesOf(AT_BAKERY))
    expect((await say(alice(), bakery, { says: 'nothing' })).as(Match)).toMatchObject({ says: null, contact: null })
    expect((await say(carol(), mill, yesOf(AT_MILL))).as(Match).agreed).toBeNull()
    expect(await api.database.db.selectFrom('capitalMatch').select('offerContact').executeTakeFirst()).toEqual({
      offerContact: null,
    })
  })

  test('two who say yes at the same moment both hear who the other is', async () => {
    await meet()
    const replies = await Promise.all([say(alice(), bakery, yesOf(AT_BAKERY)), say(carol(), mill, yesOf(AT_MILL))])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect((await matchesOf(alice(), bakery))[0]?.agreed?.contact).toBe(AT_MILL)
    expect((await matchesOf(carol(), mill))[0]?.agreed?.contact).toBe(AT_BAKERY)
  })

  test('with fewer than three companies nothing is proposed, and what was agreed stays', async () => {
    await meet()
    const [waiting] = await matchesOf(alice(), bakery)
    const left = { leftAt: api.clock.now().toISOString() }
    const third = api.database.db
      .updateTable('participation')
      .where('programmeId', '=', programmes.valley.id)
      .where('companyId', 'not in', [people.bakery, people.mill])
    await third.set(left).execute()
    expect((await alice().get(`${bakery}/matches`)).as(MatchList)).toEqual({ enough: false, items: [] })
    expect((await alice().put(`${bakery}/matches/${waiting?.id}`, { says: 'no' })).refusal).toBe('not-found')
    await third.set({ leftAt: null }).execute()
    await say(alice(), bakery, yesOf(AT_BAKERY))
    await say(carol(), mill, yesOf(AT_MILL))
    await third.set(left).execute()
    expect((await matchesOf(alice(), bakery))[0]?.agreed).not.toBeNull()
  })

  test.each(['ended', 'left', 'erased'] as const)(
    'when one side is %s its proposals go, and of what was agreed the other sees that it ended',
    async (how) => {
      const { offer } = await agree()
      await put(carol(), mill, 'need', 'And in summer')
      expect(await matchesOf(alice(), bakery)).toHaveLength(2)
      const at = api.clock.now().toISOString()
      if (how === 'ended') expect((await alice().delete(`${bakery}/offers/${offer.id}`)).status).toBe(204)
      else if (how === 'left') expect((await alice().delete(bakery)).status).toBe(204)
      else await api.database.db.transaction().execute((trx) => endOffersOfErased(trx, people.bakery, at))
      expect(await matchesOf(carol(), mill)).toEqual([])
      const ends = (await offersOf(carol(), mill)).map(({ text, matchEndedAt }) => [text, matchEndedAt])
      expect(Object.fromEntries(ends)).toEqual({ [COLD]: at, 'And in summer': null })
      const { db } = api.database
      expect(await db.selectFrom('capitalMatch').select('id').execute()).toEqual([])
      expect(JSON.stringify(await db.selectFrom('capitalOffer').selectAll().execute())).not.toContain(HEAT)
    },
  )

  test('at most twenty stand open, and a topic belongs to its capital', async () => {
    for (let count = 0; count < 20; count += 1) await put(alice(), bakery, 'offer', `Number ${count}`)
    expect((await alice().put(`${bakery}/offers/${randomUUID()}`, energy('need', 'One more'))).refusal).toBe(
      'too-many-offers',
    )
    const [first] = await offersOf(alice(), bakery)
    await alice().delete(`${bakery}/offers/${first?.id}`)
    expect((await alice().put(`${bakery}/offers/${randomUUID()}`, energy('need', 'x'.repeat(301)))).refusal).toBe(
      'invalid-request',
    )
    expect(
      (await alice().put(`${bakery}/offers/${randomUUID()}`, { ...energy('need', 'Heat'), topic: 'training' })).refusal,
    ).toBe('invalid-request')
    expect((await alice().put(`${bakery}/offers/${randomUUID()}`, energy('need', 'One more'))).status).toBe(200)
  })

  test('an offer that is sent again makes no second one, at the twentieth neither; its id is of nothing else', async () => {
    const id = randomUUID()
    const once = (text: string, client = alice(), path = bakery) =>
      client.put(`${path}/offers/${id}`, energy('offer', text))
    const made = (await once(HEAT)).as(Offer)
    for (let count = 1; count < 20; count += 1) await put(alice(), bakery, 'offer', `Number ${count}`)
    await put(carol(), mill, 'need', COLD)
    expect((await once(HEAT)).as(Offer)).toEqual(made)
    expect(await offersOf(alice(), bakery)).toHaveLength(20)
    expect(await matchesOf(carol(), mill)).toHaveLength(20)
    expect((await once('Other words')).refusal).toBe('operation-reused')
    expect((await once(HEAT, carol(), mill)).refusal).toBe('operation-reused')
  })

  test('nobody touches what is of another company, and a company that left finds nothing', async () => {
    const { offer } = await meet()
    const [match] = await matchesOf(carol(), mill)
    expect((await carol().delete(`${mill}/offers/${offer.id}`)).refusal).toBe('not-found')
    const third = await put(people.erin.client, bakery, 'need', 'By a contributor')
    expect(third.kind).toBe('need')
    for (const who of [people.bob, people.frank])
      expect((await who.client.put(`${bakery}/offers/${randomUUID()}`, energy('need', 'No'))).refusal).toBe(
        'not-allowed',
      )
    expect((await people.frank.client.get(`${bakery}/matches`)).status).toBe(200)
    await carol().delete(mill)
    for (const path of ['offers', 'matches', 'value-network'])
      expect((await carol().get(`${mill}/${path}`)).refusal).toBe('not-found')
    expect((await carol().put(`${mill}/matches/${match?.id}`, { says: 'no' })).refusal).toBe('not-found')
  })

  test('staff read counts from five on and who helps whom, never a text, a topic, a contact or an unnamed company', async () => {
    for (let count = 0; count < 4; count += 1) await put(alice(), bakery, 'offer', `Heat ${count}`)
    await agree()
    const reply = await staffNetwork()
    const network = reply.as(ValueNetwork)
    expect(network.open.find(({ capital }) => capital === 'natural')).toEqual({
      ...{ capital: 'natural', offers: 5, needs: null },
    })
    expect(network.companies.map(({ name }) => name)).toEqual([null, null])
    expect(network.matches).toHaveLength(1)
    const secrets = [HEAT, COLD, AT_BAKERY, AT_MILL, 'energy', people.bakery, people.mill, await nameOf(people.mill)]
    for (const secret of secrets) expect(reply.text).not.toContain(secret)
    await consentTo('named', carol(), mill)
    const [named] = (await staffNetwork()).as(ValueNetwork).companies.filter(({ name }) => name !== null)
    expect(named?.name).toBe(await nameOf(people.mill))
    const [arrow] = network.matches
    expect([arrow?.to, arrow?.capital, arrow?.count]).toEqual([named?.number, 'natural', 1])
    expect((await staffNetwork()).text).not.toContain(await nameOf(people.bakery))
  })

  test('a company sees who helps whom on its park once it lets itself be named, and no longer than that', async () => {
    await agree()
    const look = async () => (await carol().get(`${mill}/value-network`)).as(CompanyNetwork).network
    expect(await look()).toBeNull()
    await consentTo('named', carol(), mill)
    expect((await look())?.companies.map(({ name }) => name).toSorted()).toEqual(
      [await nameOf(people.mill), null].sort(),
    )
    await carol().put(`${mill}/consents`, { purpose: 'named', act: 'withdrawn', statement: 'named-1', locale: 'nl' })
    expect(await look()).toBeNull()
  })

  test('everything that a company does here stands in its own log alone, and in both that they met', async () => {
    const { offer } = await agree()
    await alice().delete(`${bakery}/offers/${offer.id}`)
    const rows = await api.database.db
      .selectFrom('auditEvent')
      .select(['organisationId', 'action', 'userId'])
      .where('action', 'like', 'exchange.%')
      .orderBy('number')
      .execute()
    const of = (id: string) => rows.filter(({ organisationId }) => organisationId === id).map(({ action }) => action)
    expect(of(people.bakery)).toEqual(['exchange.offer', 'exchange.yes', 'exchange.met', 'exchange.end'])
    expect(of(people.mill)).toEqual(['exchange.need', 'exchange.agreed'])
    expect(rows).toHaveLength(6)
    expect(rows.find(({ action }) => action === 'exchange.met')?.userId, 'nobody of the other company').toBeNull()
  })
})
