//! Words of the import: systems, kinds, fields, refused rows and warnings.

use super::{Lang, texts};
use crate::transfer::cells::date::DateOrder;
use crate::transfer::decode::Doubt;
use crate::transfer::import::report::{Caution, DateChoice, Noun, Reason, Warning};
use crate::transfer::import::{Field, FileRefused, Kind, System, Words};
use crate::transfer::workbook::sheets::Unreadable;

texts! {
    pipeline_deals: "Sales", "销售";
    pipeline_leads: "Leads", "线索";
    stage_first: "New", "新建";
    stage_won: "Won", "赢单";
    stage_lost: "Lost", "输单";
    failed_rows_heading: "Problem", "问题";
    failed_rows_reason(column: &str, reason: &str): "{column}: {reason}", "{column}：{reason}";
    field_left_out: "Leave out", "不导入";
    other_table: "Other table", "其他表格";

    file_spreadsheet(name: &str): "{name} is a workbook, and this browser cannot read it. Save its sheets as CSV and choose those files.", "{name} 是工作簿，而此浏览器无法读取。请把工作表另存为 CSV 后再选择。";
    file_damaged(name: &str): "{name} is no workbook, or it is damaged. Open it in a spreadsheet, save it as .xlsx or CSV, and choose that file.", "{name} 不是工作簿，或者已经损坏。请用表格软件打开，另存为 .xlsx 或 CSV 后再选择。";
    file_locked(name: &str): "{name} is protected by a password. Save it without one and choose that file.", "{name} 有密码保护。请去掉密码另存后再选择。";
    file_too_large(name: &str): "{name} is larger than 64 MB. Export fewer records at a time.", "{name} 超过 64 MB。请分批导出。";
    file_binary(name: &str): "{name} is not a table of text: it may be a picture or an archive. Export the data as CSV and choose that file.", "{name} 不是文本表格，可能是图片或压缩包。请导出为 CSV 后再选择。";
    file_empty(name: &str): "{name} has no rows. Choose another file.", "{name} 没有数据行。请选择其他文件。";

    kind_deals: "Deals", "商机";
    kind_leads: "Leads and contacts", "线索与联系人";
    kind_customers: "Customers", "客户";
    kind_products: "Products", "产品";
    kind_people: "People", "人员";

    reason_date: "This is not a date. Write it as 2026-05-03.", "不是有效日期。请写成 2026-05-03。";
    reason_amount: "This is not an amount. Write digits, such as 1234.50.", "不是有效金额。请写数字，如 1234.50。";
    reason_amount_ambiguous: "This can be read as thousands or as decimals. Write it with two decimals, as the other cells of the column, such as 1000,00 or 1,00.", "可以理解为千位分隔，也可以理解为小数。请像本列其他单元格一样写两位小数，如 1000,00 或 1,00。";
    reason_amount_negative: "The amount is negative. Amounts start at 0.", "金额为负数。金额不能小于 0。";
    reason_odds: "Odds go from 0 to 100 %.", "赢率应在 0 到 100% 之间。";
    reason_priority: "This is no priority. Write high, normal or low.", "不是有效的优先级。请写高、普通或低。";
    reason_complexity: "This does not say how hard it is. Write simple, usual or complex, or 1 to 3.", "不是有效的复杂度。请写简单、一般或复杂，或 1 到 3。";
    reason_level: "This is no level of experience. Write newcomer, experienced or senior.", "不是有效的经验等级。请写新人、有经验或资深。";
    reason_capacity: "This is no number of leads. Write a whole number from 0 on.", "不是有效的线索数量。请写 0 或更大的整数。";
    reason_name_missing: "The name is missing.", "缺少名称。";
    reason_too_many_cells: "The row has more cells than the header. Cells may have shifted.", "这一行的单元格比表头多，内容可能错位。";
    reason_too_few_cells: "The row has one cell only.", "这一行只有一个单元格。";
    reason_quote_unclosed: "A quotation mark is opened and never closed.", "引号没有配对。";
    reason_team_locked: "The quota of the old or the new team is locked in months to come, and this person's quotas would leave it or come to it. Unlock it in the quota grid, then bring in the file again.", "原团队或新团队今后月份的目标已锁定，该成员的目标会因此移出或移入。请先在目标分解表中解锁，再重新导入。";
    reason_too_long: "The row is too long to be read.", "这一行过长，无法读取。";
    reason_kind_unknown: "Say first what the rows of this file are.", "请先选择这个文件的内容类型。";

    warning_in(file: &str, text: &str): "{file}: {text}", "{file}：{text}";
    doubt_mojibake: "The text looks garbled: it was saved in a wrong encoding before. Export it again as UTF-8.", "文字看起来是乱码：此前以错误的编码保存过。请重新导出为 UTF-8。";
    doubt_damaged: "Some letters could not be read and are shown as \u{fffd}.", "部分字符无法读取，显示为 \u{fffd}。";
    doubt_guessed: "The encoding is not certain; Western European was taken. Check names with accents.", "编码无法确定，按西欧字符读取。请检查文字是否正确。";
    kind_not_known: "Nothing tells what the rows are. Choose it, then map the columns.", "无法判断内容类型。请选择类型并对应各列。";
    date_undecided(header: &str, sample: &str, first: &str, second: &str, taken: &str): "\"{sample}\" in \"{header}\" can be {first} or {second}. Taken: {taken}. Choose the order if that is wrong.", "“{header}”中的“{sample}”可以是 {first} 或 {second}，现按 {taken} 读取。不对请选择日期顺序。";
    currency_missing(column: &str, currency: &str): "\"{column}\" names no currency; {currency} was taken.", "“{column}”没有注明币种，按 {currency} 读取。";
    column_unreadable(column: &str, sample: &str): "\"{column}\" was left out: \"{sample}\" cannot be read as a percentage.", "“{column}”未导入：“{sample}”不是百分比。";
    months_first(column: &str, sample: &str): "Column \"{column}\" has months without a day, such as \"{sample}\": the first day of the month was taken.", "“{column}”列有只写到月份的日期（如“{sample}”），已按当月第一天读取。";
    months_last(column: &str, sample: &str): "Column \"{column}\" has months without a day, such as \"{sample}\": the last day of the month was taken. Write the day where it matters, such as 2026-05-03.", "“{column}”列有只写到月份的日期（如“{sample}”），已按当月最后一天读取；需要精确到日时请写成 2026-05-03。";
    rows_short(count: usize, rows: &str): "{count} rows have fewer cells than the header (row {rows}). Missing cells were taken as blank.", "{count} 行的单元格少于表头（第 {rows} 行），缺少的按空白处理。";
    lines_left_out(rows: &str): "Titles and footers were left out (row {rows}).", "已略过标题行和页脚（第 {rows} 行）。";
    keys_repeated(count: usize, rows: &str): "{count} rows repeat the key of an earlier row and update it (row {rows}).", "{count} 行的编号与前面重复，已合并更新（第 {rows} 行）。";
    names_repeated(count: usize, rows: &str): "{count} rows have the name and customer of an earlier row (row {rows}). All were kept as leads of their own.", "{count} 行的名称和客户与前面相同（第 {rows} 行），均单独保留。";
    rows_cut_off(count: usize): "Only the first {count} rows were read. Split the file.", "只读取了前 {count} 行。请拆分文件。";
    name_near(noun: &str, written: &str, taken: &str, rows: usize): "{noun} \"{written}\" was taken for \"{taken}\" ({rows} rows).", "{noun}“{written}”视为“{taken}”（{rows} 行）。";
    name_ambiguous(noun: &str, name: &str, records: usize): "{records} records are called {noun} \"{name}\"; the first was taken.", "有 {records} 个{noun}名为“{name}”，取第一个。";
    names_added(noun: &str, count: usize, names: &str): "{noun}: {count} not on any list, added: {names}.", "{noun}：{count} 个不在名单中，已新增：{names}。";
    and_more(names: &str, more: usize): "{names} and {more} more", "{names} 等，另有 {more} 个";

    noun_person: "Person", "人员";
    noun_customer: "Customer", "客户";
    noun_product: "Product", "产品";
    order_day_first: "Day / month / year", "日 / 月 / 年";
    order_month_first: "Month / day / year", "月 / 日 / 年";

    field_id: "Record key", "记录编号";
    field_name: "Name", "名称";
    field_first_name: "First name", "名";
    field_last_name: "Last name", "姓";
    field_customer: "Customer", "客户";
    field_customer_id: "Customer's key", "客户编号";
    field_owner: "Owner", "负责人";
    field_owner_id: "Owner's key", "负责人编号";
    field_pipeline: "Pipeline", "销售流程";
    field_stage: "Stage", "阶段";
    field_status: "Status", "状态";
    field_is_won: "Won, yes or no", "是否赢单";
    field_is_closed: "Closed, yes or no", "是否关闭";
    field_stage_since: "In stage since", "进入阶段日期";
    field_amount: "Amount", "金额";
    field_currency: "Currency", "币种";
    field_product: "Product", "产品";
    field_created: "Created on", "创建日期";
    field_closes: "Close date", "结单日期";
    field_won_on: "Won on", "赢单日期";
    field_lost_on: "Lost on", "输单日期";
    field_closed_on: "Closed on", "实际结单日期";
    field_probability: "Probability", "赢率";
    field_source: "Source", "来源";
    field_next_step: "Next step", "下一步";
    field_next_step_on: "Next step on", "下一步日期";
    field_contact: "Contact", "联系人";
    field_needs: "Needs", "需求";
    field_loss_reason: "Loss reason", "输单原因";
    field_priority: "Priority", "优先级";
    field_complexity: "Complexity", "复杂度";
    field_language: "Language", "语言";
    field_tags: "Tags", "标签";
    field_note: "Note", "备注";
    field_email: "Email", "邮箱";
    field_phone: "Phone", "电话";
    field_sector: "Industry", "行业";
    field_location: "Location", "所在地";
    field_parent: "Parent company", "上级公司";
    field_employees: "Employees", "员工人数";
    field_website: "Website", "网址";
    field_series: "Product family", "产品系列";
    field_price: "List price", "标准价格";
    field_team: "Team", "团队";
    field_manager: "Manager", "主管";
    field_region: "Region", "区域";
    field_role: "Role", "职位";
    field_level: "Experience", "经验";
    field_capacity: "Open leads at most", "最多同时跟进";
    field_skills: "Knows products", "熟悉的产品";
    field_languages: "Speaks", "语言";
    field_territories: "Sells in", "负责地区";
}

impl Lang {
    /// The names of what an import makes without a name in its files.
    pub fn import_words(self) -> Words {
        Words {
            deals: self.pipeline_deals().to_owned(),
            leads: self.pipeline_leads().to_owned(),
            first_stage: self.stage_first().to_owned(),
            won: self.stage_won().to_owned(),
            lost: self.stage_lost().to_owned(),
        }
    }

    /// Why a file is not taken, and what to do.
    pub fn file_refused(self, name: &str, refused: FileRefused) -> String {
        match refused {
            FileRefused::Workbook(Unreadable::NotHere) => self.file_spreadsheet(name),
            FileRefused::Workbook(Unreadable::Damaged) => self.file_damaged(name),
            FileRefused::Workbook(Unreadable::Locked) => self.file_locked(name),
            FileRefused::TooLarge | FileRefused::Workbook(Unreadable::TooLarge) => {
                self.file_too_large(name)
            }
            FileRefused::Empty => self.file_empty(name),
            FileRefused::Binary => self.file_binary(name),
        }
    }

    /// A system's name.
    pub const fn import_system(self, system: System) -> &'static str {
        match (system, self) {
            (System::Zoho, _) => "Zoho CRM",
            (System::Bigin, _) => "Bigin",
            (System::Fxiaoke, Lang::En) => "Fxiaoke",
            (System::Fxiaoke, Lang::Zh) => "纷享销客",
            (System::Salesforce, _) => "Salesforce",
            (System::HubSpot, _) => "HubSpot",
            (System::Pipedrive, _) => "Pipedrive",
            (System::Generic, _) => self.other_table(),
        }
    }

    /// What the rows of a file are.
    pub const fn import_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Deals => self.kind_deals(),
            Kind::Leads => self.kind_leads(),
            Kind::Customers => self.kind_customers(),
            Kind::Products => self.kind_products(),
            Kind::People => self.kind_people(),
        }
    }

    /// Why a row is refused, and what to write instead.
    pub const fn import_reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::Date => self.reason_date(),
            Reason::Amount => self.reason_amount(),
            Reason::AmountAmbiguous => self.reason_amount_ambiguous(),
            Reason::AmountNegative => self.reason_amount_negative(),
            Reason::Odds => self.reason_odds(),
            Reason::Priority => self.reason_priority(),
            Reason::Complexity => self.reason_complexity(),
            Reason::Level => self.reason_level(),
            Reason::Capacity => self.reason_capacity(),
            Reason::NameMissing => self.reason_name_missing(),
            Reason::TooManyCells => self.reason_too_many_cells(),
            Reason::TooFewCells => self.reason_too_few_cells(),
            Reason::QuoteUnclosed => self.reason_quote_unclosed(),
            Reason::TooLong => self.reason_too_long(),
            Reason::TeamLocked => self.reason_team_locked(),
            Reason::KindUnknown => self.reason_kind_unknown(),
        }
    }

    /// The order of a date's numbers.
    pub const fn date_order(self, order: DateOrder) -> &'static str {
        match order {
            DateOrder::DayFirst => self.order_day_first(),
            DateOrder::MonthFirst => self.order_month_first(),
        }
    }

    /// What should be looked at, with the file it is in.
    pub fn import_warning(self, warning: &Warning) -> String {
        self.warning_in(&warning.file, &self.import_caution(&warning.caution))
    }

    /// What should be looked at.
    pub fn import_caution(self, caution: &Caution) -> String {
        match caution {
            Caution::Encoding(Doubt::Mojibake) => self.doubt_mojibake().to_owned(),
            Caution::Encoding(Doubt::Damaged) => self.doubt_damaged().to_owned(),
            Caution::Encoding(Doubt::Guessed) => self.doubt_guessed().to_owned(),
            Caution::KindUnknown => self.kind_not_known().to_owned(),
            Caution::DateUndecided(choice) => self.date_choice(choice),
            Caution::CurrencyMissing { column, currency } => {
                self.currency_missing(column, currency.code())
            }
            Caution::MonthsAlone { column, sample, is_first: true } => {
                self.months_first(column, sample)
            }
            Caution::MonthsAlone { column, sample, .. } => self.months_last(column, sample),
            Caution::ColumnUnreadable { column, sample } => self.column_unreadable(column, sample),
            Caution::ShortRows(rows) => self.rows_short(rows.len(), &self.few(rows)),
            Caution::LinesLeftOut(rows) => self.lines_left_out(&self.few(rows)),
            Caution::RepeatedKeys(rows) => {
                let later: Vec<u32> = rows.iter().map(|(row, _)| *row).collect();
                self.keys_repeated(rows.len(), &self.few(&later))
            }
            Caution::SameNames(rows) => self.names_repeated(rows.len(), &self.few(rows)),
            Caution::RowsCutOff(rows) => self.rows_cut_off(*rows),
            Caution::NearName { noun, written, taken, rows } => {
                self.name_near(self.import_noun(*noun), written, taken, *rows)
            }
            Caution::AmbiguousName { noun, name, records } => {
                self.name_ambiguous(self.import_noun(*noun), name, *records)
            }
            Caution::NamesAdded { noun, names } => {
                self.names_added(self.import_noun(*noun), names.len(), &self.few(names))
            }
        }
    }

    fn date_choice(self, choice: &DateChoice) -> String {
        let DateChoice { header, sample, day_first, month_first, .. } = choice;
        let (first, second) = (day_first.to_string(), month_first.to_string());
        let taken = match choice.taken {
            DateOrder::DayFirst => &first,
            DateOrder::MonthFirst => &second,
        };
        self.date_undecided(header, sample, &first, &second, taken)
    }

    const fn import_noun(self, noun: Noun) -> &'static str {
        match noun {
            Noun::Person => self.noun_person(),
            Noun::Customer => self.noun_customer(),
            Noun::Product => self.noun_product(),
        }
    }

    /// The first few of many, and how many more there are.
    fn few<T: ToString>(self, all: &[T]) -> String {
        const FEW: usize = 5;
        let sign = self.list_comma();
        let first: Vec<String> = all.iter().take(FEW).map(T::to_string).collect();
        match all.len().saturating_sub(FEW) {
            0 => first.join(sign),
            more => self.and_more(&first.join(sign), more),
        }
    }

    /// What a column means.
    pub const fn import_field(self, field: Field) -> &'static str {
        match field {
            Field::Id => self.field_id(),
            Field::Name => self.field_name(),
            Field::FirstName => self.field_first_name(),
            Field::LastName => self.field_last_name(),
            Field::Customer => self.field_customer(),
            Field::CustomerId => self.field_customer_id(),
            Field::Owner => self.field_owner(),
            Field::OwnerId => self.field_owner_id(),
            Field::Pipeline => self.field_pipeline(),
            Field::Stage => self.field_stage(),
            Field::Status => self.field_status(),
            Field::IsWon => self.field_is_won(),
            Field::IsClosed => self.field_is_closed(),
            Field::StageSince => self.field_stage_since(),
            Field::Amount => self.field_amount(),
            Field::Currency => self.field_currency(),
            Field::Product => self.field_product(),
            Field::Created => self.field_created(),
            Field::Closes => self.field_closes(),
            Field::WonOn => self.field_won_on(),
            Field::LostOn => self.field_lost_on(),
            Field::ClosedOn => self.field_closed_on(),
            Field::Probability => self.field_probability(),
            Field::Source => self.field_source(),
            Field::NextStep => self.field_next_step(),
            Field::NextStepOn => self.field_next_step_on(),
            Field::Contact => self.field_contact(),
            Field::Needs => self.field_needs(),
            Field::LossReason => self.field_loss_reason(),
            Field::Priority => self.field_priority(),
            Field::Complexity => self.field_complexity(),
            Field::Language => self.field_language(),
            Field::Tags => self.field_tags(),
            Field::Note => self.field_note(),
            Field::Email => self.field_email(),
            Field::Phone => self.field_phone(),
            Field::Sector => self.field_sector(),
            Field::Location => self.field_location(),
            Field::Parent => self.field_parent(),
            Field::Employees => self.field_employees(),
            Field::Website => self.field_website(),
            Field::Series => self.field_series(),
            Field::Price => self.field_price(),
            Field::Team => self.field_team(),
            Field::Manager => self.field_manager(),
            Field::Region => self.field_region(),
            Field::Role => self.field_role(),
            Field::Level => self.field_level(),
            Field::Capacity => self.field_capacity(),
            Field::Skills => self.field_skills(),
            Field::Languages => self.field_languages(),
            Field::Territories => self.field_territories(),
        }
    }
}
