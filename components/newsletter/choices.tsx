import type { Newsletter } from '#lib/content/model.ts'

interface Props {
  readonly newsletters: readonly Newsletter[]
  /** Slugs of those that are ticked. None is, unless its reader has done it before: a tick is a consent. */
  readonly chosen: readonly string[]
  readonly legend: string
  readonly error?: string | undefined
}

/** All newsletters, to be chosen among: what each is, and when it comes. */
export function Choices({ newsletters, chosen, legend, error }: Props) {
  return (
    <fieldset id="newsletters" tabIndex={-1} aria-describedby={error && 'newsletters-error'} className="outline-none">
      <legend className="label text-quiet">{legend}</legend>
      {error !== undefined && (
        <p id="newsletters-error" className="error mt-3">
          {error}
        </p>
      )}
      <ul className="stacked mt-5">
        {newsletters.map((newsletter) => (
          <li key={newsletter.slug}>
            <Choice newsletter={newsletter} isChosen={chosen.includes(newsletter.slug)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Choice({ newsletter, isChosen }: { readonly newsletter: Newsletter; readonly isChosen: boolean }) {
  const { slug, title, schedule, description, href } = newsletter
  return (
    <>
      <label className="flex cursor-pointer gap-3">
        <input className="tick" type="checkbox" name="newsletter" value={slug} defaultChecked={isChosen} />
        <span className="text-d3 font-semibold">{title}</span>
      </label>
      <div className="pl-9">
        <p className="meta mt-1">{schedule}</p>
        <p className="mt-2 text-base">{description}</p>
        <p className="mt-1 font-sans text-small">
          <a className="link inline-block py-1" href={href}>
            About it, with past issues<span className="sr-only">: {title}</span>
          </a>
        </p>
      </div>
    </>
  )
}
