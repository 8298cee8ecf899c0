/** The address to go back to after signing in: a page of this product only, and the home page when none was given. */
export function returnAddress(): string {
  const wanted = new URLSearchParams(location.search).get('return') ?? '/'
  const isOurs = wanted.startsWith('/') && URL.parse(wanted, location.origin)?.origin === location.origin
  return isOurs ? wanted : '/'
}
