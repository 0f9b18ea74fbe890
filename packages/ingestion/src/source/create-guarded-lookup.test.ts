import type { LookupAddress } from 'node:dns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGuardedLookup } from './create-guarded-lookup.js'
import { isLinkLocalAddress, isPublicAddress } from './is-public-address.js'

type Found = { address: string; family: number }[]

/** What a connection would be given, and how often the name was resolved for it. */
async function lookUp(options: { found: Found; isAllowed: boolean; all: boolean }) {
  let asked = 0
  const lookup = createGuardedLookup({
    isAllowed: options.isAllowed,
    resolve: async () => {
      asked += 1
      return options.found
    },
  })
  return new Promise<{ error: unknown; addresses: string[]; asked: number }>((resolve) =>
    lookup('a.example', { all: options.all }, (error, address) => {
      const given = typeof address === 'string' ? [address] : (address as LookupAddress[]).map((one) => one.address)
      resolve({ error, addresses: given.filter(Boolean), asked })
    }),
  )
}

const ipv4 = fc
  .oneof(fc.ipV4(), fc.constantFrom('127.0.0.1', '10.0.0.1', '169.254.169.254', '8.8.8.8', '93.184.216.34'))
  .map((address) => ({ address, family: 4 }))
const ipv6 = fc
  .oneof(
    fc.ipV6(),
    fc.constantFrom('::1', 'fe80::1', 'fd00:ec2::254', '::ffff:127.0.0.1', '2606:4700::1111', '64:ff9b::7f00:1'),
  )
  .map((address) => ({ address, family: 6 }))

describe('the look-up of a connection', () => {
  it('gives what was found and checked, in one look, or refuses all of it', async () => {
    const found = fc.array(fc.oneof(ipv4, ipv6), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(found, fc.boolean(), fc.boolean(), async (list, isAllowed, all) => {
        const isUsable = ({ address }: { address: string }) =>
          isAllowed ? !isLinkLocalAddress(address) : isPublicAddress(address)
        const result = await lookUp({ found: list, isAllowed, all })
        expect(result.asked).toBe(1)
        if (list.length > 0 && list.every(isUsable)) {
          expect(result.error).toBeNull()
          expect(result.addresses).toEqual(list.slice(0, all ? list.length : 1).map(({ address }) => address))
        } else {
          expect(result.error).toMatchObject({ code: 'SOURCE_FETCH_REFUSED' })
          expect(result.addresses).toEqual([])
        }
      }),
    )
  })

  it('refuses every way to write an inner IPv4 address in IPv6', () => {
    const inner = fc.tuple(fc.constantFrom(127, 10, 0), fc.nat(255), fc.nat(255), fc.nat(255))
    fc.assert(
      fc.property(inner, (parts) => {
        const dotted = parts.join('.')
        const [high, low] = [0, 2].map((at) => (((parts[at] as number) << 8) | (parts[at + 1] as number)).toString(16))
        for (const address of [
          `::ffff:${dotted}`,
          `::${dotted}`,
          `::ffff:0:${dotted}`,
          `64:ff9b::${dotted}`,
          `64:ff9b:1::${dotted}`,
          `2002:${high}:${low}::1`,
          `2600::5efe:${high}:${low}`,
          `2600::200:5efe:${high}:${low}`,
        ])
          expect([address, isPublicAddress(address)]).toEqual([address, false])
      }),
    )
  })
})
