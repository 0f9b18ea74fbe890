import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { type ApiError, callApi } from '../call-api'

/** What a form makes by the API that is shown once; made, the form is empty again and the lists of the page are new. */
export function useMaking<T>(path: string) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [made, setMade] = useState<T | null>(null)

  async function make(json: unknown) {
    setAsking(true)
    const { value, error } = await callApi<T>({ path, method: 'POST', json })
    setAsking(false)
    setError(error ?? null)
    if (!value) return
    setMade(value)
    form.current?.reset()
    router.refresh()
  }

  return { form, asking, error, made, make, forget: () => setMade(null) }
}
