//! The voice of the customer: what is asked, what is answered, and what it adds up to.
//!
//! A survey that has been answered keeps its questions, so that an answer always means what was
//! asked. A reply lies in one record with an answer for each question, in their order.

pub mod interval;
mod question;
pub mod score;
mod usual;

pub use question::{Answer, Question, QuestionKind};
pub use usual::UsualText;

use super::arrange;
use super::calendar::Day;
use super::id::{CustomerId, LeadId, MeetingPointId, SurveyId, SurveyReplyId};
use super::value::{Field, Value};
use super::workspace::Workspace;

record! {
    /// Questions that are asked together.
    pub struct Survey(SurveyId) {
        /// Its name, for those who ask; that of a template is kept as [`UsualText`].
        name: String,
        /// Whom it asks.
        audience: Audience,
        /// What is asked, in this order.
        questions: Vec<Question>,
        /// Whether it is asked no more.
        closed: bool,
    }
}

record! {
    /// What one customer answered.
    pub struct SurveyReply(SurveyReplyId) {
        /// To which survey.
        survey: Option<SurveyId>,
        /// The day.
        on: Option<Day>,
        /// Who answered; where it is about a deal, that deal's customer.
        customer: Option<CustomerId>,
        /// The deal it is about.
        lead: Option<LeadId>,
        /// An answer for each question.
        answers: Vec<Answer>,
        /// The day on which somebody talked with them about a bad answer.
        settled: Option<Day>,
    }
}

/// Whom a survey asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Customers, about how they were served.
    #[default]
    Customers,
    /// Anybody in a market, about the market.
    Market,
}

impl Audience {
    /// Both audiences.
    pub const ALL: [Audience; 2] = [Audience::Customers, Audience::Market];

    /// The name in the journal.
    pub const fn as_str(self) -> &'static str {
        match self {
            Audience::Customers => "customers",
            Audience::Market => "market",
        }
    }
}

impl Field for Audience {
    fn to_value(&self) -> Value {
        match self {
            Audience::Customers => Value::Null,
            Audience::Market => Value::text(self.as_str()),
        }
    }

    fn from_value(value: &Value) -> Option<Audience> {
        let name = value.as_text()?;
        Audience::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

impl SurveyReply {
    /// The customer: that of its deal, where it is about one.
    pub fn customer_in(&self, workspace: &Workspace) -> Option<CustomerId> {
        workspace.leads.find(self.lead).and_then(|it| it.customer).or(self.customer)
    }

    /// Whether somebody has talked about it, with the customer or in a meeting.
    pub fn is_settled(&self, workspace: &Workspace, id: SurveyReplyId) -> bool {
        let issue = workspace.meeting_points.get(SurveyReply::issue_of(id));
        self.settled.is_some() || issue.is_some_and(|it| it.closed.is_some())
    }

    /// The id of what the next meeting hears of a reply with a bad answer.
    pub fn issue_of(reply: SurveyReplyId) -> MeetingPointId {
        MeetingPointId::of_key(&format!("survey/{reply}"))
    }

    /// The places of the questions that were answered badly.
    pub fn bad_answers(&self, survey: &Survey) -> Vec<usize> {
        let bad = |(place, (question, answer)): (usize, (&Question, &Answer))| {
            question.is_bad(answer).then_some(place)
        };
        survey.questions.iter().zip(&self.answers).enumerate().filter_map(bad).collect()
    }
}

/// Replies to a survey, the latest first.
pub fn replies_to(workspace: &Workspace, survey: SurveyId) -> Vec<(SurveyReplyId, &SurveyReply)> {
    let own = workspace.survey_replies.iter().filter(|(_, it)| it.survey == Some(survey));
    let mut replies: Vec<_> = own.collect();
    arrange::by_key(&mut replies, |(id, it)| (std::cmp::Reverse(it.on), *id));
    replies
}

/// The reply that an issue of a meeting tells of; none where it tells of something else.
pub fn reply_behind(
    workspace: &Workspace,
    issue: MeetingPointId,
) -> Option<(SurveyReplyId, &SurveyReply)> {
    workspace.survey_replies.iter().find(|(id, _)| SurveyReply::issue_of(*id) == issue)
}

/// Replies with a bad answer that nobody has talked about yet, with the customer or in a meeting,
/// the earliest first.
pub fn unsettled(workspace: &Workspace) -> Vec<(SurveyReplyId, &SurveyReply)> {
    let is_open = |id, reply: &SurveyReply| {
        let survey = workspace.surveys.find(reply.survey);
        !reply.is_settled(workspace, id)
            && survey.is_some_and(|it| !reply.bad_answers(it).is_empty())
    };
    let open = workspace.survey_replies.iter().filter(|(id, it)| is_open(*id, it));
    let mut open: Vec<_> = open.collect();
    arrange::by_key(&mut open, |(id, it)| (it.on, *id));
    open
}
