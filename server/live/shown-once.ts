import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const MOST_KEPT = 20

/** A reply as it goes over the line. */
export interface MadeReply {
  readonly plain: string
  readonly brotli: Buffer
}

/**
 * Replies that a whole room asks for at the same moment: made and compressed once, however many ask. Only what never
 * changes under its key may be kept here, such as a frozen release.
 */
export class ShownOnce {
  readonly #made = new Map<string, Promise<MadeReply>>()

  /** The reply of this key, made by `make` when it is not there; a failure is not kept. */
  get(key: string, make: () => Promise<unknown>): Promise<MadeReply> {
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const made = this.#make(make)
    this.#made.set(key, made)
    made.catch(() => this.#made.delete(key))
    const [oldest] = this.#made.keys()
    if (this.#made.size > MOST_KEPT && oldest !== undefined) this.#made.delete(oldest)
    return made
  }

  async #make(make: () => Promise<unknown>): Promise<MadeReply> {
    const plain = JSON.stringify(await make())
    // Made once for a room full of phones on one network: small matters more than quick.
    const brotli = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    return { plain, brotli }
  }
}
