/** What happened on the way to a page, in order: what robots.txt says of an address, and what each address answered. */
export type FetchEvent =
  | { of: 'robots'; uri: string; isAllowed: boolean }
  /** Of a redirect the address of the next answer tells where it led. */
  | { of: 'answer'; uri: string; status: number; contentType: string | null; bytes: number }
