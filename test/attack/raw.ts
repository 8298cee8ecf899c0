import { connect } from 'node:net'

/** One answer as it came over the line. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const PATIENCE_MS = 1_500

/**
 * Sends bytes to a server as they are, for what no client library would send, and reads until the server ends the
 * connection or says nothing for a while.
 *
 * @returns the answers in order; more than one when the server saw more than one request.
 */
export function sendRaw(port: number, bytes: string, host = '127.0.0.1'): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host)
    let received = ''
    const done = () => {
      socket.destroy()
      resolve(answersIn(received))
    }
    socket.setEncoding('latin1').setTimeout(PATIENCE_MS, done)
    socket.on('data', (chunk: string) => {
      received += chunk
    })
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? done() : reject(error)))
    socket.on('close', done)
    socket.write(bytes, 'latin1')
  })
}

function answersIn(received: string): RawAnswer[] {
  return received
    .split(/(?=^HTTP\/1\.1 \d{3} )/m)
    .filter((part) => part.startsWith('HTTP/1.1 '))
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n')
      const [line = '', ...lines] = head.split('\r\n')
      const headers = Object.fromEntries(
        lines.map((text) => {
          const at = text.indexOf(':')
          return [text.slice(0, at).toLowerCase(), text.slice(at + 1).trim()]
        }),
      )
      return { status: Number(line.slice(9, 12)), headers, body: rest.join('\r\n\r\n') }
    })
}
