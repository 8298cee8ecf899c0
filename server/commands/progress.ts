import { text } from '../texts.ts'
import type { Terminal } from './terminal.ts'

const INTERVAL_MS = 1000

/**
 * Says on standard error how far a command is: at most one line a second, and none when it is done within the first.
 *
 * @param id text with `$done` and `$total`.
 */
export function progressOf({ locale, complain }: Terminal, id: string, total: number): (done: number) => void {
  let last = performance.now()
  return (done) => {
    if (performance.now() - last < INTERVAL_MS) return
    last = performance.now()
    complain(text(locale, id, { done, total }))
  }
}
