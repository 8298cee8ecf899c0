/**
 * Sections of the Dutch standard industrial classification (SBI 2008), in its order. Their words are
 * `sector-<letter>` in `data/texts/{nl,en}/sectors.ftl`.
 */
export const SECTORS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTU']
