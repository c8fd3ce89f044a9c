export { download as GET } from '#lib/newsletter/signup/routes.ts'
