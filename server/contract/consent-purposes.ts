/** What a company can consent to, each by itself, in the order in which it is asked. */
export const CONSENT_PURPOSES = ['benchmark', 'named', 'public'] as const
/** One of them. */
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/**
 * The sentence that is read before a consent, by purpose: its text is `programme-company-statement-<id>`. A sentence that
 * changes gets another number here, and its old text stays where it is: the ledger refers to it.
 */
export const CONSENT_STATEMENTS: Readonly<Record<ConsentPurpose, string>> = {
  benchmark: 'benchmark-1',
  named: 'named-1',
  public: 'public-1',
}
