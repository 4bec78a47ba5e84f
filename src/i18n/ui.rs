//! Words of the widgets: what stands on controls whatever the page is about.

use super::{Lang, texts};

texts! {
    clear_search: "Clear the search", "清空搜索";
    clear_date: "Clear the date", "清空日期";
    find_person: "Find a person", "查找人员";
    nobody_found: "Nobody found", "没有找到";
    year_before: "Year before", "上一年";
    year_after: "Year after", "下一年";
    stop: "Stop", "停止";
    saved: "Saved", "已保存";
    saving: "Saving", "保存中";
    not_saved_full: "Not saved: storage is full", "未保存：存储空间已满";
    not_saved_denied: "Not saved: storage is not allowed", "未保存：浏览器不允许存储";
    not_saved_damaged: "Not saved: stored data cannot be read", "未保存：已存数据无法读取";
    not_saved_too_new: "Not saved: data is from a newer version", "未保存：数据来自更新的版本";
    not_saved_failed: "Not saved: storage failed", "未保存：存储出错";
    skip_to_content: "Skip to the page", "跳到正文";
    print_page: "Print this page", "打印本页";
    places: "Places", "页面";
    show_table: "Show as table", "看表格";
    show_chart: "Show as chart", "看图";
    how_computed(label: &str, value: &str): "{label}: {value}. How it is computed", "{label}：{value}，查看计算方法";
    goal_line(amount: &str): "Goal {amount}", "目标 {amount}";
    actual_line(amount: &str): "So far {amount}", "已完成 {amount}";
    due_line(amount: &str): "Due by now {amount}", "应完成 {amount}";
    landing_line(likely: &str, low: &str, high: &str): "Heading for {likely} ({low} to {high})", "预计 {likely}（{low} 至 {high}）";
}

impl Lang {
    /// The short name of a month, 1–12; nothing for another number.
    pub const fn month_name(self, month: u8) -> &'static str {
        const EN: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        const ZH: [&str; 12] =
            ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];
        named(
            match self {
                Lang::En => &EN,
                Lang::Zh => &ZH,
            },
            month,
        )
    }

    /// The short name of a quarter, 1–4; nothing for another number.
    pub const fn quarter_name(self, quarter: u8) -> &'static str {
        const EN: [&str; 4] = ["Q1", "Q2", "Q3", "Q4"];
        const ZH: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
        named(
            match self {
                Lang::En => &EN,
                Lang::Zh => &ZH,
            },
            quarter,
        )
    }

    /// A month or quarter with its year, in the order of the language.
    pub fn year_part(self, year: i32, part: &str) -> String {
        let year = year.to_string();
        match self {
            Lang::En => [part, " ", &year].concat(),
            Lang::Zh => [&year, "年", part].concat(),
        }
    }
}

const fn named(names: &'static [&'static str], number: u8) -> &'static str {
    if number == 0 || names.len() < number as usize { "" } else { names[number as usize - 1] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, month: u8, expect: &str) {
        assert_eq!(lang.year_part(2026, lang.month_name(month)), expect);
    }

    #[test]
    fn a_month_stands_in_the_order_of_the_language() {
        check(Lang::En, 2, "Feb 2026");
        check(Lang::Zh, 12, "2026年12月");
    }

    #[test]
    fn no_such_quarter_has_no_name() {
        assert_eq!(Lang::En.quarter_name(5), "");
        assert_eq!(Lang::Zh.quarter_name(0), "");
    }
}
