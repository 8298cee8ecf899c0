import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** One page of the product: its address, its element, and how its code is fetched when somebody first goes there. */
export interface Page {
  readonly path: string
  readonly tag: string
  readonly load: () => Promise<unknown>
}

/** Where the reader is: the page, and the parts of the address that its path names, such as `org`. */
export interface Place {
  readonly page: Page | undefined
  readonly params: Readonly<Record<string, string>>
}

const steps = new EventTarget()

/** Goes to another page of the product; `replace` leaves the present address out of the browser's history. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  steps.dispatchEvent(new Event('step'))
}

/** Which page an address belongs to; a place without a page when it belongs to none. */
export function placeOf(pages: readonly Page[], path: string): Place {
  for (const page of pages) {
    const groups = new RegExp(`^${page.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`).exec(path)
    if (groups) return { page, params: { ...groups.groups } }
  }
  return { page: undefined, params: {} }
}

/**
 * Shows the page that belongs to the address, and follows it: back and forward, `go`, and clicks on links to pages of
 * the product. Every other link is the browser's. A page's code is fetched first, so the old page stays until then.
 */
export class Router implements ReactiveController {
  place: Place
  element: HTMLElement | undefined
  readonly #host: ReactiveControllerHost
  readonly #pages: readonly Page[]
  readonly #lost: Page
  readonly #arrived: () => void
  #address = ''
  readonly #follow = () => void this.#show()
  readonly #click = (event: MouseEvent) => this.#onClick(event)

  constructor(host: ReactiveControllerHost, pages: readonly Page[], lost: Page, arrived: () => void) {
    this.#host = host
    this.#pages = pages
    this.#lost = lost
    this.#arrived = arrived
    this.place = placeOf(pages, location.pathname)
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('popstate', this.#follow)
    steps.addEventListener('step', this.#follow)
    document.addEventListener('click', this.#click)
    void this.#show()
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#follow)
    steps.removeEventListener('step', this.#follow)
    document.removeEventListener('click', this.#click)
  }

  async #show(): Promise<void> {
    const address = location.pathname + location.search
    if (address === this.#address) return
    const isFirst = this.#address === ''
    this.#address = address
    const place = placeOf(this.#pages, location.pathname)
    const page = await loaded(place.page ?? this.#lost, this.#lost)
    if (address !== this.#address) return
    this.place = place
    this.element = Object.assign(document.createElement(page.tag), place.params)
    this.#host.requestUpdate()
    if (isFirst) return
    scrollTo(0, 0)
    this.#arrived()
  }

  #onClick(event: MouseEvent): void {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (event.defaultPrevented || !isPlain || !link?.href || link.target || link.hasAttribute('download')) return
    const to = new URL(link.href)
    if (to.origin !== location.origin || to.hash || !placeOf(this.#pages, to.pathname).page) return
    event.preventDefault()
    if (to.href !== location.href) go(to.pathname + to.search)
  }
}

async function loaded(page: Page, lost: Page): Promise<Page> {
  try {
    await page.load()
    return page
  } catch {
    // No connection, or a newer version of the product replaced the files: the page that says so came with the frame.
    return { ...lost, tag: 'mv-not-loaded' }
  }
}
