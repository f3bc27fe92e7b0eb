import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** The Markdown twins of pages. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'md')

export const GET = fileResponse
