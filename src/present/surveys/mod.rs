//! Surveys as pages show them: the list, the templates, the questions as they are asked, and what
//! was answered with how sure it is.

mod compared;
mod results;

pub use compared::{CompareBy, ComparedRow, compared};
pub use results::{
    AnswerRow, QuestionView, ReplyLine, ResultView, SHOWN, ScoreView, results, single,
};

use crate::domain::activity::LastActivities;
use crate::domain::apply::{lead_about, lead_heading};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, LeadId, SurveyId, SurveyReplyId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::survey::score::Scale;
use crate::domain::survey::{
    Answer, Audience, Question, QuestionKind, Survey, SurveyReply, UsualText, replies_to, unsettled,
};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// The tables that surveys are read from.
pub const TABLES: [Table; 9] = [
    Table::Surveys,
    Table::SurveyReplies,
    Table::Customers,
    Table::Leads,
    Table::Products,
    Table::People,
    Table::Stages,
    Table::Settings,
    Table::MeetingPoints,
];

/// A survey in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyLine {
    /// The survey.
    pub id: SurveyId,
    /// Its name.
    pub name: String,
    /// Whom it asks, and how often it was answered.
    pub note: String,
    /// The figure of its first scale; empty while there are too few answers.
    pub figure: String,
}

/// A bad answer that nobody has talked about yet.
#[derive(Clone, Debug, PartialEq)]
pub struct BadLine {
    /// The reply.
    pub id: SurveyReplyId,
    /// The survey.
    pub survey: SurveyId,
    /// Who answered.
    pub who: String,
    /// What was asked and what was said.
    pub said: String,
    /// The survey and the day.
    pub note: String,
}

/// All surveys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurveysView {
    /// Those that are asked, then those that are closed; by name.
    pub surveys: Vec<SurveyLine>,
    /// Bad answers, the earliest first.
    pub bad: Vec<BadLine>,
}

/// All surveys as they stand.
pub fn surveys_view(workspace: &Workspace, lang: Lang, today: Day) -> SurveysView {
    let mut all: Vec<(SurveyId, &Survey)> = workspace.surveys.iter().collect();
    let name = |survey: &Survey| lang.survey_said(&survey.name);
    arrange::by_cached_key(&mut all, |(id, it)| (it.closed, NameOrder::of(&name(it)), *id));
    let line = |(id, survey): (SurveyId, &Survey)| {
        let count = replies_to(workspace, id).len() as u64;
        let count = lang.surveys_replies_count(&format::count(lang, count));
        let mut note = vec![lang.audience(survey.audience).to_owned(), count];
        note.extend(survey.closed.then(|| lang.survey_closed().to_owned()));
        let figure = results::headline(workspace, lang, id, survey).unwrap_or_default();
        SurveyLine { id, name: name(survey), note: note.join(" · "), figure }
    };
    let surveys = all.into_iter().map(line).collect();
    SurveysView { surveys, bad: bad_lines(workspace, lang, today) }
}

/// Bad answers that nobody has talked about yet, in words: what the next meeting should hear.
pub fn bad_lines(workspace: &Workspace, lang: Lang, today: Day) -> Vec<BadLine> {
    let line = |(id, reply)| {
        let reply: &SurveyReply = reply;
        let survey = workspace.surveys.find(reply.survey)?;
        let day = reply.on.map(|it| format::day_near(lang, it, today)).unwrap_or_default();
        Some(BadLine {
            id,
            survey: reply.survey?,
            who: results::who(workspace, lang, reply),
            said: said_badly(lang, survey, reply),
            note: [lang.survey_said(&survey.name), day].join(" · "),
        })
    };
    unsettled(workspace).into_iter().filter_map(line).collect()
}

/// So many letters of a customer's own words stand beside a bad answer.
const TOLD: usize = 140;

/// What was asked and badly answered, with the customer's own words; empty where nothing was bad.
fn said_badly(lang: Lang, survey: &Survey, reply: &SurveyReply) -> String {
    let said = reply.bad_answers(survey).into_iter().map(|place| {
        let question = &survey.questions[place];
        let answer = results::answer_words(lang, question, &reply.answers[place]);
        format!("{} {answer}", lang.question_words(question))
    });
    let mut said: Vec<String> = said.collect();
    if !said.is_empty() {
        said.extend(reply.answers.iter().filter_map(own_words));
    }
    said.join(" · ")
}

/// What a customer wrote, in one line and not too long.
fn own_words(answer: &Answer) -> Option<String> {
    let Answer::Words(words) = answer else { return None };
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let told: String = line.chars().take(TOLD).collect();
    let more = if told.len() < line.len() { "…" } else { "" };
    (!told.is_empty()).then(|| told + more)
}

/// What the next meeting hears of a reply; empty where no answer is bad.
pub fn issue_words(workspace: &Workspace, lang: Lang, reply: &SurveyReply) -> String {
    let survey = workspace.surveys.find(reply.survey);
    let said = survey.map(|it| said_badly(lang, it, reply)).filter(|it| !it.is_empty());
    said.map(|it| [results::who(workspace, lang, reply), it].join(" · ")).unwrap_or_default()
}

/// A survey to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Satisfaction.
    Csat,
    /// Recommendation.
    Nps,
    /// Ease.
    Ces,
    /// Questions of the manager's own.
    Own,
    /// What a market needs.
    Needs,
    /// What it pays and to whom.
    Prices,
}

impl Template {
    /// Every template, those for customers first.
    pub const ALL: [Template; 6] = [
        Template::Csat,
        Template::Nps,
        Template::Ces,
        Template::Own,
        Template::Needs,
        Template::Prices,
    ];

    /// Whom it asks.
    pub const fn audience(self) -> Audience {
        match self {
            Template::Csat | Template::Nps | Template::Ces | Template::Own => Audience::Customers,
            Template::Needs | Template::Prices => Audience::Market,
        }
    }

    /// What it is called.
    pub const fn name(self, lang: Lang) -> &'static str {
        lang.usual_text(self.name_text())
    }

    const fn name_text(self) -> UsualText {
        match self {
            Template::Csat => UsualText::Csat,
            Template::Nps => UsualText::Nps,
            Template::Ces => UsualText::Ces,
            Template::Own => UsualText::Own,
            Template::Needs => UsualText::Needs,
            Template::Prices => UsualText::Prices,
        }
    }

    /// The survey. Its texts are kept by their codes, so that they follow the language until somebody
    /// writes others.
    pub fn survey(self) -> Survey {
        let of = |kind, text: UsualText| Question { kind, text: text.kept(), options: Vec::new() };
        let why = of(QuestionKind::Words, UsualText::Why);
        let rated = |text| of(QuestionKind::Scale(Scale::Rating), text);
        let questions = match self {
            Template::Csat => vec![Question::usual(Scale::Csat), why],
            Template::Nps => vec![Question::usual(Scale::Nps), why],
            Template::Ces => vec![Question::usual(Scale::Ces), why],
            Template::Own => vec![rated(UsualText::OwnQuestion), why],
            Template::Needs => {
                let when = [UsualText::NeedsNow, UsualText::NeedsYear, UsualText::NeedsLater];
                let options = when.map(UsualText::kept).to_vec();
                let when = Question { options, ..of(QuestionKind::Choice, UsualText::NeedsWhen) };
                vec![
                    rated(UsualText::NeedsMatter),
                    when,
                    of(QuestionKind::Words, UsualText::NeedsPain),
                ]
            }
            Template::Prices => {
                let switch = QuestionKind::Scale(Scale::YesNo);
                vec![
                    of(QuestionKind::Words, UsualText::PriceWho),
                    rated(UsualText::PriceFair),
                    of(switch, UsualText::PriceSwitch),
                ]
            }
        };
        let (name, audience) = (self.name_text().kept(), self.audience());
        Survey { name, audience, questions, closed: false }
    }
}

/// So many deals are offered at once; the others are found by name.
const OFFERED: usize = 200;

/// The tables that deals are told from.
pub const DEAL_TABLES: [Table; 6] = [
    Table::Leads,
    Table::Customers,
    Table::Activities,
    Table::Products,
    Table::Stages,
    Table::People,
];

/// Deals that an answer may be about, customer by customer, the latest first, each with what tells it
/// from the customer's others: those whose heading holds what is typed, or else those that something
/// happened to last. The one that is chosen is always among them.
pub fn deals(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    typed: &str,
    chosen: Option<LeadId>,
) -> Vec<(LeadId, String)> {
    let last = LastActivities::by(workspace, today);
    let happened = |id: LeadId, lead: &Lead| {
        let days = [last.of_lead(id), lead.stage_since, lead.created];
        days.into_iter().flatten().filter(|it| *it <= today).max()
    };
    let typed = typed.trim().to_lowercase();
    let named = workspace.leads.iter().filter(|(_, it)| it.customer.is_some());
    let named = named.map(|(id, it)| (id, it, lead_heading(workspace, it)));
    let mut all: Vec<_> = named
        .filter(|(id, _, name)| Some(*id) == chosen || name.to_lowercase().contains(&typed))
        .collect();
    arrange::by_cached_key(&mut all, |(id, it, _)| {
        (Some(*id) != chosen, std::cmp::Reverse(happened(*id, it)), *id)
    });
    all.truncate(OFFERED);
    arrange::by_cached_key(&mut all, |(id, it, name)| {
        (NameOrder::of(name), std::cmp::Reverse(happened(*id, it)), *id)
    });
    let named = |(id, it, heading)| (id, deal_words(workspace, lang, today, it, heading));
    all.into_iter().map(named).collect()
}

/// A deal by its heading, and by what it is about, what is sold, whose it is and how far it came.
fn deal_words(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    lead: &Lead,
    heading: String,
) -> String {
    let product = workspace.products.find(lead.product).map(|it| it.name.clone());
    let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
    let closed = lead.closes.filter(|_| lead.outcome(workspace) != Outcome::Open);
    let stage = workspace.stages.find(lead.stage).map(|it| it.name.clone());
    let day = closed.map(|it| format::day_near(lang, it, today));
    let parts = [Some(heading), Some(lead_about(workspace, lead)), product, owner, stage, day];
    let told: Vec<String> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    told.join(" · ")
}

/// Customers that may answer, by name.
pub fn customers(workspace: &Workspace) -> Vec<(CustomerId, String)> {
    let mut all: Vec<_> =
        workspace.customers.iter().map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut all, |(id, name)| (NameOrder::of(name), *id));
    all
}

#[cfg(test)]
mod tests;
