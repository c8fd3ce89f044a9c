/**
 * A rendered body: runs of finished HTML with, between them, the blocks that a view draws. Every `html` here has been
 * through the sanitiser (see `sanitise.ts`) and may be set as inner HTML.
 */
export type Block =
  | { readonly type: 'html'; readonly html: string }
  | {
      readonly type: 'figure'
      readonly src: string
      readonly alt: string
      readonly credit: string | null
      readonly captionHtml: string
    }
  | { readonly type: 'pullquote'; readonly by: string; readonly html: string }
  | { readonly type: 'aside'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly type: 'related'; readonly slug: string }
  | { readonly type: 'newsletter'; readonly name: string }
  | { readonly type: 'promotion' }
