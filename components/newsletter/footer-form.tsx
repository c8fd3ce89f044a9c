import { AddressField, SIGN_UP, Unseen } from './fields.tsx'

/** The form at the foot of every page: an address only. Which newsletters it is for is chosen on the page that follows. */
export function FooterForm() {
  return (
    <form action={SIGN_UP} method="post" noValidate className="no-print mt-5 max-w-[22rem]">
      <Unseen form="footer" token="" />
      <div className="sign-up">
        <AddressField label="Newsletters: your email address" />
        <button className="submit" type="submit">
          Choose
        </button>
      </div>
    </form>
  )
}
