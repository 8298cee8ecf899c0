import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { Acknowledgements, ResponseView } from '../../server/contract/responses.ts'
import { lockDataDir } from '../../server/db/lock.ts'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import { storedOperation } from '../../server/domain/sheet.ts'
import { StorageRoom } from '../../server/upkeep/storage-room.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import {
  Clock,
  joinRound,
  newRound,
  PASSWORD,
  type Respondent,
  signUp,
  startApp,
  type TestApp,
} from '../support/app.ts'
import type { Reply } from '../support/client.ts'
import { temporaryFolder } from '../support/databases.ts'

const MEGABYTE = 1_000_000
const LEAST = 2 * MEGABYTE
// One phone does the work of a room here.
const PACE = { burst: 1e9, perSecond: 1e9 }

interface Full {
  readonly api: TestApp
  readonly upkeep: Upkeep
  readonly dataDir: string
  readonly database: Database
}

/** The application on a folder that may lie on a small disk. */
async function appIn(dataDir: string, clock = () => 0): Promise<Full> {
  const database = await openDatabase({ dataDir })
  await migrate(database)
  const room = StorageRoom.ofFolder(dataDir, { least: LEAST, clock })
  const folders = { dataDir, backups: join(dataDir, 'backups') }
  const upkeep = new Upkeep({ database, folders, version: '0.0.0-test', now: new Clock().now, leastRoom: LEAST, room })
  const api = await startApp(database, { upkeep, answerBudget: PACE })
  onTestFinished(async () => {
    await api.close()
    await upkeep.stop()
    await database.close()
  })
  return { api, upkeep, dataDir, database }
}

/** One person in a round who answers its only item again and again. */
class Answering {
  readonly respondent: Respondent
  readonly itemId: string
  acknowledged = 0
  #seq = 0

  constructor(respondent: Respondent, itemId: string) {
    this.respondent = respondent
    this.itemId = itemId
  }

  static async start(api: TestApp): Promise<Answering> {
    const alice = await signUp(api)
    const itemId = api.deps.instruments.find('six-capitals', '1.0.0')?.items[0]?.id ?? ''
    const { code } = await newRound(alice.client, alice.organisationId, { itemIds: [itemId], mode: 'open' })
    return new Answering(await joinRound(api.nobody, code), itemId)
  }

  /** Answers once; a round with names keeps each change, so that the database grows. */
  async answer(): Promise<Reply> {
    this.#seq += 1
    const operation = {
      opId: randomUUID(),
      itemId: this.itemId,
      horizon: 'now',
      seq: this.#seq,
      rating: (this.#seq % 5) + 1,
    }
    const reply = await this.respondent.client.put('/api/response/answers', [operation])
    if (reply.status === 200 && reply.as(Acknowledgements)[0]?.status === 'applied') this.acknowledged = this.#seq
    return reply
  }

  /** The sequence number of the answer that is stored. */
  stored({ database }: Full): number {
    const row = database.sqlite?.prepare('select operations from sheet where respondent_id = ?')
    const operations = z.array(z.string()).parse(JSON.parse(String(row?.pluck().get(this.respondent.respondentId))))
    return storedOperation(operations[0])?.seq ?? 0
  }
}

describe('room on the disk', () => {
  test('is refused below the mark and comes back only well above it', () => {
    let free = 10 * MEGABYTE
    const room = new StorageRoom({ look: () => ({ free, log: 0 }), least: LEAST, clock: () => 0 })
    const seen = [10, 2.1, 1.9, 2.1, 2.9, 3.1].map((megabytes) => {
      free = megabytes * MEGABYTE
      room.look()
      return room.isFull
    })
    expect(seen).toEqual([false, false, true, true, true, false])
  })

  test('is twice the log where that is more', () => {
    const room = new StorageRoom({ look: () => ({ free: 5 * MEGABYTE, log: 3 * MEGABYTE }), least: LEAST })
    room.look()
    expect(room.isFull).toBe(true)
  })

  test('that the database itself misses is tried again after ten seconds', () => {
    let time = 0
    const room = new StorageRoom({ look: () => undefined, clock: () => time })
    room.noteFull()
    expect(room.isFull).toBe(true)
    time = 9_999
    expect(room.isFull).toBe(true)
    time = 10_000
    expect(room.isFull).toBe(false)
  })
})

describe('a server whose disk runs full', () => {
  test('takes no writes, goes on reading, lets people sign in, and comes back by itself', async () => {
    const folder = temporaryFolder()
    onTestFinished(folder.remove)
    let free = 100 * MEGABYTE
    const full = await appIn(folder.path)
    const { api } = full
    const answering = await Answering.start(api)
    const room = new Upkeep({
      database: full.database,
      version: '0.0.0-test',
      now: api.clock.now,
      room: new StorageRoom({ look: () => ({ free, log: 0 }), least: LEAST }),
    })
    const second = await startApp(full.database, { upkeep: room, answerBudget: PACE })
    onTestFinished(() => second.close())
    const phone = new Answering(
      {
        ...answering.respondent,
        client: second.nobody.with({ authorization: `Respondent ${answering.respondent.secret}` }),
      },
      answering.itemId,
    )
    expect((await phone.answer()).status).toBe(200)

    free = MEGABYTE
    await room.look()
    const refused = await phone.answer()
    expect([refused.status, refused.refusal, refused.headers['retry-after']]).toEqual([507, 'storage-full', '30'])
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect((await phone.respondent.client.get('/api/response')).status).toBe(200)
    const ready = await second.nobody.get('/api/health/ready')
    expect([ready.status, ready.text]).toEqual([503, '{"status":"read-only"}'])
    expect((await second.nobody.get('/api/health/live')).status).toBe(200)
    // Whoever has to make room must be able to come in; a stranger hears nothing about the disk.
    const session = await second.nobody.post('/api/sessions', { email: 'alice@example.org', password: PASSWORD })
    expect(session.status).toBe(204)
    expect((await second.nobody.post('/api/organisations', { name: 'New' })).status).toBe(401)

    free = 2.5 * MEGABYTE
    await room.look()
    expect((await phone.answer()).status).toBe(507)
    free = 4 * MEGABYTE
    await room.look()
    expect((await phone.answer()).status).toBe(200)
    expect((await second.nobody.get('/api/health/ready')).text).toBe('{"status":"attention"}')
    expect(phone.stored(full)).toBe(phone.acknowledged)
  })

  test('says so when the database itself is full, has stored what it acknowledged, and goes on when there is room', async () => {
    const folder = temporaryFolder()
    onTestFinished(folder.remove)
    const full = await appIn(folder.path)
    const answering = await Answering.start(full.api)
    const { sqlite } = full.database
    const pages = Number(sqlite?.pragma('page_count', { simple: true }))
    sqlite?.pragma(`max_page_count = ${pages + 3}`)
    const statuses = new Set<number>()
    for (let count = 0; count < 400 && !statuses.has(507); count += 1) statuses.add((await answering.answer()).status)
    expect(statuses).toEqual(new Set([200, 507]))
    expect(answering.stored(full)).toBe(answering.acknowledged)
    expect(full.upkeep.readiness).toBe('read-only')
    const sheet = await answering.respondent.client.get('/api/response')
    expect(sheet.as(ResponseView).finished).toBe(false)
    sqlite?.pragma('max_page_count = 1000000')
    const again = await startApp(full.database)
    onTestFinished(() => again.close())
    const { secret } = answering.respondent
    const client = again.nobody.with({ authorization: `Respondent ${secret}` })
    const later = new Answering({ ...answering.respondent, client }, answering.itemId)
    expect((await later.answer()).status).toBe(200)
  })

  test('stores nothing more once the disk itself failed, and still reads', async () => {
    const folder = temporaryFolder()
    onTestFinished(folder.remove)
    const full = await appIn(folder.path)
    const answering = await Answering.start(full.api)
    // A wait for the disk that fails cannot be had on this machine: the store reports one, as SQLite does.
    const save = () => Promise.reject(new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC'))
    const broken = await startApp(full.database, { upkeep: full.upkeep, sheets: { save, idle: async () => undefined } })
    onTestFinished(() => broken.close())
    const client = broken.nobody.with({ authorization: `Respondent ${answering.respondent.secret}` })
    const there = new Answering({ ...answering.respondent, client }, answering.itemId)
    expect((await there.answer()).refusal).toBe('storage-broken')
    // The whole process, not this call only; and no sign-in either, which would be stored.
    expect((await answering.answer()).refusal).toBe('storage-broken')
    const credentials = { email: 'alice@example.org', password: PASSWORD }
    expect((await full.api.nobody.post('/api/sessions', credentials)).status).toBe(503)
    expect((await answering.respondent.client.get('/api/response')).status).toBe(200)
    expect((await full.api.nobody.get('/api/health/ready')).text).toBe('{"status":"database"}')
  })

  const small = temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small.path]).status === 0
  const toTheLastByte = async () => {
    onTestFinished(() => {
      execFileSync('umount', ['-l', small.path])
      small.remove()
    })
    const dataDir = join(small.path, 'data')
    let time = 0
    const full = await appIn(dataDir, () => time)
    const answering = await Answering.start(full.api)
    expect((await answering.answer()).status).toBe(200)
    fill(join(small.path, 'filler'))
    // Nobody looked at the disk yet: the database runs into its end by itself.
    const statuses: number[] = []
    for (let count = 0; count < 2_000 && statuses.at(-1) !== 507; count += 1)
      statuses.push((await answering.answer()).status)
    expect(statuses.at(-1)).toBe(507)
    expect(statuses.filter((status) => status !== 200 && status !== 507)).toEqual([])
    expect(answering.stored(full)).toBe(answering.acknowledged)
    expect((await answering.respondent.client.get('/api/response')).status).toBe(200)
    await expect(full.upkeep.backups?.make()).rejects.toThrow()
    expect(() => lockDataDir(dataDir)).toThrow('disk-full')
    rmSync(join(small.path, 'filler'))
    await full.upkeep.look()
    expect((await answering.answer()).status).toBe(507)
    time += 10_000
    expect((await answering.answer()).status).toBe(200)
    expect(answering.stored(full)).toBe(answering.acknowledged)
  }
  if (mounted) test('to the last byte of a real small disk: nothing acknowledged is lost, no restart', toTheLastByte)
  else {
    small.remove()
    console.log('not run: a small disk filled to the last byte, because this user may not mount one')
  }
})

/** Writes until not one byte more fits. */
function fill(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (let size = 100_000; size >= 1; ) {
      const { bavail, bsize } = statfsSync(path)
      if (bavail === 0) return
      size = Math.min(size, bavail * bsize)
      writeSync(file, Buffer.alloc(size, 1))
    }
  } catch {
    // That is what was asked.
  } finally {
    closeSync(file)
  }
}
