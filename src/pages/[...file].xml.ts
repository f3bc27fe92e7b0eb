import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** Atom feeds, and the description of the search. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'xml')

export const GET = fileResponse
