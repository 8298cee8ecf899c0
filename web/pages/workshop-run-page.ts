import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Command, Workshop } from '../../server/contract/workshops.ts'
import { call } from '../api.ts'
import { MvElement } from '../app/element.ts'
import { endedName } from '../app/ended-access.ts'
import { SingleKeys } from '../app/single-keys.ts'
import { Modal } from '../components/modal.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import { currentStep, sceneOfStep } from '../workshop/agenda-steps.ts'
import { type NextStep, nextScene, previousScene, type RunState } from '../workshop/next-scene.ts'
import { startReflection } from '../workshop/open-reflection.ts'
import { takeReflectionStep } from '../workshop/reflection-actions.ts'
import '../workshop/rehearsal-banner.ts'
import { type CommandEvent, Remote } from '../workshop/remote.ts'
import { Room, type RoomView } from '../workshop/room.ts'
import '../workshop/run-agenda.ts'
import '../workshop/run-controls.ts'
import type { AgendaEvent, ArgumentEvent, ControlEvent, StepEvent } from '../workshop/run-events.ts'
import '../workshop/run-explore.ts'
import '../workshop/run-head.ts'
import '../workshop/run-next.ts'
import '../workshop/run-reflection.ts'
import '../workshop/run-votes.ts'
import '../workshop/run-wall.ts'
import { shortcutList } from '../workshop/shortcut-list.ts'
import { type Shortcut, shortcutOf } from '../workshop/shortcuts.ts'
import { showableOf } from '../workshop/showable.ts'
import './round-texts.ts'
import { mayRunRounds } from './round-words.ts'

/** Running a session: what the wall shows, the next thing to do, who is there, and after the reveal what is worth talking about. */
@customElement('mv-workshop-run-page')
export class WorkshopRunPage extends MvElement {
  @property() org = ''
  @property() workshop = ''
  /** A quiet line about the last thing that was pressed. */
  @state() private note = ''
  @state() private step = -1
  @state() private saved: ReadonlySet<string> = new Set()
  readonly #room = new Room(this, () => ({ org: this.org, workshop: this.workshop }))
  readonly #remote = new Remote(
    this,
    () => `/api/organisations/${this.org}/workshops/${this.workshop}`,
    (workshop) => this.#room.take(workshop),
    () => this.#askForControls(),
  )
  readonly #shortcuts = new SingleKeys(this, 'mv-shortcuts', (key, target) => {
    const shortcut = shortcutOf(key, target)
    if (shortcut !== undefined) this.#press(shortcut)
    return shortcut !== undefined
  })
  readonly #taking = new Modal('take')
  readonly #keys = new Modal('keys')
  #seen = ''

  protected override willUpdate(_: PropertyValues): void {
    const view = this.#room.view
    if (view) this.#followAgenda(view)
  }

  protected override render() {
    return this.#room.render((view) =>
      mayRunRounds(view.organisation.role) ? this.#view(view) : this.#notAllowed(view.workshop),
    )
  }

  #view(view: RoomView): TemplateResult {
    const { workshop, instrument, revealed, clockOffset } = view
    const at = `/o/${this.org}/w/${workshop.id}`
    const next = nextScene(stateOf(view))
    const vote = runningVote(workshop)
    return html`<div
      class="run"
      @mv-command=${({ command }: CommandEvent) => this.#command(command)}
      @mv-control=${({ action }: ControlEvent) => this.#control(action)}
      @mv-step=${({ step }: StepEvent) => this.#goOn(step)}
      @mv-agenda=${({ at }: AgendaEvent) => this.#goTo(at)}
      @mv-argument=${this.#keepArgument}
    >
      <mv-run-head class="run-head" .org=${this.org} .workshop=${workshop}></mv-run-head>
      ${workshop.isRehearsal ? html`<mv-rehearsal-banner .org=${this.org} .workshop=${workshop.id}></mv-rehearsal-banner>` : nothing}
      <div class="run-columns">
        <div class="run-centre">
          <mv-run-wall .wall=${view.wall} .revealed=${revealed} .reflection=${view.room} .instrument=${instrument}></mv-run-wall>
          <mv-run-next
            .next=${next}
            .hasPrevious=${previousScene(stateOf(view)) !== undefined}
            .isVote=${vote !== undefined}
            .closesAt=${vote?.closesAt ?? workshop.round.closesAt}
            .offset=${clockOffset}
            .end=${workshop.isRehearsal ? '' : `${at}/hand-over`}
            .instrument=${instrument}
          ></mv-run-next>
          <p class="run-note ${this.#tone}" role="status">${this.#line(next)}</p>
        </div>
        <mv-run-controls class="run-controls" .org=${this.org} .workshop=${workshop} .next=${next} .offset=${clockOffset}></mv-run-controls>
        <mv-run-agenda class="run-agenda" .plan=${workshop.plan} .current=${this.step} .prepare=${at}></mv-run-agenda>
      </div>
      ${
        revealed
          ? html`${view.reflection ? this.#reflection(view) : nothing}
              <mv-run-votes .revealed=${revealed} .instrument=${instrument} .workshop=${workshop} .saved=${this.saved}></mv-run-votes>
              <mv-run-explore .results=${revealed.results} .instrument=${instrument} .workshop=${workshop}></mv-run-explore>
              ${view.reflection ? nothing : this.#reflection(view)}`
          : nothing
      }
      <p class="run-keys">
        <button type="button" class="quiet" @click=${() => this.#keys.open()}>${t('workshop-key-title')}</button>
        <a href=${at}>${t('workshop-run-prepare')}</a>
      </p>
      ${this.#dialogs(workshop)}
    </div>`
  }

  /** Above everything else once the room works on it. */
  #reflection({ workshop, reflection, room, instrument }: RoomView): TemplateResult {
    return html`<mv-run-reflection
      .org=${this.org}
      .workshop=${workshop}
      .reflection=${reflection}
      .room=${room}
      .instrument=${instrument}
    ></mv-run-reflection>`
  }

  #dialogs({ control }: Workshop): TemplateResult {
    return html`${this.#taking.render(
      t('workshop-take-title', { name: control?.name ?? '' }),
      html`<p>${t('workshop-take-explain', { name: control?.name ?? '' })}</p>
        <div class="actions">
          <button type="button" class="primary" @click=${this.#take}>${t('workshop-holder-take')}</button>
          <button type="button" class="quiet" @click=${this.#taking.close}>${t('frame-cancel')}</button>
        </div>`,
    )}
    ${this.#keys.render(
      t('workshop-key-title'),
      html`${shortcutList(this.#shortcuts)}
        <div class="actions"><button type="button" @click=${this.#keys.close}>${t('frame-close')}</button></div>`,
    )}`
  }

  /** What went wrong, that the line is gone, or what the last press did: one line, always in the same place. */
  #line(next: NextStep): string {
    const { error } = this.#remote
    const ended = endedName(this.org)
    if (ended !== undefined) return t('frame-ended', { name: ended })
    if (error) return problemText(error)
    if (this.#room.isStale) return t('workshop-run-lost')
    return this.note === '' && next.do === 'close' ? t('workshop-next-close-hint') : this.note
  }

  get #tone(): string {
    if (this.#remote.error) return 'is-refused'
    return this.#room.isStale ? 'is-stale' : ''
  }

  #notAllowed({ id }: Workshop): TemplateResult {
    return html`<h1>${t('workshop-run-title')}</h1>
      <p>${t('workshop-not-allowed')}</p>
      <p><a class="button" href="/o/${this.org}/w/${id}/hand-over">${t('workshop-prepare-hand-over')}</a></p>`
  }

  #followAgenda(view: RoomView): void {
    const { workshop } = view
    const { scene } = workshop.room
    const vote = runningVote(workshop)
    const seen = JSON.stringify([scene, workshop.round.state, vote?.id])
    if (seen === this.#seen) return
    this.#seen = seen
    const isClosed = workshop.round.state === 'closing' || workshop.round.state === 'closed'
    const shown = showableOf(view.revealed, view.instrument)
    this.step = currentStep(workshop.plan, this.step, scene, { isClosed, isVoting: vote !== undefined, shown })
  }

  #press(shortcut: Shortcut): void {
    const view = this.#room.view
    if (!view || !mayRunRounds(view.organisation.role)) return
    const { isBlack, isPaused } = view.workshop.room
    if (shortcut === 'list') this.#keys.open()
    else if (shortcut === 'black') this.#send(() => this.#remote.send({ do: 'black', on: !isBlack }))
    else if (shortcut === 'pause') this.#send(() => this.#remote.send({ do: 'pause', on: !isPaused }))
    else if (shortcut === 'reveal') this.#revealByKey(view)
    else this.#goOn(shortcut)
  }

  #revealByKey(view: RoomView): void {
    if (nextScene(stateOf(view)).do === 'reveal') this.#send(() => this.#remote.send({ do: 'reveal' }))
    else this.note = t(view.workshop.isRevealed ? 'workshop-note-revealed' : 'workshop-note-close-first')
  }

  #goOn(step: StepEvent['step']): void {
    const view = this.#room.view
    if (!view) return
    const scene = previousScene(stateOf(view))
    const back: NextStep = scene ? { do: 'show', scene } : { do: 'end' }
    const next = step === 'previous' ? back : nextScene(stateOf(view))
    if (step === 'open-round') this.#send(() => this.#remote.run((path) => this.#openRound(path, view)))
    else if (step === 'reflect') this.#send(() => this.#reflect(view))
    else if (next.do === 'phase' || (next.do === 'consent' && step === 'consent'))
      this.#send(() =>
        this.#remote.run((path) => takeReflectionStep(this.org, view.room?.reflection.id ?? '', next, path)),
      )
    else if (next.do === 'show') this.#send(() => this.#remote.send(next))
    else if (next.do === 'reveal') this.#send(() => this.#remote.send({ do: 'reveal' }))
    else this.note = next.do === 'end' ? '' : t('workshop-note-button-only')
  }

  /** Starts a reflection, and puts its first question on the wall. */
  async #reflect({ workshop }: RoomView): Promise<void> {
    let reflectionId = ''
    await this.#remote.run(async (path) => {
      reflectionId = await startReflection(this.org, workshop)
      return call<Workshop>('GET', path)
    })
    if (reflectionId !== '')
      await this.#remote.send({ do: 'show', scene: { kind: 'cards', reflectionId, question: 1 } })
  }

  #goTo(at: number): void {
    const view = this.#room.view
    if (!view) return
    const { plan, itemIds } = view.workshop
    const scene = sceneOfStep(plan, at, showableOf(view.revealed, view.instrument), itemIds[0], view.reflection?.id)
    this.step = at
    if (scene === 'not-yet' || scene === 'no-reflection') this.note = t(`workshop-note-${scene}`)
    else if (scene === 'none') this.note = ''
    else this.#send(() => this.#remote.send({ do: 'show', scene }))
  }

  async #openRound(path: string, { workshop }: RoomView): Promise<Workshop> {
    await call<unknown>('POST', `/api/organisations/${this.org}/rounds/${workshop.round.id}/open`, {})
    return call<Workshop>('GET', path)
  }

  #send(work: () => Promise<void>): void {
    this.note = ''
    void work()
  }

  #command(command: Command): void {
    this.#send(() => this.#remote.send(command))
    // What follows is closing and showing it, which stands on top.
    if (command.do === 'vote') this.#toTop()
  }

  #toTop(): void {
    scrollTo(0, 0)
    const heading = this.querySelector('h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }

  #control(action: ControlEvent['action']): void {
    this.#remote.forget()
    if (action === 'release') this.#send(() => this.#remote.release())
    else if (this.#room.view?.workshop.control) this.#taking.open()
    else this.#send(() => this.#remote.take())
  }

  #askForControls(): void {
    this.#room.refresh()
    this.#taking.open()
  }

  readonly #take = () => {
    this.#taking.close()
    this.#send(() => this.#remote.take())
  }

  readonly #keepArgument = ({ voteId, itemId, text }: ArgumentEvent) =>
    this.#remote.run(async (path) => {
      const workshop = await call<Workshop>('PUT', `${path}/votes/${voteId}/arguments`, { itemId, text })
      this.saved = new Set([...this.saved, `${voteId} ${itemId}`])
      return workshop
    })
}

function stateOf({ workshop, revealed, instrument, reflection, room }: RoomView): RunState {
  return {
    scene: workshop.room.scene,
    roundState: workshop.round.state,
    isRevealed: workshop.isRevealed,
    votes: workshop.votes,
    shown: showableOf(revealed, instrument),
    reflection,
    room,
  }
}

function runningVote({ votes }: Workshop): Workshop['votes'][number] | undefined {
  return votes.findLast(({ isRevealed }) => !isRevealed)
}

declare global {
  interface HTMLElementTagNameMap {
    'mv-workshop-run-page': WorkshopRunPage
  }
}
