import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { TestServer } from './server.ts'

/** What a browser test stands on. */
export interface Site {
  readonly browser: Browser
  /** A server of its own, on which Alice has the first account. */
  readonly server: TestServer
  /** Alice's organisation. */
  readonly organisationId: string
  /** Ends both. A `beforeAll` that returns this needs no `afterAll`. */
  readonly close: () => Promise<void>
}

/** Starts Chromium and a server that is set up; with `lan` it also listens for phones on the local network. */
export async function startSite(options: { lan?: boolean; settings?: object } = {}): Promise<Site> {
  const [browser, server] = await Promise.all([launchBrowser(), TestServer.start(options)])
  const { organisationId } = await server.setUp()
  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { browser, server, organisationId, close }
}
