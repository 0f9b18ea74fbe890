/**
 * True for twelve digits whose last is the check digit of the eleven before. Source: 平成26年総務省令第85号 第5条:
 * 11 − (Σ Pn·Qn mod 11), Qn = n + 1 for n ≤ 6 and n − 5 above, n counted from the right; 0 where the remainder is 0 or 1.
 */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const remainder = sum % 11
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder)
}
