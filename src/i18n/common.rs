//! Words used on many pages.

use super::texts;

texts! {
    app_name: "Huddle", "Huddle 团队会议板";
    part_arrives: "Fetching this page …", "正在取这一页……";
    part_missing: "This page could not be fetched. Check the connection.", "没能取到这一页，请检查网络。";
    part_again: "Try again", "再试一次";
    cancel: "Cancel", "取消";
    close: "Close", "关闭";
    save: "Save", "保存";
    undo: "Undo", "撤销";
    redo: "Redo", "重做";
    search: "Search", "搜索";
    show_more(n: &str): "Show more, {n} left", "显示更多（还有 {n} 项）";
    rows(n: usize): "{n} rows", "{n} 行";
}
