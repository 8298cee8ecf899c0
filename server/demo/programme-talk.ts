import { join } from 'node:path'
import type { Scope } from '../auth/scope.ts'
import type { Locale } from '../contract/common.ts'
import type { Database, Db } from '../db/open.ts'
import { loadGuides } from '../guides.ts'
import type { Instruments } from '../instruments.ts'
import { NOBODY_LISTENS } from '../live/hub.ts'
import { DATA_ROOT } from '../paths.ts'
import type { NewUser } from '../services/accounts.ts'
import type { ReflectionDeps } from '../services/reflection-access.ts'
import type { DemoProgramme } from './programme-plan.ts'
import type { InTwoLanguages } from './two-languages.ts'

interface TalkInput {
  readonly database: Database
  readonly instruments: Instruments
  readonly locale: Locale
  readonly programme: DemoProgramme
  readonly manager: Scope
  /** Whoever looks at the demo. */
  readonly visitorId: string
  /** Of everybody else: nobody knows it. */
  readonly passwordHash: string
}

/** The programme of the demo while it is built: who does things, and what services need on a day. */
export class ProgrammeTalk {
  readonly database: Database
  readonly instruments: Instruments
  readonly locale: Locale
  readonly programme: DemoProgramme
  readonly programmeId: string
  readonly manager: Scope
  readonly visitorId: string
  readonly #passwordHash: string
  readonly #guides = loadGuides([join(DATA_ROOT, 'reflections')])
  #people = 0

  constructor(input: TalkInput) {
    this.database = input.database
    this.instruments = input.instruments
    this.locale = input.locale
    this.programme = input.programme
    this.programmeId = input.manager.organisationId
    this.manager = input.manager
    this.visitorId = input.visitorId
    this.#passwordHash = input.passwordHash
  }

  /** What services need on a day. */
  on(day: string): ReflectionDeps {
    const { database, instruments } = this
    const now = () => new Date(`${day}T10:00:00.000Z`)
    return { database, instruments, guides: this.#guides, live: NOBODY_LISTENS, now }
  }

  /** What services need that take the database by itself. */
  plain(day: string): { readonly db: Db; readonly now: () => Date; readonly instruments: Instruments } {
    return { db: this.database.db, instruments: this.instruments, now: this.on(day).now }
  }

  /** A text in the language of the demo. */
  say(text: InTwoLanguages): string {
    return text[this.locale]
  }

  /** Somebody with a name of his or her own, who cannot sign in. */
  nextPerson(): NewUser {
    const { firstNames, lastNames } = this.programme
    const first = firstNames[this.#people % firstNames.length] ?? ''
    const last = lastNames[Math.floor(this.#people / firstNames.length) % lastNames.length] ?? ''
    this.#people += 1
    const email = `person-${this.#people}@toekomstophetterrein.example`
    return { name: `${first} ${last}`, email, locale: this.locale, passwordHash: this.#passwordHash }
  }
}
