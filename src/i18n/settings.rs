//! Words of the settings and of the page behind More.

use super::{Lang, texts};

texts! {
    settings_team: "Team", "团队";
    settings_team_name: "Name of the team or company", "团队或公司名称";
    settings_currency: "Currency of goals", "目标币种";
    settings_currency_hint: "Goals are set in it. Amounts already entered keep their currency; nothing is converted.", "目标以此币种设定；已有金额的币种不变，不做换算。";
    settings_currency_other: "Another currency…", "其他币种…";
    settings_currency_code: "Code of the currency", "币种代码";
    settings_currency_code_hint: "Three letters, such as UZS.", "三个字母，例如 UZS。";
    settings_currency_code_bad: "A currency code is three letters.", "币种代码为三个字母。";
    settings_apply: "Use it", "使用";
    settings_calendar: "Calendar", "日历";
    settings_fiscal: "The fiscal year begins in", "财年起始月";
    settings_fiscal_hint: "Quarters and years of goals follow it.", "目标的季度和年度按此划分。";
    settings_working_days(year: &str, days: i64): "{days} working days in {year}", "{year}共 {days} 个工作日";
    settings_fiscal_year(year: &str): "the fiscal year {year}", "{year}财年";
    settings_days_off: "Holidays", "节假日";
    settings_days_off_none: "No holidays entered: every weekday is a working day.", "未填写节假日：周一至周五均为工作日。";
    settings_days_worked: "Weekend days that are worked", "调休工作日";
    settings_days_worked_none: "None entered.", "未填写。";
    settings_add_days_off: "Add holidays", "添加节假日";
    settings_add_days_worked: "Add working days", "添加调休工作日";
    settings_first_day: "First day", "开始日期";
    settings_last_day: "Last day", "结束日期";
    settings_days_missing: "Enter the first and the last day.", "请填写开始和结束日期。";
    settings_days_reversed: "The last day lies before the first.", "结束日期早于开始日期。";
    settings_days_too_long: "At most three months at once.", "一次最多三个月。";
    settings_days_off_nothing: "Weekends are off anyway. Choose weekdays.", "周末本就休息，请选择工作日。";
    settings_days_worked_nothing: "Weekdays are worked anyway. Choose a Saturday or Sunday.", "周一至周五本就上班，请选择周末。";
    settings_weekdays(days: usize): "weekdays: {days}", "{days} 个工作日";
    settings_remove_days(days: &str): "Remove {days}", "删除 {days}";
    settings_ramp: "What joiners carry in their first months, in percent", "新人最初各月承担的比例（%）";
    settings_ramp_hint: "One number a month, such as 25, 50, 75; in full afterwards. Empty means these. The quota grid spreads by it.", "每月一个数字，例如 25, 50, 75，之后为全额；留空即为该默认值。目标分解表按此分摊。";
    settings_ramp_bad: "Enter at most 12 whole numbers from 0 to 100, with commas between them.", "请填写至多 12 个 0 至 100 的整数，以逗号分隔。";
    settings_tablet: "This tablet", "本机";
    settings_language: "Language", "语言";
    settings_theme: "Look", "外观";
    settings_theme_auto: "As the tablet", "跟随系统";
    settings_theme_light: "Light", "浅色";
    settings_theme_dark: "Dark", "深色";
    settings_theme_contrast: "Strong contrast", "高对比度";
    settings_language_en: "English", "English";
    settings_language_zh: "中文", "中文";
    more_customers: "Who you sell to, what is open and won", "客户及其进行中与赢单金额";
    more_products: "What you sell, what is open and won", "产品及其进行中与赢单金额";
    more_team: "People, teams, absences", "成员、团队与缺勤";
    more_data: "Import, backup, storage", "导入、备份与存储";
    more_settings: "Currency, calendar, language, look", "币种、日历、语言与外观";
}

impl Lang {
    /// The name of a currency by its ISO code; nothing for one that is not offered.
    pub fn currency_name(self, code: &str) -> &'static str {
        let (english, chinese) = match code {
            "CNY" => ("Renminbi", "人民币"),
            "USD" => ("US dollar", "美元"),
            "EUR" => ("Euro", "欧元"),
            "GBP" => ("Pound sterling", "英镑"),
            "JPY" => ("Japanese yen", "日元"),
            "HKD" => ("Hong Kong dollar", "港元"),
            "TWD" => ("New Taiwan dollar", "新台币"),
            "MOP" => ("Macau pataca", "澳门元"),
            "KRW" => ("South Korean won", "韩元"),
            "SGD" => ("Singapore dollar", "新加坡元"),
            "MYR" => ("Malaysian ringgit", "林吉特"),
            "THB" => ("Thai baht", "泰铢"),
            "VND" => ("Vietnamese dong", "越南盾"),
            "IDR" => ("Indonesian rupiah", "印尼盾"),
            "PHP" => ("Philippine peso", "菲律宾比索"),
            "INR" => ("Indian rupee", "印度卢比"),
            "AUD" => ("Australian dollar", "澳元"),
            "NZD" => ("New Zealand dollar", "新西兰元"),
            "CAD" => ("Canadian dollar", "加元"),
            "CHF" => ("Swiss franc", "瑞士法郎"),
            "SEK" => ("Swedish krona", "瑞典克朗"),
            "NOK" => ("Norwegian krone", "挪威克朗"),
            "DKK" => ("Danish krone", "丹麦克朗"),
            "PLN" => ("Polish złoty", "波兰兹罗提"),
            "BRL" => ("Brazilian real", "巴西雷亚尔"),
            "MXN" => ("Mexican peso", "墨西哥比索"),
            "AED" => ("UAE dirham", "阿联酋迪拉姆"),
            "ZAR" => ("South African rand", "南非兰特"),
            _ => ("", ""),
        };
        match self {
            Lang::En => english,
            Lang::Zh => chinese,
        }
    }
}
