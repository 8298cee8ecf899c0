import type { Venue } from './contract/venue.ts'
import { lanAddresses } from './lan.ts'
import { type Certificate, namesIn } from './tls.ts'

/** The listener for phones in the room. */
export interface PhoneDoor {
  readonly port: number
  /** undefined: it speaks plain HTTP. */
  readonly certificate: Certificate | undefined
}

/** The ways into a running server. */
export interface Doors {
  readonly publicOrigin: string | undefined
  /** Of the listener that serves everything. */
  readonly origin: string
  /** undefined without `--lan`. */
  readonly phones: PhoneDoor | undefined
}

/**
 * How phones come in: by the public address, the names in a given certificate, and the addresses that this machine has
 * now, in that order.
 */
export function venueOf({ publicOrigin, origin, phones }: Doors): Venue {
  const own = publicOrigin ?? (phones === undefined && !isLoopback(origin) ? origin : undefined)
  const origins = [...(own === undefined ? [] : [own]), ...(phones === undefined ? [] : originsOf(phones))]
  return {
    listening: own !== undefined || phones !== undefined,
    origins: [...new Set(origins)],
    certificate: phones?.certificate?.made ?? 'none',
  }
}

/** The origin in links for phones. Where no phone can come in, it is this machine's own, which a page says. */
export function participantOriginOf(doors: Doors): string {
  const [likeliest] = venueOf(doors).origins
  return likeliest ?? (doors.phones === undefined ? doors.origin : originAt(doors.phones, '127.0.0.1'))
}

function originsOf(door: PhoneDoor): string[] {
  const names = door.certificate?.made === 'given' ? namesIn(door.certificate) : []
  return [...names, ...lanAddresses()].map((host) => originAt(door, host))
}

function originAt({ certificate, port }: PhoneDoor, host: string): string {
  return `${certificate === undefined ? 'http' : 'https'}://${host}:${port}`
}

function isLoopback(origin: string): boolean {
  return /^(localhost|127\.|\[::1\]$)/.test(new URL(origin).hostname)
}
