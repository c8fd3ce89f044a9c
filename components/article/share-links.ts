import type { Link } from '#lib/content/model.ts'

/** Share addresses of the common networks: plain links that ask nothing of them until a reader follows one. */
export function shareLinks(headline: string, url: string): Link[] {
  const [title, address] = [encodeURIComponent(headline), encodeURIComponent(url)]
  const both = encodeURIComponent(`${headline} ${url}`)
  return [
    { label: 'Mail', href: `mailto:?subject=${title}&body=${address}` },
    { label: 'Bluesky', href: `https://bsky.app/intent/compose?text=${both}` },
    { label: 'WhatsApp', href: `https://wa.me/?text=${both}` },
    { label: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${address}` },
    { label: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?url=${address}` },
    { label: 'X', href: `https://x.com/intent/post?text=${title}&url=${address}` },
  ]
}
