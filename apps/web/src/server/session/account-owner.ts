/** The owner of an account's conversations: the same in each browser that it is signed in with. */
export const accountOwner = (accountId: string): string => `account:${accountId}`
