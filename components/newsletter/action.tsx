import type { ReactNode } from 'react'

interface ActionProps {
  readonly name: string
  readonly token: string
  readonly title?: string
  readonly children: ReactNode
}

/** A form that does one thing. */
export function Action({ name, token, title, children }: ActionProps) {
  return (
    <form action="/subscribe/do/preferences" method="post" noValidate>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="do" value={name} />
      {title && <h2 className="text-d2 font-semibold">{title}</h2>}
      {children}
    </form>
  )
}
