import { createTransport, type Transporter } from 'nodemailer'
import type { MailSettings } from './settings.ts'

/** A mail as it leaves: plain text, to one address. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Further headers, such as `List-Unsubscribe`. */
  readonly headers: Readonly<Record<string, string>>
}

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
const WHOLE_MS = 60_000
const CLOSE_MS = 1_000

/** The mail server of this installation. Each mail has a connection of its own. */
export class MailServer {
  readonly #transport: Transporter
  readonly #from: MailSettings['from']

  constructor({ host, port, isSecure, isLocal, login, from }: MailSettings) {
    this.#from = from
    this.#transport = createTransport({
      host,
      port,
      secure: isSecure,
      requireTLS: !isSecure && !isLocal,
      ignoreTLS: !isSecure && isLocal,
      ...(login !== undefined && { auth: login }),
      connectionTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      socketCloseTimeout: CLOSE_MS,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
      // What a letter says is text and never the name of a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  /**
   * Hands a letter over; resolves once the server has taken it.
   *
   * @param id of the mail: the same for every try, so that whoever gets a second one can tell.
   * @param signal breaks it off.
   * @throws {Error} the server was not reached, or refused it; it was broken off; or a header holds a line break.
   */
  async send(id: string, { to, subject, text, headers }: Letter, signal?: AbortSignal): Promise<void> {
    const { name, address } = this.#from
    for (const value of [to, subject, ...Object.values(headers)]) refuseControls(value)
    const message = {
      from: { name, address },
      to: { name: '', address: to },
      envelope: { from: address, to: [to] },
      messageId: `<${id}@${address.slice(address.lastIndexOf('@') + 1)}>`,
      subject,
      text,
      signal,
      headers: {
        ...headers,
        // No answer by a machine to a machine (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
    }
    await inTime(this.#transport.sendMail(message))
  }

  /**
   * Knocks at the server as for a mail, and sends none.
   *
   * @throws {Error} it does not answer, or refuses the name and password.
   */
  async check(): Promise<void> {
    await inTime(this.#transport.verify())
  }
}

/** A line break in a header would begin another header. */
function refuseControls(value: string): void {
  if (/\p{Cc}/u.test(value)) throw new Error('a header holds a line break')
}

/** A server that says a word now and then could hold everything up for ever. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), WHOLE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
