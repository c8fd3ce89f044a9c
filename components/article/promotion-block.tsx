import type { Promotion } from '#lib/content/model.ts'

/** The publication's word for itself. */
export function PromotionBlock({ promotion }: { readonly promotion: Promotion }) {
  return (
    <section aria-label={promotion.title} className="no-print piece promotion">
      <p className="text-d3 font-semibold">{promotion.title}</p>
      <p className="mx-auto mt-2 max-w-[46ch] text-base">{promotion.text}</p>
      <p className="mt-5">
        <a className="button hover:border-inverse-ink hover:bg-inverse-ink hover:text-inverse" href={promotion.link}>
          {promotion.label}
        </a>
      </p>
    </section>
  )
}
