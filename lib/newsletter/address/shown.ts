import { domainToUnicode } from 'node:url'

/**
 * An address as its owner reads it: the domain in its own letters.
 * @param address as `readMailAddress` gives it; any other text comes back as it is
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1 (U-labels)
 */
export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + (domainToUnicode(address.slice(at)) || address.slice(at))
}
