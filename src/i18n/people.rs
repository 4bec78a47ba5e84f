//! Words of one-to-ones, feedback, reviews, coaching and the pulse that other areas use too.

use super::texts;

texts! {
    noun_survey: "Survey", "客户调查";
    noun_reply: "Survey answers", "调查回复";
    noun_talk: "One-to-one", "一对一沟通";
    noun_talk_points: "Points of one-to-ones", "一对一要点";
    noun_feedback: "Feedback", "反馈";
    noun_review: "Review", "绩效评估";
    did_reviews_begun(count: &str): "Reviews begun: {count}", "开启 {count} 份绩效评估";
    noun_coaching: "Coaching", "辅导";
    noun_plan: "Improvement plan", "改进计划";
    noun_pulse: "Team pulse", "团队状态";
    noun_praise: "Praise", "表扬";
    noun_contest: "Contest", "竞赛";
    noun_values: "Values of the team", "团队价值观";
    did_people_changed(what: &str, name: &str): "{what}: {name}", "{what}：{name}";
    did_people_corrected(what: &str, name: &str): "Corrected: {what}, {name}", "更正：{what}，{name}";
    did_people_deleted(what: &str, name: &str): "Deleted: {what}, {name}", "删除：{what}，{name}";

    survey_gone: "This survey is closed or has changed. Open it again.", "该调查已停用或已修改，请重新打开。";
    survey_without_questions: "Add at least one question.", "请至少添加一个问题。";
    question_incomplete(place: &str): "Question {place} is incomplete: it needs its words, and a choice at least two different options.", "第 {place} 题不完整：请填写问题；单选题至少要有两个不同的选项。";
    survey_answered(count: &str): "This survey has been answered ({count}), so its questions stay as they are. Copy it to ask something else.", "该调查已有 {count} 份回复，问题不能再改。如需改动，请另建一份。";
    reply_empty: "Answer at least one question.", "请至少回答一个问题。";
    reply_gone: "These answers have been deleted already.", "这份回复已被删除。";
    point_empty: "Write what it is about.", "请填写内容。";
    point_gone: "This point has been deleted already.", "该要点已被删除。";
    feedback_incomplete: "Write all three: the situation, what the person did, and what came of it.", "请填写三项：情境、行为和影响。";
    feedback_gone: "This feedback has been deleted already.", "这条反馈已被删除。";
    review_gone: "This review has been deleted already.", "该评估已被删除。";
    review_sealed: "Both sides are done, so neither can be changed. Write what you agreed on instead.", "双方都已提交，不能再改。请填写共同约定。";
    review_unfinished: "One side is not done yet. Both come first.", "还有一方未提交，请双方都提交后再公开。";
    reviews_none: "Nobody of them gets a review of these days. Look who is left out and why, or choose other days.", "所选范围内无人可开启该期间的评估。请查看未纳入人员及原因，或另选日期。";
    review_not_shared: "Talk about it and show it to both first. Then it can be closed.", "请先面谈并向双方公开，再关闭评估。";
    review_closed_already: "This review is closed. Open it again to change what was agreed.", "该评估已关闭。如需修改共同约定，请先重新打开。";
    opinion_incomplete: "Give each of the five a mark from 1 to 5.", "请为五项各打 1 到 5 分。";
    aim_incomplete: "Choose a figure, write what is done about it, and enter both days.", "请选择指标，填写做法，并填写开始和结束日期。";
    aim_gone: "This has been deleted already.", "该项已被删除。";
    pulse_too_few: "Too few took part: their answers would tell who said what. Nothing was kept.", "参与人数太少，结果会暴露个人答案，因此未保存。";
}
