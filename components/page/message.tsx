import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly title: string
  readonly children: ReactNode
}

/** A page that has nothing to show but a word about why. */
export function Message({ label, title, children }: Props) {
  return (
    <div className="wrap">
      <div className="mx-auto max-w-measure pt-14 pb-6 lg:pt-24">
        <p className="label mb-3 text-accent">{label}</p>
        <h1 className="text-d7 font-medium">{title}</h1>
        <div className="mt-5 text-body">{children}</div>
      </div>
    </div>
  )
}
