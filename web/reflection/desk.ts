import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import type { GuideTexts, GuideView } from '../../server/contract/guides.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Reflection, ReflectionChange } from '../../server/contract/reflections.ts'
import { ApiError, call } from '../api.ts'
import { accessKnown, signInFirst } from '../app/access.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { locale } from '../i18n/locale.ts'
import { LiveHints } from '../live.ts'
import { type Names, namesOf } from '../results/names.ts'
import { cardDrafts, reflectionPath } from './card-drafts.ts'

/** How often a page says that somebody looks at it, in milliseconds; the server forgets it within a minute. */
const TELL_PRESENCE = 20_000

/** Hints come in bursts: a reading waits so long for the others, in milliseconds, and the longer the longer a reading takes. */
const BURST = 200
const PAUSE_FACTOR = 3

/** Where a page about a reflection stands; `question` null is the page with all seven. */
export interface DeskPlace {
  readonly org: string
  readonly reflection: string
  readonly question: number | null
}

interface Seen {
  readonly reflection: Reflection
  readonly guide: GuideView
  readonly instrument: InstrumentView
}

/** What somebody expects the server to make of it; it is shown until the server has answered. */
type Guess = (reflection: Reflection) => Reflection

/**
 * A reflection as it is now, for a page about it: read once, and again at every hint, without ever touching what
 * somebody is typing (that is in the drafts). It says who looks, and does what a person asks, showing it at once.
 */
export class Desk implements ReactiveController {
  /** Why the last thing that somebody asked was not done. */
  problem: ApiError | undefined
  /** A quiet line about the last thing that was done. */
  note = ''
  /** Counts how often the page was rendered: parts of it that get it render again with it. */
  turn = 0
  /** The card that the reader is writing on. */
  editing: string | undefined
  /** Called before each reading: what is on its way to the server then may not be in what comes back. */
  beforeReading: () => void = () => undefined
  readonly #host: ReactiveControllerHost
  readonly #place: () => DeskPlace
  readonly #reading: Reading<Seen>
  readonly #guesses = new Set<Guess>()
  /** Guesses that the server made true: the next reading that begins shows it. */
  readonly #fulfilled = new Set<Guess>()
  #hints: LiveHints | undefined
  #isBusy = false
  #isDirty = false
  #isConnected = true

  constructor(host: ReactiveControllerHost, place: () => DeskPlace) {
    this.#host = host
    this.#place = place
    this.#reading = new Reading<Seen>(host, (signal) => this.#read(signal))
    new Repeating(host, TELL_PRESENCE, () => void this.#tellPresence())
    host.addController(this)
  }

  get place(): DeskPlace {
    return this.#place()
  }

  /** What is known now; undefined before the first reading. */
  get reflection(): Reflection | undefined {
    const read = this.#reading.value?.reflection
    return read && [...this.#guesses].reduce((reflection, guess) => guess(reflection), read)
  }

  /** The texts of the questions in the reader's language. */
  get guide(): GuideTexts | undefined {
    return this.#reading.value?.guide.texts[locale()]
  }

  get guideView(): GuideView | undefined {
    return this.#reading.value?.guide
  }

  get instrument(): InstrumentView | undefined {
    return this.#reading.value?.instrument
  }

  /** What the capitals and items are called in the reader's language. */
  get names(): Names | undefined {
    return this.instrument && namesOf(this.instrument, locale())
  }

  /** Whether the reader may write here now. */
  get mayWrite(): boolean {
    return this.reflection?.canWrite ?? false
  }

  /** Whether what is known may be old: the last reading failed, or the line is gone. */
  get isStale(): boolean {
    return this.#reading.isStale || !this.#isConnected
  }

  hostUpdate(): void {
    this.turn += 1
  }

  hostDisconnected(): void {
    this.#hints?.stop()
    this.#hints = undefined
  }

  /** What to show now: that it waits, what went wrong, or what `here` makes of the reflection. */
  render(here: (reflection: Reflection) => TemplateResult): TemplateResult {
    return this.#reading.render(() => here(this.reflection as Reflection))
  }

  /** Reads again; a call while a reading is under way leads to one more after it. */
  refresh(): void {
    this.#isDirty = true
    void this.#readWhileDirty()
  }

  /** Changes the title, the capitals, what is skipped, or whether it is open. */
  change(change: ReflectionChange): Promise<boolean> {
    return this.act(
      (path) => call<Reflection>('PATCH', path, change),
      (reflection) => ({ ...reflection, ...definedOf(change) }),
    )
  }

  /**
   * Does what somebody asked, and answers whether the server did it; when it did not, `problem` says why.
   *
   * @param guess what it will look like, shown until the reflection was read again; it may be asked more than once.
   */
  async act(work: (path: string) => Promise<unknown>, guess: Guess = (same) => same): Promise<boolean> {
    this.problem = undefined
    this.note = ''
    this.#guesses.add(guess)
    this.#host.requestUpdate()
    try {
      await work(this.#path)
      this.#fulfilled.add(guess)
      this.refresh()
      return true
    } catch (error) {
      this.#guesses.delete(guess)
      this.#host.requestUpdate()
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') signInFirst()
      else this.problem = error
      return false
    }
  }

  /** Says something about what was done, in the quiet line of the page. */
  say(note: string): void {
    this.problem = undefined
    this.note = note
    this.#host.requestUpdate()
  }

  /** The reader begins to write on a card, or (undefined) is done. The others see where. */
  edit(id: string | undefined): void {
    if (this.editing === id) return
    this.editing = id
    this.#host.requestUpdate()
    void this.#tellPresence()
  }

  /** Renders the page again. */
  update(): void {
    this.#host.requestUpdate()
  }

  get #path(): string {
    return reflectionPath(this.place.org, this.place.reflection)
  }

  async #tellPresence(): Promise<void> {
    if (this.reflection === undefined) return
    const presence = { question: this.place.question, entryId: this.editing ?? null }
    // Being seen is a courtesy: when it fails, the next time may do.
    await call<void>('PUT', `${this.#path}/presence`, presence).catch(() => undefined)
  }

  async #readWhileDirty(): Promise<void> {
    if (this.#isBusy || this.#reading.value === undefined) return
    this.#isBusy = true
    try {
      for (let pause = BURST; this.#isDirty && document.visibilityState === 'visible'; ) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        this.#isDirty = false
        const from = performance.now()
        await this.#reading.refresh()
        pause = BURST + PAUSE_FACTOR * (performance.now() - from)
      }
    } finally {
      this.#isBusy = false
    }
  }

  async #read(signal: AbortSignal): Promise<Seen> {
    const known = this.#reading.value
    // What is written belongs to who writes it.
    await accessKnown()
    await cardDrafts().ready
    this.beforeReading()
    const shown = [...this.#fulfilled]
    const reflection = await call<Reflection>('GET', this.#path, undefined, { signal })
    learnName(reflection.id, reflection.title)
    learnName(reflection.roundId, reflection.roundTitle)
    for (const guess of shown) if (this.#fulfilled.delete(guess)) this.#guesses.delete(guess)
    // What was refused because it was closed may go now.
    if (known?.reflection.state === 'closed' && reflection.state === 'open') cardDrafts().retry()
    if (known) return { ...known, reflection }
    const { guide, instrument } = reflection
    const [texts, names] = await Promise.all([
      call<GuideView>('GET', `/api/reflection-guides/${guide.id}/${guide.version}`, undefined, { signal }),
      call<InstrumentView>('GET', `/api/instruments/${instrument.id}/${instrument.version}`, undefined, { signal }),
    ])
    this.#follow(reflection.roundId, signal)
    return { reflection, guide: texts, instrument: names }
  }

  #follow(roundId: string, signal: AbortSignal): void {
    if (signal.aborted || this.#hints) return
    this.#hints = new LiveHints(
      roundId,
      () => this.refresh(),
      (isConnected) => {
        this.#isConnected = isConnected
        this.#host.requestUpdate()
      },
    )
    this.#hints.start()
    setTimeout(() => void this.#tellPresence())
  }
}

function definedOf({ title, capitals, skipped, state }: ReflectionChange): Partial<Reflection> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(capitals === undefined ? {} : { capitals }),
    ...(skipped === undefined ? {} : { skipped }),
    ...(state === undefined ? {} : { state }),
  }
}
