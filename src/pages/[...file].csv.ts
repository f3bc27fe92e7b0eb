import { exports } from '../catalog.ts'
import { fileResponse, fileRoutes } from '../exports/routes.ts'

/** The list as a table for spreadsheets. */
export const getStaticPaths = async () => fileRoutes(await exports(), 'csv')

export const GET = fileResponse
