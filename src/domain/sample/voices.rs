//! What was said in the sample: a survey of customers with its answers, points of one-to-ones,
//! feedback, praise, and a figure that is coached.

use super::{Words, person_id};
use crate::domain::aim::{Aim, AimFigure};
use crate::domain::calendar::Day;
use crate::domain::feedback::Feedback;
use crate::domain::id::*;
use crate::domain::import::Batch;
use crate::domain::lead::Lead;
use crate::domain::survey::score::Scale;
use crate::domain::survey::{Answer, Question, QuestionKind, Survey, SurveyReply};
use crate::domain::talk::{PointKind, Talk, TalkPoint};
use crate::domain::thanks::Praise;

/// How satisfied customers are, again and again.
const STEPS: [i64; 12] = [5, 4, 5, 3, 5, 4, 4, 5, 2, 4, 5, 4];
/// Every so many customers say why.
const WHY_EVERY: usize = 5;
/// How many of the latest bad answers nobody has talked about.
const WAITING: usize = 1;

/// Puts all of it into a batch that holds the leads that were won.
pub(super) fn add(batch: &mut Batch, words: &Words, won: &[(LeadId, Lead)], today: Day) {
    batch.surveys = vec![(survey_id(), survey(words))];
    batch.survey_replies = replies(words, won, today);
    batch.talks = vec![(TalkId::of_key("sample/talk/0"), talk(today))];
    batch.talk_points = points(words, today);
    batch.feedbacks = feedbacks(words, today);
    batch.praises = praises(words, today);
    batch.aims = vec![(AimId::of_key("sample/aim/0"), aim(words, today))];
}

fn survey(words: &Words) -> Survey {
    let [name, why, ..] = words.survey;
    let why = Question { kind: QuestionKind::Words, text: why.to_owned(), options: Vec::new() };
    let questions = vec![Question::usual(Scale::Csat), why];
    Survey { name: name.to_owned(), questions, ..Survey::default() }
}

/// One answer for each deal that was won, a few days after it; the earliest first.
fn replies(words: &Words, won: &[(LeadId, Lead)], today: Day) -> Vec<(SurveyReplyId, SurveyReply)> {
    let told: Vec<_> =
        won.iter().filter_map(|(id, it)| Some((*id, it.customer, it.closes?))).collect();
    let reply = |(nth, (lead, customer, closed)): (usize, &(LeadId, Option<CustomerId>, Day))| {
        let step = STEPS[nth % STEPS.len()];
        let why = match nth % WHY_EVERY == 0 || step < 3 {
            true => Answer::Words(words.survey[if step < 3 { 3 } else { 2 }].to_owned()),
            false => Answer::Skipped,
        };
        let on = closed.plus(5).min(today);
        let reply = SurveyReply {
            survey: Some(survey_id()),
            on: Some(on),
            customer: *customer,
            lead: Some(*lead),
            answers: vec![Answer::Number(step), why],
            settled: (step < 3).then(|| on.plus(2).min(today)),
        };
        (SurveyReplyId::of_key(&format!("sample/reply/{nth}")), reply)
    };
    let mut replies: Vec<_> = told.iter().enumerate().map(reply).collect();
    let bad = replies.iter_mut().rev().filter(|(_, it)| it.settled.is_some());
    bad.take(WAITING).for_each(|(_, it)| it.settled = None);
    replies
}

/// With the second person, two weeks ago.
fn talk(today: Day) -> Talk {
    let person = Some(person_id(1));
    Talk { person, on: Some(today.minus(14)), next: Some(today.plus(1)) }
}

/// Two points for both, an action, and a note of the manager's own.
fn points(words: &Words, today: Day) -> Vec<(TalkPointId, TalkPoint)> {
    let kinds = [PointKind::Shared, PointKind::Shared, PointKind::Action, PointKind::Private];
    let point = |(nth, kind): (usize, PointKind)| {
        let point = TalkPoint {
            person: Some(person_id(1)),
            kind,
            text: words.points[nth].to_owned(),
            by_manager: kind == PointKind::Action,
            raised: Some(today.minus(if nth == 0 { 30 } else { 14 })),
            due: (kind == PointKind::Action).then(|| today.plus(2)),
            done: None,
            carried: i64::from(nth == 0),
            place: i64::try_from(nth).ok(),
        };
        (TalkPointId::of_key(&format!("sample/point/{nth}")), point)
    };
    kinds.into_iter().enumerate().map(point).collect()
}

/// To the first people in turn: situation, behaviour, impact, value.
fn feedbacks(words: &Words, today: Day) -> Vec<(FeedbackId, Feedback)> {
    let one = |nth: usize| {
        let [situation, behaviour, impact, value] = words.feedback[nth].map(str::to_owned);
        let feedback = Feedback {
            person: Some(person_id(1 + nth / 2)),
            on: Some(today.minus(9 + 23 * nth as u64)),
            constructive: nth % 2 == 1,
            situation,
            behaviour,
            impact,
            value,
        };
        (FeedbackId::of_key(&format!("sample/feedback/{nth}")), feedback)
    };
    (0..words.feedback.len()).map(one).collect()
}

/// On the wall: from a colleague, from the manager, to two at once.
fn praises(words: &Words, today: Day) -> Vec<(PraiseId, Praise)> {
    let told: [(Option<usize>, &[usize], u64); 3] =
        [(Some(2), &[1], 3), (None, &[6], 12), (Some(9), &[5, 10], 33)];
    let one = |(nth, (from, to, days)): (usize, (Option<usize>, &[usize], u64))| {
        let [text, value] = words.praise[nth].map(str::to_owned);
        let praise = Praise {
            from: from.map(person_id),
            to: to.iter().map(|it| person_id(*it)).collect(),
            on: Some(today.minus(days)),
            value,
            text,
            fact: String::new(),
        };
        (PraiseId::of_key(&format!("sample/praise/{nth}")), praise)
    };
    told.into_iter().enumerate().map(one).collect()
}

fn aim(words: &Words, today: Day) -> Aim {
    let [text, help] = words.drill.map(str::to_owned);
    Aim {
        person: Some(person_id(1)),
        figure: Some(AimFigure::Visits),
        text,
        help,
        begun: Some(today.minus(20)),
        due: Some(today.plus(7)),
        ..Aim::default()
    }
}

pub(super) fn survey_id() -> SurveyId {
    SurveyId::of_key("sample/survey")
}
