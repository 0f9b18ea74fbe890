const ruby = /<w:ruby\b[^>]*>[\s\S]*?<w:rubyBase\b[^>]*>([\s\S]*?)<\/w:rubyBase>\s*<\/w:ruby>/g
const hiddenRun =
  /<w:r\b[^>]*>\s*<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:vanish\s*\/>(?:(?!<\/w:rPr>)[\s\S])*?<\/w:rPr>[\s\S]*?<\/w:r>/g

/**
 * WordprocessingML without what the converter beneath would lose or show wrongly: it drops words that have furigana (the
 * base text stays here) and shows hidden text.
 */
export function simplifyWordXml(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('<w:ruby') && !text.includes('<w:vanish')) return bytes
  return new TextEncoder().encode(text.replace(ruby, '$1').replace(hiddenRun, ''))
}
