import * as z from 'zod'

/**
 * Every refusal that the product can give: its status, and a title in English for logs and scripts.
 * The sentence that a reader sees stands under `problem-<code>` in `data/texts/<locale>/problems.ftl`, which every phone
 * loads, or in `staff-problems.ftl` or `account-problems.ftl` when only somebody with an account can meet it; a test compares the lists.
 */
export const PROBLEMS = {
  'invalid-request': { status: 422, title: 'The request does not match the schema' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'unsupported-media-type': { status: 415, title: 'The body is of a type that is not taken here' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'sign-in-needed': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'Email address or password is wrong' },
  'passkeys-not-here': { status: 409, title: 'Passkeys do not work at this address' },
  'wrong-passkey': { status: 401, title: 'The passkey was not accepted' },
  'passkey-copied': { status: 401, title: 'There seem to be two of this passkey' },
  'passkey-refused': { status: 422, title: 'The new passkey could not be checked' },
  'oidc-not-here': { status: 404, title: 'Signing in through an organisation is not set up here' },
  'oidc-unreachable': { status: 503, title: "The organisation's sign-in does not answer" },
  'oidc-denied': { status: 403, title: "The organisation's sign-in said no" },
  'oidc-refused': { status: 401, title: "The answer of the organisation's sign-in was not accepted" },
  'oidc-interrupted': { status: 409, title: 'This sign-in was begun elsewhere, took too long, or was used' },
  'oidc-unknown': { status: 403, title: 'There is no account here for this person' },
  'oidc-link-first': { status: 409, title: 'There is an account with this email address: link it first' },
  'oidc-no-email': { status: 409, title: 'The organisation gives no checked email address' },
  'oidc-taken': { status: 409, title: 'This identity, or this account, is linked to another' },
  'oidc-weak': { status: 403, title: 'A second step is required here, and the organisation asked none' },
  'last-way-in': { status: 409, title: 'This is the only way to sign in to this account' },
  'passkey-known': { status: 409, title: 'This passkey is kept already' },
  'second-factor-needed': { status: 401, title: 'A code from the app or a recovery code is needed too' },
  'passkey-needed': { status: 401, title: 'A passkey or a recovery code is needed too' },
  'no-password': { status: 409, title: 'This account has no password, after which codes could be asked' },
  'set-up-over': { status: 409, title: 'This set-up took too long: begin it anew' },
  'wrong-factor': { status: 401, title: 'This code is wrong, too old or was used' },
  'second-factor-first': { status: 403, title: 'Set up a second factor first' },
  'confirm-needed': { status: 403, title: 'Confirm who you are first' },
  'last-factor': { status: 409, title: 'A second factor is required here: the last one stays' },
  'common-password': { status: 422, title: 'This password is too easy to guess' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'unknown-host': { status: 421, title: 'This server does not know itself under this address' },
  'cross-site': { status: 403, title: 'This request came from another site' },
  'accounts-refused-here': { status: 403, title: 'Accounts cannot be used on this network address' },
  'set-up-done': { status: 409, title: 'The set-up was done before' },
  'set-up-needed': { status: 503, title: 'The set-up has not been done yet' },
  'wrong-set-up-token': { status: 403, title: 'The set-up token is wrong' },
  'email-taken': { status: 409, title: 'There is an account with this email address' },
  'invitation-not-valid': { status: 404, title: 'This invitation was used, has expired or never existed' },
  'link-not-valid': { status: 404, title: 'This link was used, has expired or never existed' },
  'slug-taken': { status: 409, title: 'Another programme has this address' },
  'page-without-address': { status: 422, title: 'A page that is shown needs an address' },
  'accent-not-readable': { status: 422, title: 'Text in this colour cannot be read on white' },
  'role-not-here': { status: 422, title: 'There is no such role in an organisation of this kind' },
  'last-owner': { status: 409, title: 'An organisation keeps at least one owner' },
  'wrong-code': { status: 404, title: 'This code belongs to no open round' },
  'reach-check-unknown': { status: 404, title: 'This trial of the network is over or never existed' },
  'too-many-attempts': { status: 429, title: 'Too many attempts; wait a moment' },
  'round-not-open': { status: 409, title: 'This round is not open' },
  'round-closed': { status: 409, title: 'This round is closed' },
  'round-already-open': { status: 409, title: 'This round is open already' },
  'round-not-draft': { status: 409, title: 'This round has been opened already' },
  'opening-past': { status: 422, title: 'The moment of opening lies in the past' },
  'due-past': { status: 422, title: 'The last day for answers lies in the past' },
  'due-before-opening': { status: 422, title: 'The last day for answers comes before the opening' },
  'unknown-instrument': { status: 422, title: 'There is no such instrument version' },
  'unknown-item': { status: 422, title: 'This round has no such item' },
  'unknown-horizon': { status: 422, title: 'This round does not ask about that horizon' },
  'unknown-group': { status: 422, title: 'This round has no such stakeholder group' },
  'group-needed': { status: 422, title: 'Say which stakeholder group you belong to' },
  'rating-off-scale': { status: 422, title: 'The rating is not on the scale' },
  'operation-reused': { status: 409, title: 'This operation id was used for something else' },
  'too-many-operations': { status: 422, title: 'At most 50 operations in one call' },
  'no-release-yet': { status: 404, title: 'Nothing has been released yet' },
  'nothing-to-release': { status: 409, title: 'Nobody has answered yet' },
  'nothing-revealed': { status: 409, title: 'Nothing has been revealed yet' },
  'not-closed-yet': { status: 409, title: 'Close the collecting before the result is shown' },
  'controls-held': { status: 409, title: 'Another facilitator holds the controls' },
  'door-locked': { status: 409, title: 'The facilitator has locked the door' },
  'workshop-exists': { status: 409, title: 'This round has a workshop already' },
  'vote-running': { status: 409, title: 'A second vote is still going on' },
  'reflection-closed': { status: 409, title: 'This reflection is closed' },
  'edited-meanwhile': { status: 409, title: 'Somebody else changed this meanwhile' },
  'too-many-dots': { status: 422, title: 'At most three dots for each question' },
  'too-many-cards': { status: 409, title: 'At most three cards for each question' },
  'too-many-conditions': { status: 409, title: 'At most three conditions' },
  'too-many-criteria': { status: 409, title: 'At most twelve criteria' },
  'no-reflection-shown': { status: 409, title: 'The wall shows no reflection now' },
  'cards-closed': { status: 409, title: 'No cards are being written now' },
  'voting-closed': { status: 409, title: 'No dots are being given now' },
  'consent-unseen': { status: 409, title: 'The sentence is another now: read it again' },
  'preview-outdated': { status: 409, title: 'What would be shared has changed: look at it once more' },
  'consent-closed': { status: 409, title: 'This consent round is not open' },
  'consent-open': { status: 409, title: 'Close the consent round first' },
  'objection-without-text': { status: 422, title: 'Say what the objection or concern is' },
  'objection-stands': { status: 409, title: 'An objection has not been dealt with' },
  'owner-missing': { status: 409, title: 'An agreement needs an owner' },
  'agreement-empty': { status: 409, title: 'An agreement needs a title and words' },
  'review-date-missing': { status: 409, title: 'A review date is needed' },
  'review-date-past': { status: 422, title: 'The review date lies in the past' },
  'price-bearer-missing': { status: 422, title: 'Say which capital gives way and who bears it' },
  'not-agreed-yet': { status: 409, title: 'This has not been agreed' },
  'intervention-agreed': { status: 409, title: 'Only a proposal can be deleted' },
  'experiment-exists': { status: 409, title: 'This quarter has an experiment already' },
  'experiment-too-long': { status: 422, title: 'An experiment takes at most 42 days' },
  'answered-together': { status: 409, title: 'A team fills in the sheet of this round together' },
  'sign-off-needed': { status: 409, title: 'A sheet of a team is signed off, not closed or shown before' },
  'sign-off-unsaid': { status: 409, title: 'Agree to everybody who gets to see it' },
  'sheet-has-conflicts': { status: 409, title: 'Two answers to the same question wait for a choice' },
  'file-type-refused': { status: 415, title: 'Files of this kind are not kept' },
  'file-name-missing': { status: 422, title: 'The file needs a name' },
  'too-many-files': { status: 409, title: 'At most 20 files with one question' },
  'no-room-for-files': { status: 409, title: 'The files of this organisation take up all their room' },
  'import-refused': { status: 422, title: 'The file was not imported' },
  'not-a-vsme-report': { status: 422, title: 'The workbook is no VSME template' },
  'workbook-linked': { status: 422, title: 'The workbook takes figures from other files' },
  'not-a-workbook': { status: 422, title: 'The file is no workbook that can be read' },
  'too-many-instruments': { status: 409, title: 'At most 200 versions of imported instruments' },
  'instrument-taken': { status: 409, title: 'This id and version belong to another instrument' },
  'park-known': { status: 409, title: 'The programme has a park with this register number' },
  'participates-already': { status: 409, title: 'This company takes part in the programme already' },
  'too-many-offers': { status: 409, title: 'At most 20 offers and needs at one time' },
  'match-agreed': { status: 409, title: 'Both sides said yes already' },
  'answers-stay-here': { status: 409, title: 'Single answers of this round are given to nobody' },
  'answers-gone': { status: 409, title: 'The answers of this round are not here any more' },
  'archive-faulty': { status: 422, title: 'This is no whole archive of an organisation' },
  'storage-full': { status: 507, title: 'There is no room to store anything now' },
  'database-away': { status: 503, title: 'The database is away for a moment; try again' },
  'storage-broken': { status: 503, title: 'The disk failed; nothing is stored until somebody looked' },
  'backups-elsewhere': { status: 409, title: 'The server makes no backups itself here' },
  'backup-failed': { status: 503, title: 'The backup was not made' },
  'backup-no-room': { status: 507, title: 'There is no room for another backup' },
  'not-yourself': { status: 409, title: 'Not your own account' },
  'last-operator': { status: 409, title: 'An installation keeps at least one operator' },
  'erasure-not-asked': { status: 409, title: 'No owner asked to erase this organisation' },
  'nothing-to-publish': { status: 409, title: 'No figure of this quarter may be shown yet' },
  'programme-release-stands': { status: 409, title: 'Too few companies differ from what was published' },
  'erasure-by-another': { status: 409, title: 'Another owner has to agree' },
  busy: { status: 503, title: 'The server is busy; try again' },
  internal: { status: 500, title: 'The server failed' },
} as const satisfies Record<string, { status: number; title: string }>

/** The code of one refusal. */
export type ProblemCode = keyof typeof PROBLEMS

/** Where in a request the fault is: a JSON pointer (or `line N` of a file) and what is wrong there. */
export const Fault = z.object({ pointer: z.string(), detail: z.string() })
export type Fault = z.infer<typeof Fault>

/** A refusal as it travels: problem details of RFC 9457, with the faults of a request as its extension `errors`. */
export const Problem = z
  .object({
    type: z.string().describe('Path of the page that explains this problem, such as /problems/round-closed'),
    title: z.string().describe("One sentence in the reader's language"),
    status: z.int(),
    detail: z.string().optional().describe('For developers, in English'),
    errors: z.array(Fault).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457' })
export type Problem = z.infer<typeof Problem>

/** The refusals of one route, for its `schema.response`, so that OpenAPI lists each with its media type. */
export function refusals(...codes: ProblemCode[]) {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status, title } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), title])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      status,
      { description: titles.join('; '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  )
}
