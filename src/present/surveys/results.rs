//! What was answered: a figure with its interval for every scale, counts for every answer, and the
//! words.

use crate::domain::apply::lead_heading;
use crate::domain::calendar::Day;
use crate::domain::id::{LeadId, SurveyId, SurveyReplyId};
use crate::domain::survey::score::{Scale, Score, Tally};
use crate::domain::survey::{Answer, Question, QuestionKind, Survey, SurveyReply, replies_to};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// The figure of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreView {
    /// What it is the figure of.
    pub name: &'static str,
    /// The figure; none where there are too few answers for one.
    pub figure: Option<String>,
    /// Its interval and over how many answers, or that there are too few.
    pub note: String,
    /// How both come about.
    pub how: &'static str,
}

/// How often an answer was given.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerRow {
    /// The answer.
    pub answer: String,
    /// How often.
    pub count: String,
    /// Its share of all answers, 0 to 1.
    pub share: f64,
}

/// A question with what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Its place from 0.
    pub place: usize,
    /// What is asked.
    pub words: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The figure; none for choices and words, and before the first answer.
    pub score: Option<ScoreView>,
    /// How often each answer was given, from the highest; empty for words.
    pub answers: Vec<AnswerRow>,
    /// What was said, with who said it, the latest first; of words alone.
    pub said: Vec<(String, String)>,
}

/// One reply in a few lines.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyLine {
    /// The reply.
    pub id: SurveyReplyId,
    /// Who answered.
    pub who: String,
    /// The day, and whether somebody talked about it.
    pub note: String,
    /// What was said, question by question.
    pub said: Vec<String>,
    /// Whether an answer is bad.
    pub bad: bool,
    /// Whether somebody talked about it.
    pub settled: bool,
    /// The deal it is about with its name, if that is there.
    pub deal: Option<(LeadId, String)>,
}

/// A survey in full.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// The survey.
    pub survey: Survey,
    /// How often it was answered.
    pub count: usize,
    /// Each question with its answers.
    pub questions: Vec<QuestionView>,
    /// The replies, the latest first.
    pub replies: Vec<ReplyLine>,
    /// How many earlier ones are not shown.
    pub more: usize,
}

/// How many single replies are shown at first, and how many more at a time.
pub const SHOWN: usize = 50;

/// A survey in full, with so many single replies; `None` once it is gone.
pub fn results(
    workspace: &Workspace,
    lang: Lang,
    id: SurveyId,
    today: Day,
    shown: usize,
) -> Option<ResultView> {
    let survey = workspace.surveys.get(id)?;
    let replies = replies_to(workspace, id);
    let question = |(place, question): (usize, &Question)| {
        question_view(workspace, lang, place, question, &replies, shown)
    };
    let line = |(id, reply): &(SurveyReplyId, &SurveyReply)| {
        reply_line(workspace, lang, today, survey, (*id, reply))
    };
    Some(ResultView {
        survey: survey.clone(),
        count: replies.len(),
        questions: survey.questions.iter().enumerate().map(question).collect(),
        replies: replies.iter().take(shown).map(line).collect(),
        more: replies.len().saturating_sub(shown),
    })
}

/// One reply to a survey; none where it is none of the survey's, or gone.
pub fn single(
    workspace: &Workspace,
    lang: Lang,
    id: SurveyId,
    reply: SurveyReplyId,
    today: Day,
) -> Option<ReplyLine> {
    let survey = workspace.surveys.get(id)?;
    let said = workspace.survey_replies.get(reply).filter(|it| it.survey == Some(id))?;
    Some(reply_line(workspace, lang, today, survey, (reply, said)))
}

fn reply_line(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    survey: &Survey,
    (id, reply): (SurveyReplyId, &SurveyReply),
) -> ReplyLine {
    let day = |it| format::day_near(lang, it, today);
    let mut note: Vec<String> = reply.on.map(day).into_iter().collect();
    let heard = reply.settled.is_none() && reply.is_settled(workspace, id);
    note.extend(reply.settled.map(|it| lang.survey_settled(&day(it))));
    note.extend(heard.then(|| lang.survey_heard().to_owned()));
    let pairs = survey.questions.iter().zip(&reply.answers);
    let said = pairs.filter(|(_, answer)| **answer != Answer::Skipped);
    let deal = reply.lead.and_then(|it| Some((it, workspace.leads.get(it)?)));
    ReplyLine {
        id,
        who: who(workspace, lang, reply),
        note: note.join(" · "),
        said: said.map(|(question, it)| answer_words(lang, question, it)).collect(),
        bad: !reply.bad_answers(survey).is_empty(),
        settled: reply.is_settled(workspace, id),
        deal: deal.map(|(id, lead)| (id, lead_heading(workspace, lead))),
    }
}

/// The figure of a survey's first scale with its name; none while there are too few answers.
pub(super) fn headline(
    workspace: &Workspace,
    lang: Lang,
    id: SurveyId,
    survey: &Survey,
) -> Option<String> {
    let place = survey.questions.iter().position(|it| it.scale().is_some())?;
    let scale = survey.questions[place].scale()?;
    let score = tally(scale, place, replies_to(workspace, id).iter().map(|(_, it)| *it)).score()?;
    score.is_settled(scale).then(|| figure(lang, scale, score.value))
}

/// Who answered: the customer, or that nobody was named.
pub(super) fn who(workspace: &Workspace, lang: Lang, reply: &SurveyReply) -> String {
    let customer = workspace.customers.find(reply.customer_in(workspace));
    customer.map_or_else(|| lang.survey_anonymous().to_owned(), |it| it.name.clone())
}

/// The answers of some replies to one question, added up.
pub(super) fn tally<'a>(
    scale: Scale,
    place: usize,
    replies: impl Iterator<Item = &'a SurveyReply>,
) -> Tally {
    let mut tally = Tally::new(scale);
    for reply in replies {
        if let Some(Answer::Number(step)) = reply.answers.get(place) {
            // What is off the scale was written by another version and is not counted.
            let _ = tally.add(*step);
        }
    }
    tally
}

/// A figure in the unit of its scale.
pub(super) fn figure(lang: Lang, scale: Scale, value: f64) -> String {
    match scale {
        Scale::Nps => format::decimal(lang, value, 0),
        Scale::Csat | Scale::YesNo => format::percent(lang, value.round() as i64 * 10),
        Scale::Ces | Scale::Rating => format::decimal(lang, value, 1),
    }
}

/// A figure and how sure it is.
fn score_view(lang: Lang, scale: Scale, score: Score) -> ScoreView {
    let words = |value| figure(lang, scale, value);
    let answers = format::count(lang, score.answers);
    let settled = score.is_settled(scale);
    let between = lang.survey_between(&words(score.low), &words(score.high), &answers);
    ScoreView {
        name: lang.score_name(scale),
        figure: settled.then(|| words(score.value)),
        note: if settled { between } else { lang.survey_too_few(&answers) },
        how: lang.score_how(scale),
    }
}

/// An answer in words.
pub(super) fn answer_words(lang: Lang, question: &Question, answer: &Answer) -> String {
    match (question.kind, answer) {
        (_, Answer::Skipped) => "–".to_owned(),
        (_, Answer::Words(words)) => words.clone(),
        (QuestionKind::Scale(Scale::YesNo), Answer::Number(0)) => lang.answer_no().to_owned(),
        (QuestionKind::Scale(Scale::YesNo), Answer::Number(_)) => lang.answer_yes().to_owned(),
        (QuestionKind::Scale(scale), Answer::Number(step)) => {
            format!("{step}/{}", scale.ends().1)
        }
        (_, Answer::Number(place)) => {
            let option = usize::try_from(*place).ok().and_then(|it| question.options.get(it));
            option.map(|it| lang.survey_said(it)).unwrap_or_default()
        }
    }
}

fn question_view(
    workspace: &Workspace,
    lang: Lang,
    place: usize,
    question: &Question,
    replies: &[(SurveyReplyId, &SurveyReply)],
    shown: usize,
) -> QuestionView {
    let all = || replies.iter().map(|(_, it)| *it);
    let score = question.scale().map(|scale| (scale, tally(scale, place, all())));
    let rows = |counts: Vec<(String, u64)>| {
        let sum: u64 = counts.iter().map(|it| it.1).sum();
        let row = |(answer, count): (String, u64)| AnswerRow {
            answer,
            count: format::count(lang, count),
            share: if sum == 0 { 0.0 } else { count as f64 / sum as f64 },
        };
        counts.into_iter().map(row).collect::<Vec<_>>()
    };
    let answers = match (&score, question.kind) {
        (Some((_, tally)), _) => {
            let words = |it| answer_words(lang, question, &Answer::Number(it));
            let mut counts: Vec<_> =
                tally.by_answer().map(|(answer, count)| (words(answer), count)).collect();
            counts.reverse();
            rows(counts)
        }
        (None, QuestionKind::Choice) => {
            let chosen = |nth: usize| {
                let is =
                    |it: &&SurveyReply| it.answers.get(place) == Some(&Answer::Number(nth as i64));
                all().filter(is).count() as u64
            };
            let options = question.options.iter().enumerate();
            rows(options.map(|(nth, option)| (lang.survey_said(option), chosen(nth))).collect())
        }
        (None, _) => Vec::new(),
    };
    let said = all().filter_map(|reply| match reply.answers.get(place) {
        Some(Answer::Words(words)) if !words.trim().is_empty() => {
            Some((words.clone(), who(workspace, lang, reply)))
        }
        _ => None,
    });
    QuestionView {
        place,
        words: lang.question_words(question),
        kind: question.kind,
        score: score.and_then(|(scale, it)| it.score().map(|it| score_view(lang, scale, it))),
        answers,
        said: said.take(shown).collect(),
    }
}
