import type { Hint } from '../contract/hints.ts'

/** Shortest time between two tellings of one round, in milliseconds: at most four a second. */
export const QUIET_MS = 250
/** The same for what goes to other processes: shorter, because they gather it once more. */
const RELAY_QUIET_MS = 100

/** What happened in a round since it was last told, and when the oldest of each was committed. */
export type News = ReadonlyMap<Hint, number>

/** How long it is remembered that somebody's lines were ended, in milliseconds. */
const REMEMBERED_MS = 60_000

/** Somebody who follows a round. */
export interface Listener {
  /** Whose line this is: the id of a user, or the hash of the secret of a phone or a wall. */
  readonly whose: string
  /** What one is in the room; what a respondent may hear never changes while there is a line. */
  readonly kind: 'respondent' | 'display' | 'member'
  /** When it was looked up that this one may listen, in milliseconds of `performance.now()`. */
  readonly lookedAt: number
  /** Gets one buffer with all events of a telling; the same buffer goes to every listener. */
  tell(frame: Buffer): void
  /** The line ends, because the server stops or to look anew who this is; the other side may come back soon. */
  end(): void
}

/** Carries what happens here to the other server processes on the same database. */
export interface Relay {
  send(roundId: string, news: News): void
  /** Ends the lines of these in the other processes. */
  sendEnd(whose: readonly string[]): void
  /** Tells the other processes that an organisation holds other instruments than before. */
  sendInstruments(organisationId: string): void
  close(): Promise<void>
}

/** Where services say that something changed; nothing of it ever fails or waits. */
export interface Live {
  /** Call it after the commit, never before: whoever hears it fetches the state. */
  note(roundId: string, hint: Hint): void
  /**
   * Ends every open line of these, here and in the other processes. The other side comes back by itself and is looked
   * at anew. Call it after the commit of whatever changed what they may do.
   *
   * @param whose ids of users, or hashes of the secrets of walls and phones; somebody without a line is no fault.
   */
  endLines(...whose: string[]): void
  /** The organisation holds other instruments than before: the other processes read them anew. After the commit. */
  noteInstruments(organisationId: string): void
}

/** For commands that change rounds while nobody listens. */
export const NOBODY_LISTENS: Live = {
  note: () => undefined,
  endLines: () => undefined,
  noteInstruments: () => undefined,
}

interface Channel {
  readonly listeners: Set<Listener>
  readonly waiting: Map<Hint, number>
  /** The part of what waits that other processes do not know yet. */
  readonly unsent: Map<Hint, number>
  timer: ReturnType<typeof setTimeout> | undefined
  toldAt: number
  sending: ReturnType<typeof setTimeout> | undefined
  sentAt: number
}

/**
 * Hands hints to whoever follows a round in this process. The first change is told at once; those of the following
 * quarter of a second are told together. Nothing is kept: a hint that nobody hears is gone, because the state is in
 * the database.
 */
export class LiveHub implements Live {
  readonly #channels = new Map<string, Channel>()
  /** Whose lines were ended of late, and when, by the clock of `lookedAt`. */
  readonly #ended = new Map<string, number>()
  #relay: Relay | undefined
  #isClosed = false
  #learn: ((organisationId: string | undefined) => void) | undefined

  /** Lets other processes hear what happens here. */
  relayThrough(relay: Relay): void {
    this.#relay = relay
  }

  /** How many lines are open. */
  get size(): number {
    return [...this.#channels.values()].reduce((sum, { listeners }) => sum + listeners.size, 0)
  }

  /** Follows a round; the function that it answers ends that. */
  follow(roundId: string, listener: Listener): () => void {
    // Somebody whose lines were ended between being looked up and coming here was looked up too early.
    if (this.#isClosed || listener.lookedAt <= (this.#ended.get(listener.whose) ?? -1)) {
      listener.end()
      return () => undefined
    }
    this.#channelOf(roundId).listeners.add(listener)
    return () => {
      const channel = this.#channels.get(roundId)
      channel?.listeners.delete(listener)
      if (channel?.listeners.size === 0) this.#forget(roundId, channel)
    }
  }

  note(roundId: string, hint: Hint): void {
    // Without a relay nobody else could hear it, and a round that nobody follows needs no timer.
    if (this.#isClosed || (!this.#channels.has(roundId) && this.#relay === undefined)) return
    const channel = this.#channelOf(roundId)
    const now = Date.now()
    if (this.#relay !== undefined) {
      if (!channel.unsent.has(hint)) channel.unsent.set(hint, now)
      const wait = Math.max(0, channel.sentAt + RELAY_QUIET_MS - now)
      channel.sending ??= setTimeout(() => this.#send(roundId, channel), wait)
    }
    this.#gather(roundId, channel, [[hint, now]])
  }

  endLines(...whose: string[]): void {
    if (whose.length === 0) return
    this.endHere(whose)
    this.#relay?.sendEnd(whose)
  }

  /** What to do when another process changed the instruments of an organisation, or perhaps of any: undefined. */
  onInstruments(learn: (organisationId: string | undefined) => void): void {
    this.#learn = learn
  }

  noteInstruments(organisationId: string): void {
    if (!this.#isClosed) this.#relay?.sendInstruments(organisationId)
  }

  /** Another process changed the instruments of this organisation; undefined when nobody knows of which. */
  hearInstruments(organisationId: string | undefined): void {
    if (!this.#isClosed) this.#learn?.(organisationId)
  }

  /** Ends the lines of these in this process only: what another process asks for. */
  endHere(whose: readonly string[]): void {
    const at = performance.now()
    for (const [one, endedAt] of this.#ended) if (endedAt < at - REMEMBERED_MS) this.#ended.delete(one)
    for (const one of whose) this.#ended.set(one, at)
    const gone = new Set(whose)
    this.#endWhere((listener) => gone.has(listener.whose))
  }

  /** Ends all lines of members and walls in this process, to look at them anew: an ending elsewhere may be missed. */
  endDoubted(): void {
    this.#endWhere(({ kind }) => kind !== 'respondent')
  }

  /** Tells everybody here that something may have been missed. */
  tellAll(hint: Hint): void {
    for (const roundId of this.#channels.keys()) this.#tell(roundId, new Map([[hint, Date.now()]]))
  }

  /** News from another process: told here with what happens here, and not sent on. */
  hear(roundId: string, news: News): void {
    const channel = this.#channels.get(roundId)
    if (channel !== undefined && !this.#isClosed) this.#gather(roundId, channel, news)
  }

  /** Ends every line, so that the server can stop. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const { listeners, timer, sending } of this.#channels.values()) {
      clearTimeout(timer)
      clearTimeout(sending)
      for (const listener of listeners) listener.end()
    }
    this.#channels.clear()
    await this.#relay?.close()
  }

  #endWhere(isMeant: (listener: Listener) => boolean): void {
    for (const { listeners } of this.#channels.values())
      for (const listener of listeners) if (isMeant(listener)) listener.end()
  }

  #gather(roundId: string, channel: Channel, news: Iterable<readonly [Hint, number]>): void {
    for (const [hint, at] of news) channel.waiting.set(hint, Math.min(at, channel.waiting.get(hint) ?? at))
    const wait = Math.max(0, channel.toldAt + QUIET_MS - Date.now())
    channel.timer ??= setTimeout(() => this.#flush(roundId, channel), wait)
  }

  #flush(roundId: string, channel: Channel): void {
    const news = new Map(channel.waiting)
    channel.waiting.clear()
    channel.timer = undefined
    channel.toldAt = Date.now()
    this.#tell(roundId, news)
    if (channel.listeners.size === 0) setTimeout(() => this.#forget(roundId, channel), QUIET_MS).unref()
  }

  #send(roundId: string, channel: Channel): void {
    const unsent = new Map(channel.unsent)
    channel.unsent.clear()
    channel.sending = undefined
    channel.sentAt = Date.now()
    this.#relay?.send(roundId, unsent)
  }

  #forget(roundId: string, channel: Channel): void {
    const isIdle = channel.timer === undefined && channel.sending === undefined
    const isEmpty = channel.listeners.size === 0 && isIdle
    // Meanwhile the round may have another channel, with listeners.
    if (isEmpty && this.#channels.get(roundId) === channel) this.#channels.delete(roundId)
  }

  #tell(roundId: string, news: News): void {
    const frame = Buffer.from([...news].map(([hint, at]) => `event: ${hint}\ndata: {"at":${at}}\n\n`).join(''))
    for (const listener of this.#channels.get(roundId)?.listeners ?? []) listener.tell(frame)
  }

  #channelOf(roundId: string): Channel {
    const known = this.#channels.get(roundId)
    if (known !== undefined) return known
    const channel: Channel = {
      listeners: new Set(),
      waiting: new Map(),
      unsent: new Map(),
      timer: undefined,
      toldAt: 0,
      sending: undefined,
      sentAt: 0,
    }
    this.#channels.set(roundId, channel)
    return channel
  }
}
