//! Words of the first run and of the sample banner.

use super::texts;

texts! {
    welcome_title: "The meeting board for your sales team", "销售团队的会议看板";
    welcome_sentence: "Set goals, hand out leads and run the meeting from this tablet, with no account and no network.", "在这台平板上定目标、分线索、开例会，无需账号，也无需网络。";
    welcome_stays: "Everything stays on this tablet. Nothing is sent anywhere.", "所有数据只存在这台平板上，不会发送到任何地方。";
    welcome_look: "Look at a sample team", "先看示例团队";
    welcome_look_note: "Twelve people, nine months of leads. Try everything; leave it whenever you like.", "12 位成员、九个月的线索，可随意试用，随时退出。";
    welcome_import: "Import a file", "导入文件";
    welcome_import_note: "Exports of Zoho CRM, Fxiaoke, Salesforce, HubSpot, Pipedrive, or any table as CSV or XLSX.", "支持 Zoho CRM、纷享销客、Salesforce、HubSpot、Pipedrive 导出的文件，或任意 CSV、XLSX 表格。";
    welcome_empty: "Start empty", "从空白开始";
    welcome_empty_note: "A board with the usual stages, and you enter the first lead.", "新建常用阶段的看板，自己录入第一条线索。";
    welcome_restore: "Restore a backup", "恢复备份";
    welcome_opening(percent: &str): "Setting up the sample: {percent}", "正在准备示例：{percent}";
    welcome_install_title: "Install it first", "请先安装";
    welcome_install_ios: "On an iPad or iPhone the installed app has its own storage and starts empty. Tap Share, then Add to Home Screen, and enter your data there.", "在 iPad 和 iPhone 上，安装后的应用使用独立存储，不会带入此处的数据。请先点“共享”→“添加到主屏幕”，再从主屏幕打开录入。";
    welcome_install_why: "Safari also removes the data of web pages that are not opened for seven days; installed apps are spared.", "此外，网页超过七天未打开，Safari 可能清除其数据；安装后不受此限制。";
    welcome_language: "Language", "语言";

    sample_banner: "This is sample data.", "当前为示例数据。";
    sample_leave: "Start my own", "开始使用自己的数据";
    sample_leave_title: "Remove the sample team?", "移除示例团队？";
    sample_leave_body: "People, customers, leads and goals of the sample go, in one step that can be undone.", "将移除示例中的成员、客户、线索和目标。这是一步操作，可以撤销。";
    sample_leave_added(count: usize): "What you added yourself ({count}) stays, with whatever it refers to.", "您自己新增的 {count} 条记录及其关联内容会保留。";
    sample_leave_now: "Remove the sample", "移除示例";
}
