import type { LitElement, ReactiveController, TemplateResult } from 'lit'
import type { Intervention } from '../../server/contract/interventions.ts'
import { call } from '../api.ts'
import { Reading } from '../app/reading.ts'

/** Says that the server answered with a newer state of an intervention. */
export class InterventionNews extends Event {
  readonly intervention: Intervention

  constructor(intervention: Intervention) {
    super('news')
    this.intervention = intervention
  }
}

/** Where every part of the page hears what the server answered to another part. */
export const interventionNews = new EventTarget()

/** Tells all parts of the page the newest state of an intervention, and hands it on. */
export function tellNews(intervention: Intervention): Intervention {
  interventionNews.dispatchEvent(new InterventionNews(intervention))
  return intervention
}

/** The calls about one intervention start with this. */
export function interventionPath(org: string, id: string): string {
  return `/api/organisations/${org}/interventions/${id}`
}

/** Calls the server about an intervention; every part of the page gets what it answers. */
export async function callAbout(
  method: 'POST' | 'PUT',
  org: string,
  id: string,
  what: string,
  body: object,
): Promise<Intervention> {
  return tellNews(await call<Intervention>(method, `${interventionPath(org, id)}${what}`, body))
}

/** The interventions of an organisation, kept up to date with whatever the server answers to any part of the page. */
export class Agreements implements ReactiveController {
  readonly #reading: Reading<readonly Intervention[]>
  readonly #host: LitElement
  readonly #onNews = (event: Event) => {
    if (event instanceof InterventionNews) this.#take(event.intervention)
  }

  /**
   * @param org asked when it reads, because the element gets its organisation after it was made.
   * @param first what has to be known before anything is shown, such as what this device kept.
   */
  constructor(host: LitElement, org: () => string, first: () => Promise<unknown> = async () => undefined) {
    this.#host = host
    this.#reading = new Reading(host, async (signal) => {
      // An element whose code came later than its place on the page gets its properties with its first update.
      await host.updateComplete
      await first()
      return interventionsOf(org(), { signal })
    })
    host.addController(this)
  }

  /** What is known now, in the order of the script; undefined while it is first read. */
  get items(): readonly Intervention[] | undefined {
    return this.#reading.value
  }

  hostConnected(): void {
    interventionNews.addEventListener('news', this.#onNews)
  }

  hostDisconnected(): void {
    interventionNews.removeEventListener('news', this.#onNews)
  }

  /** Reads again while the old state stays on the page. */
  refresh(): Promise<void> {
    return this.#reading.refresh()
  }

  /** That it waits, what went wrong, or what `here` makes of them. */
  render(here: (items: readonly Intervention[]) => TemplateResult, where: 'page' | 'part'): TemplateResult {
    return this.#reading.render(here, where)
  }

  /** Takes one out that was thrown away. */
  forget(id: string): void {
    this.#reading.value = this.#reading.value?.filter((one) => one.id !== id)
    this.#host.requestUpdate()
  }

  #take(news: Intervention): void {
    const items = this.#reading.value
    if (!items) return
    const isKnown = items.some(({ id }) => id === news.id)
    this.#reading.value = isKnown ? items.map((one) => (one.id === news.id ? news : one)) : [...items, news]
    this.#host.requestUpdate()
  }
}

/**
 * The interventions of an organisation, in the order of the script.
 *
 * @throws {ApiError} as every call.
 */
export async function interventionsOf(org: string, options: RequestInit = {}): Promise<readonly Intervention[]> {
  const path = `/api/organisations/${org}/interventions`
  const { items } = await call<{ readonly items: readonly Intervention[] }>('GET', path, undefined, options)
  return items
}
