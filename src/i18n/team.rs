//! Words of the team: people, teams, absences, customers, products.

use super::{Lang, texts};

texts! {
    team_add_person: "Add a person", "添加成员";
    team_add_team: "Add a team", "添加团队";
    team_edit_team: "Edit team", "编辑团队";
    team_without: "Without a team", "未分团队";
    team_managed_by(name: &str): "Manager {name}", "负责人 {name}";
    team_empty: "Nobody is in the team yet. Add people, or import them from a file.", "还没有成员。可以添加，或从文件导入。";
    team_nobody_in: "Nobody is in this team yet.", "该团队还没有成员。";
    team_person: "Person", "成员";
    team_people_count(n: usize): "People: {n}", "{n} 人";
    team_open: "Open leads", "进行中";
    team_open_value: "Worth", "金额";
    team_won_in(period: &str): "Won in {period}", "{period}赢单";
    team_win_rate: "Win rate", "赢率";
    team_win_rate_how: "Won ÷ (won + lost), over all closed leads, with its 95 % interval (Wilson). While the interval is wider than 30 points only the counts are shown.", "赢率 = 赢单 ÷（赢单 + 输单），统计全部已关闭线索，附 95% 置信区间（Wilson）。区间宽于 30 个百分点时只显示次数。";
    team_nothing_closed: "Nothing closed yet", "还没有关闭的线索";
    team_rate_counts(won: &str, closed: &str): "{won} of {closed}", "{closed} 中 {won}";
    team_rate_between(low: &str, high: &str, closed: &str): "{low} to {high}, of {closed} closed", "{low} 至 {high}，共 {closed} 条";
    team_rate_too_few(more: &str): "Too few to say; about {more} more closed leads would settle it", "样本太少，大约再关闭 {more} 条才能判断";
    team_away_until(day: &str): "Away until {day}", "不在，至 {day}";
    team_coming(day: &str): "Begins {day}", "{day}入职";
    team_left(day: &str): "Left {day}", "{day}离职";
    team_since(day: &str): "Since {day}", "{day}入职";

    person_edit: "Edit", "编辑";
    person_delete: "Delete", "删除";
    person_delete_ask(name: &str): "Delete {name}?", "删除{name}？";
    person_delete_leads(all: usize, open: usize): "Leads that will have no owner: {all}, of which {open} are open. Absences go too. Undo brings all of it back.", "{all} 条线索将没有负责人，其中 {open} 条进行中；缺勤记录一并删除。可以撤销。";
    person_delete_none: "No lead is affected. Undo brings the person back.", "不影响任何线索。可以撤销。";
    person_leave_instead: "Somebody who has left keeps what was won: enter the last day instead.", "离职的成员建议填写离职日期，业绩会保留。";
    person_name: "Name", "姓名";
    person_team: "Team", "团队";
    person_no_team: "No team", "无团队";
    person_role: "Role", "角色";
    person_region: "Region or office", "区域或办公室";
    person_email: "Mail address", "邮箱";
    person_started: "First day", "入职日期";
    person_left: "Last day", "离职日期";
    person_new: "New person", "新成员";
    person_unknown: "This person is not in the team any more.", "该成员已不在团队中。";
    person_to_team: "To the team", "返回团队";
    person_facts: "About", "资料";
    person_goals: "Goals", "目标";
    person_no_quota: "No quota", "未设目标";
    person_open_leads: "Open leads", "进行中的线索";
    person_no_open_leads: "No open leads.", "没有进行中的线索。";
    person_on_board: "On the board", "在看板中查看";
    person_absences: "Absences", "缺勤";
    person_respread: "Open the quota grid", "打开目标分解表";
    person_respread_note: "There are quotas for months with an absence or after the last day. In the quota grid choose the row of the team or company, then Spread anew, Less where somebody is away.", "缺勤期间或离职后的月份仍有目标。可在目标分解表中选择团队或全公司所在行，点重新分摊，选按缺勤与离职调整。";
    person_no_absences: "No absences entered.", "没有缺勤记录。";
    person_add_absence: "Enter an absence", "登记缺勤";
    person_edit_absence: "Absence", "缺勤";
    absence_first: "First day away", "开始日期";
    absence_last: "Last day away", "结束日期";
    absence_reason: "Reason", "原因";
    absence_days(first: &str, last: &str): "{first} to {last}", "{first} 至 {last}";
    absence_delete: "Delete this absence", "删除这条缺勤";

    team_new: "New team", "新团队";
    team_name: "Name of the team", "团队名称";
    team_manager: "Manager", "负责人";
    team_delete: "Delete this team", "删除团队";
    team_delete_people(n: usize): "People who will have no team: {n}. They and their leads stay. Undo brings the team back.", "{n} 名成员将没有团队，成员和线索保留。可以撤销。";

    customers_search: "Search customers", "搜索客户";
    catalog_count(shown: &str, all: &str): "{shown} of {all}", "{shown} / {all}";
    customers_add: "Add a customer", "添加客户";
    customers_new: "New customer", "新客户";
    customers_name: "Customer", "客户";
    customers_sector: "Industry", "行业";
    customers_location: "Place", "所在地";
    customers_employees: "Employees", "员工数";
    customers_phone: "Phone", "电话";
    customers_website: "Web site", "网站";
    customers_parent_unknown: "No customer has this name. Choose one that is there, or leave it empty.", "没有叫这个名称的客户。请选择已有客户，或留空。";
    customers_none: "No customer has this in its name. Try fewer letters.", "没有符合的客户，试试更短的词。";
    customers_empty: "No customers yet. They come with an import, or add the first one.", "还没有客户。可以随文件导入，或先添加一个。";
    catalog_on_board: "Leads on the board", "在看板中查看线索";
    catalog_open: "Open", "进行中";
    catalog_won: "Won", "已赢单";
    catalog_rate: "Win rate", "赢率";
    catalog_so_many(n: u64): "{n} leads", "{n} 条";
    catalog_not_a_count: "Enter a whole number.", "请填写整数。";
    products_search: "Search products", "搜索产品";
    products_add: "Add a product", "添加产品";
    products_new: "New product", "新产品";
    products_name: "Product", "产品";
    products_series: "Family", "系列";
    products_price: "List price", "标价";
    products_none: "No product has this in its name. Try fewer letters.", "没有符合的产品，试试更短的词。";
    products_empty: "No products yet. They come with an import, or add the first one.", "还没有产品。可以随文件导入，或先添加一个。";
}

impl Lang {
    /// So many leads; nothing for none.
    pub fn catalog_leads(self, n: u64) -> String {
        match (self, n) {
            (_, 0) => String::new(),
            (Lang::En, 1) => "1 lead".to_owned(),
            (_, n) => self.catalog_so_many(n),
        }
    }
}
