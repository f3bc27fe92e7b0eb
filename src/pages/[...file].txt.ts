import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** What the site tells agents about itself. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'txt')

export const GET = fileResponse
