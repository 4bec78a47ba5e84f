//! The root of the page: the frame, the places, and which page stands in it.

mod face;
mod parts;
mod status;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use self::face::{FaceStatus, Hidden, hides, places_of};
use self::parts::{Arrivals, Part, PartLeaveSample, PartMeetingBar, PartPage, meets};
use self::status::{Status, undo_by_key};
use crate::domain::face::{Face, Matter};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages;
use crate::pages::meeting::MeetingScreen;
use crate::pages::welcome::SampleBanner;
use crate::runtime::app::App;
use crate::runtime::platform::shell;
use crate::runtime::route::{BoardAddress, InsightAddress, MeetingPlace, PayAddress, Route};
use crate::ui::{AppFrame, LangContext, Toasts};

/// Reads what is stored and mounts the page in place of the static shell.
pub fn start() {
    let Some(app) = crate::runtime::start() else { return };
    let place = document().get_element_by_id("app").and_then(|it| it.dyn_into().ok());
    let place = place.or_else(|| document().body());
    if let Some(place) = place {
        leptos::mount::mount_to(place, move || view! { <Root app /> }).forget();
        shell::ready();
        crate::runtime::after_mounting(app);
    }
}

/// Which page stands in the frame; what changes within a page is not here, so that the page stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Welcome,
    Today,
    Leads,
    Assign,
    Draft,
    Activities,
    Pipelines,
    Pool,
    Goals,
    Measured,
    Fair,
    Indicators,
    Quotas,
    Forecast,
    Calls,
    Round,
    Promises,
    Insight,
    Objectives,
    Delivery,
    Market,
    Pay,
    Team,
    Person,
    Customers,
    Products,
    Duplicates,
    Competitors,
    Data,
    Import,
    Compare,
    Settings,
    Meeting(MeetingScreen),
    More,
    Growth,
    Reviews,
    Pulse,
    Thanks,
    Contests,
    Rewards,
    Career,
    Surveys,
    Survey,
    Kiosk,
    Faces,
    #[cfg(debug_assertions)]
    Kit,
}

impl Page {
    fn of(route: &Route) -> Page {
        match route {
            Route::Today => Page::Today,
            Route::Leads(_) | Route::Lead(..) => Page::Leads,
            Route::Assign(_) => Page::Assign,
            Route::Draft => Page::Draft,
            Route::Activities(..) => Page::Activities,
            Route::Pipelines => Page::Pipelines,
            Route::Pool => Page::Pool,
            Route::Goals(_) => Page::Goals,
            Route::Measured(..) => Page::Measured,
            Route::Fair(_) => Page::Fair,
            Route::Indicators => Page::Indicators,
            Route::Quotas(..) => Page::Quotas,
            Route::Forecast(..) => Page::Forecast,
            Route::Calls(..) => Page::Calls,
            Route::Round(_) => Page::Round,
            Route::Promises => Page::Promises,
            Route::Insight(_) => Page::Insight,
            Route::Objectives => Page::Objectives,
            Route::Delivery(_) => Page::Delivery,
            Route::Market => Page::Market,
            Route::Pay(_) => Page::Pay,
            Route::Team => Page::Team,
            Route::Person(_) => Page::Person,
            Route::Customers => Page::Customers,
            Route::Products => Page::Products,
            Route::Duplicates(_) => Page::Duplicates,
            Route::Competitors => Page::Competitors,
            Route::Data => Page::Data,
            Route::Import => Page::Import,
            Route::Compare => Page::Compare,
            Route::Settings => Page::Settings,
            Route::Meeting(place) => Page::Meeting(MeetingScreen::of(place)),
            Route::More => Page::More,
            Route::Growth(..) => Page::Growth,
            Route::Reviews => Page::Reviews,
            Route::Pulse => Page::Pulse,
            Route::Thanks => Page::Thanks,
            Route::Contests => Page::Contests,
            Route::Rewards(_) => Page::Rewards,
            Route::Career => Page::Career,
            Route::Surveys => Page::Surveys,
            Route::Survey(..) => Page::Survey,
            Route::Kiosk(_) => Page::Kiosk,
            Route::Faces => Page::Faces,
            #[cfg(debug_assertions)]
            Route::Kit => Page::Kit,
        }
    }

    /// Whether it has something to say before there is any data.
    fn stands_empty(self) -> bool {
        match self {
            Page::Welcome | Page::Data | Page::Import | Page::Settings | Page::More => true,
            Page::Pipelines | Page::Compare => true,
            #[cfg(debug_assertions)]
            Page::Kit => true,
            Page::Today | Page::Leads | Page::Assign | Page::Goals | Page::Team => false,
            Page::Activities | Page::Person | Page::Customers | Page::Products => false,
            Page::Duplicates | Page::Competitors | Page::Pool | Page::Draft => false,
            Page::Quotas | Page::Forecast | Page::Calls | Page::Round | Page::Promises => false,
            Page::Insight => false,
            Page::Objectives | Page::Delivery => false,
            Page::Fair | Page::Measured | Page::Indicators => false,
            Page::Market | Page::Meeting(_) | Page::Pay => false,
            Page::Growth | Page::Pulse | Page::Surveys | Page::Survey => false,
            Page::Kiosk | Page::Faces | Page::Thanks | Page::Contests => false,
            Page::Rewards | Page::Career | Page::Reviews => false,
        }
    }

    fn title(self, lang: Lang) -> &'static str {
        match self {
            Page::Welcome => lang.app_name(),
            Page::Today => lang.place_today(),
            Page::Leads => lang.place_leads(),
            Page::Assign => lang.assign_title(),
            Page::Draft => lang.draft_title(),
            Page::Activities => lang.activities_title(),
            Page::Pipelines => lang.pipelines_title(),
            Page::Pool => lang.pool_title(),
            Page::Goals | Page::Measured => lang.place_goals(),
            Page::Fair => lang.fair_title(),
            Page::Indicators => lang.indicators_title(),
            Page::Quotas => lang.quotas_title(),
            Page::Forecast => lang.forecast_title(),
            Page::Calls => lang.calls_title(),
            Page::Round => lang.round_title(),
            Page::Promises => lang.promises_title(),
            Page::Insight => lang.place_insight(),
            Page::Objectives => lang.objectives_title(),
            Page::Delivery => lang.delivery_title(),
            Page::Market => lang.market_title(),
            Page::Pay => lang.pay_title(),
            Page::Team | Page::Person => lang.place_team(),
            Page::Customers => lang.place_customers(),
            Page::Products => lang.place_products(),
            Page::Duplicates => lang.place_duplicates(),
            Page::Competitors => lang.place_competitors(),
            Page::Data | Page::Import => lang.place_data(),
            Page::Compare => lang.compare_title(),
            Page::Settings => lang.place_settings(),
            Page::Meeting(_) => lang.meetings_title(),
            Page::More => lang.place_more(),
            Page::Growth => lang.growth_open(),
            Page::Reviews => lang.growth_reviews(),
            Page::Pulse => lang.pulse_title(),
            Page::Thanks => lang.thanks_title(),
            Page::Contests => lang.contests_title(),
            Page::Rewards => lang.rewards_title(),
            Page::Career => lang.career_title(),
            Page::Surveys | Page::Survey => lang.surveys_title(),
            Page::Kiosk => lang.app_name(),
            Page::Faces => lang.faces_title(),
            #[cfg(debug_assertions)]
            Page::Kit => lang.app_name(),
        }
    }

    /// The place on the rail that it belongs to.
    fn place(self) -> Route {
        match self {
            Page::Welcome | Page::Today | Page::Activities => Route::Today,
            Page::Leads | Page::Assign | Page::Draft | Page::Pipelines | Page::Pool => {
                Route::Leads(BoardAddress::default())
            }
            Page::Goals | Page::Quotas | Page::Forecast => Route::Goals(None),
            Page::Calls | Page::Round | Page::Promises => Route::Goals(None),
            Page::Insight => Route::Insight(InsightAddress::default()),
            Page::Objectives | Page::Delivery => Route::Goals(None),
            Page::Measured | Page::Indicators | Page::Fair => Route::Goals(None),
            Page::Market => Route::Goals(None),
            Page::Pay => Route::Pay(PayAddress::Plans),
            Page::Team | Page::Person => Route::Team,
            Page::Customers | Page::Duplicates => Route::Customers,
            Page::Competitors => Route::Competitors,
            Page::Products => Route::Products,
            Page::Data | Page::Import | Page::Compare => Route::Data,
            Page::Settings => Route::Settings,
            Page::Meeting(_) => Route::Meeting(MeetingPlace::Home),
            Page::More | Page::Faces => Route::More,
            Page::Growth | Page::Pulse | Page::Thanks | Page::Contests => Route::Team,
            Page::Rewards | Page::Career | Page::Reviews => Route::Team,
            Page::Surveys | Page::Survey | Page::Kiosk => Route::Surveys,
            #[cfg(debug_assertions)]
            Page::Kit => Route::Kit,
        }
    }
}

const BEGUN: &[Table] = &[Table::People, Table::Pipelines, Table::Leads];

#[component]
fn Root(app: App) -> impl IntoView {
    provide_context(app);
    provide_context(LangContext(app.lang()));
    let lang = app.lang();
    let route = app.route();
    let begun = Memo::new(move |_| {
        app.view(BEGUN, |it| {
            !it.people.is_empty() || !it.pipelines.is_empty() || !it.leads.is_empty()
        })
    });
    let of = move |route: &Route| match Page::of(route) {
        page if begun.get() || page.stands_empty() => page,
        _ => Page::Welcome,
    };
    // While ballots go round nothing else is in anybody's hands, whatever the address says.
    let goes_round = Memo::new(move |_| app.ballots().read().is_some());
    let shown = move |route: &Route| if goes_round.get() { Page::Pulse } else { of(route) };
    let page = Memo::new(move |_| shown(&route.read()));
    let going = Memo::new(move |_| shown(&app.going().read()));
    Effect::new(move |_| {
        let (title, name) = (page.get().title(lang.get()), lang.get().app_name());
        shell::set_title(&if title == name {
            name.to_owned()
        } else {
            format!("{title} · {name}")
        });
    });
    let arrivals = Arrivals::begin(page.get_untracked());
    window_event_listener(leptos::ev::keydown, move |event| {
        let covered = goes_round.get_untracked() || untrack(|| app.seals());
        if app.face().get_untracked().may_see(Matter::Work) && !covered {
            undo_by_key(app, &event);
        }
    });
    let scene = Scene { app, page, going, goes_round, arrivals };
    view! {
        // Another face is another document: nothing of the one before stays in it.
        {move || match app.face().get() {
            Face::Client(_) => view! { <Bare scene /> }.into_any(),
            face => view! { <Framed scene face /> }.into_any(),
        }}
        <Toasts
            toasts=app.toasts()
            on_dismiss=move |id| app.dismiss(id)
            on_action=move |action: String| app.do_action(&action)
        />
    }
}

/// What stands on the screen.
#[derive(Clone, Copy)]
struct Scene {
    app: App,
    page: Memo<Page>,
    going: Memo<Page>,
    /// Whether ballots go round.
    goes_round: Memo<bool>,
    arrivals: Arrivals,
}

/// A page in its frame.
#[component]
fn Framed(scene: Scene, face: Face) -> impl IntoView {
    let Scene { app, page, going, goes_round, arrivals } = scene;
    let lang = app.lang();
    let leaving_sample = RwSignal::new(false);
    let status = move || match face {
        Face::Manager => view! { <Status arrivals /> }.into_any(),
        _ => view! { <FaceStatus face arrivals /> }.into_any(),
    };
    let own = face.is_manager().then(|| {
        view! {
            <SampleBanner asking=leaving_sample />
            <PartLeaveSample asking=leaving_sample arrivals />
        }
    });
    let covered = Memo::new(move |_| {
        goes_round.get()
            || app.seals()
            || page.get() == Page::Meeting(MeetingScreen::Room) && meets(app)
    });
    let runs_meetings = move || matches!(face, Face::Manager | Face::Room) && !goes_round.get();
    view! {
        <AppFrame
            items=Signal::derive(move || places_of(face, lang.get()))
            current=Signal::derive(move || going.get().place().href())
            title=Signal::derive(move || going.get().title(lang.get()).to_owned())
            page=Signal::derive(move || format!("{:?}", page.get()))
            covered
            status
        >
            {move || runs_meetings().then(|| view! { <PartMeetingBar arrivals /> })}
            {own}
            <Shown scene face />
        </AppFrame>
    }
}

/// A page without anything around it, as a customer sees it.
#[component]
fn Bare(scene: Scene) -> impl IntoView {
    let arrivals = scene.arrivals;
    view! {
        <main class="page page--bare" id="main" tabindex="-1">
            <PartPage part=Part::Team page=Page::Kiosk arrivals />
        </main>
    }
}

/// The page, where the face may see it.
#[component]
fn Shown(scene: Scene, face: Face) -> impl IntoView {
    let Scene { app, page, goes_round, arrivals, .. } = scene;
    let hidden = Memo::new(move |_| !goes_round.get() && hides(face, &app.route().read()));
    move || match (hidden.get(), Part::of(page.get())) {
        (true, _) => view! { <Hidden face /> }.into_any(),
        (false, None) => show(page.get()),
        (false, Some(part)) => view! { <PartPage part page=page.get() arrivals /> }.into_any(),
    }
}

/// A page that comes with the frame.
fn show(page: Page) -> AnyView {
    match page {
        Page::More => view! { <pages::more::MorePage /> }.into_any(),
        #[cfg(debug_assertions)]
        Page::Kit => view! { <pages::kit::KitPage /> }.into_any(),
        _ => view! { <pages::welcome::WelcomePage /> }.into_any(),
    }
}
