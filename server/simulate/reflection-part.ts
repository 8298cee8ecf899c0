import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Locale } from '../contract/common.ts'
import { RoomReflection } from '../contract/reflection-room.ts'
import { CARDS_EACH, DOTS_EACH } from '../contract/room-limits.ts'
import type { Random } from '../demo/random.ts'
import { type Guides, loadGuides } from '../guides.ts'
import { DATA_ROOT } from '../paths.ts'
import { text } from '../texts.ts'
import type { PhoneCalls } from './calls.ts'
import { wait } from './wait.ts'

/** Share of the phones that write, and that answer a proposal in another way than most. */
const WRITES = 0.85
const HAS_CONCERN = 0.15
const OBJECTS = 0.05
const CONCERNS = 3
const GUIDE = 'seven-questions'

let guides: Guides | undefined

interface ReflectionPartInput {
  readonly calls: PhoneCalls
  readonly roundId: string
  readonly secret: () => string
  readonly random: Random
  /** A phone takes at most so long for what it does. */
  readonly seconds: number
  readonly locale: () => Locale
  readonly signal: AbortSignal
}

/**
 * What one phone does in a reflection: it writes a card or two while the room writes, gives its dots, and answers a
 * proposal. The words are the examples of the guide, so that a rehearsal looks like the real thing.
 */
export class ReflectionPart {
  readonly #input: ReflectionPartInput
  readonly #done = new Set<string>()

  constructor(input: ReflectionPartInput) {
    this.#input = input
  }

  /** The wall shows a scene of the reflection, perhaps in another phase than before. */
  async look(): Promise<void> {
    const { calls, secret } = this.#input
    const view = await calls.ask('reflection', { method: 'GET', path: this.#path, secret: secret() }, RoomReflection)
    if (view === undefined || !view.own.canWrite) return
    const { reflection, question, phase, proposal } = view
    if (question !== null && phase === 'writing')
      await this.#once(`write ${reflection.id} ${question}`, () => this.#write(question))
    if (question !== null && phase === 'voting')
      await this.#once(`vote ${reflection.id} ${question}`, () => this.#vote(question, view))
    if (proposal?.state === 'open') await this.#once(`answer ${proposal.id}`, () => this.#answer(proposal.id))
  }

  get #path(): string {
    return `/api/live/rounds/${this.#input.roundId}/reflection`
  }

  async #once(what: string, act: () => Promise<void>): Promise<void> {
    if (this.#done.has(what)) return
    this.#done.add(what)
    await this.#pause()
    if (!this.#input.signal.aborted) await act()
  }

  async #write(question: number): Promise<void> {
    const { random, locale } = this.#input
    const examples = examplesOf(locale(), question)
    if (!random.happens(WRITES)) return
    const count = Math.min(CARDS_EACH, examples.length, random.happens(0.4) ? 2 : 1)
    const first = Math.floor(random.next() * examples.length)
    for (let at = 0; at < count; at += 1) {
      const body = { question, text: examples[(first + at) % examples.length] }
      await this.#send('card', `/cards/${randomUUID()}`, body)
      await this.#pause()
    }
  }

  async #vote(question: number, { candidates, cards }: RoomReflection): Promise<void> {
    const ids = [...candidates, ...cards.filter(({ groupId }) => groupId === null)].map(({ id }) => id)
    if (ids.length === 0) return
    const dots: Record<string, number> = {}
    for (let dot = 0; dot < DOTS_EACH; dot += 1) {
      // What stands first is liked more, so that a rehearsal has something to choose.
      const id = ids[Math.floor(this.#input.random.next() ** 2 * ids.length)] ?? ''
      dots[id] = (dots[id] ?? 0) + 1
    }
    await this.#send('dots', '/votes', { question, dots })
  }

  async #answer(interventionId: string): Promise<void> {
    const { random, locale } = this.#input
    const sample = `simulate-concern-${1 + Math.floor(random.next() * CONCERNS)}`
    const mood = random.next()
    const stance = mood < OBJECTS ? 'objection' : mood < OBJECTS + HAS_CONCERN ? 'concern' : 'no-objection'
    const words = stance === 'no-objection' ? '' : text(locale(), sample)
    await this.#send('stance', '/stance', { interventionId, stance, text: words })
  }

  async #send(name: 'card' | 'dots' | 'stance', part: string, body: object): Promise<void> {
    const { calls, secret } = this.#input
    await calls.send(name, { method: 'PUT', path: this.#path + part, body, secret: secret() })
  }

  #pause(): Promise<void> {
    const { random, seconds, signal } = this.#input
    return wait(random.next() * seconds * 500, signal)
  }
}

function examplesOf(locale: Locale, question: number): readonly string[] {
  guides ??= loadGuides([join(DATA_ROOT, 'reflections')])
  const questions = guides.newest(GUIDE)?.texts[locale].questions
  return Object.entries(questions ?? {}).find(([number]) => Number(number) === question)?.[1].examples ?? []
}
