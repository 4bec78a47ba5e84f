//! What is kept of the ladder, and what can be done with it.

use crate::domain::calendar::Day;
use crate::domain::codes::codes;
use crate::domain::id::{CareerCriterionId, CareerLevelId, JudgementId, PersonId, PromotionId};

/// The most quarters that a criterion looks back.
pub const MOST_QUARTERS: i64 = 12;

record! {
    /// A level of the ladder.
    pub struct CareerLevel(CareerLevelId) {
        /// The name.
        name: String,
        /// Its place, from the lowest.
        place: i64,
    }
}

record! {
    /// What has to be met for a level.
    pub struct CareerCriterion(CareerCriterionId) {
        /// For which level.
        level: Option<CareerLevelId>,
        /// Its place among those of the level.
        place: i64,
        /// What is measured or judged; none where another version knows it.
        figure: Option<CareerFigure>,
        /// How much of it there has to be, in the unit of the figure.
        at_least: i64,
        /// Over how many closed quarters; 0 where the figure looks at all time.
        quarters: i64,
        /// What is judged.
        text: String,
    }
}

record! {
    /// What the manager says of a criterion that is judged.
    pub struct Judgement(JudgementId) {
        /// Of whom.
        person: Option<PersonId>,
        /// Of which criterion.
        criterion: Option<CareerCriterionId>,
        /// What is said; none once it is taken back.
        verdict: Option<Judged>,
        /// The day.
        on: Option<Day>,
        /// Why.
        note: String,
    }
}

record! {
    /// Somebody comes to a level.
    pub struct Promotion(PromotionId) {
        /// Who.
        person: Option<PersonId>,
        /// To which level.
        level: Option<CareerLevelId>,
        /// The day.
        on: Option<Day>,
        /// Which one of the person's it is, from 1; tells those of a day apart.
        nth: i64,
        /// Why.
        reason: String,
        /// How many criteria of the level were met then.
        met: i64,
        /// How many criteria it had then.
        of: i64,
    }
}

codes! {
    /// What is measured or judged.
    pub enum CareerFigure {
        /// Won of the quotas of the quarters together, in percent.
        Attainment = "attainment",
        /// Leads won.
        Wins = "wins",
        /// Won among the leads that closed, in percent.
        WinRate = "win-rate",
        /// Words with customers.
        Words = "words",
        /// Satisfied among the customers of own deals, in percent.
        Csat = "csat",
        /// The Net Promoter Score of the customers of own deals, −100 to 100.
        Nps = "nps",
        /// Trainings, at any time.
        Trainings = "trainings",
        /// Whole months on the present level.
        Months = "months",
        /// What the manager judges.
        Judged = "judged",
    }
}

codes! {
    /// What is said of a criterion.
    pub enum Judged {
        /// It is met.
        Met = "met",
        /// It is not.
        NotMet = "not-met",
    }
}

impl CareerFigure {
    /// Whether it is over closed quarters.
    pub const fn has_quarters(self) -> bool {
        !matches!(self, CareerFigure::Trainings | CareerFigure::Months | CareerFigure::Judged)
    }

    /// From where to where its threshold can be.
    pub const fn range(self) -> (i64, i64) {
        match self {
            CareerFigure::Attainment => (1, 1_000),
            CareerFigure::Wins | CareerFigure::Words => (1, 100_000),
            CareerFigure::WinRate | CareerFigure::Csat => (1, 100),
            CareerFigure::Nps => (-100, 100),
            CareerFigure::Trainings => (1, 1_000),
            CareerFigure::Months => (1, 600),
            CareerFigure::Judged => (0, 0),
        }
    }
}

impl Judgement {
    /// The id of what is said of a person and a criterion, the same on every tablet.
    pub fn id_of(person: PersonId, criterion: CareerCriterionId) -> JudgementId {
        JudgementId::of_key(&format!("judgement/{person}/{criterion}"))
    }
}

/// How many levels a ladder usually begins with.
pub const USUAL_LEVELS: usize = 3;

/// What the levels of a ladder usually take: the level, from 0 for the lowest; the figure; how much of
/// it; over how many quarters.
pub const USUAL_CRITERIA: [(usize, CareerFigure, i64, i64); 6] = [
    (1, CareerFigure::Wins, 4, 2),
    (1, CareerFigure::Months, 6, 0),
    (1, CareerFigure::Judged, 0, 0),
    (2, CareerFigure::Attainment, 100, 2),
    (2, CareerFigure::WinRate, 35, 2),
    (2, CareerFigure::Judged, 0, 0),
];

/// A level with its criteria, to begin a ladder with.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelStart {
    /// The level.
    pub id: CareerLevelId,
    /// Its name.
    pub name: String,
    /// Its criteria, in their order.
    pub criteria: Vec<(CareerCriterionId, CareerCriterion)>,
}

/// Something that is done about the ladder.
#[derive(Clone, Debug, PartialEq)]
pub enum CareerDeed {
    /// Add a level on top of the others, or give one another name.
    SaveLevel(CareerLevelId, String),
    /// Add several levels with their criteria on top of the others, from the lowest.
    Start(Vec<LevelStart>),
    /// Put the levels in this order, from the lowest.
    Arrange(Vec<CareerLevelId>),
    /// Delete a level that nobody came to.
    DeleteLevel(CareerLevelId),
    /// Add a criterion or change it to this.
    SaveCriterion(CareerCriterionId, Box<CareerCriterion>),
    /// Delete a criterion, with what was said of it.
    DeleteCriterion(CareerCriterionId),
    /// Say whether somebody meets a criterion that is judged, and why; none takes it back.
    Judge(PersonId, CareerCriterionId, Option<Judged>, String),
    /// Bring somebody to a level on a day, with the reason.
    Promote(PromotionId, PersonId, CareerLevelId, Day, String),
    /// Delete somebody's latest promotion, which was written down wrongly.
    DeletePromotion(PromotionId),
}

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CareerRefused {
    /// The level is not there any more.
    LevelGone,
    /// So many people came to the level.
    LevelTaken(usize),
    /// The criterion is not there any more.
    CriterionGone,
    /// A criterion needs a figure.
    FigureMissing,
    /// The threshold is outside of what the figure can be: from, to.
    OutOfRange(i64, i64),
    /// Quarters are 1 to [`MOST_QUARTERS`].
    QuartersOutOfRange,
    /// What is judged has no words.
    CriterionEmpty,
    /// The criterion is measured, so nobody judges it.
    NotJudged,
    /// There is no reason.
    ReasonMissing,
    /// The person is on the level already: the person's name, the level's.
    AlreadyThere(String, String),
    /// It lies before the person's last promotion: its day.
    BeforeTheLast(Day),
    /// The promotion is not there any more, or is not the latest.
    PromotionGone,
}
