export { confirm as POST } from '#lib/newsletter/signup/routes.ts'
