import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

/** What a stretch of load did. */
export interface Load {
  readonly perSecond: number
  readonly p99: number
  readonly errors: number
}

const OPERATIONS = 10
const BODIES = 200
const ITEMS = Array.from({ length: 48 }, (_, index) => `i${String(index + 1).padStart(2, '0')}`)

/**
 * One connection for each secret, each saving one batch of ten operations after another, as fast as it is answered.
 * Every operation has an id of its own and a sequence number above the one before.
 *
 * @param firstSeq where the sequence starts; later runs on the same sheets start higher.
 */
export async function saveLoad(
  origin: string,
  secrets: readonly string[],
  seconds: number,
  firstSeq: number,
): Promise<Load> {
  let next = 0
  let rejected = 0
  const result = await autocannon({
    url: `${origin}/api/response/answers`,
    method: 'PUT',
    connections: secrets.length,
    duration: seconds,
    setupClient(client) {
      const secret = secrets[next % secrets.length] ?? ''
      const bodies = Array.from({ length: BODIES }, (_, batch) => batchOf(next * 7 + batch, firstSeq + batch))
      next += 1
      let sent = 0
      client.setHeaders({ authorization: `Respondent ${secret}`, 'content-type': 'application/json' })
      client.setBody(bodies[0] ?? '[]')
      client.on('body', (body: Buffer) => {
        if (body.includes('"rejected"')) rejected += 1
        sent += 1
        client.setBody(bodies[sent] ?? batchOf(sent, firstSeq + sent))
      })
    },
  })
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx + rejected,
  }
}

function batchOf(start: number, seq: number): string {
  const operations = Array.from({ length: OPERATIONS }, (_, index) => {
    const place = start * OPERATIONS + index
    return {
      opId: randomUUID(),
      itemId: ITEMS[place % ITEMS.length],
      horizon: Math.floor(place / ITEMS.length) % 2 === 0 ? 'now' : 'ahead',
      seq,
      rating: (place % 5) + 1,
    }
  })
  return JSON.stringify(operations)
}
