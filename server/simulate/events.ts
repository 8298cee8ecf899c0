/** One event of an event stream: its name (`message` when it has none) and its data. */
export interface StreamEvent {
  readonly name: string
  readonly data: string
}

/**
 * Reads an event stream as it comes in, in whatever pieces, by the rules of the HTML standard (9.2.6). Comments, which
 * keep the line awake, are no events.
 */
export class EventReader {
  readonly #onEvent: (event: StreamEvent) => void
  #rest = ''
  #name = ''
  #data: string[] = []
  /** How long to wait before coming back, in milliseconds, as the server said; undefined when it did not. */
  retryMs: number | undefined

  constructor(onEvent: (event: StreamEvent) => void) {
    this.#onEvent = onEvent
  }

  /** Takes the next piece of the stream. */
  push(piece: string): void {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#readLine(line)
  }

  #readLine(line: string): void {
    if (line === '') {
      if (this.#data.length > 0) this.#onEvent({ name: this.#name || 'message', data: this.#data.join('\n') })
      this.#name = ''
      this.#data = []
      return
    }
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (field === 'event') this.#name = value
    else if (field === 'data') this.#data.push(value)
    else if (field === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value)
  }
}
