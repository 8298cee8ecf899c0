import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import { ApiError, call } from '../api.ts'
import { accessKnown, signInFirst } from '../app/access.ts'
import { learnName } from '../app/names.ts'
import { type Locale, locale } from '../i18n/locale.ts'
import { LiveHints } from '../live.ts'
import { type SheetPlace, sheetPath } from './addresses.ts'
import { answerDrafts } from './answer-drafts.ts'
import { withOwn } from './overlay.ts'
import { ownAnswers, ownWork } from './own-changes.ts'
import { workDrafts } from './work-drafts.ts'

/** Hints come in bursts: a reading waits so long for the others, in milliseconds, and longer when readings take long. */
const BURST = 200
const PAUSE_FACTOR = 3

/** A step to another page about the same sheet takes less than this, in milliseconds: the line stays open for it. */
const STEP = 3000

const sheets = new Map<string, SharedSheet>()

/** What this page knows of a sheet; the same for every element that asks. */
export function sharedSheet(place: SheetPlace): SharedSheet {
  const key = `${place.org} ${place.round}`
  const known = sheets.get(key) ?? new SharedSheet(place)
  sheets.set(key, known)
  return known
}

/**
 * One sheet of a team as it is now, for all pages about it: so that a step from one question to the next waits for
 * nothing, and works while the server is away. It is read again at every hint. A `change` event tells that something
 * came to stand otherwise, also on this device.
 */
export class SharedSheet extends EventTarget {
  readonly place: SheetPlace
  /** Whether what is known may be old: the last reading failed, or the line is gone. */
  isStale = false
  #read: CompanySheet | undefined
  #readIn: Locale | undefined
  #isBusy = false
  #isDirty = false
  #users = 0
  readonly #hints: LiveHints
  readonly #drafts = new Set<EventTarget>()
  readonly #tell = () => void this.dispatchEvent(new Event('change'))

  constructor(place: SheetPlace) {
    super()
    this.place = place
    this.#hints = new LiveHints(
      place.round,
      () => this.refresh(),
      (isConnected) => {
        if (!isConnected) this.refresh()
      },
    )
  }

  /** The sheet with what the reader did on top; undefined before the first reading. */
  get sheet(): CompanySheet | undefined {
    if (this.#readIn !== undefined && this.#readIn !== locale()) this.refresh()
    return this.#read && withOwn(this.#read, ownAnswers(this.place, answerDrafts()), ownWork(this.place, this.#read))
  }

  /** The sheet as the server last gave it; undefined before the first reading. */
  get fromServer(): CompanySheet | undefined {
    return this.#read
  }

  /** An element begins to show the sheet. */
  attach(): void {
    this.#users += 1
    if (this.#read) this.#follow()
  }

  /** An element is done; the line ends with the last one, unless another comes at once. */
  detach(): void {
    this.#users -= 1
    setTimeout(() => {
      if (this.#users === 0) this.#hints.stop()
    }, STEP)
  }

  /**
   * Reads the sheet for who comes in.
   *
   * @throws {ApiError} the server refused, or could not be reached and nothing is known yet.
   */
  async readFirst(): Promise<CompanySheet> {
    await this.#readOnce()
    if (this.#read === undefined) throw new Error('A sheet that was read is there')
    return this.#read
  }

  /** Reads again; a call while a reading is under way leads to one more after it. */
  refresh(): void {
    this.#isDirty = true
    void this.#readWhileDirty()
  }

  async #readWhileDirty(): Promise<void> {
    if (this.#isBusy || this.#read === undefined) return
    this.#isBusy = true
    try {
      for (let pause = BURST; this.#isDirty && this.#users > 0; ) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        this.#isDirty = false
        const from = performance.now()
        await this.#readOnce().catch((error: unknown) => this.#refused(error))
        pause = BURST + PAUSE_FACTOR * (performance.now() - from)
      }
    } finally {
      this.#isBusy = false
    }
  }

  /** A server that is away keeps nobody from going on with what is known. */
  async #readOnce(): Promise<void> {
    // What is written belongs to who writes it.
    if (this.#read === undefined) await accessKnown()
    const answers = answerDrafts()
    await Promise.all([answers.ready, workDrafts().ready])
    for (const drafts of [answers, workDrafts()]) this.#followDrafts(drafts)
    const isShown = answers.beginReading(this.place)
    const language = locale()
    try {
      const sheet = await call<CompanySheet>('GET', `${sheetPath(this.place)}?locale=${language}`)
      isShown()
      this.#take(sheet, language)
    } catch (error) {
      if (!(error instanceof ApiError) || this.#read === undefined || !isAway(error)) throw error
      this.#noteStale(true)
    }
  }

  #take(sheet: CompanySheet, language: Locale): void {
    learnName(sheet.round.id, sheet.round.title)
    const wasWritable = this.#read?.mayWrite
    this.#read = sheet
    this.#readIn = language
    this.isStale = false
    this.#follow()
    // What was refused because it was handed in may go now.
    if (wasWritable === false && sheet.mayWrite) for (const drafts of [answerDrafts(), workDrafts()]) drafts.retry()
    this.#tell()
  }

  #follow(): void {
    if (this.#users > 0) this.#hints.start()
  }

  #followDrafts(drafts: EventTarget): void {
    if (this.#drafts.has(drafts)) return
    this.#drafts.add(drafts)
    drafts.addEventListener('change', this.#tell)
  }

  #refused(error: unknown): void {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'sign-in-needed') signInFirst()
    else this.#noteStale(true)
  }

  #noteStale(isStale: boolean): void {
    this.isStale = isStale
    this.#tell()
  }
}

function isAway({ problem: { status } }: ApiError): boolean {
  return status === 0 || status === 429 || status >= 500
}
