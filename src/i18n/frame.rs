//! Words of the frame: places, undo, what went wrong with saving.

use super::texts;

texts! {
    place_today: "Today", "今日";
    place_goals: "Goals", "目标";
    place_leads: "Leads", "线索";
    place_team: "Team", "团队";
    place_customers: "Customers", "客户";
    place_products: "Products", "产品";
    place_data: "Data", "数据";
    place_settings: "Settings", "设置";
    place_more: "More", "更多";
    undo_what(what: &str): "Undo: {what}", "撤销：{what}";
    redo_what(what: &str): "Redo: {what}", "重做：{what}";
    nothing_to_undo: "Nothing to undo", "没有可撤销的操作";
    nothing_to_redo: "Nothing to redo", "没有可重做的操作";
    changed_since: "This has been changed elsewhere since, so it was left as it is.", "之后已在别处修改，保持现状。";
    refused_denied: "Not saved: this browser does not let the page store anything. Allow site data, then try again.", "未保存：浏览器不允许本页存储数据。请允许网站数据后重试。";
    refused_full: "Not saved: the storage is full. Make a backup, then free some room under Data.", "未保存：存储空间已满。请先备份，再到“数据”页释放空间。";
    refused_unsound: "Not saved: the browser did not store it as it was. Try again, or make a backup.", "未保存：浏览器未能如实写入。请重试或先备份。";
    refused_read_only_full: "Nothing can be changed now: the storage is full. What was saved is safe. Make a backup, then free some room under Data.", "暂时不能修改：存储空间已满。已保存的内容是安全的。请先备份，再到“数据”页释放空间。";
    refused_too_new: "Nothing can be changed here: a newer version of Huddle has written to this tablet. Reload to get the newer version.", "此处不能修改：新版本已在本机写入数据。请重新载入以使用新版本。";
    refused_busy: "One moment: an import is being saved.", "请稍候：正在保存导入的数据。";
    refused_arriving: "One moment: the page is still arriving. Try again.", "请稍候：页面仍在加载，请再试一次。";
    refused_cancelled: "Cancelled. Nothing was changed.", "已取消，数据没有变化。";
    refused_unreadable: "This file or record cannot be read. Nothing was changed.", "文件或记录无法读取，数据没有变化。";
    some_unreadable(n: usize): "{n} stored records cannot be read. They are kept; see Data.", "有 {n} 条存储记录无法读取，已原样保留，详见“数据”页。";
    update_ready: "A new version is ready.", "新版本已就绪。";
    update_now: "Reload now", "立即更新";
    search_title: "Search", "搜索";
    search_hint: "Leads, customers, people, pages", "线索、客户、成员、页面";
    search_nothing(text: &str): "Nothing found for “{text}”. Try fewer letters.", "没有找到“{text}”，试试更短的词。";
    storage_cleared: "The stored data was removed from outside this page. What you see is still here: make a backup now.", "存储的数据被从外部清除。当前内容仍在：请立即备份。";
}
