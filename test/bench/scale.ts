import type { Page } from 'playwright-core'

/** Nothing more belongs to a page when nothing was asked and nothing arrived for so many milliseconds. */
const QUIET_MS = 500

/**
 * Weighs what a page receives: compressed, with headers, every request counted. An event stream never ends, so nobody
 * waits for its end; what it has brought so far is weighed with the rest.
 */
export class Scale {
  bytes = 0
  requests = 0
  readonly #underWay = new Set<string>()
  readonly #streams = new Set<string>()
  #movedAt = performance.now()

  private constructor() {}

  /** Puts a scale under a page, before anything is loaded. */
  static async put(page: Page): Promise<Scale> {
    const scale = new Scale()
    const session = await page.context().newCDPSession(page)
    session.on('Network.requestWillBeSent', ({ requestId, type }) => scale.#begin(requestId, type === 'EventSource'))
    session.on('Network.responseReceived', ({ requestId, response }) => {
      if (scale.#streams.has(requestId)) scale.#weigh(response.encodedDataLength)
    })
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scale.#streams.has(requestId)) scale.#weigh(encodedDataLength)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      scale.#weigh(scale.#streams.has(requestId) ? 0 : encodedDataLength)
      scale.#underWay.delete(requestId)
    })
    session.on('Network.loadingFailed', ({ requestId }) => {
      scale.#weigh(0)
      scale.#underWay.delete(requestId)
    })
    await session.send('Network.enable')
    return scale
  }

  /** Resolves when everything has arrived that belongs to the page, what it fetches later by itself included. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0 || performance.now() - this.#movedAt < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 10))
    }
  }

  #begin(requestId: string, isStream: boolean): void {
    this.requests += 1
    this.#movedAt = performance.now()
    if (isStream) this.#streams.add(requestId)
    else this.#underWay.add(requestId)
  }

  #weigh(bytes: number): void {
    this.bytes += bytes
    this.#movedAt = performance.now()
  }
}
