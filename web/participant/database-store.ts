import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ResponseView } from '../../server/contract/responses.ts'
import {
  type Answer,
  type AnswerPlace,
  isAbout,
  type KeptAnswer,
  type KeptOperation,
  type KeptResponse,
  makeOperation,
  type PhoneStore,
} from './phone-store.ts'

const NAME = 'meervoud'
const CURRENT = 'current'
const LEASE = 'lease'

/** Who may send until when, for browsers without Web Locks. */
interface Lease {
  readonly holder: string
  readonly until: number
}

interface Schema extends DBSchema {
  responses: { key: string; value: KeptResponse }
  views: { key: string; value: ResponseView }
  answers: { key: [string, string, string]; value: KeptAnswer }
  operations: { key: string; value: KeptOperation }
  settings: { key: string; value: string | Lease }
}

/** Keeps everything in IndexedDB, shared by all pages of this origin on this phone. Every method may reject. */
export class DatabaseStore implements PhoneStore {
  readonly #database: IDBPDatabase<Schema>

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database
  }

  /** @throws whatever the browser gives when it keeps nothing for this page. */
  static async open(onLost: () => void): Promise<DatabaseStore> {
    const database = await openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('responses', { keyPath: 'joinId' })
        fresh.createObjectStore('views')
        fresh.createObjectStore('answers', { keyPath: ['joinId', 'itemId', 'horizon'] })
        fresh.createObjectStore('operations', { keyPath: 'opId' })
        fresh.createObjectStore('settings')
      },
      terminated: onLost,
    })
    return new DatabaseStore(database)
  }

  async current(): Promise<KeptResponse | undefined> {
    const joinId = await this.#database.get('settings', CURRENT)
    return typeof joinId === 'string' ? this.#database.get('responses', joinId) : undefined
  }

  async setCurrent(joinId: string | undefined): Promise<void> {
    if (joinId === undefined) await this.#database.delete('settings', CURRENT)
    else await this.#database.put('settings', joinId, CURRENT)
  }

  responses(): Promise<KeptResponse[]> {
    return this.#database.getAll('responses')
  }

  async keepResponse(response: KeptResponse): Promise<void> {
    await this.#database.put('responses', response)
  }

  /** @throws {Error} there is no such response: what should have been kept was not. */
  async changeResponse(joinId: string, change: Partial<KeptResponse>): Promise<void> {
    const transaction = this.#database.transaction('responses', 'readwrite')
    const before = await transaction.store.get(joinId)
    if (before) await transaction.store.put({ ...before, ...change })
    await transaction.done
    if (!before) throw new Error(`response ${joinId} is not kept on this phone`)
  }

  async forgetResponse(joinId: string): Promise<void> {
    const change = this.#database.transaction(['responses', 'views', 'answers', 'settings'], 'readwrite')
    await change.objectStore('responses').delete(joinId)
    await change.objectStore('views').delete(joinId)
    await change.objectStore('answers').delete(IDBKeyRange.bound([joinId], [joinId, []]))
    const settings = change.objectStore('settings')
    if ((await settings.get(CURRENT)) === joinId) await settings.delete(CURRENT)
    await change.done
  }

  view(joinId: string): Promise<ResponseView | undefined> {
    return this.#database.get('views', joinId)
  }

  async keepView(joinId: string, view: ResponseView | undefined): Promise<void> {
    if (view) await this.#database.put('views', view, joinId)
    else await this.#database.delete('views', joinId)
  }

  answers(joinId: string): Promise<KeptAnswer[]> {
    return this.#database.getAll('answers', IDBKeyRange.bound([joinId], [joinId, []]))
  }

  async keepAnswer(place: AnswerPlace, answer: Answer | null, leastSeq: number): Promise<KeptOperation> {
    const change = this.#database.transaction(['answers', 'operations'], 'readwrite', { durability: 'strict' })
    const write = async () => {
      const answers = change.objectStore('answers')
      const operations = change.objectStore('operations')
      const before = await answers.get([place.joinId, place.itemId, place.horizon])
      const seq = Math.max((before?.seq ?? 0) + 1, leastSeq)
      const made = makeOperation(place, answer, seq, true)
      const superseded = (await operations.getAll()).filter((other) => isAbout(other, place))
      for (const other of superseded) await operations.delete(other.opId)
      await operations.put(made)
      await answers.put({ joinId: place.joinId, itemId: place.itemId, horizon: place.horizon, seq, answer })
      return made
    }
    const [made] = await Promise.all([write(), change.done])
    return made
  }

  operations(): Promise<KeptOperation[]> {
    return this.#database.getAll('operations')
  }

  async keepOperation(operation: KeptOperation): Promise<void> {
    await this.#database.put('operations', operation)
  }

  async removeOperations(opIds: readonly string[]): Promise<void> {
    const change = this.#database.transaction('operations', 'readwrite')
    for (const opId of opIds) await change.store.delete(opId)
    await change.done
  }

  /** Takes or prolongs the right to send, for so many milliseconds; false when another page has it. */
  async takeLease(holder: string, milliseconds: number): Promise<boolean> {
    const change = this.#database.transaction('settings', 'readwrite')
    const lease = await change.store.get(LEASE)
    const left = typeof lease === 'object' && lease.holder !== holder ? lease.until - Date.now() : 0
    // A lease that ends later than any can is from before somebody set the clock back.
    const isTaken = left > 0 && left <= milliseconds
    if (!isTaken) await change.store.put({ holder, until: Date.now() + milliseconds }, LEASE)
    await change.done
    return !isTaken
  }

  /** Gives the right to send back. */
  async endLease(holder: string): Promise<void> {
    const change = this.#database.transaction('settings', 'readwrite')
    const lease = await change.store.get(LEASE)
    if (typeof lease === 'object' && lease.holder === holder) await change.store.delete(LEASE)
    await change.done
  }
}
