/** The secret behind `#t=` in the address, which browsers never send to a server; '' when there is none. */
export function fragmentToken(): string {
  return new URLSearchParams(location.hash.slice(1)).get('t') ?? ''
}
