//! The parts of the page that come right after the frame stands: every place but the first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Page;
use crate::domain::workspace::Table;
use crate::pages;
use crate::pages::catalog::{CatalogPage, Kind};
use crate::runtime::app::{App, use_app};
use crate::runtime::fetch_rules;
use crate::runtime::on_demand::{NotFetched, at_once, on_demand};
use crate::ui::{Button, EmptyPicture, EmptyState};

/// A file of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The day and its goals.
    Day,
    /// The board, and who gets what.
    Leads,
    /// The room, and the calls and promises that are told there.
    Meeting,
    /// Who works here, for whom, and what they say.
    Team,
    /// Forecasts, strategy and pay.
    Plan,
    /// Files and settings.
    Data,
}

on_demand! {
    fn day(page: Page) -> AnyView, from day, fetched by fetch_day {
        match page {
            Page::Goals => view! { <pages::goals::GoalsPage /> }.into_any(),
            Page::Measured => view! { <pages::goals::MeasuredPage /> }.into_any(),
            Page::Fair => view! { <pages::fair::FairPage /> }.into_any(),
            Page::Indicators => view! { <pages::indicators::IndicatorsPage /> }.into_any(),
            Page::Quotas => view! { <pages::quotas::QuotasPage /> }.into_any(),
            Page::Activities => view! { <pages::activities::ActivitiesPage /> }.into_any(),
            _ => view! { <pages::today::TodayPage /> }.into_any(),
        }
    }

    fn search(open: RwSignal<bool>) -> AnyView, from day, fetched by fetch_search {
        view! { <pages::search::Search open /> }.into_any()
    }

    fn leave_sample(asking: RwSignal<bool>) -> AnyView, from day, fetched by fetch_leave_sample {
        view! { <pages::welcome::LeaveSample asking /> }.into_any()
    }

    fn leads(page: Page) -> AnyView, from leads, fetched by fetch_leads {
        match page {
            Page::Assign => view! { <pages::assign::AssignPage /> }.into_any(),
            Page::Draft => view! { <pages::draft::DraftPage /> }.into_any(),
            Page::Pool => view! { <pages::pool::PoolPage /> }.into_any(),
            Page::Pipelines => view! { <pages::pipelines::PipelinesPage /> }.into_any(),
            _ => view! { <pages::leads::LeadsPage /> }.into_any(),
        }
    }

    fn team(page: Page) -> AnyView, from team, fetched by fetch_team {
        match page {
            Page::Person => view! { <pages::team::PersonPage /> }.into_any(),
            Page::Customers => view! { <CatalogPage kind=Kind::Customers /> }.into_any(),
            Page::Products => view! { <CatalogPage kind=Kind::Products /> }.into_any(),
            Page::Duplicates => view! { <pages::duplicates::DuplicatesPage /> }.into_any(),
            Page::Competitors => view! { <pages::competitors::CompetitorsPage /> }.into_any(),
            Page::Growth => view! { <pages::growth::GrowthPage /> }.into_any(),
            Page::Reviews => view! { <pages::reviews::ReviewsPage /> }.into_any(),
            Page::Pulse => view! { <pages::pulse::PulsePage /> }.into_any(),
            Page::Thanks => view! { <pages::thanks::ThanksPage /> }.into_any(),
            Page::Contests => view! { <pages::thanks::ContestsPage /> }.into_any(),
            Page::Rewards => view! { <pages::rewards::RewardsPage /> }.into_any(),
            Page::Career => view! { <pages::career::CareerPage /> }.into_any(),
            Page::Surveys => view! { <pages::surveys::SurveysPage /> }.into_any(),
            Page::Survey => view! { <pages::surveys::SurveyPage /> }.into_any(),
            Page::Kiosk => view! { <pages::kiosk::KioskPage /> }.into_any(),
            Page::Faces => view! { <pages::faces::FacesPage /> }.into_any(),
            _ => view! { <pages::team::TeamPage /> }.into_any(),
        }
    }

    fn plan(page: Page) -> AnyView, from plan, fetched by fetch_plan {
        match page {
            Page::Market => view! { <pages::market::MarketPage /> }.into_any(),
            Page::Delivery => view! { <pages::delivery::DeliveryPage /> }.into_any(),
            Page::Forecast => view! { <pages::forecast::ForecastPage /> }.into_any(),
            Page::Insight => view! { <pages::insight::InsightPage /> }.into_any(),
            Page::Pay => view! { <pages::pay::PayPage /> }.into_any(),
            _ => view! { <pages::objectives::ObjectivesPage /> }.into_any(),
        }
    }

    fn meeting(page: Page) -> AnyView, from meeting, fetched by fetch_meeting {
        match page {
            Page::Meeting(screen) => view! { <pages::meeting::MeetingPage screen /> }.into_any(),
            Page::Round => view! { <pages::round::RoundPage /> }.into_any(),
            Page::Promises => view! { <pages::promises::PromisesPage /> }.into_any(),
            _ => view! { <pages::calls::CallsPage /> }.into_any(),
        }
    }

    fn meeting_bar() -> AnyView, from meeting, fetched by fetch_meeting_bar {
        view! { <pages::meeting::MeetingBar /> }.into_any()
    }

    fn leave_face(asking: RwSignal<bool>) -> AnyView, from team, fetched by fetch_leave_face {
        view! { <pages::common::LeaveFace asking /> }.into_any()
    }

    fn data(page: Page) -> AnyView, from data, fetched by fetch_data {
        match page {
            Page::Import => view! { <pages::import::ImportPage /> }.into_any(),
            Page::Compare => view! { <pages::compare::ComparePage /> }.into_any(),
            Page::Settings => view! { <pages::settings::SettingsPage /> }.into_any(),
            _ => view! { <pages::data::DataPage /> }.into_any(),
        }
    }
}

impl Part {
    /// In the order in which they are fetched.
    const ALL: [Part; 6] =
        [Part::Day, Part::Leads, Part::Meeting, Part::Team, Part::Plan, Part::Data];

    /// The part that a page stands in; none means that it comes with the frame.
    pub(super) fn of(page: Page) -> Option<Part> {
        match page {
            Page::Welcome | Page::More => None,
            Page::Today | Page::Goals | Page::Quotas | Page::Activities => Some(Part::Day),
            Page::Measured | Page::Indicators | Page::Fair => Some(Part::Day),
            Page::Leads | Page::Assign | Page::Draft => Some(Part::Leads),
            Page::Pipelines | Page::Pool => Some(Part::Leads),
            Page::Meeting(_) | Page::Calls | Page::Round | Page::Promises => Some(Part::Meeting),
            Page::Team | Page::Person | Page::Customers | Page::Products => Some(Part::Team),
            Page::Duplicates | Page::Competitors | Page::Growth | Page::Pulse => Some(Part::Team),
            Page::Surveys | Page::Survey | Page::Kiosk | Page::Faces => Some(Part::Team),
            Page::Thanks | Page::Contests | Page::Rewards | Page::Career => Some(Part::Team),
            Page::Reviews => Some(Part::Team),
            Page::Forecast | Page::Insight | Page::Objectives => Some(Part::Plan),
            Page::Delivery | Page::Market | Page::Pay => Some(Part::Plan),
            Page::Data | Page::Import | Page::Compare | Page::Settings => Some(Part::Data),
            #[cfg(debug_assertions)]
            Page::Kit => None,
        }
    }

    async fn fetch(self) -> Arrival {
        self.try_fetch().await.map_or(Arrival::Failed, |()| Arrival::Arrived)
    }

    /// The rules come before the first page that gives commands.
    async fn try_fetch(self) -> Result<(), NotFetched> {
        fetch_rules().await?;
        match self {
            // Each function waits for itself, though both are in one file.
            Part::Day => {
                fetch_day().await?;
                fetch_leave_sample().await?;
                fetch_search().await
            }
            Part::Leads => fetch_leads().await,
            Part::Meeting => {
                fetch_meeting().await?;
                fetch_meeting_bar().await
            }
            Part::Team => {
                fetch_team().await?;
                fetch_leave_face().await
            }
            Part::Plan => fetch_plan().await,
            Part::Data => fetch_data().await,
        }
    }

    /// A page of a part that has arrived; nothing before.
    fn show(self, page: Page) -> Option<AnyView> {
        let built = match self {
            Part::Day => at_once(day(page)),
            Part::Leads => at_once(leads(page)),
            Part::Meeting => at_once(meeting(page)),
            Part::Team => at_once(team(page)),
            Part::Plan => at_once(plan(page)),
            Part::Data => at_once(data(page)),
        };
        built?.ok()
    }
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Arrival {
    #[default]
    Awaited,
    Arrived,
    Failed,
}

/// How far each part is.
#[derive(Clone, Copy)]
pub(super) struct Arrivals([RwSignal<Arrival>; Part::ALL.len()]);

impl Arrivals {
    /// Fetches every part, the one of the page that is shown first.
    pub(super) fn begin(shown: Page) -> Arrivals {
        let arrivals = Arrivals(Part::ALL.map(|_| RwSignal::default()));
        let first = Part::of(shown);
        let rest = Part::ALL.into_iter().filter(move |part| Some(*part) != first);
        spawn_local(async move {
            for part in first.into_iter().chain(rest) {
                arrivals.fetch(part).await;
            }
        });
        arrivals
    }

    async fn fetch(self, part: Part) {
        let arrival = part.fetch().await;
        self.0[part as usize].try_set(arrival);
    }

    fn of(self, part: Part) -> Arrival {
        self.0[part as usize].get()
    }

    fn has(self, part: Part) -> bool {
        self.of(part) == Arrival::Arrived
    }
}

/// A page of a part, or how far its part is.
#[component]
pub(super) fn PartPage(part: Part, page: Page, arrivals: Arrivals) -> impl IntoView {
    let lang = use_app().lang();
    let again = move |()| {
        arrivals.0[part as usize].set(Arrival::Awaited);
        spawn_local(arrivals.fetch(part));
    };
    move || match arrivals.of(part) {
        Arrival::Arrived => part.show(page),
        Arrival::Awaited => {
            Some(view! { <p role="status">{move || lang.get().part_arrives()}</p> }.into_any())
        }
        Arrival::Failed => Some(
            view! {
                <EmptyState picture=EmptyPicture::Board sentence=move || lang.get().part_missing()>
                    <Button label=move || lang.get().part_again() on_press=again />
                </EmptyState>
            }
            .into_any(),
        ),
    }
}

/// The search over every page, once its part is here.
#[component]
pub(super) fn PartSearch(open: RwSignal<bool>, arrivals: Arrivals) -> impl IntoView {
    move || arrivals.has(Part::Day).then(|| at_once(search(open)).and_then(Result::ok))
}

/// The question before the sample is left, once its part is here.
#[component]
pub(super) fn PartLeaveSample(asking: RwSignal<bool>, arrivals: Arrivals) -> impl IntoView {
    move || arrivals.has(Part::Day).then(|| at_once(leave_sample(asking)).and_then(Result::ok))
}

/// Whether a meeting runs.
pub(super) fn meets(app: App) -> bool {
    app.view(&[Table::Meetings], |it| crate::domain::meeting::running(it).is_some())
}

/// What stands on every page while a meeting runs, once its part is here.
#[component]
pub(super) fn PartMeetingBar(arrivals: Arrivals) -> impl IntoView {
    let app = use_app();
    let runs = Memo::new(move |_| meets(app));
    move || {
        (runs.get() && arrivals.has(Part::Meeting))
            .then(|| at_once(meeting_bar()).and_then(Result::ok))
    }
}

/// The way back to the manager's face, once its part is here.
#[component]
pub(super) fn PartLeaveFace(asking: RwSignal<bool>, arrivals: Arrivals) -> impl IntoView {
    move || arrivals.has(Part::Team).then(|| at_once(leave_face(asking)).and_then(Result::ok))
}
