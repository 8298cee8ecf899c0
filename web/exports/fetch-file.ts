import { ApiError, isProblem } from '../api.ts'

/** A file that came whole. */
export interface FetchedFile {
  readonly name: string
  readonly file: Blob
}

/**
 * Fetches a file that the server makes while it sends it, so that nobody knows how large it becomes.
 *
 * @param onBytes told how many bytes there are, each time that some came.
 * @throws {ApiError} the server refused; `offline` when it could not be reached or the file broke off.
 * @throws {DOMException} `AbortError`: the signal said to stop.
 */
export async function fetchFile(
  path: string,
  { signal, onBytes }: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<FetchedFile> {
  const headers = { 'accept-language': document.documentElement.lang }
  const reply = await unlessOffline(signal, fetch(path, { headers, signal, credentials: 'same-origin' }))
  if (!reply.ok) throw new ApiError(await problemOf(reply))
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = reply.body?.getReader()
  let bytes = 0
  for (;;) {
    const part = await unlessOffline(
      signal,
      reader?.read() ?? Promise.resolve({ done: true, value: undefined } as const),
    )
    if (part.done) break
    parts.push(part.value)
    bytes += part.value.byteLength
    onBytes(bytes)
  }
  const type = reply.headers.get('content-type') ?? ''
  return { name: nameOf(reply), file: new Blob(parts, { type }) }
}

async function unlessOffline<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (cause) {
    signal.throwIfAborted()
    throw new ApiError({ type: '/problems/offline', title: 'No connection', status: 0, detail: String(cause) })
  }
}

async function problemOf(reply: Response): Promise<ApiError['problem']> {
  const json: unknown = await reply.json().catch(() => undefined)
  return isProblem(json) ? json : { type: '/problems/internal', title: reply.statusText, status: reply.status }
}

function nameOf(reply: Response): string {
  return /filename="([\w.-]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? 'meervoud'
}
