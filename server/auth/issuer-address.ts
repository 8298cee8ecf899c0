const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/** Whether an address may be that of an issuer: HTTPS, or this machine itself. */
export function isIssuerAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.includes(url.hostname))
}
