export { signUp as POST } from '#lib/newsletter/signup/routes.ts'
