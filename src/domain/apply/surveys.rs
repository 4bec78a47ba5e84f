//! The rules of surveys and of what customers answer.

use super::{Context, check_name};
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::id::{SurveyId, SurveyReplyId};
use crate::domain::label::Label;
use crate::domain::meeting::{MeetingPoint, Source, next_place};
use crate::domain::rejection::Rejection;
use crate::domain::survey::{Answer, Question, QuestionKind, Survey, SurveyReply, replies_to};
use crate::domain::workspace::Workspace;

pub(super) fn save(
    workspace: &Workspace,
    id: SurveyId,
    survey: &Survey,
) -> Result<Changes, Rejection> {
    check_name(&workspace.surveys, id, &survey.name, |it| &it.name)?;
    let questions: Vec<Question> = survey.questions.iter().map(without_empty_options).collect();
    if questions.is_empty() {
        return Err(Rejection::SurveyWithoutQuestions);
    }
    if let Some(place) = questions.iter().position(|it| !is_complete(it)) {
        return Err(Rejection::QuestionIncomplete(place + 1));
    }
    let asked = workspace.surveys.get(id).map(|it| &it.questions);
    let replies = replies_to(workspace, id).len();
    if replies != 0 && asked.is_some_and(|it| *it != questions) {
        return Err(Rejection::SurveyAnswered(replies));
    }
    let name = survey.name.trim().to_owned();
    let mut changes = Changes::new(label("saved", &name));
    changes.put(workspace, id, &Survey { name, questions, ..survey.clone() });
    Ok(changes)
}

/// Options are written a line each, and a line that is empty is none.
fn without_empty_options(question: &Question) -> Question {
    let options = question.options.iter().filter(|it| !it.trim().is_empty()).cloned().collect();
    Question { options, ..question.clone() }
}

fn is_complete(question: &Question) -> bool {
    let Question { kind, text, options } = question;
    let mut chosen: Vec<&str> = options.iter().map(|it| it.trim()).collect();
    let whole = chosen.len();
    chosen.sort_unstable();
    chosen.dedup();
    let has_options = 2 <= whole && chosen.len() == whole;
    (kind.has_usual_words() || !text.trim().is_empty())
        && (*kind != QuestionKind::Choice || has_options)
}

pub(super) fn delete(workspace: &Workspace, id: SurveyId) -> Result<Changes, Rejection> {
    let survey = workspace.surveys.get(id).ok_or(Rejection::SurveyGone)?;
    let mut changes = Changes::new(label("deleted", &survey.name));
    for (reply, _) in replies_to(workspace, id) {
        changes.remove::<SurveyReply>(workspace, reply);
        drop_issue(workspace, reply, &mut changes);
    }
    changes.remove::<Survey>(workspace, id);
    Ok(changes)
}

pub(super) fn reply(
    workspace: &Workspace,
    id: SurveyReplyId,
    reply: &SurveyReply,
    issue: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let survey = workspace.surveys.find(reply.survey).filter(|it| !it.closed);
    let survey = survey.ok_or(Rejection::SurveyGone)?;
    let fit = survey.questions.len() == reply.answers.len();
    let fits = |(question, answer): (&Question, &Answer)| question.takes(answer);
    if !fit || !survey.questions.iter().zip(&reply.answers).all(fits) {
        return Err(Rejection::SurveyGone);
    }
    let said = |answer: &Answer| match answer {
        Answer::Skipped => false,
        Answer::Number(_) => true,
        Answer::Words(words) => !words.trim().is_empty(),
    };
    if !reply.answers.iter().any(said) {
        return Err(Rejection::ReplyEmpty);
    }
    let taken = SurveyReply {
        on: Some(ctx.today),
        customer: reply.customer_in(workspace).filter(|it| workspace.customers.has(*it)),
        lead: reply.lead.filter(|it| workspace.leads.has(*it)),
        settled: None,
        ..reply.clone()
    };
    let mut changes = Changes::new(label("answered", &survey.name));
    changes.put(workspace, id, &taken);
    if !taken.bad_answers(survey).is_empty() && !issue.trim().is_empty() {
        let page = reply.survey.map(|it| Source::Page(format!("surveys/{it}")));
        let place = Some(next_place(workspace));
        let point = MeetingPoint { place, ..MeetingPoint::issue(issue.trim(), page) };
        changes.put(workspace, SurveyReply::issue_of(id), &point);
    }
    Ok(changes)
}

/// Says that somebody has talked with a customer about a bad answer, or that nobody has.
pub(super) fn settle(
    workspace: &Workspace,
    id: SurveyReplyId,
    talked: bool,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let reply = workspace.survey_replies.get(id).ok_or(Rejection::ReplyGone)?;
    let name = workspace.customers.find(reply.customer_in(workspace)).map(|it| it.name.clone());
    let deed = if talked { "settled" } else { "reopened" };
    let mut changes = Changes::new(label(deed, &name.unwrap_or_default()));
    let settled = talked.then_some(ctx.today);
    changes.put(workspace, id, &SurveyReply { settled, ..reply.clone() });
    let issue = SurveyReply::issue_of(id);
    if let Some(known) = workspace.meeting_points.get(issue) {
        // What was settled here is no issue of a meeting any more.
        let closed = settled.map(|day| day.days_since(Day::EPOCH).saturating_mul(86_400_000));
        let point = MeetingPoint { closed, closed_on: settled, ..known.clone() };
        changes.put(workspace, issue, &point);
    }
    Ok(changes)
}

pub(super) fn delete_reply(workspace: &Workspace, id: SurveyReplyId) -> Result<Changes, Rejection> {
    let reply = workspace.survey_replies.get(id).ok_or(Rejection::ReplyGone)?;
    let survey = workspace.surveys.find(reply.survey).map_or("", |it| &it.name);
    let mut changes = Changes::new(label("reply-deleted", survey));
    changes.remove::<SurveyReply>(workspace, id);
    drop_issue(workspace, id, &mut changes);
    Ok(changes)
}

/// What no reply says any more is no issue of the next meeting; one that was settled stays as it was
/// told.
fn drop_issue(workspace: &Workspace, reply: SurveyReplyId, changes: &mut Changes) {
    let issue = SurveyReply::issue_of(reply);
    if workspace.meeting_points.get(issue).is_some_and(MeetingPoint::is_open) {
        changes.remove::<MeetingPoint>(workspace, issue);
    }
}

fn label(deed: &str, name: &str) -> Label {
    Label::PeopleChanged("survey".to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::{CustomerId, LeadId};
    use crate::domain::lead::Lead;
    use crate::domain::survey::score::Scale;
    use crate::domain::survey::unsettled;

    const ASKED: SurveyId = SurveyId::drawn(1);
    const FIRST: SurveyReplyId = SurveyReplyId::drawn(1);

    fn ctx() -> Context {
        Context { today: day("2026-11-25") }
    }

    fn survey() -> Survey {
        let why = Question { kind: QuestionKind::Words, ..Question::usual(Scale::Csat) };
        let why = Question { text: "Why?".to_owned(), ..why };
        let questions = vec![Question::usual(Scale::Csat), why];
        Survey { name: "Delivery".to_owned(), questions, ..Survey::default() }
    }

    fn board() -> Workspace {
        let mut workspace = Workspace::default();
        put(&mut workspace, ASKED, &survey());
        put(&mut workspace, CustomerId::drawn(1), &Customer::default());
        let lead = Lead { customer: Some(CustomerId::drawn(1)), ..Lead::default() };
        put(&mut workspace, LeadId::drawn(1), &lead);
        workspace
    }

    fn said(answers: Vec<Answer>) -> SurveyReply {
        let lead = Some(LeadId::drawn(1));
        SurveyReply { survey: Some(ASKED), lead, answers, ..SurveyReply::default() }
    }

    #[track_caller]
    fn check_reply(answers: Vec<Answer>, expect: Result<(), Rejection>) {
        let done = reply(&board(), FIRST, &said(answers), "", &ctx());
        assert_eq!(done.map(drop), expect);
    }

    #[test]
    fn a_reply_has_an_answer_for_each_question() {
        check_reply(vec![Answer::Number(5), Answer::Words("Good".to_owned())], Ok(()));
        check_reply(vec![Answer::Number(5), Answer::Skipped], Ok(()));
        check_reply(vec![Answer::Number(5)], Err(Rejection::SurveyGone));
        check_reply(vec![Answer::Number(6), Answer::Skipped], Err(Rejection::SurveyGone));
        let nothing = vec![Answer::Skipped, Answer::Words(" ".to_owned())];
        check_reply(nothing, Err(Rejection::ReplyEmpty));
    }

    #[test]
    fn a_bad_answer_waits_for_a_talk() {
        let mut workspace = board();
        let bad = said(vec![Answer::Number(1), Answer::Skipped]);
        let good = said(vec![Answer::Number(4), Answer::Skipped]);
        for (id, it) in [(1, bad), (2, good)] {
            let id = SurveyReplyId::drawn(id);
            let changes = reply(&workspace, id, &it, "Not satisfied", &ctx()).expect("taken");
            take(&mut workspace, &changes);
        }
        let waiting = unsettled(&workspace);
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0].1.customer, Some(CustomerId::drawn(1)), "that of the deal");
        let heard: Vec<&str> =
            workspace.meeting_points.values().map(|it| it.text.as_str()).collect();
        assert_eq!(heard, ["Not satisfied"], "what the next meeting hears");
        let changes = settle(&workspace, FIRST, true, &ctx()).expect("settled");
        take(&mut workspace, &changes);
        assert_eq!(unsettled(&workspace), []);
    }

    #[test]
    fn what_the_meeting_settled_is_settled() {
        let mut workspace = board();
        let bad = said(vec![Answer::Number(1), Answer::Skipped]);
        let changes = reply(&workspace, FIRST, &bad, "Not satisfied", &ctx()).expect("taken");
        take(&mut workspace, &changes);
        let issue = SurveyReply::issue_of(FIRST);
        let known = workspace.meeting_points.get(issue).expect("an issue").clone();
        put(&mut workspace, issue, &MeetingPoint { closed: Some(1), ..known });
        assert_eq!(unsettled(&workspace), []);
    }

    #[test]
    fn what_was_answered_keeps_its_questions() {
        let mut workspace = board();
        let answered = said(vec![Answer::Number(1), Answer::Skipped]);
        put(&mut workspace, FIRST, &answered);
        let fewer = Survey { questions: vec![Question::usual(Scale::Nps)], ..survey() };
        assert_eq!(save(&workspace, ASKED, &fewer), Err(Rejection::SurveyAnswered(1)));
        let renamed = Survey { name: "Service".to_owned(), closed: true, ..survey() };
        assert!(save(&workspace, ASKED, &renamed).is_ok());
    }

    #[track_caller]
    fn check_question(question: Question, expect: Result<(), Rejection>) {
        let questions = vec![Question::usual(Scale::Csat), question];
        let asked = Survey { questions, ..survey() };
        assert_eq!(save(&board(), ASKED, &asked).map(drop), expect);
    }

    #[test]
    fn a_question_is_complete() {
        let of = |kind, text: &str, options: &[&str]| Question {
            kind,
            text: text.to_owned(),
            options: options.iter().map(|it| (*it).to_owned()).collect(),
        };
        let incomplete = Err(Rejection::QuestionIncomplete(2));
        check_question(of(QuestionKind::Words, " ", &[]), incomplete.clone());
        check_question(of(QuestionKind::Choice, "Which?", &["A"]), incomplete.clone());
        check_question(of(QuestionKind::Choice, "Which?", &["A", "A "]), incomplete);
        check_question(
            of(QuestionKind::Choice, "Which?", &["A", " "]),
            Err(Rejection::QuestionIncomplete(2)),
        );
        check_question(of(QuestionKind::Choice, "Which?", &["A", "B"]), Ok(()));
    }

    #[test]
    fn an_empty_line_is_no_option() {
        let lines = ["A", "", "B", " "].map(str::to_owned).to_vec();
        let text = "Which?".to_owned();
        let questions = vec![Question { kind: QuestionKind::Choice, text, options: lines }];
        let mut workspace = board();
        let saved = save(&workspace, ASKED, &Survey { questions, ..survey() }).expect("saved");
        take(&mut workspace, &saved);
        let options = |it: &Survey| it.questions[0].options.clone();
        assert_eq!(
            workspace.surveys.get(ASKED).map(options),
            Some(vec!["A".to_owned(), "B".to_owned()])
        );
    }
}
