import { ApiError } from '../api.ts'
import { randomId } from '../participant/random-id.ts'
import { type SheetPlace, sheetPath } from './addresses.ts'

/** Most bytes of one file; the server has the last word. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024

/** A file on its way to a question. It is gone from the list once the server has it. */
export interface Upload {
  readonly id: string
  readonly itemId: string
  readonly file: File
  /** How much has gone, from 0 to 1. */
  readonly sent: number
  /** Code of the problem that ended it; undefined while it is on its way. */
  readonly problem: string | undefined
}

const kept = new Map<string, Uploads>()

/** The files on their way to a sheet: they go on while the reader goes to another question. */
export function uploadsOf(place: SheetPlace): Uploads {
  const known = kept.get(place.round) ?? new Uploads(place)
  kept.set(place.round, known)
  return known
}

/** Sends files one after another, with how far each is. A `change` event tells that something moved. */
export class Uploads extends EventTarget {
  readonly #place: SheetPlace
  #uploads: readonly Upload[] = []
  #isSending = false

  constructor(place: SheetPlace) {
    super()
    this.#place = place
    addEventListener('beforeunload', (event) => {
      if (this.#waiting !== undefined) event.preventDefault()
    })
  }

  /** The files on their way to one question, or that did not come through. */
  of(itemId: string): readonly Upload[] {
    return this.#uploads.filter((upload) => upload.itemId === itemId)
  }

  /** Takes a file along. Too large a one is not sent at all. */
  add(itemId: string, file: File): void {
    const problem = file.size > MOST_FILE_BYTES ? 'file-too-large' : undefined
    this.#set([...this.#uploads, { id: randomId(), itemId, file, sent: 0, problem }])
    void this.#send()
  }

  /** Tries one again that did not come through. */
  retry(id: string): void {
    this.#change(id, { problem: undefined, sent: 0 })
    void this.#send()
  }

  /** Forgets one that did not come through. */
  forget(id: string): void {
    this.#set(this.#uploads.filter((upload) => upload.id !== id))
  }

  get #waiting(): Upload | undefined {
    return this.#uploads.find(({ problem }) => problem === undefined)
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    for (let upload = this.#waiting; upload !== undefined; upload = this.#waiting) {
      const { id } = upload
      try {
        await put(`${sheetPath(this.#place)}/files/${id}`, upload, (sent) => this.#change(id, { sent }))
        this.forget(id)
        this.dispatchEvent(new Event('sent'))
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        this.#change(id, { problem: error.code })
      }
    }
    this.#isSending = false
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    this.dispatchEvent(new Event('change'))
  }
}

/** `fetch` does not tell how much has gone; this does. */
function put(path: string, { itemId, file }: Upload, onProgress: (sent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `${path}?item=${encodeURIComponent(itemId)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(refusalOf(request))))
    request.addEventListener('error', () => reject(new ApiError({ type: '/problems/offline', title: '', status: 0 })))
    request.send(file)
  })
}

function refusalOf({ status, responseText }: XMLHttpRequest): ApiError {
  const code = /"type":"\/problems\/([\w-]+)"/.exec(responseText)?.[1] ?? 'internal'
  return new ApiError({ type: `/problems/${code}`, title: code, status })
}
