//! What the records say of the whole period of a review, line by line: goals, deals, commitments,
//! actions, activities, feedback, coaching and thanks, each with its days and the way to its records.

mod paper;

pub use paper::evidence_paper;

use super::aims::{figures, measured_words};
use crate::domain::aim::{Aim, AimFigure, aims_of, behind, measure};
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::feedback::balance;
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, PersonId, ReviewId};
use crate::domain::money::{Money, Sums};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::review::{Due, due_of_meetings, due_of_talks, praise_to};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::board::{converted, converted_text};
use crate::present::format;
use crate::present::goals::words::{signed, whole};
use crate::present::goals::{GoalsView, Phase};
use crate::present::promises::{Commitment, commitments};
use crate::present::team::words::sums;

/// The tables that evidence is read from.
pub const EVIDENCE_TABLES: [Table; 18] = [
    Table::Reviews,
    Table::Rates,
    Table::People,
    Table::Teams,
    Table::Leads,
    Table::Stages,
    Table::Settings,
    Table::Goals,
    Table::QuotaYears,
    Table::Activities,
    Table::Absences,
    Table::TalkPoints,
    Table::MeetingPoints,
    Table::Feedbacks,
    Table::Aims,
    Table::Rounds,
    Table::Promises,
    Table::Praises,
];

/// No more periods with goals than these are told of.
const PERIODS: usize = 8;

/// A figure that its records can be looked at behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceOf {
    /// What was reached of the goal of a period.
    Goal(Period),
    /// Deals that were won.
    Won,
    /// Deals that were lost.
    Lost,
    /// Won among those that closed.
    WinRate,
    /// Words with customers.
    Activities,
}

/// Where the records of a line are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceWay {
    /// Behind the figure itself.
    Records(EvidenceOf),
    /// On the page of promises.
    Promises,
    /// On the page of meetings.
    Meetings,
    /// Among the person's one-to-ones.
    Talks,
    /// Among the feedback to the person.
    Feedback,
    /// Where the person is coached.
    Aims,
    /// On the wall of thanks.
    Thanks,
}

/// What the records say of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceLine {
    /// What it is.
    pub name: String,
    /// Over which days.
    pub period: String,
    /// The figure; a dash where there is none.
    pub value: String,
    /// What is to be said beside it; may be empty.
    pub note: String,
    /// Where its records are; none where there are none.
    pub way: Option<EvidenceWay>,
}

/// What the records say of the period of a review, up to today; nothing once the review is gone.
pub fn evidence_lines(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    review: ReviewId,
) -> Vec<EvidenceLine> {
    let Some(scene) = Scene::new(workspace, lang, today, review) else { return Vec::new() };
    let mut lines = scene.goals();
    lines.extend(scene.deals());
    lines.extend(scene.commitments());
    lines.extend(scene.actions());
    lines.push(scene.activities());
    lines.push(scene.feedback());
    lines.extend(scene.coaching());
    lines.push(scene.thanks());
    lines
}

struct Scene<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    /// The days of the review.
    whole: Span,
    /// Those of them that have come.
    days: Span,
}

impl<'a> Scene<'a> {
    fn new(
        workspace: &'a Workspace,
        lang: Lang,
        today: Day,
        review: ReviewId,
    ) -> Option<Scene<'a>> {
        let review = workspace.reviews.get(review)?;
        let (person, whole) = (review.person?, review.span()?);
        let days = Span { first: whole.first, last: whole.last.min(today) };
        Some(Scene { workspace, lang, today, person, whole, days })
    }

    fn line(&self, name: &str, value: String, way: Option<EvidenceWay>) -> EvidenceLine {
        let (name, period, note) = (name.to_owned(), self.span_words(self.days), String::new());
        EvidenceLine { name, period, value, note, way }
    }

    fn span_words(&self, days: Span) -> String {
        let day = |it| format::day(self.lang, it);
        self.lang.review_days(&day(days.first), &day(days.last))
    }

    fn count(&self, n: u64) -> String {
        format::count(self.lang, n)
    }

    /// The goals of the quarters that the review touches; those of the months where no quarter has
    /// one.
    fn goals(&self) -> Vec<EvidenceLine> {
        let start = self.workspace.settings().fiscal_start();
        let first = self.whole.first;
        let quarters = self.goals_from(start.quarter_of(first));
        let found = match quarters.is_empty() {
            true => self.goals_from(Period::Month(first.year(), first.month())),
            false => quarters,
        };
        match found.is_empty() {
            true => {
                let none = self.line(self.lang.evidence_goal(), "–".to_owned(), None);
                vec![EvidenceLine { note: self.lang.card_no_goals().to_owned(), ..none }]
            }
            false => found,
        }
    }

    fn goals_from(&self, first: Period) -> Vec<EvidenceLine> {
        let start = self.workspace.settings().fiscal_start();
        let periods = std::iter::successors(Some(first), |it| Some(it.next()));
        let last = self.days.last;
        let periods =
            periods.take_while(|it| it.span(start).is_some_and(|span| span.first <= last));
        periods.take(PERIODS).filter_map(|it| self.goal(it)).collect()
    }

    fn goal(&self, period: Period) -> Option<EvidenceLine> {
        let lang = self.lang;
        let view = GoalsView::new(self.workspace, period, self.today)?;
        let row = view.row(Bearer::Person(self.person))?;
        let attained = row.pace.as_ref()?.attainment_permille()?;
        let money = |it| format::money(lang, whole(it));
        let value = lang.evidence_of(
            &money(row.won),
            &money(row.quota.amount()?),
            &format::percent(lang, attained),
        );
        let way = EvidenceWay::Records(EvidenceOf::Goal(period));
        let running = view.phase == Phase::Running;
        let note = if running { lang.evidence_so_far() } else { "" };
        Some(EvidenceLine {
            period: format::period(lang, period),
            note: note.to_owned(),
            ..self.line(lang.evidence_goal(), value, Some(way))
        })
    }

    /// The person's leads that closed on these days, and what became of them.
    fn closed(&self, wanted: Outcome) -> Vec<LeadId> {
        let all = behind(self.workspace, self.person, AimFigure::WinRate, self.days, self.today);
        let is_wanted = |id: &LeadId| {
            self.workspace.leads.get(*id).is_some_and(|it| it.outcome(self.workspace) == wanted)
        };
        let lead = |it: Behind| match it {
            Behind::Lead(id) => Some(id),
            Behind::Activity(_) | Behind::Task(_) => None,
        };
        all.into_iter().filter_map(lead).filter(is_wanted).collect()
    }

    /// How many deals these are and what they are worth; and where that is in several currencies,
    /// what it comes to at the rates of the last of the days.
    fn deals_words(&self, leads: &[LeadId]) -> (String, String) {
        let amount = |id: &LeadId| self.workspace.leads.get(*id)?.amount;
        let amounts: Vec<Money> = leads.iter().filter_map(amount).collect();
        let worth: Sums = amounts.iter().copied().collect();
        let rates = Rates::on(self.workspace, self.days.last);
        let total = converted(&worth, amounts, &rates);
        let note = total.map(|it| converted_text(self.lang, &it)).unwrap_or_default();
        let count = self.count(leads.len() as u64);
        ([&*count, &*sums(self.lang, &worth, rates.home())].join(" · "), note)
    }

    fn deals(&self) -> Vec<EvidenceLine> {
        let (lang, way) = (self.lang, |of| Some(EvidenceWay::Records(of)));
        let deals = |name: &str, outcome, of| {
            let (value, note) = self.deals_words(&self.closed(outcome));
            EvidenceLine { note, ..self.line(name, value, way(of)) }
        };
        let rate = self.measured(AimFigure::WinRate);
        vec![
            deals(lang.evidence_won(), Outcome::Won, EvidenceOf::Won),
            deals(lang.evidence_lost(), Outcome::Lost, EvidenceOf::Lost),
            self.line(lang.trait_win_rate(), rate, way(EvidenceOf::WinRate)),
        ]
    }

    fn measured(&self, figure: AimFigure) -> String {
        let Scene { workspace, person, days, today, .. } = *self;
        let measured = measure(workspace, Some(person), figure, days, today);
        measured_words(workspace, self.lang, figure, &measured)
    }

    fn commitments(&self) -> Vec<EvidenceLine> {
        let lang = self.lang;
        let line = |it: Commitment| {
            let money = |it| format::money(lang, it);
            let value = lang.evidence_committed(&money(it.committed), &money(it.came));
            let mut over = it.came;
            over.minor = over.minor.saturating_sub(it.committed.minor);
            EvidenceLine {
                period: format::period(lang, it.period),
                note: match over.minor < 0 {
                    true => lang.evidence_short(&signed(lang, over)),
                    false => lang.evidence_kept().to_owned(),
                },
                ..self.line(lang.evidence_commit(), value, Some(EvidenceWay::Promises))
            }
        };
        let all = commitments(self.workspace, self.today, self.person, self.whole);
        match all.is_empty() {
            true => vec![self.line(lang.evidence_commit(), "–".to_owned(), None)],
            false => all.into_iter().map(line).collect(),
        }
    }

    fn actions(&self) -> Vec<EvidenceLine> {
        let (lang, person, days) = (self.lang, self.person, self.days);
        let line = |name: &str, it: Due, way: EvidenceWay| match it.due {
            0 => self.line(name, "–".to_owned(), None),
            _ => {
                let value = lang.evidence_done_of(&self.count(it.done), &self.count(it.due));
                self.line(name, value, Some(way))
            }
        };
        let meetings = due_of_meetings(self.workspace, person, days);
        let talks = due_of_talks(self.workspace, person, days);
        vec![
            line(lang.evidence_meeting_actions(), meetings, EvidenceWay::Meetings),
            line(lang.evidence_talk_actions(), talks, EvidenceWay::Talks),
        ]
    }

    fn activities(&self) -> EvidenceLine {
        let way = EvidenceWay::Records(EvidenceOf::Activities);
        let value = self.measured(AimFigure::Activities);
        self.line(self.lang.review_words_count(), value, Some(way))
    }

    fn feedback(&self) -> EvidenceLine {
        let heard = balance(self.workspace, self.person, self.days);
        let value = [self.count(heard.positive), self.count(heard.constructive)].join(" / ");
        let way = (heard.all() != 0).then_some(EvidenceWay::Feedback);
        self.line(self.lang.review_praise(), value, way)
    }

    fn coaching(&self) -> Vec<EvidenceLine> {
        let lang = self.lang;
        let line = |aim: &Aim| {
            let (begun, due) = (aim.begun?, aim.due?);
            let last = aim.ended.map_or(due, |it| it.min(due));
            if self.days.last < begun || last < self.days.first {
                return None;
            }
            let outcome = aim.outcome(self.workspace, self.today)?;
            let told = figures(self.workspace, lang, aim, self.today, &outcome);
            let kind = if aim.plan { lang.aim_kind_plan() } else { lang.aim_kind_coaching() };
            let name = [kind, lang.aim_figure_name(aim.figure())].join(" · ");
            let value = told.join(" → ");
            Some(EvidenceLine {
                period: self.span_words(Span { first: begun, last }),
                note: lang.effect(aim.figure(), outcome.2).to_owned(),
                ..self.line(&name, value, Some(EvidenceWay::Aims))
            })
        };
        let aims = aims_of(self.workspace, self.person);
        let found: Vec<EvidenceLine> = aims.into_iter().filter_map(|it| line(it.1)).collect();
        match found.is_empty() {
            true => vec![self.line(lang.aim_kind_coaching(), "–".to_owned(), None)],
            false => found,
        }
    }

    fn thanks(&self) -> EvidenceLine {
        let praise = praise_to(self.workspace, self.person, self.days);
        let mut values: Vec<&str> = Vec::new();
        for value in praise.iter().map(|it| it.value.trim()).filter(|it| !it.is_empty()) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let way = (!praise.is_empty()).then_some(EvidenceWay::Thanks);
        let count = self.count(praise.len() as u64);
        let line = self.line(self.lang.evidence_thanks(), count, way);
        EvidenceLine { note: values.join(self.lang.list_comma()), ..line }
    }
}

#[cfg(test)]
mod tests;
