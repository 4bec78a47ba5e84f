//! How one person grows: the scorecard, the talks, feedback, reviews, and what is worked on.

mod aims;
mod card;
mod care;
pub mod certificate;
mod cycle;
mod evidence;
mod feedback;
mod reviews;
mod talks;

pub use aims::{AimLine, AimSide, Moved, aim_draft, aim_lines, aim_paper};
pub use card::{CardView, Compared, TraitLine, card};
pub use care::{CareLine, due_for_care};
pub use cycle::{
    CYCLE_TABLES, CycleRow, CycleView, PlanView, cycle_views, plan_view, usual_periods,
};
pub use evidence::{
    EVIDENCE_TABLES, EvidenceLine, EvidenceOf, EvidenceWay, evidence_lines, evidence_paper,
};
pub use feedback::{FeedbackLine, FeedbackView, MonthBalance, feedback_view};
pub use reviews::{MonthEvidence, ReviewCard, SideView, review_cards};
pub use talks::{PointLine, SHOWN, TalkView, talk_view};

use crate::domain::calendar::{Day, Span};
use crate::domain::workspace::Table;
use crate::i18n::Lang;

/// The tables that all of it is read from.
pub const TABLES: [Table; 14] = [
    Table::Rates,
    Table::People,
    Table::Teams,
    Table::Leads,
    Table::Stages,
    Table::Settings,
    Table::Goals,
    Table::Activities,
    Table::Talks,
    Table::TalkPoints,
    Table::Feedbacks,
    Table::Reviews,
    Table::Aims,
    Table::Absences,
];

/// A part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GrowthTab {
    /// Figures.
    #[default]
    Card,
    /// One-to-ones.
    Talks,
    /// Feedback.
    Feedback,
    /// Reviews.
    Reviews,
    /// Coaching and improvement plans.
    Aims,
    /// The ladder, promotions and trainings.
    Career,
    /// Points and what they bring.
    Points,
}

impl GrowthTab {
    /// Every part, in order.
    pub const ALL: [GrowthTab; 7] = [
        GrowthTab::Card,
        GrowthTab::Talks,
        GrowthTab::Feedback,
        GrowthTab::Reviews,
        GrowthTab::Aims,
        GrowthTab::Career,
        GrowthTab::Points,
    ];

    /// Its name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            GrowthTab::Card => "card",
            GrowthTab::Talks => "talks",
            GrowthTab::Feedback => "feedback",
            GrowthTab::Reviews => "reviews",
            GrowthTab::Aims => "coaching",
            GrowthTab::Career => "career",
            GrowthTab::Points => "points",
        }
    }

    /// The part of a name; the first where there is none.
    pub fn named(name: &str) -> GrowthTab {
        GrowthTab::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or_default()
    }

    /// What it is called.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            GrowthTab::Card => lang.growth_card(),
            GrowthTab::Talks => lang.growth_talks(),
            GrowthTab::Feedback => lang.growth_feedback(),
            GrowthTab::Reviews => lang.growth_reviews(),
            GrowthTab::Aims => lang.growth_aims(),
            GrowthTab::Career => lang.career_tab(),
            GrowthTab::Points => lang.points_title(),
        }
    }
}

/// The twelve months up to a day.
fn last_year(today: Day) -> Span {
    Span { first: today.minus(364), last: today }
}

#[cfg(test)]
mod tests;
