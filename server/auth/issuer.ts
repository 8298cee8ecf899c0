import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from 'openid-client'
import * as z from 'zod'
import { ProblemError } from '../problem.ts'

/** How this installation is known at an organisation's own sign-in. */
export interface IssuerSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  /** What the button calls it; undefined: "your organisation". */
  readonly name: string | undefined
}

/** What a journey to the issuer and back is held to: random, and new for each. */
export interface JourneyChecks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came back, as the issuer says. */
export interface Told {
  readonly issuer: string
  readonly subject: string
  /** Undefined without one that the issuer says it has checked. */
  readonly email: string | undefined
  readonly name: string | undefined
  readonly locale: string | undefined
  /** Whether the issuer says that two things were asked. */
  readonly isStrong: boolean
}

const Claims = z.object({
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
  locale: z.string().optional(),
})
const Proof = z.object({ amr: z.array(z.string()).optional(), acr: z.string().optional() })

const TIMEOUT_SECONDS = 5
const KEPT_MS = 60 * 60_000
/** What says by itself that two factors were shown (RFC 8176 and what Microsoft adds). */
const TWO_FACTORS = ['mfa', 'ngcmfa']
/**
 * What shows one factor, by kind: something that is known, had, or is part of a body. Two of one kind are no second
 * factor; a key that says nothing more, `fido` too, may be one that only has to be touched.
 */
const KINDS = [
  ['pwd', 'pin'],
  ['otp', 'hwk', 'swk', 'sc', 'pop', 'fido'],
  ['face', 'fpt', 'iris', 'vbm'],
]
/** Levels of assurance from two factors up: OpenID, REFEDS, the European levels and those of eHerkenning. */
const STRONG_LEVELS = [
  'phr',
  'phrh',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'http://eidas.europa.eu/LoA/substantial',
  'http://eidas.europa.eu/LoA/high',
  'urn:etoegang:core:assurance-class:loa3',
  'urn:etoegang:core:assurance-class:loa4',
]

/**
 * The organisation's own sign-in. It is asked nothing but what its own description names, over HTTPS, and never for
 * longer than five seconds; where it sends somebody else is not followed.
 */
export class Issuer {
  readonly name: string | undefined
  readonly #settings: IssuerSettings
  #found: { readonly at: number; readonly configuration: Promise<Configuration> } | undefined

  constructor(settings: IssuerSettings) {
    this.#settings = settings
    this.name = settings.name
  }

  /**
   * Where a browser goes to sign in.
   *
   * @throws {ProblemError} `oidc-unreachable`.
   */
  async addressFor(redirectUri: string, { state, nonce, verifier }: JourneyChecks): Promise<string> {
    const configuration = await this.#configuration()
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return url.href
  }

  /**
   * Trades the code that came back for who it is. Issuer, audience, nonce, time and signature are looked at.
   *
   * @param address the whole address under which the browser came back.
   * @throws {ProblemError} `oidc-unreachable`; `oidc-denied` when the issuer itself says no; `oidc-refused` for an answer
   *   that is not good, whose cause says why.
   */
  async identify(address: URL, { state, nonce, verifier }: JourneyChecks): Promise<Told> {
    const configuration = await this.#configuration()
    try {
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new ProblemError('oidc-refused')
      const own = Claims.parse(claims)
      // Many issuers give an address only here; the library looks whether it is about the same person.
      const more =
        own.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? Claims.parse(await fetchUserInfo(configuration, tokens.access_token, claims.sub))
          : own
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: more.email_verified === true ? more.email : undefined,
        name: own.name ?? more.name,
        locale: own.locale ?? more.locale,
        isStrong: isStrong(claims),
      }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  #configuration(): Promise<Configuration> {
    const now = Date.now()
    if (this.#found !== undefined && now - this.#found.at < KEPT_MS) return this.#found.configuration
    const configuration = this.#discover()
    this.#found = { at: now, configuration }
    configuration.catch(() => {
      this.#found = undefined
    })
    return configuration
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings
    const isLocal = new URL(issuer).protocol === 'http:'
    const execute = isLocal ? [allowInsecureRequests] : []
    const found = await discovery(new URL(issuer), clientId, undefined, None(), {
      execute,
      timeout: TIMEOUT_SECONDS,
      [customFetch]: reach,
    }).catch((error: unknown) => {
      throw new ProblemError('oidc-unreachable', { cause: error })
    })
    const server = found.serverMetadata()
    const auth = clientAuth(clientSecret, server.token_endpoint_auth_methods_supported)
    const configuration = new Configuration(server, clientId, undefined, auth)
    configuration.timeout = TIMEOUT_SECONDS
    configuration[customFetch] = reach
    if (isLocal) allowInsecureRequests(configuration)
    enableNonRepudiationChecks(configuration)
    return configuration
  }
}

/** What does not answer, or fails by itself, is told apart from what answers something wrong. */
const reach: CustomFetch = async (url, { body = null, headers, method, redirect, signal = null }) => {
  const reply = await fetch(url, { body, headers, method, redirect, signal }).catch((error: unknown) => {
    throw new ProblemError('oidc-unreachable', { cause: error })
  })
  if (reply.status >= 500) throw new ProblemError('oidc-unreachable', { detail: `status ${reply.status}` })
  return reply
}

function clientAuth(secret: string | undefined, supported: readonly string[] = ['client_secret_basic']): ClientAuth {
  if (secret === undefined) return None()
  return supported.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret)
}

function isStrong(claims: object): boolean {
  const { amr = [], acr = '' } = Proof.safeParse(claims).data ?? {}
  const shown = (methods: readonly string[]) => amr.some((method) => methods.includes(method))
  return shown(TWO_FACTORS) || KINDS.filter(shown).length > 1 || STRONG_LEVELS.includes(acr)
}

function refusalOf(error: unknown): ProblemError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ProblemError) return cause
  return new ProblemError(error instanceof AuthorizationResponseError ? 'oidc-denied' : 'oidc-refused', {
    cause: error,
  })
}
