//! Words of the data page: where the data is, backup and restore, installing, versions.

use super::{Lang, texts};
use crate::domain::workspace::Table;
use crate::transfer::backup::BackupError;

texts! {
    data_saved: "Everything is saved on this tablet.", "所有更改都已保存在本机。";
    data_saving: "Saving…", "正在保存……";
    data_only_here: "It is in this browser and nowhere else. A backup file is the only second copy.", "数据只在这台平板的浏览器里，备份文件是唯一的副本。";
    data_full: "The storage is full. All that was saved is safe, but nothing more can be changed.", "存储空间已满。已保存的内容是安全的，但暂时不能再修改。";
    data_full_do: "First back up, then make room.", "请先备份，再释放空间。";
    data_denied: "The browser does not let this page store anything. What you see now is lost when the page closes.", "浏览器不允许本页存储数据。关闭页面后，当前内容会丢失。";
    data_denied_do: "Back up now. Then allow site data for this page in the browser's settings and reload.", "请立即备份，然后在浏览器设置中允许本站存储数据并重新载入。";
    data_damaged: "Stored data could not be read. Nothing was overwritten.", "已存数据无法读取，没有被覆盖。";
    data_too_new: "A newer version of Huddle has written here. This older one only shows the data.", "新版本 Huddle 已在此写入数据，当前旧版本只能查看。";
    data_too_new_do: "Reload to get the newer version.", "请重新载入以使用新版本。";
    data_failed: "The browser did not store the last change as it was.", "浏览器未能如实写入最后一次更改。";
    data_failed_do: "Back up now and reload. What is marked as saved is safe.", "请立即备份并重新载入。标记为已保存的内容是安全的。";
    data_reload: "Reload", "重新载入";

    data_unreadable(count: usize): "Stored records that cannot be read: {count}", "有 {count} 条存储记录无法读取";
    data_unreadable_note: "They are kept as they are, and the rest works without them. Save the raw data for a closer look; a backup made before brings back what is missing.", "这些记录已原样保留，其余数据可正常使用。可保存原始数据以便排查；之前的备份可以补回缺失内容。";
    data_last_good(when: &str): "The last change that could be read was made {when}.", "最近一次可读取的更改时间：{when}。";
    data_raw: "Save the raw data", "保存原始数据";

    data_backup: "Backup", "备份";
    data_backup_note: "One file with everything and its whole history. It is read back and compared before you get it.", "一个文件包含全部数据和完整历史，生成后会自动读回核对。";
    data_backup_now: "Back up now", "立即备份";
    data_backup_making: "Making and checking the backup…", "正在生成并核对备份……";
    data_backup_done(name: &str, size: &str): "{name} ({size}) was made, read back and found right. Keep it somewhere else than on this tablet.", "{name}（{size}）已生成并核对无误。请保存到这台平板以外的地方。";
    data_backup_ready(name: &str, size: &str): "{name} ({size}) is made and checked. Tap to save it.", "{name}（{size}）已生成并核对，请点按保存。";
    data_backup_save: "Save the file", "保存文件";
    data_backup_cancelled: "The backup was not saved. Tap to try again.", "备份未保存，可再次点按。";
    data_backup_never: "There is no backup yet.", "还没有备份。";
    data_backup_nothing: "Nothing to back up yet.", "目前没有需要备份的数据。";
    data_backup_last(when: &str): "Last backup: {when}.", "上次备份：{when}。";
    data_backup_current: "Nothing has changed since.", "此后没有变化。";
    data_backup_since: "There are changes since.", "此后有新的更改。";
    data_backup_old(days: &str): "That is {days} days ago, and there are changes since.", "已过去 {days} 天，且此后有新的更改。";

    data_restore: "Restore", "恢复";
    data_restore_note: "From a backup file: merge it into what is here, or go back to it. You see what would change first.", "从备份文件恢复：可合并到现有数据，或回到备份时的状态。操作前会先列出变化。";
    data_restore_choose: "Choose a backup", "选择备份文件";
    data_restore_reading: "Reading the backup…", "正在读取备份……";
    data_restore_of(name: &str, when: &str): "{name}, made {when}", "{name}，备份于 {when}";
    data_restore_way: "How to restore", "恢复方式";
    data_restore_merge: "Merge into what is here", "合并到现有数据";
    data_restore_merge_note: "Both sides are kept. Where both changed the same field, the later change counts and the other is listed below.", "两边内容都保留。同一字段两边都改过时，以较晚的为准，另一值会列出。";
    data_restore_return: "Go back to this backup", "回到备份时的状态";
    data_restore_return_note: "Everything becomes as it was then. What was added since goes. It can be undone.", "所有数据恢复到当时的样子，之后新增的内容会移除。此操作可撤销。";
    data_restore_nothing: "This would change nothing.", "不会有任何变化。";
    data_restore_all_here: "Everything in it is here already. What was deleted here since stays deleted; to have it again, go back to this backup.", "备份中的内容这里都已有。之后在此移除的内容不会恢复；如需找回，请选择“回到备份时的状态”。";
    data_restore_joins: "No record would change, because what is here is later. The other values and their history would join it.", "这里的内容较新，记录不会变化；另一方的值和历史会并入。";
    data_restore_table: "What would change", "将发生的变化";
    data_records: "Records", "内容";
    data_new: "New", "新增";
    data_changed: "Changed", "更改";
    data_deleted: "Deleted", "移除";
    data_restore_conflicts(count: usize): "Fields changed on both sides: {count}. The later change would count.", "有 {count} 个字段两边都改过，将以较晚的为准。";
    data_restore_do_merge: "Merge", "合并";
    data_restore_do_return: "Go back", "恢复到该状态";
    data_restore_drop: "Not now", "暂不恢复";
    data_restore_unread: "The browser could not read the file. Choose it again.", "浏览器无法读取该文件，请重新选择。";
    backup_foreign: "This file is not a Huddle backup. Choose a file named like huddle-2026-11-23.json. For tables use Import.", "这不是 Huddle 备份文件。请选择类似 huddle-2026-11-23.json 的文件；表格请用“导入”。";
    backup_too_new: "A newer version of Huddle made this backup. Update first, then restore.", "此备份由更新版本的 Huddle 生成，请先更新再恢复。";
    backup_damaged: "This backup is cut or changed, so it is not restored. Nothing here was touched. Try another copy of the file.", "备份文件不完整或被改动，未恢复，现有数据没有变化。请换一份副本再试。";

    data_import: "Import", "导入";
    data_import_note: "Leads, customers, products and people from other systems, as CSV or XLSX.", "从其他系统导入线索、客户、产品和成员（CSV 或 XLSX）。";

    data_storage: "Storage", "存储空间";
    data_room(used: &str, all: &str): "{used} of about {all} used", "已用 {used}，共约 {all}";
    data_room_note: "Browsers give each site a fixed room. Making room packs the history tighter; nothing is lost.", "浏览器为每个网站分配固定空间。整理会压缩历史记录，不会丢失内容。";
    data_make_room: "Make room", "整理空间";
    data_making_room: "Making room…", "正在整理……";
    data_made_room(size: &str): "{size} freed.", "已释放 {size}。";
    data_no_room: "It is as small as it can be.", "已经是最小占用。";

    data_kept: "The browser has promised to keep the data when the tablet runs short of room.", "浏览器已承诺：设备空间不足时不清除这些数据。";
    data_not_kept: "The browser may remove the data when the tablet runs short of room.", "设备空间不足时，浏览器可能清除这些数据。";
    data_ask_keep: "Ask to keep it", "请求保留数据";
    data_keep_refused: "The browser did not promise. Installing Huddle, or using it often, makes it agree; until then make backups.", "浏览器暂未承诺。安装 Huddle 或经常使用后通常会同意；在此之前请定期备份。";
    data_keep_limits: "Clearing the site's data in the browser's settings removes it all the same.", "在浏览器设置中清除网站数据，仍会删除全部内容。";

    data_install: "Install", "安装";
    data_installed: "Huddle is installed on this device.", "Huddle 已安装在本机。";
    data_install_ios: "In Safari tap Share, then Add to Home Screen. The installed app has its own storage and starts empty: back up here first and restore there.", "在 Safari 中点“共享”→“添加到主屏幕”。安装后的应用使用独立存储：请先在此备份，再到新应用中恢复。";
    data_install_ios_why: "Safari removes the data of pages that are not opened for seven days; installed apps are spared.", "网页超过七天未打开，Safari 可能清除其数据；安装后不受此限制。";
    data_install_offer: "Installed, it opens from the home screen, without the browser around it. The data stays.", "安装后可从主屏幕打开，不再显示浏览器界面，数据保持不变。";
    data_install_now: "Install", "安装";
    data_install_menu: "Open the browser's menu and choose Install or Add to Home Screen. The data stays.", "打开浏览器菜单，选择“安装”或“添加到主屏幕”，数据保持不变。";

    data_version: "Version", "版本";
    data_version_is(version: &str): "Huddle {version}", "Huddle {version}";
    data_build(build: &str): "build {build}", "构建 {build}";
    data_look: "Look for a new version", "检查更新";
    data_looking: "Looking…", "正在检查……";
    data_newest: "No newer version was found.", "没有发现新版本。";
    data_update: "A new version is ready. It starts when you say so.", "新版本已就绪，由您决定何时启用。";
    data_update_now: "Reload with the new version", "立即更新";

    data_clashes(count: usize): "Fields changed on two tablets: {count}", "两台设备都改过的字段（{count}）";
    data_clashes_note: "The later change counts. If the other is right, enter it again; then it leaves this list.", "以较晚的更改为准。如另一个值才正确，请重新填写，填写后即从此列表移除。";
    data_clash(record: &str, field: &str): "{record}: {field}", "{record}：{field}";
    data_clash_kept(value: &str, when: &str, device: &str): "Kept: {value} ({device}, {when})", "保留：{value}（{device}，{when}）";
    data_clash_lost(value: &str, when: &str, device: &str): "Lost: {value} ({device}, {when})", "未采用：{value}（{device}，{when}）";
    data_this_tablet: "this tablet", "本机";
    data_other_tablet: "another tablet", "另一台设备";
    data_exists: "deleted or not", "是否删除";
    data_existing: "kept", "未删除";
    data_gone: "deleted", "已删除";
    data_nothing_there: "nothing", "空";

    table_settings: "Settings", "设置";
    table_people: "People", "成员";
    table_teams: "Teams", "团队";
    table_absences: "Absences", "缺勤";
    table_customers: "Customers", "客户";
    table_products: "Products", "产品";
    table_pipelines: "Pipelines", "销售流程";
    table_stages: "Stages", "阶段";
    table_leads: "Leads", "线索";
    table_goals: "Goals", "目标";
    table_imports: "Imports", "导入记录";
    table_mappings: "Remembered columns", "列对应关系";
    table_activities: "Activities", "跟进记录";
    table_contacts: "Contacts", "联系人";
    table_cadences: "Follow-up rhythms", "跟进周期";
    column_quota: "Goal", "目标";
    column_started: "First day", "入职日期";
    column_left: "Last day", "离职日期";
    column_fiscal_month: "Fiscal year begins", "财年起始月";
    column_holidays: "Holidays", "节假日";
    column_extra_working_days: "Extra working days", "调休工作日";
    column_place: "Place", "顺序";
    column_rotting_days: "Stale after", "停滞天数";
    column_outcome: "Outcome", "结果";
    column_manager: "Manager", "主管";
}

impl Lang {
    /// What the records of a table are.
    pub const fn table(self, table: Table) -> &'static str {
        match table {
            Table::Settings => self.table_settings(),
            Table::People => self.table_people(),
            Table::Teams => self.table_teams(),
            Table::Absences => self.table_absences(),
            Table::Customers => self.table_customers(),
            Table::Products => self.table_products(),
            Table::Pipelines => self.table_pipelines(),
            Table::Stages => self.table_stages(),
            Table::Leads => self.table_leads(),
            Table::Goals => self.table_goals(),
            Table::Imports => self.table_imports(),
            Table::Mappings => self.table_mappings(),
            Table::AssignmentRules => self.assign_rules(),
            Table::PoolRules => self.pool_rules(),
            Table::Rates => self.rates_title(),
            Table::Competitors => self.place_competitors(),
            Table::Rivals => self.rivals_title(),
            Table::LossReasons => self.loss_reasons_title(),
            Table::Debriefs => self.debrief_title(),
            Table::Distincts => self.duplicates_distinct(),
            Table::Aliases => self.duplicates_aliases(),
            Table::Activities => self.table_activities(),
            Table::Contacts => self.table_contacts(),
            Table::Cadences => self.table_cadences(),
            Table::Views => self.leads_views(),
            Table::Drafts => self.draft_title(),
            Table::DraftTurns => self.draft_turns(),
            Table::QuotaYears => self.quotas_title(),
            Table::QuotaLocks => self.quotas_locks(),
            Table::PartQuotas => self.quotas_of_parts(),
            Table::Calls => self.calls_title(),
            Table::Rounds => self.round_title(),
            Table::Promises => self.promises_title(),
            Table::Objectives => self.objectives_title(),
            Table::MarketNotes => self.market_notes(),
            Table::Assumptions => self.market_assumptions(),
            Table::DeliveryTasks => self.delivery_tasks(),
            Table::DeliveryRules | Table::ProductEfforts => self.delivery_rules(),
            Table::WeekCapacities => self.delivery_capacity(),
            Table::Indicators => self.indicators_title(),
            Table::IndicatorGoals => self.table_goals(),
            Table::MeetingPlans => self.meetings_agenda(),
            Table::Meetings | Table::MeetingMarks => self.meetings_title(),
            Table::MeetingPoints => self.room_points(),
            Table::Announcements | Table::ReadMarks => self.topic_news(),
            Table::Requests => self.topic_requests(),
            Table::Surveys => self.noun_survey(),
            Table::SurveyReplies => self.noun_reply(),
            Table::Talks => self.noun_talk(),
            Table::TalkPoints => self.noun_talk_points(),
            Table::Feedbacks => self.noun_feedback(),
            Table::Reviews => self.noun_review(),
            Table::Aims => self.noun_coaching(),
            Table::Pulses => self.noun_pulse(),
            Table::Praises => self.noun_praise(),
            Table::ThanksRules => self.noun_values(),
            Table::Contests => self.noun_contest(),
            Table::RewardItems => self.noun_reward(),
            Table::PointEntries => self.noun_points(),
            Table::Redemptions => self.noun_redemption(),
            Table::RewardBudgets => self.noun_reward_budget(),
            Table::Trainings => self.noun_training(),
            Table::CareerLevels => self.noun_level(),
            Table::CareerCriteria => self.career_criteria(),
            Table::Judgements => self.noun_criterion(),
            Table::Promotions => self.noun_promotion(),
            Table::PayPlans
            | Table::DealPays
            | Table::PaySlips
            | Table::PayTrueUps
            | Table::PayDisputes => self.pay_table(table),
        }
    }

    /// A field of a record that is no lead, by its name in the journal; a name that only other
    /// versions know stands for itself.
    pub fn column(self, name: &str) -> String {
        let words = match name {
            "@" => self.data_exists(),
            "name" => self.field_name(),
            "team" => self.field_team(),
            "manager" => self.column_manager(),
            "region" => self.field_region(),
            "role" => self.field_role(),
            "email" => self.field_email(),
            "phone" => self.field_phone(),
            "started" => self.column_started(),
            "left" => self.column_left(),
            "sector" => self.field_sector(),
            "location" => self.field_location(),
            "website" => self.field_website(),
            "employees" => self.field_employees(),
            "parent" => self.field_parent(),
            "series" => self.field_series(),
            "price" => self.field_price(),
            "currency" => self.field_currency(),
            "quota" => self.column_quota(),
            "rep" => self.caller_rep(),
            "worst" => self.round_worst(),
            "commit" => self.round_commit(),
            "best" => self.round_best(),
            "fiscal_month" => self.column_fiscal_month(),
            "holidays" => self.column_holidays(),
            "extra_working_days" => self.column_extra_working_days(),
            "place" => self.column_place(),
            "outcome" => self.column_outcome(),
            "rotting_days" => self.column_rotting_days(),
            "class" => self.customers_class(),
            "kind" => self.activity_kind_label(),
            "on" => self.activity_day(),
            "minute" => self.activity_time(),
            "person" => self.activity_person(),
            "text" => self.activity_text(),
            "days" => self.cadence_days(),
            "paused" => self.cadence_paused(),
            "pipeline" => self.table_pipelines(),
            "odds" => self.stage_odds(),
            "claimed_by" => self.column_claimed_by(),
            "claimed" => self.column_claimed(),
            "returned" => self.column_returned(),
            "returned_on" => self.column_returned_on(),
            "claim_limit" => self.pool_limit(),
            "reclaim_days" => self.pool_days(),
            "home" => self.settings_currency(),
            "day" => self.rate_day(),
            "units" => self.rate_units(),
            "millionths" => self.rate_worth(),
            "measure" => self.measured_choose(),
            "formula" => self.indicators_formula(),
            "percent" => self.indicators_percent(),
            "amount" | "thousandths" => self.measured_goal(),
            other => return other.to_owned(),
        };
        words.to_owned()
    }

    /// Why a file is not restored, and what to do.
    pub const fn backup_error(self, error: BackupError) -> &'static str {
        match error {
            BackupError::Foreign => self.backup_foreign(),
            BackupError::TooNew => self.backup_too_new(),
            BackupError::Damaged => self.backup_damaged(),
        }
    }
}
