import type { Config } from '../config.ts'
import { StartError } from '../start-error.ts'
import { givenCertificate } from '../tls.ts'
import type { Finding } from './doctor-checks.ts'

const ON_THIS_COMPUTER = ['127.0.0.1', '::1', 'localhost']

/** Checks of the address under which people come in, and of the certificate for the room. */
export function* addressFindings(config: Config): Generator<Finding> {
  try {
    givenCertificate(config)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    const { code, variables, details } = error
    yield { state: 'wrong', id: `start-${code}`, variables, details }
  }
  const { PUBLIC_ORIGIN: origin, HOST: host } = config
  if (origin === undefined && ON_THIS_COMPUTER.includes(host)) yield { state: 'ok', id: 'doctor-address-here' }
  else if (origin === undefined) yield { state: 'attention', id: 'doctor-address-none', variables: { host } }
  else if (origin.startsWith('https://')) yield { state: 'ok', id: 'doctor-address', variables: { origin } }
  else if (ON_THIS_COMPUTER.includes(new URL(origin).hostname)) yield { state: 'ok', id: 'doctor-address-here' }
  else yield { state: 'attention', id: 'doctor-address-plain', variables: { origin } }
}
