import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { PasskeyAnswer, PasskeyMade } from '../../server/contract/passkeys.ts'
import { ApiError, call } from '../api.ts'

/**
 * Lets the browser make a passkey and has the server keep it.
 *
 * @returns recovery codes, shown once, when the reader had none; null otherwise.
 * @throws {ApiError} the server refused; or `passkey-not-made`, `passkey-known`, `passkey-unable` from the browser.
 */
export async function makePasskey(name: string): Promise<readonly string[] | null> {
  const optionsJSON = await call<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/passkeys/options', {})
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { id, response } = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    throw refusedByBrowser(error, 'passkey-not-made')
  })
  const { recoveryCodes } = await call<PasskeyMade>('POST', '/api/passkeys', {
    name,
    id,
    clientDataJSON: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: response.transports ?? [],
  })
  return recoveryCodes
}

/**
 * Signs in with a passkey; nothing is typed.
 *
 * @throws {ApiError} the server refused; or `passkey-cancelled`, `passkey-unable` from the browser.
 */
export function signInWithPasskey(): Promise<void> {
  return answerWithPasskey('/api/passkeys/sign-in')
}

/** Shows with a passkey that the reader is still the one who signed in; the same refusals. */
export function confirmWithPasskey(): Promise<void> {
  return answerWithPasskey('/api/passkeys/confirm')
}

async function answerWithPasskey(path: string): Promise<void> {
  const optionsJSON = await call<PublicKeyCredentialRequestOptionsJSON>('POST', `${path}/options`, {})
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const credential = await startAuthentication({ optionsJSON }).catch((error: unknown) => {
    throw refusedByBrowser(error, 'passkey-cancelled')
  })
  await call<void>('POST', path, answerOf(credential))
}

function answerOf({ id, response }: AuthenticationResponseJSON): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null }
}

/** Browsers refuse with a name of the DOM; what a name says depends on what was asked. */
function refusedByBrowser(error: unknown, otherwise: string): ApiError {
  const name = error instanceof Error ? error.name : ''
  const codes: Readonly<Record<string, string>> = {
    InvalidStateError: 'passkey-known',
    SecurityError: 'passkeys-not-here',
    ConstraintError: 'passkey-unable',
    NotSupportedError: 'passkey-unable',
  }
  return new ApiError({ type: `/problems/${codes[name] ?? otherwise}`, title: name, status: 0, detail: String(error) })
}
