import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly label?: string
  readonly description?: string | null
  readonly tint?: string
  readonly children?: ReactNode
}

/** The head of a list: what it is a list of. */
export function PageHead({ title, label, description, tint = '', children }: Props) {
  return (
    <header className={`border-b-2 pt-8 pb-5 lg:pt-12 ${tint ? `border-tint text-tint ${tint}` : 'border-ink'}`}>
      {label && <p className="label mb-2 text-quiet">{label}</p>}
      <h1 className="text-d6 font-semibold">{title}</h1>
      {description && <p className="mt-3 max-w-[60ch] text-body leading-snug text-quiet">{description}</p>}
      {children}
    </header>
  )
}
