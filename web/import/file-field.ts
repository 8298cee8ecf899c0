import { html, nothing, type TemplateResult } from 'lit'
import { ApiError, call } from '../api.ts'
import { t } from '../i18n/texts.ts'
import './import-texts.ts'

/** Largest file that is sent; the server has the last word. */
const MOST_FILE_BYTES = 5 * 1024 * 1024

/**
 * A button with which a file is chosen; `onFile` gets it at once. The same file may be chosen again after it was mended.
 * The words of the browser's own field are in the language of the browser, and do not know what was sent.
 */
export function fileField(field: {
  readonly id: string
  readonly label: string
  readonly accept: string
  /** Name of the file that is looked at now; empty for none. */
  readonly chosen: string
  readonly onFile: (file: File) => void
}): TemplateResult {
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    const file = target.files?.[0]
    if (file === undefined) return
    // Else a browser says nothing when the same file is chosen once more.
    target.value = ''
    field.onFile(file)
  }
  const isFirst = field.chosen === ''
  return html`<div class="field import-file">
    <p class="import-file-label" id="${field.id}-label">${field.label}</p>
    <label>
      <span class="button ${isFirst ? 'primary' : ''}">${t(isFirst ? 'import-choose' : 'import-choose-other')}</span>
      <input id=${field.id} class="visually-hidden" type="file" accept=${field.accept} aria-describedby="${field.id}-label" @change=${onChange} />
    </label>
    ${isFirst ? nothing : html`<span class="import-file-name">${field.chosen}</span>`}
  </div>`
}

/**
 * Sends a file as it is.
 *
 * @throws {ApiError} the server refused; `file-empty`; `file-unreadable`; `file-too-large`.
 */
export async function sendFile<Reply>(path: string, file: File): Promise<Reply> {
  if (file.size === 0) throw new ApiError({ type: '/problems/file-empty', title: 'Nothing in it', status: 0 })
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }
  return call<Reply>('POST', path, undefined, { headers, body: await bytesOf(file) })
}

/** A file as text in which bytes travel in JSON; refused as `sendFile` does. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await bytesOf(file))
  const parts: string[] = []
  // A piece of a multiple of three bytes ends without a sign for what is missing.
  for (let at = 0; at < bytes.length; at += 30_000)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000))))
  return parts.join('')
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  if (file.size > MOST_FILE_BYTES)
    throw new ApiError({ type: '/problems/file-too-large', title: 'Too large', status: 0 })
  try {
    return await file.arrayBuffer()
  } catch (cause) {
    throw new ApiError({
      type: '/problems/file-unreadable',
      title: 'The file cannot be read',
      status: 0,
      detail: String(cause),
    })
  }
}
