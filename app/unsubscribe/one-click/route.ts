export { oneClick as POST, showUnsubscribe as GET } from '#lib/newsletter/signup/routes.ts'
