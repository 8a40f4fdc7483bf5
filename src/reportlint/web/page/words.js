// All that the page says, in both languages. A page speaks one of them at a time.

const WORDS = {
  skip: ["跳到正文", "Skip to the content"],
  views: ["页面", "Views"],
  viewReport: ["查报告", "Check a report"],
  viewNew: ["起草新报告", "New report"],
  viewFolder: ["查文件夹", "Folder"],
  otherLanguage: ["English", "中文"],
  startTitle: ["检查一份报告", "Check a report"],
  startLead: [
    "查缺了的章节、断了的序号、没填的空和不合规范的开头结尾。",
    "Finds missing sections, broken numbering, blanks left in, and openings and closings that are not as they should be.",
  ],
  pasteLabel: ["把报告粘贴在这里", "Paste the report here"],
  begin: ["检查", "Check"],
  pick: ["选择文件…", "Choose a file…"],
  dropHint: ["也可以把 .docx、.txt、.md 文件拖到页面上", "or drop a .docx, .txt or .md file on the page"],
  type: ["文种", "Report type"],
  recognised: ["自动识别：{name}", "Recognised: {name}"],
  unrecognised: ["自动识别：认不出", "Recognised: none"],
  edit: ["编辑原文", "Edit the text"],
  fixAll: ["一键改正…", "Fix all…"],
  unsafeToo: ["连同要再看一眼的（如重排序号）", "With those that want a second look, such as renumbering"],
  undo: ["撤销", "Undo"],
  download: ["下载", "Download"],
  downloadWord: ["下载带批注的副本", "Download a copy with comments"],
  close: ["换一份", "Another report"],
  paper: ["报告全文", "The report"],
  editorLabel: ["报告原文，可编辑", "Text of the report, to edit"],
  findings: ["发现的问题", "Findings"],
  keys: ["F8 下一处，Shift+F8 上一处", "F8: next finding, Shift+F8: the one before"],
  total: ["发现 {count} 处问题", "Findings: {count}"],
  none: ["没有发现问题", "Nothing found"],
  checking: ["正在检查…", "Checking…"],
  checked: ["检查完毕：错误 {error}，警告 {warning}，提示 {info}", "Checked. Errors: {error}, warnings: {warning}, notes: {info}"],
  more: ["再列一些（还有 {count} 处）", "Show more ({count} left)"],
  error: ["错误", "Error"],
  warning: ["警告", "Warning"],
  info: ["提示", "Note"],
  line: ["第 {line} 行", "line {line}"],
  why: ["为什么", "Why"],
  bad: ["要报的例子", "Reported"],
  good: ["不报的例子", "Not reported"],
  relatedAt: ["第 {line} 行“{words}”：{message}", "line {line}, “{words}”: {message}"],
  related: ["有关的地方", "See also"],
  fix: ["看看怎样改…", "See the fix…"],
  unsafe: ["这样改可能动到意思，请再看一眼。", "This fix wants a second look."],
  wordFix: ["建议改为：{text}", "Suggested: {text}"],
  remove: ["（删去）", "(remove)"],
  fixTitle: ["这样改", "The fix"],
  fixAllTitle: ["要改 {count} 处", "Places to change: {count}"],
  nothingSafe: ["没有可以放心改的。", "Nothing is safe to mend without a look."],
  changes: ["改动", "Changes"],
  before: ["原文", "Before"],
  after: ["改后", "After"],
  moreChanges: ["……另有 {count} 段改动", "… and {count} more"],
  take: ["采用", "Take it"],
  leave: ["不改", "Leave it"],
  taken: ["已改，正在重新检查", "Changed; checking again"],
  undone: ["已撤销", "Undone"],
  stale: ["正文刚改过，请等检查完再改。", "The text has just changed; wait until it is checked."],
  unnamed: ["报告", "report"],
  annotated: ["批注", "annotated"],
  downloaded: ["已下载 {name}", "Downloaded {name}"],
  encoding: ["原编码是 {encoding}，下载的是 UTF-8。", "It was in {encoding}; the download is in UTF-8."],
  wordNote: ["Word 文档不在这里改：请下载带批注的副本，在 Word 或 WPS 里改。", "A Word document is not changed here: download the copy with comments and mend it in Word or WPS."],
  discard: ["改动还没有下载，不要了吗？", "Your changes are not downloaded. Discard them?"],
  newTitle: ["按文种起草", "Begin a report from its type"],
  newLead: ["选好文种，填上已知的内容；没填的空会留在稿里，检查时会提醒。", "Choose a type and fill in what you know; what you leave out stays as a blank, and is found when you check."],
  format: ["格式", "Format"],
  formatWord: ["Word 文档（.docx）", "Word document (.docx)"],
  formatMarkdown: ["Markdown（.md），在这里接着写", "Markdown (.md), go on here"],
  formatText: ["纯文本（.txt），在这里接着写", "Plain text (.txt), go on here"],
  blanks: ["要填的内容", "What to fill in"],
  noBlanks: ["这个文种没有要填的空。", "This type has no blanks."],
  write: ["生成", "Write it"],
  folderTitle: ["文件夹“{name}”", "The folder “{name}”"],
  folderLead: ["连同子文件夹一起查；点文件名可以打开。", "Subfolders are checked too; a file's name opens it."],
  walk: ["检查整个文件夹", "Check the whole folder"],
  folderTotal: ["共 {files} 个文件，{bad} 个有问题", "Files: {files}; with findings: {bad}"],
  byFile: ["按文件", "By file"],
  byRule: ["按规则", "By rule"],
  file: ["文件", "File"],
  rule: ["规则", "Rule"],
  count: ["处数", "Count"],
  severity: ["级别", "Severity"],
  tooMuch: ["内容太大，超出了这里能查的限度。", "That is more than can be checked here."],
  gone: ["联系不上 reportlint：它可能已经关闭，请重新启动。", "reportlint does not answer; it may have been closed. Start it again."],
  failed: ["出错了（{status}），请重试。", "That went wrong ({status}). Try again."],
  private: ["只在本机运行：内容不离开这台电脑，也不存盘。", "Runs on this machine only: nothing leaves it, nothing is kept."],
};

export let language = "en";

// The words for `key`, with values in its {places}.
export function say(key, values = {}) {
  const text = WORDS[key][language === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

// Speak `to` from now on, everywhere that the markup asks for words.
export function speak(to) {
  language = to;
  document.documentElement.lang = to === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
}
