/** The facilitator wants the controls, or gives them up. */
export class ControlEvent extends Event {
  readonly action: 'take' | 'release'

  constructor(action: 'take' | 'release') {
    super('mv-control', { bubbles: true })
    this.action = action
  }
}

/** A step of the time plan was chosen; `at` counts from 0. */
export class AgendaEvent extends Event {
  readonly at: number

  constructor(at: number) {
    super('mv-agenda', { bubbles: true })
    this.at = at
  }
}

/** A step that is no command. */
type Step = 'next' | 'previous' | 'open-round' | 'reflect' | 'consent'

/** Something on the page is about to be taken that is no command: open the round, go on, go back, or in the reflection. */
export class StepEvent extends Event {
  readonly step: Step

  constructor(step: Step) {
    super('mv-step', { bubbles: true })
    this.step = step
  }
}

/** The words that moved people at an item of a second vote were typed. */
export class ArgumentEvent extends Event {
  readonly voteId: string
  readonly itemId: string
  readonly text: string

  constructor(voteId: string, itemId: string, text: string) {
    super('mv-argument', { bubbles: true })
    this.voteId = voteId
    this.itemId = itemId
    this.text = text
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-control': ControlEvent
    'mv-agenda': AgendaEvent
    'mv-step': StepEvent
    'mv-argument': ArgumentEvent
  }
}
