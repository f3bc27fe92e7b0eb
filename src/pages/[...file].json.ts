import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** CSL-JSON, the list as data with its schema, and JSON Feeds. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'json')

export const GET = fileResponse
