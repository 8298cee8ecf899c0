import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Draft } from './draft.ts'
import { inTime } from './in-time.ts'

interface Schema<Body> extends DBSchema {
  drafts: { key: [string, string]; value: Draft<Body> }
}

/**
 * Drafts on this device (IndexedDB), each under its document and the page that holds it, so that two pages never
 * overwrite each other's words. Its promises never reject: a device that keeps nothing answers false or nothing.
 */
export class DraftStore<Body> {
  readonly #opening: Promise<IDBPDatabase<Schema<Body>> | undefined>

  /** @param name the database, one for each kind of document and person. */
  constructor(name: string) {
    this.#opening = inTime(open<Body>(name)).catch(() => undefined)
  }

  /** Every draft that pages on this device left or hold. */
  async all(): Promise<readonly Draft<Body>[]> {
    return (await this.#try((database) => database.getAll('drafts'))) ?? []
  }

  /** Keeps a draft; false when this device did not. */
  async put(draft: Draft<Body>): Promise<boolean> {
    return (await this.#try((database) => database.put('drafts', draft))) !== undefined
  }

  /** Forgets what a page held of a document. */
  async remove(key: string, pageId: string): Promise<void> {
    await this.#try((database) => database.delete('drafts', [key, pageId]))
  }

  /**
   * Moves a draft of a page that is gone to another page; does nothing when a third page was first.
   *
   * @param join makes what is kept of what was left; it is called once, or not at all.
   */
  async adopt({ key, pageId }: Draft<Body>, join: (left: Draft<Body>) => Draft<Body>): Promise<void> {
    await this.#try(async (database) => {
      const change = database.transaction('drafts', 'readwrite')
      const left = await change.store.get([key, pageId])
      if (left) await Promise.all([change.store.delete([key, pageId]), change.store.put(join(left))])
      await change.done
    })
  }

  async #try<Result>(use: (database: IDBPDatabase<Schema<Body>>) => Promise<Result>): Promise<Result | undefined> {
    const database = await this.#opening
    if (!database) return undefined
    try {
      return await inTime(use(database))
    } catch {
      return undefined
    }
  }
}

/** Asynchronous, since some browsers throw at once where others refuse later. */
async function open<Body>(name: string): Promise<IDBPDatabase<Schema<Body>>> {
  return openDB<Schema<Body>>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('drafts', { keyPath: ['key', 'pageId'] }),
  })
}
