import { chromium } from '@playwright/test'
const base='http://127.0.0.1:4721'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']})
const errors=[]
async function session({locale,phone,dark}){
  const context=await browser.newContext({baseURL:base,locale,viewport:phone?{width:390,height:844}:{width:1280,height:900},colorScheme:dark?'dark':'light',reducedMotion:'reduce'})
  const page=await context.newPage(); page.setDefaultTimeout(60000)
  page.on('console',m=>{if(m.type()==='error')errors.push(m.text())}); page.on('pageerror',e=>errors.push(String(e)))
  const r=await page.request.post('/api/v1/session',{data:{name:'admin',password:'quality-test-password'},headers:{origin:base}}); if(!r.ok()) console.log(await r.text())
  return page
}
const shot=async(page,path,name,before)=>{ const t=Date.now(); await page.goto(path); console.log(name,Date.now()-t,'ms'); if(before) await before(page); await page.screenshot({path:`/tmp/h9b-${name}.png`,fullPage:true}); const w=await page.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(w>0) console.log('OVERFLOW',name,w) }
const d=await session({locale:'ja-JP'})
await shot(d,'/admin/quality','q1')
const run=await d.locator('tr[data-run] a').first().getAttribute('href')
await shot(d,run,'q2',async p=>{ await p.locator('li[data-outcome] summary').first().click() })
await shot(d,'/admin/quality/questions','q3')
await shot(d,'/admin/gaps','g1',p=>p.locator('li[data-gap]').first().waitFor())
const gap=await d.locator('li[data-gap] h2 a').first().getAttribute('href')
await shot(d,gap,'g2',p=>p.locator('[data-missing]').waitFor())
const p=await session({locale:'en-GB',phone:true,dark:true})
await shot(p,'/admin/quality','q1p'); await shot(p,run,'q2p',async p=>{ await p.locator('li[data-outcome] summary').first().click() })
await shot(p,'/admin/gaps','g1p',p=>p.locator('li[data-gap]').first().waitFor())
await shot(p,gap,'g2p',p=>p.locator('[data-missing]').waitFor())
await shot(p,'/admin/quality/questions/new?question=x%3F&passage=bert%20foo','q4p')
console.log('errors',errors)
await browser.close()
