import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Page not found' }

/** Sent along with every page, so it is short: readers get `fault/missing` from the delivery server in its place. */
export default function NotFound() {
  return <h1>There is no page at this address</h1>
}
