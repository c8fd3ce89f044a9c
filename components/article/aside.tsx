import type { ReactNode } from 'react'

/** A fact box. */
export function Aside({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div role="note" aria-label={title} className="piece border-tint border-t-4 bg-wash px-5 pt-4 pb-6 sm:px-7">
      <p className="label mb-3" aria-hidden="true">
        {title}
      </p>
      <div className="text-[1.05rem] leading-normal">{children}</div>
    </div>
  )
}
