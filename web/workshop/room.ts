import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import type { Organisation } from '../../server/contract/accounts.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { RevealedView, WallView, Workshop } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { learnName } from '../app/names.ts'
import { Reading } from '../app/reading.ts'
import { Repeating } from '../app/repeating.ts'
import { LiveHints } from '../live.ts'
import { isReflectionScene } from '../wall/reflection-scene.ts'
import { type OpenReflection, openReflection, roomReflection } from './open-reflection.ts'

/** How often a facilitator's page looks by itself, in case hints do not come through. */
const LOOK_AGAIN = 10_000

/** Everything that a facilitator sees of a session that runs. */
export interface RoomView {
  readonly organisation: Organisation
  readonly instrument: InstrumentView
  readonly workshop: Workshop
  readonly wall: WallView
  /** undefined before the reveal. */
  readonly revealed: RevealedView | undefined
  /** The reflection that the session goes on with; undefined while none was started. */
  readonly reflection: OpenReflection | undefined
  /** What the room works on in it; undefined while the wall shows something else. */
  readonly room: RoomReflection | undefined
  /** What has to be added to the clock of this device, in milliseconds, to get the time of the server. */
  readonly clockOffset: number
}

/**
 * A session as it is now: read once, and again at every hint of the server, after every command, and every ten seconds.
 * Hints that come while it is being read lead to one more reading, not to one each.
 */
export class Room implements ReactiveController {
  isConnected = true
  readonly #host: ReactiveControllerHost
  readonly #paths: () => { org: string; workshop: string }
  readonly #reading: Reading<RoomView>
  #hints: LiveHints | undefined
  #isBusy = false
  #isDirty = false
  /** What was revealed is read again only when more was. */
  #revealed: { key: string; view: RevealedView } | undefined

  constructor(host: ReactiveControllerHost, paths: () => { org: string; workshop: string }) {
    this.#host = host
    this.#paths = paths
    this.#reading = new Reading<RoomView>(host, (signal) => this.#read(signal))
    new Repeating(host, LOOK_AGAIN, () => this.refresh())
    host.addController(this)
  }

  /** What is known now; undefined before the first reading. */
  get view(): RoomView | undefined {
    return this.#reading.value
  }

  /** Whether what is known may be old: the last reading failed, or the line is gone. */
  get isStale(): boolean {
    return this.#reading.isStale || !this.isConnected
  }

  hostDisconnected(): void {
    this.#hints?.stop()
    this.#hints = undefined
  }

  /** What to show now: that it waits, what went wrong, or what `here` makes of the session. */
  render(here: (view: RoomView) => TemplateResult): TemplateResult {
    return this.#reading.render(here)
  }

  /** Reads again; a call while a reading is under way leads to one more after it. */
  refresh(): void {
    this.#isDirty = true
    void this.#readWhileDirty()
  }

  /** Takes over what the server answered to a command, before the wall that belongs to it has been read. */
  take(workshop: Workshop): void {
    const view = this.#reading.value
    if (view) this.#reading.value = { ...view, workshop }
    this.#host.requestUpdate()
    this.refresh()
  }

  async #readWhileDirty(): Promise<void> {
    if (this.#isBusy || this.view === undefined) return
    this.#isBusy = true
    try {
      while (this.#isDirty) {
        this.#isDirty = false
        await this.#reading.refresh()
      }
    } finally {
      this.#isBusy = false
    }
  }

  async #read(signal: AbortSignal): Promise<RoomView> {
    const { org, workshop: id } = this.#paths()
    const known = this.#reading.value
    const workshop = await call<Workshop>('GET', `/api/organisations/${org}/workshops/${id}`, undefined, { signal })
    const clockOffset = new Date(workshop.serverTime).getTime() - Date.now()
    learnName(workshop.id, workshop.round.title)
    const [organisation, instrument, wall, revealed, reflection, room] = await Promise.all([
      known?.organisation ?? this.#organisation(org, signal),
      known?.instrument ?? this.#instrument(workshop, signal),
      call<WallView>('GET', `/api/live/rounds/${workshop.round.id}/wall`, undefined, { signal }),
      this.#readRevealed(workshop, signal),
      workshop.isRevealed ? openReflection(org, workshop, signal) : undefined,
      isReflectionScene(workshop.room.scene) ? roomReflection(workshop.round.id, signal) : undefined,
    ])
    this.#follow(workshop.round.id)
    const newest = this.#newest(workshop)
    return { organisation, instrument, workshop: newest, wall, revealed, reflection, room, clockOffset }
  }

  async #organisation(org: string, signal: AbortSignal): Promise<Organisation> {
    const organisation = await call<Organisation>('GET', `/api/organisations/${org}`, undefined, { signal })
    learnName(organisation.id, organisation.name)
    return organisation
  }

  #instrument({ round }: Workshop, signal: AbortSignal): Promise<InstrumentView> {
    const { id, version } = round.instrument
    return call<InstrumentView>('GET', `/api/instruments/${id}/${version}`, undefined, { signal })
  }

  async #readRevealed(workshop: Workshop, signal: AbortSignal): Promise<RevealedView | undefined> {
    if (!workshop.isRevealed) return undefined
    const votes = workshop.votes.map(({ id, isRevealed, arguments: said }) => [id, isRevealed, said])
    const key = JSON.stringify([workshop.round.releases, votes])
    if (this.#revealed?.key === key) return this.#revealed.view
    const path = `/api/live/rounds/${workshop.round.id}/revealed`
    const view = await call<RevealedView>('GET', path, undefined, { signal })
    this.#revealed = { key, view }
    return view
  }

  /** A command may have been answered while this reading was on its way. */
  #newest(read: Workshop): Workshop {
    const known = this.#reading.value?.workshop
    return known && known.serverTime > read.serverTime ? known : read
  }

  #follow(roundId: string): void {
    if (this.#hints) return
    this.#hints = new LiveHints(
      roundId,
      () => this.refresh(),
      (isConnected) => {
        this.isConnected = isConnected
        // The server may have ended the line because the reader's access has ended: then it says so now.
        if (!isConnected) this.refresh()
        this.#host.requestUpdate()
      },
    )
    this.#hints.start()
  }
}
