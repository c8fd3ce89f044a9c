/** The sign for search; the words beside it say the same. */
export function Magnifier({ className = '' }: { readonly className?: string }) {
  return (
    <svg
      className={`inline-block size-[1.15em] ${className}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M10.6 10.6 14.5 14.5M12 6.75a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z" />
    </svg>
  )
}
