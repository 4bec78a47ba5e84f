//! What each face finds in the frame: its places, the way back, and a plain sentence where a page is
//! not for it.

use leptos::prelude::*;

use super::parts::{Arrivals, PartLeaveFace};
use super::status::Steps;
use crate::domain::face::{Face, Matter};
use crate::i18n::Lang;
use crate::runtime::app::use_app;
use crate::runtime::faces;
use crate::runtime::route::{BoardAddress, InsightAddress, MeetingPlace, PayAddress, Route};
use crate::ui::{
    Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, FrameItem, FramePlace, Icon,
    SaveStateChip, Tone,
};

/// What is looked at on a page. Every page has to say so, or this does not compile.
fn matter(route: &Route) -> Matter {
    match route {
        Route::Today | Route::Leads(_) | Route::Lead(..) | Route::Assign(_) | Route::Draft => {
            Matter::Work
        }
        Route::Activities(..) | Route::Goals(_) | Route::Measured(..) => Matter::Work,
        Route::Quotas(..) | Route::Forecast(..) | Route::Calls(..) | Route::Round(_) => {
            Matter::Work
        }
        Route::Promises | Route::Insight(_) | Route::Objectives | Route::Delivery(_) => {
            Matter::Work
        }
        Route::Market | Route::Team | Route::Customers | Route::Products => Matter::Work,
        Route::Competitors | Route::Meeting(_) | Route::Thanks => Matter::Work,
        Route::Contests => Matter::Work,
        // Nobody's leads; what it says of people is left out where the face may not see their work.
        Route::Pulse | Route::Pool => Matter::Everyday,
        Route::Person(_) | Route::Fair(_) | Route::Rewards(_) | Route::Career => Matter::Private,
        Route::Reviews => Matter::Private,
        Route::Pay(address) => Matter::of_pay(address.whose()),
        Route::Growth(person, _) => Matter::Person(*person),
        Route::Surveys | Route::Survey(..) => Matter::Answers,
        Route::Kiosk(survey) => Matter::Asking(*survey),
        Route::Pipelines | Route::Indicators | Route::Duplicates(_) => Matter::Data,
        Route::Data | Route::Import | Route::Compare | Route::Settings => Matter::Data,
        Route::More | Route::Faces => Matter::Data,
        #[cfg(debug_assertions)]
        Route::Kit => Matter::Data,
    }
}

/// Whether a page is not for a face.
pub(super) fn hides(face: Face, route: &Route) -> bool {
    !face.may_see(matter(route))
}

/// The places that a face finds.
pub(super) fn places_of(face: Face, lang: Lang) -> Vec<FrameItem> {
    let all = places(lang);
    let item = |icon, label: &str, route: Route| FrameItem {
        icon,
        label: label.to_owned(),
        href: route.href(),
        place: FramePlace::Always,
    };
    match face {
        Face::Manager => all,
        Face::Room => {
            let seen = |it: &FrameItem| !hides(face, &Route::parse(&it.href));
            all.into_iter()
                .filter(seen)
                .map(|it| FrameItem { place: FramePlace::Always, ..it })
                .collect()
        }
        Face::Rep(_) | Face::Client(_) => {
            let mut own = vec![
                item(Icon::Person, lang.growth_open(), faces::home(face)),
                item(Icon::Info, lang.pulse_title(), Route::Pulse),
            ];
            if let Face::Rep(person) = face {
                let pay = Route::Pay(PayAddress::Own(person));
                own.insert(1, item(Icon::Pay, lang.pay_title(), pay));
                own.insert(1, item(Icon::Pool, lang.pool_title(), Route::Pool));
            }
            own
        }
    }
}

/// Every place, the most important first.
fn places(lang: Lang) -> Vec<FrameItem> {
    let item = |icon, label: &str, route: Route, place| FrameItem {
        icon,
        label: label.to_owned(),
        href: route.href(),
        place,
    };
    let (always, rail) = (FramePlace::Always, FramePlace::RailOnly);
    vec![
        item(Icon::Today, lang.place_today(), Route::Today, always),
        item(Icon::Goals, lang.place_goals(), Route::Goals(None), always),
        item(Icon::Leads, lang.place_leads(), Route::Leads(BoardAddress::default()), always),
        item(Icon::Meet, lang.meetings_title(), Route::Meeting(MeetingPlace::Home), always),
        item(Icon::Team, lang.place_team(), Route::Team, rail),
        item(Icon::Pay, lang.pay_title(), Route::Pay(PayAddress::Plans), rail),
        item(Icon::Chart, lang.place_insight(), Route::Insight(InsightAddress::default()), rail),
        item(Icon::Backup, lang.place_data(), Route::Data, rail),
        item(Icon::Settings, lang.place_settings(), Route::Settings, rail),
        item(Icon::More, lang.place_more(), Route::More, always),
    ]
}

/// The way back, where search stands on the manager's face; and whether what is done here is saved.
/// Where the team works on the board, steps can be taken back.
#[component]
pub(super) fn FaceStatus(face: Face, arrivals: Arrivals) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let asking = RwSignal::new(false);
    let steps = face.may_see(Matter::Work).then(|| view! { <Steps /> });
    // What to do about it stands on a page that this face does not see.
    let say = move |()| app.say(Tone::Plain, Lang::refused_on_this_face);
    view! {
        {steps}
        <span data-testid="save-state">
            <SaveStateChip state=app.save_state() on_press=say />
        </span>
        <span data-testid="face-leave">
            <Button
                icon=Icon::Lock
                label=move || lang.get().face_leave()
                on_press=move || asking.set(true)
            />
        </span>
        <PartLeaveFace asking arrivals />
    }
}

/// In place of a page that the face may not see.
#[component]
pub(super) fn Hidden(face: Face) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <div class="content" data-testid="face-hidden">
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().face_hidden()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().face_to_start()
                    href=faces::home(face).href()
                />
            </EmptyState>
        </div>
    }
}
