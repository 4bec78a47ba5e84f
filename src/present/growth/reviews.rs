//! Reviews: both sides beside each other, with what happened in every month of the period.

use crate::domain::aim::{AimFigure, measure};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::feedback::balance;
use crate::domain::id::{PersonId, ReviewId};
use crate::domain::insight::Figures;
use crate::domain::pipeline::Outcome;
use crate::domain::review::{Criterion, Opinion, Review, Side, reviews_of};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::team::words::won;

/// One side of a review, as somebody may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct SideView {
    /// What is said, where it may be seen.
    pub opinion: Option<Opinion>,
    /// Whether and when it was done.
    pub note: String,
    /// Whether it is done.
    pub sealed: bool,
}

/// A month of the period.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthEvidence {
    /// The month.
    pub month: String,
    /// What was won.
    pub won: String,
    /// How many leads were won and lost.
    pub closed: String,
    /// How many words with customers there were.
    pub activities: String,
    /// How much praise and how much else.
    pub feedback: String,
}

/// A review in full.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewCard {
    /// The review.
    pub id: ReviewId,
    /// The days it is about.
    pub days: String,
    /// The person's own side.
    pub own: SideView,
    /// The manager's.
    pub manager: SideView,
    /// Where both see it differently, once both can be seen.
    pub sentence: Option<String>,
    /// Every month of the period, the earliest first.
    pub evidence: Vec<MonthEvidence>,
    /// Whether both sides are done.
    pub both: bool,
    /// What was agreed on.
    pub agreed: String,
    /// The day it was shown to both; empty before.
    pub shared: String,
    /// The day it was closed; empty before.
    pub closed: String,
}

/// No more months than these are shown of a period.
const MONTHS: usize = 24;

/// The reviews of a person as one of the two sees them, the latest first.
pub fn review_cards(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    by: Side,
) -> Vec<ReviewCard> {
    let scene = Scene { workspace, lang, today, person, by };
    reviews_of(workspace, person).into_iter().map(|(id, it)| scene.card(id, it)).collect()
}

struct Scene<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    today: Day,
    person: PersonId,
    by: Side,
}

impl Scene<'_> {
    fn day(&self, day: Day) -> String {
        format::day(self.lang, day)
    }

    fn card(&self, id: ReviewId, review: &Review) -> ReviewCard {
        let lang = self.lang;
        let [own, manager] = [Side::Own, Side::Manager].map(|it| self.side(review, it));
        let span = review.span();
        let days = span.map(|it| lang.review_days(&self.day(it.first), &self.day(it.last)));
        let shown = |it: &str| {
            if self.by == Side::Own && review.shared.is_none() { "" } else { it }.to_owned()
        };
        ReviewCard {
            id,
            days: days.unwrap_or_default(),
            sentence: own.opinion.as_ref().zip(manager.opinion.as_ref()).map(|it| apart(lang, it)),
            evidence: span.map(|it| self.evidence(it)).unwrap_or_default(),
            both: own.sealed && manager.sealed,
            agreed: shown(&review.agreed),
            closed: review
                .closed
                .map(|it| lang.review_closed_on(&self.day(it)))
                .unwrap_or_default(),
            shared: review.shared.map(|it| lang.review_shared(&self.day(it))).unwrap_or_default(),
            own,
            manager,
        }
    }

    fn side(&self, review: &Review, side: Side) -> SideView {
        let (lang, sealed) = (self.lang, review.sealed(side));
        let opinion = review.seen(side, self.by);
        let note = match (sealed, &opinion) {
            (None, _) => lang.review_waiting().to_owned(),
            (Some(_), None) if self.by == Side::Own => lang.review_hidden_shared().to_owned(),
            (Some(_), None) => lang.review_hidden().to_owned(),
            (Some(day), Some(_)) => lang.review_sealed_on(&self.day(day)),
        };
        SideView { opinion, note, sealed: sealed.is_some() }
    }

    fn evidence(&self, span: Span) -> Vec<MonthEvidence> {
        let start = self.workspace.settings().fiscal_start();
        let first = Period::Month(span.first.year(), span.first.month());
        let months = std::iter::successors(Some(first), |it| Some(it.next()));
        let days = months.filter_map(|it| Some((it, it.span(start)?)));
        let days = days.take_while(|(_, it)| it.first <= span.last && it.first <= self.today);
        days.take(MONTHS).map(|(month, it)| self.month(month, it, span)).collect()
    }

    fn month(&self, month: Period, days: Span, whole: Span) -> MonthEvidence {
        let (lang, workspace) = (self.lang, self.workspace);
        let first = days.first.max(whole.first);
        let days = Span { first, last: days.last.min(whole.last).min(self.today) };
        let mut figures = Figures::default();
        let own = workspace.leads.values().filter(|it| it.owner == Some(self.person));
        for lead in own.filter(|it| it.closes.is_some_and(|day| days.holds(day))) {
            match lead.outcome(workspace) {
                Outcome::Open => {}
                closed => figures.add(lead, closed),
            }
        }
        let said = measure(workspace, Some(self.person), AimFigure::Activities, days, self.today);
        let words = balance(workspace, self.person, days);
        let count = |n| format::count(lang, n);
        let pair = |one, other| [count(one), count(other)].join(" / ");
        MonthEvidence {
            month: format::period(lang, month),
            won: won(lang, &figures.won_value, workspace.settings().currency()),
            closed: pair(figures.won, figures.lost),
            activities: count(said.count()),
            feedback: pair(words.positive, words.constructive),
        }
    }
}

/// Where two views lie two marks or more apart.
fn apart(lang: Lang, (own, manager): (&Opinion, &Opinion)) -> String {
    let marks = own.steps.iter().zip(&manager.steps);
    let far = Criterion::ALL.into_iter().zip(marks).filter(|(_, (a, b))| 2 <= (*a - *b).abs());
    let names: Vec<&str> = far.map(|(it, _)| lang.criterion(it)).collect();
    match names.is_empty() {
        true => lang.review_alike().to_owned(),
        false => lang.review_apart(&names.join(lang.list_comma())),
    }
}
