import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { ApiError } from '../api.ts'
import { signInFirst } from '../app/access.ts'
import { confirmed } from '../components/confirm-identity.ts'
import { saveFile } from '../components/save-file.ts'
import { problemText } from '../components/states.ts'
import { t } from '../i18n/texts.ts'
import '../styles/exports.css'
import './export-texts.ts'
import { fetchFile } from './fetch-file.ts'

type Step = 'ready' | 'busy' | 'done' | 'failed' | 'cancelled'

/** The bytes are said again after so many more: a line that changes all the time cannot be read. */
const SAID_AGAIN = 100_000

/** Files on their way to the reader: how far they are, a way to stop, and what went wrong. One at a time. */
export class Downloading implements ReactiveController {
  readonly #host: LitElement
  #step: Step = 'ready'
  #why = ''
  #bytes = 0
  #files = 0
  #stop: AbortController | undefined

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#stop?.abort()
  }

  /** Fetches these files, one after the other, and hands them over when all of them are there. */
  async fetch(...paths: readonly string[]): Promise<void> {
    if (this.#step === 'busy') return
    const stop = new AbortController()
    this.#stop = stop
    this.#bytes = 0
    this.#go('busy')
    try {
      const files = []
      let before = 0
      for (const path of paths) {
        const onBytes = (bytes: number) => this.#say(before + bytes)
        const fetched = await confirmed(() => fetchFile(path, { signal: stop.signal, onBytes }))
        before += fetched.file.size
        files.push(fetched)
      }
      for (const { name, file } of files) saveFile(name, file)
      this.#files = files.length
      this.#go('done')
    } catch (error) {
      this.#failed(error, stop.signal)
    }
  }

  /** A line that says how it goes, with a way to stop while it does. */
  render(): TemplateResult {
    const isBusy = this.#step === 'busy'
    return html`<div class="downloading">
      <p class="take-status" role="status">${this.#words()}</p>
      ${
        isBusy
          ? html`<p><span class="muted" aria-hidden="true">${this.#bytes === 0 ? nothing : t('export-so-far', { mb: this.#bytes / 1e6 })}</span>
              <button type="button" class="quiet" @click=${() => this.#stop?.abort()}>${t('export-cancel')}</button></p>`
          : nothing
      }
    </div>`
  }

  #words(): string {
    if (this.#step === 'ready') return ''
    if (this.#step === 'failed') return this.#why
    return t(`export-now-${this.#step}`, { n: this.#files })
  }

  #say(bytes: number): void {
    if (bytes - this.#bytes < SAID_AGAIN) return
    this.#bytes = bytes
    this.#host.requestUpdate()
  }

  #failed(error: unknown, signal: AbortSignal): void {
    if (!signal.aborted && !(error instanceof ApiError)) throw error
    if (error instanceof ApiError) {
      if (error.code === 'sign-in-needed') signInFirst()
      this.#why = error.code === 'offline' ? t('export-failed') : problemText(error)
    }
    this.#go(signal.aborted ? 'cancelled' : 'failed')
  }

  #go(step: Step): void {
    this.#step = step
    this.#host.requestUpdate()
  }
}
