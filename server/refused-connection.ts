import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Reached } from './plugins/headers.ts'
import { protections } from './plugins/headers.ts'

const STATUSES: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

/**
 * Answers what is no request at all, so that it came to no route: refused in the same form as everything else, and the
 * connection ends, because what follows on it may be somebody's second half.
 */
export function refuseConnection(reached: Reached): (error: NodeJS.ErrnoException, socket: Socket) => void {
  const fixed = { ...protections(reached), 'content-security-policy': "default-src 'none';frame-ancestors 'none'" }
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const status = STATUSES[error.code ?? ''] ?? 400
    const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status })
    const headers = {
      ...fixed,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`)
  }
}
