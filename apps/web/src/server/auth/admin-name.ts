/** The account made on first start. */
export const adminName = 'admin'
