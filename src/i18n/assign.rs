//! Handing out leads: the page, the rules, and why.

use super::{Lang, texts};
use crate::domain::ability::Ability;
use crate::domain::assignment::rules::Factor;
use crate::domain::people::Level;

texts! {
    assign_title: "Assign leads", "分配线索";
    assign_rules: "Rules of assignment", "分配规则";
    assign_pool_free: "Nobody's", "未分配";
    assign_pool_open: "All open", "全部进行中";
    assign_pool_of(name: &str): "{name}'s", "{name}的";
    assign_pool: "Which leads", "分配范围";
    assign_nothing: "No lead here waits for somebody.", "这里没有需要分配的线索。";
    assign_nobody: "Nobody can take a lead today. Add people, or look at who is away.", "今天没有人可以接线索，请添加成员或查看缺勤。";
    assign_working: "Weighing every lead against every person …", "正在比较每条线索与每个人……";
    assign_stopped: "Stopped. No lead was assigned.", "已停止，没有分配任何线索。";
    assign_again: "Propose again", "重新生成建议";
    assign_accept(count: &str): "Assign {count} leads", "分配 {count} 条线索";
    assign_accept_one: "Assign 1 lead", "分配 1 条线索";
    assign_left(leads: &str): "No place for {leads}: capacities and rules leave nobody to take them.", "{leads}无人可接：受人数上限或规则限制。";
    assign_lead: "Lead", "线索";
    assign_to: "To", "分配给";
    assign_stays: "Nobody", "无人";
    assign_stays_with(name: &str): "Stays with {name}", "仍归{name}";
    assign_about(amount: &str): "≈ {amount}", "约 {amount}";
    assign_estimated(count: &str): "{count} leads have no amount: the list prices of their products stand in.", "{count} 条线索没有金额，按其产品的标价估算。";
    assign_beyond(count: &str): "{count} above the limit", "超出上限 {count} 条";
    assign_beyond_who(name: &str, count: &str): "{name} by {count}", "{name}超出 {count} 条";
    assign_beyond_all(who: &str): "Above their own limit with what was chosen by hand: {who}.", "手动指定后超出个人上限：{who}。";
    assign_from: "From", "现负责人";
    assign_hands(all: &str, moved: &str): "Of these {all} leads {moved} change hands; the others stay where they are.", "共 {all} 条线索，其中 {moved} 条更换负责人，其余不变。";
    assign_hands_one(all: &str): "Of these {all} leads 1 changes hands; the others stay where they are.", "共 {all} 条线索，其中 1 条更换负责人，其余不变。";
    assign_hands_all(all: &str): "All of these leads change hands: {all}.", "共 {all} 条线索，全部更换负责人。";
    assign_hands_none(all: &str): "None of these leads changes hands: {all} stay where they are.", "共 {all} 条线索，均不更换负责人。";
    assign_only_moved: "Only those that change hands", "仅显示更换负责人的线索";
    assign_by_hand: "chosen by hand", "手动指定";
    assign_books: "Expected value of open leads, before and after", "各人进行中线索的期望金额：分配前后";
    assign_person: "Person", "成员";
    assign_leads: "Leads", "线索";
    assign_before: "Now", "现在";
    assign_after: "After", "分配后";
    assign_change: "Change", "变化";
    assign_places(count: &str): "{count} free", "余 {count} 个名额";
    assign_tasks(count: &str): "+{count} tasks", "+{count} 项任务";
    assign_even(before: &str, after: &str): "Books lie {before} from their average now, and {after} after.", "各人金额与平均值的差距：现在平均 {before}，分配后 {after}。";
    assign_even_same(share: &str): "Books lie {share} from their average, now and after.", "各人金额与平均值的差距：平均 {share}，分配前后相同。";
    assign_even_after(share: &str): "Books will lie {share} from their average.", "分配后各人金额与平均值的差距：平均 {share}。";
    handover_book(name: &str, leads: &str, worth: &str, customers: &str): "{name} has {leads} open, worth {worth}. Customers: {customers}.", "{name}有 {leads}进行中，金额 {worth}，涉及 {customers} 个客户。";
    handover_worth(sums: &str, converted: &str): "{sums} ({converted})", "{sums}（{converted}）";
    handover_no_leads(name: &str): "{name} has no open leads.", "{name}没有进行中的线索。";
    handover_nothing(name: &str): "Nothing waits for {name}.", "没有需要{name}移交的事项。";
    handover_besides(parts: &str): "Also waiting: {parts}.", "另有待交接：{parts}。";
    handover_plans(count: &str): "planned activities {count}", "计划活动 {count} 项";
    handover_actions(count: &str): "actions from meetings {count}", "会议待办 {count} 项";
    handover_requests(count: &str): "requests to others {count}", "跨部门事项 {count} 项";
    handover_all(name: &str): "All of it goes to others. Closed leads stay with {name}.", "全部移交给他人，已关闭的线索仍归{name}。";
    handover_stays(name: &str, leads: &str, tasks: &str): "With {name} stay: {leads}, tasks: {tasks}. Closed leads stay, too.", "仍归{name}：{leads}，{tasks} 项任务，以及已关闭的线索。";
    handover_stays_tasks(name: &str, tasks: &str): "Tasks that stay with {name}: {tasks}.", "仍归{name}：{tasks} 项任务。";
    handover_tasks_to(who: &str): "Tasks go to {who}.", "任务移交给{who}。";
    handover_tasks_of(name: &str, count: &str): "{name} ({count})", "{name}（{count}）";
    handover_act(what: &str): "Hand over {what}", "移交 {what}";
    handover_tasks(tasks: &str): "tasks: {tasks}", "{tasks} 项任务";
    handover_rest: "Who takes what is about none of these leads", "与这些线索无关的事项交给";
    handover_rest_most: "Whoever gets most leads", "接收线索最多的人";
    handover_rest_choose: "Choose a person", "请选择人员";
    handover_by_hand: "To be decided by hand", "需要另行决定";
    handover_rhythms(count: &str): "Customers whose rhythm asks for a word, with closed leads alone: {count}. Plan the word for somebody.", "按跟进周期应联系、但只有已关闭线索的客户：{count} 个。请为他人安排跟进。";
    handover_objectives(name: &str, count: &str): "Objectives that {name} answers for: {count}.", "由{name}负责的战略目标：{count} 个。";
    assign_why: "Who should have it", "应该由谁跟进";
    assign_give(name: &str): "Give it to {name}", "交给{name}";
    assign_as_proposed: "As proposed", "按建议";
    assign_has(points: &str, full: &str): "Proposed: {points} of {full} points.", "建议人选：{points} 分（满分 {full} 分）。";
    assign_has_ahead(name: &str, factor: &str, own: &str, other: &str): "Ahead of {name} most by {factor}: {own} against {other}.", "比{name}高，主要在{factor}：{own} 对 {other}。";
    assign_has_even(name: &str): "{name} has as many.", "{name}同分。";
    assign_has_behind(name: &str, points: &str): "{name} has {points}, but is worth more with other leads.", "{name}为 {points} 分，但更适合其他线索。";
    assign_has_room(name: &str, points: &str): "{name} has {points}, but no free place.", "{name}为 {points} 分，但没有剩余名额。";
    assign_find: "Find a lead", "查找线索";
    assign_only(name: &str): "{name}: list only these leads", "{name}：只列出其线索";
    assign_everybody: "List the leads of everybody", "列出所有人的线索";
    assign_given(day: &str, why: &str): "Given on {day}. {why}", "{day}分配。{why}";
    assign_given_by_hand: "Chosen by hand in place of the proposal.", "由主管手动指定，未按建议。";
    assign_given_picked: "Picked in a draft.", "轮流选线索时选取。";
    assign_somebody_gone: "somebody who has left", "已离开的成员";
    assign_has_alone: "The rules allow nobody else.", "按规则没有其他人可以接。";
    assign_foreign(count: &str): "{count} leads have an amount in a currency without a rate in the settings: they count as of unknown value.", "{count} 条线索的币种在设置中没有汇率，按金额未知处理。";
    assign_except_turns: "An exception here would turn it.", "此处破例就会改变。";
    assign_except_ties: "With an exception it would be as good.", "此处破例时总体同样好。";
    assign_except_lacks(points: &str): "Even with an exception it takes at least {points} points more.", "即使破例，也至少要再高 {points} 分才会改变。";
    assign_except_leaves: "With an exception another lead would be left with nobody.", "若破例，另一条线索将无人可接。";
    assign_except_full: "With an exception there would still be no free place.", "即使破例也没有剩余名额。";
    assign_hands_over: "Hands these leads over.", "正在移交这些线索。";
    assign_not_in_team: "Is not in the team today.", "今天不在团队中。";
    assign_leaves(day: &str): "Leaves the team on {day}; nothing new in the last 30 days.", "{day}离开团队，离开前 30 天不再分配新线索。";
    assign_away(day: &str): "Is away until {day}.", "缺勤至{day}。";
    assign_no_skill: "Does not know this product, and the rules ask for that.", "不熟悉该产品，而规则要求熟悉。";
    assign_no_language: "Does not speak this language, and the rules ask for that.", "不会该语言，而规则要求会。";
    assign_no_territory: "Does not sell in this place, and the rules ask for that.", "不负责该地区，而规则要求负责。";
    assign_full: "Has no free place.", "没有剩余名额。";
    assign_fair_share: "Has a fair share already; a limit of their own would make room.", "已达到均衡数量；在成员资料中填写上限可以增加名额。";
    assign_leaves_one: "Another lead would be left with nobody.", "这样会使另一条线索无人可接。";
    assign_tie: "As good for the whole: others would change places, and no points would be lost.", "总体同样好：其他线索相应调整，总分不变。";
    assign_gap(factor: &str, own: &str, other: &str, full: &str): "{factor}: {own} against {other} of {full} points.", "{factor}：{own} 对 {other} 分（满分 {full} 分）。";
    assign_points_of(points: &str, full: &str): "{points} of {full}", "{points} / {full} 分";
    assign_scale(full: &str, half: &str): "Points go from 0 to {full}: the mean of five parts of 0 to {full} each, weighted by the rules. {half} means that nothing is known.", "分数为 0 至 {full} 分，由五项得分（每项 0 至 {full} 分）按规则中的权重平均；资料未知的项记 {half} 分。";
    assign_parts: "What the points are made of", "分数构成";
    assign_part_off(points: &str): "{points}, does not count", "{points}，不计入";
    assign_part_times(points: &str, weight: &str): "{points}, counts {weight} times", "{points}，权重 {weight} 倍";
    assign_won(won: &str, closed: &str): "Won {won} of {closed} deals.", "已关闭 {closed} 单，赢 {won} 单。";
    assign_won_none: "No deal closed yet.", "还没有已关闭的单。";
    assign_won_with(won: &str, closed: &str, product: &str): "Won {won} of {closed} deals with {product}.", "“{product}”已关闭 {closed} 单，赢 {won} 单。";
    assign_won_none_with(product: &str): "No deal with {product} closed yet.", "“{product}”还没有已关闭的单。";
    assign_record_counts(rate: &str, team: &str): "Counts as {rate}, against {team} of the team.", "按 {rate} 计算，团队为 {team}。";
    assign_record_few(rate: &str, team: &str): "Too few to say: counts as {rate}, near the usual rate, against {team} of the team.", "样本太少：按接近一般水平的 {rate} 计算，团队为 {team}。";
    assign_gap_elsewhere: "Fits as well, but is worth more with other leads.", "同样匹配，但更适合其他线索。";
    assign_gap_taken: "The places went to leads that are worth more there.", "名额给了更适合的线索。";
    assign_turn(points: &str): "At least {points} points more would turn it.", "至少再高 {points} 分才会改变。";
    assign_place_turns: "One more place would turn it, the points staying as they are.", "分数不变时，多一个名额就会改变。";
    assign_place_ties: "With one more place it would be as good.", "多一个名额时，总体同样好。";
    assign_place_lacks(points: &str): "Even with one more place it takes at least {points} points more.", "即使多一个名额，也至少要再高 {points} 分才会改变。";
    assign_place_saves: "One more place would go to a lead that has nobody.", "多出的名额会先给无人可接的线索。";
    assign_or_room: "So would one more place, the points staying as they are.", "分数不变时，多一个名额也会改变。";
    assign_factor_skill: "Product knowledge", "产品熟悉度";
    assign_factor_experience: "Experience for value and complexity", "经验与难度匹配";
    assign_factor_record: "Past win rate", "以往赢率";
    assign_factor_load: "Free room", "空闲程度";
    assign_factor_balance: "Fair share of value", "金额均衡";
    assign_needs_skill: "Only who knows the product", "只分给熟悉该产品的人";
    assign_needs_language: "Only who speaks the language", "只分给会该语言的人";
    assign_needs_territory: "Only who sells in the customer's place", "只分给负责客户所在地的人";
    assign_moves(moved: &str, left: &str): "Moved by these changes: {moved}. Without a place: {left}.", "规则修改后换人：{moved}；无人可接：{left}。";
    assign_stuck_anybody(leads: &str): "{leads} can go to nobody: nobody can take leads today.", "{leads}无人可接：今天没有人可以接线索。";
    assign_stuck_skill(leads: &str, asked: &str): "{leads} can go to nobody: nobody knows {asked}.", "{leads}无人可接：没有人熟悉“{asked}”。";
    assign_stuck_language(leads: &str, asked: &str): "{leads} can go to nobody: nobody speaks {asked}.", "{leads}无人可接：没有人会“{asked}”。";
    assign_stuck_territory(leads: &str, asked: &str): "{leads} can go to nobody: nobody sells in {asked}.", "{leads}无人可接：没有人负责“{asked}”。";
    assign_stuck_all(leads: &str): "{leads} can go to nobody: nobody meets every rule at once.", "{leads}无人可接：没有人同时满足全部规则。";
    assign_stuck_more(leads: &str): "{leads} more can go to nobody for other reasons.", "另有{leads}因其他原因无人可接。";
    assign_rules_hard: "Must", "必须满足";
    assign_rules_soft: "Counts", "权重";
    assign_rules_note: "The proposal follows every change at once. Where nothing is known of a person, a rule does not exclude.", "建议会随修改立即更新。成员资料未填写时，规则不排除。";
    assign_off: "Not", "不计";
    assign_usual: "Usual", "一般";
    assign_strong: "Strongly", "重要";
    assign_hand_over: "Hand over", "移交工作";
    person_level: "Experience", "经验";
    person_level_newcomer: "Newcomer", "新人";
    person_level_experienced: "Experienced", "有经验";
    person_level_senior: "Senior", "资深";
    person_capacity: "Open leads at most", "最多同时跟进";
    person_capacity_hint: "Empty: a fair share.", "留空则按均衡数量分配。";
    person_skills: "Knows products", "熟悉的产品";
    person_languages: "Speaks", "语言";
    person_territories: "Sells in", "负责地区";
    person_word_unknown(word: &str): "No product or family is called “{word}”. It is kept as a skill, but no lead asks for it.", "没有叫“{word}”的产品或系列：会作为技能保留，但不参与线索匹配。";
    person_word_meant(word: &str, meant: &str): "No product or family is called “{word}”. Did you mean {meant}?", "没有叫“{word}”的产品或系列，是否指“{meant}”？";
    person_word_new(word: &str, meant: &str): "“{word}” is not used so far. Did you mean {meant}?", "“{word}”尚未使用过，是否指“{meant}”？";
    person_word_take(meant: &str): "Make it {meant}", "改为“{meant}”";
    abilities_title: "Who knows what", "成员能力";
    abilities_which: "Of what", "类别";
    abilities_note: "Rules of assignment look at these. Where somebody has no tick at all, nothing is known of them, and no rule excludes them.", "分配规则以此为准。一项都未勾选的成员视为资料未填写，规则不排除。";
    abilities_nobody: "Nobody is in the team. Add people first.", "团队中还没有成员，请先添加。";
    abilities_none: "Nothing to tick yet. Add a word below.", "还没有可勾选的项目，请在下方添加。";
    abilities_add: "Another word", "添加一项";
    abilities_add_act: "Add a column", "添加一列";
    abilities_everybody(word: &str): "Everybody: {word}", "全选：{word}";
    abilities_nobody_of(word: &str): "Nobody: {word}", "全不选：{word}";
    abilities_tick(name: &str, word: &str): "{name}: {word}", "{name}：{word}";
    abilities_changed(count: &str): "People changed: {count}", "已修改 {count} 人";
    person_list_hint: "Separated by commas.", "用逗号分隔。";
}

impl Lang {
    /// How much a person has seen.
    pub const fn level(self, level: Level) -> &'static str {
        match level {
            Level::Newcomer => self.person_level_newcomer(),
            Level::Experienced => self.person_level_experienced(),
            Level::Senior => self.person_level_senior(),
        }
    }

    /// A kind of what somebody is asked for.
    pub const fn ability(self, ability: Ability) -> &'static str {
        match ability {
            Ability::Products => self.person_skills(),
            Ability::Languages => self.person_languages(),
            Ability::Territories => self.person_territories(),
        }
    }

    /// What a fit is made of.
    pub const fn factor(self, factor: Factor) -> &'static str {
        match factor {
            Factor::Skill => self.assign_factor_skill(),
            Factor::Experience => self.assign_factor_experience(),
            Factor::Record => self.assign_factor_record(),
            Factor::Load => self.assign_factor_load(),
            Factor::Balance => self.assign_factor_balance(),
        }
    }
}
