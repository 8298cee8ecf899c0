import { join } from 'node:path'
import type { Scope } from '../auth/scope.ts'
import { makeScope } from '../auth/scope.ts'
import type { Locale } from '../contract/common.ts'
import type { Database } from '../db/open.ts'
import { findUserByEmail } from '../db/queries/users.ts'
import { loadGuides } from '../guides.ts'
import type { Instruments } from '../instruments.ts'
import { NOBODY_LISTENS } from '../live/hub.ts'
import { DATA_ROOT } from '../paths.ts'
import type { ReflectionDeps } from '../services/reflection-access.ts'
import type { DemoOrganisation } from './park.ts'
import type { InTwoLanguages } from './two-languages.ts'

interface TalkInput {
  readonly database: Database
  readonly instruments: Instruments
  readonly locale: Locale
}

/** An hour of the day at which people of the demo do things. */
const HOUR = 'T10:00:00.000Z'

/** The people of an organisation of the demo who talk: who they are, and what services need when they do something. */
export class DemoTalk {
  readonly organisationId: string
  readonly #deps: Omit<ReflectionDeps, 'now'>
  readonly #locale: Locale
  readonly #people: ReadonlyMap<string, Scope>

  private constructor(input: TalkInput, organisationId: string, people: ReadonlyMap<string, Scope>) {
    this.organisationId = organisationId
    this.#deps = {
      database: input.database,
      instruments: input.instruments,
      guides: loadGuides([join(DATA_ROOT, 'reflections')]),
      live: NOBODY_LISTENS,
    }
    this.#locale = input.locale
    this.#people = people
  }

  /** Gathers the people of an organisation that is stored. */
  static async of(input: TalkInput, organisation: DemoOrganisation, organisationId: string): Promise<DemoTalk> {
    const people = new Map<string, Scope>()
    for (const { name, email, role } of organisation.people) {
      const user = await findUserByEmail(input.database.db, email)
      if (user !== undefined) people.set(name, makeScope(organisationId, user.id, role))
    }
    return new DemoTalk(input, organisationId, people)
  }

  /** Everybody who is named, in the order of the file. */
  get everybody(): readonly Scope[] {
    return [...this.#people.values()]
  }

  /** @throws {RangeError} for a name that the organisation does not have. */
  scopeOf(name: string): Scope {
    const scope = this.#people.get(name)
    if (scope === undefined) throw new RangeError(`nobody of the demo is called ${name}`)
    return scope
  }

  /** What services need on a day. */
  on(day: string): ReflectionDeps {
    return { ...this.#deps, now: () => new Date(day + HOUR) }
  }

  /** A text in the language of the demo; empty when there is none. */
  say(text: InTwoLanguages | undefined): string {
    return text?.[this.#locale] ?? ''
  }

  /** What an example of the library says on a card, as when somebody takes it along. */
  exampleOf(id: string): { readonly text: string; readonly place: string } {
    const [guide] = this.#deps.guides.list()
    const example = guide?.examples.find((one) => one.id === id)
    if (example === undefined) throw new RangeError(`the library has no example ${id}`)
    const { title, what, place } = example.texts[this.#locale]
    return { text: `${title}. ${what}`, place }
  }
}
