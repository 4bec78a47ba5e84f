//! Words used on many pages.

use super::texts;

texts! {
    app_name: "Huddle", "Huddle 团队会议板";
    cancel: "Cancel", "取消";
    close: "Close", "关闭";
    save: "Save", "保存";
    undo: "Undo", "撤销";
    redo: "Redo", "重做";
    search: "Search", "搜索";
    rows(n: usize): "{n} rows", "{n} 行";
}
