/** Something about a planned round was changed: the planning is to be read again. */
export class PlanningChangeEvent extends Event {
  constructor() {
    super('mv-planning-change', { bubbles: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'mv-planning-change': PlanningChangeEvent
  }
}
