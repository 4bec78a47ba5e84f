//! Widgets in a real browser: what is on the page, and what a press does.
//!
//! Run by `cargo xtask test` in a headless Chromium; natively this file is empty.

#![cfg(target_arch = "wasm32")]

use huddle::domain::calendar::Period;
use huddle::domain::goal::Bearer;
use huddle::domain::id::{
    CustomerId, DeliveryTaskId, LeadId, PersonId, PipelineId, PraiseId, ProductId, SurveyId,
    SurveyReplyId, TeamId,
};
use huddle::domain::reward::Occasion;
use huddle::i18n::Lang;
use huddle::present::filter::LeadFilter;
use huddle::present::growth::GrowthTab;
use huddle::present::insight::InsightTab;
use huddle::runtime::platform::{after_paint, next_frame};
use huddle::runtime::route::{BoardAddress, InsightAddress, Route};
use huddle::ui::{
    Button, Icon, IconButton, LangContext, Said, SaveState, SaveStateChip, Toast, ToastAction,
    Toasts, Tone,
};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlElement};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts a view in an element of its own and gives the first element that fits `selector`.
fn mounted<View: IntoView + 'static>(
    selector: &str,
    view: impl FnOnce() -> View + 'static,
) -> HtmlElement {
    let place: HtmlElement = document().create_element("div").expect("a document").unchecked_into();
    document().body().expect("a body").append_child(&place).expect("a place");
    leptos::mount::mount_to(place.clone(), view).forget();
    place.query_selector(selector).expect("a selector").expect("an element").unchecked_into()
}

#[wasm_bindgen_test]
fn a_pressed_button_tells_it() {
    let presses = RwSignal::new(0);
    let press = move |()| presses.update(|count| *count += 1);
    let button = mounted("button", move || view! { <Button label="Save" on_press=press /> });
    button.click();
    assert_eq!((button.inner_text(), presses.get_untracked()), ("Save".to_owned(), 1));
}

/// It is painted as pressed before it tells.
#[wasm_bindgen_test]
async fn a_slow_button_shows_that_it_was_pressed_before_it_tells() {
    let presses = RwSignal::new(0);
    let press = move |()| presses.update(|count| *count += 1);
    let button =
        mounted("button", move || view! { <Button label="Why" slow=true on_press=press /> });
    button.click();
    next_frame().await;
    assert_eq!(
        (button.get_attribute("aria-busy").as_deref(), presses.get_untracked()),
        (Some("true"), 0)
    );
    after_paint().await;
    next_frame().await;
    assert_eq!((button.get_attribute("aria-busy"), presses.get_untracked()), (None, 1));
}

/// Nothing comes between a press and its work: not a second press, nor a finger elsewhere, nor a
/// key, nor the end of the page.
#[wasm_bindgen_test]
fn a_slow_button_tells_before_anything_else_is_heard() {
    let presses = RwSignal::new(0);
    let press = move |()| presses.update(|count| *count += 1);
    let button =
        mounted("button", move || view! { <Button label="Undo" slow=true on_press=press /> });
    button.click();
    button.click();
    assert_eq!(presses.get_untracked(), 1, "the second press waits, the first is done");
    for (done, next) in (2..).zip(["pointerdown", "keydown", "pagehide"]) {
        let next = Event::new(next).expect("an event");
        window().dispatch_event(&next).expect("a listener");
        assert_eq!(presses.get_untracked(), done, "before {}", next.type_());
        button.click();
    }
}

/// What was tapped can be drawn anew within the frame; what it asked for is done all the same.
#[wasm_bindgen_test]
async fn a_slow_button_that_is_drawn_anew_still_tells() {
    let (presses, drawn) = (RwSignal::new(0), RwSignal::new(0));
    let press = Callback::new(move |()| presses.update(|count| *count += 1));
    let place = mounted("div", move || {
        view! {
            <div>
                {move || { drawn.track(); view! { <Button label="Why" slow=true on_press=press /> } }}
            </div>
        }
    });
    let button = place.query_selector("button").expect("a selector").expect("a button");
    button.unchecked_into::<HtmlElement>().click();
    drawn.set(1);
    after_paint().await;
    next_frame().await;
    assert_eq!(presses.get_untracked(), 1);
}

/// On a screen that is touched the focus is called into a field at once; whoever opens the field
/// that is meant takes it over, and where nobody does, the button has it again.
#[wasm_bindgen_test]
async fn a_button_that_opens_a_field_keeps_the_focus_for_it() {
    let button =
        mounted("button", move || view! { <Button label="New" types=true on_press=|()| {} /> });
    button.focus().expect("the focus");
    button.click();
    after_paint().await;
    after_paint().await;
    next_frame().await;
    assert_eq!(document().active_element().as_ref(), Some(button.as_ref()));
    assert!(document().query_selector("input.unseen").expect("a selector").is_none());
}

#[wasm_bindgen_test]
fn a_disabled_button_tells_nothing() {
    let presses = RwSignal::new(0);
    let press = move |()| presses.update(|count| *count += 1);
    let button =
        mounted("button", move || view! { <Button label="Save" disabled=true on_press=press /> });
    button.click();
    assert_eq!(presses.get_untracked(), 0);
}

#[wasm_bindgen_test]
fn a_button_of_an_icon_alone_has_a_name() {
    let button = mounted(
        "button",
        || view! { <IconButton label="Undo" icon=Icon::Undo on_press=|()| () /> },
    );
    assert_eq!(button.get_attribute("aria-label").as_deref(), Some("Undo"));
}

#[wasm_bindgen_test]
async fn the_save_state_is_said_in_the_language_of_the_page_at_once() {
    let (lang, state) = (RwSignal::new(Lang::En), RwSignal::new(SaveState::Saved));
    let chip = mounted("button", move || {
        provide_context(LangContext(lang.into()));
        view! { <SaveStateChip state on_press=|()| {} /> }
    });
    for (wanted, words) in [(Lang::En, SaveState::Saved), (Lang::Zh, SaveState::Saving)] {
        lang.set(wanted);
        state.set(words);
        leptos::task::tick().await;
        assert_eq!(chip.text_content().as_deref(), Some(words.words(wanted)));
    }
}

/// A word that stands is said anew once the language is another.
#[wasm_bindgen_test]
async fn a_toast_follows_the_language_of_the_page() {
    let lang = RwSignal::new(Lang::En);
    let text = mounted(".toast__text", move || {
        provide_context(LangContext(lang.into()));
        let toast = Toast {
            id: 1,
            text: Said::new(|lang: Lang| lang.minutes_saved("notes.md")),
            tone: Tone::Good,
            action: Some(ToastAction { label: Said::new(Lang::undo), id: "undo".to_owned() }),
        };
        let toasts = RwSignal::new(vec![toast]);
        view! { <Toasts toasts on_dismiss=|_: u64| () on_action=|_: String| () /> }
    });
    let said = move || {
        let toast = text.parent_element().expect("a toast");
        toast.text_content().unwrap_or_default()
    };
    for now in [Lang::En, Lang::Zh] {
        lang.set(now);
        next_frame().await;
        let said = said();
        assert!(
            said.contains(&now.minutes_saved("notes.md")) && said.contains(now.undo()),
            "{said}"
        );
    }
}

#[track_caller]
fn check(address: &str, route: &Route) {
    assert_eq!(Route::parse(address), *route, "{address}");
    assert_eq!(route.href(), address);
}

#[wasm_bindgen_test]
fn a_lead_is_on_the_page_of_its_board_and_a_person_on_one_of_her_own() {
    let on = |one: &str, other: &str| Route::parse(one).is_on_page_of(&Route::parse(other));
    assert!(on("#/leads", "#/leads/0000000000009") && on("#/leads/0000000000009", "#/leads"));
    assert!(on("#/goals/2017-Q4", "#/goals"));
    assert!(!on("#/team", "#/team/0000000000002") && !on("#/leads", "#/leads/pool"));
}

#[wasm_bindgen_test]
fn every_page_has_an_address_and_every_address_its_page() {
    let board = BoardAddress {
        pipeline: Some(PipelineId::drawn(1)),
        filter: LeadFilter {
            owner: Some(PersonId::drawn(2)),
            team: Some(TeamId::drawn(3)),
            product: Some(ProductId::drawn(4)),
            text: "云图 & 50%".to_owned(),
            ..LeadFilter::default()
        },
        ..BoardAddress::default()
    };
    let query = "?pipeline=0000000000001&owner=0000000000002&team=0000000000003&product=0000000000004&text=%E4%BA%91%E5%9B%BE%20%26%2050%25";
    check("#/", &Route::Today);
    check("#/leads", &Route::Leads(BoardAddress::default()));
    check(&format!("#/leads{query}"), &Route::Leads(board.clone()));
    check(&format!("#/leads/0000000000009{query}"), &Route::Lead(LeadId::drawn(9), board));
    check("#/leads/pool", &Route::Pool);
    check("#/pipelines", &Route::Pipelines);
    check("#/goals", &Route::Goals(None));
    check("#/goals/2017-Q4", &Route::Goals(Some(Period::Quarter(2017, 4))));
    check("#/forecast", &Route::Forecast(None, Bearer::Company));
    let team = Bearer::Team(TeamId::drawn(7));
    check(
        "#/forecast/2017-Q4?who=team:0000000000007",
        &Route::Forecast(Some(Period::Quarter(2017, 4)), team),
    );
    let insight =
        InsightAddress { tab: InsightTab::Funnel, who: team, ..InsightAddress::default() };
    check("#/insight/rates", &Route::Insight(InsightAddress::default()));
    check("#/insight/funnel?who=team:0000000000007", &Route::Insight(insight));
    check("#/team", &Route::Team);
    check("#/team/0000000000002", &Route::Person(PersonId::drawn(2)));
    check("#/customers", &Route::Customers);
    check("#/duplicates", &Route::Duplicates(None));
    let pair = [CustomerId::drawn(1), CustomerId::drawn(2)];
    check(&format!("#/duplicates?pair={},{}", pair[0], pair[1]), &Route::Duplicates(Some(pair)));
    check("#/competitors", &Route::Competitors);
    check("#/products", &Route::Products);
    check("#/data", &Route::Data);
    check("#/data/import", &Route::Import);
    check("#/settings", &Route::Settings);
    check("#/more", &Route::More);
    let person = PersonId::drawn(2);
    check("#/team/0000000000002/talks", &Route::Growth(person, GrowthTab::Talks));
    check("#/team/pulse", &Route::Pulse);
    check("#/team/reviews", &Route::Reviews);
    check("#/thanks", &Route::Thanks);
    check("#/contests", &Route::Contests);
    check("#/rewards", &Route::Rewards(None));
    check("#/career", &Route::Career);
    let praise = Occasion::Praise(PraiseId::drawn(3));
    check("#/rewards?for=praise:0000000000003", &Route::Rewards(Some(praise)));
    check("#/objectives/delivery", &Route::Delivery(None));
    let task = Some(DeliveryTaskId::drawn(8));
    check("#/objectives/delivery/0000000000008", &Route::Delivery(task));
    check("#/surveys", &Route::Surveys);
    check("#/surveys/0000000000003", &Route::Survey(SurveyId::drawn(3), None));
    let reply = Some(SurveyReplyId::drawn(4));
    check("#/surveys/0000000000003?reply=0000000000004", &Route::Survey(SurveyId::drawn(3), reply));
    check("#/surveys/0000000000003/ask", &Route::Kiosk(SurveyId::drawn(3)));
    check("#/faces", &Route::Faces);
}

#[wasm_bindgen_test]
fn an_unknown_address_leads_home() {
    for address in ["", "#", "#/nowhere", "#/leads/x/y", "#/%zz"] {
        assert_eq!(Route::parse(address), Route::Today, "{address}");
    }
    assert_eq!(Route::parse("#/leads/nobody"), Route::Leads(BoardAddress::default()));
    assert_eq!(Route::parse("#/goals/never"), Route::Goals(None));
}
