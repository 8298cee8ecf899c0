/** Whether an address works on this computer alone, so that nobody else can open it. */
export function isOnlyHere(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url, location.origin).hostname)
}
