//! The draft: people take turns at picking leads.

use super::texts;

texts! {
    draft_title: "Draft", "轮流选线索";
    draft_turns: "Turns of drafts", "选线索的轮次";
    draft_intro: "The team picks leads in turns, forth and back through the order. Nothing changes hands until you finish.", "成员按顺序轮流选线索，下一轮顺序反转。点“完成”之前，负责人都不会变。";
    draft_open: "Draft in turns", "轮流选";
    draft_to_assign: "Assign leads", "分配线索";
    draft_people: "Who takes part, in the order of the first round", "参与成员（第一轮顺序）";
    draft_weakest: "Weakest book first", "金额少的先选";
    draft_by_name: "By name", "按姓名";
    draft_seconds: "Time a turn", "每次限时";
    draft_seconds_of(seconds: &str): "{seconds} s", "{seconds} 秒";
    draft_seconds_none: "No limit", "不限时";
    draft_begin: "Begin the draft", "开始选线索";
    draft_places(places: &str): "free places: {places}", "剩余名额 {places}";
    draft_last: "The last draft", "上次选线索";
    draft_last_sum(day: &str, leads: &str): "{day}: {leads} picked.", "{day}：共选 {leads}。";

    draft_on_turn: "On turn", "轮到";
    draft_round(round: &str, turn: &str): "Round {round}, turn {turn}", "第 {round} 轮，第 {turn} 手";
    draft_next: "Then", "接下来";
    draft_passed_full(name: &str): "{name} is passed over: no free place.", "跳过{name}：没有剩余名额。";
    draft_passed_rules(name: &str): "{name} is passed over: the rules allow none of the leads that are left.", "跳过{name}：规则不允许其跟进剩下的任何线索。";
    draft_passed_why(name: &str, why: &str): "{name} is passed over. {why}", "跳过{name}：{why}";
    draft_time_left: "left", "剩余";
    draft_time_over: "over", "超时";
    draft_paused: "paused", "已暂停";
    draft_pause: "Pause", "暂停";
    draft_resume: "Go on", "继续";
    draft_time_up: "Time is up. Nothing is taken by itself.", "时间到，系统不会自动选。";
    draft_best(lead: &str, points: &str): "Fits best: {lead}, {points} points.", "最匹配：{lead}，{points} 分。";
    draft_take_best: "Take the best fit", "选最匹配的";
    draft_pass: "Pass", "不选";
    draft_back: "Back one turn", "退回一手";
    draft_pick: "Pick", "选";
    draft_pick_of(lead: &str): "Pick {lead}", "选{lead}";
    draft_why_not: "Not possible", "不可选";
    draft_why_not_of(lead: &str): "Why {lead} is not possible", "为什么不能选{lead}";
    draft_left(leads: &str): "{leads} left", "还剩 {leads}";
    draft_search: "Find among the leads that are left", "在剩余线索中查找";
    draft_found_none: "None of the leads that are left matches.", "剩余线索中没有匹配项。";
    draft_points(points: &str): "{points} points", "{points} 分";

    draft_books: "Expected value of open leads, with what was picked", "含已选线索的期望金额";
    draft_afresh: "All open leads are dealt afresh; what is not picked stays with whom it is.", "全部进行中线索重新选，未选的仍归原负责人。";
    draft_room: "Free places", "剩余名额";
    draft_book: "Expected", "期望金额";
    draft_picked: "Picked", "已选";
    draft_even(share: &str, before: &str, name: &str, least: &str): "Books lie {share} from fair shares, {before} before the draft; {name} has the least, {least} of a fair share.", "各人金额与均衡份额相差 {share}（开始前 {before}）；{name}最少，为其均衡份额的 {least}。";
    draft_even_now(share: &str, name: &str, least: &str): "Books lie {share} from fair shares; {name} has the least, {least} of a fair share.", "各人金额与均衡份额相差 {share}；{name}最少，为其均衡份额的 {least}。";
    draft_of_share(share: &str): "{share} of a fair share", "均衡份额的 {share}";
    draft_fair_how: "A fair share is the expected value of all these books × own places ÷ all places. Places: open leads shared out evenly, nobody above their own limit. How far books lie from fair shares: all distances ÷ all books.", "均衡份额 = 全部期望金额 × 本人名额 ÷ 总名额。名额：将进行中线索平均分配，不超过个人上限。相差比例 = 各人差额合计 ÷ 全部期望金额。";
    draft_even_none: "Nobody's open leads have a known value yet.", "目前各人进行中的线索都没有可计算的金额。";

    draft_over: "Nobody can pick any more.", "没有人可以继续选了。";
    draft_over_no_leads: "All leads are picked.", "线索已全部选完。";
    draft_over_reasons: "The leads that are left can go to nobody who takes part.", "剩下的线索，参与的人都不能接。";
    draft_finish: "Finish", "完成";
    draft_finish_question: "Finish the draft?", "完成选线索？";
    draft_finish_preview(leads: &str, people: &str): "Changing hands: {leads}. People who get some: {people}. One undo takes all of it back.", "{leads}将更换负责人，涉及 {people} 人。可一步撤销。";
    draft_finish_kept(leads: &str): "Picked by who has them already: {leads}.", "由原负责人选中：{leads}，负责人不变。";
    draft_finish_left(leads: &str): "Not picked: {leads}. Nothing changes for them.", "未选：{leads}，保持不变。";
    draft_finish_void(leads: &str): "Picked, but deleted, closed or taken elsewhere meanwhile: {leads}.", "已选但期间被删除、关闭或分走：{leads}。";
    draft_finish_beyond(people: &str): "With what nobody picked, these have more than they can take: {people}.", "加上未选的线索，以下成员将超过上限：{people}。";
    draft_finish_of(name: &str, leads: &str, limit: &str): "{name} ({leads} of {limit})", "{name}（{leads}/{limit}）";
    draft_finish_do(leads: &str): "Hand over {leads}", "确认分配 {leads}";
    draft_drop: "Drop the draft", "放弃";
    draft_drop_question: "Drop the draft?", "放弃本次选线索？";
    draft_drop_preview(leads: &str): "Picks that are dropped: {leads}. Every lead stays with whom it is now.", "放弃已选的 {leads}，所有线索的负责人保持不变。";

    did_draft_begun(people: &str): "Began a draft with {people} people", "{people} 人开始选线索";
    did_draft_begun_alone: "Began a draft with 1 person", "1 人开始选线索";
    did_draft_picked(name: &str, person: &str): "{person} picked {name}", "{person}选了{name}";
    did_draft_passed(person: &str): "{person} passed", "{person}不选";
    did_draft_back(person: &str): "Took back the turn of {person}", "退回{person}的一手";
    did_draft_finished(leads: &str, people: &str): "Finished the draft, leads: {leads}, people: {people}", "完成选线索：{leads} 条，{people} 人";
    did_draft_dropped(count: &str): "Dropped the draft, picks: {count}", "放弃选线索，已选 {count} 条";
    draft_is_running: "A draft is underway already. Finish or drop it first.", "已有一场选线索正在进行，请先完成或放弃。";
    draft_is_gone: "This draft has ended. Begin a new one.", "这场选线索已结束，请重新开始。";
    draft_without_people: "Nobody takes part. Tick at least one person who can take leads today.", "还没有人参与，请至少勾选一位今天可以接线索的成员。";
    draft_without_leads: "No lead here waits for somebody. Choose other leads.", "这里没有可选的线索，请换一个范围。";
    draft_nobody_free: "Nobody who takes part can take any of these leads. Look at free places, absences and rules.", "参与的人都不能接这些线索，请查看名额、缺勤和分配规则。";
    draft_turn_over: "This turn is over already. Look whose turn it is now.", "这一手已经结束，请看现在轮到谁。";
    draft_lead_taken: "This lead is picked already. Pick another.", "这条线索已被选走，请另选一条。";
    draft_forbidden(name: &str): "A rule keeps {name} from this lead. Pick another.", "规则不允许{name}跟进这条线索，请另选一条。";
    draft_at_start: "No turn has been taken yet.", "还没有人选过。";
}
