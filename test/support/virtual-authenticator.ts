import type { CDPSession, Page } from 'playwright-core'
import * as z from 'zod'

const Made = z.object({ authenticatorId: z.string() })
const Credential = z.looseObject({ credentialId: z.string(), signCount: z.int() })
const Credentials = z.object({ credentials: z.array(Credential) })

/** Chromium's own virtual device for passkeys: it keeps them, and looks who is there. */
export class VirtualAuthenticator {
  readonly #session: CDPSession
  readonly #id: string

  private constructor(session: CDPSession, id: string) {
    this.#session = session
    this.#id = id
  }

  /** Gives the browser of this page a device; it stays while the page does. */
  static async plugIn(page: Page): Promise<VirtualAuthenticator> {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    const made = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new VirtualAuthenticator(session, Made.parse(made).authenticatorId)
  }

  /** Whether the next finger on the reader is the right one. */
  async setVerified(isUserVerified: boolean): Promise<void> {
    await this.#session.send('WebAuthn.setUserVerified', { authenticatorId: this.#id, isUserVerified })
  }

  /** A copy of the one passkey on the device, as somebody would have who took it apart. */
  async copy(): Promise<z.infer<typeof Credential>> {
    const found = await this.#session.send('WebAuthn.getCredentials', { authenticatorId: this.#id })
    const [only] = Credentials.parse(found).credentials
    if (only === undefined) throw new Error('there is no passkey on the device')
    return only
  }

  /** Puts a copy in the place of the passkey on the device. */
  async restore(copy: z.infer<typeof Credential>): Promise<void> {
    await this.#session.send('WebAuthn.clearCredentials', { authenticatorId: this.#id })
    // The copy is what the browser itself gave, whose shape is the browser's own.
    await this.#session.send('WebAuthn.addCredential', { authenticatorId: this.#id, credential: copy as never })
  }
}
