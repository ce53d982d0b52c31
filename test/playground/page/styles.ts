import type { Skin } from './skins';

/** The page's style sheet, with our names replaced by the skin's. `OWN` stands for the box of an own row. */
const source = `
*{box-sizing:border-box}
html,body{margin:0;height:100%;overflow:hidden}
body{font:13px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;color:#1f2329;background:#eef0f3}
.wb-app{display:grid;grid-template:48px 1fr/264px minmax(0,1fr) 284px;height:100vh}
.wb-top{grid-column:1/-1;display:flex;align-items:center;gap:18px;padding:0 16px;background:#22272e;color:#e6e9ee}
.wb-brand{display:flex;align-items:center;gap:8px;font-weight:600;font-size:15px;color:#fff}
.wb-mark{width:20px;height:20px;border-radius:6px;background:ACCENT}
.wb-top-nav{display:flex;gap:2px;flex:1}
.wb-top-nav span{padding:5px 11px;border-radius:6px;color:#aeb6c1}
.wb-top-nav span:first-child{background:#343b45;color:#fff}
.wb-shop{color:#c4cbd5}
.wb-account{display:flex;align-items:center;gap:6px;font-weight:500;color:#fff}
.wb-duty{padding:1px 8px;border-radius:9px;background:#1c7c4a;color:#e9fff3;font-size:12px}
.wb-side-col{display:flex;flex-direction:column;min-height:0;background:#fff;border-right:1px solid #dfe3e8}
.wb-search{margin:10px 12px 6px;padding:5px 10px;border-radius:6px;background:#f1f3f5;color:#8a929c;font-size:12px}
.wb-list{flex:1;overflow-y:auto;min-height:0}
.wb-group{position:sticky;top:0;z-index:1;padding:6px 14px;background:#f7f8fa;color:#6b737d;font-size:12px;border-bottom:1px solid #eceff2}
.wb-conv{display:flex;gap:10px;padding:9px 12px 9px 14px;cursor:pointer;border-bottom:1px solid #f2f4f6;border-left:3px solid transparent;padding-left:11px}
.wb-conv:hover{background:#f6f8fa}
.wb-conv:focus-visible{outline:2px solid ACCENT;outline-offset:-2px}
.wb-conv--active,.wb-conv--active:hover{background:#edf3fd;border-left-color:ACCENT}
.wb-conv-avatar{flex:none;width:36px;height:36px;border-radius:8px;color:#fff;display:grid;place-items:center;font-size:15px}
.wb-conv-body{flex:1;min-width:0}
.wb-conv-line{display:flex;align-items:center;gap:6px;min-height:20px}
.wb-conv-name{flex:1;min-width:0;font-weight:500;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.wb-conv-time{flex:none;color:#9aa1ab;font-size:11px}
.wb-conv-preview{flex:1;min-width:0;color:#7b838d;font-size:12px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.wb-conv-wait{flex:none;color:#a8680a;font-size:11px;font-variant-numeric:tabular-nums}
.wb-conv-wait--late{color:#cf2222}
.wb-conv-robot{flex:none;color:#5d6bc0;font-size:11px}
.wb-conv-badge{flex:none;min-width:17px;height:17px;padding:0 5px;border-radius:9px;background:#e5342b;color:#fff;font-size:11px;line-height:17px;text-align:center;font-variant-numeric:tabular-nums}
.wb-conv-badge:empty{min-width:8px;width:8px;height:8px;padding:0}
.wb-chat{position:relative;display:flex;flex-direction:column;min-width:0;min-height:0;background:#f5f6f8}
.wb-chat-head{flex:none;display:flex;align-items:center;gap:10px;height:48px;padding:0 16px;background:#fff;border-bottom:1px solid #e3e7eb}
.wb-chat-name{font-size:15px;font-weight:600}
.wb-chat-tag{padding:0 7px;border-radius:4px;background:#eef1f4;color:#5f6873;font-size:12px}
.wb-chat-acts{margin-left:auto;display:flex;gap:14px;color:#5f6873;font-size:12px}
.wb-offline{flex:none;padding:6px 16px;background:#fff4e0;color:#8a5300;border-bottom:1px solid #f3dcb1}
.wb-scroll{flex:1;min-height:0;overflow-y:auto;overflow-anchor:none}
.wb-msgs{margin:0;padding:14px 18px;list-style:none}
.wb-row{padding:6px 0}
.wb-row--system,.wb-notice-row{padding:8px 0;text-align:center}
.wb-notice{display:inline-block;padding:2px 10px;border-radius:10px;background:#e6e9ed;color:#69717b;font-size:12px}
.wb-side{display:flex;gap:10px;align-items:flex-start;max-width:74%}
OWN{flex-direction:row-reverse;margin-left:auto}
.wb-avatar{flex:none;width:34px;height:34px;border-radius:8px;background:#8b95a3;color:#fff;display:grid;place-items:center}
OWN .wb-avatar{background:ACCENT}
.wb-main{min-width:0}
.wb-meta{display:flex;gap:8px;align-items:baseline;min-height:18px;color:#868e98;font-size:11px}
OWN .wb-meta{flex-direction:row-reverse}
.wb-time{font-variant-numeric:tabular-nums}
.wb-label{color:#5d6bc0}
.wb-bubble{width:fit-content;max-width:100%;margin-top:2px;padding:8px 12px;border-radius:4px 10px 10px 10px;background:#fff;border:1px solid #e4e8ec;white-space:pre-wrap;overflow-wrap:anywhere;min-height:38px}
OWN .wb-bubble{margin-left:auto;border-radius:10px 4px 10px 10px;background:OWNBG;border-color:transparent}
.wb-read{display:block;color:#9aa1ab;font-size:11px}
OWN .wb-read{text-align:right}
.wb-image{display:block;width:132px;height:96px;border-radius:6px;background:linear-gradient(160deg,#b8cfe0 0 45%,#7f9c7a 45% 62%,#55704f 62%)}
.wb-composer{flex:none;display:flex;flex-direction:column;height:168px;background:#fff;border-top:1px solid #e3e7eb}
.wb-tools{display:flex;gap:2px;padding:6px 10px 0}
.wb-tool{padding:3px 8px;border-radius:5px;color:#5f6873;font-size:12px}
.wb-tool:hover{background:#f1f3f5}
.wb-field{flex:1;width:100%;border:0;outline:0;resize:none;padding:6px 16px;font:inherit;font-size:14px;color:inherit;background:none;overflow-y:auto;white-space:pre-wrap}
.wb-field:empty::before{content:attr(data-placeholder);color:#9aa1ab}
.wb-field::placeholder{color:#9aa1ab}
.wb-composer-foot{display:flex;align-items:center;justify-content:flex-end;gap:12px;padding:0 14px 10px}
.wb-hint{color:#9aa1ab;font-size:12px}
.wb-send{border:0;border-radius:6px;padding:6px 20px;background:ACCENT;color:#fff;font:inherit;font-weight:500;cursor:pointer}
.wb-panel{overflow-y:auto;background:#fff;border-left:1px solid #dfe3e8;padding:0 16px 16px}
.wb-panel h3{margin:16px 0 8px;font-size:13px}
.wb-tabs{display:flex;gap:22px;height:48px;align-items:center;border-bottom:1px solid #eceff2;color:#6b737d}
.wb-tab-on{line-height:46px;border-bottom:2px solid ACCENT;color:#1f2329;font-weight:600}
.wb-facts{display:grid;grid-template-columns:70px 1fr;gap:6px 10px;margin:0}
.wb-facts dt{color:#868e98}
.wb-facts dd{margin:0}
.wb-order{margin-bottom:10px;border:1px solid #e6e9ed;border-radius:8px;padding:10px}
.wb-order-head,.wb-order-foot{display:flex;gap:10px;font-size:12px;color:#6b737d}
.wb-order-head b{margin-left:auto;color:#c2570c;font-weight:500}
.wb-order-body{display:flex;gap:10px;margin:8px 0}
.wb-order-body p{margin:0;line-height:1.4}
.wb-order-body small{color:#868e98}
.wb-thumb{flex:none;width:44px;height:44px;border-radius:6px;background:linear-gradient(150deg,#dfe6ee,#b7c4d4)}
.wb-order-foot span:first-child{margin-right:auto;color:#1f2329}
.wb-link{color:ACCENT}
.wb-empty{display:grid;place-items:center;flex:1;color:#9aa1ab}
.wb-mask{position:fixed;inset:0;display:grid;place-items:center;background:rgba(20,24,30,.45);z-index:50}
.wb-dialog{width:380px;padding:22px 24px 18px;border-radius:10px;background:#fff;box-shadow:0 12px 40px rgba(0,0,0,.25)}
.wb-dialog h2{margin:0 0 8px;font-size:16px}
.wb-dialog p{margin:0 0 18px;color:#5f6873}
.wb-dialog div{display:flex;justify-content:flex-end}
`;

const ownBackgrounds: Record<Skin['marker'], string> = {
  class: '#d7e6fd',
  descendant: '#fde3d9',
  absence: '#d5efeb',
  attribute: '#e6dcfb',
  geometry: '#fff',
};

/** Own rows left, the customer's right: a page that contradicts the habit. */
const mirroredSource = `
.wb-side{flex-direction:row-reverse;margin-left:auto}
.wb-bubble{margin-left:auto}
.wb-meta{flex-direction:row-reverse}
OWN{flex-direction:row;margin-left:0}
OWN .wb-bubble{margin-left:0}
OWN .wb-meta{flex-direction:row}
OWN .wb-read{text-align:left}
`;

export function stylesOf(skin: Skin): string {
  return (skin.mirrored ? source + mirroredSource : source)
    .replaceAll('OWNBG', ownBackgrounds[skin.marker])
    .replaceAll('ACCENT', skin.accent)
    .replaceAll(/\.wb-([a-z-]+)/g, (_, semantic: string) => `.${skin.name(semantic)}`)
    .replaceAll(/\bOWN\b/g, skin.ownSide());
}
