import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, migrate, openDatabase } from '../../server/db/open.ts'
import type { Backups } from '../../server/upkeep/backups.ts'
import { OWNER_FILE } from '../../server/upkeep/installation.ts'
import { Upkeep } from '../../server/upkeep/upkeep.ts'
import { Clock } from './app.ts'
import { temporaryFolder } from './databases.ts'

/** An embedded database that a server looks after, with a clock that can be moved. */
export class UpkeepPlace {
  readonly clock = new Clock()
  readonly dataDir: string
  /** The folder of its backups. */
  readonly folder: string
  readonly database: Database
  upkeep: Upkeep
  readonly #remove: () => void

  private constructor(dataDir: string, database: Database, remove: () => void, folder: string | undefined) {
    this.dataDir = dataDir
    this.folder = folder ?? join(dataDir, 'elsewhere', 'backups')
    this.database = database
    this.upkeep = this.#newUpkeep()
    this.#remove = remove
  }

  /** A new place; with a folder that is given its backups go there. */
  static async make(folder?: string): Promise<UpkeepPlace> {
    const { path, remove } = temporaryFolder()
    const database = await openDatabase({ dataDir: path })
    await migrate(database)
    return new UpkeepPlace(path, database, remove, folder)
  }

  /** As a server does that is started again. */
  again(leastRoom?: number): void {
    this.upkeep = this.#newUpkeep(leastRoom)
  }

  get backups(): Backups {
    if (this.upkeep.backups === undefined) throw new Error('there are no backups here')
    return this.upkeep.backups
  }

  /** What is in the folder of backups beside the mark that says whose it is, in order. */
  names(): string[] {
    return (existsSync(this.folder) ? readdirSync(this.folder).sort() : []).filter((name) => name !== OWNER_FILE)
  }

  /** Changes the database. */
  async write(key: string): Promise<void> {
    const row = { key, windowStart: '2026-11-02T09:00:00.000Z', count: 1 }
    await this.database.db.insertInto('attempt').values(row).execute()
  }

  async close(): Promise<void> {
    await this.upkeep.stop()
    await this.database.close()
    this.#remove()
  }

  #newUpkeep(leastRoom = 1_000_000): Upkeep {
    const folders = { dataDir: this.dataDir, backups: this.folder }
    return new Upkeep({ database: this.database, folders, version: '1.2.3', now: this.clock.now, leastRoom })
  }
}
