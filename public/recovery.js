// The page of last resort: says in both languages what went wrong, what is safe and what to do, and
// saves the raw stored data. Fetched by boot.js when the app cannot start or has stopped.
//
// It must not need WebAssembly, the app's style sheets, or storage. Colours are the system's.

const KINDS = {
  start: {
    zh: ["Huddle 没能启动", "程序没有加载成功。可能是网络中断，也可能是网站正在更新。", "数据存在本机浏览器里，没有动过。", "请重新载入。还是不行的话，先把数据存成文件，过一会儿再试。"],
    en: ["Huddle could not start", "The program did not load. The connection may have failed, or the site is being updated.", "Your data is in this browser and was not touched.", "Reload. If that does not help, save the data to a file and try again later."],
  },
  unsupported: {
    zh: ["浏览器版本太旧", "Huddle 需要 WebAssembly，这个浏览器没有，或者被关掉了。", "已存的数据没有动过。", "请更新浏览器：Chrome 或 Edge 97、Firefox 102、Safari 16 及以上。"],
    en: ["This browser is too old", "Huddle needs WebAssembly, which this browser lacks or has switched off.", "Stored data was not touched.", "Update the browser: Chrome or Edge 97, Firefox 102, Safari 16 or newer."],
  },
  panic: {
    zh: ["Huddle 出错后停下了", "程序里有一处错误，为了不写坏数据，已经停止运行。", "显示为已保存的内容都在，只有最后一步操作可能没有记上。", "请重新载入，继续工作。如果反复出现，先把数据存成文件，再把技术信息发给我们。"],
    en: ["Huddle stopped after an error", "There is a fault in the program. It stopped so that no data is damaged.", "Everything shown as saved is stored; only the very last action may be missing.", "Reload and go on. If it keeps happening, save the data to a file and send us the technical details."],
  },
  denied: {
    zh: ["浏览器不让 Huddle 保存数据", "本网站的 Cookie 和网站数据被禁用了，程序没有地方存数据。", "什么也没有删除。以前存过的数据，恢复权限后还在。", "请在浏览器设置里允许本网站保存数据，然后重新载入。"],
    en: ["The browser does not let Huddle store data", "Cookies and site data are blocked for this site, so there is no place to keep data.", "Nothing was deleted. Data stored earlier is there again once access is allowed.", "Allow this site to store data in the browser's settings, then reload."],
  },
};

const HEADINGS = { "zh-CN": ["出了什么事", "数据还在吗", "怎么办"], en: ["What happened", "What is safe", "What to do"] };
const SAVED = "已存成文件。 Saved to a file.";
const NOTHING_READABLE = "浏览器不让读取数据，现在没有可以保存的内容。 The browser does not let this page read the data, so there is nothing to save now.";

/** Replaces the page. `kind` is a key of KINDS; `detail` is for the person who mends the program. */
export function show(kind, detail) {
  const { zh, en } = KINDS[kind] ?? KINDS.panic;
  const status = element("p", { role: "status" });
  document.title = `${zh[0]} · ${en[0]}`;
  document.head.append(element("link", { rel: "stylesheet", href: new URL("recovery.css", import.meta.url).href }));
  const page = element("main", { class: "recovery", "data-testid": "recovery", "data-kind": kind, tabindex: "-1" },
    element("div", { class: "recovery-texts" }, message("zh-CN", zh), message("en", en)),
    element("div", { class: "recovery-actions" },
      button("recovery-reload", "重新载入 · Reload", () => window.huddle.update()),
      button("recovery-save", "把数据存成文件 · Save the data to a file", () => save(status))),
    status,
    element("details", {},
      element("summary", {}, "技术信息 · Technical details"),
      element("pre", { tabindex: "0" }, `${kind}\n${detail}\n${window.huddle.build}\n${navigator.userAgent}`)));
  document.body.replaceChildren(page);
  page.focus();
}

function message(lang, [title, ...texts]) {
  const parts = texts.flatMap((text, index) => [element("h2", {}, HEADINGS[lang][index]), element("p", {}, text)]);
  return element("section", { lang }, element("h1", {}, title), ...parts);
}

function button(testId, label, onClick) {
  const made = element("button", { type: "button", "data-testid": testId }, label);
  made.addEventListener("click", onClick);
  return made;
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

async function save(status) {
  const entries = storedEntries();
  status.textContent = entries ? "" : NOTHING_READABLE;
  if (!entries) return;
  const now = new Date();
  const text = JSON.stringify({ "huddle-raw": 1, savedAt: now.getTime(), entries }, null, 1);
  const file = new File([text], `huddle-raw-${now.toISOString().slice(0, 10)}.json`, { type: "application/json" });
  if (await handOver(file)) status.textContent = SAVED;
}

/** Every stored record of this app as it stands, or nothing where storage is denied. */
function storedEntries() {
  try {
    const storage = window.localStorage;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    return Object.fromEntries(keys.filter((key) => key.startsWith("huddle/")).map((key) => [key, storage.getItem(key)]));
  } catch {
    return undefined;
  }
}

/** Home-screen apps on iOS cannot download: there the share sheet saves. True once handed over. */
async function handOver(file) {
  if (navigator.standalone === true && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return true;
    } catch (error) {
      if (error.name === "AbortError") return false;
    }
  }
  const link = element("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}
