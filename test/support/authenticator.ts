import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import * as z from 'zod'
import type { PasskeyAnswer, PasskeyInput } from '../../server/contract/passkeys.ts'

/** What the device of a test does otherwise than it should. */
export interface Misbehaviour {
  /** The page that the browser says it is on. */
  readonly origin?: string
  /** The device did not look who was there. */
  readonly isUnverified?: boolean
  /** What the device says that it counted; without it, one more than the time before. */
  readonly counter?: number
  /** What the browser says that it was asked for. */
  readonly type?: string
}

/** The part of the options of a ceremony that the device looks at. */
const Options = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }).optional(),
  rpId: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
})

const FLAGS = { present: 0x01, verified: 0x04, withKey: 0x40 }

/** A device with one passkey, in software: it signs as WebAuthn says, and misbehaves where a test asks it to. */
export class Authenticator {
  readonly #id = randomBytes(32)
  readonly #key: KeyObject
  readonly #cose: Uint8Array
  #userHandle = ''
  #counter = 0

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    )
  }

  /** Makes the passkey that the server asked for. */
  create(options: unknown, how: Misbehaviour = {}): PasskeyInput {
    const { challenge, rp, user } = Options.parse(options)
    this.#userHandle = user?.id ?? ''
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const made = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#cose])
    const authData = Buffer.concat([this.#data(rp?.id ?? '', how, FLAGS.withKey), made])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return {
      name: 'Laptop',
      id: this.#id.toString('base64url'),
      clientDataJSON: clientData('webauthn.create', challenge, how).toString('base64url'),
      // The types of the encoder know no maps of unlike things; it writes them all the same.
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    }
  }

  /** Signs the challenge of the server. */
  get(options: unknown, how: Misbehaviour = {}): PasskeyAnswer {
    const { challenge, rpId } = Options.parse(options)
    const authData = this.#data(rpId ?? '', how, 0)
    const said = clientData('webauthn.get', challenge, how)
    const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()])
    return {
      id: this.#id.toString('base64url'),
      clientDataJSON: said.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
      userHandle: this.#userHandle,
    }
  }

  #data(rpId: string, { isUnverified = false, counter = this.#counter + 1 }: Misbehaviour, more: number): Buffer {
    this.#counter = counter
    const flags = FLAGS.present | (isUnverified ? 0 : FLAGS.verified) | more
    const tail = Buffer.alloc(5)
    tail.writeUInt8(flags)
    tail.writeUInt32BE(counter, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), tail])
  }
}

function clientData(type: string, challenge: string, how: Misbehaviour): Buffer {
  const data = { type: how.type ?? type, challenge, origin: how.origin ?? 'http://localhost', crossOrigin: false }
  return Buffer.from(JSON.stringify(data))
}
