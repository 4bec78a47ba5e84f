//! The addresses of the product: one closed list, one parser, one printer.
//!
//! An address is the part of the URL after `#`, so it works under any path, offline, and when the
//! page is installed. What it does not know leads home.

use std::mem::discriminant;

use crate::domain::assignment::pool::Pool;
use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::id::{CustomerId, DeliveryTaskId, LeadId, PersonId, SurveyId, SurveyReplyId};
use crate::domain::indicator::Measure;
use crate::domain::quota::Split;
use crate::domain::reward::Occasion;
use crate::present::agenda::AgendaTab;
use crate::present::growth::GrowthTab;

pub use crate::present::address::BoardAddress;
pub use crate::present::insight::InsightAddress;
pub use crate::present::meeting::address::MeetingPlace;
pub use crate::present::pay::address::PayAddress;

/// A page of the product.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// What is at hand today.
    #[default]
    Today,
    /// The board of a pipeline.
    Leads(BoardAddress),
    /// One lead, over or beside the board it was opened from.
    Lead(LeadId, BoardAddress),
    /// Handing out leads; of one person, or of nobody.
    Assign(Option<Pool>),
    /// People take turns at picking leads.
    Draft,
    /// Who is due a word, and what was done: a part of the list, of one person or of all.
    Activities(AgendaTab, Option<PersonId>),
    /// Leads that nobody works on.
    Pool,
    /// Pipelines and their stages.
    Pipelines,
    /// Goals of a period; none means the current quarter.
    Goals(Option<Period>),
    /// Indicators with their formulas.
    Indicators,
    /// Goals of a period for an indicator.
    Measured(Period, Measure),
    /// Whether the quotas of a period are fair; none means the current quarter.
    Fair(Option<Period>),
    /// The quota grid of a fiscal year, by people or another split; none means the current one.
    Quotas(Option<i32>, Split),
    /// Where a period lands, and for whom; none means the current quarter.
    Forecast(Option<Period>, Bearer),
    /// What rep and manager say of the deals of a period, and whose deals; none means the current
    /// quarter.
    Calls(Option<Period>, Bearer),
    /// The sealed round that is underway, or those of a period; none means the current quarter.
    Round(Option<Period>),
    /// What became of what was said in rounds.
    Promises,
    /// What happened and why.
    Insight(InsightAddress),
    /// What the goals are for.
    Objectives,
    /// What was sold against what can be done, with a task beside it.
    Delivery(Option<DeliveryTaskId>),
    /// The market book.
    Market,
    /// Plans, statements, what if.
    Pay(PayAddress),
    /// The people.
    Team,
    /// One person.
    Person(PersonId),
    /// How one person grows: a part of it.
    Growth(PersonId, GrowthTab),
    /// The reviews of everybody, period by period.
    Reviews,
    /// How the team is.
    Pulse,
    /// Praise, and what is worth some.
    Thanks,
    /// Contests.
    Contests,
    /// Points and what they are redeemed for; begun with what points are given with.
    Rewards(Option<Occasion>),
    /// The career ladder.
    Career,
    /// What customers are asked.
    Surveys,
    /// One survey and what was answered; one answer of it before all others.
    Survey(SurveyId, Option<SurveyReplyId>),
    /// One survey, to be answered.
    Kiosk(SurveyId),
    /// Who looks at the tablet.
    Faces,
    /// Customers.
    Customers,
    /// Products.
    Products,
    /// Customers and leads that may be there twice, and the pair of customers that is compared.
    Duplicates(Option<[CustomerId; 2]>),
    /// Who else sells, and why deals are lost.
    Competitors,
    /// Import, backup, storage.
    Data,
    /// The way of an import.
    Import,
    /// What moved between two exported files.
    Compare,
    /// Settings of the team and of this tablet.
    Settings,
    /// A page of meetings.
    Meeting(MeetingPlace),
    /// What the bar has no room for.
    More,
    /// Every widget; only in development builds.
    #[cfg(debug_assertions)]
    Kit,
}

impl Route {
    /// Whether another address is shown by the same page.
    pub fn is_on_page_of(&self, other: &Route) -> bool {
        let of_board = |it: &Route| matches!(it, Route::Leads(_) | Route::Lead(..));
        of_board(self) && of_board(other) || discriminant(self) == discriminant(other)
    }

    /// The page of an address such as `#/leads?owner=…`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["leads"] => Route::Leads(BoardAddress::parse(query)),
            ["leads", "assign"] => Route::Assign(None),
            ["leads", "assign", pool] => Route::Assign(pool.parse().ok()),
            ["leads", "draft"] => Route::Draft,
            ["leads", "pool"] => Route::Pool,
            ["leads", id] => match id.parse() {
                Ok(id) => Route::Lead(id, BoardAddress::parse(query)),
                Err(_) => Route::Leads(BoardAddress::parse(query)),
            },
            ["activities"] => Route::Activities(AgendaTab::default(), person(query)),
            ["activities", tab] => Route::Activities(AgendaTab::named(tab), person(query)),
            ["pipelines"] => Route::Pipelines,
            ["goals"] => Route::Goals(None),
            ["goals", "grid"] => Route::Quotas(None, Split::People),
            ["goals", "grid", year] => Route::Quotas(fiscal_year(year), Split::People),
            ["goals", "grid", year, split] => {
                Route::Quotas(fiscal_year(year), split.parse().unwrap_or_default())
            }
            ["goals", "indicators"] => Route::Indicators,
            ["goals", "fair"] => Route::Fair(None),
            ["goals", "fair", period] => Route::Fair(period.parse().ok()),
            ["goals", period, measure] => measured(period, measure),
            ["goals", period] => Route::Goals(period.parse().ok()),
            ["forecast"] => Route::Forecast(None, bearer(query)),
            ["forecast", "calls"] => Route::Calls(None, bearer(query)),
            ["forecast", "calls", period] => Route::Calls(period.parse().ok(), bearer(query)),
            ["forecast", "round"] => Route::Round(None),
            ["forecast", "round", period] => Route::Round(period.parse().ok()),
            ["forecast", "promises"] => Route::Promises,
            ["forecast", "market"] => Route::Market,
            ["forecast", period] => Route::Forecast(period.parse().ok(), bearer(query)),
            ["insight"] => Route::Insight(InsightAddress::parse("", query)),
            ["insight", tab] => Route::Insight(InsightAddress::parse(tab, query)),
            ["objectives"] => Route::Objectives,
            ["objectives", "delivery"] => Route::Delivery(None),
            ["objectives", "delivery", task] => Route::Delivery(task.parse().ok()),
            ["pay", ref rest @ ..] => Route::Pay(PayAddress::parse(rest)),
            ["team"] => Route::Team,
            ["team", "pulse"] => Route::Pulse,
            ["team", "reviews"] => Route::Reviews,
            ["team", id, tab] => {
                id.parse().map_or(Route::Team, |id| Route::Growth(id, GrowthTab::named(tab)))
            }
            ["team", id] => id.parse().map_or(Route::Team, Route::Person),
            ["thanks"] => Route::Thanks,
            ["contests"] => Route::Contests,
            ["career"] => Route::Career,
            ["rewards"] => {
                Route::Rewards(query.strip_prefix("for=").and_then(|it| it.parse().ok()))
            }
            ["surveys"] => Route::Surveys,
            ["surveys", id] => {
                let reply = query.strip_prefix("reply=").and_then(|it| it.parse().ok());
                id.parse().map_or(Route::Surveys, |id| Route::Survey(id, reply))
            }
            ["surveys", id, "ask"] => id.parse().map_or(Route::Surveys, Route::Kiosk),
            ["faces"] => Route::Faces,
            ["customers"] => Route::Customers,
            ["products"] => Route::Products,
            ["duplicates"] => {
                let pair = query.strip_prefix("pair=").and_then(|it| it.split_once(','));
                let ids =
                    pair.and_then(|(one, other)| Some([one.parse().ok()?, other.parse().ok()?]));
                Route::Duplicates(ids)
            }
            ["competitors"] => Route::Competitors,
            ["data"] => Route::Data,
            ["data", "import"] => Route::Import,
            ["data", "compare"] => Route::Compare,
            ["settings"] => Route::Settings,
            ["meetings", ..] => Route::Meeting(MeetingPlace::parse(&parts[1..])),
            ["more"] => Route::More,
            #[cfg(debug_assertions)]
            ["kit"] => Route::Kit,
            _ => Route::Today,
        }
    }

    /// The address of a page.
    pub fn href(&self) -> String {
        match self {
            Route::Today => "#/".to_owned(),
            Route::Leads(board) => format!("#/leads{}", asked(board)),
            Route::Lead(id, board) => format!("#/leads/{id}{}", asked(board)),
            Route::Assign(None) => "#/leads/assign".to_owned(),
            Route::Assign(Some(pool)) => format!("#/leads/assign/{pool}"),
            Route::Activities(tab, None) => format!("#/activities/{}", tab.as_str()),
            Route::Activities(tab, Some(person)) => {
                format!("#/activities/{}?person={person}", tab.as_str())
            }
            Route::Draft => "#/leads/draft".to_owned(),
            Route::Pool => "#/leads/pool".to_owned(),
            Route::Pipelines => "#/pipelines".to_owned(),
            Route::Goals(None) => "#/goals".to_owned(),
            Route::Goals(Some(period)) => format!("#/goals/{period}"),
            Route::Indicators => "#/goals/indicators".to_owned(),
            Route::Measured(period, measure) => format!("#/goals/{period}/{measure}"),
            Route::Fair(None) => "#/goals/fair".to_owned(),
            Route::Fair(Some(period)) => format!("#/goals/fair/{period}"),
            Route::Quotas(None, _) => "#/goals/grid".to_owned(),
            Route::Quotas(Some(year), Split::People) => {
                format!("#/goals/grid/{}", Period::Year(*year))
            }
            Route::Quotas(Some(year), split) => {
                format!("#/goals/grid/{}/{split}", Period::Year(*year))
            }
            Route::Forecast(None, bearer) => format!("#/forecast{}", whose(*bearer)),
            Route::Forecast(Some(period), bearer) => {
                format!("#/forecast/{period}{}", whose(*bearer))
            }
            Route::Calls(None, bearer) => format!("#/forecast/calls{}", whose(*bearer)),
            Route::Calls(Some(period), bearer) => {
                format!("#/forecast/calls/{period}{}", whose(*bearer))
            }
            Route::Round(None) => "#/forecast/round".to_owned(),
            Route::Round(Some(period)) => format!("#/forecast/round/{period}"),
            Route::Promises => "#/forecast/promises".to_owned(),
            Route::Insight(address) => format!("#/insight/{}", address.printed()),
            Route::Objectives => "#/objectives".to_owned(),
            Route::Delivery(None) => "#/objectives/delivery".to_owned(),
            Route::Delivery(Some(task)) => format!("#/objectives/delivery/{task}"),
            Route::Market => "#/forecast/market".to_owned(),
            Route::Pay(address) => format!("#/pay{}", address.printed()),
            Route::Team => "#/team".to_owned(),
            Route::Person(id) => format!("#/team/{id}"),
            Route::Growth(id, tab) => format!("#/team/{id}/{}", tab.as_str()),
            Route::Pulse => "#/team/pulse".to_owned(),
            Route::Reviews => "#/team/reviews".to_owned(),
            Route::Thanks => "#/thanks".to_owned(),
            Route::Contests => "#/contests".to_owned(),
            Route::Career => "#/career".to_owned(),
            Route::Rewards(None) => "#/rewards".to_owned(),
            Route::Rewards(Some(occasion)) => format!("#/rewards?for={occasion}"),
            Route::Surveys => "#/surveys".to_owned(),
            Route::Survey(id, None) => format!("#/surveys/{id}"),
            Route::Survey(id, Some(reply)) => format!("#/surveys/{id}?reply={reply}"),
            Route::Kiosk(id) => format!("#/surveys/{id}/ask"),
            Route::Faces => "#/faces".to_owned(),
            Route::Customers => "#/customers".to_owned(),
            Route::Products => "#/products".to_owned(),
            Route::Duplicates(None) => "#/duplicates".to_owned(),
            Route::Duplicates(Some([one, other])) => format!("#/duplicates?pair={one},{other}"),
            Route::Competitors => "#/competitors".to_owned(),
            Route::Data => "#/data".to_owned(),
            Route::Import => "#/data/import".to_owned(),
            Route::Compare => "#/data/compare".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::Meeting(place) => format!("#/meetings{}", place.printed()),
            Route::More => "#/more".to_owned(),
            #[cfg(debug_assertions)]
            Route::Kit => "#/kit".to_owned(),
        }
    }
}

/// The goals for an indicator that an address names.
fn measured(period: &str, measure: &str) -> Route {
    match (period.parse(), measure.parse()) {
        (Ok(period), Ok(measure)) => Route::Measured(period, measure),
        (period, _) => Route::Goals(period.ok()),
    }
}

/// The fiscal year that a part of an address names.
fn fiscal_year(text: &str) -> Option<i32> {
    match text.parse() {
        Ok(Period::Year(year)) => Some(year),
        _ => None,
    }
}

/// The person that a query names.
fn person(query: &str) -> Option<PersonId> {
    query.split('&').find_map(|it| it.strip_prefix("person="))?.parse().ok()
}

/// The bearer that a query names; the company where it names none.
fn bearer(query: &str) -> Bearer {
    let named = query.split('&').find_map(|it| it.strip_prefix("who="));
    named.and_then(|it| it.parse().ok()).unwrap_or(Bearer::Company)
}

/// The query that names a bearer; nothing for the company.
fn whose(bearer: Bearer) -> String {
    match bearer {
        Bearer::Company => String::new(),
        _ => format!("?who={bearer}"),
    }
}

/// The query of a board's address with its question mark; nothing for the plain board.
fn asked(board: &BoardAddress) -> String {
    let query = board.query();
    if query.is_empty() { query } else { format!("?{query}") }
}
