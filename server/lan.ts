import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** Networks inside this machine, and tunnels: phones in the room are on neither. */
const NOT_THE_ROOM =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|lxc|tun|tap|utun|wg|tailscale|zt|ppp|awdl|llw|bridge)|vEthernet|VMware|VirtualBox|Hyper-V|WSL|VPN/i

/** An address that a device gives itself when no network gave it one. */
const NO_NETWORK = /^169\.254\./

/**
 * The IPv4 addresses by which other devices in the room may reach this machine, the likeliest first. They change when
 * a laptop moves to another network, so ask again each time. Empty without a network.
 */
export function lanAddresses(
  interfaces: Readonly<
    Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
  > = networkInterfaces(),
): string[] {
  const found = Object.entries(interfaces).flatMap(([name, list]) =>
    (list ?? [])
      .filter(({ address, family, internal }) => family === 'IPv4' && !internal && !NO_NETWORK.test(address))
      .map(({ address }) => ({ address, isUnlikely: NOT_THE_ROOM.test(name) })),
  )
  return found.sort((a, b) => Number(a.isUnlikely) - Number(b.isUnlikely)).map(({ address }) => address)
}
