//! Words of archiving: old history that goes from the storage into a file, and comes back from it.

use super::texts;

texts! {
    archive_stages_lack: "A part of the history is in an archive file: the stages that deals passed then are not counted. Take it back under Data to count them.", "部分历史已存入归档文件，当时经过的阶段未计入，在“数据”中取回后即可计入。";
    archive: "Archive old history", "归档旧的更改记录";
    archive_note: "Old changes go into a file to make room. Everything stays as it is; only what was changed when, and by whom, is then in the file.", "将旧的更改记录移入文件以释放空间。现有数据保持不变，只是何时由谁改了什么需到文件中查看。";
    archive_older: "Which changes", "哪些更改";
    archive_year: "Over a year old", "一年以前";
    archive_quarter: "Over 90 days", "90 天以前";
    archive_any: "All", "全部";
    archive_make: "Make the file", "生成归档文件";
    archive_working: "Working…", "正在处理……";
    archive_none: "There are no changes that old.", "没有这么早的更改记录。";
    archive_holds_one(days: &str): "1 change, {days}", "1 项更改，{days}";
    archive_holds(changes: usize, days: &str): "{changes} changes, {days}", "{changes} 项更改，{days}";
    archive_ready(name: &str, holds: &str): "{name} is made and checked ({holds}). Tap to save it.", "{name} 已生成并核对（{holds}），请点按保存。";
    archive_saved(name: &str, holds: &str): "{name} was made, read back and found right ({holds}). Put it in a safe place, then remove the changes here.", "{name} 已生成并核对无误（{holds}）。请妥善保管文件，再从本机移除这些更改。";
    archive_remove(changes: usize): "Remove {changes} from this tablet", "从本机移除 {changes} 项";
    archive_removed(holds: &str, size: &str): "Gone from this tablet: {holds}. {size} freed. To have them back, choose the file under Restore.", "已从本机移除：{holds}，释放 {size}。如需找回，请在“恢复”中选择该文件。";
    archive_elsewhere(holds: &str): "Older changes are in an archive file ({holds}). To see them here, choose the file under Data, Restore.", "更早的更改在归档文件中（{holds}）。如需在此查看，请在“数据”的“恢复”中选择该文件。";
    restore_archive: "An archive of old changes. They join the history here; nothing else changes.", "这是旧更改记录的归档，内容将并入此处的历史，其他数据不变。";
    restore_archive_here: "All changes in this archive are here already.", "归档中的更改这里都已有。";
    restore_archive_strange: "An archive of old changes, some of which this tablet never had. It holds no whole picture: restore a backup first.", "这是旧更改记录的归档，其中有本机没有过的内容。归档并不完整，请先恢复备份。";
    restore_raw: "Raw data, all of it readable.", "原始数据，全部可读取。";
    restore_raw_lacks(count: usize): "Raw data. Parts of it that cannot be read: {count}. The rest is shown below.", "原始数据，其中 {count} 部分无法读取，其余内容见下。";
}
