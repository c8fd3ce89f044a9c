import { isIP } from 'node:net'

/** Where a request comes from: what one reader has to themselves, and what many of one provider or house share. */
export interface Origin {
  readonly reader: string
  readonly network: string
}

/**
 * A reader's address is one of IPv4, or the 64 bits of IPv6 that a household has, in which machines change the rest at
 * will; their network is 24 or 48 bits. What is no address, as a name in a log, stands for itself.
 * @see https://www.rfc-editor.org/rfc/rfc6177 (what a site is given of IPv6)
 * @see https://www.rfc-editor.org/rfc/rfc8981 (temporary addresses)
 */
export function originOf(address: string): Origin {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  switch (isIP(mapped)) {
    case 4:
      return { reader: mapped, network: mapped.slice(0, mapped.lastIndexOf('.')) }
    case 6: {
      const groups = groupsOf(mapped)
      return { reader: groups.join(':'), network: groups.slice(0, 3).join(':') }
    }
    default:
      return { reader: mapped, network: mapped }
  }
}

/** The first four groups of an address of IPv6, each in its shortest form. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
}

/**
 * The address that a proxy of one's own saw: the last that `X-Forwarded-For` has, since those before it are whatever the
 * client wrote. Without one, the connection's.
 * @param forwarded the header's value; undefined where no proxy is to be believed
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 */
export function clientAddress(connected: string, forwarded: string | undefined): string {
  const last = forwarded?.slice(forwarded.lastIndexOf(',') + 1).trim() ?? ''
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(last)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(last)?.[1] ?? last
  return isIP(bare) === 0 ? connected : bare
}
