import { supportedExtensions } from '@shutten/ingestion'
import { expect, it } from 'vitest'
import { uploadTypes } from './upload-types'

it('takes for upload what ingestion reads', () => {
  expect([...uploadTypes].sort()).toEqual([...supportedExtensions].sort())
})
