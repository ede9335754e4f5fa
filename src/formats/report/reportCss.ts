/** Style of the report: paper by day, darkroom by night; one column on a narrow page. */
export const REPORT_CSS = `
:root{color-scheme:light dark;--paper:#f7f5f1;--card:#fffdfa;--ink:#262320;--soft:#6f6861;--line:#e2dcd3;--accent:#b3541e;--good:#3f7d5a;
--red:#cf3a34;--green:#2f8f4e;--blue:#3667d6;--luma:#262320;--dots:.8}
@media(prefers-color-scheme:dark){:root{--paper:#161412;--card:#1f1c1a;--ink:#ece6de;--soft:#a0978c;--line:#36312c;--accent:#f0a35e;--good:#7cc39a;
--red:#ff7a70;--green:#6fd08c;--blue:#7fa6ff;--luma:#f3eee6;--dots:.9}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;-webkit-font-smoothing:antialiased}
main{max-width:1080px;margin:0 auto;padding:clamp(20px,4vw,56px) clamp(16px,4vw,40px) 64px}
header .brand{color:var(--accent);font-weight:650;letter-spacing:.14em;text-transform:uppercase;font-size:12px;margin:0}
h1{font-size:clamp(30px,5.4vw,50px);line-height:1.1;letter-spacing:-.02em;margin:.15em 0 .2em;overflow-wrap:anywhere;font-weight:680}
h2{font-size:21px;letter-spacing:-.01em;margin:56px 0 6px;font-weight:650}
h3{font-size:16px;margin:0;font-weight:650;overflow-wrap:anywhere}
p{margin:0 0 12px}.lead,.soft{color:var(--soft)}.lead{overflow-wrap:anywhere;margin-bottom:28px}
figure{margin:0}img{display:block;width:100%;height:auto;border-radius:6px;background:var(--line)}
figcaption{font-size:13px;color:var(--soft);margin-top:6px}
.compare{position:relative;border-radius:8px;overflow:hidden;line-height:0;--at:50%}
.compare img{border-radius:0}.compare .over{position:absolute;inset:0;clip-path:inset(0 0 0 var(--at))}
.compare .rule{position:absolute;top:0;bottom:0;left:var(--at);width:2px;margin-left:-1px;background:#fff;box-shadow:0 0 0 1px rgba(0,0,0,.25);pointer-events:none}
.compare .rule:after{content:"";position:absolute;left:50%;top:50%;width:32px;height:32px;margin:-16px;border-radius:50%;background:#fff;box-shadow:0 1px 6px rgba(0,0,0,.4);
background-image:linear-gradient(#777,#777),linear-gradient(#777,#777);background-size:2px 12px;background-position:12px 50%,18px 50%;background-repeat:no-repeat}
.compare input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:ew-resize}
.compare:focus-within{outline:2px solid var(--accent);outline-offset:3px}
.compare b{position:absolute;top:12px;padding:3px 10px;border-radius:99px;background:rgba(0,0,0,.55);color:#fff;font:600 12px/1.5 system-ui,sans-serif;pointer-events:none}
.compare b.left{left:12px}.compare b.right{right:12px}
.row{display:grid;grid-template-columns:repeat(3,1fr);gap:14px;margin-top:14px}
.row.two{grid-template-columns:1fr 1fr}.row.four{grid-template-columns:repeat(4,1fr)}
.row.coverage{max-width:820px;margin-bottom:10px}.guess{fill:none;stroke-width:1.2;opacity:.75}
.swatch{display:inline-block;width:38px;height:18px;border-radius:5px;margin-right:12px;vertical-align:-4px;box-shadow:inset 0 0 0 1px rgba(128,128,128,.35)}
.share{height:8px;margin-top:-4px;background:var(--soft);opacity:.55}.scene th{white-space:nowrap}
.chips{list-style:none;margin:14px 0 28px;padding:0;display:flex;flex-wrap:wrap;gap:8px}.chips li{border:1px solid var(--line);border-radius:99px;padding:4px 14px;font-size:14px;background:var(--card)}
.chips span{color:var(--soft);margin-left:8px;font-size:12.5px}.chips .guessed{border-style:dashed;border-color:var(--accent);background:none}.chips .guessed span{color:var(--accent)}
dl.facts{max-width:560px}section>h3{margin-top:28px}
.split{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:28px;align-items:start}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:14px}
th{font-weight:550;text-align:left;color:var(--ink)}thead th{font-size:12px;color:var(--soft);font-weight:500}
td,th{padding:5px 10px 5px 0;vertical-align:top}td:last-child,th:last-child{padding-right:0}
.number{text-align:right;white-space:nowrap;width:4.6em}.main{font-weight:680;font-size:16px}
.differences{font-size:15px;margin:14px 0}.differences td,.differences th{padding-top:9px;padding-bottom:9px;border-top:1px solid var(--line);vertical-align:middle}
.differences thead th{border:0;padding-bottom:2px}
.bar{position:relative;width:38%;min-width:80px}td.bar{height:30px}
.bar span{position:absolute;left:0;top:50%;border-radius:99px}.reach{height:4px;margin-top:-2px;background:var(--line)}.mean{height:12px;margin-top:-6px;background:var(--accent)}
.after .mean{background:var(--good)}
.big{font-size:clamp(24px,4vw,34px);font-weight:680;letter-spacing:-.02em;margin:6px 0 2px;line-height:1.25}.big .to{color:var(--good)}.big .from{color:var(--accent)}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 18px;margin:12px 0;font-size:14px}dt{color:var(--soft)}dd{margin:0;font-variant-numeric:tabular-nums}
.layers{columns:300px 3;column-gap:14px;margin-top:14px}
.layer{break-inside:avoid;margin:0 0 14px;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px;min-width:0}
.layer .kind{font-size:13px;color:var(--soft);margin-bottom:10px}.layer p:last-child{margin:8px 0 0;font-size:13px;color:var(--soft)}
.layer td{text-align:right;white-space:nowrap}.layer thead th:not(:first-child){text-align:right}
.layer .points td{text-align:left;white-space:normal;font-size:13px;color:var(--soft)}.layer .points th{white-space:nowrap;padding-right:14px}
svg{display:block;width:100%;height:auto}svg.curves{max-width:220px;margin:0 0 10px}
.field{fill:var(--card);stroke:var(--line)}.layer .field{fill:var(--paper)}.grid{stroke:var(--line);fill:none}.diagonal{stroke:var(--soft);stroke-dasharray:3 5;opacity:.7}
path.red,path.green,path.blue,path.luma{fill:none;stroke-width:2.6;stroke-linejoin:round}
path.red{stroke:var(--red)}path.green{stroke:var(--green)}path.blue{stroke:var(--blue)}path.luma{stroke:var(--luma)}
circle.red{fill:var(--red)}circle.green{fill:var(--green)}circle.blue{fill:var(--blue)}circle.luma{fill:var(--luma)}
.dots{opacity:var(--dots)}
.plot{max-width:460px}.key{white-space:nowrap;margin-right:12px}.key:before{content:"";display:inline-block;width:12px;height:3px;border-radius:2px;margin-right:6px;vertical-align:middle;background:currentColor}
.key.red:before{background:var(--red)}.key.green:before{background:var(--green)}.key.blue:before{background:var(--blue)}.key.luma:before{background:var(--luma)}
.notes{border-left:3px solid var(--accent);padding:4px 0 4px 16px;margin:24px 0}.notes p{margin:0 0 8px}.notes p:last-child{margin:0}
footer{margin-top:64px;padding-top:18px;border-top:1px solid var(--line);font-size:13px;color:var(--soft)}
@media(max-width:720px){.row,.row.four{grid-template-columns:1fr 1fr}.row:not(.four) figure:first-child{grid-column:1/-1}.row.coverage{grid-template-columns:1fr 1fr 1fr;gap:8px}.row.coverage figure:first-child{grid-column:auto}.split{grid-template-columns:1fr;gap:20px}h2{margin-top:44px}
.differences .bar{display:none}.number{width:auto}}
@media print{body{background:#fff}.compare input{display:none}}
`;
