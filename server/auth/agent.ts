/** Browsers by the word in the header that only they have, in the order in which to look: most claim to be others too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|HeadlessChrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * What the list of sign-ins says about a browser, in words of every language: `Chrome, Windows`. Made of known words
 * only, so that nothing of the header itself is kept.
 *
 * @returns null when neither browser nor system is known.
 */
export function describeAgent(header: string | undefined): string | null {
  const words = [nameIn(BROWSERS, header), nameIn(SYSTEMS, header)].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(', ') : null
}

function nameIn(known: readonly (readonly [RegExp, string])[], header = ''): string | undefined {
  return known.find(([pattern]) => pattern.test(header))?.[1]
}
