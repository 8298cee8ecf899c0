import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'

/** One event of a stream. */
export interface StreamEvent {
  readonly name: string
  readonly data: string
}

/** A real connection to an event stream, for a test that listens. */
export class Stream {
  readonly events: StreamEvent[] = []
  /** Everything that came over the line, to the byte. */
  text = ''
  isOpen = false
  status = 0
  readonly #waiting = new Set<() => void>()
  #reply: IncomingMessage | undefined

  /** Connects; resolves when the first bytes are there, or the line was refused. */
  static open(url: string, headers: Record<string, string>): Promise<Stream> {
    const stream = new Stream()
    return new Promise((resolve, reject) => {
      const call = request(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false }, (reply) => {
        stream.#follow(reply)
        reply.once('data', () => resolve(stream))
        reply.once('end', () => resolve(stream))
      })
      call.on('error', (error) => (stream.#reply === undefined ? reject(error) : stream.#ended()))
      call.end()
    })
  }

  /** Resolves when this holds, looked at after each event and at the end. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds()) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Resolves at the first event with this name from now on. */
  async next(name: string): Promise<StreamEvent> {
    const from = this.events.length
    const found = () => this.events.slice(from).find((event) => event.name === name)
    await this.until(() => found() !== undefined)
    const event = found()
    if (event === undefined) throw new Error('unreachable')
    return event
  }

  /** Stops reading, as a phone does that went to sleep in the middle of a line. */
  stall(): void {
    this.#reply?.pause()
  }

  close(): void {
    this.#reply?.destroy()
  }

  #follow(reply: IncomingMessage): void {
    this.#reply = reply
    this.status = reply.statusCode ?? 0
    this.isOpen = true
    reply.setEncoding('utf8')
    let rest = ''
    reply.on('data', (chunk: string) => {
      this.text += chunk
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
      this.#look()
    })
    reply.on('close', () => this.#ended())
    reply.on('error', () => this.#ended())
  }

  #take(block: string): void {
    const name = /^event: (.+)$/m.exec(block)?.[1]
    if (name !== undefined) this.events.push({ name, data: /^data: (.+)$/m.exec(block)?.[1] ?? '' })
  }

  #ended(): void {
    this.isOpen = false
    this.#look()
  }

  #look(): void {
    for (const look of [...this.#waiting]) look()
  }
}
