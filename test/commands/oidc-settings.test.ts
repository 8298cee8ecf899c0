import { describe, expect, test } from 'vitest'
import { linesBelow } from '../../server/commands/terminal.ts'
import { loadConfig } from '../../server/config.ts'
import { StartError } from '../../server/start-error.ts'

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    if (error instanceof StartError) return linesBelow(error, 'en')
    throw error
  }
}

describe('the settings of the sign-in of an organisation', () => {
  test.each([
    'https://login.example.org',
    'https://login.example.org/tenant/v2.0',
    'http://localhost:8080/realm',
    'http://127.0.0.1:9',
    'http://[::1]:9',
  ])('%s may be its address', (issuer) => {
    expect(faultsOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'meervoud' })).toEqual([])
  })

  test.each([
    'http://login.example.org',
    'http://192.168.1.20',
    'http://localhost.example.org',
    'ftp://login.example.org',
    'https://user:secret@login.example.org',
    'https://login.example.org/?tenant=1',
    'login.example.org',
  ])('%s may not', (issuer) => {
    expect(faultsOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'meervoud' })).toEqual([
      'OIDC_ISSUER must be an https address (http only for localhost), as the organisation writes it.',
    ])
  })

  test('an address is needed beside the name of this installation there, and the other way round', () => {
    const both = ['OIDC_ISSUER and OIDC_CLIENT_ID are needed together.']
    expect(faultsOf({ OIDC_ISSUER: 'https://login.example.org' })).toEqual(both)
    expect(faultsOf({ OIDC_CLIENT_ID: 'meervoud' })).toEqual(both)
  })
})
