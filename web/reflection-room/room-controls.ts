import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Candidate, Entry, Reflection } from '../../server/contract/reflections.ts'
import { ApiError, call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { problemText } from '../components/states.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { namesOf } from '../results/names.ts'
import { pageWords } from '../results/page-words.ts'
import { candidateWords } from './candidate-words.ts'
import { dotsOfHeap, type HeapOf, heapsOf, tiedFirst } from './heaps.ts'
import './room-phases.ts'
import './room-texts.ts'
import { ShownOnWall } from './shown-on-wall.ts'

/** Kind of what is dragged: a card of this list, and nothing that comes from elsewhere. */
const DRAGGED_CARD = 'application/x-meervoud-card'

/** A card of the question, as far as grouping goes. */
type Card = Entry & { readonly text: string }

/** Something that the room gave most dots to: a heap of cards or a candidate. */
type Leading =
  | { readonly kind: 'card'; readonly heap: HeapOf<Card>; readonly dots: number }
  | { readonly kind: 'candidate'; readonly candidate: Candidate; readonly dots: number }

/**
 * What a facilitator does with the cards of a room, on the board of one question: how far the room is, the wall, cards
 * under one name, cards out of sight, and picking when the room chose several things alike. The page around it reads the
 * reflection again after every hint.
 */
@customElement('mv-room-controls')
export class RoomControls extends MvElement {
  @property() org = ''
  @property({ attribute: false }) reflection: Reflection | undefined
  @property({ type: Number }) question = 1
  @state() private chosen: readonly string[] = []
  @state() private problem: ApiError | undefined
  /** The card that another one is dragged over. */
  @state() private over: string | undefined
  /** Fetched when it is not given. */
  @property({ attribute: false }) instrument: InstrumentView | undefined
  readonly #wall = new ShownOnWall(this)
  #instrumentPath = ''
  /** The card that the focus is at. */
  #at: string | undefined

  protected override willUpdate(): void {
    const held = document.activeElement
    this.#at = this.contains(held) ? held?.closest<HTMLElement>('[data-card]')?.dataset['card'] : undefined
    const { reflection } = this
    if (!reflection) return
    this.#wall.follow(this.org, reflection.workshopId)
    this.#followInstrument(reflection)
    const known = new Set(this.#cards.map(({ id }) => id))
    if (this.chosen.some((id) => !known.has(id))) this.chosen = this.chosen.filter((id) => known.has(id))
  }

  protected override updated(): void {
    // What was pressed is gone, or its row moved: a keyboard goes on at the same card.
    if (this.#at === undefined || this.contains(document.activeElement)) return
    this.querySelector<HTMLElement>(`li[data-card="${CSS.escape(this.#at)}"] input`)?.focus()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { reflection } = this
    if (!reflection) return nothing
    const room = reflection.rooms[this.question]
    const heaps = heapsOf(this.#cards)
    return html`<section class="room-controls" aria-labelledby="room-controls-heading">
      <div class="section-head">
        <h2 id="room-controls-heading">${t('reflection-room-title')}</h2>
        <p class="muted">${t('reflection-room-what')}</p>
      </div>
      ${this.problem ? html`<p class="fault" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.#wall.render({ kind: 'cards', reflectionId: reflection.id, question: this.question })}
      <mv-room-phases
        .org=${this.org}
        .reflectionId=${reflection.id}
        .question=${this.question}
        .phase=${room?.phase ?? 'writing'}
        .counts=${{ cards: (room?.waiting ?? 0) + this.#cards.length, writers: null, voters: reflection.voters[this.question] ?? 0 }}
      ></mv-room-phases>
      ${room?.phase === 'voted' ? this.#outcome(reflection, heaps) : nothing}
      ${heaps.length > 0 ? this.#list(heaps) : nothing}
    </section>`
  }

  /** Cards of this question that the room talks about: neither the driver nor what is taken along. */
  get #cards(): Card[] {
    return (this.reflection?.entries ?? []).flatMap((entry) => {
      const { body, question } = entry
      const isCard = question === this.question && body.kind !== 'driver' && body.kind !== 'carry'
      return isCard ? [{ ...entry, text: body.text }] : []
    })
  }

  #outcome(reflection: Reflection, heaps: readonly HeapOf<Card>[]): TemplateResult | typeof nothing {
    const all: Leading[] = [
      ...(this.question === 1 ? reflection.candidates : []).map(
        (candidate): Leading => ({ kind: 'candidate', candidate, dots: candidate.dots }),
      ),
      ...heaps
        .filter(({ head }) => !head.hidden)
        .map((heap): Leading => ({ kind: 'card', heap, dots: dotsOfHeap(heap) })),
    ]
    const most = Math.max(0, ...all.map(({ dots }) => dots))
    if (most === 0) return html`<p>${t('reflection-room-no-dots')}</p>`
    const isTie = tiedFirst(all, ({ dots }) => dots).length > 0
    return html`<p class="room-outcome">${t(isTie ? 'reflection-room-tie' : 'reflection-room-first', { n: most })}</p>
      <ul class="rows">
        ${all.filter(({ dots }) => dots === most).map((leading) => this.#leading(leading, reflection))}
      </ul>`
  }

  #leading(leading: Leading, { capitals }: Reflection): TemplateResult {
    const isCard = leading.kind === 'card'
    const text = isCard ? leading.heap.head.text : this.#candidateText(leading.candidate)
    const isPicked = isCard ? leading.heap.head.carried : capitals.includes(leading.candidate.dimension)
    return html`<li>
      <span>${text}</span>
      <button
        type="button"
        class="small"
        aria-pressed=${isPicked}
        aria-label=${t(isPicked ? 'reflection-room-picked-of' : 'reflection-room-pick-of', { text })}
        @click=${() => this.#pick(leading, isPicked)}
      >
        ${t(isPicked ? 'reflection-room-picked' : 'reflection-room-pick')}
      </button>
    </li>`
  }

  #list(heaps: readonly HeapOf<Card>[]): TemplateResult {
    const chosen = this.#cards.filter(({ id }) => this.chosen.includes(id))
    return html`<h3>${t('reflection-room-list', { n: this.#cards.length })}</h3>
      <ul class="rows room-cards">
        ${repeat(
          heaps,
          ({ head }) => head.id,
          (heap) => html`${this.#row(heap.head, false)}${heap.members.map((card) => this.#row(card, true))}`,
        )}
      </ul>
      ${chosen.length > 0 ? this.#grouping(chosen) : nothing}`
  }

  #row(card: Card, isUnder: boolean): TemplateResult {
    const { id, text, hidden, dots } = card
    const head = card.groupId ?? id
    return html`<li
      data-card=${id}
      class=${`${isUnder ? 'is-under' : ''} ${hidden ? 'is-out' : ''} ${this.over === id ? 'is-over' : ''}`}
      draggable="true"
      @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(DRAGGED_CARD, id)}
      @dragover=${(event: DragEvent) => this.#hover(event, id)}
      @dragleave=${() => (this.over = undefined)}
      @drop=${(event: DragEvent) => this.#drop(event, head)}
    >
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(this.chosen.includes(id))}
          aria-label=${t('reflection-room-choose', { text })}
          @change=${() => this.#toggle(id)}
        />
        <span>${text}${hidden ? html` <span class="muted">(${t('reflection-room-hidden')})</span>` : nothing}</span>
      </label>
      <span class="row-side">
        ${dots > 0 ? html`<span>${t('reflection-room-dots', { n: dots })}</span>` : nothing}
        ${isUnder ? this.#button('apart', text, () => this.#group([id], null)) : nothing}
        ${this.#button(hidden ? 'show' : 'hide', text, () => this.#mark(id, { hidden: !hidden }))}
      </span>
    </li>`
  }

  #button(what: 'apart' | 'show' | 'hide', text: string, act: () => void): TemplateResult {
    return html`<button type="button" class="small" aria-label=${t(`reflection-room-${what}-of`, { text })} @click=${act}>
      ${t(`reflection-room-${what}`)}
    </button>`
  }

  /** Under which of the chosen cards the others go: that one's words become the name. */
  #grouping(chosen: readonly Card[]): TemplateResult {
    if (chosen.length < 2) return html`<p class="muted" role="status">${t('reflection-room-group-more')}</p>`
    return html`<fieldset class="room-group">
      <legend>${t('reflection-room-group', { n: chosen.length })}</legend>
      ${chosen.map(
        ({ id, text }) => html`<button
          type="button"
          data-card=${id}
          aria-label=${t('reflection-room-group-under', { text })}
          @click=${() => this.#groupUnder(chosen, id)}
        >
          ${text}
        </button>`,
      )}
      <button type="button" class="quiet" data-card=${chosen[0]?.id} @click=${() => (this.chosen = [])}>${t('frame-cancel')}</button>
    </fieldset>`
  }

  #hover(event: DragEvent, id: string): void {
    if (!event.dataTransfer?.types.includes(DRAGGED_CARD)) return
    event.preventDefault()
    this.over = id
  }

  /** Dragging does what choosing and the button do. */
  #drop(event: DragEvent, head: string): void {
    this.over = undefined
    const id = event.dataTransfer?.getData(DRAGGED_CARD)
    if (!id || id === head) return
    event.preventDefault()
    this.#group([id], head)
  }

  #groupUnder(chosen: readonly Card[], groupId: string): void {
    const others = chosen.filter(({ id }) => id !== groupId).map(({ id }) => id)
    this.chosen = []
    this.#group(others, groupId)
  }

  #group(entryIds: readonly string[], groupId: string | null): void {
    void this.#run('PUT', 'groups', { entryIds, groupId })
  }

  #mark(id: string, marks: { hidden?: boolean; carried?: boolean }): void {
    void this.#run('PATCH', `entries/${id}`, marks)
  }

  #pick(leading: Leading, isPicked: boolean): void {
    if (leading.kind === 'card') {
      this.#mark(leading.heap.head.id, { carried: !isPicked })
      return
    }
    const { dimension } = leading.candidate
    const others = (this.reflection?.capitals ?? []).filter((code) => code !== dimension)
    void this.#run('PATCH', '', { capitals: isPicked ? others : [...others, dimension] })
  }

  #toggle(id: string): void {
    this.chosen = this.chosen.includes(id) ? this.chosen.filter((other) => other !== id) : [...this.chosen, id]
  }

  #candidateText(candidate: Candidate): string {
    return this.instrument ? candidateWords(candidate, namesOf(this.instrument, locale()), pageWords()) : ''
  }

  #followInstrument({ instrument: { id, version } }: Reflection): void {
    const path = `/api/instruments/${id}/${version}`
    if (this.instrument || path === this.#instrumentPath) return
    this.#instrumentPath = path
    void call<InstrumentView>('GET', path).then(
      (instrument) => (this.instrument = instrument),
      () => (this.#instrumentPath = ''),
    )
  }

  async #run(method: 'PUT' | 'PATCH', part: string, body: object): Promise<void> {
    this.problem = undefined
    try {
      const path = `/api/organisations/${this.org}/reflections/${this.reflection?.id}`
      await call<unknown>(method, part === '' ? path : `${path}/${part}`, body)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.problem = error
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-room-controls': RoomControls
  }
}
