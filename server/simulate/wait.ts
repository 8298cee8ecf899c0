/** Waits for a time; ends sooner when the signal says stop. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    const forget = onStop(signal, done)
    function done(): void {
      clearTimeout(timer)
      forget()
      resolve()
    }
  })
}

/** Calls when the signal says stop, also when it said so before; the function that it answers forgets it. */
export function onStop(signal: AbortSignal, stop: () => void): () => void {
  if (signal.aborted) {
    queueMicrotask(stop)
    return () => undefined
  }
  signal.addEventListener('abort', stop, { once: true })
  return () => signal.removeEventListener('abort', stop)
}
