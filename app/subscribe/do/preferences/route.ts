export { changePreferences as POST } from '#lib/newsletter/signup/routes.ts'
