import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** A mail as it arrived. */
export interface Arrived {
  readonly to: readonly string[]
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  /** Every byte. */
  readonly raw: string
}

/** Where the links in the mail of tests lead. */
export const MAIL_ORIGIN = 'https://meervoud.example.org'

/** A real mail server on a free port that keeps what it gets. */
export class Mailbox {
  readonly mails: Arrived[] = []
  readonly #options: SMTPServerOptions
  #server: SMTPServer | undefined
  port = 0

  private constructor(options: SMTPServerOptions) {
    this.#options = options
  }

  /** Starts one that takes everything, for the test at hand or until `stop`. */
  static async start(options: SMTPServerOptions = {}): Promise<Mailbox> {
    const mailbox = new Mailbox(options)
    await mailbox.open()
    return mailbox
  }

  /** The address of this server, as the settings name it. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  /** Opens it, or opens it again where it was. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      ...this.#options,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          this.mails.push(arrivedOf(Buffer.concat(chunks).toString('latin1'), to))
          done()
        })
      },
    })
    // What a client does wrong is for the client to say.
    server.on('error', () => undefined)
    this.#server = server
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', () => resolve()))
    const address: AddressInfo | string | null = server.server.address()
    if (address !== null && typeof address === 'object') this.port = address.port
  }

  /** Closes it: whoever comes now finds nobody. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

/** A mail server that takes connections and never says a word, for the test at hand. */
export async function silentServer(): Promise<{ readonly url: string; readonly called: Promise<unknown> }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)))
  const called = once(server, 'connection')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, called }
}

/** The token in the link of a mail to this page. */
export function tokenIn({ text }: Arrived, page: string): string {
  const token = new RegExp(`${MAIL_ORIGIN}/${page}#t=([\\w-]{43})\\b`).exec(text)?.[1]
  if (token === undefined) throw new Error(`no link to /${page} in: ${text}`)
  return token
}

function arrivedOf(raw: string, to: string[]): Arrived {
  const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/)
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => {
        const [name = '', value = ''] = line.split(/:\s*([\s\S]*)/)
        return [name.toLowerCase(), value]
      }),
  )
  return { to, headers, text: decoded(body, headers.get('content-transfer-encoding') ?? '7bit'), raw }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  const bytes =
    encoding === 'quoted-printable'
      ? body
          .replace(/=\r\n/g, '')
          .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : body
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}
