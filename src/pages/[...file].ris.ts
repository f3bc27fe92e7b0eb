import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** RIS of every paper, topic and tag, and of the whole list. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'ris')

export const GET = fileResponse
