import type { Browser } from 'playwright-core'
import { Me } from '../../server/contract/accounts.ts'
import type { Role } from '../../server/contract/common.ts'
import { type Db, openDatabase } from '../../server/db/open.ts'
import { upsertMembership } from '../../server/db/queries/members.ts'
import { speak } from './conversation.ts'
import { addProgramme } from './programme-data.ts'
import type { TestServer } from './server.ts'
import { startSite } from './site.ts'
import { type Desk, openDesk, signInAsAlice } from './staff.ts'

/** Where Alice works for programmes: a server, a browser, and the database beside them. */
export class ProgrammeDesk {
  readonly server: TestServer
  readonly close: () => Promise<void>
  readonly #browser: Browser
  readonly #alice: string

  private constructor(site: Awaited<ReturnType<typeof startSite>>, alice: string) {
    this.server = site.server
    this.close = site.close
    this.#browser = site.browser
    this.#alice = alice
  }

  /** Starts the server and the browser; a `beforeAll` ends them by `close`. */
  static async start(): Promise<ProgrammeDesk> {
    const site = await startSite()
    const { user } = await site.server.call('GET', '/api/me', undefined, Me)
    return new ProgrammeDesk(site, user.id)
  }

  /** Does something in the database of the server, by rows. */
  async inDatabase<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
    const { db, close } = await openDatabase({ dataDir: this.server.dataDir })
    try {
      return await work(db)
    } finally {
      await close()
    }
  }

  /** Makes a programme in which Alice has this role, and fills it by rows. */
  makeProgramme<Filled>(
    role: Role,
    fill: (db: Db, id: string) => Promise<Filled>,
  ): Promise<{ id: string; filled: Filled }> {
    return this.inDatabase(async (db) => {
      const { id } = await addProgramme(db, 'Programma Zaanstreek')
      const createdAt = '2026-10-01T09:00:00.000Z'
      await upsertMembership(db, { organisationId: id, userId: this.#alice, role, until: null, createdAt })
      return { id, filled: await fill(db, id) }
    })
  }

  /** A window of Alice, signed in, with pages in this language. */
  async open(language: 'nl' | 'en', width: number, height = 900): Promise<Desk> {
    const desk = await openDesk(this.#browser, { viewport: { width, height } })
    await signInAsAlice(desk.page, this.server.origin)
    await speak(desk.page, language)
    return desk
  }
}
