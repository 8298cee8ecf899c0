import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { protections } from './plugins/headers.ts'

/** First byte of every TLS connection: the type of the record that holds the handshake. */
const HANDSHAKE = 0x16
const PATIENCE_MS = 10_000
const ONCE = { connection: 'close', 'cache-control': 'no-store' }

/**
 * Sends whoever typed an address without `https://` to the same address with it. Browsers try plain HTTP for an
 * address of digits, and a port that only speaks TLS would show them an empty page. Call it before `listen`.
 */
export function sendPlainRequestsToTls(app: FastifyInstance): void {
  const { server } = app
  const forTls = server.listeners('connection')
  const undecided = new Set<Socket>()
  const plain = createServer((request, reply) => {
    const { host } = request.headers
    const headers = { ...protections({ isPublicSecure: false }), ...ONCE }
    // Only to ourselves: not to whatever a request calls us.
    if (host === undefined || !app.isOwnHost(host)) reply.writeHead(421, headers).end()
    // Not for ever: the next meeting may be without a certificate.
    else reply.writeHead(307, { ...headers, location: `https://${host}${request.url ?? '/'}` }).end()
  })
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const forget = () => undecided.delete(socket)
    const end = () => socket.destroy()
    undecided.add(socket)
    socket.setTimeout(PATIENCE_MS, end).once('error', end).once('close', forget)
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1)
      if (first === null) return
      forget()
      socket.setTimeout(0).off('timeout', end).off('error', end)
      socket.unshift(first)
      if (first[0] !== HANDSHAKE) plain.emit('connection', socket)
      else for (const accept of forTls) Reflect.apply(accept, server, [socket])
    })
  })
  app.addHook('preClose', async () => {
    for (const socket of undecided) socket.destroy()
    plain.closeAllConnections()
  })
}
