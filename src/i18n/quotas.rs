//! Words of the quota grid: its cells, what is done to them and why it cannot be.

use super::texts;

texts! {
    quotas_title: "Quota grid", "目标分解表";
    quotas_locks: "Locked quotas", "已锁定的目标";
    quotas_caption(year: &str, currency: &str): "Quotas of {year}, in {currency}", "{year}目标，单位：{currency}";
    quotas_who: "Who", "团队与成员";
    quotas_hint: "Arrows move, typing changes a cell, Enter goes down, Tab goes right, Delete sets it to zero, Space locks it.", "方向键移动，直接输入可修改，回车向下，Tab 向右，Delete 清零，空格锁定。";
    quotas_year_before: "The year before", "上一年";
    quotas_year_after: "The year after", "下一年";
    quotas_to_goals: "Goals", "目标进度";
    quotas_fold_people(team: &str): "People of {team}", "{team}的成员";
    quotas_fold_months(quarter: &str): "Months of {quarter}", "{quarter}的各月";
    quotas_locked: "locked", "已锁定";
    quotas_growth(rate: &str): "{rate} on last year", "较上年 {rate}";
    quotas_cell(who: &str, period: &str): "{who}, {period}", "{who} · {period}";
    quotas_change: "Change", "修改";
    quotas_lock: "Lock", "锁定";
    quotas_unlock: "Unlock", "解锁";
    quotas_respread: "Spread anew", "重新分摊";
    quotas_paste: "Paste", "粘贴";
    quotas_grow: "From last year", "按上年推算";
    quotas_rest: "The others", "其余目标";
    quotas_rest_stays: "stay", "不变";
    quotas_rest_makes_up: "make up for it", "相应调整";
    quotas_empty: "Nothing is planned for this year yet. Choose the company’s year, type its amount, and it is spread over everyone and every month; or begin with what was won last year.", "本年尚未设定目标。选中全公司全年一格并输入金额，即会分摊到每人每月；也可按上年赢单额推算。";
    quotas_no_people: "Quotas belong to people. Add people to the team first.", "目标要落实到人，请先添加团队成员。";
    quotas_to_team: "Go to the team", "前往团队";
    quotas_moved(cells: &str): "{cells} amounts moved, the company’s year is unchanged.", "{cells} 个月度目标有变动，全公司全年不变。";
    quotas_moved_by(cells: &str, by: &str, total: &str): "{cells} amounts moved, the company’s year by {by} to {total}.", "{cells} 个月度目标有变动，全公司全年变动 {by}，合计 {total}。";
    quotas_amount_of(cell: &str): "Amount of {cell}", "{cell}的金额";

    quotas_way_equal: "Equal shares", "平均分摊";
    quotas_way_last_year: "As won last year", "按上年赢单额";
    quotas_way_season: "By season", "按季节规律";
    quotas_way_working_days: "By working days", "按工作日";
    quotas_way_presence: "Less where somebody is away", "按缺勤与离职调整";
    quotas_way_ramp: "Joiners grow into it", "新人逐步爬坡";
    quotas_way_capacity: "By capacity", "按可跟进数量";
    quotas_about_equal: "Everyone and every month the same.", "每人每月相同。";
    quotas_about_last_year: "Each person and month as it was won a year before.", "按每人每月上年的赢单额分摊。";
    quotas_about_season: "Months as up to three past years went; each person keeps the share.", "各月按过去至多三年的赢单规律分摊，每人份额不变。";
    quotas_about_working_days: "By the working days on which each person is there, holidays and absences left out.", "按每人实际在岗的工作日分摊，不计节假日与缺勤。";
    quotas_about_presence: "As it stands, less in months in which somebody is away, has left or has not begun; the others take it over.", "在现有目标上，缺勤、离职或未入职的月份相应减少，由其他人承担。";
    quotas_about_ramp: "Everyone the same, but joiners carry 25, 50 and 75 percent in their first three months.", "每人相同，新人前三个月为 25%、50%、75%。";
    quotas_about_capacity: "By how many leads each person can work on.", "按每人可跟进的线索数量分摊。";
    quotas_respread_title(cell: &str): "Spread {cell} anew", "重新分摊{cell}";
    quotas_respread_apply: "Spread", "分摊";
    quotas_way: "How", "方式";
    quotas_preview(cells: &str, people: usize): "{cells} amounts of {people} people change. The total stays.", "涉及 {people} 人的 {cells} 个月度目标，合计不变。";
    quotas_preview_total(cells: &str, people: usize, total: &str): "{cells} amounts of {people} people change. The company’s year becomes {total}.", "涉及 {people} 人的 {cells} 个月度目标，全公司全年为 {total}。";
    quotas_preview_none: "Nothing would change.", "不会有任何变化。";
    quotas_preview_biggest(cell: &str, from: &str, to: &str): "The biggest change: {cell}, from {from} to {to}.", "变动最大：{cell}，由 {from} 变为 {to}。";
    quotas_grow_title(year: &str): "Plan {year} from what was won the year before", "按上年赢单额推算{year}目标";
    quotas_grow_apply: "Plan the year", "设定全年目标";
    quotas_paste_title(cell: &str): "Paste at {cell}", "粘贴到{cell}";
    quotas_paste_field: "Cells from a spreadsheet", "电子表格中的单元格";
    quotas_paste_hint: "Copy them there and paste them here. The first goes to the chosen cell, the others beside and below it.", "在电子表格中复制，粘贴到此处。第一格对应选中的格，其余依次向右向下。";
    quotas_paste_apply: "Take them over", "填入";
    quotas_paste_taken(count: usize): "Taken over: {count}.", "可填入 {count} 个。";
    quotas_paste_none: "There is no amount among them.", "其中没有金额。";
    quotas_paste_beyond(count: usize): "Beyond the rows and columns shown: {count}.", "超出所显示的行列：{count} 个。";
    quotas_paste_no_amount(cell: &str, text: &str): "{cell}: “{text}” is not an amount.", "{cell}：“{text}”不是金额。";
    quotas_paste_sum(cell: &str, sum: &str): "{cell}: is the sum of its parts, {sum}.", "{cell}：以下级合计 {sum} 为准。";
    quotas_paste_more(count: usize): "And {count} more.", "另有 {count} 个。";

    quota_nobody(cell: &str): "Nobody is in {cell}. Add people to it first.", "{cell}没有成员，请先添加。";
    quota_negative(cell: &str): "{cell} cannot be below zero. Enter zero or more.", "{cell}不能小于零，请填写零或更大的数。";
    quota_too_large(cell: &str, most: &str): "{cell} cannot be more than {most}. Enter less.", "{cell}不能超过 {most}，请填写更小的数。";
    quota_is_locked(cell: &str, amount: &str): "{cell} is locked at {amount}. Unlock it first.", "{cell}已锁定为 {amount}，请先解锁。";
    quota_locked_exceed(cell: &str, sum: &str): "Locked parts of {cell} are already {sum}. Unlock one of them, or enter at least {sum}.", "{cell}中已锁定的部分合计 {sum}。请解锁其中一部分，或填写不少于 {sum} 的金额。";
    quota_leaves(around: &str, left: &str, cell: &str): "{around} stays what it is and leaves at most {left} for {cell}. Enter no more, unlock a part, or let the others stay.", "{around}保持不变，{cell}最多为 {left}。请填写不超过该数的金额，或解锁一部分，或选择其余目标不变。";
    quota_in_the_way(other: &str, cell: &str): "{other} could not keep its amount if {cell} changed so. Unlock it, or choose another amount.", "{cell}这样修改，{other}就无法保持不变。请将其解锁，或换一个金额。";
    quota_no_history: "Nothing was won in the year before, so there is nothing to go by. Choose another way.", "上年没有赢单，无从推算，请换一种方式。";
    quota_no_season: "Nothing was won in the three years before, so there is no season to go by. Choose another way.", "过去三年没有赢单，看不出季节规律，请换一种方式。";
    quota_no_days: "Nobody in this cell has a working day in it. Choose another way.", "所选范围内没有人在岗，请换一种方式。";
    quota_no_capacity: "Nobody’s capacity is entered. Enter it in the team, or choose another way.", "还没有填写成员的可跟进数量。请先在团队中填写，或换一种方式。";
    quota_other_currency(code: &str): "This year is planned in {code}. Enter the amount in {code}.", "本年目标以 {code} 计，请填写 {code} 金额。";

    did_quota_set(cell: &str, amount: &str, people: &str): "{cell} set to {amount}, people re-spread: {people}", "{cell}设为 {amount}，重新分摊 {people} 人";
    did_quota_set_made_up(cell: &str, amount: &str, people: &str): "{cell} set to {amount}, others make up for it, people re-spread: {people}", "{cell}设为 {amount}，其余相应调整，重新分摊 {people} 人";
    did_quota_locked(cell: &str): "Locked {cell}", "锁定{cell}";
    did_quota_unlocked(cell: &str): "Unlocked {cell}", "解锁{cell}";
    did_quota_respread(cell: &str, way: &str, people: &str): "{cell} spread anew, {way}, people: {people}", "{cell}重新分摊（{way}），涉及 {people} 人";
    did_quotas_grown(year: &str, rate: &str): "Planned {year} from the year before, {rate}", "按上年推算{year}目标，{rate}";
    did_quotas_edited(count: &str, year: &str): "Changed {count} cells of the quota grid of {year}", "修改{year}目标分解表中的 {count} 格";
}
