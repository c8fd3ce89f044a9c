interface Props {
  /** HTML that the content layer has sanitised. */
  readonly html: string
  readonly as?: 'div' | 'span' | 'p' | 'blockquote'
  readonly className?: string
}

/** The one place where HTML from the content layer enters a page. */
export function Html({ html, as: Tag = 'div', className }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the model holds sanitised HTML only, see lib/markdown/sanitise.ts
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
